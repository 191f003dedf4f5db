"""The rules of a bijeenkomst: decide and evolve, as for a game. What one may see of it: `meeting_views`.

A meeting knows who is in, which tables there are and whether the door is open. What happens at a table is the game's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from msgspec.structs import asdict, replace

from .vocabulary.audience import Actor
from .vocabulary.errors import RuleError
from .vocabulary.meeting import (
    AnyMeetingCommand,
    AnyMeetingEvent,
    AssignHelper,
    CloseDoor,
    CloseMeeting,
    CloseRoom,
    ComparisonShown,
    DivisionShown,
    DoorClosed,
    DoorOpened,
    Guest,
    HallComparison,
    HelperAssigned,
    HelperPlace,
    JoinMeeting,
    LinkWithdrawn,
    MeetingClosed,
    MeetingCreated,
    MeetingRecord,
    MeetingState,
    OpenDoor,
    OpenRoom,
    ParticipantJoined,
    ParticipantPlaced,
    ParticipantRemoved,
    ParticipantReturned,
    PlaceParticipant,
    ProfessionSet,
    RemoveParticipant,
    ReturnToMeeting,
    Room,
    RoomClosed,
    RoomOpened,
    SetProfession,
    ShowComparison,
    ShowDivision,
    WithdrawLink,
)

Events = tuple[AnyMeetingEvent, ...]

MESSAGES = {
    "not_open_yet": "De bijeenkomst is nog niet open. Wacht tot je spelleider de deur opent en probeer het opnieuw.",
    "door_closed": "De deur van deze bijeenkomst is dicht. Deed je al mee? Gebruik dan je persoonlijke terugkeercode. "
    "Ben je nieuw? Vraag je spelleider om de deur te openen.",
    "meeting_over": "Deze bijeenkomst is voorbij. Deed je mee? Dan kun je met je terugkeercode nog terugkijken.",
    "meeting_full": "Deze bijeenkomst is vol. Vraag je spelleider of er een plek vrijkomt.",
    "removed": "Je bent uit deze bijeenkomst gehaald. Vraag je spelleider wat er aan de hand is.",
    "facilitator_only": "Dit kan alleen de spelleider doen.",
    "no_such_participant": "Deze deelnemer is niet in de bijeenkomst. Ververs de pagina om te zien wie er zijn.",
    "no_such_room": "Deze kamer is er niet. Kies een kamer uit de lijst.",
    "room_closed": "Deze kamer is dicht. Kies een andere kamer of vraag je spelleider om hulp.",
    "room_exists": "Deze kamer is er al.",
    "not_yours": "Je kunt dit alleen voor jezelf kiezen.",
    "moved_meanwhile": "Een andere spelleider heeft deze deelnemer net al naar een andere tafel gestuurd. "
    "Ververs de pagina om te zien waar.",
    "malformed": "Deze opdracht klopt niet. Ververs de pagina en probeer het opnieuw.",
}
"""What a person reads when the rules of a meeting say no: what is wrong and what to do."""

_COMMANDS = msgspec.json.Decoder(AnyMeetingCommand)
_RECORDS = msgspec.json.Decoder(MeetingRecord)


def refusal(code: str) -> RuleError:
    """The refusal with this code and its Dutch sentence. Raises KeyError for a code that is not in MESSAGES."""
    return RuleError(code, MESSAGES[code])


# --- encoding --------------------------------------------------------------------------------------------------------


def encode_meeting_record(record: MeetingRecord) -> bytes:
    """The record as JSON, for the log."""
    return msgspec.json.encode(record)


def decode_meeting_record(data: bytes) -> MeetingRecord:
    """The record that `encode_meeting_record` wrote; fields of a later release are skipped."""
    return _RECORDS.decode(data)


def decode_meeting_command(data: bytes | dict[str, Any]) -> AnyMeetingCommand:
    """A wish from outside, decoded strictly. Raises RuleError `malformed`."""
    try:
        command: AnyMeetingCommand = (
            _COMMANDS.decode(data) if isinstance(data, bytes) else msgspec.convert(data, AnyMeetingCommand)
        )
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise refusal("malformed") from error
    return command


# --- decide ----------------------------------------------------------------------------------------------------------


def create_meeting(meeting: str, code: str, title: str, places: int = 600, demo: bool = False) -> MeetingCreated:
    """The first event of a meeting. `code` is six digits, checked to be free by the caller. `demo`: only to practise."""
    return MeetingCreated(meeting=meeting, code=code, title=title, places=places, demo=demo)


def decide_meeting(state: MeetingState, actor: Actor, command: AnyMeetingCommand) -> Events:
    """What follows when `actor` wishes this; nothing when it is already so.

    Raises RuleError with a code of MESSAGES.
    """
    if actor.kind != "facilitator" and not isinstance(command, _FOR_PARTICIPANTS):
        raise refusal("facilitator_only")
    return _DECIDE[type(command)](state, actor, command)


def _open_door(state: MeetingState, actor: Actor, command: OpenDoor) -> Events:
    _not_over(state)
    return () if state.door == "open" else (DoorOpened(),)


def _close_door(state: MeetingState, actor: Actor, command: CloseDoor) -> Events:
    _not_over(state)
    return () if state.door == "closed" else (DoorClosed(),)


def _join(state: MeetingState, actor: Actor, command: JoinMeeting) -> Events:
    guest = state.guests.get(command.participant)
    if guest is not None and guest.removed:
        raise refusal("removed")
    if guest is not None:
        return ()
    check_door(state)
    return (
        ParticipantJoined(participant=command.participant, profession=command.profession),
        *_place_at_only_room(state, command.participant),
    )


def _set_profession(state: MeetingState, actor: Actor, command: SetProfession) -> Events:
    _check_own(actor, command.participant)
    guest = _guest(state, command.participant)
    if guest.profession == command.profession:
        return ()
    return (ProfessionSet(participant=command.participant, profession=command.profession),)


def check_door(state: MeetingState) -> None:
    """Can somebody new come in now? Raises RuleError not_open_yet, door_closed, meeting_over or meeting_full."""
    closed = {"not_open_yet": "not_open_yet", "closed": "door_closed", "over": "meeting_over"}
    if state.door != "open":
        raise refusal(closed[state.door])
    if len(state.present) >= state.places:
        raise refusal("meeting_full")


def _place_at_only_room(state: MeetingState, participant: str) -> Events:
    """With one open room there is nothing to choose."""
    rooms = state.open_rooms
    return (ParticipantPlaced(participant=participant, game=rooms[0].game),) if len(rooms) == 1 else ()


def _return(state: MeetingState, actor: Actor, command: ReturnToMeeting) -> Events:
    _guest(state, command.participant)
    return (ParticipantReturned(participant=command.participant),)


def _remove(state: MeetingState, actor: Actor, command: RemoveParticipant) -> Events:
    guest = state.guests.get(command.participant)
    if guest is None:
        raise refusal("no_such_participant")
    return () if guest.removed else (ParticipantRemoved(participant=command.participant),)


def _open_room(state: MeetingState, actor: Actor, command: OpenRoom) -> Events:
    """Looking back stays possible when a meeting is over, so what was played elsewhere may still come in."""
    if not command.imported:
        _not_over(state)
    if command.game in state.rooms:
        raise refusal("room_exists")
    return (RoomOpened(**asdict(command)),)


def _close_room(state: MeetingState, actor: Actor, command: CloseRoom) -> Events:
    return (RoomClosed(game=command.game),) if _room(state, command.game).open else ()


def _place(state: MeetingState, actor: Actor, command: PlaceParticipant) -> Events:
    _check_own(actor, command.participant)
    guest = _guest(state, command.participant)
    if guest.game == command.game:
        return ()
    if command.was is not None and guest.game != command.was:
        raise refusal("moved_meanwhile")
    if not _room(state, command.game).open:
        raise refusal("room_closed")
    return (ParticipantPlaced(participant=command.participant, game=command.game),)


def _check_own(actor: Actor, participant: str) -> None:
    if actor.kind != "facilitator" and actor.participant != participant:
        raise refusal("not_yours")


def _assign_helper(state: MeetingState, actor: Actor, command: AssignHelper) -> Events:
    _not_over(state)
    game = _room(state, command.game).game
    return () if state.helping.get(command.helper) == game else (HelperAssigned(helper=command.helper, game=game),)


def _show_division(state: MeetingState, actor: Actor, command: ShowDivision) -> Events:
    return () if state.division_shown == command.shown else (DivisionShown(shown=command.shown),)


def _show_comparison(state: MeetingState, actor: Actor, command: ShowComparison) -> Events:
    for game in command.games:
        _room(state, game)
    wanted = _comparison(command)
    return () if state.comparison == wanted else (ComparisonShown(**asdict(command)),)


def _comparison(wish: ShowComparison | ComparisonShown) -> HallComparison | None:
    """What the hall compares after this; nothing without tables."""
    return HallComparison(games=wish.games, part=wish.part, early=wish.early) if wish.games else None


def _withdraw(state: MeetingState, actor: Actor, command: WithdrawLink) -> Events:
    return (LinkWithdrawn(kind=command.kind),)


def _close(state: MeetingState, actor: Actor, command: CloseMeeting) -> Events:
    return () if state.door == "over" else (MeetingClosed(),)


def _not_over(state: MeetingState) -> None:
    if state.door == "over":
        raise refusal("meeting_over")


def _room(state: MeetingState, game: str) -> Room:
    if game not in state.rooms:
        raise refusal("no_such_room")
    return state.rooms[game]


def _guest(state: MeetingState, participant: str) -> Guest:
    """The participant, who must be in. Raises RuleError no_such_participant or removed."""
    guest = state.guests.get(participant)
    if guest is None:
        raise refusal("no_such_participant")
    if guest.removed:
        raise refusal("removed")
    return guest


_FOR_PARTICIPANTS = (JoinMeeting, SetProfession, ReturnToMeeting, PlaceParticipant)
_DECIDE: dict[type, Callable[[MeetingState, Actor, Any], Events]] = {
    OpenDoor: _open_door,
    CloseDoor: _close_door,
    JoinMeeting: _join,
    SetProfession: _set_profession,
    ReturnToMeeting: _return,
    RemoveParticipant: _remove,
    OpenRoom: _open_room,
    CloseRoom: _close_room,
    PlaceParticipant: _place,
    AssignHelper: _assign_helper,
    ShowDivision: _show_division,
    ShowComparison: _show_comparison,
    WithdrawLink: _withdraw,
    CloseMeeting: _close,
}


# --- evolve ----------------------------------------------------------------------------------------------------------


def start_meeting(record: MeetingRecord) -> MeetingState:
    """The state after the first record. Raises ValueError when that does not hold MeetingCreated."""
    event = record.event
    if not isinstance(event, MeetingCreated):
        raise ValueError(f"a meeting begins with meeting_created, not with {type(event).__name__}")
    return MeetingState(
        meeting=event.meeting,
        code=event.code,
        title=event.title,
        places=event.places,
        demo=event.demo,
        version=record.version,
        at=record.at,
    )


def evolve_meeting(state: MeetingState, record: MeetingRecord) -> MeetingState:
    """The state after one more record. A stored event always applies."""
    event = record.event
    state = replace(state, version=record.version, at=record.at)
    match event:
        case DoorOpened():
            return replace(state, door="open")
        case DoorClosed():
            return replace(state, door="closed")
        case MeetingClosed():
            return replace(state, door="over")
        case LinkWithdrawn(kind=kind):
            return replace(state, links={**state.links, kind: state.links.get(kind, 0) + 1})
        case HelperAssigned(helper=helper, game=game):
            place = HelperPlace(game=game, stamp=state.links.get("helper", 0))
            return replace(state, helpers={**state.helpers, helper: place})
        case DivisionShown(shown=shown):
            return replace(state, division_shown=shown)
        case ComparisonShown():
            return replace(state, comparison=_comparison(event))
        case RoomOpened():
            return _with_room(state, Room(**asdict(event), open=not event.imported))
        case RoomClosed(game=game) if game in state.rooms:
            return _with_room(state, replace(state.rooms[game], open=False))
    return _evolve_guests(state, event)


def _evolve_guests(state: MeetingState, event: AnyMeetingEvent) -> MeetingState:
    if isinstance(event, ParticipantJoined):
        new = Guest(participant=event.participant, joined=state.version, profession=event.profession)
        return _with_guest(state, new)
    guest = state.guests.get(getattr(event, "participant", ""))
    if guest is None:
        return state
    if isinstance(event, ParticipantReturned):
        return _with_guest(state, replace(guest, device=guest.device + 1))
    if isinstance(event, ParticipantRemoved):
        return _with_guest(state, replace(guest, removed=True, game=""))
    if isinstance(event, ProfessionSet):
        return _with_guest(state, replace(guest, profession=event.profession))
    if isinstance(event, ParticipantPlaced):
        return _with_guest(state, replace(guest, game=event.game))
    return state


def _with_room(state: MeetingState, room: Room) -> MeetingState:
    return replace(state, rooms={**state.rooms, room.game: room})


def _with_guest(state: MeetingState, guest: Guest) -> MeetingState:
    return replace(state, guests={**state.guests, guest.participant: guest})


def replay_meeting(records: Iterable[MeetingRecord]) -> MeetingState:
    """The state after all records. Raises ValueError when there is none."""
    rest = iter(records)
    first = next(rest, None)
    if first is None:
        raise ValueError("a meeting has at least one record")
    state = start_meeting(first)
    for record in rest:
        state = evolve_meeting(state, record)
    return state
