"""What one audience may see of a game at one version: the contract with every screen, bot and integration.

A view has no nulls: what is not there is left out. Collections are objects keyed by id, each item with an `order`.
Times that end with `_at` are wall milliseconds; `left` is milliseconds.
"""

from __future__ import annotations

from typing import Literal

from .base import Fact
from .feed import FeedItem
from .views_debrief import AgainCard as AgainCard
from .views_debrief import ChainCard as ChainCard
from .views_debrief import ChainLine as ChainLine
from .views_debrief import DebriefCard as DebriefCard
from .views_debrief import GoalLine as GoalLine
from .views_debrief import JudgeCard as JudgeCard
from .views_debrief import PracticeCard as PracticeCard
from .views_debrief import PulseCard as PulseCard
from .views_debrief import Spread as Spread
from .views_debrief import WeighCard as WeighCard
from .views_debrief import WeighLine as WeighLine
from .views_facilitator import AwaitedLine as AwaitedLine
from .views_facilitator import FacilitatorCard as FacilitatorCard
from .views_facilitator import InjectLine as InjectLine
from .views_facilitator import MarkLine as MarkLine
from .views_facilitator import PlanLine as PlanLine
from .views_facilitator import ReadyCheck as ReadyCheck
from .views_facilitator import RosterLine as RosterLine
from .views_facilitator import RubricLine as RubricLine
from .views_lab import ChoosableCard as ChoosableCard
from .views_lab import GateCard as GateCard
from .views_lab import MeritCard as MeritCard
from .views_lab import MilestoneCard as MilestoneCard
from .views_lab import RecommendationCard as RecommendationCard
from .views_lab import TraceCard as TraceCard
from .views_lab import TraceLink as TraceLink
from .views_lab import WerkwijzeCard as WerkwijzeCard
from .views_samenspel import MeasureCard as MeasureCard

Words = tuple[str, ...]

GROUPS = (
    "decision", "vote", "record", "interest", "explain", "proposal", "agenda", "advice", "speakers",
    "card", "tick", "note", "talk", "say", "speech", "question", "promise", "act", "move", "seat", "resign", "pulse", "weigh", "guess", "again", "practice", "debrief", "judge",
    "clock", "inject", "stand", "adjudicate", "override", "bookmark", "rubric", "unexpected", "screens", "settle",
    "bring_out", "paper", "werkwijze", "milestone",
)  # fmt: skip
"""Where an offer belongs on a screen."""


class Allowed(Fact):
    """Something this audience may do now. A screen offers it, a bot picks from it; both send `fixed` plus a choice.

    command: the type of the command. fixed: fields to send as they are. choices: per field the values to choose from;
    `many`: fields that take a list of one or more of their choices (`none_too`: none is allowed;
    `exact`: so many, no more and no fewer). votes: the votes to divide over for and against. texts: per field the longest text
    in characters; `optional`: texts that may stay empty. numbers: per field lowest and highest;
    a field with a dot is a field of an object (`shifts.vertrouwen`). labels: what to ask above a field, where it is not plain.
    group: where on a screen it belongs; all of them are in GROUPS. about: the id it belongs to (`decision.seat` for a vote to
    record, `seat.decision` for a stand).
    """

    order: int
    command: str
    label: str
    group: str
    about: str = ""
    legality: Literal["legal", "forbidden", "void"] = "legal"
    article: str = ""
    help: str = ""
    cost: str = ""
    prompt: str = ""
    fixed: dict[str, str | int | bool | tuple[str, ...] | dict[str, int]] = {}
    choices: dict[str, dict[str, str]] = {}
    many: Words = ()
    none_too: Words = ()
    exact: int = 0
    texts: dict[str, int] = {}
    optional: Words = ()
    numbers: dict[str, tuple[int, int]] = {}
    labels: dict[str, str] = {}
    votes: int = 0
    primary: bool = False
    danger: bool = False


class GameCard(Fact):
    """What everybody knows about the game.

    follows: the table on which this one follows, which is the game `parent` (empty: it is no fork). differs: what goes
    otherwise here, as far as everybody may know.
    """

    id: str
    meeting: str
    title: str
    gemeente: str
    newspaper: str
    constellation: str
    edition: str
    summary: str
    dilemma: str
    opening: str = ""
    talk: str = "tafel"
    read_private: bool = False
    screens_closed: bool = False
    revealed: bool = False
    follows: str = ""
    parent: str = ""
    differs: str = ""


class RoundMark(Fact):
    """One stop of the stepper."""

    order: int
    title: str
    phase: str
    status: Literal["done", "now", "later"]


