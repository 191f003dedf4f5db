"""The two kinds of streams behind one shape: games and meetings (see `aggregate.py`)."""

from __future__ import annotations

from functools import lru_cache

from game_rules import codec, engine, meeting
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.commands import Command
from game_rules.vocabulary.events import AnyEvent, GameCreated, Record
from game_rules.vocabulary.meeting import AnyMeetingCommand, AnyMeetingEvent, MeetingRecord, MeetingState
from game_rules.vocabulary.state import Context, GameState

from ..ports import Beside
from .errors import ServiceError, content_missing

IMPORTED = "Dit spel is elders gespeeld en hier geopend om terug te kijken. Verder spelen kan hier niet."


class GameAggregate:
    """A game: `game_rules.engine`, with its content from beside the log."""

    def __init__(self, beside: Beside) -> None:
        self._imported = lru_cache(maxsize=1024)(beside.imported)  # settled before a game has its first event
        self._content = lru_cache(maxsize=64)(lambda kept, casus: _read_content(beside, kept, casus))

    def decide(
        self, state: GameState, actor: Actor, command: Command, now: int, command_id: str
    ) -> tuple[AnyEvent, ...]:
        """The events that follow. Raises ServiceError `imported`: a game from elsewhere is only looked back at."""
        if self._imported(state.game):
            raise ServiceError("imported", IMPORTED, 409)
        return engine.decide(state, actor, command, Context(now=now, command=command_id))

    def record(self, version: int, at: int, actor: Actor, command_id: str, event: AnyEvent) -> Record:
        """An event where it stands in the log."""
        return Record(version=version, at=at, actor=actor, command=command_id, event=event)

    def start(self, record: Record) -> GameState:
        """The state after the first record."""
        if not isinstance(record.event, GameCreated):
            raise TypeError(f"a game does not begin with {type(record.event).__name__}")
        return engine.start(self._content(record.event.content, record.event.casus), record)

    def evolve(self, state: GameState, record: Record) -> GameState:
        """The state after one more record."""
        return engine.evolve(state, record)

    def encode(self, record: Record) -> bytes:
        """The record as it is stored."""
        return codec.encode_record(record)

    def decode(self, data: bytes) -> Record:
        """The record that was stored."""
        return codec.decode_record(data)

    def next_wake(self, state: GameState) -> int | None:
        """When the clock must come back: never to a game from elsewhere."""
        return None if self._imported(state.game) else engine.next_wake(state)

    def running(self, state: GameState) -> bool:
        """Whether the clock of the game runs."""
        return state.clock.running and not self._imported(state.game)


def _read_content(beside: Beside, kept: str, casus: str) -> Content:
    data = beside.content(kept)
    if data is None:
        raise content_missing(casus, kept)
    return codec.decode_content(data)


class MeetingAggregate:
    """A meeting: `game_rules.meeting`. It has no clock."""

    def decide(
        self, state: MeetingState, actor: Actor, command: AnyMeetingCommand, now: int, command_id: str
    ) -> tuple[AnyMeetingEvent, ...]:
        """The events that follow."""
        return meeting.decide_meeting(state, actor, command)

    def record(self, version: int, at: int, actor: Actor, command_id: str, event: AnyMeetingEvent) -> MeetingRecord:
        """An event where it stands in the log."""
        return MeetingRecord(version=version, at=at, actor=actor, command=command_id, event=event)

    def start(self, record: MeetingRecord) -> MeetingState:
        """The state after the first record."""
        return meeting.start_meeting(record)

    def evolve(self, state: MeetingState, record: MeetingRecord) -> MeetingState:
        """The state after one more record."""
        return meeting.evolve_meeting(state, record)

    def encode(self, record: MeetingRecord) -> bytes:
        """The record as it is stored."""
        return meeting.encode_meeting_record(record)

    def decode(self, data: bytes) -> MeetingRecord:
        """The record that was stored."""
        return meeting.decode_meeting_record(data)

    def next_wake(self, state: MeetingState) -> int | None:
        """Never."""
        return None

    def running(self, state: MeetingState) -> bool:
        """No time runs in a meeting."""
        return False
