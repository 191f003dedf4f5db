"""The catch-up of a minute for who came late: what it is about, what was decided, what just happened, what is asked now."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules.clock import step_label
from ..rules.seats import PLAYING
from ..vocabulary.feed import FeedItem
from ..vocabulary.state import GameState, Late
from ..vocabulary.views import CatchUpCard

MOST = 3
NEWS = ("inject", "consequence", "out", "resigned", "unexpected", "override")
LENGTHS = {"summary": 20, "dilemma": 10, "decided": 12, "news": 9, "now": 18}
"""The most words of each line; together they can be read in a minute (at most 130 words)."""


def catch_up(state: GameState, seat: str, participant: str) -> CatchUpCard | None:
    """What this participant reads in the round in which they came or sat down; only what the seat (empty: none) may see.

    What came after they sat down is not in it: that, they saw themselves.
    """
    late = state.late.get(participant)
    if late is None or state.clock.stage not in PLAYING or late.round != state.clock.round:
        return None
    return CatchUpCard(
        since=late.version,
        lines=(
            f"{opening(state.casus.summary, LENGTHS['summary'])} {opening(state.casus.dilemma, LENGTHS['dilemma'])}",
            *_decided(state, late),
            *_news(state, late, seat),
        ),
        now=_now(state, seat),
        beside=_beside(state, seat, participant),
    )


def opening(text: str, most: int) -> str:
    """The first sentence, or so many words of it."""
    words = text.split()
    ends = [place for place, word in enumerate(words, start=1) if word.endswith((".", "?", "!"))]
    return brief(" ".join(words[: ends[0]] if ends else words), most)


def brief(text: str, most: int) -> str:
    """The whole sentences that fit in so many words; else the first words of the text with an ellipsis."""
    words = text.split()
    if len(words) <= most:
        return text
    ends = [place for place, word in enumerate(words[:most], start=1) if word.endswith((".", "?", "!"))]
    return " ".join(words[: ends[-1]]) if ends else f"{' '.join(words[: most - 1])} …"


def _decided(state: GameState, late: Late) -> Iterator[str]:
    taken = [
        now for now in state.decisions.values() if now.result and now.version < late.version and not now.taken_back
    ]
    for now in sorted(taken, key=lambda one: one.version)[-MOST:]:
        item = state.feed.get(f"e{now.version}")
        if item is not None:
            yield f"Besloten: {brief(item.text or item.title, LENGTHS['decided'])}"


def _news(state: GameState, late: Late, seat: str) -> Iterator[str]:
    seen = [item for item in state.feed.values() if item.order < late.version and _may_see(item, seat)]
    for item in sorted(seen, key=lambda one: one.order)[-MOST:]:
        yield f"Net gebeurd: {brief(item.title, LENGTHS['news'])}"


def _may_see(item: FeedItem, seat: str) -> bool:
    return item.kind in NEWS and not item.retracted and (not item.to or (bool(seat) and seat in item.to))


def _now(state: GameState, seat: str) -> str:
    """Where the table is, and what the own seat does in this round."""
    found = state.casus.seats.get(seat)
    task = found.tasks.get(state.clock.round, "") if found and state.clock.stage == "round" else ""
    return f"{step_label(state, state.clock)}. {brief(task, LENGTHS['now'])}".rstrip()


def _beside(state: GameState, seat: str, participant: str) -> str:
    """The participant next to whom this one sits; empty: alone, or not seated."""
    now = state.seats.get(seat)
    if now is None:
        return ""
    return now.holder if now.shadow == participant else now.shadow
