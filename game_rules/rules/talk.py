"""What is spoken and recorded with one tap: briefjes, *ik sprak met*, formal questions, advice, the order of speakers."""

from __future__ import annotations

from msgspec.structs import replace

from ..conditions import holds
from ..consequences import start
from ..turn import Turn, casus_seat
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState, Note, Talk
from ..vocabulary.state_parts import AdviceState, QuestionState
from . import budgets
from .feed import check_filled, label, labels, tell

NOTES_A_ROUND = 2


def other_seat(turn: Turn, by: str, to: str) -> None:
    """Refuse a seat that is not there, is the own one, or that nobody plays."""
    casus_seat(turn.state, to)
    if to == by:
        raise refuse("to_self")
    if not turn.state.seats[to].played:
        raise refuse("nobody_there")


def notes_left(state: GameState, seat: str) -> int:
    """How many briefjes this seat may still write in this round."""
    written = sum(1 for note in state.notes.values() if note.by == seat and note.round == state.clock.round)
    return NOTES_A_ROUND - written


def decide_send_note(turn: Turn, command: c.SendNote) -> None:
    """One to one, 140 characters, two a round, at a table that talks at the table."""
    by = turn.seat()
    if turn.state.talk != "tafel":
        raise refuse("talk_in_channels")
    other_seat(turn, by, command.to)
    check_filled(command.text)
    if notes_left(turn.state, by) <= 0:
        raise refuse("notes_used_up")
    turn.add(e.NoteSent(note=f"n{turn.next_version}", by=by, to=command.to, text=command.text))


def decide_speak_with(turn: Turn, command: c.SpeakWith) -> None:
    """*Ik sprak met* these seats."""
    by = turn.seat()
    for seat in command.seats:
        other_seat(turn, by, seat)
    turn.add(e.SpokenWith(seat=by, seats=command.seats))


def decide_ask_formally(turn: Turn, command: c.AskFormally) -> None:
    """A question to the college or the burgemeester (Gemeentewet 155, 169, 180), asked aloud."""
    by = turn.seat()
    to, text = _question(turn, by, command)
    turn.add(e.QuestionAsked(question=f"q{turn.next_version}", by=by, to=to, text=text, offer=command.question))


def _question(turn: Turn, by: str, command: c.AskFormally) -> tuple[str, str]:
    if command.question:
        offer = turn.casus.questions.get(command.question)
        if offer is None or by not in offer.by or not question_open(turn.state, command.question):
            raise refuse("unknown_question")
        if any(asked.offer == command.question for asked in turn.state.questions.values()):
            raise refuse("already_asked")
        other_seat(turn, by, offer.to)
        return offer.to, offer.text
    check_filled(command.text)
    if by not in council(turn.state) or command.to not in answerers(turn.state):
        raise refuse("ask_who")
    other_seat(turn, by, command.to)
    return command.to, command.text


def question_open(state: GameState, question: str) -> bool:
    """Whether this question of the casus can be asked now."""
    offer = state.casus.questions[question]
    return (not offer.rounds or state.clock.round in offer.rounds) and holds(state, offer.when)


def council(state: GameState) -> tuple[str, ...]:
    """The seats of the raad."""
    raad = state.casus.organs.get("raad")
    return raad.members if raad else ()


def answerers(state: GameState) -> tuple[str, ...]:
    """Who owes the raad an answer: the members of the college that play (Gemeentewet 169), the burgemeester too (180)."""
    college = state.casus.organs.get("college")
    return tuple(seat for seat in college.members if state.casus.seats[seat].playable) if college else ()


def decide_answer_formally(turn: Turn, command: c.AnswerFormally) -> None:
    """The answerer marks how much was answered; a partial answer can come out."""
    by = turn.seat()
    asked = turn.state.questions.get(command.question)
    if asked is None or asked.to != by or asked.answer is not None:
        raise refuse("not_answerable")
    version = turn.add(e.QuestionAnswered(question=command.question, answer=command.answer))
    offer = turn.casus.questions.get(asked.offer)
    if offer:
        follows = {"all": offer.on_all, "part": offer.on_part, "refused": offer.on_refused}[command.answer]
        start(turn, follows, "question", command.question, version)


def decide_give_advice(turn: Turn, command: c.GiveAdvice) -> None:
    """The griffier's one public procedureadvies of the round."""
    by = turn.seat()
    if "advies" not in turn.casus.seats[by].budgets:
        raise refuse("only_griffier")
    budgets.check(turn.state, by, "advies")
    check_filled(command.text)
    turn.add(e.AdviceGiven(advice=f"a{turn.next_version}", by=by, text=command.text))


