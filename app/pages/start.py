"""The first page: one field for the code, and the way back for who is already in."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from game_rules.vocabulary.errors import RuleError

from .. import access
from ..codes import join_code_in
from ..ports import Identity
from ..refusals import status_of
from ..service import arrivals, meetings
from ..service.errors import ServiceError
from .here import counted, lab, place_of, tokens

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def home() -> str | Response | tuple[str, int]:
    """The code field. With `?code=` (the field without scripts): on to the welcome page, or what is wrong with it."""
    typed = request.args.get("code")
    if typed is None:
        return page()
    try:
        counted(arrivals.check_open, lab(), typed)
    except (ServiceError, RuleError) as problem:
        return page(typed, problem), status_of(problem)
    return redirect(url_for("join.welcome", code=join_code_in(typed)), 303)


def page(typed: str = "", problem: ServiceError | RuleError | None = None) -> str:
    """The first page, with what was typed and what is wrong with it."""
    return render_template("pages/start.html", typed=typed[:20], problem=problem, places=places())


def places() -> list[dict[str, str]]:
    """Where somebody who is already in can go back to, the latest first."""
    return [_place(here) for here in access.identities(lab(), tokens())]


def _place(here: Identity) -> dict[str, str]:
    state = meetings.state(lab(), here.meeting)
    guest = state.guests.get(here.participant)
    address = place_of(here, guest.game if guest else "")
    return {
        "meeting": here.meeting,
        "demo": "ja" if state.demo else "",
        "kind": here.kind,
        "title": state.title,
        "participant": here.participant,
        "address": address,
    }
