"""Pulse and debrief as one audience may see them: part of a View."""

from __future__ import annotations

from .base import Fact

Words = tuple[str, ...]


class Spread(Fact):
    """How answers 1-5 are spread: five counts, for everybody together, per role label and per profession."""

    counts: tuple[int, int, int, int, int]
    per_role: dict[str, tuple[int, int, int, int, int]] = {}
    per_profession: dict[str, tuple[int, int, int, int, int]] = {}


class JudgeCard(Fact):
    """One of the three consequences to judge, with the own verdict and the spread (never names, never an average alone).

    why: why it was chosen, in words. practice: how many say yes, partly and no. as_role shows after the own verdict,
    as_person and practice when everybody judged: from three answers on.
    """

    order: int
    consequence: str
    mine_role: int = 0
    mine_person: int = 0
    mine_reason: str = ""
    mine_practice: str = ""
    why: str = ""
    practice: dict[str, int] = {}
    count: int = 0
    as_role: Spread | None = None
    as_person: Spread | None = None


class ChainLine(Fact):
    """One link of a chain, from the cause on."""

    kind: str
    text: str
    round: str = ""
    consequence: str = ""


class ChainCard(Fact):
    """The chain to guess: what was behind this consequence? choices: by key, the text of a possible cause.

    mine: the own guess. count: how many guessed. answer, links and spread are there after the reveal only.
    """

    consequence: str
    title: str
    choices: dict[str, str]
    mine: str = ""
    count: int = 0
    answer: str = ""
    links: tuple[ChainLine, ...] = ()
    spread: dict[str, int] = {}


class AgainCard(Fact):
    """One decision that people would take otherwise: how many chose which option, and what the casus assumes would follow."""

    order: int
    question: str
    taken: str
    option: str
    text: str
    count: int
    mine: bool = False
    reasons: Words = ()
    follows: Words = ()


class WeighLine(Fact):
    """How important an indicator is: the own answer, and the spread per role once it may be seen."""

    order: int
    label: str
    question: str
    mine_before: int = 0
    mine_after: int = 0
    before: Spread | None = None
    after: Spread | None = None


class WeighCard(Fact):
    """The importance of the indicators. asked: before · after, or empty when nothing is asked now."""

    asked: str = ""
    given: int = 0
    lines: dict[str, WeighLine] = {}


class PracticeCard(Fact):
    """*Klopt dit met jouw praktijk?* of one consequence and its causes: the own answer, how many answered, and the spread.

    answers: how many say yes, partly and no; from three answers on, when the spread may show.
    """

    order: int
    mine: str = ""
    note: str = ""
    count: int = 0
    answers: dict[str, int] = {}


class GoalLine(Fact):
    """After the reveal: a seat's goal and whether it was reached."""

    order: int
    goal: str
    reached: bool


class DebriefCard(Fact):
    """The debrief. people: how many have a seat. whom, what, before, moment: the own handvat. questions: for the table."""

    step: str = ""
    people: int = 0
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
    chain: ChainCard | None = None
    again: dict[str, AgainCard] = {}
    practice: dict[str, PracticeCard] = {}


class PulseCard(Fact):
    """The pulse of a round: asked or given, and its spread per question when the round is over. mine: the own answers."""

    order: int
    round: str
    given: bool = False
    mine: dict[str, int] = {}
    count: int = 0
    role: Spread | None = None
    knew: Spread | None = None
    mattered: Spread | None = None
