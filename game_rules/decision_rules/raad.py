"""The raad: Gemeentewet 20, 28-30 and 32. The chair has no vote, and no casting vote exists."""

from __future__ import annotations

from .members import Count, Member, Verdict, entitled, more_for, office, present, took_part, valid_vote

ARTICLE = "Gemeentewet 20"
WORDS = (
    "Een voorstel is aangenomen als meer dan de helft van de uitgebrachte stemmen vóór is (Gemeentewet 30). "
    "Vraagt niemand om een stemming, dan is het voorstel ook aangenomen (Gemeentewet 32)."
)


def quorum(members: tuple[Member, ...]) -> int:
    """How many members must be present to open: more than half of those in office (Gemeentewet 20 lid 1)."""
    return office(members) // 2 + 1


def open_(members: tuple[Member, ...]) -> bool:
    """Whether the meeting may be opened (Gemeentewet 20 lid 1)."""
    return present(members) >= quorum(members)


def verdict(members: tuple[Member, ...], count: Count, attempt: int, second_meeting: bool = False) -> Verdict:
    """What a roll call leads to.

    invalid when too few took part (29); a tie rejects at once when all who may vote have voted (32 lid 6) or when it is the
    second tie on the same proposal (32 lid 5), and else postpones to the next meeting (32 lid 4). `attempt` counts from 1.
    `second_meeting`: the item comes back because too few members were there before (20 lid 3, 29 lid 2).
    """
    if not valid_vote(members, second_meeting):
        return "invalid"
    if count.votes_for == count.votes_against:
        complete = took_part(members) == entitled(members)
        return "rejected" if complete or attempt > 1 else "postponed"
    return "adopted" if more_for(count) else "rejected"
