"""What a table needs to know of the rules, whichever kind of stream it holds."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from game_rules.vocabulary.audience import Actor

S = TypeVar("S")
C = TypeVar("C", contravariant=True)
E = TypeVar("E")
R = TypeVar("R")


class Aggregate(Protocol[S, C, E, R]):
    """The rules of one kind of stream, with its own States, Commands, Events and Records."""

    def decide(self, state: S, actor: Actor, command: C, now: int, command_id: str) -> tuple[E, ...]:
        """The events that follow. Raises RuleError."""

    def record(self, version: int, at: int, actor: Actor, command_id: str, event: E) -> R:
        """An event where it stands in the log."""

    def start(self, record: R) -> S:
        """The state after the first record."""

    def evolve(self, state: S, record: R) -> S:
        """The state after one more record."""

    def encode(self, record: R) -> bytes:
        """The record as it is stored."""

    def decode(self, data: bytes) -> R:
        """The record that was stored."""

    def next_wake(self, state: S) -> int | None:
        """When the clock must come back."""

    def running(self, state: S) -> bool:
        """Whether time runs."""


AnyAggregate = Aggregate[Any, Any, Any, Any]
"""For who only hands states and events on."""
