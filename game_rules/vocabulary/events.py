"""Facts, in the past tense. An event holds every outcome that was chosen or drawn, so replaying it never chooses again.

The tag `type` is the class name in snake case. A new field needs a default: old logs stay readable for ever.
"""

from __future__ import annotations

from typing import Literal, get_args

from .audience import Actor
from .base import Fact
from .casus import InjectLook, Legality
from .commands import Votes
from .event_base import Event as Event
from .event_base import Ids as Ids
from .events_debrief import CauseGuessed as CauseGuessed
from .events_debrief import ChainLaid as ChainLaid
from .events_debrief import ChosenAgain as ChosenAgain
from .events_debrief import ConsequenceJudged as ConsequenceJudged
from .events_debrief import ConsequencesChosen as ConsequencesChosen
from .events_debrief import HandvatWritten as HandvatWritten
from .events_debrief import PulseGiven as PulseGiven
from .events_debrief import Revealed as Revealed
from .events_debrief import SilentNoteWritten as SilentNoteWritten
from .events_debrief import Weighed as Weighed
from .events_lab import CauseConfirmed as CauseConfirmed
from .events_lab import Differed as Differed
from .events_lab import Forked as Forked
from .events_lab import MeritJudged as MeritJudged
from .events_lab import MilestoneMissed as MilestoneMissed
from .events_lab import MilestoneReached as MilestoneReached
from .events_lab import RecommendationAnswered as RecommendationAnswered
from .events_lab import WerkwijzeChosen as WerkwijzeChosen
from .events_lab import WerkwijzeDropped as WerkwijzeDropped
from .events_lab import WerkwijzeJudged as WerkwijzeJudged
from .events_lab import WerkwijzeStopped as WerkwijzeStopped
from .events_talk import HearingClosed as HearingClosed
from .events_talk import NoteSent as NoteSent
from .events_talk import QuestionAnswered as QuestionAnswered
from .events_talk import QuestionAsked as QuestionAsked
from .events_talk import Said as Said
from .events_talk import SpeechAnswered as SpeechAnswered
from .events_talk import SpokenUp as SpokenUp
from .events_talk import SpokenWith as SpokenWith
from .former import Former
from .state_parts import Cause, ClockState, Result


class Record(Fact):
    """One event where it stands in the log: `version` counts from 1, `at` is wall time in milliseconds."""

    version: int
    at: int
    actor: Actor
    command: str
    event: AnyEvent


# --- the game and its seats ------------------------------------------------------------------------------------------


class GameCreated(Event):
    """The first event. `content` is the hash under which the casus is stored, `seed` feeds every draw."""

    game: str
    meeting: str
    casus: str
    content: str
    edition: str
    seed: str


class Settled(Event):
    read_private: bool
    talk: str


class ParticipantArrived(Event):
    participant: str
    profession: str = ""


class ParticipantDeparted(Event):
    participant: str


class SeatTaken(Event):
    seat: str
    participant: str
    shadow: bool = False


class SeatLeft(Event):
    seat: str
    participant: str


class PlayerSet(Event):
    seat: str
    player: Literal["computer", "facilitator", "nobody"]


class Resigned(Event):
    """Who was on this seat stepped down. `onward`: `opvolger`, or the seat that the participant plays from now on.

    vacant: nobody follows yet, so the organ is one member smaller. `participant` is empty when the facilitator plays it.
    """

    seat: str
    participant: str
    reason: str
    onward: str
    vacant: bool = False


class TakeOverPlanned(Event):
    seat: str


class SeatSwapped(Event):
    seat: str


class AttendanceSet(Event):
    seat: str
    present: bool


class StandSet(Event):
    seat: str
    decision: str
    supports: Ids


class ReadyMarked(Event):
    seat: str


# --- clock -----------------------------------------------------------------------------------------------------------


class StepStarted(Event):
    """The game stands at a new step. `clock` is the whole clock from then on."""

    clock: ClockState
    label: str


class RoundSkipped(Event):
    """A round that this edition skips: its stated outcome."""

    round: str


class RoundClosed(Event):
    round: str


class ClockPaused(Event):
    reason: str = ""
    elapsed: int = 0


class ClockResumed(Event):
    pass


class StepExtended(Event):
    seconds: int


class MeetingSuspended(Event):
    """A schorsing until `until`, in game time (ms)."""

    until: int
    by: str


