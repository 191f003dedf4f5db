"""What the buttons of a bijeenkomst do. Every form has a token; every answer sends the browser back to a page."""

from __future__ import annotations

from typing import get_args

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.meeting import (
    AnyMeetingCommand,
    CloseDoor,
    CloseMeeting,
    CloseRoom,
    LinkKind,
    OpenDoor,
    PlaceParticipant,
    RemoveParticipant,
    SetProfession,
    WithdrawLink,
)

from ..access import actor_in_meeting
from ..service import arrivals, meetings
from ..service.errors import NotFound, ServiceError
from ..service.professions import check_profession
from .here import identity, lab, let_in

blueprint = Blueprint("steps", __name__, url_prefix="/bijeenkomst/<meeting>")

DOOR: dict[str, AnyMeetingCommand] = {"open": OpenDoor(), "dicht": CloseDoor()}


def _leader(meeting: str) -> Actor:
    """Who leads this meeting. Raises ServiceError 401 or 403."""
    return actor_in_meeting(identity(meeting, "facilitator"))


def _back(meeting: str, part: str) -> Response:
    return redirect(url_for("meeting.overview", meeting=meeting, _anchor=part), 303)


@blueprint.post("/deur")
def door(meeting: str) -> Response:
    """Open or close the door."""
    command = DOOR.get(request.form.get("stand", ""))
    if command is None:
        raise ServiceError("malformed", "Kies of de deur open of dicht gaat.", 400)
    meetings.submit(lab(), meeting, _leader(meeting), command)
    return _back(meeting, "meedoen")


@blueprint.post("/kamers")
def open_room(meeting: str) -> Response:
    """Open a room for a casus in one of its editions: `casus` is `<casus>:<edition>`."""
    casus, _, edition = request.form.get("casus", "").partition(":")
    meetings.open_room(lab(), meeting, _leader(meeting), casus, edition, request.form.get("title", ""))
    return _back(meeting, "kamers")


@blueprint.post("/kamers/<game>/sluit")
def close_room(meeting: str, game: str) -> Response:
    """This room takes no more people."""
    meetings.submit(lab(), meeting, _leader(meeting), CloseRoom(game=game))
    return _back(meeting, "kamers")


@blueprint.post("/deelnemers/<participant>/naam")
def rename(meeting: str, participant: str) -> Response:
    """Another name for a participant."""
    _leader(meeting)
    meetings.rename(lab(), meeting, participant, request.form.get("name", ""))
    return _back(meeting, "deelnemers")


@blueprint.post("/deelnemers/<participant>/tafel")
def place(meeting: str, participant: str) -> Response:
    """A participant goes to another room."""
    was = request.form.get("was")
    wanted = PlaceParticipant(participant=participant, game=request.form.get("game", ""), was=was)
    meetings.submit(lab(), meeting, _leader(meeting), wanted)
    return _back(meeting, "deelnemers")


@blueprint.post("/deelnemers/<participant>/beroep")
def profession(meeting: str, participant: str) -> Response:
    """What a participant does in real life, corrected."""
    said = check_profession(lab(), request.form.get("profession", ""))
    meetings.submit(lab(), meeting, _leader(meeting), SetProfession(participant=participant, profession=said))
    return _back(meeting, "deelnemers")


@blueprint.post("/deelnemers/<participant>/verwijder")
def remove(meeting: str, participant: str) -> Response:
    """A participant is taken out of the meeting."""
    meetings.submit(lab(), meeting, _leader(meeting), RemoveParticipant(participant=participant))
    return _back(meeting, "deelnemers")


@blueprint.post("/tafel")
def choose(meeting: str) -> Response:
    """A participant chooses a room."""
    here = identity(meeting, "participant")
    game = request.form.get("game", "")
    wanted = PlaceParticipant(participant=here.participant, game=game)
    meetings.submit(lab(), meeting, actor_in_meeting(here), wanted)
    return redirect(url_for("play.seat", game=game), 303)


@blueprint.post("/links/<kind>/vernieuw")
def renew(meeting: str, kind: str) -> Response:
    """Withdraw the links of a kind. Who withdraws the facilitator's link stays in, on this device only."""
    if kind not in get_args(LinkKind):
        raise NotFound("wrong_link", "Deze soort link is er niet.")
    here = identity(meeting, "facilitator")
    meetings.submit(lab(), meeting, actor_in_meeting(here), WithdrawLink(kind=kind))  # type: ignore[arg-type]
    if kind == "facilitator":
        return let_in(arrivals.renew(lab(), here), url_for("meeting.overview", meeting=meeting, _anchor="links"))
    return _back(meeting, "links")


@blueprint.post("/einde")
def close(meeting: str) -> Response:
    """The meeting is over."""
    meetings.submit(lab(), meeting, _leader(meeting), CloseMeeting())
    return _back(meeting, "afsluiten")


@blueprint.post("/namen-wissen")
def forget_names(meeting: str) -> Response:
    """All names of this meeting are deleted."""
    meetings.forget_names(lab(), meeting, _leader(meeting))
    return _back(meeting, "afsluiten")


@blueprint.post("/nieuw")
def create(meeting: str) -> Response:
    """Who leads a meeting may begin another one, and leads that too."""
    _leader(meeting)
    new = meetings.create(lab(), request.form.get("title", ""))
    arrival = arrivals.admit(lab(), new, "facilitator", lab().beside.name(identity(meeting).participant) or "")
    return let_in(arrival, url_for("meeting.overview", meeting=new))
