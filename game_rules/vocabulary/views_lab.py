"""The werkwijze of a table as one audience may see it: part of a View."""

from __future__ import annotations

from typing import Literal

from .base import Fact

How = Literal["led", "condition", "chance", "moved", "opened", "part"]
"""led: it followed. condition: it was a fact behind its condition. chance: the lot. moved: it moved the figure.
opened: it had to happen first. part: it belongs to it."""

MadeBy = Literal["", "seat", "lead", "chance"]
"""Who began something: somebody at the table, the facilitator, the lot; empty: it followed from something else."""


class TraceLink(Fact):
    """What something came from: the key of another card, and how the one led to the other."""

    key: str
    how: How = "led"


class TraceCard(Fact):
    """One thing in the graph of causes, with what it came from (`game_rules.tracing.Node`).

    number: the played round, from 0. later: one year later. seats: who did it or was told. detail: one sentence more.
    """

    order: int
    kind: str
    id: str
    title: str
    ring: int = 0
    number: int = 0
    seats: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    detail: str = ""
    made_by: MadeBy = ""
    unknown_cause: bool = False
    later: bool = False
    causes: tuple[TraceLink, ...] = ()


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
    """One merit. judged: whether that was done; then won, moment (the version at which it was won or lost) and words count."""

    order: int
    label: str
    judged: bool = False
    won: bool = False
    words: str = ""
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