class ClockCard(Fact):
    """Where the game stands. Running: `ends_at` is when the step is planned to end. Standing still: `left`."""

    stage: str
    key: str
    label: str
    round: str = ""
    number: int = 0
    count: int = 0
    title: str = ""
    phase: str = ""
    moment: str = ""
    intro: str = ""
    guide: Words = ()
    step: str = ""
    step_label: str = ""
    running: bool = False
    pause_reason: str = ""
    ends_at: int = 0
    left: int = 0
    suspended_until: int = 0
    rounds: dict[str, RoundMark] = {}


class BudgetCard(Fact):
    """Something scarce: how much is left."""

    order: int
    label: str
    text: str
    left: int
    total: int
    per: Literal["round", "game"]


class PowerLine(Fact):
    """A line of the role card."""

    text: str
    article: str = ""


class Me(Fact):
    """Who is looking. `acting`: may do things (a shadow and a mirror may not).

    leaning: for a seat that the computer plays, the options it votes for per open decision, as the casus says.
    """

    kind: str
    seat: str = ""
    participant: str = ""
    acting: bool = False
    shadow: bool = False
    brief: str = ""
    goal: str = ""
    task: str = ""
    leaning: dict[str, Words] = {}
    can: tuple[PowerLine, ...] = ()
    cannot: tuple[PowerLine, ...] = ()
    budgets: dict[str, BudgetCard] = {}


class SeatCard(Fact):
    """A seat as everybody sees it. `holder` and `shadow` are participant ids; names are looked up elsewhere.

    successor: how many times somebody followed after a resignation. vacant: nobody followed yet. follow_up: a vervolgrol.
    """

    order: int
    label: str
    role: str
    role_label: str
    short: str
    hue: int
    player: str
    weight: int = 1
    bloc: str = ""
    holder: str = ""
    shadow: str = ""
    swap: bool = False
    present: bool = True
    successor: int = 0
    vacant: bool = False
    follow_up: bool = False
    ready: bool = False
    essential: bool = False
    playable: bool = True
    speaks: int = 0


class CardCard(Fact):
    """A card as this audience knows it. `known_by` is there for its holder and for the facilitator only."""

    order: int
    title: str
    text: str
    seat: str
    harms: str = ""
    expires: str = ""
    mine: bool = False
    how: str = ""
    by: str = ""
    known_by: Words = ()
    ticked: bool = False


class OptionCard(Fact):
    """An option without forecast. state: open · put (lies before the meeting) · tried (was rejected) · closed (not open to choose)."""

    order: int
    text: str
    asked_by: str = ""
    pro: str = ""
    con: str = ""
    state: Literal["open", "put", "tried", "closed", "adopted"] = "open"


class VoteLine(Fact):
    """One member in a vote. cast: has voted; the votes themselves only when they may be seen.

    option: the own choice in a secret ballot, there for that seat only.
    """

    order: int
    weight: int
    cast: bool = False
    shown: bool = False
    votes_for: int = 0
    votes_against: int = 0
    spoken: bool = False
    barred: str = ""
    absent: bool = False
    played: bool = True
    explained: str = ""
    option: str = ""


class DecisionCard(Fact):
    """A question to decide, with the rule in words."""

    order: int
    question: str
    context: str
    by: str
    by_label: str
    rule: str
    rule_words: str
    article: str
    status: Literal["asked", "put", "voting", "decided"]
    round: str
    required: bool = True
    proposal: str = ""
    options: dict[str, OptionCard] = {}
    put: str = ""
    votes: dict[str, VoteLine] = {}
    attempt: int = 1
    quorum: str = ""
    notice: str = ""
    outcome: str = ""
    outcome_how: str = ""
    outcome_reason: str = ""
    outcome_by: str = ""
    tally: str = ""
    retracted: bool = False


class NoteCard(Fact):
    """A briefje that this audience sent or received."""

    order: int
    at: int
    by: str
    to: str
    text: str
    mine: bool = False


class QuestionCard(Fact):
    """A formal question. `answer` (all, part, refused) is private to the answerer until it comes out or is revealed."""

    order: int
    by: str
    to: str
    text: str
    round: str
    answered: bool = False
    answer: str = ""
    full_answer: str = ""
    article: str = ""


class SpeechAnswerCard(Fact):
    """What a member does with what was said at a hearing. takes_up: yes · partly · no."""

    takes_up: str
    reason: str


class SpeechCard(Fact):
    """Somebody spoke at a hearing (inspreken), and what the members do with it, by seat. `open`: who has not answered yet."""

    order: int
    by: str
    title: str
    text: str
    hearing: str
    article: str
    round: str
    answers: dict[str, SpeechAnswerCard] = {}
    open: Words = ()


