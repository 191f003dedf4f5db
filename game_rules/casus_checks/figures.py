"""What a casus holds, in figures: information for its writer, never a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..vocabulary.base import Word
from ..vocabulary.casus import Casus, Trigger
from .causes import longest_chain


class Figures(Word, omit_defaults=False):
    """Counts for the dagdeel edition, in which nothing is skipped.

    injects: per kind of trigger. acts: per legality. rings: consequences per ring. chain: the longest line of
    consequences that start each other.
    """

    rounds: int
    seats: int
    playable: int
    injects: dict[str, int]
    decisions: int
    options: int
    acts: dict[str, int]
    cards: int
    questions: int
    promises: int
    consequences: int
    rings: dict[int, int]
    chain: tuple[str, ...]


def figures(casus: Casus) -> Figures:
    """The figures of a casus; also of one with problems."""
    return Figures(
        rounds=len(casus.rounds),
        seats=len(casus.seats),
        playable=sum(seat.playable and not seat.follow_up for seat in casus.seats.values()),
        injects=_counted(_kind(inject.fires) for inject in casus.injects.values()),
        decisions=len(casus.decisions),
        options=sum(len(decision.options) for decision in casus.decisions.values()),
        acts=_counted(act.legality for act in casus.acts.values()),
        cards=len(casus.cards),
        questions=len(casus.questions),
        promises=len(casus.promises),
        consequences=len(casus.consequences),
        rings=dict(sorted(Counter(item.ring for item in casus.consequences.values()).items())),
        chain=longest_chain(casus.consequences),
    )


def _kind(trigger: Trigger) -> str:
    return str(trigger.__struct_config__.tag)


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
