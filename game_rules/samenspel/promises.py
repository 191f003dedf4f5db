"""Toezeggingen: kept, broken or still open, as who received them says."""

from __future__ import annotations

from ..vocabulary.state import GameState
from .counting import Counted, Measure, Part, Words

PARTS = (
    Part(key="kept", label="nagekomen", whole="promises"),
    Part(key="broken", label="niet nagekomen", whole="promises"),
    Part(key="open", label="nog open", whole="promises"),
)
WORDS = Words(
    label="Toezeggingen",
    icon="heart-handshake",
    about="Wat zegde elke rol toe, en is dat nagekomen?",
    covers="Dit telt wat in de app is toegezegd. Wie de toezegging kreeg, zei of die is nagekomen.",
    beyond="Wat iemand hardop beloofde en niemand aantikte, staat er niet in. ‘Nog open’ kan ook betekenen dat niemand het antwoord gaf.",
    empty="Er is niets vastgelegd over toezeggingen.",
)
KEYS = {True: "kept", False: "broken", None: "open"}


def count(state: GameState, everything: bool) -> Counted:
    """Every promise for the office that made it."""
    return Counted(entries=tuple((promise.by, KEYS[promise.kept]) for promise in state.promises.values()))


MEASURE = Measure(id="toezeggingen", words=WORDS, parts=PARTS, count=count, reads=("promises",))
