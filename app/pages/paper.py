"""The sheets on paper for when the wifi fails: briefs, cards, voting list, board and blank forms. For who leads only."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from .. import access
from ..paper_kit import paper_kit
from ..service import games
from ..service.errors import NotFound
from .demo import strip_of
from .here import lab, tokens

blueprint = Blueprint("paper", __name__, url_prefix="/kamer/<game>/papier")


@blueprint.get("")
def sheets(game: str) -> str:
    """All sheets, or with `?zetel=` those of one seat, or with `?deel=leiding` those of who leads.

    Raises ServiceError 401 for anybody else, NotFound for a seat that is not there.
    """
    state = games.state(lab(), game)
    access.enter(lab(), tokens(), state, "facilitator")
    kit, seat, part = paper_kit(state), request.args.get("zetel", ""), request.args.get("deel", "")
    if seat and seat not in {one.id for one in kit.seats}:
        raise NotFound("no_such_seat", "Deze zetel is er niet. Kies een zetel uit de lijst.")
    return render_template("pages/paper.html", kit=kit, game=game, seat=seat, part=part, demo=strip_of(state.meeting))
