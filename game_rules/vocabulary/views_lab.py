"""The werkwijze of a table as one audience may see it: part of a View."""

from __future__ import annotations

from .base import Fact


class RecommendationCard(Fact):
    """A recommendation and, once answered, what was done with it and why. by: the label of the seat that answered."""

    order: int
    text: str
    answer: str = ""
    reason: str = ""
    by: str = ""


class MilestoneCard(Fact):
    """One milestone. state: later (its round is not there) · locked (something must happen first) · open · missed · reached.

    by: labels of who may say that it happened. waits: titles of what must happen first. drawn: who the lot picked.
    """

    order: int
    title: str
    text: str
    round: str
    state: str
    by: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    said: str = ""
    who: str = ""
    article: str = ""
    drawn: tuple[str, ...] = ()
    recommendations: dict[str, RecommendationCard] = {}


class MeritCard(Fact):
    """One merit, once it is judged. moment: the version at which it was won or lost. words: said of that moment."""

    order: int
    label: str
    won: bool
    words: str
    moment: int = 0


class GateCard(Fact):
    """Decisions that wait for milestones. decisions: their questions; until: titles of the milestones that are not reached."""

    decisions: tuple[str, ...]
    until: tuple[str, ...]
    why: str
    article: str = ""


class WerkwijzeCard(Fact):
    """The werkwijze of this table. here: what it means in this casus. state: ready (before the start) · runs · stopped · well · badly."""

    order: int
    label: str
    what: str
    here: str
    cost: str
    state: str
    why_stopped: str = ""
    milestones: dict[str, MilestoneCard] = {}
    gates: dict[str, GateCard] = {}
    merits: dict[str, MeritCard] = {}
    enough: int = 0


class ChoosableCard(Fact):
    """A werkwijze that the facilitator may choose before the start, or why not (article and sentence)."""

    order: int
    label: str
    short: str
    here: str = ""
    cost: str = ""
    forbidden: str = ""
    article: str = ""
    chosen: bool = False
