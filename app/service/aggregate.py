"""What a table needs to know of the rules, whichever kind of stream it holds."""

from __future__ import annotations

from typing import Any, Protocol

from game_rules.vocabulary.audience import Actor


class Aggregate(Protocol):
    """The rules of one kind of stream. States and events are whatever the rules make of them."""

    def decide(self, state: Any, actor: Actor, command: Any, now: int, command_id: str) -> tuple[Any, ...]:
        """The events that follow. Raises RuleError."""

    def record(self, version: int, at: int, actor: Actor, command_id: str, event: Any) -> Any:
        """An event where it stands in the log."""

    def start(self, record: Any) -> Any:
        """The state after the first record."""

    def evolve(self, state: Any, record: Any) -> Any:
        """The state after one more record."""

    def encode(self, record: Any) -> bytes:
        """The record as it is stored."""

    def decode(self, data: bytes) -> Any:
        """The record that was stored."""

    def next_wake(self, state: Any) -> int | None:
        """When the clock must come back."""

    def running(self, state: Any) -> bool:
        """Whether time runs."""
