"""How the table looked at itself: the rubric, and what everybody takes home, without who wrote it."""

from __future__ import annotations

from ...rules.clock import round_
from ...rules.debrief import seated
from ...vocabulary.state import GameState, Handvat
from .course import reached, told
from .structs import HandvatLine, RubricRow

__all__ = ["handvatten", "rubric", "seated"]


def rubric(state: GameState) -> tuple[RubricRow, ...]:
    """Every level that was given, with its description. What was written beside it stays with who wrote it."""
    rows = []
    for score in state.scores.values():
        criterion = state.casus.rubric.get(score.criterion)
        if criterion is not None:
            rows.append(
                RubricRow(
                    criterion=criterion.label, round=score.round, level=score.level + 1, of=len(criterion.levels),
                    text=criterion.levels[score.level],
                )
            )  # fmt: skip
    return tuple(rows)


def handvatten(state: GameState) -> tuple[HandvatLine, ...]:
    """What people take home. In the order of the alphabet, so that the order does not say who handed in when."""
    lines = [_handvat(state, one) for one in state.handvatten.values()]
    return tuple(sorted(lines, key=lambda line: (line.what.casefold(), line.whom.casefold(), line.before)))


def _handvat(state: GameState, one: Handvat) -> HandvatLine:
    before = [item for item in told(state) if item.order <= one.moment]
    last = before[-1] if before else None
    number = reached(state).index(last.round) + 1 if last and last.round in reached(state) else 0
    return HandvatLine(
        whom=one.whom, what=one.what, before=one.before, moment=one.moment,
        round=f"Ronde {number}: {round_(state, last.round).title}" if last and number else "",
        event=(last.text if last.kind == "out" else last.title) if last else "",
    )  # fmt: skip
