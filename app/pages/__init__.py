"""The pages: one blueprint per area, ordinary forms, a redirect after every step."""

from __future__ import annotations

from flask import Flask

from ..codes import grouped
from ..lab import Lab
from ..live.names import name_in
from . import about, errors, join, links, meeting, meeting_steps, play, replay, report, start

BLUEPRINTS = (start, join, links, meeting, meeting_steps, play, replay, report, about)


def attach(app: Flask, lab: Lab) -> None:
    """Serve the pages of this lab."""
    app.jinja_env.globals.setdefault("name_of", name_in(lab))
    app.jinja_env.filters["grouped"] = grouped
    for area in BLUEPRINTS:
        app.register_blueprint(area.blueprint)
    errors.register(app)
