"""How important each indicator is, from the role: before the first round, and again at the end of the debrief."""

from __future__ import annotations

from msgspec.structs import replace

from ..turn import Turn, seat_of
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState, WeighedState


def asked(state: GameState) -> str:
    """Which moment is asked now: `before` until the first round has been read, `after` with the handvat; empty: none."""
    clock = state.clock
    if clock.stage == "briefing" or (clock.stage == "round" and clock.number == 0 and clock.step == "read"):
        return "before"
    return "after" if clock.key == "debrief.handvat" else ""


def decide_weigh(turn: Turn, command: c.Weigh) -> None:
    """By everybody with a seat; what is answered again replaces the former answer."""
    participant = turn.actor.participant
    seat = seat_of(turn.state, participant)
    if not seat:
        raise refuse("not_seated")
    if command.moment != asked(turn.state):
        raise refuse("not_asked")
    if not set(command.weights) <= set(turn.state.indicators):
        raise refuse("unknown_indicator")
    turn.add(e.Weighed(moment=command.moment, participant=participant, seat=seat, weights=command.weights))


def evolve_weighed(state: GameState, record: e.Record, event: e.Weighed) -> GameState:
    """What one participant finds important, kept per moment."""
    key = f"{event.moment}:{event.participant}"
    former = state.weighed[key].weights if key in state.weighed else {}
    weighed = WeighedState(seat=event.seat, weights={**former, **event.weights})
    return replace(state, weighed={**state.weighed, key: weighed})


DECIDE = {c.Weigh: decide_weigh}
EVOLVE = {e.Weighed: evolve_weighed}
