"""Whether a condition of the casus holds in a game."""

from __future__ import annotations

from collections.abc import Callable

from .vocabulary.conditions import Condition
from .vocabulary.state import GameState


def holds(state: GameState, condition: Condition | None) -> bool:
    """Whether the condition holds now. No condition always holds."""
    if condition is None:
        return True
    if condition.all:
        return all(holds(state, part) for part in condition.all)
    if condition.any:
        return any(holds(state, part) for part in condition.any)
    if condition.not_ is not None:
        return not holds(state, condition.not_)
    return any(test(state, condition) for field, test in _TESTS.items() if getattr(condition, field))


def _indicator(state: GameState, c: Condition) -> bool:
    value = state.indicators[c.indicator]
    return (c.below is None or value < c.below) and (c.above is None or value > c.above)


def _decided(state: GameState, c: Condition) -> bool:
    decision = state.decisions.get(c.decided)
    if decision is None or decision.result is None:
        return False
    return not c.option or decision.result.option == c.option


def _acted(state: GameState, c: Condition) -> bool:
    return any(
        done.act == c.acted and not done.article and (not c.to or done.target == c.to) for done in state.acts.values()
    )


def _told(state: GameState, c: Condition) -> bool:
    card = state.cards.get(c.told)
    if card is None:
        return False
    return c.to in card.known if c.to else any(seat != card.first for seat in card.known)


def _withheld(state: GameState, c: Condition) -> bool:
    card = state.cards.get(c.withheld)
    if card is None:
        return True
    return c.from_ not in card.known if c.from_ else all(seat == card.first for seat in card.known)


def _asked(state: GameState, c: Condition) -> bool:
    return any(q.offer == c.asked and (not c.answer or q.answer == c.answer) for q in state.questions.values())


def _promised(state: GameState, c: Condition) -> bool:
    return any(p.offer == c.promised and (c.kept is None or p.kept == c.kept) for p in state.promises.values())


def taken_up(state: GameState, hearing: str) -> bool:
    """Whether a member took up, wholly or partly, what was said at this hearing."""
    speeches = (speech for speech in state.speeches.values() if speech.hearing == hearing)
    return any(answer.takes_up != "no" for speech in speeches for answer in speech.answers.values())


def _came_out(state: GameState, c: Condition) -> bool:
    acts = any(done.act == c.came_out and done.out for done in state.acts.values())
    return acts or any(q.offer == c.came_out and q.out for q in state.questions.values())


def _round(state: GameState, c: Condition) -> bool:
    order = [r.id for r in state.casus.rounds]
    return state.clock.round in order and order.index(state.clock.round) >= order.index(c.round)


def _milestone(state: GameState, name: str, kind: str) -> bool:
    """Whether the milestone `werkwijze.milestone` was reached, or missed."""
    id_, _, milestone = name.partition(".")
    return id_ in state.werkwijzen and milestone in getattr(state.werkwijzen[id_], kind)


def _taken(state: GameState, c: Condition) -> bool:
    now = state.werkwijzen.get(c.taken)
    return now is not None and any(one.answer != "rejected" for one in now.answered.values())


_TESTS: dict[str, Callable[[GameState, Condition], bool]] = {
    "indicator": _indicator,
    "decided": _decided,
    "acted": _acted,
    "told": _told,
    "withheld": _withheld,
    "fired": lambda s, c: c.fired in s.injects and s.injects[c.fired].status == "fired",
    "happened": lambda s, c: c.happened in s.happened,
    "asked": _asked,
    "promised": _promised,
    "came_out": _came_out,
    "spoken": lambda s, c: any(speech.hearing == c.spoken for speech in s.speeches.values()),
    "taken_up": lambda s, c: taken_up(s, c.taken_up),
    "resigned": lambda s, c: c.resigned in s.resigned,
    "played": lambda s, c: c.played in s.seats and s.seats[c.played].played,
    "round": _round,
    "werkwijze": lambda s, c: c.werkwijze in s.werkwijzen and not s.werkwijzen[c.werkwijze].stopped,
    "reached": lambda s, c: _milestone(s, c.reached, "reached"),
    "missed": lambda s, c: _milestone(s, c.missed, "missed"),
    "taken": _taken,
    "well": lambda s, c: c.well in s.werkwijzen and s.werkwijzen[c.well].well is True,
    "edition": lambda s, c: s.edition == c.edition,
}
