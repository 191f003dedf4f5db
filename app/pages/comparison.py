"""Tables side by side: for who leads and, after the reveal, for who was there; on the screen of the hall; by link."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from game_rules.comparison import FEWEST, Eyes
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.meeting import ShowComparison

from .. import comparing
from ..access import actor_in_meeting
from ..ports import Identity, IdentityKind
from ..report.compared import HALL_PARTS, Compared
from ..service import games, meetings
from ..service.errors import Forbidden
from .here import identity, known, lab, place_of, tokens

blueprint = Blueprint("comparison", __name__)

IN_MEETING = "/bijeenkomst/<meeting>/vergelijken"
KINDS: tuple[IdentityKind, ...] = ("facilitator", "participant", "helper", "observer", "screen")


def sides() -> comparing.Sides:
    """What was worked out before, for this server."""
    return comparing.sides_of(current_app.extensions)


@blueprint.get(IN_MEETING)
def show(meeting: str) -> str | Response:
    """The page. `kamer` (several): which tables; `alles=1`: for who leads, also what is not public yet; `deel=1`: what changes."""
    here = identity(meeting, *KINDS)
    found = comparing.choices(lab(), here)
    if len(found) < FEWEST and here.kind != "facilitator":
        raise Forbidden("compare_later", comparing.LATER)
    wanted = tuple(dict.fromkeys(request.args.getlist("kamer"))) or comparing.beginning(found)
    comparing.check_may(found, wanted)
    eyes: Eyes = "lead" if here.kind == "facilitator" and request.args.get("alles") == "1" else "public"
    return _part(meeting, wanted, eyes) if request.args.get("deel") else _page(here, found, wanted, eyes)


def _part(meeting: str, wanted: Sequence[str], eyes: Eyes) -> Response:
    """What a page asks for again when a table moved: only sent when it reads differently."""
    found = Compared(comparing.in_meeting(lab(), sides(), meeting, wanted, eyes))
    return tagged(render_template("comparison/all.html", v=found))


def tagged(html: str) -> Response:
    """An answer that is empty when the browser has exactly this already."""
    answer = make_response(html)
    answer.set_etag(hashlib.blake2b(html.encode(), digest_size=12).hexdigest())
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer.make_conditional(request)


def _page(here: Identity, found: Sequence[comparing.Choice], wanted: Sequence[str], eyes: Eyes) -> str:
    state = meetings.state(lab(), here.meeting)
    problem, compared = "", None
    try:
        compared = Compared(comparing.in_meeting(lab(), sides(), here.meeting, wanted, eyes))
    except RuleError as refused:
        problem = refused.message
    leads = here.kind == "facilitator"
    watched = {game: games.state(lab(), game).version for game in wanted} if leads and compared else {}
    return render_template(
        "pages/comparison.html",
        here=here,
        state=state,
        choices=found,
        wanted=wanted,
        v=compared,
        problem=problem,
        leads=leads,
        eyes=eyes,
        watched=watched,
        back=url_for("tables.overview", meeting=here.meeting) if leads else place_of(here, _table_of(here)),
    )


def _table_of(here: Identity) -> str:
    """The own table of a participant; empty for others and for who has none."""
    guest = meetings.state(lab(), here.meeting).guests.get(here.participant)
    return guest.game if guest else ""


@blueprint.post(f"{IN_MEETING}/zaal")
def to_hall(meeting: str) -> Response:
    """What the screen of the hall compares: `kamer` (several, none: nothing), `stuk`, and `nu=1`: also while tables play."""
    leader = actor_in_meeting(identity(meeting, "facilitator"))
    wanted = tuple(dict.fromkeys(request.form.getlist("kamer")))
    part = comparing.part_of(request.form.get("stuk", ""), HALL_PARTS) if wanted else ""
    if wanted:
        comparing.in_meeting(lab(), sides(), meeting, wanted, "public")
    early = bool(wanted) and request.form.get("nu") == "1"
    meetings.submit(lab(), meeting, leader, ShowComparison(games=wanted, part=part, early=early))
    seen = request.form.getlist("gekozen") or wanted
    return redirect(url_for("comparison.show", meeting=meeting, kamer=seen, _anchor="zaal"), 303)


@blueprint.get("/bijeenkomst/<meeting>/scherm/vergelijking")
def in_hall(meeting: str) -> Response:
    """What the screen of the hall shows of it now; 204 when that is nothing (yet)."""
    identity(meeting, "screen", "facilitator")
    found = comparing.hall(lab(), sides(), meeting)
    shown = meetings.state(lab(), meeting).comparison
    if found is None or shown is None:
        return Response(status=204)
    return tagged(render_template("comparison/hall.html", v=Compared(found, key="zaal", wide=True), part=shown.part))


@blueprint.get("/lab/vergelijken")
def by_link() -> str:
    """Any tables by their games, `?kamer=…&kamer=…`, in this order: for who may look back at all of them."""
    found = comparing.anywhere(lab(), sides(), tokens(), request.args.getlist("kamer"))
    here = known()
    return render_template(
        "pages/compared.html",
        v=Compared(found),
        back=place_of(here, _table_of(here)) if here else url_for("start.home"),
    )
