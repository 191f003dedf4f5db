"""Inspreken: somebody speaks to an organ, and every member says what it does with it."""

from __future__ import annotations

from msgspec.structs import replace

from ..conditions import taken_up
from ..consequences import start
from ..turn import Turn
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import SpeechAnswer, SpeechState
from .feed import check_filled, label, labels, tell

WORDS = {"yes": "neemt dit over", "partly": "neemt dit voor een deel over", "no": "neemt dit niet over"}


def may_speak(state: GameState, seat: str) -> tuple[str, ...]:
    """The hearings of this round at which the seat may speak and has not yet."""
    spoken = {(speech.hearing, speech.by) for speech in state.speeches.values()}
    return tuple(
        id_
        for id_, hearing in state.casus.hearings.items()
        if hearing.round == state.clock.round and seat in hearing.by and (id_, seat) not in spoken
    )


def members(state: GameState, hearing: str) -> tuple[str, ...]:
    """The members who owe an answer: those that somebody plays."""
    organ = state.casus.organs[state.casus.hearings[hearing].to]
    return tuple(seat for seat in organ.members if state.seats[seat].played)


def unanswered(state: GameState, speech: SpeechState) -> tuple[str, ...]:
    """The members who have not said yet what they do with this speech."""
    return tuple(seat for seat in members(state, speech.hearing) if seat not in speech.answers and seat != speech.by)


def to_answer(state: GameState, seat: str) -> tuple[str, ...]:
    """The speeches of this round that this member has to answer."""
    return tuple(
        id_
        for id_, speech in state.speeches.items()
        if speech.round == state.clock.round and seat in unanswered(state, speech)
    )


def decide_speak_up(turn: Turn, command: c.SpeakUp) -> None:
    """A seat speaks once at a hearing."""
    by = turn.seat()
    check_filled(command.text)
    if command.hearing not in turn.casus.hearings or by not in turn.casus.hearings[command.hearing].by:
        raise refuse("unknown_hearing")
    if command.hearing not in may_speak(turn.state, by):
        raise refuse("cannot_speak_now")
    first = all(speech.hearing != command.hearing for speech in turn.state.speeches.values())
    speech = f"s{turn.next_version}"
    version = turn.add(e.SpokenUp(speech=speech, hearing=command.hearing, by=by, text=command.text))
    if first:
        start(turn, turn.casus.hearings[command.hearing].on_spoken, "speech", command.hearing, version)


def decide_answer_speech(turn: Turn, command: c.AnswerSpeech) -> None:
    """A member says, with a reason, what it does with what was said."""
    seat = turn.seat()
    check_filled(command.reason)
    if command.speech not in to_answer(turn.state, seat):
        raise refuse("no_answer_due")
    hearing = turn.state.speeches[command.speech].hearing
    before = taken_up(turn.state, hearing)
    version = turn.add(
        e.SpeechAnswered(speech=command.speech, seat=seat, takes_up=command.takes_up, reason=command.reason)
    )
    if not before and taken_up(turn.state, hearing):
        start(turn, turn.casus.hearings[hearing].on_taken_up, "speech", hearing, version)


def close(turn: Turn) -> None:
    """At the end of its round a hearing is over: who stayed silent is said, and can have consequences."""
    for id_, hearing in turn.casus.hearings.items():
        if hearing.round != turn.state.clock.round:
            continue
        speeches = [speech for speech in turn.state.speeches.values() if speech.hearing == id_]
        silent = tuple(dict.fromkeys(seat for speech in speeches for seat in unanswered(turn.state, speech)))
        version = turn.add(e.HearingClosed(hearing=id_, silent=silent, spoken=bool(speeches)))
        if not speeches:
            start(turn, hearing.on_silent, "speech", id_, version)
        elif silent:
            start(turn, hearing.on_unanswered, "speech", id_, version)


def evolve_spoken_up(state: GameState, record: e.Record, event: e.SpokenUp) -> GameState:
    """Everybody heard it."""
    speech = SpeechState(
        id=event.speech, hearing=event.hearing, by=event.by, text=event.text, version=record.version,
        round=state.clock.round,
    )  # fmt: skip
    state = replace(state, speeches={**state.speeches, event.speech: speech})
    return tell(state, record, "speech", f"{label(state, event.by)} spreekt in", event.text, seat=event.by)


def evolve_speech_answered(state: GameState, record: e.Record, event: e.SpeechAnswered) -> GameState:
    """A member answered, aloud."""
    speech = state.speeches[event.speech]
    answers = {**speech.answers, event.seat: SpeechAnswer(takes_up=event.takes_up, reason=event.reason)}
    state = replace(state, speeches={**state.speeches, event.speech: replace(speech, answers=answers)})
    title = f"{label(state, event.seat)} over {label(state, speech.by)}: {WORDS[event.takes_up]}"
    return tell(state, record, "speech", title, event.reason, seat=event.seat)


def evolve_hearing_closed(state: GameState, record: e.Record, event: e.HearingClosed) -> GameState:
    """Silence is told too."""
    hearing = state.casus.hearings.get(event.hearing)
    title = hearing.title if hearing else ""
    if not event.spoken:
        return tell(state, record, "speech", f"Niemand sprak in: {title}")
    if event.silent:
        words = f"{labels(state, event.silent)}: geen antwoord op wie insprak"
        return tell(state, record, "speech", words, title)
    return state


DECIDE = {c.SpeakUp: decide_speak_up, c.AnswerSpeech: decide_answer_speech}
EVOLVE = {
    e.SpokenUp: evolve_spoken_up,
    e.SpeechAnswered: evolve_speech_answered,
    e.HearingClosed: evolve_hearing_closed,
}
