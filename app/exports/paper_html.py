"""The sheets on paper of a game as one HTML file, to print without a server. It holds all secrets of the casus."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..config import ROOT
from ..lab import Lab
from ..paper_kit import paper_kit
from ..service import games
from .sources import Reader

MIME = "text/html"
LOOK = '<link rel="stylesheet" href="look">'
SHEETS = ("vendor/theme.css", "css/base.css", "css/card.css", "css/paper.css")


def make(lab: Lab, game: str, reader: Reader) -> bytes:
    """All sheets of this table."""
    kit = paper_kit(games.state(lab, game))
    html: str = _templates().get_template("pages/paper_file.html").render(kit=kit)
    return html.replace(LOOK, f"<style>{_styles()}</style>").encode()


@cache
def _templates() -> Environment:
    environment = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True, undefined=StrictUndefined)
    environment.globals.update(asset=lambda path: "")
    return environment


@cache
def _styles() -> str:
    """The look of the sheets, without files of its own."""
    files = [ROOT / "static" / sheet for sheet in SHEETS]
    return "\n".join(file.read_text() for file in files if file.is_file())
