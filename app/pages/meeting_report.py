"""The report of a bijeenkomst: its tables side by side, never ranked, and then the report of each."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, current_app, render_template, url_for

from .. import comparing
from ..report.meeting import MeetingReport
from ..service import games, meetings
from ..service.errors import Forbidden
from .afterwards import readable, reported_back
from .here import identity, lab
from .report import Answer, Place, as_pdf, page_of

blueprint = Blueprint("meeting_report", __name__, url_prefix="/bijeenkomst/<meeting>")

NOT_YET = "Er is nog geen verslag. Het komt zodra een tafel aan de nabespreking begint."


@blueprint.get("/verslag")
def show(meeting: str) -> str:
    """The report, for who leads."""
    identity(meeting, "facilitator")
    return _page(meeting)


@blueprint.get("/verslag.pdf")
def pdf(meeting: str) -> Answer:
    """The same as a PDF."""
    identity(meeting, "facilitator")
    return as_pdf(lambda **how: _page(meeting, **how), f"verslag-bijeenkomst-{meeting[-6:]}.pdf")


def _page(meeting: str, *, paper: bool = False, problem: str = "") -> str:
    """The report as HTML. Raises Forbidden report_later while there is nothing to read."""
    state = meetings.state(lab(), meeting)
    played = [games.state(lab(), room.game) for room in readable(state)]
    pages = [replace(page_of(game, key=f"t{at}"), among=True) for at, game in enumerate(played, 1)]
    sides = comparing.sides_of(current_app.extensions)
    if not pages:
        raise Forbidden("report_later", NOT_YET)
    return render_template(
        "report/meeting.html",
        m=MeetingReport(state.title, tuple(pages), {game.game: sides(game, "public") for game in played}),
        answers=reported_back(lab().beside.became(meeting)),
        place=Place(
            base=url_for("meeting_report.show", meeting=meeting),
            pdf=url_for("meeting_report.pdf", meeting=meeting),
            back=url_for("afterwards.show", meeting=meeting),
            back_words="Terug naar de bijeenkomst",
        ),
        leads=False,
        named=False,
        paper=paper,
        problem=problem,
    )
