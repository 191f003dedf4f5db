"""gebeurtenissen.csv: everything that happened, one line per event, without names.

The text is what the projector showed: it is looked up in that View, so nothing that was not public can be in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from game_rules import engine
from game_rules.projections import project
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.base import snake
from game_rules.vocabulary.state import GameState

from ..lab import Lab
from .csv_file import Cell, csv_file
from .event_kinds import KINDS, Kind
from .sources import Reader, Source, content_of, numbered, source

COLUMNS = (
    "spel", "casus", "editie", "versie", "seconde", "ronde", "stap", "soort", "wie", "rol", "zetel", "deelnemer",
    "onderwerp", "waarde", "naar", "tekst",
)  # fmt: skip

ACTORS = {
    "player": "speler", "facilitator": "spelleider", "helper": "tafelhulp", "observer": "waarnemer",
    "computer": "computer", "clock": "klok",
}  # fmt: skip
UNKNOWN = Kind("")


def make(lab: Lab, game: str, reader: Reader) -> bytes:
    """The file of one game. Whoever reads it: what only participants may know of themselves is not in it."""
    return lab.offload(partial(of_source, source(lab, game, "facilitator")))


def of_source(found: Source) -> bytes:
    """The file of this log."""
    state = engine.replay(content_of(found), found.records)
    return csv_file(COLUMNS, _rows(state, found))


def _rows(state: GameState, found: Source) -> Iterator[tuple[Cell, ...]]:
    spoken = _public_texts(state)
    numbers = numbered(found.records)
    round_, step = "", "lobby"
    for record in found.records:
        clock = _clock_after(record.event)
        round_, step = (clock.round, clock.step or clock.stage) if clock else (round_, step)
        where = (state.game, state.casus.id, state.edition, record.version, (record.at - found.records[0].at) // 1000)
        text = spoken.get(record.version, "")
        yield (*where, round_, step, *_who(state, record, numbers), *_what(record.event), text)


def _clock_after(event: Any) -> Any:
    """The clock when this event moved it."""
    if isinstance(event, e.StepStarted):
        return event.clock
    return event.former.clock if isinstance(event, e.StepUndone) else None


def _who(state: GameState, record: e.Record, numbers: dict[str, int]) -> tuple[Cell, ...]:
    """Kind of event, kind of actor, role, seat and number of the participant."""
    actor, kind = record.actor, KINDS.get(type(record.event), UNKNOWN)
    named = snake(type(record.event).__name__), ACTORS[actor.kind]
    if not kind.person:
        return (*named, "", "", "")
    seat = actor.seat if actor.seat in state.casus.seats else ""
    role = state.casus.seats[seat].role if seat else ""
    return (*named, role, seat, numbers.get(actor.participant))


def _what(event: Any) -> tuple[str, str, str]:
    kind = KINDS.get(type(event), UNKNOWN)
    return _field(event, kind.subject), _field(event, kind.value), _field(event, kind.to)


def _field(event: Any, name: str) -> str:
    value = getattr(event, name, "") if name else ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, tuple):
        return " ".join(value)
    return str(getattr(value, "option", value) if value is not None else "")


def _public_texts(state: GameState) -> dict[int, str]:
    """Per version what the projector told about it."""
    feed = project(state, Audience(kind="screen")).view.feed.values()
    return {item.order: f"{item.title}: {item.text}" if item.text else item.title for item in feed}
