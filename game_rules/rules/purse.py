"""What werkwijzen cost, what there is to spend, and why one cannot be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..vocabulary.casus import Fits, Werkwijze
from ..vocabulary.errors import RuleError
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState


def fits_of(state: GameState) -> Fits | None:
    """What the casus says of werkwijzen; None when it says nothing."""
    return state.unwoven.casus.werkwijzen


def running(state: GameState) -> Iterator[Werkwijze]:
    """The werkwijzen that hold now: chosen, not stopped and not judged."""
    for id_, now in state.werkwijzen.items():
        if now.runs and id_ in state.content.werkwijzen:
            yield state.content.werkwijzen[id_]


def number(state: GameState, round_: str) -> int:
    """Where a round stands in the story, from 0; before the first round, and for an unknown one, -1."""
    return next((at for at, one in enumerate(state.casus.rounds) if one.id == round_), -1)


def taken(state: GameState, seat: str, budget: str) -> int:
    """How much of this budget of a seat the running werkwijzen take this round."""
    fits = fits_of(state)
    if fits is None or (fits.purse.seat, fits.purse.budget) != (seat, budget):
        return 0
    return sum(one.price.capacity for one in running(state) if _begun(state, one))


def _begun(state: GameState, werkwijze: Werkwijze) -> bool:
    """Whether the round of its first milestone is there: from then on it takes capacity."""
    first = min((number(state, one.round) for one in werkwijze.milestones.values()), default=0)
    return number(state, state.clock.round) >= first


def obstacle(state: GameState, id_: str, others: Iterable[str]) -> RuleError | None:
    """Why this werkwijze cannot hold beside `others`; None when it can."""
    fits = fits_of(state)
    if fits is not None and id_ in fits.forbidden:
        found = fits.forbidden[id_]
        return refuse("werkwijze_forbidden", article=found.article, why=found.why)
    if fits is None or id_ not in state.content.werkwijzen:
        return refuse("werkwijze_not_here")
    together = [state.content.werkwijzen[one].price for one in dict.fromkeys((*others, id_))]
    if sum(price.money for price in together) > fits.purse.money:
        return refuse("werkwijze_unaffordable", what="geld")
    if sum(price.capacity for price in together) > _capacity(state, fits):
        return refuse("werkwijze_unaffordable", what="capaciteit")
    return None


def _capacity(state: GameState, fits: Fits) -> int:
    """The points a round that the budget of the purse has."""
    seat = state.casus.seats.get(fits.purse.seat)
    budget = seat.budgets.get(fits.purse.budget) if seat else None
    return (budget.per_round or budget.per_game) if budget else 0


def not_in_play(state: GameState, id_: str) -> RuleError | None:
    """Why a decision cannot start this werkwijze now; None when it can."""
    if id_ in state.werkwijzen:
        return refuse("no_change")
    fits = fits_of(state)
    by_decision = sum(1 for one in state.werkwijzen.values() if one.how == "decision")
    if fits is not None and by_decision >= fits.most:
        return refuse("werkwijze_enough")
    return obstacle(state, id_, state.werkwijzen)
