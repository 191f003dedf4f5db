"""What a comparison of several tables holds: plain data in the order of the tables. Nothing in it adds up to a rank."""

from __future__ import annotations

from typing import Literal

from ..tracing import Reach
from ..vocabulary.base import Fact
from ..vocabulary.views import MeritCard, MilestoneCard, Spread
from ..vocabulary.views_samenspel import Figure

Eyes = Literal["public", "lead"]
"""Who compares: everybody (what the projector of each table shows), or who leads (also what is not public yet)."""

AnswerKind = Literal["decided", "rejected", "passed", "open", "later", "unasked", "elsewhere"]

BEGIN, LATER = "begin", "later"
"""The ids of the first and of the last column."""


class Table(Fact):
    """One of the tables, at its place. where: how far it is, in words. later: one year later has come there.

    werkwijzen: what they are called. parent: the place in this comparison of the table that it is a copy of (-1: none);
    differs: what was changed in that copy. people and computers: how many seats they play.
    """

    label: str
    game: str
    edition: str
    where: str
    stage: str
    later: bool
    revealed: bool
    figures: bool
    werkwijzen: tuple[str, ...] = ()
    parent: int = -1
    differs: str = ""
    people: int = 0
    computers: int = 0


class Column(Fact):
    """The start, a round that is played at one of the tables, or one year later."""

    id: str
    label: str


class Course(Fact):
    """One indicator at every table. values: per table, one for each column; None where that table has no value (yet)."""

    id: str
    label: str
    question: str
    low: str
    high: str
    values: tuple[tuple[int | None, ...], ...]

    def start(self, table: int) -> int | None:
        """The first value of this table."""
        return next((value for value in self.values[table] if value is not None), None)

    def end(self, table: int) -> int | None:
        """The last value of this table so far."""
        return next((value for value in reversed(self.values[table]) if value is not None), None)


class Answer(Fact):
    """What one table did with a question.

    kind: decided · rejected · passed (niemand besloot) · open (lies before them now) · later (not there yet) · unasked ·
    elsewhere (this table's casus has no such question). how: in words, with the votes. round: its column.
    """

    kind: AnswerKind
    text: str
    how: str = ""
    round: str = ""

    @property
    def settled(self) -> bool:
        """Whether this cannot change any more."""
        return self.kind in ("decided", "rejected", "passed", "unasked")


class Question(Fact):
    """A question with what each table answered. same: everybody who got that far did the same."""

    id: str
    question: str
    by: str
    answers: tuple[Answer, ...]
    same: bool

    @property
    def shared(self) -> bool:
        """Whether two tables at least are done with it."""
        return sum(answer.settled for answer in self.answers) > 1


class Did(Fact):
    """What one table did where tables differ. known: whether it came so far. text: in words. detail: with or by whom."""

    text: str
    detail: str = ""
    known: bool = True
    group: int = 0


class Parting(Fact):
    """Something in which tables differ. column: where it first happened. did: per table; equal `group`: did the same."""

    kind: str
    id: str
    title: str
    column: str
    did: tuple[Did, ...]


class Carried(Fact):
    """How one table carried out a werkwijze. state: as in WerkwijzeCard; empty: it was not chosen there.

    late: the milestones that were reached after their round.
    """

    state: str = ""
    late: tuple[str, ...] = ()
    milestones: dict[str, MilestoneCard] = {}
    merits: dict[str, MeritCard] = {}


class Way(Fact):
    """A werkwijze that at least one table chose. tables: how each carried it out."""

    id: str
    label: str
    tables: tuple[Carried, ...]


class Far(Fact):
    """How far it went at one table. chain: the titles of the longest chain, from its cause on."""

    reach: Reach
    chain: tuple[str, ...] = ()


class Verdict(Fact):
    """What one table thinks of a consequence. fell: it happened there. count: how many judged it (0: it was not judged).

    as_role, as_person: None while there are too few answers to stay anonymous, or not everybody judged.
    """

    fell: bool
    count: int = 0
    as_role: Spread | None = None
    as_person: Spread | None = None


class Judged(Fact):
    """A consequence that was judged at one of the tables at least."""

    id: str
    title: str
    ring: int
    verdicts: tuple[Verdict, ...]


class Followed(Fact):
    """A consequence that did not fall at every table. columns: per table where it fell (empty: it did not, so far)."""

    id: str
    title: str
    ring: int
    columns: tuple[str, ...]


class Counted(Fact):
    """One number of samenspel per table. label: what was counted, to be read after it. figures: None where nothing was."""

    key: str
    label: str
    figures: tuple[Figure | None, ...]


class Measured(Fact):
    """One measure of samenspel at every table that shows it. about, covers, beyond: as in MeasureCard."""

    id: str
    label: str
    about: str
    covers: str
    beyond: str
    counts: tuple[Counted, ...]


class Promises(Fact):
    """What became of the toezeggingen of one table."""

    kept: int = 0
    broken: int = 0
    open: int = 0

    @property
    def made(self) -> int:
        """How many there were."""
        return self.kept + self.broken + self.open


class Comparison(Fact):
    """Several tables that played the same casus, side by side. Every tuple per table is in the order of `tables`.

    partings: where they went apart, in the order of the game, the first one first. shared: how many consequences fell at
    every table. changed: the text of the casus is not the same at every table.
    """

    casus: str
    title: str
    gemeente: str
    tables: tuple[Table, ...]
    columns: tuple[Column, ...]
    courses: tuple[Course, ...]
    questions: tuple[Question, ...]
    partings: tuple[Parting, ...]
    ways: tuple[Way, ...]
    reach: tuple[Far, ...]
    followed: tuple[Followed, ...]
    shared: int
    judged: tuple[Judged, ...]
    promises: tuple[Promises, ...]
    samenspel: tuple[Measured, ...]
    changed: bool = False
    eyes: Eyes = "public"

    def column(self, id_: str) -> str:
        """What a column is called; empty for none."""
        return next((one.label for one in self.columns if one.id == id_), "")
