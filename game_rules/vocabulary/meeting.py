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

LinkKind = Literal["facilitator", "helper", "screen", "observer"]
"""Who a link lets in: somebody who leads, a tafelhulp, the projector, somebody who only watches."""

Door = Literal["not_open_yet", "open", "closed", "over"]
Title = Annotated[str, Meta(min_length=1, max_length=120)]
Profession = Annotated[str, Meta(max_length=40, pattern="^[a-z_]*$")]
"""What somebody does in real life: a role id of cases/rollen.yaml, `ambtenaar`, `anders`, or empty for not said."""


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
    profession: Profession = ""


class SetProfession(MeetingCommand):
    """What this participant does in real life, said later or corrected."""

    participant: Id
    profession: Profession


class ReturnToMeeting(MeetingCommand):
    """A participant goes on, on another device; the device before is told."""

    participant: Id


class RemoveParticipant(MeetingCommand):
    """The facilitator takes a participant out of the meeting."""

    participant: Id


class OpenRoom(MeetingCommand):
    """A table begins. `game` is the id of the game that is played there; `about` says for people what is played.

    imported: it was played elsewhere, and is here to be looked back at. parent: the game of which this is a fork.
    """

    game: Id
    casus: Id
    edition: Id
    title: Title
    about: Annotated[str, Meta(max_length=240)] = ""
    imported: bool = False
    parent: Annotated[str, Meta(max_length=64)] = ""


class CloseRoom(MeetingCommand):
    """The table takes no more people."""

    game: Id


class PlaceParticipant(MeetingCommand):
    """This participant plays at this table: chosen by the participant or by the facilitator.

    was: the table that the participant was at for who wishes this (none: wherever that is).
    """

    participant: Id
    game: Id
    was: Annotated[str, Meta(max_length=64)] | None = None


class AssignHelper(MeetingCommand):
    """This tafelhulp helps at this table."""

    helper: Id
    game: Id


class ShowDivision(MeetingCommand):
    """Whether the projector of the hall may show by name who goes to which table."""

    shown: bool


class ShowComparison(MeetingCommand):
    """The screen of the hall shows these tables side by side, one part of the comparison at a time. No games: no longer.

    early: at once. Otherwise only when each of these tables has come to one year later.
    """

    games: Annotated[tuple[Id, ...], Meta(max_length=10)] = ()
    part: Annotated[str, Meta(max_length=40)] = ""
    early: bool = False


class WithdrawLink(MeetingCommand):
    """Every link of this kind, and everybody who came in by it, is out. A new link takes its place."""

    kind: LinkKind


class CloseMeeting(MeetingCommand):
    """The gathering is over: nobody comes in any more, looking back stays possible."""


AnyMeetingCommand = (
    OpenDoor | CloseDoor | JoinMeeting | SetProfession | ReturnToMeeting | RemoveParticipant
    | OpenRoom | CloseRoom | PlaceParticipant | AssignHelper | ShowDivision | ShowComparison | WithdrawLink
    | CloseMeeting
)  # fmt: skip


# --- facts -----------------------------------------------------------------------------------------------------------


class MeetingEvent(Fact, tag_field="type", tag=snake):
    """The base of every fact about a meeting."""


class MeetingCreated(MeetingEvent):
    """The first event. `code` is six digits; `places` is how many participants fit; `demo`: to practise, not a real one."""

    meeting: str
    code: str
    title: str
    places: int = 600
    demo: bool = False


class DoorOpened(MeetingEvent):
    pass


class DoorClosed(MeetingEvent):
    pass


class ParticipantJoined(MeetingEvent):
    participant: str
    profession: str = ""


class ProfessionSet(MeetingEvent):
    participant: str
    profession: str


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
    imported: bool = False
    parent: str = ""


class RoomClosed(MeetingEvent):
    game: str


class ParticipantPlaced(MeetingEvent):
    participant: str
    game: str


