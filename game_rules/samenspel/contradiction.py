"""Tegenspraak en antwoord: who asked, who contradicted, and whether an answer came."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules.hearings import members
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import QuestionState
from .counting import Counted, Measure, Part, Words, over

PARTS = (
    Part(key="asked", label="formele vragen gesteld"),
    Part(key="all", label="vragen helemaal beantwoord", whole="answers"),
    Part(key="part", label="vragen voor een deel beantwoord", whole="answers"),
    Part(key="answered", label="vragen beantwoord", whole="answers"),
    Part(key="refused", label="keer een antwoord geweigerd", whole="answers"),
    Part(key="unanswered", label="vragen zonder antwoord", whole="answers"),
    Part(key="against", label="keer een argument tegen een vrije zet", whole="arguments"),
    Part(key="for", label="keer een argument voor een vrije zet", whole="arguments"),
    Part(key="amended", label="amendementen ingediend"),
    Part(key="replied", label="keer antwoord op inspraak, met een reden", whole="hearings"),
    Part(key="silent", label="keer geen antwoord op inspraak", whole="hearings"),
)
WORDS = Words(
    label="Tegenspraak en antwoord",
    icon="messages",
    about="Wie vroeg door of sprak tegen, en kwam er een antwoord?",
    covers="Dit telt formele vragen, argumenten bij een vrije zet, amendementen en antwoorden op inspraak. Hoe volledig een"
    " antwoord was, zei wie het gaf.",
    beyond="Tegenspraak in het gesprek aan tafel staat er niet in, en ook niet hoe iemand het zei.",
    empty="Er is niets vastgelegd over tegenspraak.",
)


def count(state: GameState, everything: bool) -> Counted:
    """Questions for who asked and for who answered, arguments, amendments and answers at hearings for who gave them."""
    return Counted(entries=(*_questions(state, everything), *_arguments(state), *_hearings(state)))


def _questions(state: GameState, everything: bool) -> Iterator[tuple[str, str]]:
    for asked in state.questions.values():
        yield asked.by, "asked"
        yield asked.to, _answer(asked, everything)


def _answer(asked: QuestionState, everything: bool) -> str:
    """How much was answered stays with the answerer until it comes out or all is revealed; a refusal was said aloud."""
    if asked.answer is None:
        return "unanswered"
    return asked.answer if everything or asked.answer == "refused" else "answered"


def _arguments(state: GameState) -> Iterator[tuple[str, str]]:
    for move in state.moves.values():
        yield from ((by, side) for by, side, _ in move.arguments)
    yield from ((one.by, "amended") for one in state.proposals.values() if one.kind == "amendement")


def _hearings(state: GameState) -> Iterator[tuple[str, str]]:
    """Every member that owed an answer; who gave none counts once the round is over."""
    for speech in state.speeches.values():
        yield from ((seat, "replied") for seat in speech.answers)
        if over(state, speech.round):
            owed = (seat for seat in members(state, speech.hearing) if seat != speech.by)
            yield from ((seat, "silent") for seat in owed if seat not in speech.answers)


MEASURE = Measure(
    id="tegenspraak", words=WORDS, parts=PARTS, count=count, reads=("questions", "moves", "proposals", "speeches")
)
