"""One turn: a command being decided. Events are added one by one and applied at once, so each rule sees what came before."""

from __future__ import annotations

from collections.abc import Callable

from .vocabulary.audience import Actor
from .vocabulary.casus import Casus, Seat
from .vocabulary.events import AnyEvent, Record
from .vocabulary.reasons import refuse
from .vocabulary.state import Context, GameState, SeatState

Evolve = Callable[[GameState, Record], GameState]


class Turn:
    """The provisional state while one command is decided. `records` is what the command leads to."""

    def __init__(self, state: GameState, actor: Actor, context: Context, evolve: Evolve) -> None:
        self.state = state
        self.actor = actor
        self.now = max(context.now, state.at)
        self.command = context.command
        self.records: list[Record] = []
        self._evolve = evolve

    @property
    def casus(self) -> Casus:
        """The casus that is played."""
        return self.state.content.casus

    @property
    def next_version(self) -> int:
        """The version that the next event will get."""
        return self.state.version + 1

    @property
    def game_time(self) -> int:
        """Game time now, in milliseconds."""
        return game_time(self.state, self.now)

    def add(self, event: AnyEvent) -> int:
        """Add an event, apply it, and return its version."""
        record = Record(version=self.next_version, at=self.now, actor=self.actor, command=self.command, event=event)
        self.state = self._evolve(self.state, record)
        self.records.append(record)
        return record.version

    def seat(self) -> str:
        """The seat that the actor acts for. Raises `not_your_seat` or `shadow_reads`."""
        seat = self.state.seats.get(self.actor.seat)
        if seat is None:
            raise refuse("not_your_seat")
        if not _may_act(seat, self.actor):
            raise refuse(
                "shadow_reads" if self.actor.participant and seat.shadow == self.actor.participant else "not_your_seat"
            )
        return self.actor.seat

    def by_facilitator(self) -> bool:
        """Whether a facilitator acts as such, not for a seat."""
        return self.actor.kind == "facilitator" and not self.actor.seat


def _may_act(seat: SeatState, actor: Actor) -> bool:
    if actor.kind == "computer":
        return seat.player == "computer"
    if actor.kind == "facilitator":
        return seat.player == "facilitator"
    return actor.kind == "player" and bool(actor.participant) and seat.holder == actor.participant


def game_time(state: GameState, now: int) -> int:
    """Game time at wall time `now`, in milliseconds: it stands still while the clock does."""
    clock = state.clock
    return clock.elapsed + (max(0, now - clock.since) if clock.running else 0)


def casus_seat(state: GameState, seat: str) -> Seat:
    """The seat of the casus. Raises `unknown_seat`."""
    found = state.casus.seats.get(seat)
    if found is None:
        raise refuse("unknown_seat", seat=seat)
    return found


def played_rounds(state: GameState) -> tuple[str, ...]:
    """The ids of the rounds that this edition plays, in order."""
    skip = state.casus.editions[state.edition].skip
    return tuple(r.id for r in state.casus.rounds if r.id not in skip)


def seat_of(state: GameState, participant: str) -> str:
    """The seat on which this participant sits, as holder or shadow; empty when there is none."""
    for id_, seat in state.seats.items():
        if participant and participant in (seat.holder, seat.shadow):
            return id_
    return ""


def at_table(state: GameState, seat: str) -> bool:
    """Whether the seat is there at all: a vervolgrol is from the moment that somebody who resigned plays it."""
    taken = state.seats[seat].played or any(one.onward == seat for one in state.resigned.values())
    return taken or not state.casus.seats[seat].follow_up


def may_be_played(state: GameState, seat: str) -> bool:
    """Whether somebody may sit on this seat now, or be told something."""
    return state.casus.seats[seat].playable and at_table(state, seat)


def played_seats(state: GameState) -> tuple[str, ...]:
    """The seats for which somebody decides, in the order of the casus."""
    return tuple(seat for seat, holder in state.seats.items() if holder.played)
