"""How the seats worked together, measured from what was recorded, never from what was said.

Each measure is one file and one line in MEASURES; what they share stands in `counting`. Per office, in the order of the
casus. Each says what it covers and what it does not know.
"""

from __future__ import annotations

from ..vocabulary.state import GameState
from ..vocabulary.views_samenspel import MeasureCard
from . import contradiction, ideas, knowing, promises, pulse, purity, silence
from .counting import Measure, card
from .knowing import Need, needs

__all__ = ["MEASURES", "TALK", "Need", "card", "measure", "needs", "shown"]

MEASURES: tuple[Measure, ...] = (
    knowing.MEASURE,
    silence.MEASURE,
    ideas.MEASURE,
    contradiction.MEASURE,
    promises.MEASURE,
    purity.MEASURE,
    pulse.MEASURE,
)

TALK = {
    "tafel": "Jullie praatten aan tafel. Wie met wie praatte, weet de app niet, en dat staat er dus niet.",
    "afstand": "Jullie praatten in kanalen. Wat daar staat, leest de app niet mee: iets telt pas als iemand het deelt,"
    " aanvinkt of indient.",
}
"""What no measure knows, by how the table talks."""


def measure(state: GameState, everything: bool) -> dict[str, MeasureCard]:
    """The measures as they stand now, in order. everything: also what not everybody may know (yet)."""
    return {one.id: card(state, one, order, everything) for order, one in enumerate(shown(everything))}


def shown(everything: bool) -> tuple[Measure, ...]:
    """The measures that may be known."""
    return tuple(one for one in MEASURES if everything or not one.secret)