class HelperAssigned(MeetingEvent):
    helper: str
    game: str


class DivisionShown(MeetingEvent):
    shown: bool


class ComparisonShown(MeetingEvent):
    """What the screen of the hall compares from now on; no games: nothing."""

    games: tuple[str, ...] = ()
    part: str = ""
    early: bool = False


class LinkWithdrawn(MeetingEvent):
    kind: LinkKind


class MeetingClosed(MeetingEvent):
    pass


AnyMeetingEvent = (
    MeetingCreated | DoorOpened | DoorClosed | ParticipantJoined | ProfessionSet | ParticipantReturned
    | ParticipantRemoved | RoomOpened | RoomClosed | ParticipantPlaced | HelperAssigned | DivisionShown
    | ComparisonShown | LinkWithdrawn | MeetingClosed
)  # fmt: skip

MEETING_COMMANDS: tuple[type[MeetingCommand], ...] = get_args(AnyMeetingCommand)
"""Every wish about a meeting."""


class MeetingRecord(Fact):
    """One event where it stands in the log of a meeting; the fields are those of a game's Record."""

    version: int
    at: int
    actor: Actor
    command: str
    event: AnyMeetingEvent


# --- what is ---------------------------------------------------------------------------------------------------------


class Room(Fact):
    """A table in the meeting, in the order in which it was opened. `imported`: it was played elsewhere.

    parent: the game of which it is a fork (empty: it is none).
    """

    game: str
    casus: str
    edition: str
    title: str
    about: str = ""
    imported: bool = False
    parent: str = ""
    open: bool = True


class Guest(Fact):
    """A participant. `game`: the table, if any. `device`: how often the participant moved to another device."""

    participant: str
    joined: int
    game: str = ""
    profession: str = ""
    device: int = 0
    removed: bool = False


class HelperPlace(Fact):
    """Where a tafelhulp helps. `stamp`: how often links for helpers had been withdrawn by then."""

    game: str
    stamp: int = 0


class HallComparison(Fact):
    """What the screen of the hall compares: which tables, which part, and whether also while they play."""

    games: tuple[str, ...]
    part: str
    early: bool = False


class MeetingState(Struct, frozen=True, kw_only=True):
    """A meeting at one version, folded from its events.

    links: how often each kind of link was withdrawn. helpers: per tafelhulp the table, and the count of links then.
    """

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
    helpers: dict[str, HelperPlace] = {}
    division_shown: bool = False
    comparison: HallComparison | None = None
    demo: bool = False

    @property
    def helping(self) -> dict[str, str]:
        """Per tafelhulp whose link still works the table."""
        now = self.links.get("helper", 0)
        return {helper: place.game for helper, place in self.helpers.items() if place.stamp == now}

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
    """A table as somebody in the meeting sees it. `here`: the one who looks plays there.

    helpers: for who leads, the tafelhulpen of this table, in order. parent: the title of the table on which it follows.
    """

    game: str
    casus: str
    edition: str
    title: str
    about: str
    open: bool
    order: int
    people: int
    here: bool = False
    helpers: dict[str, int] = {}
    imported: bool = False
    parent: str = ""


class GuestView(Fact):
    """A participant in the list of the facilitator."""

    participant: str
    order: int
    game: str = ""
    profession: str = ""


class MeetingView(Fact):
    """What one identity may see of a meeting. Code and people are for who `leads`; who `plays` has a table.

    The projector of the hall has the code while the door is open, and the people while the division is shown. `helped`:
    every table has a tafelhulp, or there are too few tables to need one. comparison: for who leads and for the hall.
    """

    meeting: str
    title: str
    door: Door
    rooms: dict[str, RoomView]
    leads: bool = False
    plays: bool = False
    code: str = ""
    guests: dict[str, GuestView] = {}
    division_shown: bool = False
    comparison: HallComparison | None = None
    helped: bool = True
    demo: bool = False
