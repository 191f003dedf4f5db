"""The proefbijeenkomst: begin one, take it away, and what every page of it shows."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from .. import access
from ..service import demo, meetings
from ..service.errors import NotFound
from .here import identity, known, lab, let_in, place_of, tokens

blueprint = Blueprint("demo", __name__, url_prefix="/bijeenkomst/<meeting>/proef")


@dataclass(frozen=True, slots=True)
class DemoStrip:
    """What a page of a demo says of itself. leads: may take it away."""

    meeting: str
    leads: bool


def strip_of(meeting: str) -> DemoStrip | None:
    """For a page about this meeting; None for a real one."""
    if not demo.is_demo(lab(), meeting):
        return None
    return DemoStrip(meeting, known(meeting, ("facilitator",)) is not None)


@blueprint.post("")
def begin(meeting: str) -> Response:
    """Who leads a meeting practises at a demo table. A demo from before is taken away first."""
    here = identity(meeting, "facilitator")
    name = lab().beside.name(here.participant) or ""
    for former in access.identities(lab(), tokens()):
        if former.kind == "facilitator" and demo.is_demo(lab(), former.meeting):
            demo.remove_demo(lab(), former)
    opened = demo.open_demo(lab(), name)
    return let_in(opened.arrival, url_for("play.lead", game=opened.game))


@blueprint.post("/weg")
def remove(meeting: str) -> Response:
    """The demo is taken away; on to the meeting that this person leads, else to the start."""
    demo.remove_demo(lab(), identity(meeting, "facilitator"))
    for other in access.identities(lab(), tokens()):
        try:
            meetings.state(lab(), other.meeting)
        except NotFound:
            continue
        if other.kind == "facilitator":
            return redirect(place_of(other), 303)
    return redirect(url_for("start.home"), 303)
