"""What everybody may read: how to play, words, what DNa Lab is, what happens with names and data, who can use it."""

from __future__ import annotations

from flask import Blueprint, render_template

from .here import lab

blueprint = Blueprint("about", __name__)


@blueprint.get("/uitleg")
def help_page() -> str:
    """How to play, for players and facilitators."""
    return render_template("pages/help.html")


@blueprint.get("/uitleg/begrippen")
def terms() -> str:
    """All words of law and trade with their explanation."""
    return render_template("pages/terms.html")


@blueprint.get("/over")
def about() -> str:
    """What DNa Lab is, and whose work it uses."""
    return render_template("pages/about.html")


@blueprint.get("/privacy")
def privacy() -> str:
    """What is kept, where, how long, and who sees what."""
    return render_template("pages/privacy.html", organisation=lab().config.organisation, contact=lab().config.contact)


@blueprint.get("/toegankelijkheid")
def accessibility() -> str:
    """Who can use DNa Lab, what was looked at and what was not, and where to tell what does not work."""
    return render_template(
        "pages/accessibility.html", organisation=lab().config.organisation, contact=lab().config.contact
    )
