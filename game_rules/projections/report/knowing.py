"""Who knew what when: every card that was dealt, for after the reveal."""

from __future__ import annotations

from ...samenspel import Need, needs
from ...vocabulary.state import CardState, GameState
from ..common import renumbered
from .course import reached
from .structs import Knower, KnowRow, Needed


def known(state: GameState) -> tuple[KnowRow, ...]:
    """One row per card, in the order in which they were dealt."""
    needed: dict[str, list[Need]] = {}
    for need in needs(state):
        needed.setdefault(need.card, []).append(need)
    return tuple(_row(state, id_, card, needed.get(id_, [])) for id_, card in state.cards.items())


def _row(state: GameState, id_: str, card: CardState, needed: list[Need]) -> KnowRow:
    words, columns = state.casus.cards[id_], {round_: number for number, round_ in enumerate(reached(state), 1)}
    return KnowRow(
        id=id_, title=words.title, text=words.text, first=card.first, harms=words.harms,
        expires=renumbered(state, words.expires),
        knowers=tuple(
            Knower(seat=seat, column=columns.get(how.round, 0), how=how.how, by=how.by)
            for seat, how in card.known.items()
        ),
        needs=tuple(
            Needed(seat=need.seat, column=columns[need.round], status=need.status)
            for need in needed
            if need.round in columns
        ),
        silent=any(silence.rpartition(".")[0] == id_ for silence in state.silences),
    )  # fmt: skip
