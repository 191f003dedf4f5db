"""The college: Gemeentewet 56, 58 and 59. The burgemeester is a voting member and decides a second tie."""

from __future__ import annotations

from .members import Count, Member, Verdict, more_for, office, present, valid_vote

ARTICLE = "Gemeentewet 56"
WORDS = (
    "Het college besluit met een gewone meerderheid. Staken de stemmen twee keer, dan beslist de stem van de "
    "burgemeester (Gemeentewet 59)."
)


def quorum(members: tuple[Member, ...]) -> int:
    """How many members must be present: at least half of those in office (Gemeentewet 56 lid 1)."""
    return (office(members) + 1) // 2


def open_(members: tuple[Member, ...]) -> bool:
    """Whether the college may decide (Gemeentewet 56 lid 1)."""
    return present(members) >= quorum(members)


def verdict(members: tuple[Member, ...], count: Count, attempt: int) -> Verdict:
    """What a vote leads to: a first tie is voted again, at a second one the chair decides (Gemeentewet 59)."""
    if not valid_vote(members):
        return "invalid"
    if count.votes_for == count.votes_against:
        return "again" if attempt == 1 else "chair"
    return "adopted" if more_for(count) else "rejected"
