"""Wishes, in the imperative. A command says what somebody wants; who that is comes from the session, never from here.

The tag `type` is the class name in snake case: {"type": "cast_vote", "decision": "d_zitting", "votes": {"for": 7}}.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta

from .base import Word
from .casus import Answer, InjectLook, Ring
from .command_base import Command as Command
from .command_base import Id as Id
from .command_base import Ids as Ids
from .command_base import Reason as Reason
from .command_base import Score5 as Score5
from .command_base import Short as Short
from .command_base import Text as Text
from .commands_debrief import ChooseAgain as ChooseAgain
from .commands_debrief import ChooseConsequences as ChooseConsequences
from .commands_debrief import GivePulse as GivePulse
from .commands_debrief import GuessCause as GuessCause
from .commands_debrief import JudgeConsequence as JudgeConsequence
from .commands_debrief import Reveal as Reveal
from .commands_debrief import Weigh as Weigh
from .commands_debrief import WriteHandvat as WriteHandvat
from .commands_debrief import WriteSilentNote as WriteSilentNote
from .commands_lab import AnswerRecommendation as AnswerRecommendation
from .commands_lab import ChooseWerkwijze as ChooseWerkwijze
from .commands_lab import ConfirmCause as ConfirmCause
from .commands_lab import Differ as Differ
from .commands_lab import DropWerkwijze as DropWerkwijze
from .commands_lab import ReachMilestone as ReachMilestone
from .commands_lab import StopWerkwijze as StopWerkwijze

TakesUp = Literal["yes", "partly", "no"]
"""Whether a member of an organ takes up what somebody came to say."""


class Votes(Word, rename={"for_": "for"}):
    """The votes of one seat. A fractie may split its votes; together they are never more than its weight."""

    for_: Annotated[int, Meta(ge=0, le=45)] = 0
    against: Annotated[int, Meta(ge=0, le=45)] = 0


# --- seats -----------------------------------------------------------------------------------------------------------


class Arrive(Command):
    """A participant comes to this table, not yet on a seat. The server wishes it when the meeting places somebody.

    profession: what the participant does in real life, a role id or another word; empty when not told.
    """

    profession: Annotated[str, Meta(max_length=40)] = ""


class Depart(Command):
    """A participant leaves this table, and the seat if there was one. The server wishes it, as a facilitator."""

    participant: Id


class TakeSeat(Command):
    """A waiting participant sits down. `shadow`: beside the holder."""

    seat: Id
    shadow: bool = False


class LeaveSeat(Command):
    """The holder or shadow gets up."""


class AssignSeat(Command):
    """The facilitator puts a participant on a seat."""

    seat: Id
    participant: Id
    shadow: bool = False


class FreeSeat(Command):
    """The facilitator asks a participant to get up."""

    participant: Id


class SetPlayer(Command):
    """The facilitator says who plays a seat that nobody holds: the computer, the facilitator, or nobody."""

    seat: Id
    player: Literal["computer", "facilitator", "nobody"]


class TakeOver(Command):
    """The shadow becomes the holder and the other way round.

    By one of the two at the change of round; by the facilitator at once, or with `next_round` at the change of round too.
    """

    seat: Id
    next_round: bool = False


class SetAttendance(Command):
    """The facilitator says whether a seat is present (counts for a quorum)."""

    seat: Id
    present: bool


class SetStand(Command):
    """The facilitator adjusts how a seat that nobody plays votes on one decision."""

    seat: Id
    decision: Id
    supports: Ids


class Resign(Command):
    """Who holds a seat steps down, with a reason that everybody reads, and plays on.

    onward: `opvolger` (the same seat, as successor) or a seat that is a vervolgrol.
    """

    reason: Reason
    onward: Id


class MarkReady(Command):
    """A player has read the brief (or the round) and is ready."""


# --- clock -----------------------------------------------------------------------------------------------------------


class NextStep(Command):
    """The facilitator moves on. `from_step` is the step that was on screen, so that a doubled click does nothing twice."""

    from_step: Id


class Pause(Command):
    """The clock stops. `reason` is read by all."""

    reason: Short = ""


class Resume(Command):
    """The clock runs on."""


class Extend(Command):
    """The running step gets longer (or shorter, when negative), in seconds."""

    seconds: Annotated[int, Meta(ge=-3600, le=3600)]


class CloseRound(Command):
    """The facilitator closes the round now; `from_step` as in NextStep."""

    from_step: Id


class GoToEpilogue(Command):
    """Straight to Eén jaar later."""


class CloseGame(Command):
    """After the debrief: the game becomes read-only."""


class Undo(Command):
    """The facilitator takes back the last step that can be taken back."""


class Wake(Command):
    """The clock itself: what is due happens."""


# --- injects ---------------------------------------------------------------------------------------------------------


class FireInject(Command):
    """This inject happens now."""

    inject: Id


class HoldInject(Command):
    """This inject waits until it is released, fired or skipped by hand."""

    inject: Id


class ReleaseInject(Command):
    """A held inject follows its own trigger again."""

    inject: Id


class SkipInject(Command):
    """This inject will not happen."""

    inject: Id


class EditInject(Command):
    """The facilitator changes an inject that has not happened."""

    inject: Id
    title: Annotated[str, Meta(min_length=1, max_length=120)]
    text: Annotated[str, Meta(min_length=1, max_length=900)]
    to: Ids = ()


class Improvise(Command):
    """The facilitator makes up an inject. No `to`: everybody."""

    title: Annotated[str, Meta(min_length=1, max_length=120)]
    text: Annotated[str, Meta(min_length=1, max_length=900)]
    look: InjectLook = "bericht"
    to: Ids = ()


class RetractInject(Command):
    """An inject that happened is taken back, visibly. What was read stays known."""

    inject: Id
    reason: Short = ""


# --- cards and talk --------------------------------------------------------------------------------------------------


class ShowCard(Command):
    """The holder shows a card on the screens of these seats."""

    card: Id
    to: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=40)]


class TellCard(Command):
    """*Verteld*: the holder told these seats, aloud, what is on the card."""

    card: Id
    to: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=40)]


class HandOverCard(Command):
    """The holder gives the card away; the new holder may share it on."""

    card: Id
    to: Id


class TickCard(Command):
    """At the end of a round the holder ticks which seats know the card by now (nobody is an answer too)."""

    card: Id
    known_by: Ids = ()


class SpeakWith(Command):
    """*Ik sprak met*: recorded by one of the two."""

    seats: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=40)]


class SendNote(Command):
    """A briefje to one seat, at most 140 characters, two a round."""

    to: Id
    text: Annotated[str, Meta(min_length=1, max_length=140)]


class Say(Command):
    """A message in a channel, at a table that talks at a distance.

    channel: `tafel`, `raad`, `college`, `driehoek`, or `een:<seat>:<seat>` with the two in the order of the casus.
    """

    channel: Annotated[str, Meta(min_length=1, max_length=140)]
    text: Annotated[str, Meta(min_length=1, max_length=500)]


class SpeakUp(Command):
    """Inspreken: a seat speaks to the raad at this hearing; the text is what it asks for."""

    hearing: Id
    text: Annotated[str, Meta(min_length=1, max_length=400)]


class AnswerSpeech(Command):
    """A member says what it does with what was said at a hearing."""

    speech: Id
    takes_up: TakesUp
    reason: Reason


class AskFormally(Command):
    """A formal question (Gemeentewet 155, 169, 180). `question`: one that the casus foresees, else `to` and `text`."""

    question: str = ""
    to: str = ""
    text: Text = ""


class AnswerFormally(Command):
    """The answerer marks, for the record only, how much was answered."""

    question: Id
    answer: Answer


# --- proposals, promises, acts, moves --------------------------------------------------------------------------------


class Propose(Command):
    """A raadslid proposes: a motie, an amendement on a decision, or an ordevoorstel."""

    kind: Literal["motie", "amendement", "ordevoorstel"]
    text: Annotated[str, Meta(min_length=1, max_length=400)]
    decision: str = ""


class WithdrawProposal(Command):
    """The proposer takes the proposal back, before it is decided."""

    proposal: Id


class PlaceOnAgenda(Command):
    """The griffier uses a place on the agenda for a proposal or a decision that was not on it."""

    item: Id


class GiveAdvice(Command):
    """The griffier gives the one public procedureadvies of this round."""

    text: Annotated[str, Meta(min_length=1, max_length=300)]


class AnswerAdvice(Command):
    """The chair follows or rejects the advice, aloud, with a reason."""

    advice: Id
    followed: bool
    reason: Reason


class OrderSpeakers(Command):
    """The chair says who speaks in which order."""

    seats: Ids


class MakePromise(Command):
    """A toezegging. `promise`: one that the casus foresees, else `text`."""

    to: Id
    promise: str = ""
    text: Text = ""


class JudgePromise(Command):
    """Who received a promise marks it kept or broken."""

    promise: Id
    kept: bool


class PerformAct(Command):
    """An ambtshandeling of the casus."""

    act: Id
    target: str = ""
    text: Text = ""


class MakeMove(Command):
    """A vrije zet: something the model does not know, with the reason why it would work."""

    text: Annotated[str, Meta(min_length=1, max_length=400)]
    reason: Reason


class ArgueMove(Command):
    """A reason for or against a move of somebody else."""

    move: Id
    side: Literal["for", "against"]
    text: Reason


class Adjudicate(Command):
    """The facilitator says what comes of a move (or of an adopted proposal), why, and what it shifts."""

    move: Id
    outcome: Literal["yes", "half", "no"]
    reason: Reason
    title: Annotated[str, Meta(max_length=120)] = ""
    text: Text = ""
    ring: Ring = 1
    shifts: dict[str, Annotated[int, Meta(ge=-30, le=30)]] = {}


# --- deciding --------------------------------------------------------------------------------------------------------


class Decide(Command):
    """An office-holder decides, with a reason that everybody reads."""

    decision: Id
    option: Id
    reason: Reason


class PutToVote(Command):
    """The chair puts one option (or one proposal) to the meeting."""

    decision: Id
    option: Id


class RequestVote(Command):
    """A member or the chair asks for a roll call (Gemeentewet 32 lid 1)."""

    decision: Id


class Hammer(Command):
    """The chair lets it pass without a vote: nobody asked for one (Gemeentewet 32 lid 3)."""

    decision: Id


class CastVote(Command):
    """A seat votes on its own screen. Hidden until the vote closes."""

    decision: Id
    votes: Votes


class RecordVote(Command):
    """The recorder of the organ (or a facilitator) writes down a vote that was spoken aloud. Public at once."""

    decision: Id
    seat: Id
    votes: Votes


class CastBallot(Command):
    """A secret ballot on persons (Gemeentewet 31)."""

    decision: Id
    option: Id


class CloseVote(Command):
    """The chair, the recorder or the facilitator closes the vote; the result follows from the decision rule."""

    decision: Id


class DeclareInterest(Command):
    """A member declares a personal interest and takes no part in this decision (Gemeentewet 28)."""

    decision: Id
    reason: Reason


class ExplainVote(Command):
    """A stemverklaring."""

    decision: Id
    text: Reason


# --- facilitation ----------------------------------------------------------------------------------------------------


class Settle(Command):
    """Before the start: how people talk, and whether the facilitator can read private talk. Told to all."""

    read_private: bool
    talk: Literal["tafel", "afstand"] = "tafel"


class Override(Command):
    """The facilitator changes an indicator by hand. Needs a reason; always visible."""

    indicator: Id
    shift: Annotated[int, Meta(ge=-30, le=30)]
    reason: Reason


class Bookmark(Command):
    """This moment matters for the debrief."""

    text: Short = ""


class ScoreRubric(Command):
    """A level (0-3) on one criterion at the end of a round, by a facilitator or observer."""

    criterion: Id
    level: Annotated[int, Meta(ge=0, le=3)]
    note: Text = ""


class Unexpected(Command):
    """*Onverwacht*: something happens at the table that the casus did not foresee. The clock pauses by itself.

    happens: it happens, with a stock consequence · chance: the table estimated `chance` (%) and the lot decides ·
    park: for the debrief · out_of_role: somebody steps out of the role, for safety · paper: play on paper, enter later
    """

    kind: Literal["happens", "chance", "park", "out_of_role", "paper"]
    text: Annotated[str, Meta(max_length=300)] = ""
    stock: str = ""
    chance: Annotated[int, Meta(ge=0, le=100)] = 50
    to: Ids = ()


class EnterDecision(Command):
    """What was decided on paper is entered afterwards: the option that was voted on or chosen.

    votes: of the whole organ together; none: it passed without a vote, or one office-holder or a ballot decided.
    reason: for one office-holder.
    """

    decision: Id
    option: Id
    votes: Votes = Votes()
    reason: Annotated[str, Meta(max_length=300)] = ""


class EnterAct(Command):
    """An act that was done on paper is entered afterwards, for the seat that did it."""

    act: Id
    by: Id
    target: str = ""
    text: Text = ""


class EnterPromise(Command):
    """A toezegging that was made on paper. `promise`: one that the casus foresees, else `text`."""

    by: Id
    to: Id
    promise: str = ""
    text: Text = ""


class CloseScreens(Command):
    """*Schermen dicht*: all screens show only question, speaker and clock."""

    closed: bool


class BringOut(Command):
    """Something forbidden comes out, by the hand of the facilitator."""

    act: Id


AnyCommand = (
    Arrive | Depart | TakeSeat | LeaveSeat | AssignSeat | FreeSeat | SetPlayer | TakeOver | SetAttendance | SetStand | Resign | MarkReady
    | NextStep | Pause | Resume | Extend | CloseRound | GoToEpilogue | CloseGame | Undo | Wake
    | FireInject | HoldInject | ReleaseInject | SkipInject | EditInject | Improvise | RetractInject
    | ShowCard | TellCard | HandOverCard | TickCard | SpeakWith | SendNote | Say | SpeakUp | AnswerSpeech | AskFormally | AnswerFormally
    | Propose | WithdrawProposal | PlaceOnAgenda | GiveAdvice | AnswerAdvice | OrderSpeakers
    | MakePromise | JudgePromise | PerformAct | MakeMove | ArgueMove | Adjudicate
    | Decide | PutToVote | RequestVote | Hammer | CastVote | RecordVote | CastBallot | CloseVote
    | DeclareInterest | ExplainVote
    | Settle | Override | Bookmark | ScoreRubric | Unexpected | EnterDecision | EnterAct | EnterPromise | CloseScreens | BringOut
    | ChooseWerkwijze | DropWerkwijze | ReachMilestone | AnswerRecommendation | StopWerkwijze | Differ | ConfirmCause
    | GivePulse | Weigh | WriteSilentNote | GuessCause | ChooseConsequences | JudgeConsequence | ChooseAgain | WriteHandvat | Reveal
)  # fmt: skip

COMMANDS: tuple[type[Command], ...] = get_args(AnyCommand)
"""Every command, in the order above."""
