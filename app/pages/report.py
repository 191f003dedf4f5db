"""The report of a table: a page, and the same as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from flask import Blueprint, Response, current_app, render_template, request, url_for

from game_rules.comparison import FEWEST, MOST
from game_rules.projections.report import may_read, report_of
from game_rules.vocabulary.state import GameState

from .. import access, comparing
from ..ports import Identity
from ..report.compared import Compared
from ..report.page import ReportPage
from ..report.press import PdfError, Press
from ..service import games, meetings
from ..service.errors import Forbidden
from .here import lab, place_of, tokens

blueprint = Blueprint("report", __name__, url_prefix="/kamer/<game>")

NOT_YET = (
    "Het verslag komt na het spel: als de spelleider alles heeft onthuld, of de kamer sluit. Kijk straks nog eens."
)
Answer = Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report stands: its addresses, and where one comes from. replay, session: what is beside it (empty: nothing)."""

    base: str
    pdf: str
    back: str
    back_words: str
    replay: str = ""
    session: str = ""


@blueprint.get("/verslag")
def show(game: str) -> str:
    """The report. `namen=1`: with the names of who had a seat, for who leads."""
    here, state = reader(game)
    return page(here, state, _place(here, state))


@blueprint.get("/verslag.pdf")
def pdf(game: str) -> Answer:
    """The same as a PDF; when that cannot be made, the page says why."""
    here, state = reader(game)
    place = _place(here, state)
    return as_pdf(lambda **how: page(here, state, place, **how), file_name(state))


def reader(game: str) -> tuple[Identity, GameState]:
    """Who reads, and the game. Raises ServiceError 401, 403 (also when it is too early)."""
    state = games.state(lab(), game)
    here, _ = access.enter(lab(), tokens(), state, "")
    return here, state


def _place(here: Identity, state: GameState) -> Place:
    words = "Terug naar de bijeenkomst" if here.kind == "facilitator" else "Terug naar je tafel"
    return Place(
        base=url_for("report.show", game=state.game),
        pdf=url_for("report.pdf", game=state.game, namen=1 if _named(here) else None),
        back=place_of(here, state.game),
        back_words=words,
        replay=url_for("replay.show", game=state.game),
        session=url_for("lab_session.show", game=state.game),
    )


def _named(here: Identity) -> bool:
    return here.kind == "facilitator" and request.args.get("namen") == "1"


def page(here: Identity, state: GameState, place: Place, *, paper: bool = False, problem: str = "") -> str:
    """The report as HTML; `paper`: for the PDF. Raises Forbidden report_later."""
    if not may_read(state, here.kind):
        raise Forbidden("report_later", NOT_YET)
    named = _named(here)
    own = page_of(state, names=lab().beside.names(state.meeting) if named else {})
    return render_template(
        "report/room.html",
        p=_among_others(here, state, replace(own, replay_at="" if paper else place.replay)),
        place=place,
        leads=here.kind == "facilitator",
        named=named,
        paper=paper,
        problem=problem,
    )


def _among_others(here: Identity, state: GameState, own: ReportPage) -> ReportPage:
    """With the other tables of the same casus beside it, as far as this reader may compare them."""
    found = [one.room.game for one in comparing.choices(lab(), here) if one.casus == state.casus.id]
    others = [game for game in found if may_read(games.state(lab(), game), here.kind)]
    if state.game not in others or len(others) < FEWEST:
        return own
    few = tuple(dict.fromkeys((state.game, *others)))[:MOST]
    compared = comparing.in_meeting(lab(), comparing.sides_of(current_app.extensions), state.meeting, few, "public")
    address = url_for("comparison.show", meeting=state.meeting, kamer=[table.game for table in compared.tables])
    return replace(own, beside=Compared(compared, key=f"{own.key}-naast"), beside_at=address)


def page_of(state: GameState, key: str = "v", names: Mapping[str, str] | None = None) -> ReportPage:
    """What the report of a game draws."""
    room = meetings.state(lab(), state.meeting).rooms.get(state.game)
    return ReportPage(report_of(state), key=key, title=room.title if room else "", names=names or {})


def file_name(state: GameState) -> str:
    """What a browser calls the PDF of a game."""
    return f"verslag-{state.casus.id}-{state.game[-6:]}.pdf"


def as_pdf(draw: Callable[..., str], name: str) -> Answer:
    """What `draw(paper=True)` gives as a PDF, to keep under this name; else `draw(problem=…)`, which says why not."""
    press: Press = current_app.extensions["press"]
    try:
        answer = Response(press.pdf(draw(paper=True)), mimetype="application/pdf")
    except PdfError as problem:
        return draw(problem=problem.message), problem.status
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
