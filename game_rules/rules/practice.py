"""*Klopt dit met uw praktijk?* Asked of a consequence and its causes, once everything is open; shown as a spread only.

Of the consequences that the table judges together it is asked there, and not once more.
"""

from __future__ import annotations

from msgspec.structs import replace

from ..turn import Turn, seat_of
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_lab import Confirmed
from .debrief import seated


def asked(state: GameState) -> tuple[str, ...]:
    """The consequences of which it can be answered now; none before the reveal, since nobody knows the causes then."""
    if not state.revealed:
        return ()
    return tuple(id_ for id_ in _askable(state) if not told(state, id_))


def _askable(state: GameState) -> tuple[str, ...]:
    """What stands, has a cause, and is not among what is judged together."""
    return tuple(
        id_ for id_, one in state.happened.items() if not one.retracted and one.causes and id_ not in state.chosen
    )


def told(state: GameState, consequence: str) -> bool:
    """Whether the spread shows, all at once: everybody with a seat answered, or the game is closed.

    Shown bit by bit, each next message would tell what the last one answered.
    """
    given = state.confirmed.get(consequence, {})
    people = seated(state)
    return state.clock.stage == "closed" or (bool(people) and all(person in given for person in people))


def decide_confirm_cause(turn: Turn, command: c.ConfirmCause) -> None:
    """By who has a seat; a new answer replaces the former until the spread shows."""
    state, participant = turn.state, turn.actor.participant
    seat = seat_of(state, participant)
    if not seat:
        raise refuse("not_seated")
    if not state.revealed:
        raise refuse("reveal_first")
    if command.consequence in state.chosen:
        raise refuse("judged_together")
    if command.consequence not in _askable(state):
        raise refuse("unknown_consequence")
    if told(state, command.consequence):
        raise refuse("spread_shown")
    turn.add(
        e.CauseConfirmed(
            consequence=command.consequence, participant=participant, seat=seat, answer=command.answer, note=command.note
        )
    )  # fmt: skip


def evolve_cause_confirmed(state: GameState, record: e.Record, event: e.CauseConfirmed) -> GameState:
    """One answer of one participant."""
    answer = Confirmed(seat=event.seat, answer=event.answer, note=event.note)
    given = {**state.confirmed.get(event.consequence, {}), event.participant: answer}
    return replace(state, confirmed={**state.confirmed, event.consequence: given})


DECIDE = {c.ConfirmCause: decide_confirm_cause}
EVOLVE = {e.CauseConfirmed: evolve_cause_confirmed}
