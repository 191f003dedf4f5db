"""Dividing people over the tables: how it would be, another draw, and doing it."""

from __future__ import annotations

import secrets

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from game_rules.casting import Placing
from game_rules.vocabulary.meeting import ShowDivision

from ..access import actor_in_meeting
from ..service import dividing, meetings
from ..service.errors import ServiceError
from .here import identity, lab

blueprint = Blueprint("dividing", __name__, url_prefix="/bijeenkomst/<meeting>")

MOST_PLACINGS = 600
MALFORMED = ServiceError("malformed", "Dit voorstel klopt niet. Ververs de pagina en kies opnieuw.", 400)


@blueprint.get("/verdelen")
def show(meeting: str) -> str:
    """How it would be: `wijze` is casting or lot, `wie` is all or new, `loting` any word that makes the draw."""
    identity(meeting, "facilitator")
    begun = dividing.begun(lab(), meeting)
    way, whom = _choice("wijze", dividing.WAYS, "casting"), _choice("wie", dividing.WHOM, "new" if begun else "all")
    seed = request.args.get("loting", "")[:40] or secrets.token_hex(4)
    proposal = dividing.propose(lab(), meeting, way, whom, seed)  # type: ignore[arg-type]
    return render_template(
        "pages/division.html",
        state=meetings.state(lab(), meeting),
        proposal=proposal,
        way=way,
        whom=whom,
        again=secrets.token_hex(4),
        once=secrets.token_hex(12),
    )


def _choice(name: str, choices: tuple[str, ...], otherwise: str) -> str:
    wanted = request.args.get(name, otherwise)
    return wanted if wanted in choices else otherwise


@blueprint.post("/verdelen")
def carry_out(meeting: str) -> Response | str:
    """What stood on the screen is done. Who could not be placed is named, with the reason; the rest stands."""
    actor = actor_in_meeting(identity(meeting, "facilitator"))
    placings = _placings()
    once = request.form.get("once", "")[:32] or secrets.token_hex(12)
    failed = dividing.carry_out(lab(), meeting, actor, placings, once)
    filled = dividing.fill(lab(), meeting, actor, once) if request.form.get("computer") else ()
    if not failed and not filled:
        return redirect(url_for("tables.overview", meeting=meeting), 303)
    return render_template(
        "pages/divided.html", state=meetings.state(lab(), meeting), failed=failed, filled=filled, placings=placings
    )


def _placings() -> tuple[Placing, ...]:
    """The places that the form holds, as `<participant>|<game>|<seat>|<duo>`."""
    found = []
    for place in request.form.getlist("plek")[:MOST_PLACINGS]:
        participant, game, seat, duo = [*place.split("|"), "", "", "", ""][:4]
        if not participant.startswith("p-") or not game.startswith("g-") or len(place) > 200:
            raise MALFORMED
        found.append(Placing(participant=participant, game=game, seat=seat, shadow=duo == "duo"))
    return tuple(found)


@blueprint.post("/verdeling-tonen")
def reveal(meeting: str) -> Response:
    """Whether the screen of the hall shows by name who goes where."""
    actor = actor_in_meeting(identity(meeting, "facilitator"))
    shown = request.form.get("shown") == "ja"
    meetings.submit(lab(), meeting, actor, ShowDivision(shown=shown))
    return redirect(url_for("tables.overview", meeting=meeting), 303)
