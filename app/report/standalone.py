"""A report as one file that needs nothing else: its style and letters are inside, and it has no buttons."""

from __future__ import annotations

from base64 import b64encode
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import texts_nl
from ..config import ROOT
from .page import ReportPage

SHEETS = ("css/report.css", "css/report_tables.css", "css/report_samen.css")
FONT = "../vendor/source-sans-3.woff2"


def standalone(page: ReportPage) -> str:
    """The report of one room as HTML, the same as on its page."""
    html: str = (
        _templates().get_template("report/room.html").render(p=page, paper=True, named=bool(page.names), problem="")
    )
    for sheet in SHEETS:
        html = html.replace(f'<link rel="stylesheet" href="{sheet}">', f"<style>{_sheet(sheet)}</style>")
    return html


@cache
def _templates() -> Environment:
    environment = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True, undefined=StrictUndefined)
    environment.globals.update(words=texts_nl, asset=lambda path: path)
    return environment


@cache
def _sheet(path: str) -> str:
    """A stylesheet with the letters inside."""
    static = ROOT / "static"
    font = static / "css" / FONT
    letters = b64encode(font.read_bytes()).decode() if font.is_file() else ""
    return (static / path).read_text().replace(FONT, f"data:font/woff2;base64,{letters}")
