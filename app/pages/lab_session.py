"""One table with the four questions of the lab: what happened, what followed, how far it reached, and was it wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask import Blueprint, render_template, url_for

from game_rules.comparison import FEWEST
from game_rules.projections.report import may_read
from game_rules.vocabulary.state import GameState

from .. import comparing
from ..ports import Identity
from ..report.questions import QUESTIONS, answers
from ..service.errors import Forbidden
from .here import lab
from .report import Place, page_of, reader

blueprint = Blueprint("lab_session", __name__, url_prefix="/lab/sessie")

NOT_YET = (
    "De vier vragen komen na het spel: als de spelleider alles heeft onthuld, of de kamer sluit. Kijk straks nog eens."
)


@dataclass(frozen=True, slots=True)
class Link:
    """Where one can go on with this table. about: why one would."""

    title: str
    about: str
    address: str


@blueprint.get("/<game>")
def show(game: str) -> str:
    """The page, for who may read the report of this table. Raises ServiceError 401, 403 (also when it is too early)."""
    here, state = reader(game)
    if not may_read(state, here.kind):
        raise Forbidden("report_later", NOT_YET)
    replay = url_for("replay.show", game=game)
    page = replace(page_of(state), replay_at=replay)
    return render_template(
        "pages/lab_session.html",
        p=page,
        place=Place(base="", pdf="", back=url_for("explore.show"), back_words="Het lab"),
        questions=[(one, answers(page, one)) for one in QUESTIONS],
        links=tuple(_links(here, state)),
        paper=False,
    )


def _links(here: Identity, state: GameState) -> Iterator[Link]:
    """What this person may do with it from here."""
    game = state.game
    yield Link(
        "Kijk terug", "Ga naar elk moment, en zie het zoals elke rol het zag.", url_for("replay.show", game=game)
    )
    yield Link("Lees het verslag", "Alles op een rij, ook als pdf.", url_for("report.show", game=game))
    others = [one.room.game for one in comparing.choices(lab(), here) if one.casus == state.casus.id]
    if game in others and len(others) >= FEWEST:
        yield Link(
            "Zet naast een andere tafel",
            "Zie waar tafels met dezelfde casus uiteengingen.",
            url_for("comparison.show", meeting=state.meeting, kamer=others),
        )
    if here.kind == "facilitator":
        yield Link(
            "Speel verder vanaf een moment",
            "Een nieuwe tafel gaat door waar jij kiest, met één ding anders.",
            url_for("forking.choose", game=game),
        )
        yield Link(
            "Vraag: wat als?",
            "De computer speelt het vervolg vaak, met één keuze anders. Dat is een proef van de casus, geen voorspelling.",
            url_for("what_if.choose", game=game),
        )