class SuspensionEnded(Event):
    pass


class StepUndone(Event):
    """The facilitator took back what the records `first` to `last` did. `former` holds the values from before."""

    what: str
    first: int
    last: int
    former: Former


# --- injects ---------------------------------------------------------------------------------------------------------


class InjectFired(Event):
    """`drawn` is the value that chance gave (0-1), for an inject that depends on it. because: the facts of its condition."""

    inject: str
    title: str
    text: str
    look: InjectLook
    source: str
    to: Ids = ()
    how: Literal["clock", "start", "condition", "chance", "hand", "improvised"] = "clock"
    drawn: float | None = None
    because: tuple[Cause, ...] = ()


class InjectHeld(Event):
    inject: str


class InjectReleased(Event):
    inject: str


class InjectSkipped(Event):
    inject: str
    why: Literal["hand", "closed", "chance", "edition"]
    drawn: float | None = None


class InjectEdited(Event):
    inject: str
    title: str
    text: str
    to: Ids = ()


class InjectRetracted(Event):
    inject: str
    reason: str = ""


# --- cards and talk --------------------------------------------------------------------------------------------------


class CardDealt(Event):
    card: str
    seat: str


class CardShared(Event):
    card: str
    by: str
    to: Ids
    how: Literal["shown", "told", "act", "ticked"]


class CardHandedOver(Event):
    card: str
    by: str
    to: str


class CardTicked(Event):
    card: str
    by: str
    known_by: Ids


# --- proposals, promises, acts, moves --------------------------------------------------------------------------------


class ProposalMade(Event):
    proposal: str
    kind: Literal["motie", "amendement", "ordevoorstel"]
    by: str
    text: str
    decision: str = ""


class ProposalWithdrawn(Event):
    proposal: str


class AgendaPlaced(Event):
    item: str
    by: str


class AdviceGiven(Event):
    advice: str
    by: str
    text: str


class AdviceAnswered(Event):
    advice: str
    by: str
    followed: bool
    reason: str


class SpeakersOrdered(Event):
    seats: Ids


class PromiseMade(Event):
    promise: str
    by: str
    to: str
    text: str
    offer: str = ""


class PromiseJudged(Event):
    promise: str
    kept: bool


class ActPerformed(Event):
    done: str
    act: str
    by: str
    legality: Legality
    target: str = ""
    text: str = ""


class ActRefused(Event):
    """Somebody tried what the law makes void. The only refusal that is stored."""

    act: str
    by: str
    article: str


class CameOut(Event):
    """A forbidden act (`done`) or a partial answer (`question`) became public. because: the facts of its condition."""

    what: str
    text: str
    drawn: float | None = None
    how: Literal["", "condition", "chance", "hand"] = ""
    because: tuple[Cause, ...] = ()


class ChanceMissed(Event):
    """The lot was drawn for something that could come out, and it did not."""

    what: str
    drawn: float


class MoveMade(Event):
    """`proposal`: the adopted proposal that asks for a ruling; empty for a vrije zet."""

    move: str
    by: str
    text: str
    reason: str
    proposal: str = ""


class MoveArgued(Event):
    move: str
    by: str
    side: Literal["for", "against"]
    text: str


class MoveAdjudicated(Event):
    move: str
    outcome: Literal["yes", "half", "no"]
    reason: str


# --- deciding --------------------------------------------------------------------------------------------------------


class DecisionAsked(Event):
    """`because`: the facts of the condition under which it is asked."""

    decision: str
    because: tuple[Cause, ...] = ()


class OptionPut(Event):
    decision: str
    option: str
    by: str


class VoteRequested(Event):
    """A roll call runs. `first`: the seat that the lot (`drawn`) lets begin; empty in a secret ballot."""

    decision: str
    by: str
    first: str = ""
    drawn: float | None = None


class VoteCast(Event):
    """A vote on the seat's own screen: secret until the vote closes."""

    decision: str
    seat: str
    votes: Votes


class VoteRecorded(Event):
    """A vote spoken aloud and written down by one person: public at once."""

    decision: str
    seat: str
    votes: Votes
    by: str


class BallotCast(Event):
    decision: str
    seat: str
    option: str


class VoteClosed(Event):
    """The vote gave no decision yet: what then holds is in `outcome`."""

    decision: str
    outcome: Literal["rejected", "postponed", "again", "invalid"]
    votes_for: int
    votes_against: int
    reason: str
    unplayed: dict[str, Votes] = {}
    between: Ids = ()


