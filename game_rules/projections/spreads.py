"""How answers are spread, and from when on: with too few together a spread would say who answered what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..vocabulary.state import GameState
from ..vocabulary.views import Spread

Five = tuple[int, int, int, int, int]

ENOUGH = 3
"""From so many answers on a spread shows."""

OTHER = "Anders"


def anonymous(answers: Iterable[int]) -> Spread | None:
    """How answers 1-5 of people are spread, all together only; None while there are too few to stay anonymous."""
    given = tuple(answers)
    return Spread(counts=_five(given)) if len(given) >= ENOUGH else None


def per_role(state: GameState, answers: Iterable[tuple[str, int]]) -> Spread | None:
    """How answers 1-5 from roles are spread, all together and per role; None while there are too few.

    `answers`: seat and answer. A role is a part that is played, so its answer may be known.
    """
    given = tuple(answers)
    if len(given) < ENOUGH:
        return None
    order = list(state.casus.seats)
    roles: dict[str, list[int]] = {}
    for seat, answer in sorted(given, key=lambda one: order.index(one[0]) if one[0] in order else len(order)):
        role = state.content.roles[state.casus.seats[seat].role].label if seat in state.casus.seats else "Zonder zetel"
        roles.setdefault(role, []).append(answer)
    return Spread(
        counts=_five(answer for _, answer in given), per_role={role: _five(found) for role, found in roles.items()}
    )


def per_profession(state: GameState, answers: Iterable[tuple[str, int]]) -> Spread | None:
    """How answers 1-5 of people are spread, all together and per profession; None while there are too few.

    `answers`: participant and answer. A profession is named from three answers on, the others go together; those are never
    fewer than three either, since what is left over could be counted back.
    """
    given = tuple(answers)
    if len(given) < ENOUGH:
        return None
    answers_of = dict(given)
    groups = by_profession({participant: _profession(state, participant) for participant in answers_of})
    spreads = {name: _five(answers_of[person] for person in people) for name, people in groups.items()}
    total = _five(answers_of.values())
    return Spread(counts=total, per_profession=spreads if set(spreads) != {OTHER} else {})


def by_profession(professions: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The participants in groups that are large enough to hide in: per profession, and the others together, last.

    professions: of each participant; OTHER when it is none that is known.
    """
    groups: dict[str, list[str]] = {}
    for participant, profession in professions.items():
        groups.setdefault(profession, []).append(participant)
    rest = groups.pop(OTHER, [])
    for name in sorted(groups, key=lambda name: (len(groups[name]), name)):
        if len(groups[name]) < ENOUGH or 0 < len(rest) < ENOUGH:
            rest = [*rest, *groups.pop(name)]
    named = {name: tuple(found) for name, found in sorted(groups.items())}
    return {**named, **({OTHER: tuple(rest)} if rest else {})}


def _profession(state: GameState, participant: str) -> str:
    role = state.content.roles.get(state.professions.get(participant, ""))
    return role.label if role else OTHER


def _five(answers: Iterable[int]) -> Five:
    given = tuple(answers)
    one, two, three, four, five = (given.count(value) for value in range(1, 6))
    return one, two, three, four, five
