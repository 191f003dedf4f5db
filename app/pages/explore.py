"""The lab between meetings: what werkwijzen are, ask and risk, and the ways to try, compare and look back."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, url_for

from game_rules.projections.report import may_read

from .. import access
from ..knowledge import CHIP, all_werkwijzen, fittings, indicator_labels
from ..ports import Identity
from ..service import games, meetings
from ..service.errors import NotFound
from ..service.fared import fared
from .here import lab, tokens

blueprint = Blueprint("explore", __name__, url_prefix="/lab")
MOST_SESSIONS = 30
OFFICES = {
    "burgemeester": "De burgemeester",
    "griffier": "De griffier",
    "secretaris": "De gemeentesecretaris",
    "wethouder": "De wethouder",
    "raadsleden": "De raadsleden",
    "inwoner": "Inwoners",
    "initiatief": "Wie het initiatief neemt",
}
"""The places of `Werkwijze.asks`, as the page names them."""


@dataclass(frozen=True, slots=True)
class Session:
    """A table that this visitor may look back at."""

    game: str
    meeting: str
    room: str
    casus: str
    werkwijzen: tuple[str, ...]


@blueprint.get("")
def show() -> str:
    """The doors: werkwijzen, simulating, comparing, and the sessions that this visitor may look back at."""
    return render_template("pages/lab.html", werkwijzen=all_werkwijzen(lab()), sessions=_sessions())


def _sessions() -> tuple[Session, ...]:
    found: dict[str, Session] = {}
    for here in access.identities(lab(), tokens()):
        for one in _of(here):
            found.setdefault(one.game, one)
    return tuple(found.values())[:MOST_SESSIONS]


def _of(here: Identity) -> tuple[Session, ...]:
    state = meetings.state(lab(), here.meeting)
    played = ((room, games.state(lab(), room.game)) for room in state.rooms.values())
    return tuple(
        Session(
            game=room.game,
            meeting=state.title,
            room=room.title,
            casus=game.casus.title,
            werkwijzen=tuple(game.content.werkwijzen[id_].label for id_ in game.werkwijzen),
        )
        for room, game in played
        if may_read(game, here.kind)
    )


@blueprint.get("/werkwijzen")
def werkwijzen() -> str:
    """All of them, to search and to choose from."""
    return render_template("pages/werkwijzen.html", werkwijzen=all_werkwijzen(lab()), chip=CHIP)


@blueprint.get("/werkwijzen/<werkwijze>")
def werkwijze(werkwijze: str) -> str:
    """One werkwijze. 404 for one that this server does not know."""
    found = next((one for one in all_werkwijzen(lab()) if one.id == werkwijze), None)
    if found is None:
        where = url_for("explore.werkwijzen")
        raise NotFound("werkwijze_unknown", f"Deze werkwijze kennen we hier niet. Kies er een uit de lijst op {where}.")
    return render_template(
        "pages/werkwijze.html",
        w=found,
        chip=CHIP,
        offices=OFFICES,
        fittings=fittings(lab(), found.id),
        fared=fared(lab(), found.id),
        indicators=indicator_labels(lab()),
    )
