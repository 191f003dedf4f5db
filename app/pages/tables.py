"""All tables of a bijeenkomst at once: the overview of who leads, one wish for every table, and the screen of the hall."""

from __future__ import annotations

import secrets

from flask import Blueprint, current_app, render_template, request, url_for
from markupsafe import Markup

from game_rules.meeting import refusal
from game_rules.projections import project
from game_rules.vocabulary.audience import Audience

from ..access import actor_in_meeting
from ..codes import grouped
from ..live.channel import MeetingLook
from ..live.fanout import Fanout
from ..live.renderers.layout import SCREENS
from ..ports import Identity
from ..service import games, meetings, signatures, waves
from .address import absolute, qr
from .here import identity, lab

blueprint = Blueprint("tables", __name__, url_prefix="/bijeenkomst/<meeting>")


@blueprint.get("/overzicht")
def overview(meeting: str) -> str:
    """Every table at a glance, for who leads."""
    here = identity(meeting, "facilitator")
    meetings.reconcile(lab(), meeting)
    return _overview(here, ())


@blueprint.post("/golf")
def wave(meeting: str) -> str:
    """One wish for every table, or for one. Answers with what came of it; a script asks for that part only."""
    here = identity(meeting, "facilitator")
    form = request.form
    seen = {name.removeprefix("stap."): step for name, step in form.items() if name.startswith("stap.")}
    replies = waves.pass_on(
        lab(), meeting, actor_in_meeting(here), form.get("wens", ""), _once(), seen, form.get("tafel", "")
    )
    return _replies(replies) if request.args.get("deel") else _overview(here, replies)


def _once() -> str:
    """The random word of the form, that makes a double click harmless."""
    return request.form.get("once", "")[:40] or secrets.token_hex(16)


def _replies(replies: tuple[waves.Reply, ...]) -> str:
    return render_template("parts/replies.html", replies=replies)


def _overview(here: Identity, replies: tuple[waves.Reply, ...]) -> str:
    tiles = {room: _tile(room, Audience(kind="overview", participant=here.participant)) for room in _rooms(here)}
    return _page(here, "overview", tiles, once=secrets.token_hex(16), replies=Markup(_replies(replies)))  # noqa: S704


@blueprint.get("/scherm")
def plenary(meeting: str) -> str:
    """The projector of the hall: how to join, where every table stands, and afterwards what the papers write."""
    here = identity(meeting, "screen", "facilitator")
    tiles = {room: _tile(room, Audience(kind="plenary")) for room in _rooms(here)}
    link = absolute(url_for("join.welcome", code=meetings.state(lab(), meeting).code))
    return _page(here, "plenary", tiles, join_link=link, join_qr=qr(link, "QR-code om mee te doen"))


def _rooms(here: Identity) -> tuple[str, ...]:
    return tuple(meetings.state(lab(), here.meeting).rooms)


def _tile(game: str, audience: Audience) -> dict[str, object]:
    """The first drawing of a table, and where its script goes on from."""
    state = games.state(lab(), game)
    part = SCREENS[audience.kind].parts[0].target
    html = _live().renderer(game).whole(SCREENS[audience.kind], project(state, audience).view)[part]
    return {"html": Markup(html), "key": audience.key, "version": state.version}  # noqa: S704  rendered with autoescape


def _page(here: Identity, page: str, tiles: dict[str, dict[str, object]], **more: object) -> str:
    look = MeetingLook(here, page)
    state = meetings.state(lab(), here.meeting)
    seen = look.see(state, None)
    parts = _live().renderer(here.meeting).whole(SCREENS[look.screen], seen.view)
    return render_template(
        SCREENS[look.screen].page,
        here=here,
        view=seen.view,
        screen=look.screen,
        key=look.key,
        version=state.version,
        parts={target: Markup(html) for target, html in parts.items()},  # noqa: S704  rendered with autoescape
        tiles=tiles,
        code=grouped(state.code),
        **more,
    )


def _live() -> Fanout:
    live: Fanout = current_app.extensions["dnalab_live"]
    return live


@blueprint.get("/wie-deed-wat")
def signed(meeting: str) -> str:
    """What facilitators and tafelhulpen did by hand, each with a name."""
    identity(meeting, "facilitator")
    lines = signatures.signed(lab(), meeting)
    return render_template("pages/signed.html", state=meetings.state(lab(), meeting), lines=lines)


@blueprint.get("/tafelhulpen")
def helpers(meeting: str) -> str:
    """The link of the tafelhulp of each table, for who leads."""
    identity(meeting, "facilitator")
    state = meetings.state(lab(), meeting)
    if not state.rooms:
        raise refusal("no_such_room")
    links = {game: absolute(meetings.link(lab(), meeting, "helper", game)) for game in state.rooms}
    pictures = {game: qr(address, "QR-code van deze link") for game, address in links.items()}
    return render_template("pages/helpers.html", state=state, links=links, pictures=pictures)
