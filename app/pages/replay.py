"""Looking back: the replay of a game, and the newspaper of one year later."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, current_app, render_template, request, url_for

from game_rules.projections import project
from game_rules.projections.replay import LookBack
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.state import GameState

from .. import access
from ..hindsight import all_choices, own_audience
from ..reach_page import anchor
from ..service import games
from ..service.errors import ServiceError
from ..service.forking import parent_of
from ..service.replay import replay_of
from .demo import strip_of
from .here import known, lab, tokens
from .replay_map import replay_map
from .replay_page import ReplayPage
from .replay_practice import Asked, asked
from .replay_together import together

blueprint = Blueprint("replay", __name__, url_prefix="/kamer/<game>")


@blueprint.get("/terugblik")
def show(game: str) -> str:
    """The replay. `als`: through whose eyes (see service.replay); `moment`: the version at which it opens."""
    state = games.state(lab(), game)
    own = own_audience(lab(), tokens(), state, request.args.get("als", ""))
    return draw(
        state,
        own,
        choices=all_choices(lab(), tokens(), state, own),
        base=url_for("replay.show", game=game),
        front=url_for("replay.newspaper", game=game),
        practice=asked(state, own),
    )


def draw(
    state: GameState, own: Audience, choices: Sequence[tuple[str, str]], base: str, front: str,
    practice: Asked | None = None,
) -> str:  # fmt: skip
    """The page of the replay that `own` asks for in the address. base and front: where it and the newspaper stand.

    practice: what may be asked about the causes.

    Raises ServiceError 400 for a moment that is none, 403 for eyes that are not open (yet).
    """
    found = replay_of(lab(), state.game, own, request.args.get("als", ""), _breathe)
    return render_template(
        "pages/replay.html",
        p=ReplayPage(found, _step(found, request.args.get("moment", ""))),
        kaart=replay_map(found),
        samen=together(state, own, found),
        practice=practice,
        anchor=anchor,
        choices=choices,
        base=base,
        front=front,
        leads=known(state.meeting, ("facilitator",)) is not None,
        parent=parent_of(lab(), state),
        demo=strip_of(state.meeting),
    )


@blueprint.get("/bode")
def newspaper(game: str) -> str:
    """The front page of one year later, as this person may see it."""
    state = games.state(lab(), game)
    _, audience = access.enter(lab(), tokens(), state, request.args.get("als", ""))
    return render_template("pages/bode.html", view=project(state, audience).view, demo=strip_of(state.meeting))


def _step(found: LookBack, moment: str) -> int:
    """The step of a version in the address; the end when there is none. Raises ServiceError 400."""
    if not moment:
        return len(found.moments) - 1
    if not moment.isascii() or not moment.isdigit():
        raise ServiceError("malformed", "‘moment’ is het nummer van een moment, bijvoorbeeld 12.", 400)
    return found.step_of(int(moment[:12]))


def _breathe() -> None:
    current_app.extensions["socketio"].sleep(0)
