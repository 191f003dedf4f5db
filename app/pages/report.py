"""The report of a table: a page, and the same as a PDF."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, Response, current_app, render_template, request, url_for

from game_rules.projections.report import may_read, report_of
from game_rules.vocabulary.state import GameState

from .. import access
from ..ports import Identity
from ..report.page import ReportPage
from ..report.press import PdfError, Press
from ..service import games, meetings
from ..service.errors import Forbidden
from .here import lab, place_of, tokens

blueprint = Blueprint("report", __name__, url_prefix="/kamer/<game>")

NOT_YET = "Het verslag komt na het spel: als de spelleider alles heeft onthuld, of de kamer sluit. Kijk straks nog eens."


@blueprint.get("/verslag")
def show(game: str) -> str:
    """The report. `namen=1`: with the names of who had a seat, for who leads."""
    return page(*_reader(game))


@blueprint.get("/verslag.pdf")
def pdf(game: str) -> Response | tuple[str, int]:
    """The same as a PDF; when that cannot be made, the page says why."""
    here, state = _reader(game)
    try:
        return as_pdf(page(here, state, paper=True), f"verslag-{state.casus.id}-{game[-6:]}.pdf")
    except PdfError as problem:
        return page(here, state, problem=problem.message), problem.status


def _reader(game: str) -> tuple[Identity, GameState]:
    """Who reads, and the game. Raises ServiceError 401, 403 (also when it is too early)."""
    state = games.state(lab(), game)
    here, _ = access.enter(lab(), tokens(), state, "")
    check_time(here, state)
    return here, state


def check_time(here: Identity, state: GameState) -> None:
    """Raises Forbidden report_later."""
    if not may_read(state, here.kind):
        raise Forbidden("report_later", NOT_YET)


def page(here: Identity, state: GameState, *, paper: bool = False, problem: str = "") -> str:
    """The report as HTML; `paper`: for the PDF."""
    leads = here.kind == "facilitator"
    named = leads and request.args.get("namen") == "1"
    return render_template(
        "report/room.html",
        p=page_of(state, names=lab().beside.names(state.meeting) if named else {}),
        base=url_for("report.show", game=state.game),
        pdf=url_for("report.pdf", game=state.game, namen=1 if named else None),
        back=place_of(here, state.game),
        back_words="Terug naar de bijeenkomst" if leads else "Terug naar je tafel",
        leads=leads,
        named=named,
        paper=paper,
        problem=problem,
    )


def page_of(state: GameState, key: str = "v", names: Mapping[str, str] | None = None) -> ReportPage:
    """What the report of a game draws."""
    room = meetings.state(lab(), state.meeting).rooms.get(state.game)
    return ReportPage(report_of(state), key=key, title=room.title if room else "", names=names or {})


def as_pdf(html: str, name: str) -> Response:
    """The PDF of a page, to keep under this name. Raises PdfError."""
    press: Press = current_app.extensions["press"]
    answer = Response(press.pdf(html), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
