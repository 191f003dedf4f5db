"""How the table looked at itself: the rubric, and what everybody takes home, without who wrote it."""

from __future__ import annotations

from collections.abc import Iterable

from ...rules.clock import round_
from ...rules.debrief import seated
from ...vocabulary.feed import FeedItem
from ...vocabulary.state import GameState, Handvat
from .course import reached, told
from .structs import HandvatLine, RubricRow

__all__ = ["handvat", "handvatten", "round_at", "round_words", "rubric", "seated"]


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
    lines = [handvat(state, one) for one in state.handvatten.values()]
    return tuple(sorted(lines, key=lambda line: (line.what.casefold(), line.whom.casefold(), line.before)))


def handvat(state: GameState, one: Handvat) -> HandvatLine:
    """One of them, with the moment that it belongs to."""
    event = _last(told(state), one.moment)
    return HandvatLine(
        whom=one.whom, what=one.what, before=one.before, moment=one.moment,
        round=round_at(state, one.moment),
        event=(event.text if event.kind == "out" else event.title) if event else "",
    )  # fmt: skip


def round_at(state: GameState, moment: int) -> str:
    """The round in which this moment was, by the last thing that everybody saw before it; empty before the first."""
    seen = _last((item for item in state.feed.values() if not item.to), moment)
    return round_words(state, seen.round) if seen else ""


def round_words(state: GameState, id_: str) -> str:
    """`Ronde 2: De nacht`; empty for what is no round that was played."""
    rounds = reached(state)
    return f"Ronde {rounds.index(id_) + 1}: {round_(state, id_).title}" if id_ in rounds else ""


def _last(items: Iterable[FeedItem], moment: int) -> FeedItem | None:
    """The last that had happened at this version."""
    return max((item for item in items if item.order <= moment), key=lambda item: item.order, default=None)
