"""The indicators over the rounds, each shift with what did it."""

from __future__ import annotations

from ...vocabulary.state import Change, GameState
from ...vocabulary.views import IndicatorCard, View, WhyLine
from .course import columns, reached
from .structs import IndicatorLine, Movement


def indicators(state: GameState, view: View) -> tuple[IndicatorLine, ...]:
    """One line per indicator, in the order of the board; none while the figures are closed."""
    return tuple(_line(state, view, id_, card) for id_, card in view.indicators.items())


def _line(state: GameState, view: View, id_: str, card: IndicatorCard) -> IndicatorLine:
    changes = [change for change in state.changes if change.indicator == id_]
    moved = [(_column(state, change), change) for change in changes]
    words = reversed(card.why)
    return IndicatorLine(
        id=id_, label=card.label, question=card.question, low=card.low, high=card.high,
        values=_values(state, id_, moved),
        movements=tuple(
            Movement(column=column, shift=change.shift, text=_told(view, why), consequence=why.consequence)
            for (column, change), why in zip(moved, words, strict=True)
        ),
    )  # fmt: skip


def _told(view: View, why: WhyLine) -> str:
    """What moved it; of a vrije zet also what was tried, since ‘Het lukt’ says little on its own."""
    found = view.consequences.get(why.consequence)
    moves = [line.text for line in found.causes if line.kind == "move" and line.id] if found else []
    return f"{why.text} ({moves[0].rstrip('.')})" if moves else why.text


def _values(state: GameState, id_: str, moved: list[tuple[int, Change]]) -> tuple[int, ...]:
    """The last value in or before each column."""
    value, values = state.casus.indicators[id_], []
    for place in range(len(columns(state))):
        value = next((change.value for column, change in reversed(moved) if column <= place), value)
        values.append(value)
    return tuple(values)


def _column(state: GameState, change: Change) -> int:
    happened = state.happened.get(change.source) or state.happened.get(f"{change.source}~{change.version}")
    rounds = len(reached(state))
    return rounds + 1 if happened is not None and happened.epilogue else min(max(change.number + 1, 0), rounds)
