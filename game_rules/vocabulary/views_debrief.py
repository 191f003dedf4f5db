"""Pulse and debrief as one audience may see them: part of a View."""

from __future__ import annotations

from .base import Fact

Words = tuple[str, ...]


class Spread(Fact):
    """How answers 1-5 are spread: five counts, for everybody together and per role label."""

    counts: tuple[int, int, int, int, int]
    per_role: dict[str, tuple[int, int, int, int, int]] = {}


class JudgeCard(Fact):
    """One of the three consequences to judge, with the own verdict and the spread (never names, never an average alone)."""

    order: int
    consequence: str
    mine_role: int = 0
    mine_person: int = 0
    mine_reason: str = ""
    count: int = 0
    as_role: Spread | None = None
    as_person: Spread | None = None


class GoalLine(Fact):
    """After the reveal: a seat's goal and whether it was reached."""

    order: int
    goal: str
    reached: bool


class DebriefCard(Fact):
    """The debrief. `handvat`: the own sentence. questions: for the table, per step."""

    step: str = ""
    note: str = ""
    handed_in: bool = False
    whom: str = ""
    what: str = ""
    before: str = ""
    moment: int = 0
    questions: dict[str, Words] = {}
    judge: dict[str, JudgeCard] = {}
    goals: dict[str, GoalLine] = {}
    chosen: Words = ()


class PulseCard(Fact):
    """The pulse of a round: asked or given, and its spread per question when the round is over."""

    order: int
    round: str
    given: bool = False
    count: int = 0
    role: Spread | None = None
    knew: Spread | None = None
    mattered: Spread | None = None
