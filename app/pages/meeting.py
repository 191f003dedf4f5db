"""The pages of a bijeenkomst. For who leads it: code, door, rooms, people, links. For others: the tables."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, current_app, render_template, url_for
from markupsafe import Markup

from game_rules.meeting import refusal
from game_rules.projections import project
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.meeting import LinkKind, MeetingState, MeetingView

from ..codes import grouped
from ..live.channel import MeetingLook
from ..live.fanout import Fanout
from ..live.renderers.layout import SCREENS
from ..ports import Identity
from ..service import arrivals, games, meetings
from ..service.forking import parent_of
from ..service.onward import may_be_played
from ..service.professions import professions
from .address import absolute, only_here, qr
from .demo import strip_of
from .here import identity, lab

blueprint = Blueprint("meeting", __name__, url_prefix="/bijeenkomst/<meeting>")

ROOM_LINKS: tuple[LinkKind, ...] = ("screen", "helper", "observer")


@blueprint.get("")
def overview(meeting: str) -> str:
    """The page of who leads; for a participant the tables to choose from."""
    here = identity(meeting, "facilitator", "participant", "helper", "observer", "screen")
    view = meetings.view(lab(), here)
    return _for_facilitator(here, view) if view.leads else _for_others(here, view)


def _for_facilitator(here: Identity, view: MeetingView) -> str:
    state = meetings.state(lab(), here.meeting)
    join_link = absolute(url_for("join.welcome", code=state.code))
    return render_template(
        SCREENS["meeting"].page,
        here=here,
        view=view,
        key=MeetingLook(here).key,
        version=state.version,
        parts=_parts(view),
        stands=list(_stands(state)),
        code=grouped(state.code),
        join_link=join_link,
        only_here=only_here(),
        join_qr=qr(join_link, f"QR-code om mee te doen met code {grouped(state.code)}"),
        hall_link=absolute(meetings.link(lab(), here.meeting, "screen")),
        facilitator_link=absolute(meetings.link(lab(), here.meeting, "facilitator")),
        casussen=meetings.playable(lab()),
        demo=strip_of(here.meeting),
    )


def _for_others(here: Identity, view: MeetingView) -> str:
    mine = here.kind == "participant"
    return render_template(
        "pages/tables.html",
        here=here,
        view=view,
        key=MeetingLook(here).key,
        version=meetings.state(lab(), here.meeting).version,
        parts=_parts(view),
        return_code=_return_code(here.meeting, here.participant) if mine else "",
    )


def _parts(view: MeetingView) -> dict[str, Markup]:
    live: Fanout = current_app.extensions["dnalab_live"]
    whole = live.renderer().whole(SCREENS["meeting"], view)
    return {target: Markup(html) for target, html in whole.items()}  # noqa: S704  rendered with autoescape


def _stands(state: MeetingState) -> Iterator[tuple[str, str]]:
    """Per room how far the game is."""
    for room in state.rooms.values():
        game = games.state(lab(), room.game)
        yield room.title, project(game, Audience(kind="screen")).view.clock.label


def _return_code(meeting: str, participant: str) -> str:
    return grouped(arrivals.return_code(lab(), meeting, participant), "-")


@blueprint.get("/kamers/<game>")
def room(meeting: str, game: str) -> str:
    """The links of one table, for who leads."""
    identity(meeting, "facilitator")
    state = meetings.state(lab(), meeting)
    if game not in state.rooms:
        raise refusal("no_such_room")
    links = {kind: _link(meeting, kind, game) for kind in ROOM_LINKS}
    now = games.state(lab(), game)
    return render_template(
        "pages/room.html",
        state=state,
        room=state.rooms[game],
        links=links,
        fork=now.fork,
        parent=parent_of(lab(), now),
        waits=may_be_played(now),
    )


def _link(meeting: str, kind: LinkKind, game: str) -> dict[str, str]:
    address = absolute(meetings.link(lab(), meeting, kind, game))
    return {"address": address, "qr": qr(address, "QR-code van deze link")}


@blueprint.get("/deelnemers/<participant>")
def guest(meeting: str, participant: str) -> str:
    """What can be changed about a participant, for who leads."""
    identity(meeting, "facilitator")
    state = meetings.state(lab(), meeting)
    found = state.guests.get(participant)
    if found is None or found.removed:
        raise refusal("no_such_participant")
    code = _return_code(meeting, participant)
    return render_template(
        "pages/guest.html", state=state, guest=found, return_code=code, professions=professions(lab())
    )
