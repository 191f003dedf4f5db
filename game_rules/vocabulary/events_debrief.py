"""Facts of the debrief."""

from __future__ import annotations

from .event_base import Event, Ids


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
    consequences: Ids


class ConsequenceJudged(Event):
    consequence: str
    participant: str
    seat: str
    as_role: int
    as_person: int
    reason: str = ""


class HandvatWritten(Event):
    participant: str
    seat: str
    whom: str
    what: str
    before: str
    moment: int = 0


class Revealed(Event):
    pass
