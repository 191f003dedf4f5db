"""Who knew what when: every card that was dealt, for after the reveal."""

from __future__ import annotations

from ...vocabulary.state import CardState, GameState
from .course import reached
from .structs import Knower, KnowRow


def known(state: GameState) -> tuple[KnowRow, ...]:
    """One row per card, in the order in which they were dealt."""
    return tuple(_row(state, id_, card) for id_, card in state.cards.items())


def _row(state: GameState, id_: str, card: CardState) -> KnowRow:
    words, columns = state.casus.cards[id_], {round_: number for number, round_ in enumerate(reached(state), 1)}
    return KnowRow(
        id=id_, title=words.title, text=words.text, first=card.first,
        knowers=tuple(
            Knower(seat=seat, column=columns.get(how.round, 0), how=how.how, by=how.by)
            for seat, how in card.known.items()
        ),
    )  # fmt: skip
