"""How far the debrief is: how many did what each step asks, and what the engine would lay before the table."""

from __future__ import annotations

from ..rules import choosing
from ..rules.debrief import seated
from ..vocabulary.state import GameState
from .reflection import WHY_WORDS


def progress(state: GameState) -> dict[str, int]:
    """Per step of the debrief (and `before` and `after` for the importance of indicators) how many are in."""
    people = seated(state)
    judged = [person for person in people if _judged_all(state, person)]
    return {
        "before": sum(f"before:{person}" in state.weighed for person in people),
        "note": sum(person in state.silent_notes for person in people),
        "guess": sum(person in state.guesses for person in people),
        "judge": len(judged),
        "again": sum(person in state.again for person in people),
        "after": sum(f"after:{person}" in state.weighed for person in people),
        "handvat": sum(person in state.handvatten for person in people),
    }


def _judged_all(state: GameState, person: str) -> bool:
    return bool(state.chosen) and all(person in state.judgements.get(id_, {}) for id_ in state.chosen)


def proposed(state: GameState) -> dict[str, str]:
    """The consequences that the engine would choose now, each with why, when it is about time to choose."""
    if state.clock.stage not in ("epilogue", "debrief"):
        return {}
    return {id_: WHY_WORDS[why] for id_, why in choosing.propose(state).items()}
