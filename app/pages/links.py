"""Links with a button: for who leads a meeting, for a projector, for somebody who only watches."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ..service import arrivals, meetings
from ..tokens import Link
from .here import counted, known, lab, let_in, place_of

blueprint = Blueprint("links", __name__)

TEMPLATES = {"facilitator": "pages/facilitator_link.html", "helper": "pages/helper_link.html"}


@blueprint.get("/f/<token>")
@blueprint.get("/s/<token>")
def show(token: str) -> str:
    """What the link opens, and a button. A preview of the link does nothing."""
    link = counted(arrivals.open_link, lab(), token)
    template = TEMPLATES.get(link.kind, "pages/screen_link.html")
    return render_template(template, link=link, meeting=meetings.state(lab(), link.meeting), inside=_inside(link))


@blueprint.post("/f/<token>")
@blueprint.post("/s/<token>")
def take(token: str) -> Response:
    """The button. Who is in already keeps the token that they have."""
    link = counted(arrivals.open_link, lab(), token)
    if _inside(link):
        return redirect(_address(link), 303)
    arrival = arrivals.follow(lab(), token, request.form.get("name", ""))
    return let_in(arrival, place_of(arrival.identity, arrival.game))


def _inside(link: Link) -> bool:
    """A facilitator may open the projector of the own meeting on the same laptop without becoming the projector.

    A tafelhulp who follows the link of another table comes in there.
    """
    here = known(link.meeting, ("facilitator", link.kind))
    helps = meetings.state(lab(), link.meeting).helping
    return here is not None and (here.kind != "helper" or helps.get(here.participant) == link.game)


def _address(link: Link) -> str:
    pages = {"screen": "play.screen", "observer": "play.observe", "helper": "play.helper"}
    if link.kind in pages and link.game:
        return url_for(pages[link.kind], game=link.game)
    if link.kind == "screen":
        return url_for("tables.plenary", meeting=link.meeting)
    return url_for("meeting.overview", meeting=link.meeting)