class DecisionHeldOver(Event):
    """Too few members were there: it comes back in the next round (Gemeentewet 20, 29, 56)."""

    decision: str
    reason: str


class DecisionTaken(Event):
    """`unplayed`: the votes of the seats that nobody plays, as they were counted. because: why its option was open."""

    decision: str
    result: Result
    unplayed: dict[str, Votes] = {}
    because: tuple[Cause, ...] = ()


class InterestDeclared(Event):
    decision: str
    seat: str
    reason: str


class VoteExplained(Event):
    decision: str
    seat: str
    text: str


# --- consequences ----------------------------------------------------------------------------------------------------


class ConsequenceScheduled(Event):
    """`due`: the number of the played round (from 0) at whose end it falls; the number of rounds means the epilogue."""

    consequence: str
    causes: tuple[Cause, ...]
    due: int


class ConsequenceHappened(Event):
    """`shifts`: what really changed, after the bounds 0-100. Title and text are given for improvised ones only.

    because: the facts of its own condition, beside what set it on its way (`causes`).
    """

    consequence: str
    causes: tuple[Cause, ...]
    ring: int
    shifts: dict[str, int] = {}
    title: str = ""
    text: str = ""
    to: Ids = ()
    drawn: float | None = None
    because: tuple[Cause, ...] = ()


class ConsequenceLapsed(Event):
    """It was due, but its condition did not hold or chance was against it."""

    consequence: str
    drawn: float | None = None


class SilenceNoted(Event):
    """At the end of a round nobody who should have known this card knew it."""

    card: str
    index: int
    title: str
    seat: str


# --- facilitation ----------------------------------------------------------------------------------------------------


class IndicatorOverridden(Event):
    indicator: str
    shift: int
    reason: str


class Bookmarked(Event):
    text: str = ""


class RubricScored(Event):
    criterion: str
    round: str
    level: int
    note: str = ""


class UnexpectedHappened(Event):
    what: str
    kind: Literal["happens", "chance", "park", "out_of_role", "paper"]
    text: str
    stock: str = ""
    chance: int | None = None
    drawn: float | None = None
    hit: bool = True


class ScreensClosed(Event):
    closed: bool


AnyEvent = (
    GameCreated | Settled | ParticipantArrived | ParticipantDeparted | SeatTaken | SeatLeft | PlayerSet | TakeOverPlanned | SeatSwapped | AttendanceSet
    | StandSet | ReadyMarked | Resigned
    | StepStarted | RoundSkipped | RoundClosed | ClockPaused | ClockResumed | StepExtended | MeetingSuspended
    | SuspensionEnded | StepUndone
    | InjectFired | InjectHeld | InjectReleased | InjectSkipped | InjectEdited | InjectRetracted
    | CardDealt | CardShared | CardHandedOver | CardTicked | SpokenWith | NoteSent | QuestionAsked | QuestionAnswered
    | Said | SpokenUp | SpeechAnswered | HearingClosed
    | ProposalMade | ProposalWithdrawn | AgendaPlaced | AdviceGiven | AdviceAnswered | SpeakersOrdered
    | PromiseMade | PromiseJudged | ActPerformed | ActRefused | CameOut | ChanceMissed
    | MoveMade | MoveArgued | MoveAdjudicated
    | DecisionAsked | OptionPut | VoteRequested | VoteCast | VoteRecorded | BallotCast | VoteClosed | DecisionHeldOver
    | DecisionTaken
    | InterestDeclared | VoteExplained
    | ConsequenceScheduled | ConsequenceHappened | ConsequenceLapsed | SilenceNoted
    | IndicatorOverridden | Bookmarked | RubricScored | UnexpectedHappened | ScreensClosed
    | PulseGiven | SilentNoteWritten | ConsequencesChosen | ConsequenceJudged | HandvatWritten | Revealed
    | Weighed | ChainLaid | CauseGuessed | ChosenAgain
    | WerkwijzeChosen | WerkwijzeDropped | MilestoneReached | MilestoneMissed | RecommendationAnswered | WerkwijzeStopped
    | MeritJudged | WerkwijzeJudged | Forked | Differed | CauseConfirmed
)  # fmt: skip

EVENTS: tuple[type[Event], ...] = get_args(AnyEvent)
"""Every event, in the order above."""
