"""Facts of the debrief."""

from __future__ import annotations

from typing import Literal

from .commands_debrief import Practice
from .event_base import Event, Ids
from .state_parts import Cause


class PulseGiven(Event):
    round: str
    participant: str
    seat: str
    role: int
    knew: int
    mattered: int


class SilentNoteWritten(Event):
    participant: str
    text: str


class ConsequencesChosen(Event):
    """`why`: per consequence why the engine chose it (longest · disagreement · silence · reach); empty when the facilitator did."""

    consequences: Ids
    why: dict[str, str] = {}


class ConsequenceJudged(Event):
    consequence: str
    participant: str
    seat: str
    as_role: int
    as_person: int
    reason: str = ""
    practice: Practice = ""


class HandvatWritten(Event):
    participant: str
    seat: str
    whom: str
    what: str
    before: str
    moment: int = 0


class Revealed(Event):
    pass


class Weighed(Event):
    moment: Literal["before", "after"]
    participant: str
    seat: str
    weights: dict[str, int]


class ChainLaid(Event):
    """The chain to guess, chosen by the engine: its links from the first cause on, and the known causes to choose from."""

    links: tuple[Cause, ...]
    choices: tuple[Cause, ...] = ()


class CauseGuessed(Event):
    participant: str
    seat: str
    answer: str


class ChosenAgain(Event):
    participant: str
    seat: str
    decision: str
    option: str
    why: str = ""
