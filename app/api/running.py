"""Meetings for programs: begin one, open rooms, look, and do what its buttons do."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from game_rules.vocabulary.audience import Actor

from .. import access
from ..lab import Lab
from ..live.wire import order_in
from ..service import arrivals, meetings, waves
from ..service.errors import Forbidden
from .messages import (
    CasusRef,
    Casussen,
    Done,
    Links,
    MeetingAnswer,
    MeetingMade,
    NewMeeting,
    NewRoom,
    RoomMade,
    TableReply,
    Wave,
    WaveAnswer,
)

Tokens = tuple[str, ...]


def casussen(lab: Lab, tokens: Tokens, body: None) -> Casussen:
    """What can be played."""
    return Casussen(
        casussen=tuple(
            CasusRef(
                id=one.id,
                title=one.title,
                summary=one.summary,
                constellation=one.constellation,
                editions={name: edition.label for name, edition in one.editions.items()},
            )
            for one in meetings.playable(lab)
        )
    )


def create(lab: Lab, tokens: Tokens, body: NewMeeting) -> MeetingMade:
    """Begin a meeting; who leads one may begin another."""
    access.identity(lab, tokens, kinds=("facilitator",))
    meeting = meetings.create(lab, body.title)
    arrival = arrivals.admit(lab, meeting, "facilitator")
    code = meetings.state(lab, meeting).code
    link = meetings.link(lab, meeting, "facilitator")
    return MeetingMade(meeting=meeting, code=code, token=arrival.token, facilitator_link=link)


def show(lab: Lab, tokens: Tokens, body: None, meeting: str) -> MeetingAnswer:
    """A meeting as this person may see it."""
    here = access.identity(lab, tokens, meeting, ("facilitator", "participant", "helper", "observer", "screen"))
    state = meetings.state(lab, meeting)
    view = meetings.view(lab, here)
    names = lab.beside.names(meeting) if view.leads else {}
    return MeetingAnswer(version=state.version, now=lab.clock.now(), view=view, names=names)


def open_room(lab: Lab, tokens: Tokens, body: NewRoom, meeting: str) -> RoomMade:
    """Open a room."""
    here = _leads(lab, tokens, meeting)
    return RoomMade(game=meetings.open_room(lab, meeting, here, body.casus, body.edition, body.title))


def links(lab: Lab, tokens: Tokens, body: None, meeting: str) -> Links:
    """The links of a meeting."""
    _leads(lab, tokens, meeting)
    rooms = meetings.state(lab, meeting).rooms
    return Links(
        facilitator=meetings.link(lab, meeting, "facilitator"),
        screen={game: meetings.link(lab, meeting, "screen", game) for game in rooms},
        helper={game: meetings.link(lab, meeting, "helper", game) for game in rooms},
        observer={game: meetings.link(lab, meeting, "observer", game) for game in rooms},
    )


def wave(lab: Lab, tokens: Tokens, body: Wave, meeting: str) -> WaveAnswer:
    """One wish for every table of a meeting."""
    actor = _leads(lab, tokens, meeting)
    replies = waves.pass_on(lab, meeting, actor, body.wish, body.id, body.seen, body.game)
    return WaveAnswer(tables=tuple(TableReply(**asdict(one)) for one in replies))


def command(lab: Lab, tokens: Tokens, body: dict[str, Any], meeting: str) -> Done:
    """Do something in a meeting."""
    order = order_in({**body, "meeting": meeting})
    here = access.identity(lab, tokens, meeting, ("facilitator", "participant", "helper", "observer", "screen"))
    answer = meetings.submit(lab, meeting, access.actor_in_meeting(here), order.command, order.id)
    return Done(ok=True, version=answer.version)


def _leads(lab: Lab, tokens: Tokens, meeting: str) -> Actor:
    """The actor who leads this meeting. Raises ServiceError 401 or 403."""
    actor = access.actor_in_meeting(access.identity(lab, tokens, meeting, ("facilitator", "participant")))
    if actor.kind != "facilitator":
        raise Forbidden("facilitator_only", "Dit kan alleen de spelleider doen.")
    return actor
