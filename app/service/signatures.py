"""Who did what: everything that facilitators and tafelhulpen did by hand in a meeting, each with its signature."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from game_rules.vocabulary import events as e
from game_rules.vocabulary import meeting as m
from game_rules.vocabulary.state import GameState

from ..lab import Lab
from . import games, meetings, streams

LEADING = ("facilitator", "helper")


@dataclass(frozen=True, slots=True)
class Signed:
    """One thing that was done. `people`: participants that it is about; names are looked up by who draws it."""

    at: int
    game: str
    by: str
    kind: str
    text: str
    people: tuple[str, ...] = ()


def signed(lab: Lab, meeting: str) -> tuple[Signed, ...]:
    """All of it, the latest first. What the server did by itself has no signature and is left out. Raises NotFound."""
    rooms = meetings.state(lab, meeting).rooms
    lines = [*_of_meeting(lab, meeting), *(line for game in rooms for line in _of_game(lab, game))]
    return tuple(sorted(lines, key=lambda line: -line.at))


def _of_meeting(lab: Lab, meeting: str) -> Iterator[Signed]:
    for record in streams.records(lab, meeting):
        words = _MEETING.get(type(record.event))
        if words and record.actor.kind in LEADING and record.actor.participant:
            who = getattr(record.event, "participant", "")
            people = (who,) if who else ()
            yield Signed(record.at, "", record.actor.participant, record.actor.kind, words(record.event), people)


def _of_game(lab: Lab, game: str) -> Iterator[Signed]:
    state = games.state(lab, game)
    for record in _by_themselves(streams.records(lab, game)):
        words, by = _GAME.get(type(record.event)), record.actor
        if words and by.kind in LEADING and by.participant and not by.seat and _by_hand(record.event):
            who = getattr(record.event, "participant", "")
            yield Signed(record.at, game, by.participant, by.kind, words(state, record.event), (who,) if who else ())


def _by_themselves(records: Iterable[Any]) -> Iterator[Any]:
    """Per command what was wished: of a step, only where it led, not what the rules made of it."""
    for _, group in groupby(records, key=lambda record: (record.command, record.actor)):
        found = list(group)
        steps = [record for record in found if isinstance(record.event, e.StepStarted)]
        yield from steps[-1:] or found


def _by_hand(event: object) -> bool:
    """Not what follows by itself from moving on."""
    if isinstance(event, e.InjectFired):
        return event.how in ("hand", "improvised")
    return not isinstance(event, e.InjectSkipped) or event.why == "hand"


def _seat(state: GameState, id_: str) -> str:
    return state.casus.seats[id_].label if id_ in state.casus.seats else id_


def _inject(state: GameState, id_: str) -> str:
    found = state.casus.injects.get(id_)
    return found.title if found else "een eigen gebeurtenis"


def _decision(state: GameState, id_: str) -> str:
    found = state.casus.decisions.get(id_)
    return found.question if found else "het voorstel van de tafel"


def _extended(state: GameState, event: Any) -> str:
    minutes = abs(event.seconds) / 60
    return f"Stap {minutes:g} min {'langer' if event.seconds > 0 else 'korter'}"


PLAYERS = {"computer": "de computer speelt", "facilitator": "de spelleider speelt", "nobody": "niemand speelt"}

_GAME: dict[type, Callable[[GameState, Any], str]] = {
    e.Settled: lambda s, v: "Afspraken over briefjes en gesprek aangepast",
    e.SeatTaken: lambda s, v: f"Op een zetel gezet: {_seat(s, v.seat)}{' (duo)' if v.shadow else ''}",
    e.SeatLeft: lambda s, v: f"Van een zetel gehaald: {_seat(s, v.seat)}",
    e.PlayerSet: lambda s, v: f"{_seat(s, v.seat)}: {PLAYERS[v.player]}",
    e.SeatSwapped: lambda s, v: f"Duo gewisseld: {_seat(s, v.seat)}",
    e.AttendanceSet: lambda s, v: f"{_seat(s, v.seat)}: {'aanwezig' if v.present else 'afwezig'}",
    e.StandSet: lambda s, v: f"Stem van een lege zetel aangepast: {_seat(s, v.seat)}",
    e.StepStarted: lambda s, v: f"Naar: {v.label}",
    e.ClockPaused: lambda s, v: f"Pauze{f': {v.reason}' if v.reason else ''}",
    e.ClockResumed: lambda s, v: "Weer verder",
    e.StepExtended: _extended,
    e.StepUndone: lambda s, v: f"Teruggenomen: {v.what}",
    e.InjectFired: lambda s, v: f"Gebeurtenis gespeeld: {v.title}",
    e.InjectHeld: lambda s, v: f"Gebeurtenis tegengehouden: {_inject(s, v.inject)}",
    e.InjectReleased: lambda s, v: f"Gebeurtenis losgelaten: {_inject(s, v.inject)}",
    e.InjectSkipped: lambda s, v: f"Gebeurtenis overgeslagen: {_inject(s, v.inject)}",
    e.InjectEdited: lambda s, v: f"Gebeurtenis aangepast: {v.title}",
    e.InjectRetracted: lambda s, v: f"Gebeurtenis teruggenomen: {_inject(s, v.inject)}",
    e.CardShared: lambda s, v: f"Verteld: kaart van {_seat(s, v.by)}, aan {', '.join(_seat(s, to) for to in v.to)}",
    e.VoteRecorded: lambda s, v: f"Stem genoteerd van {_seat(s, v.seat)}: {_decision(s, v.decision)}",
    e.OptionPut: lambda s, v: f"In stemming gebracht: {_decision(s, v.decision)}",
    e.VoteClosed: lambda s, v: f"Stemming gesloten: {_decision(s, v.decision)}",
    e.DecisionTaken: lambda s, v: f"Besluit vastgelegd: {_decision(s, v.decision)}",
    e.AgendaPlaced: lambda s, v: "Een punt op de agenda gezet",
    e.MoveAdjudicated: lambda s, v: "Een vrije zet beoordeeld",
    e.CameOut: lambda s, v: "Iets laten uitkomen",
    e.IndicatorOverridden: lambda s, v: f"Cijfer bijgesteld: {s.content.indicators[v.indicator].label} {v.shift:+d}",
    e.Bookmarked: lambda s, v: f"Moment onthouden{f': {v.text}' if v.text else ''}",
    e.RubricScored: lambda s, v: f"Score gegeven: {s.casus.rubric[v.criterion].label}",
    e.UnexpectedHappened: lambda s, v: f"Onverwacht{f': {v.text}' if v.text else ''}",
    e.ScreensClosed: lambda s, v: "Schermen dicht" if v.closed else "Schermen open",
    e.ConsequencesChosen: lambda s, v: "Gevolgen gekozen om te wegen",
    e.Revealed: lambda s, v: "Alles onthuld",
}
"""What a facilitator or tafelhulp does by hand, in words. What follows from it by the rules is not here."""

_MEETING: dict[type, Callable[[Any], str]] = {
    m.DoorOpened: lambda v: "Deur geopend",
    m.DoorClosed: lambda v: "Deur gesloten",
    m.ParticipantRemoved: lambda v: "Uit de bijeenkomst gehaald",
    m.ProfessionSet: lambda v: "Beroep aangepast",
    m.RoomOpened: lambda v: f"Tafel geopend: {v.title}",
    m.RoomClosed: lambda v: "Tafel gesloten voor nieuwe mensen",
    m.ParticipantPlaced: lambda v: "Naar een andere tafel gestuurd",
    m.HelperAssigned: lambda v: "Tafelhulp aan een tafel gezet",
    m.ComparisonShown: lambda v: (
        "Vergelijking op het zaalscherm" if v.games else "Vergelijking van het zaalscherm gehaald"
    ),
    m.DivisionShown: lambda v: "Verdeling op het zaalscherm" if v.shown else "Verdeling van het zaalscherm gehaald",
    m.LinkWithdrawn: lambda v: "Links ingetrokken",
    m.MeetingClosed: lambda v: "Bijeenkomst afgesloten",
}
