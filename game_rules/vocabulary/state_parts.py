"""Parts of the state that are stored in events too."""

from __future__ import annotations

from typing import Literal

from .base import Fact
from .casus import Answer
from .commands import TakesUp, Votes

Stage = Literal["lobby", "briefing", "round", "meal", "epilogue", "debrief", "closed"]
ROUND_STEPS = ("read", "talk", "act", "consequences")
DEBRIEF_STEPS = ("note", "guess", "judge", "again", "handvat")

CauseKind = Literal[
    "decision", "act", "inject", "card", "silence", "question", "promise", "consequence", "move", "override", "round",
    "unexpected", "came_out", "speech", "resigned", "werkwijze", "milestone", "recommendation", "indicator"
]  # fmt: skip


class Cause(Fact):
    """Why something happened: what kind of thing, its id, and the version of the event in which it happened."""

    kind: CauseKind
    id: str
    version: int


class Chain(Fact):
    """The chain to guess: its links from the first cause on, and the causes to choose from."""

    links: tuple[Cause, ...]
    choices: tuple[Cause, ...] = ()


class ClockState(Fact):
    """Where the game stands. Game time is in milliseconds and stands still while `running` is false.

    `elapsed` is the game time at wall time `since`; `ends` is the game time at which the step is planned to end (0: open).
    `number` counts the played rounds from 0.
    """

    stage: Stage = "lobby"
    round: str = ""
    number: int = -1
    step: str = ""
    running: bool = False
    pause_reason: str = ""
    elapsed: int = 0
    since: int = 0
    started: int = 0
    ends: int = 0
    round_started: int = 0

    @property
    def key(self) -> str:
        """The step in one word, for example `r1.talk`, `meal.r2`, `debrief.note`, `lobby`."""
        if self.stage == "round":
            return f"{self.round}.{self.step}"
        if self.stage in ("meal", "debrief"):
            return f"{self.stage}.{self.round if self.stage == 'meal' else self.step}"
        return self.stage


class Result(Fact):
    """How a decision ended. `option` is empty when nothing was adopted."""

    option: str
    how: Literal["vote", "hammer", "office", "ballot", "lot", "chair", "unanswered", "edition", "rejected", "fork"]
    by: str = ""
    reason: str = ""
    votes_for: int = 0
    votes_against: int = 0
    drawn: float | None = None


class VoteState(Fact):
    """One vote of one seat; `spoken` votes are public at once."""

    votes: Votes
    spoken: bool = False


class DecisionState(Fact):
    """asked: on the agenda · put: an option lies before the meeting · voting: a roll call or ballot runs · decided.

    asked_at: the version at which it came on the agenda.
    tied: options on which the raad tied before. invalid: too few took part in the last vote. second_meeting: it comes back
    because too few members were there, so that is not asked again. taken_back: the facilitator took a result back.
    """

    id: str
    status: Literal["asked", "put", "voting", "decided"] = "asked"
    option: str = ""
    votes: dict[str, VoteState] = {}
    ballots: dict[str, str] = {}
    barred: dict[str, str] = {}
    explained: dict[str, str] = {}
    tried: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    invalid: bool = False
    second_meeting: bool = False
    taken_back: bool = False
    requested_by: str = ""
    first: str = ""
    attempt: int = 1
    postponed: bool = False
    notice: str = ""
    unplayed: dict[str, Votes] = {}
    result: Result | None = None
    version: int = 0
    asked_at: int = 0
    round: str = ""
    recorded: bool = False


class InjectState(Fact):
    """waiting · held · fired · skipped · retracted, and what the facilitator changed."""

    status: Literal["waiting", "held", "fired", "skipped", "retracted"] = "waiting"
    title: str = ""
    text: str = ""
    to: tuple[str, ...] | None = None
    version: int = 0
    at: int = 0
    why: str = ""
    drawn: float | None = None


class Pending(Fact):
    """A consequence on its way."""

    causes: tuple[Cause, ...]
    due: int


class Happened(Fact):
    """A consequence that happened (id: of the casus, or x + version for an improvised one)."""

    id: str
    causes: tuple[Cause, ...]
    ring: int
    shifts: dict[str, int]
    title: str
    text: str
    headline: str
    version: int
    round: str
    number: int
    at: int
    to: tuple[str, ...] = ()
    retracted: bool = False
    epilogue: bool = False


class Out(Fact):
    """How and when (version) something hidden came out: on a condition, by chance or by hand."""

    how: str
    version: int


class QuestionState(Fact):
    """A formal question that was asked."""

    id: str
    by: str
    to: str
    text: str
    offer: str = ""
    answer: Answer | None = None
    version: int = 0
    round: str = ""
    out: bool = False
    came_out: Out | None = None


class SpeechAnswer(Fact):
    """What a member does with what was said."""

    takes_up: TakesUp
    reason: str


class SpeechState(Fact):
    """Somebody spoke at a hearing; the answers of the members by seat."""

    id: str
    hearing: str
    by: str
    text: str
    answers: dict[str, SpeechAnswer] = {}
    version: int = 0
    round: str = ""


class ProposalState(Fact):
    """A motie, amendement or ordevoorstel."""

    id: str
    kind: str
    by: str
    text: str
    decision: str = ""
    status: Literal["made", "agenda", "withdrawn"] = "made"
    version: int = 0
    round: str = ""


class AdviceState(Fact):
    """A procedureadvies and what the chair did with it."""

    id: str
    by: str
    text: str
    round: str
    followed: bool | None = None
    reason: str = ""
    version: int = 0


class PromiseState(Fact):
    """A toezegging."""

    id: str
    by: str
    to: str
    text: str
    offer: str = ""
    kept: bool | None = None
    version: int = 0
    round: str = ""


class ActDone(Fact):
    """An act that was performed (or refused, when `article` is set)."""

    id: str
    act: str
    by: str
    legality: str
    target: str = ""
    text: str = ""
    version: int = 0
    round: str = ""
    number: int = 0
    out: bool = False
    came_out: Out | None = None
    article: str = ""


class MoveState(Fact):
    """A vrije zet, or an adopted proposal, with what was argued and what came of it."""

    id: str
    by: str
    text: str
    reason: str
    arguments: tuple[tuple[str, str, str], ...] = ()
    outcome: str = ""
    ruling: str = ""
    version: int = 0
    round: str = ""
    proposal: str = ""
