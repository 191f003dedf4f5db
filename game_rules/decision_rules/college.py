"""The college: Gemeentewet 56, 58 and 59. The burgemeester is a voting member and decides a second tie."""

from __future__ import annotations

from .members import Count, Member, Verdict, more_for, office, present, valid_vote

ARTICLE = "Gemeentewet 56"
WORDS = (
    "Een voorstel is aangenomen als meer dan de helft van de uitgebrachte stemmen vóór is (Gemeentewet 58). "
    "Staken de stemmen twee keer, dan beslist de stem van de burgemeester (Gemeentewet 59)."
)


def quorum(members: tuple[Member, ...]) -> int:
    """How many members must be present: at least half of those in office (Gemeentewet 56 lid 1)."""
    return (office(members) + 1) // 2


def open_(members: tuple[Member, ...]) -> bool:
    """Whether the college may decide (Gemeentewet 56 lid 1)."""
    return present(members) >= quorum(members)


def verdict(members: tuple[Member, ...], count: Count, attempt: int, second_meeting: bool = False) -> Verdict:
    """What a vote leads to: a first tie is voted again, at a second one on the same proposal the chair decides (59).

    `attempt` counts from 1. `second_meeting`: the item comes back because too few members were there before (56 lid 3).
    """
    if not valid_vote(members, second_meeting):
        return "invalid"
    if count.votes_for == count.votes_against:
        return "again" if attempt == 1 else "chair"
    return "adopted" if more_for(count) else "rejected"
