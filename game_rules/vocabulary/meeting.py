"""The words of a bijeenkomst: who is in, which rooms there are, whether the door is open.

A second, small event stream beside those of the games. Names, tokens and return codes are not in it: they live beside
the log and can be deleted.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from .audience import Actor
from .base import Fact, Word, snake
from .commands import Id

LinkKind = Literal["facilitator", "screen", "observer"]
"""Who a link lets in: somebody who leads, the projector, somebody who only watches."""

Door = Literal["not_open_yet", "open", "closed", "over"]
Title = Annotated[str, Meta(min_length=1, max_length=120)]


# --- wishes ----------------------------------------------------------------------------------------------------------


class MeetingCommand(Word, tag_field="type", tag=snake):
    """The base of every wish about a meeting."""


class OpenDoor(MeetingCommand):
    """From now on the code lets people in."""


class CloseDoor(MeetingCommand):
    """The code lets nobody in any more. Who is in stays in, and return codes still work."""


class JoinMeeting(MeetingCommand):
    """Somebody comes in through the door. The same participant twice is one participant."""

    participant: Id


class ReturnToMeeting(MeetingCommand):
    """A participant goes on, on another device; the device before is told."""

    participant: Id


class RemoveParticipant(MeetingCommand):
    """The facilitator takes a participant out of the meeting."""

    participant: Id


class OpenRoom(MeetingCommand):
    """A table begins. `game` is the id of the game that is played there; `about` says for people what is played."""

    game: Id
    casus: Id
    edition: Id
    title: Title
    about: Annotated[str, Meta(max_length=240)] = ""


class CloseRoom(MeetingCommand):
    """The table takes no more people."""

    game: Id


class PlaceParticipant(MeetingCommand):
    """This participant plays at this table: chosen by the participant or by the facilitator."""

    participant: Id
    game: Id


class WithdrawLink(MeetingCommand):
    """Every link of this kind, and everybody who came in by it, is out. A new link takes its place."""

    kind: LinkKind


class CloseMeeting(MeetingCommand):
    """The gathering is over: nobody comes in any more, looking back stays possible."""


AnyMeetingCommand = (
    OpenDoor | CloseDoor | JoinMeeting | ReturnToMeeting | RemoveParticipant
    | OpenRoom | CloseRoom | PlaceParticipant | WithdrawLink | CloseMeeting
)  # fmt: skip


# --- facts -----------------------------------------------------------------------------------------------------------


class MeetingEvent(Fact, tag_field="type", tag=snake):
    """The base of every fact about a meeting."""


class MeetingCreated(MeetingEvent):
    """The first event. `code` is six digits; `places` is how many participants fit."""

    meeting: str
    code: str
    title: str
    places: int = 600


class DoorOpened(MeetingEvent):
    pass


class DoorClosed(MeetingEvent):
    pass


class ParticipantJoined(MeetingEvent):
    participant: str


class ParticipantReturned(MeetingEvent):
    participant: str


class ParticipantRemoved(MeetingEvent):
    participant: str


class RoomOpened(MeetingEvent):
    game: str
    casus: str
    edition: str
    title: str
    about: str = ""


class RoomClosed(MeetingEvent):
    game: str


class ParticipantPlaced(MeetingEvent):
    participant: str
    game: str


class LinkWithdrawn(MeetingEvent):
    kind: LinkKind


class MeetingClosed(MeetingEvent):
    pass


AnyMeetingEvent = (
    MeetingCreated | DoorOpened | DoorClosed | ParticipantJoined | ParticipantReturned | ParticipantRemoved
    | RoomOpened | RoomClosed | ParticipantPlaced | LinkWithdrawn | MeetingClosed
)  # fmt: skip

MEETING_COMMANDS: tuple[type[MeetingCommand], ...] = get_args(AnyMeetingCommand)
"""Every wish about a meeting."""

MEETING_EVENTS: tuple[type[MeetingEvent], ...] = get_args(AnyMeetingEvent)
"""Every fact about a meeting, in the order above."""


class MeetingRecord(Fact):
    """One event where it stands in the log of a meeting; the fields are those of a game's Record."""

    version: int
    at: int
    actor: Actor
    command: str
    event: AnyMeetingEvent


# --- what is ---------------------------------------------------------------------------------------------------------


class Room(Fact):
    """A table in the meeting, in the order in which it was opened."""

    game: str
    casus: str
    edition: str
    title: str
    about: str = ""
    open: bool = True


class Guest(Fact):
    """A participant. `game`: the table, if any. `device`: how often the participant moved to another device."""

    participant: str
    joined: int
    game: str = ""
    device: int = 0
    removed: bool = False


class MeetingState(Struct, frozen=True, kw_only=True):
    """A meeting at one version, folded from its events. `links` counts how often a kind of link was withdrawn."""

    meeting: str
    code: str
    title: str
    places: int
    version: int = 0
    at: int = 0
    door: Door = "not_open_yet"
    rooms: dict[str, Room] = {}
    guests: dict[str, Guest] = {}
    links: dict[str, int] = {}

    @property
    def present(self) -> tuple[Guest, ...]:
        """The participants that were not removed, in the order in which they came in."""
        return tuple(guest for guest in self.guests.values() if not guest.removed)

    @property
    def open_rooms(self) -> tuple[Room, ...]:
        """The rooms that people can go to."""
        return tuple(room for room in self.rooms.values() if room.open)


# --- what one looks at -----------------------------------------------------------------------------------------------


class RoomView(Fact):
    """A table as somebody in the meeting sees it. `here`: the one who looks plays there."""

    game: str
    casus: str
    edition: str
    title: str
    about: str
    open: bool
    order: int
    people: int
    here: bool = False


class GuestView(Fact):
    """A participant in the list of the facilitator."""

    participant: str
    order: int
    game: str = ""


class MeetingView(Fact):
    """What one identity may see of a meeting. Code and people are for who `leads` only; who `plays` has a table."""

    meeting: str
    title: str
    door: Door
    rooms: dict[str, RoomView]
    leads: bool = False
    plays: bool = False
    code: str = ""
    guests: dict[str, GuestView] = {}
