"""Who counts when an organ votes, and what every vote has in common."""

from __future__ import annotations

from typing import Literal

from ..vocabulary.base import Fact

Verdict = Literal["adopted", "rejected", "postponed", "again", "chair", "invalid"]


class Member(Fact):
    """One seat of an organ in a vote. `weight` is its number of votes; `voted` whether its votes were given.

    Who voted and left afterwards took part all the same.
    """

    seat: str
    weight: int
    present: bool = True
    barred: bool = False
    voted: bool = False


class Count(Fact):
    """The votes that were cast."""

    votes_for: int
    votes_against: int


def office(members: tuple[Member, ...]) -> int:
    """How many members are in office."""
    return sum(m.weight for m in members)


def present(members: tuple[Member, ...]) -> int:
    """How many members are present, barred ones included: they signed the presentielijst."""
    return sum(m.weight for m in members if m.present)


def took_part(members: tuple[Member, ...]) -> int:
    """How many members voted."""
    return sum(m.weight for m in members if m.voted and not m.barred)


def entitled(members: tuple[Member, ...]) -> int:
    """How many members in office may vote: those without a personal interest (Gemeentewet 28)."""
    return sum(m.weight for m in members if not m.barred)


def valid_vote(members: tuple[Member, ...], second_meeting: bool = False) -> bool:
    """Whether more than half of the members in office who are not barred took part (Gemeentewet 29 lid 1, 58).

    In a second meeting on the same item any number will do, as long as somebody voted (Gemeentewet 29 lid 2).
    """
    taking_part = took_part(members)
    return taking_part > 0 and (second_meeting or 2 * taking_part > entitled(members))


def more_for(count: Count) -> bool:
    """Volstrekte meerderheid of the votes that were cast: more for than against (Gemeentewet 30, 58)."""
    return count.votes_for > count.votes_against
