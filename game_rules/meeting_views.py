"""What one identity may see of a bijeenkomst: each part is added by name."""

from __future__ import annotations

from .vocabulary.meeting import GuestView, MeetingState, MeetingView, RoomView

TABLES_WITHOUT_HELP = 2
"""One facilitator keeps an eye on this many tables; above it each table needs a tafelhulp."""


def project_meeting(state: MeetingState, kind: str, participant: str = "") -> MeetingView:
    """What one identity (of kind facilitator, helper, participant, observer or screen) may see of the meeting."""
    leads, hall = kind == "facilitator", kind == "screen"
    return MeetingView(
        meeting=state.meeting,
        title=state.title,
        door=state.door,
        rooms=_rooms(state, participant if kind == "participant" else "", leads),
        leads=leads,
        plays=kind == "participant",
        code=state.code if leads or (hall and state.door == "open") else "",
        guests=_guests(state, leads) if leads or (hall and state.division_shown) else {},
        division_shown=state.division_shown and (leads or hall),
        comparison=state.comparison if leads or hall else None,
        demo=state.demo,
        helped=_helped(state) if leads else True,
    )


def _helped(state: MeetingState) -> bool:
    return len(state.open_rooms) <= TABLES_WITHOUT_HELP or {room.game for room in state.open_rooms} <= set(
        state.helping.values()
    )


def _rooms(state: MeetingState, participant: str, leads: bool) -> dict[str, RoomView]:
    mine = state.guests[participant].game if participant in state.guests else ""
    return {
        room.game: RoomView(
            game=room.game,
            casus=room.casus,
            edition=room.edition,
            title=room.title,
            about=room.about,
            open=room.open,
            order=order,
            people=sum(guest.game == room.game for guest in state.present),
            here=room.game == mine,
            helpers=_helpers(state, room.game) if leads else {},
            imported=room.imported,
            parent=_title(state, room.parent),
        )
        for order, room in enumerate(state.rooms.values())
    }


def _title(state: MeetingState, game: str) -> str:
    """How a table is called that may stand in another meeting."""
    return state.rooms[game].title if game in state.rooms else "een ander spel" if game else ""


def _helpers(state: MeetingState, game: str) -> dict[str, int]:
    return {helper: order for order, (helper, table) in enumerate(state.helping.items()) if table == game}


def _guests(state: MeetingState, leads: bool) -> dict[str, GuestView]:
    return {
        guest.participant: GuestView(
            participant=guest.participant,
            order=order,
            game=guest.game,
            profession=guest.profession if leads else "",
        )
        for order, guest in enumerate(state.present)
    }
