"""The pages: one blueprint per area, ordinary forms, a redirect after every step."""

from __future__ import annotations

from flask import Flask

from ..codes import grouped
from ..lab import Lab
from ..live.names import name_in
from ..service.professions import professions
from . import (
    about,
    afterwards,
    comparison,
    demo,
    dividing,
    errors,
    explore,
    exports,
    forking,
    join,
    lab_session,
    links,
    meeting,
    meeting_report,
    meeting_steps,
    mine,
    paper,
    play,
    replay,
    replay_practice,
    report,
    simulate,
    start,
    tables,
    what_if,
)

BLUEPRINTS = (
    start,
    join,
    links,
    meeting,
    meeting_steps,
    play,
    replay,
    replay_practice,
    forking,
    what_if,
    report,
    mine,
    afterwards,
    comparison,
    meeting_report,
    exports,
    about,
    explore,
    lab_session,
    demo,
    paper,
    tables,
    dividing,
    simulate,
)


def attach(app: Flask, lab: Lab) -> None:
    """Serve the pages of this lab."""
    app.jinja_env.globals.setdefault("name_of", name_in(lab))
    app.jinja_env.globals["profession_of"] = lambda profession: professions(lab).get(profession, "")
    app.jinja_env.filters["grouped"] = grouped
    for area in BLUEPRINTS:
        app.register_blueprint(area.blueprint)
    errors.register(app)
