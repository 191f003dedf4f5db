"""What a seat wants, read from its goal in the casus, and how much a consequence brings that nearer."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary.casus import Casus
from ..vocabulary.conditions import Condition

Literal_ = tuple[str, ...]
Wants = dict[Literal_, int]
"""A fact of the game (`("decided", "deur", "open")`) and whether the goal asks for it (1) or against it (-1)."""

SURE = 40.0
"""What a fact that the goal names weighs, against one point of an indicator that the goal names."""
DIMMER = 0.6
"""What is left of the weight one link further in a chain of consequences."""

_REFINED = {"decided": "option", "told": "to", "acted": "", "happened": "", "promised": "", "asked": "", "came_out": ""}


def wants(goal: Condition | None) -> Wants:
    """The facts that a goal asks for or against. No goal wants nothing."""
    return dict(_literals(goal, 1)) if goal else {}


def _literals(condition: Condition, sign: int) -> Iterator[tuple[Literal_, int]]:
    for part in (*condition.all, *condition.any):
        yield from _literals(part, sign)
    if condition.not_ is not None:
        yield from _literals(condition.not_, -sign)
    if condition.indicator:
        yield ("indicator", condition.indicator), sign if condition.above is not None else -sign
    if condition.withheld:
        yield ("told", condition.withheld, condition.from_), -sign
    for field, finer in _REFINED.items():
        if name := getattr(condition, field):
            yield (field, name, getattr(condition, finer)) if finer else (field, name), sign


def worths(casus: Casus, wanted: Wants) -> dict[str, float]:
    """For each consequence how much it, with what follows from it, brings the goal nearer (below 0: further away)."""
    found: dict[str, float] = {}
    for id_ in casus.consequences:
        _worth(casus, wanted, id_, found)
    return found


def _worth(casus: Casus, wanted: Wants, id_: str, found: dict[str, float]) -> float:
    if id_ not in found:
        found[id_] = 0.0
        one = casus.consequences[id_]
        own = SURE * wanted.get(("happened", id_), 0)
        own += sum(shift * wanted.get(("indicator", name), 0) for name, shift in one.shifts.items())
        later = sum(_worth(casus, wanted, next_, found) for next_ in one.next)
        found[id_] = one.chance * (own + DIMMER * later)
    return found[id_]
