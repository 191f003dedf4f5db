"""*Tweede kans*: one decision that each participant would take otherwise, and what the casus assumes would follow."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from ..conditions import holds
from ..turn import Turn, seat_of
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import AgainState, GameState
from . import ballots


def otherwise(state: GameState) -> dict[str, dict[str, str]]:
    """Per decision that was taken the options that were not, each with its text."""
    found = {id_: _left(state, id_) for id_ in state.decisions}
    return {id_: options for id_, options in found.items() if options}


def _left(state: GameState, decision: str) -> dict[str, str]:
    result, rules = state.decisions[decision].result, ballots.definition(state, decision)
    if result is None or result.how == "edition":
        return {}
    options = rules.options.items()
    return {id_: one.text for id_, one in options if id_ != result.option and holds(state, one.when)}


def counts(state: GameState) -> dict[tuple[str, str], int]:
    """How many chose which option of which decision, in the order of the decisions."""
    given = Counter((one.decision, one.option) for one in state.again.values())
    order = list(state.decisions)
    return {pair: given[pair] for pair in sorted(given, key=lambda pair: (order.index(pair[0]), pair[1]))}


def most_chosen(state: GameState) -> tuple[str, str]:
    """The decision and option that most people chose, the earliest of equals; two empty words when nobody chose."""
    given = counts(state)
    return max(given, key=lambda pair: given[pair], default=("", ""))


def follows(state: GameState, decision: str, option: str) -> tuple[str, ...]:
    """The consequences that this casus assumes for an option: the direct ones and what follows from those in turn.

    What hangs on a condition that does not hold, as if this option had been taken, is left out. Chance and delay are not
    played: it is what could follow, not what would.
    """
    rules, now = ballots.definition(state, decision), state.decisions[decision]
    if now.result is None or option not in rules.options:
        return ()
    taken = replace(now, result=replace(now.result, option=option))
    other = replace(state, decisions={**state.decisions, decision: taken})
    direct = [id_ for id_ in rules.options[option].consequences if _could(other, id_)]
    later = [id_ for first in direct for id_ in state.casus.consequences[first].next if _could(other, id_)]
    return tuple(dict.fromkeys((*direct, *later)))


def _could(state: GameState, consequence: str) -> bool:
    return holds(state, state.casus.consequences[consequence].when)


def decide_choose_again(turn: Turn, command: c.ChooseAgain) -> None:
    """One choice by everybody with a seat; a new one replaces the former."""
    participant = turn.actor.participant
    seat = seat_of(turn.state, participant)
    if not seat:
        raise refuse("not_seated")
    left = otherwise(turn.state)
    if command.decision not in left:
        raise refuse("unknown_decision")
    if command.option not in left[command.decision]:
        raise refuse("unknown_option")
    turn.add(
        e.ChosenAgain(
            participant=participant, seat=seat, decision=command.decision, option=command.option, why=command.why.strip()
        )
    )  # fmt: skip


def evolve_chosen_again(state: GameState, record: e.Record, event: e.ChosenAgain) -> GameState:
    """What one participant would do otherwise."""
    choice = AgainState(seat=event.seat, decision=event.decision, option=event.option, why=event.why)
    return replace(state, again={**state.again, event.participant: choice})


DECIDE = {c.ChooseAgain: decide_choose_again}
EVOLVE = {e.ChosenAgain: evolve_chosen_again}
