"""What everybody may read: how to play, what DNa Lab is, what happens with names and data."""

from __future__ import annotations

from flask import Blueprint, render_template

blueprint = Blueprint("about", __name__)


@blueprint.get("/uitleg")
def help_page() -> str:
    """How to play, for players and facilitators."""
    return render_template("pages/help.html")


@blueprint.get("/over")
def about() -> str:
    """What DNa Lab is, whose work it uses, privacy and accessibility."""
    return render_template("pages/about.html")
