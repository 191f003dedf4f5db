"""The screens of a game. Each is drawn from the first View by the renderer that also sends what changes after it."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from game_rules.projections import project
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.state import GameState

from .. import access
from ..codes import grouped
from ..live.fanout import Fanout
from ..live.renderers.layout import SCREENS, screen_of
from ..ports import Identity
from ..service import arrivals, games, meetings
from .address import absolute, qr
from .demo import strip_of
from .here import known, lab, place_of, tokens

blueprint = Blueprint("play", __name__, url_prefix="/kamer/<game>")


@blueprint.get("")
def seat(game: str) -> str | Response:
    """The own seat; the lobby for who has none yet. Who came to lead or to watch goes to the own screen."""
    state = games.state(lab(), game)
    other = known(state.meeting)
    if other and not known(state.meeting, ("participant",)):
        return redirect(url_for("play.lead", game=game) if other.kind == "facilitator" else place_of(other, game))
    return _screen(state, "seat")


@blueprint.get("/leiding")
def lead(game: str) -> str | Response:
    """The screen of the facilitator; the replay of a game that was played elsewhere."""
    if lab().beside.imported(game):
        return redirect(url_for("replay.show", game=game))
    return _screen(games.state(lab(), game), "facilitator")


@blueprint.get("/zetel/<seat>")
def mirror(game: str, seat: str) -> str:
    """What a seat sees, for the facilitator; read-only."""
    return _screen(games.state(lab(), game), f"mirror:{seat}")


@blueprint.get("/hulp")
def helper(game: str) -> str:
    """The screen of the tafelhulp."""
    return _screen(games.state(lab(), game), "helper")


@blueprint.get("/scherm")
def screen(game: str) -> str:
    """The projector."""
    return _screen(games.state(lab(), game), "screen")


@blueprint.get("/meekijken")
def observe(game: str) -> str:
    """The screen of somebody who only watches."""
    return _screen(games.state(lab(), game), "observer")


def _screen(state: GameState, wanted: str) -> str:
    """The page of the audience that is wanted, as this person may see it. `wanted` is what its script watches."""
    here, audience = access.enter(lab(), tokens(), state, wanted)
    return draw(state, here, audience, wanted)


def draw(state: GameState, here: Identity, audience: Audience, wanted: str) -> str:
    """The page of an audience: the frame, and in it every part of its first View."""
    kind = screen_of(audience.kind)
    view = project(state, audience).view
    live: Fanout = current_app.extensions["dnalab_live"]
    parts = live.renderer(state.game).whole(SCREENS[kind], view)
    return render_template(
        SCREENS[kind].page,
        parts={target: Markup(html) for target, html in parts.items()},  # noqa: S704  rendered with autoescape
        view=view,
        screen=kind,
        here=here,
        game=state.game,
        meeting=state.meeting,
        audience=wanted,
        key=audience.key,
        version=state.version,
        now=lab().clock.now(),
        return_code=_return_code(here),
        demo=strip_of(state.meeting),
        **_joining(state) if kind in ("screen", "facilitator") else {},
    )


def _joining(state: GameState) -> dict[str, str]:
    """Code, link and QR for the corner of the projector, while the door is open."""
    meeting = meetings.state(lab(), state.meeting)
    if meeting.door != "open":
        return {}
    link = absolute(url_for("join.welcome", code=meeting.code))
    code = grouped(meeting.code)
    return {"join_code": code, "join_link": link, "join_qr": qr(link, f"QR-code om mee te doen met code {code}")}


def _return_code(here: Identity) -> str:
    """For on the role card; only a participant has one."""
    if here.kind != "participant":
        return ""
    return grouped(arrivals.return_code(lab(), here.meeting, here.participant), "-")
