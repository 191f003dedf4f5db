"""What is: the whole state of one game, folded from its events. Everything is frozen; mappings are never changed in place."""

from __future__ import annotations

from msgspec import Struct

from .audience import Actor
from .base import Fact
from .casus import Casus, Content
from .feed import FeedItem
from .state_lab import Confirmed, ForkState, WerkwijzeState
from .state_parts import (
    ActDone,
    AdviceState,
    Cause,
    Chain,
    ClockState,
    DecisionState,
    Happened,
    InjectState,
    MoveState,
    Pending,
    PromiseState,
    ProposalState,
    QuestionState,
    SpeechState,
)


class SeatState(Fact):
    """Who plays a seat. `shadow` is the second participant; `swap` says that they change places at the next round.

    successor: how many times somebody followed after the one on this seat resigned. vacant: who sat here resigned, and
    nobody was appointed yet; the organ is one member smaller. acted: game time (ms) of the last thing that was done.
    """

    player: str = "nobody"
    holder: str = ""
    shadow: str = ""
    swap: bool = False
    present: bool = True
    ready: bool = False
    last_act: int = 0
    acted: int = 0
    successor: int = 0
    vacant: bool = False

    @property
    def played(self) -> bool:
        """Whether somebody decides for this seat: a person, the facilitator or the computer."""
        return self.player != "nobody"


class Knowing(Fact):
    """Since when and how a seat knows a card."""

    version: int
    round: str
    how: str
    by: str = ""


class CardState(Fact):
    """`holder` may share the card; `known` includes the holder; `ticked` is the last round in which the holder ticked."""

    holder: str
    first: str
    known: dict[str, Knowing]
    version: int
    ticked: str = ""


class Note(Fact):
    """A briefje."""

    id: str
    by: str
    to: str
    text: str
    version: int
    round: str
    at: int


class Message(Fact):
    """What was said in a channel, at a table that talks at a distance."""

    id: str
    channel: str
    by: str
    text: str
    version: int
    round: str
    at: int


class Talk(Fact):
    """*Ik sprak met*."""

    by: str
    seats: tuple[str, ...]
    round: str
    version: int


class Change(Fact):
    """One movement of one indicator, with the consequence or override behind it."""

    version: int
    number: int
    at: int
    indicator: str
    value: int
    shift: int
    source: str


class Mark(Fact):
    """A bookmark of the facilitator."""

    version: int
    text: str
    by: str
    at: int


class Score(Fact):
    """A level on the rubric."""

    criterion: str
    round: str
    level: int
    note: str
    by: str


class Parked(Fact):
    """Something unexpected, kept for the debrief or told to all."""

    id: str
    kind: str
    text: str
    version: int


class Pulse(Fact):
    """Three answers (1-5) of one participant after a round."""

    round: str
    seat: str
    role: int
    knew: int
    mattered: int


class JudgementState(Fact):
    """One participant on one consequence, 1 (not wanted) to 5 (wanted)."""

    seat: str
    as_role: int
    as_person: int
    reason: str
    practice: str = ""


class WeighedState(Fact):
    """How important a participant finds each indicator (1-5), from the seat."""

    seat: str
    weights: dict[str, int]


class AgainState(Fact):
    """*Tweede kans*: the decision that a participant would take otherwise."""

    seat: str
    decision: str
    option: str
    why: str = ""


class Late(Fact):
    """Somebody sat down after the game began: at this version, in this round."""

    version: int
    round: str


class ResignedState(Fact):
    """Somebody stepped down from a seat."""

    reason: str
    onward: str
    version: int
    round: str


class Handvat(Fact):
    """Maandag vraag ik `whom` om `what`, vóór `before`."""

    seat: str
    whom: str
    what: str
    before: str
    moment: int


class GameState(Struct, frozen=True, kw_only=True):
    """A game at one version. Not stored: it is always folded from the log.

    arrived: per participant at this table the version at which it came. late: who came or sat down while the game was
    running. silences: by `<card>.<index>` the version that noted it. weighed: by `<moment>:<participant>`. base: the content as it was before a
    werkwijze was woven in (None: none was). confirmed: by consequence and participant. grounds: by the version of an
    event the facts of the condition that made it possible.
    """

    content: Content
    game: str
    meeting: str
    edition: str
    seed: str
    content_hash: str = ""
    version: int = 0
    at: int = 0
    read_private: bool = False
    talk: str = "tafel"
    clock: ClockState = ClockState()
    begun_at: int = 0
    people: tuple[str, ...] = ()
    arrived: dict[str, int] = {}
    late: dict[str, Late] = {}
    professions: dict[str, str] = {}
    resigned: dict[str, ResignedState] = {}
    seats: dict[str, SeatState] = {}
    stands: dict[str, tuple[str, ...]] = {}
    indicators: dict[str, int] = {}
    changes: tuple[Change, ...] = ()
    feed: dict[str, FeedItem] = {}
    injects: dict[str, InjectState] = {}
    cards: dict[str, CardState] = {}
    notes: dict[str, Note] = {}
    talks: tuple[Talk, ...] = ()
    messages: dict[str, Message] = {}
    speeches: dict[str, SpeechState] = {}
    questions: dict[str, QuestionState] = {}
    proposals: dict[str, ProposalState] = {}
    advice: dict[str, AdviceState] = {}
    speakers: tuple[str, ...] = ()
    promises: dict[str, PromiseState] = {}
    acts: dict[str, ActDone] = {}
    moves: dict[str, MoveState] = {}
    decisions: dict[str, DecisionState] = {}
    pending: dict[str, Pending] = {}
    happened: dict[str, Happened] = {}
    grounds: dict[int, tuple[Cause, ...]] = {}
    lapsed: tuple[str, ...] = ()
    silences: dict[str, int] = {}
    used: dict[str, int] = {}
    suspended_until: int = 0
    screens_closed: bool = False
    on_paper: bool = False
    marks: tuple[Mark, ...] = ()
    scores: dict[str, Score] = {}
    parked: dict[str, Parked] = {}
    pulses: dict[str, Pulse] = {}
    silent_notes: dict[str, str] = {}
    chosen: tuple[str, ...] = ()
    chosen_why: dict[str, str] = {}
    weighed: dict[str, WeighedState] = {}
    chain: Chain | None = None
    guesses: dict[str, str] = {}
    again: dict[str, AgainState] = {}
    judgements: dict[str, dict[str, JudgementState]] = {}
    handvatten: dict[str, Handvat] = {}
    revealed: bool = False
    base: Content | None = None
    werkwijzen: dict[str, WerkwijzeState] = {}
    fork: ForkState | None = None
    confirmed: dict[str, dict[str, Confirmed]] = {}
    undo: Undoable | None = None
    command: str = ""
    command_start: GameState | None = None

    @property
    def casus(self) -> Casus:
        """The casus that is played, with what a werkwijze added to it."""
        return self.content.casus

    @property
    def unwoven(self) -> Content:
        """The content as it is stored with the game: a replay starts from it, and weaves the werkwijzen in again."""
        return self.base or self.content


class Undoable(Struct, frozen=True, kw_only=True):
    """The last step that the facilitator can take back, with the state before and after it and its game time (ms).

    `too_late`: a player decided or acted since.
    """

    what: str
    command: str
    first: int
    last: int
    game_time: int
    before: GameState
    after: GameState
    too_late: bool = False


class Context(Fact):
    """What is handed in with a command: the wall time in milliseconds and the id of the command."""

    now: int
    command: str = ""


__all__ = ["Actor", "Context", "GameState", "SeatState", "Undoable"]
