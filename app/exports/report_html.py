"""The report of a game as one HTML file, to read without a server and to print."""

from __future__ import annotations

from game_rules.projections.report import may_read, report_of

from ..lab import Lab
from ..report.page import ReportPage
from ..report.standalone import standalone
from ..service import games
from .sources import Reader

MIME = "text/html"


def make(lab: Lab, game: str, reader: Reader) -> bytes | None:
    """The report, without names (the name of a table is one too); None while the game is not talked about yet."""
    state = games.state(lab, game)
    if not may_read(state, "facilitator"):
        return None
    return standalone(ReportPage(report_of(state))).encode()
