"""Something scarce: what a seat may still spend, this round or in the whole game."""

from __future__ import annotations

from msgspec.structs import replace

from ..turn import casus_seat
from ..vocabulary.casus import Budget
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from . import purse


def key(state: GameState, seat: str, budget: str) -> str:
    """Under which name the spending of this seat is counted; a budget per round has a name per round."""
    found = casus_seat(state, seat).budgets.get(budget)
    return f"{seat}.{budget}.{state.clock.round}" if found and found.per_round else f"{seat}.{budget}"


def total(budget: Budget) -> int:
    """How much there is in a round, or in the game."""
    return budget.per_round or budget.per_game


def left(state: GameState, seat: str, budget: str) -> int:
    """How much this seat may still spend, after what a werkwijze takes. A budget that the seat does not have is empty."""
    found = casus_seat(state, seat).budgets.get(budget)
    spent = state.used.get(key(state, seat, budget), 0) + purse.taken(state, seat, budget)
    return max(0, total(found) - spent) if found else 0


def check(state: GameState, seat: str, budget: str, amount: int = 1) -> None:
    """Refuse when the seat cannot spend this much."""
    if left(state, seat, budget) < amount:
        found = casus_seat(state, seat).budgets.get(budget)
        raise refuse("budget_empty", budget=found.label if found else budget)


def spend(state: GameState, seat: str, budget: str, amount: int = 1) -> GameState:
    """The state after spending. A seat without this budget spends nothing."""
    found = state.casus.seats.get(seat)
    if found is None or budget not in found.budgets:
        return state
    name = key(state, seat, budget)
    return replace(state, used={**state.used, name: state.used.get(name, 0) + amount})
