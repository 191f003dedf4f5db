"""The chain to guess, and after the reveal the chain itself."""

from __future__ import annotations

from collections import Counter

from ..rules import ballots, guessing
from ..turn import played_rounds
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Cause
from ..vocabulary.views import ChainCard, ChainLine
from .outcomes import cause_line

KINDS = {
    "act": "Ambtshandeling",
    "inject": "Gebeurtenis",
    "silence": "Stilte",
    "question": "Formele vraag",
    "promise": "Toezegging",
    "came_out": "Het kwam uit",
    "speech": "Inspraak",
    "resigned": "Opgestapt",
}
HIDDEN_WORDS = "Iets wat nog niet bekend is"


def cause_words(state: GameState, cause: Cause) -> str:
    """What a cause is called on its own, with what kind of thing it is. A secret: only for who may know the cause."""
    if cause.kind == "decision":
        return _decision(state, cause.id)
    kind, text = KINDS.get(cause.kind, ""), cause_line(state, cause, "", True).text
    return f"{kind}: {text}" if kind else text


def _decision(state: GameState, id_: str) -> str:
    rules, result = ballots.definition(state, id_), state.decisions[id_].result
    if result and result.how == "unanswered":
        return f"Niemand besloot: {rules.question}"
    option = rules.options.get(result.option) if result else None
    return f"Besluit: {option.text}" if option else f"Geen besluit: {rules.question}"


def choices(state: GameState) -> dict[str, str]:
    """What may be guessed, in words that everybody may read."""
    found = {guessing.key(cause): cause_words(state, cause) for cause in state.chain.choices} if state.chain else {}
    return {**found, guessing.HIDDEN: HIDDEN_WORDS}


def chain(state: GameState, participant: str) -> ChainCard | None:
    """The chain as everybody has it: while it is guessed, and after the reveal."""
    laid = state.chain
    if laid is None or not (state.clock.step == "guess" or (state.revealed and state.clock.step != "note")):
        return None
    last, open_ = laid.links[-1].id, state.revealed
    given = Counter(state.guesses.values())
    return ChainCard(
        consequence=last,
        title=state.happened[last].title,
        choices=choices(state),
        mine=state.guesses.get(participant, "") if participant else "",
        count=len(state.guesses),
        answer=guessing.answer(laid) if open_ else "",
        links=tuple(_link(state, cause) for cause in laid.links) if open_ else (),
        spread={key: given[key] for key in guessing.answers(laid)} if open_ else {},
    )


def _link(state: GameState, cause: Cause) -> ChainLine:
    if cause.kind == "consequence":
        one = state.happened[cause.id]
        when = "Eén jaar later" if one.epilogue else f"Ronde {one.number + 1}"
        return ChainLine(kind=cause.kind, text=one.title, round=when, consequence=cause.id)
    return ChainLine(kind=cause.kind, text=cause_words(state, cause), round=_round(state, cause))


def _round(state: GameState, cause: Cause) -> str:
    """In which round it was, as far as the running account says so."""
    rounds = played_rounds(state)
    told = state.feed.get(f"e{cause.version}")
    here = told.round if told else ""
    return f"Ronde {rounds.index(here) + 1}" if here in rounds else ""
