"""Facts of the lab: a werkwijze chosen, carried out and judged, and a copy of a game that goes its own way."""

from __future__ import annotations

from typing import Literal

from .commands_lab import RecommendationAnswer
from .event_base import Event, Ids
from .state_parts import Cause


class WerkwijzeChosen(Event):
    """From now on it holds. how: by the facilitator before the start, or by a decision (`decision`, empty otherwise)."""

    werkwijze: str
    how: Literal["facilitator", "decision", "fork"] = "facilitator"
    decision: str = ""


class WerkwijzeDropped(Event):
    werkwijze: str


class MilestoneReached(Event):
    """by: the seat that said so (empty: a facilitator, or it followed from what happened: `causes`). late: its round was over.

    drawn: who the lot picked; draws: the values that chance gave (0-1).
    """

    werkwijze: str
    milestone: str
    by: str = ""
    text: str = ""
    late: bool = False
    drawn: Ids = ()
    draws: tuple[float, ...] = ()
    causes: tuple[Cause, ...] = ()


class MilestoneMissed(Event):
    """Its round ended without it. It can still be reached later."""

    werkwijze: str
    milestone: str


class RecommendationAnswered(Event):
    werkwijze: str
    milestone: str
    recommendation: str
    by: str
    answer: RecommendationAnswer
    reason: str


class WerkwijzeStopped(Event):
    werkwijze: str
    by: str
    reason: str


class MeritJudged(Event):
    """Whether one merit was won, and the facts that decided it (none: nothing was done)."""

    werkwijze: str
    merit: str
    won: bool
    causes: tuple[Cause, ...] = ()


class WerkwijzeJudged(Event):
    """Done well or badly, after its merits were judged."""

    werkwijze: str
    well: bool
    causes: tuple[Cause, ...] = ()


class Forked(Event):
    """From here on this is a game of its own. The records up to `at` are those of `parent`. `seed` feeds every draw from now on.

    title: how the table of the parent was called. Everybody has got up, and the clock stands still.
    """

    game: str
    parent: str
    at: int
    seed: str
    meeting: str = ""
    title: str = ""


class Differed(Event):
    """The one thing that differs from the parent. former: the option or werkwijze there. words: both in Dutch sentences."""

    kind: Literal["decision", "card", "werkwijze"]
    id: str
    option: str = ""
    to: Ids = ()
    former: str = ""
    words: str = ""


class CauseConfirmed(Event):
    """What a participant says of a consequence and its causes: does it fit with practice? Empty: taken out of a file."""

    consequence: str
    participant: str
    seat: str
    answer: Literal["", "yes", "partly", "no"]
    note: str = ""
