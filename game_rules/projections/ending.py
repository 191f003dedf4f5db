"""What a facilitator should know before a game is closed for good."""

from __future__ import annotations

from ..rules.debrief import seated
from ..vocabulary.state import GameState


def last_words(state: GameState) -> str:
    """What closing does now, and what it makes impossible: handvatten that are missing, and a reveal that never came."""
    missing = sum(1 for person in seated(state) if person not in state.handvatten)
    words = ["Het spel wordt alleen-lezen: niemand kan dan nog iets opschrijven."]
    if missing:
        words.append(f"{missing} {'handvat is' if missing == 1 else 'handvatten zijn'} nog niet ingeleverd.")
    if not state.revealed:
        words.append("Er is nog niets onthuld, en daarna kan dat niet meer.")
    return " ".join(words)
