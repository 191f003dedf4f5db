"""One command on its way: what was wished, what came of it, and the wait for the answer."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

from game_rules.vocabulary.audience import Actor

from ..ports import Entry
from .answers import Answer
from .errors import NotSaved

PATIENCE = 30.0
"""Seconds after which the one who waits is told that it may not be stored (yet)."""


@dataclass(frozen=True, slots=True)
class Point:
    """A stream at one version."""

    state: Any
    version: int
    at: int


@dataclass(slots=True)
class Ticket:
    """A command of one actor. `point` is the stream after it, `entries` what it adds; both change when decided again.

    The same `key` is the same command: sent twice, done once.
    """

    key: tuple[str, str]
    actor: Actor
    command: object
    command_id: str
    now: int
    point: Point
    entries: tuple[Entry, ...] = ()
    error: Exception | None = None
    again: bool = False
    attempts: int = 0
    _done: threading.Event = field(default_factory=threading.Event)

    def resolve(self, error: Exception | None = None) -> None:
        """Let the one who waits go on, with the error when there is one."""
        self.error = error or self.error
        self._done.set()

    def wait(self) -> Answer:
        """Wait until it is durable or refused. Raises what the rules or the server raised; NotSaved after PATIENCE."""
        if not self._done.wait(PATIENCE):
            raise NotSaved()
        if self.error is not None:
            raise self.error
        return Answer(self.point.version, again=self.again)


def command_key(actor: Actor, command_id: str) -> tuple[str, str]:
    """By whom and under which id: an id of somebody else never hides one's own command."""
    return actor.participant or actor.kind, command_id


def answered_before(key: tuple[str, str], version: int) -> Ticket:
    """The ticket of a command that was stored earlier, perhaps before a restart: it has its answer at once."""
    ticket = Ticket(key, Actor(kind="clock"), None, key[1], 0, Point(None, version, 0), again=True)
    ticket.resolve()
    return ticket