def decide_answer_advice(turn: Turn, command: c.AnswerAdvice) -> None:
    """The chair follows it or not, aloud, with a reason."""
    by = turn.seat()
    chair = turn.casus.organs["raad"].chair
    if by != chair:
        raise refuse("only_chair", chair=label(turn.state, chair))
    advice = turn.state.advice.get(command.advice)
    if advice is None or advice.followed is not None:
        raise refuse("unknown_advice")
    check_filled(command.reason)
    turn.add(e.AdviceAnswered(advice=command.advice, by=by, followed=command.followed, reason=command.reason))


def decide_order_speakers(turn: Turn, command: c.OrderSpeakers) -> None:
    """The chair says who speaks in which order."""
    by = turn.seat()
    chair = turn.casus.organs["raad"].chair
    if by != chair:
        raise refuse("only_chair", chair=label(turn.state, chair))
    for seat in command.seats:
        casus_seat(turn.state, seat)
    turn.add(e.SpeakersOrdered(seats=tuple(dict.fromkeys(command.seats))))


def evolve_note_sent(state: GameState, record: e.Record, event: e.NoteSent) -> GameState:
    """A briefje lies with its reader."""
    note = Note(
        id=event.note, by=event.by, to=event.to, text=event.text, version=record.version, round=state.clock.round,
        at=record.at,
    )  # fmt: skip
    return replace(state, notes={**state.notes, event.note: note})


def evolve_spoken_with(state: GameState, record: e.Record, event: e.SpokenWith) -> GameState:
    """A talk was recorded."""
    talk = Talk(by=event.seat, seats=event.seats, round=state.clock.round, version=record.version)
    return replace(state, talks=(*state.talks, talk))


def evolve_question_asked(state: GameState, record: e.Record, event: e.QuestionAsked) -> GameState:
    """A question was asked aloud: everybody heard it."""
    asked = QuestionState(
        id=event.question, by=event.by, to=event.to, text=event.text, offer=event.offer, version=record.version,
        round=state.clock.round,
    )  # fmt: skip
    state = replace(state, questions={**state.questions, event.question: asked})
    title = f"{label(state, event.by)} stelt een formele vraag aan {label(state, event.to)}"
    return tell(state, record, "question", title, event.text, seat=event.by)


def evolve_question_answered(state: GameState, record: e.Record, event: e.QuestionAnswered) -> GameState:
    """It was answered; how much stays with the answerer."""
    asked = replace(state.questions[event.question], answer=event.answer)
    state = replace(state, questions={**state.questions, event.question: asked})
    refused = " en weigert een deel: dat zou tegen het openbaar belang zijn" if event.answer == "refused" else ""
    title = f"{label(state, asked.to)} antwoordt {label(state, asked.by)}{refused}"
    return tell(state, record, "question", title, seat=asked.to)


def evolve_advice_given(state: GameState, record: e.Record, event: e.AdviceGiven) -> GameState:
    """Public advice."""
    advice = AdviceState(id=event.advice, by=event.by, text=event.text, round=state.clock.round, version=record.version)
    state = budgets.spend(replace(state, advice={**state.advice, event.advice: advice}), event.by, "advies")
    return tell(state, record, "advice", f"Procedureadvies van {label(state, event.by)}", event.text, seat=event.by)


def evolve_advice_answered(state: GameState, record: e.Record, event: e.AdviceAnswered) -> GameState:
    """The chair said what happens with the advice."""
    advice = replace(state.advice[event.advice], followed=event.followed, reason=event.reason)
    state = replace(state, advice={**state.advice, event.advice: advice})
    words = "volgt het advies" if event.followed else "volgt het advies niet"
    return tell(state, record, "advice", f"{label(state, event.by)} {words}", event.reason, seat=event.by)


def evolve_speakers_ordered(state: GameState, record: e.Record, event: e.SpeakersOrdered) -> GameState:
    """The order of speakers."""
    state = replace(state, speakers=event.seats)
    return tell(state, record, "notice", f"Volgorde van sprekers: {labels(state, event.seats)}")


DECIDE = {
    c.SendNote: decide_send_note,
    c.SpeakWith: decide_speak_with,
    c.AskFormally: decide_ask_formally,
    c.AnswerFormally: decide_answer_formally,
    c.GiveAdvice: decide_give_advice,
    c.AnswerAdvice: decide_answer_advice,
    c.OrderSpeakers: decide_order_speakers,
}
EVOLVE = {
    e.NoteSent: evolve_note_sent,
    e.SpokenWith: evolve_spoken_with,
    e.QuestionAsked: evolve_question_asked,
    e.QuestionAnswered: evolve_question_answered,
    e.AdviceGiven: evolve_advice_given,
    e.AdviceAnswered: evolve_advice_answered,
    e.SpeakersOrdered: evolve_speakers_ordered,
}
