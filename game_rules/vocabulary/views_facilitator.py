"""What only the facilitator sees: part of a View."""

from __future__ import annotations

from typing import Literal

from .base import Fact
from .views_lab import ChoosableCard

Words = tuple[str, ...]


class InjectLine(Fact):
    """A row of the facilitator's list of injects. due: planned minute of the round; `due_at` wall time when it is running."""

    order: int
    title: str
    text: str
    kind: str
    look: str
    source: str
    status: Literal["waiting", "held", "fired", "skipped", "retracted"]
    to: Words = ()
    round: str = ""
    minute: float = 0
    due_at: int = 0
    chance: int = 0
    condition: str = ""
    expected: str = ""
    why: str = ""
    fired_at: int = 0


class RosterLine(Fact):
    """A seat as the facilitator needs it.

    idle_since: wall time since when it did nothing in this round (talk is no act), 0 when that says nothing now. offers: how
    many things the casus gives it to do now.
    """

    order: int
    last_act: int = 0
    cards_shared: int = 0
    cards_held: int = 0
    open_todos: int = 0
    stands: dict[str, str] = {}
    goal: str = ""
    goal_reached: bool = False
    idle_since: int = 0
    offers: int = 0


class RubricLine(Fact):
    """One criterion with its levels and the score of this round."""

    order: int
    label: str
    levels: tuple[str, ...]
    score: int = -1
    note: str = ""


class ReadyCheck(Fact):
    """*Startklaar*: one line of the check. state: ok · missing · optional."""

    order: int
    text: str
    state: Literal["ok", "missing", "optional"]
    seat: str = ""


class MarkLine(Fact):
    """A bookmark or something parked. `by`: the facilitator or tafelhulp who kept it."""

    order: int
    at: int
    text: str
    kind: str = "bookmark"
    by: str = ""


class PlanLine(Fact):
    """Something that is still planned, with its length."""

    order: int
    label: str
    minutes: int


class AwaitedLine(Fact):
    """Something that the table waits for: which seat, what, and since when (wall time)."""

    order: int
    seat: str
    text: str
    since: int


class FacilitatorCard(Fact):
    """What only the facilitator sees.

    rest_minutes: what is still planned together; drops: the rounds that no longer fit before the
    end of the evening when the debrief keeps its time, as at the last event.
    evening_ends_at: when the evening should end; plan: everything still planned, in order, the debrief last, so that a
    screen can say what no longer fits. moments: bookmarks and consequences to choose from; hidden: what can come out.
    werkwijzen: those to choose from before the start, and those that the law forbids here.
    progress: per step of the debrief how many are in; proposed: the consequences that the engine would choose, with why.
    """

    next_label: str = ""
    next_effect: str = ""
    undo_label: str = ""
    can_start: bool = True
    ready: dict[str, ReadyCheck] = {}
    waiting: dict[str, str] = {}
    awaited: dict[str, AwaitedLine] = {}
    injects: dict[str, InjectLine] = {}
    roster: dict[str, RosterLine] = {}
    rubric: dict[str, RubricLine] = {}
    marks: dict[str, MarkLine] = {}
    stock: dict[str, str] = {}
    werkwijzen: dict[str, ChoosableCard] = {}
    drops: Words = ()
    rest_minutes: int = 0
    evening_ends_at: int = 0
    plan: dict[str, PlanLine] = {}
    moments: dict[str, str] = {}
    hidden: dict[str, str] = {}
    handed_in: int = 0
    to_hand_in: int = 0
    notes_in: int = 0
    progress: dict[str, int] = {}
    proposed: dict[str, str] = {}
