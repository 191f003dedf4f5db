"""What a report of a game holds: plain data, in the order in which one reads it."""

from __future__ import annotations

from ...tracing import Graph, Reach
from ...vocabulary.base import Fact
from ...vocabulary.views import (
    ActCard,
    AdviceCard,
    AgainCard,
    ChainCard,
    ConsequenceCard,
    DecisionCard,
    GameCard,
    GoalLine,
    JudgeCard,
    MeasureCard,
    MoveCard,
    PracticeCard,
    PromiseCard,
    ProposalCard,
    PulseCard,
    QuestionCard,
    SeatCard,
    SpeechCard,
    WeighLine,
    WerkwijzeCard,
)

LATER = "later"
"""The round id of what fell one year later."""


class Entry(Fact):
    """Something that happened. kind: of the feed. to: the seats that it was addressed to (none: everybody)."""

    id: str
    order: int
    at: int
    kind: str
    title: str
    text: str = ""
    source: str = ""
    seat: str = ""
    to: tuple[str, ...] = ()
    retracted: str = ""


class RoundPart(Fact):
    """A round with what happened in it and what followed from it. `id` is LATER and number 0 for one year later."""

    id: str
    number: int
    title: str
    phase: str = ""
    moment: str = ""
    intro: str = ""
    entries: tuple[Entry, ...] = ()
    consequences: tuple[str, ...] = ()


class Movement(Fact):
    """One shift of an indicator, with what did it as far as the reader may know. column: of `Report.columns`."""

    column: int
    shift: int
    text: str
    consequence: str = ""


class IndicatorLine(Fact):
    """An indicator. values: at the start, after each round, and one year later (one for each of `Report.columns`)."""

    id: str
    label: str
    question: str
    low: str
    high: str
    values: tuple[int, ...]
    movements: tuple[Movement, ...] = ()


class Knower(Fact):
    """A seat that came to know a card. column: 0 before the first round, else the round. how: shown, told, …"""

    seat: str
    column: int
    how: str = ""
    by: str = ""


class Needed(Fact):
    """A seat (empty: anybody) that needed a card before the end of a column. status: on_time · later · never · open."""

    seat: str
    column: int
    status: str


class KnowRow(Fact):
    """A card, who had it first, who came to know it when, and who needed it until when. harms: by silence. silent: one was noted."""

    id: str
    title: str
    text: str
    first: str
    knowers: tuple[Knower, ...] = ()
    needs: tuple[Needed, ...] = ()
    harms: str = ""
    expires: str = ""
    silent: bool = False


class When(Fact):
    """A moment in the log. round: `Ronde 2: De nacht`, empty before the first one. late: after the round it was asked for."""

    version: int
    round: str = ""
    late: bool = False


class WayPart(Fact):
    """A werkwijze as the table carried it out.

    how: it was chosen (facilitator, decision or fork); decision: the question with which. reached: by milestone. decided:
    by merit, the moment at which it was won or lost. followed: the consequences of how it went as a whole.
    """

    card: WerkwijzeCard
    how: str
    decision: str
    chosen: When
    reached: dict[str, When] = {}
    decided: dict[str, When] = {}
    stopped: When | None = None
    followed: tuple[str, ...] = ()


class RubricRow(Fact):
    """A level on the rubric, with its description. level: from 1."""

    criterion: str
    round: str
    level: int
    of: int
    text: str


class HandvatLine(Fact):
    """Somebody's intention, without who wrote it. moment: version in the log; round and event say what that was."""

    whom: str
    what: str
    before: str
    moment: int
    round: str = ""
    event: str = ""


class Report(Fact):
    """One game, looked back at by everybody together. Nothing in it says which person answered or wrote what.

    revealed: what was secret is in it too. columns: start, each played round, and one year later when that came.
    figures: whether indicators may be read yet. silence: the key in `graph` of the costliest silence that was noted.
    """

    game: GameCard
    began_at: int
    ended_at: int
    ended: bool
    revealed: bool
    figures: bool
    seats: dict[str, SeatCard]
    columns: tuple[str, ...]
    rounds: tuple[RoundPart, ...]
    ways: dict[str, WayPart] = {}
    decisions: dict[str, DecisionCard] = {}
    consequences: dict[str, ConsequenceCard] = {}
    acts: dict[str, ActCard] = {}
    graph: Graph = Graph(nodes={})
    reach: Reach = Reach()
    silence: str = ""
    indicators: tuple[IndicatorLine, ...] = ()
    judged: dict[str, JudgeCard] = {}
    known: tuple[KnowRow, ...] = ()
    together: dict[str, MeasureCard] = {}
    promises: dict[str, PromiseCard] = {}
    questions: dict[str, QuestionCard] = {}
    proposals: dict[str, ProposalCard] = {}
    advice: dict[str, AdviceCard] = {}
    moves: dict[str, MoveCard] = {}
    speeches: dict[str, SpeechCard] = {}
    chain: ChainCard | None = None
    again: dict[str, AgainCard] = {}
    practice: dict[str, PracticeCard] = {}
    weighed: dict[str, WeighLine] = {}
    rubric: tuple[RubricRow, ...] = ()
    pulse: dict[str, PulseCard] = {}
    goals: dict[str, GoalLine] = {}
    handvatten: tuple[HandvatLine, ...] = ()
    to_hand_in: int = 0
