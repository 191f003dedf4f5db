"""Aftreden: who holds a seat steps down, with a reason that everybody reads, and plays on.

A raadslid is followed by the next on the list, so a fractie keeps its votes (Kieswet W 1 and X 2). A wethouder leaves the
college smaller until somebody is appointed (Gemeentewet 35 and 43). An office must always be filled: somebody stands in
(Gemeentewet 77, 106 and 107d).
"""

from __future__ import annotations

from msgspec.structs import replace

from ..consequences import start
from ..turn import Turn
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState, ResignedState, SeatState
from . import cards
from .feed import check_filled, label, tell
from .seats import with_seat

SUCCESSOR = "opvolger"


def may_resign(state: GameState, seat: str) -> bool:
    """Whether this office can be laid down in play."""
    return state.content.roles[state.casus.seats[seat].role].resigning is not None


def vervolgrollen(state: GameState) -> tuple[str, ...]:
    """The seats for who fell that nobody plays yet."""
    return tuple(id_ for id_, seat in state.casus.seats.items() if seat.follow_up and not state.seats[id_].played)


def decide_resign(turn: Turn, command: c.Resign) -> None:
    """Step down, and play on as successor on the same seat or in a vervolgrol."""
    seat = turn.seat()
    check_filled(command.reason)
    if not may_resign(turn.state, seat):
        raise refuse("cannot_resign")
    if command.onward not in (SUCCESSOR, *vervolgrollen(turn.state)):
        raise refuse("unknown_onward")
    left = command.onward != SUCCESSOR and not turn.state.seats[seat].shadow
    version = turn.add(
        e.Resigned(
            seat=seat,
            participant=turn.actor.participant if turn.actor.kind == "player" else "",
            reason=command.reason,
            onward=command.onward,
            vacant=left and _shrinks(turn.state, seat),
        )
    )
    if left and _always_filled(turn.state, seat):
        turn.add(e.PlayerSet(seat=seat, player="computer"))
    if command.onward != SUCCESSOR:
        _deal(turn, command.onward)
    start(turn, turn.casus.seats[seat].on_resign, "resigned", seat, version)


def _leads(state: GameState, seat: str) -> bool:
    return any(seat in (organ.chair, organ.recorder) for organ in state.casus.organs.values())


def _shrinks(state: GameState, seat: str) -> bool:
    """A member of the college whom nobody follows by law: the raad has to appoint somebody (Gemeentewet 35)."""
    college = state.casus.organs.get("college")
    return college is not None and seat in college.members and not _leads(state, seat)


def _always_filled(state: GameState, seat: str) -> bool:
    """An office with no votes to leave behind: its work goes on, so a waarnemer takes the seat."""
    sits = any(seat in organ.members for organ in state.casus.organs.values())
    return _leads(state, seat) or not sits


def _deal(turn: Turn, seat: str) -> None:
    """The cards that the vervolgrol would have had by now."""
    order = [round_.id for round_ in turn.casus.rounds]
    begun = order[: order.index(turn.state.clock.round) + 1]
    due = (
        id_
        for id_, card in turn.casus.cards.items()
        if card.seat == seat and (card.dealt == "brief" or (card.dealt == "round" and card.round in begun))
    )
    cards.deal(turn, tuple(due))


def evolve_resigned(state: GameState, record: e.Record, event: e.Resigned) -> GameState:
    """The reason is public. What the seat holds, promised and proposed stays with the seat."""
    gone = ResignedState(reason=event.reason, onward=event.onward, version=record.version, round=state.clock.round)
    former = state.seats[event.seat]
    moved = event.onward != SUCCESSOR and event.onward in state.seats
    state = replace(state, resigned={**state.resigned, event.seat: gone})
    if moved:
        new = replace(state.seats[event.onward], holder=event.participant, player=former.player)
        state = with_seat(state, event.onward, new)
    state = with_seat(state, event.seat, _left(former, event) if moved else _followed(former))
    title = f"{label(state, event.seat)} treedt af"
    onward = label(state, event.onward) if moved else "Er komt meteen een opvolger"
    after = f"{onward} doet voortaan mee." if moved else f"{onward}."
    return tell(state, record, "resigned", title, f"“{event.reason}” {after}", seat=event.seat)


def _followed(seat: SeatState) -> SeatState:
    return replace(seat, successor=seat.successor + 1)


def _left(seat: SeatState, event: e.Resigned) -> SeatState:
    """Who sat beside follows; otherwise nobody plays the seat from here."""
    empty = replace(
        seat,
        holder=seat.shadow,
        shadow="",
        swap=False,
        ready=False,
        player="person" if seat.shadow else "nobody",
        vacant=event.vacant,
        present=seat.present and not event.vacant,
    )
    return empty if event.vacant else _followed(empty)


def by_former(state: GameState, seat: str, version: int) -> bool:
    """Whether what happened at this version was done by somebody who has resigned from the seat since."""
    return seat in state.resigned and version < state.resigned[seat].version


DECIDE = {c.Resign: decide_resign}
EVOLVE = {e.Resigned: evolve_resigned}