class ChannelCard(Fact):
    """A channel of a table that talks at a distance. kind: table · organ · driehoek · pair."""

    order: int
    label: str
    kind: str
    members: Words


class MessageCard(Fact):
    """A message in a channel that this audience may read."""

    order: int
    at: int
    channel: str
    by: str
    text: str
    mine: bool = False


class CatchUpCard(Fact):
    """What somebody who came late reads in a minute. lines: what happened so far, the latest last; now: what is going on.

    since: the version at which this participant came in, so that a browser knows which catch-up was read. beside: a participant.
    """

    since: int
    lines: Words
    now: str
    beside: str = ""


class PromiseCard(Fact):
    """A toezegging. status: open · kept · broken. former: made by somebody who has resigned from the seat since; it stands."""

    order: int
    by: str
    to: str
    text: str
    round: str
    status: Literal["open", "kept", "broken"] = "open"
    former: bool = False


class ProposalCard(Fact):
    """A motie, amendement or ordevoorstel. status: made · agenda · withdrawn · adopted · rejected."""

    order: int
    kind: str
    by: str
    text: str
    round: str
    status: str = "made"
    decision: str = ""


class AdviceCard(Fact):
    """A procedureadvies. status: open · followed · rejected."""

    order: int
    by: str
    text: str
    round: str
    status: str = "open"
    reason: str = ""


class ArgumentLine(Fact):
    """A reason for or against a move."""

    by: str
    side: str
    text: str


class MoveCard(Fact):
    """A vrije zet."""

    order: int
    by: str
    text: str
    reason: str
    round: str
    arguments: tuple[ArgumentLine, ...] = ()
    outcome: str = ""
    ruling: str = ""


class ActCard(Fact):
    """An act that was done and that this audience knows of."""

    order: int
    title: str
    by: str
    round: str
    legality: str = "legal"
    article: str = ""
    target: str = ""
    text: str = ""
    out: bool = False
    hidden: bool = False


class WhyLine(Fact):
    """Why a figure moved: by how much, in which round, and what did it as far as this audience may see it."""

    shift: int
    number: int
    text: str
    consequence: str = ""


class IndicatorCard(Fact):
    """One line on the board, there only while figures are open."""

    order: int
    label: str
    question: str
    icon: str
    value: int
    change: int = 0
    trend: tuple[int, ...] = ()
    low: str = ""
    high: str = ""
    why: tuple[WhyLine, ...] = ()


class CauseLine(Fact):
    """A cause that this audience may see. `id` names the item; `unknown` has neither id nor text."""

    kind: str
    id: str = ""
    text: str = ""


class ConsequenceCard(Fact):
    """Something that followed. `causes`: what may be seen of why. `shifts` only while figures are open."""

    order: int
    at: int
    title: str
    text: str
    ring: int
    round: str
    number: int
    headline: str = ""
    causes: tuple[CauseLine, ...] = ()
    shifts: dict[str, int] = {}
    retracted: bool = False
    epilogue: bool = False


class Todo(Fact):
    """What is asked of this audience now. `anchor` names the part of the screen where it is done."""

    order: int
    text: str
    anchor: str
    urgent: bool = False


class View(Fact):
    """Everything one audience may see. Parts that it may not see are not there."""

    game: GameCard
    me: Me
    clock: ClockCard
    seats: dict[str, SeatCard] = {}
    todo: dict[str, Todo] = {}
    feed: dict[str, FeedItem] = {}
    cards: dict[str, CardCard] = {}
    decisions: dict[str, DecisionCard] = {}
    notes: dict[str, NoteCard] = {}
    questions: dict[str, QuestionCard] = {}
    speeches: dict[str, SpeechCard] = {}
    channels: dict[str, ChannelCard] = {}
    messages: dict[str, MessageCard] = {}
    promises: dict[str, PromiseCard] = {}
    proposals: dict[str, ProposalCard] = {}
    advice: dict[str, AdviceCard] = {}
    moves: dict[str, MoveCard] = {}
    acts: dict[str, ActCard] = {}
    consequences: dict[str, ConsequenceCard] = {}
    indicators: dict[str, IndicatorCard] = {}
    pulse: dict[str, PulseCard] = {}
    weigh: WeighCard | None = None
    catch_up: CatchUpCard | None = None
    debrief: DebriefCard | None = None
    samenspel: dict[str, MeasureCard] = {}
    werkwijzen: dict[str, WerkwijzeCard] = {}
    traced: dict[str, TraceCard] = {}
    facilitator: FacilitatorCard | None = None
    allowed: dict[str, Allowed] = {}
