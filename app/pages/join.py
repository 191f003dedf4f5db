"""Coming in: the welcome page behind a code or QR, and coming back with a return code. Looking never takes a seat."""

from __future__ import annotations

import secrets

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from game_rules.vocabulary.errors import RuleError

from ..refusals import status_of
from ..service import arrivals
from ..service.errors import ServiceError
from ..service.professions import professions
from . import start
from .here import counted, known, lab, let_in, place_of

blueprint = Blueprint("join", __name__)

Page = str | Response | tuple[str, int]


@blueprint.get("/m/<code>")
def welcome(code: str) -> Page:
    """What this is, who sees your name, and a button. Nothing happens before the button."""
    try:
        meeting = counted(arrivals.meeting_with, lab(), code)
        here = known(meeting.meeting, ("participant",))
        if here is None:
            arrivals.check_open(lab(), code)
    except (ServiceError, RuleError) as problem:
        return start.page(code, problem), status_of(problem)
    return render_template(
        "pages/welcome.html",
        meeting=meeting,
        here=here,
        back=place_of(here, meeting.guests[here.participant].game) if here else "",
        suggestion=arrivals.suggestion(lab().beside.names(meeting.meeting)),
        once=secrets.token_hex(16),
        professions=professions(lab()),
    )


@blueprint.post("/m/<code>/join")
def join(code: str) -> Page:
    """The button. Who is already in on this device goes back to the own seat, unless somebody else takes the device."""
    try:
        meeting = counted(arrivals.meeting_with, lab(), code)
        here = known(meeting.meeting, ("participant",))
        if here and not request.form.get("else"):
            return redirect(place_of(here, meeting.guests[here.participant].game), 303)
        name, once, profession = (request.form.get(field, "") for field in ("name", "once", "profession"))
        arrival = arrivals.join(lab(), code, name, once, profession)
    except (ServiceError, RuleError) as problem:
        return start.page(code, problem), status_of(problem)
    return let_in(arrival, place_of(arrival.identity, arrival.game))


@blueprint.get("/terug")
def come_back_page() -> str:
    """The field for a return code."""
    return render_template("pages/return.html", typed="", problem=None)


@blueprint.post("/terug")
def come_back() -> Page:
    """A participant goes on here; the device before is told."""
    typed = request.form.get("code", "")
    try:
        arrival = counted(arrivals.come_back, lab(), typed)
    except (ServiceError, RuleError) as problem:
        return render_template("pages/return.html", typed=typed[:20], problem=problem), status_of(problem)
    return let_in(arrival, place_of(arrival.identity, arrival.game))
