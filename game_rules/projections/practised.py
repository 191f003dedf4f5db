"""*Klopt dit met jouw praktijk?*: the own answers, those of all together, and of what it can be answered."""

from __future__ import annotations

from ..rules import practice
from ..vocabulary.state import GameState
from ..vocabulary.views import PracticeCard
from .cause_titles import title_of
from .spreads import ENOUGH


def cards(state: GameState, participant: str) -> dict[str, PracticeCard]:
    """Per consequence that somebody answered for."""
    return {
        id_: _card(state, id_, participant)
        for id_, given in state.confirmed.items()
        if given and id_ in state.happened and (participant in given or practice.told(state, id_) or not participant)
    }


def _card(state: GameState, consequence: str, participant: str) -> PracticeCard:
    given = state.confirmed[consequence]
    mine = given.get(participant) if participant else None
    answers = [one.answer for one in given.values()]
    shown = practice.told(state, consequence) and len(answers) >= ENOUGH
    return PracticeCard(
        order=state.happened[consequence].version,
        mine=mine.answer if mine else "",
        note=mine.note if mine else "",
        count=len(given),
        answers={key: answers.count(key) for key in ("yes", "partly", "no")} if shown else {},
    )


def titles(state: GameState) -> dict[str, str]:
    """Of which consequences it can be answered now, each with what caused it."""
    return {
        id_: f"{state.happened[id_].title.rstrip('.')} (door: {_causes(state, id_)})" for id_ in practice.asked(state)
    }


def _causes(state: GameState, consequence: str) -> str:
    words = (title_of(state, cause).rstrip(".") for cause in state.happened[consequence].causes)
    return "; ".join(dict.fromkeys(words))
