"""Overnemen van elkaar: what became of what somebody brought in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ..rules.milestones import begun, made, waits
from ..rules.proposals import became
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import MoveState, SpeechState
from ..vocabulary.views_samenspel import Figure, SamenLine
from .counting import Counted, Measure, Part, Words

PARTS = (
    Part(key="taken", label="overgenomen", whole="ideas"),
    Part(key="partly", label="voor een deel overgenomen", whole="ideas"),
    Part(key="rejected", label="niet overgenomen", whole="ideas"),
    Part(key="open", label="zonder antwoord", whole="ideas"),
)
WORDS = Words(
    label="Overnemen van elkaar",
    icon="bulb",
    about="Wat bracht elke rol in, en wat deden de anderen daarmee?",
    covers="Dit telt inspraak, voorstellen, procedureadvies, aanbevelingen en vrije zetten. Inspraak is overgenomen als elk"
    " antwoord ‘ja’ was, en voor een deel als minstens één antwoord ‘ja’ of ‘voor een deel’ was. Over een vrije zet beslist"
    " de spelleider.",
    beyond="Wie in het gesprek op een ander idee kwam, weet de app niet. Wat is ingetrokken, telt niet mee.",
    empty="Er is niets vastgelegd over ideeën: niemand bracht nog iets in wat de app kent.",
)

Ideas = Iterable[tuple[str, str]]
MOVES = {"yes": "taken", "half": "partly", "no": "rejected"}


def count(state: GameState, everything: bool) -> Counted:
    """Every idea for the office that brought it in; a recommendation of a werkwijze belongs to no office. A line per kind."""
    found = {kind: tuple(ideas(state)) for kind, ideas in KINDS.items()}
    lines = (_line(kind, [key for _, key in ideas]) for kind, ideas in found.items() if ideas)
    return Counted(entries=tuple(idea for ideas in found.values() for idea in ideas), lines=tuple(lines))


def _line(kind: str, keys: list[str]) -> SamenLine:
    given = Counter(keys)
    figures = (
        Figure(key=part.key, label=part.label, count=given[part.key], of=len(keys), whole=part.whole)
        for part in PARTS
        if given[part.key]
    )
    return SamenLine(id=kind, title=LABELS[kind], figures=tuple(figures))


def _speeches(state: GameState) -> Iterator[tuple[str, str]]:
    yield from ((speech.by, _heard(speech)) for speech in state.speeches.values())


def _heard(speech: SpeechState) -> str:
    said = [answer.takes_up for answer in speech.answers.values()]
    if not said:
        return "open"
    if all(one == "no" for one in said):
        return "rejected"
    return "taken" if all(one == "yes" for one in said) else "partly"


def _proposals(state: GameState) -> Iterator[tuple[str, str]]:
    keys = {"adopted": "taken", "rejected": "rejected"}
    for id_, proposal in state.proposals.items():
        result = became(state, id_)
        if result != "withdrawn":
            yield proposal.by, keys.get(result, "open")


def _advice(state: GameState) -> Iterator[tuple[str, str]]:
    keys = {True: "taken", False: "rejected", None: "open"}
    yield from ((advice.by, keys[advice.followed]) for advice in state.advice.values())


def _recommendations(state: GameState) -> Iterator[tuple[str, str]]:
    """Those that were made: once their round is there and what must come before them has happened."""
    for id_, now in state.werkwijzen.items():
        rules = state.content.werkwijzen[id_]
        for name, milestone in rules.milestones.items():
            there = begun(state, milestone) and not waits(state, rules, name)
            for key in made(state, rules, name) if there else ():
                yield "", now.answered[key].answer if key in now.answered else "open"


def _moves(state: GameState) -> Iterator[tuple[str, str]]:
    """An adopted proposal that asks for a ruling was counted as a proposal."""
    moves: list[MoveState] = [move for move in state.moves.values() if not move.proposal]
    yield from ((move.by, MOVES.get(move.outcome, "open")) for move in moves)


KINDS: dict[str, Callable[[GameState], Ideas]] = {
    "speeches": _speeches,
    "proposals": _proposals,
    "advice": _advice,
    "recommendations": _recommendations,
    "moves": _moves,
}
LABELS = {
    "speeches": "Inspraak",
    "proposals": "Voorstellen",
    "advice": "Procedureadvies",
    "recommendations": "Aanbevelingen uit de werkwijze",
    "moves": "Vrije zetten",
}

MEASURE = Measure(
    id="overname",
    words=WORDS,
    parts=PARTS,
    count=count,
    reads=("speeches", "proposals", "decisions", "advice", "werkwijzen", "moves"),
)
