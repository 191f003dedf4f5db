"""From the first cause to a consequence: the rows of causes of a game, and who may know one of them."""

from __future__ import annotations

from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Cause, Happened

Row = tuple[Cause, ...]

FROM_OUTSIDE = ("override", "unexpected", "round")
"""Causes that nobody in the game did: they make a poor chain to look back on."""


def to_judge(state: GameState) -> tuple[str, ...]:
    """The consequences that can be talked about together: those that stand and that everybody may know."""
    return tuple(id_ for id_, h in state.happened.items() if not h.retracted and not h.to)


def weight(happened: Happened) -> int:
    """How much a consequence moved, up and down together."""
    return sum(map(abs, happened.shifts.values()))


def rows(state: GameState) -> dict[str, Row]:
    """Per consequence that stands the longest row of causes that ends with it, the first cause in front."""
    found: dict[str, Row] = {}
    for one in _standing(state):
        before = [found.get(cause.id, ()) if cause.kind == "consequence" else (cause,) for cause in one.causes]
        row = max(before, key=len, default=())
        if row:
            found[one.id] = (*row, Cause(kind="consequence", id=one.id, version=one.version))
    return found


def origins(state: GameState) -> dict[str, Row]:
    """Per consequence that stands every first cause that it goes back to, near or far, each once."""
    found: dict[str, Row] = {}
    for one in _standing(state):
        firsts: list[Cause] = []
        for cause in one.causes:
            firsts.extend(found.get(cause.id, ()) if cause.kind == "consequence" else (cause,))
        found[one.id] = tuple(dict.fromkeys(firsts))
    return found


def _standing(state: GameState) -> list[Happened]:
    """Nothing follows from what came later, so in this order each row is there before it is needed."""
    return sorted((one for one in state.happened.values() if not one.retracted), key=lambda one: one.version)


def longest(state: GameState) -> Row:
    """The longest row that ends in a consequence that everybody may know; empty when there is none.

    Of equals the one that somebody in the game began, then the one that reaches furthest, moves most and came first.
    """
    found = rows(state)
    open_ = [found[id_] for id_ in to_judge(state) if id_ in found]
    return max(open_, key=lambda row: _telling(state, row), default=())


def _telling(state: GameState, row: Row) -> tuple[int, bool, int, int, int]:
    last = state.happened[row[-1].id]
    return len(row), row[0].kind not in FROM_OUTSIDE, last.ring, weight(last), -last.version


def public(state: GameState, cause: Cause) -> bool:
    """Whether everybody at the table may know of this cause."""
    match cause.kind:
        case "act":
            done = state.acts.get(cause.id)
            shown = done is not None and done.legality == "legal" and state.casus.acts[done.act].public
            return done is not None and (shown or done.out)
        case "card" | "silence":
            return False
        case "inject":
            return cause.id in state.injects and state.injects[cause.id].to == ()
        case "question":
            asked = state.questions.get(cause.id)
            return asked is not None and (asked.answer != "part" or asked.out)
        case "consequence":
            found = state.happened.get(cause.id)
            return found is not None and not found.to
        case _:
            return True
