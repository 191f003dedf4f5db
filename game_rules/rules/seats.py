"""Seats: take, leave, assign, share as holder and shadow, let the computer play, leave empty; attendance and stands."""

from __future__ import annotations

from msgspec.structs import replace

from ..turn import Turn, at_table, casus_seat, seat_of
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState, Late, SeatState
from .feed import label, tell

PLAYING = ("round", "meal")


def waiting(state: GameState) -> tuple[str, ...]:
    """The participants at this table without a seat."""
    return tuple(person for person in state.people if not seat_of(state, person))


def decide_arrive(turn: Turn, command: c.Arrive) -> None:
    """A participant comes to this table."""
    if turn.actor.participant in turn.state.people:
        raise refuse("no_change")
    turn.add(e.ParticipantArrived(participant=turn.actor.participant, profession=command.profession))


def decide_depart(turn: Turn, command: c.Depart) -> None:
    """A participant leaves this table; the seat becomes free."""
    seat = seat_of(turn.state, command.participant)
    if seat:
        turn.add(e.SeatLeft(seat=seat, participant=command.participant))
    if command.participant in turn.state.people:
        turn.add(e.ParticipantDeparted(participant=command.participant))
    elif not seat:
        raise refuse("unknown_participant")


def decide_take_seat(turn: Turn, command: c.TakeSeat) -> None:
    """A participant sits down on a free seat, or beside its holder."""
    _sit(turn, command.seat, turn.actor.participant, command.shadow)


def decide_assign_seat(turn: Turn, command: c.AssignSeat) -> None:
    """The facilitator puts a participant on a seat; the participant gets up from another one first."""
    former = seat_of(turn.state, command.participant)
    _check_free(turn.state, command.seat, command.shadow, command.participant)
    if former:
        turn.add(e.SeatLeft(seat=former, participant=command.participant))
    _sit(turn, command.seat, command.participant, command.shadow)


def _sit(turn: Turn, seat: str, participant: str, shadow: bool) -> None:
    if seat_of(turn.state, participant):
        raise refuse("already_seated")
    _check_free(turn.state, seat, shadow, participant)
    turn.add(e.SeatTaken(seat=seat, participant=participant, shadow=shadow))


def _check_free(state: GameState, seat: str, shadow: bool, participant: str) -> None:
    _check_playable(state, seat)
    now = state.seats[seat]
    if shadow and not now.holder:
        raise refuse("no_holder")
    if shadow and now.shadow:
        raise refuse("shadow_taken")
    if not shadow and now.holder and now.holder != participant:
        raise refuse("seat_taken")


def _check_playable(state: GameState, seat: str) -> None:
    if not casus_seat(state, seat).playable:
        raise refuse("not_playable")
    if not at_table(state, seat):
        raise refuse("only_after_resigning")


def decide_leave_seat(turn: Turn, command: c.LeaveSeat) -> None:
    """The participant gets up."""
    _get_up(turn, turn.actor.participant)


def decide_free_seat(turn: Turn, command: c.FreeSeat) -> None:
    """The facilitator asks a participant to get up."""
    _get_up(turn, command.participant)


def _get_up(turn: Turn, participant: str) -> None:
    seat = seat_of(turn.state, participant)
    if not seat:
        raise refuse("not_seated")
    turn.add(e.SeatLeft(seat=seat, participant=participant))


def decide_set_player(turn: Turn, command: c.SetPlayer) -> None:
    """An empty seat is played by the computer, by the facilitator, or by nobody."""
    _check_playable(turn.state, command.seat)
    seat = turn.state.seats[command.seat]
    if seat.holder:
        raise refuse("seat_taken")
    if seat.player == command.player:
        raise refuse("no_change")
    turn.add(e.PlayerSet(seat=command.seat, player=command.player))


def decide_take_over(turn: Turn, command: c.TakeOver) -> None:
    """Holder and shadow change places: at the change of round while the game runs, at once when a facilitator says so."""
    casus_seat(turn.state, command.seat)
    seat = turn.state.seats[command.seat]
    if not seat.shadow:
        raise refuse("no_shadow")
    if not turn.by_facilitator() and turn.actor.participant not in (seat.holder, seat.shadow):
        raise refuse("not_your_seat")
    if turn.state.clock.stage not in PLAYING or (turn.by_facilitator() and not command.next_round):
        turn.add(e.SeatSwapped(seat=command.seat))
    elif seat.swap:
        raise refuse("no_change")
    else:
        turn.add(e.TakeOverPlanned(seat=command.seat))


def swap_planned(turn: Turn) -> None:
    """At the change of round the shadows who asked for it take over."""
    for id_, seat in turn.state.seats.items():
        if seat.swap and seat.shadow:
            turn.add(e.SeatSwapped(seat=id_))


def decide_set_attendance(turn: Turn, command: c.SetAttendance) -> None:
    """A seat is present or absent; that counts for a quorum."""
    casus_seat(turn.state, command.seat)
    if turn.state.seats[command.seat].vacant:
        raise refuse("vacant")
    if turn.state.seats[command.seat].present == command.present:
        raise refuse("no_change")
    turn.add(e.AttendanceSet(seat=command.seat, present=command.present))


def decide_set_stand(turn: Turn, command: c.SetStand) -> None:
    """The facilitator adjusts how an unplayed seat votes."""
    casus_seat(turn.state, command.seat)
    if turn.state.seats[command.seat].played:
        raise refuse("seat_is_played")
    options = _options(turn.state, command.decision)
    if any(option not in options for option in command.supports):
        raise refuse("unknown_option")
    turn.add(e.StandSet(seat=command.seat, decision=command.decision, supports=command.supports))


