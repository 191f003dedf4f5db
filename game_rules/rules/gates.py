"""Gates: a decision that a running werkwijze holds back until something has happened."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.werkwijze import Gate, Werkwijze
from .purse import running


def closed(state: GameState, decision: str) -> Iterator[tuple[Werkwijze, Gate]]:
    """The gates that hold this decision back now, each with its werkwijze."""
    for werkwijze in running(state):
        for gate in werkwijze.gates:
            if decision in gate.decisions and waits_for(state, werkwijze, gate):
                yield werkwijze, gate


def waits_for(state: GameState, werkwijze: Werkwijze, gate: Gate) -> tuple[str, ...]:
    """The milestones of a gate that are not reached yet."""
    reached = state.werkwijzen[werkwijze.id].reached
    return tuple(one for one in gate.milestones if one not in reached)


def until(state: GameState, werkwijze: Werkwijze, gate: Gate) -> tuple[str, ...]:
    """The same, as titles."""
    return tuple(werkwijze.milestones[one].title for one in waits_for(state, werkwijze, gate))


def held(state: GameState, decision: str) -> bool:
    """Whether a gate holds this decision back now."""
    return next(closed(state, decision), None) is not None


def check(state: GameState, decision: str) -> None:
    """Refuse to take a decision that is held back, with what must happen first and the article."""
    for werkwijze, gate in closed(state, decision):
        waiting = ", ".join(until(state, werkwijze, gate))
        raise refuse("gate_closed", until=waiting, article=gate.article, why=gate.why)


def sentence(state: GameState, decision: str) -> str:
    """What the decision waits for, in words for its card; empty when nothing holds it back."""
    found = [
        f"{gate.why} Eerst: {', '.join(until(state, one, gate))}." + (f" ({gate.article})" if gate.article else "")
        for one, gate in closed(state, decision)
    ]
    return " ".join(found)
