"""How the game went: per round what happened, and what followed from it."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.clock import round_
from ...turn import played_rounds
from ...vocabulary.feed import FeedItem
from ...vocabulary.state import GameState
from ...vocabulary.views import ConsequenceCard, View
from .structs import LATER, Entry, RoundPart

TOLD = ("inject", "unexpected", "out", "decision", "act", "proposal", "advice", "move", "override", "resigned")
"""The kinds of the feed that tell how it went. Promises, questions and consequences have a place of their own."""

LATER_TITLE = "Eén jaar later"


def columns(state: GameState) -> tuple[str, ...]:
    """The heads of everything that is set out over time: the start, each played round, one year later."""
    numbers = tuple(f"Ronde {number}" for number in range(1, len(reached(state)) + 1))
    return ("Begin", *numbers, *((LATER_TITLE,) if came_later(state) else ()))


def reached(state: GameState) -> tuple[str, ...]:
    """The rounds that were played, as far as the game came."""
    return tuple(played_rounds(state)[: state.clock.number + 1])


def came_later(state: GameState) -> bool:
    """Whether the newspaper of one year later is out."""
    return state.clock.stage in ("epilogue", "debrief", "closed")


def rounds(state: GameState, view: View) -> tuple[RoundPart, ...]:
    """Every round that the game came to, and one year later."""
    parts = [_round(state, view, number, id_) for number, id_ in enumerate(reached(state), 1)]
    if came_later(state):
        later = tuple(id_ for id_, card in _standing(view) if card.epilogue)
        parts.append(RoundPart(id=LATER, number=0, title=LATER_TITLE, consequences=later))
    return tuple(parts)


def _round(state: GameState, view: View, number: int, id_: str) -> RoundPart:
    found = round_(state, id_)
    return RoundPart(
        id=id_, number=number, title=found.title, phase=found.phase, moment=found.moment, intro=found.intro,
        entries=tuple(_entry(item) for item in told(state) if item.round == id_),
        consequences=tuple(key for key, card in _standing(view) if card.number == number and not card.epilogue),
    )  # fmt: skip


def _standing(view: View) -> Iterator[tuple[str, ConsequenceCard]]:
    return ((id_, card) for id_, card in view.consequences.items() if not card.retracted)


def told(state: GameState) -> Iterator[FeedItem]:
    """What may be told of the running account: what was public; after the reveal everything."""
    return (
        item for item in state.feed.values() if item.kind in TOLD and (state.revealed or not item.to)
    )  # fmt: skip


def _entry(item: FeedItem) -> Entry:
    return Entry(
        id=item.id, order=item.order, at=item.at, kind=item.kind, title=item.title, text=item.text,
        source=item.source, seat=item.seat, to=item.to, retracted=item.retracted,
    )  # fmt: skip