def _options(state: GameState, decision: str) -> tuple[str, ...]:
    if decision in state.proposals:
        return ("aannemen",)
    if decision not in state.casus.decisions:
        raise refuse("unknown_decision")
    return tuple(state.casus.decisions[decision].options)


def decide_mark_ready(turn: Turn, command: c.MarkReady) -> None:
    """A player has read and is ready."""
    seat = turn.seat()
    if turn.state.seats[seat].ready:
        raise refuse("no_change")
    turn.add(e.ReadyMarked(seat=seat))


def evolve_participant_arrived(state: GameState, record: e.Record, event: e.ParticipantArrived) -> GameState:
    """At the table; when somebody came and with which profession is remembered."""
    return replace(
        late(state, record, event.participant),
        people=(*state.people, event.participant),
        arrived={**state.arrived, event.participant: record.version},
        professions={**state.professions, event.participant: event.profession},
    )


def evolve_participant_departed(state: GameState, record: e.Record, event: e.ParticipantDeparted) -> GameState:
    """No longer at the table."""
    return replace(state, people=tuple(person for person in state.people if person != event.participant))


def late(state: GameState, record: e.Record, participant: str) -> GameState:
    """Somebody who comes in while the game is running has something to catch up with."""
    if state.clock.stage not in PLAYING:
        return state
    return replace(state, late={**state.late, participant: Late(version=record.version, round=state.clock.round)})


def with_seat(state: GameState, seat: str, now: SeatState) -> GameState:
    """The state in which this seat is so."""
    return replace(state, seats={**state.seats, seat: now})


def _filled(seat: SeatState) -> SeatState:
    """Somebody was appointed to a vacant seat."""
    return replace(seat, vacant=False, present=True, successor=seat.successor + 1) if seat.vacant else seat


def evolve_seat_taken(state: GameState, record: e.Record, event: e.SeatTaken) -> GameState:
    """Somebody sits; a person who takes a seat plays it."""
    state, seat = late(state, record, event.participant), state.seats[event.seat]
    if event.shadow:
        return with_seat(state, event.seat, replace(seat, shadow=event.participant))
    return with_seat(state, event.seat, replace(_filled(seat), holder=event.participant, player="person"))


def evolve_seat_left(state: GameState, record: e.Record, event: e.SeatLeft) -> GameState:
    """Somebody got up: a shadow moves up, or nobody plays the seat."""
    seat = state.seats[event.seat]
    if seat.shadow == event.participant:
        return with_seat(state, event.seat, replace(seat, shadow="", swap=False))
    player = "person" if seat.shadow else "nobody"
    return with_seat(
        state, event.seat, replace(seat, holder=seat.shadow, shadow="", swap=False, player=player, ready=False)
    )


def evolve_player_set(state: GameState, record: e.Record, event: e.PlayerSet) -> GameState:
    """Somebody else plays an empty seat."""
    seat = state.seats[event.seat]
    seat = seat if event.player == "nobody" else _filled(seat)
    return with_seat(state, event.seat, replace(seat, player=event.player))


def evolve_take_over_planned(state: GameState, record: e.Record, event: e.TakeOverPlanned) -> GameState:
    """They change places at the next round."""
    return with_seat(state, event.seat, replace(state.seats[event.seat], swap=True))


def evolve_seat_swapped(state: GameState, record: e.Record, event: e.SeatSwapped) -> GameState:
    """Holder and shadow have changed places; who came late begins now."""
    seat = state.seats[event.seat]
    if seat.shadow in state.late:
        state = late(state, record, seat.shadow)
    return with_seat(state, event.seat, replace(seat, holder=seat.shadow, shadow=seat.holder, swap=False))


def evolve_attendance_set(state: GameState, record: e.Record, event: e.AttendanceSet) -> GameState:
    """Present or absent, told to all."""
    state = with_seat(state, event.seat, replace(state.seats[event.seat], present=event.present))
    words = "is aanwezig" if event.present else "is niet aanwezig"
    return tell(state, record, "notice", f"{label(state, event.seat)} {words}")


def evolve_stand_set(state: GameState, record: e.Record, event: e.StandSet) -> GameState:
    """The stand of an unplayed seat, adjusted."""
    return replace(state, stands={**state.stands, f"{event.seat}:{event.decision}": event.supports})


def evolve_ready_marked(state: GameState, record: e.Record, event: e.ReadyMarked) -> GameState:
    """Ready with reading."""
    return with_seat(state, event.seat, replace(state.seats[event.seat], ready=True))


DECIDE = {
    c.Arrive: decide_arrive,
    c.Depart: decide_depart,
    c.TakeSeat: decide_take_seat,
    c.AssignSeat: decide_assign_seat,
    c.LeaveSeat: decide_leave_seat,
    c.FreeSeat: decide_free_seat,
    c.SetPlayer: decide_set_player,
    c.TakeOver: decide_take_over,
    c.SetAttendance: decide_set_attendance,
    c.SetStand: decide_set_stand,
    c.MarkReady: decide_mark_ready,
}
EVOLVE = {
    e.ParticipantArrived: evolve_participant_arrived,
    e.ParticipantDeparted: evolve_participant_departed,
    e.SeatTaken: evolve_seat_taken,
    e.SeatLeft: evolve_seat_left,
    e.PlayerSet: evolve_player_set,
    e.TakeOverPlanned: evolve_take_over_planned,
    e.SeatSwapped: evolve_seat_swapped,
    e.AttendanceSet: evolve_attendance_set,
    e.StandSet: evolve_stand_set,
    e.ReadyMarked: evolve_ready_marked,
}
