"""A secret ballot on persons: Gemeentewet 31. Tie between two: vote again; tie again: the lot decides."""

from __future__ import annotations

from ..vocabulary.base import Fact

ARTICLE = "Gemeentewet 31"
WORDS = (
    "Over personen stem je geheim, met een briefje (Gemeentewet 31). Staken de stemmen, dan stem je opnieuw; "
    "staken ze weer, dan beslist het lot."
)


class BallotVerdict(Fact):
    """`winner` is elected; else vote again between `between`; `lot` says that the lot must decide between them."""

    winner: str = ""
    between: tuple[str, ...] = ()
    lot: bool = False


def verdict(counts: dict[str, int], attempt: int) -> BallotVerdict:
    """What the ballots lead to. `counts`: votes per candidate, in the order of the ballot paper; at least one vote.

    More than half of the votes elects (30). Otherwise the two with most votes go to a second ballot, and if those two tie
    again, the lot decides (31 lid 2-3). `attempt` counts from 1.
    """
    ranked = sorted(counts, key=lambda c: (-counts[c], list(counts).index(c)))
    if 2 * counts[ranked[0]] > sum(counts.values()):
        return BallotVerdict(winner=ranked[0])
    top = tuple(ranked[:2])
    return BallotVerdict(between=top, lot=attempt > 1)
