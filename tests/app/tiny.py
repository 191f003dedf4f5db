"""A server around the smallest rules there are: a stream is a list of words, and no word may be said twice."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.announce.local import LocalAnnouncer
from app.announce.presence import Presence
from app.config import Config
from app.lab import Lab
from app.ports import Append, Entry, EventStore
from app.service import streams
from app.service.committer import Committer
from app.service.fared import Outcomes
from app.service.heartbeat import Heartbeat
from app.service.schedule import WakeSchedule
from app.service.table import Tables
from app.storage.memory import MemoryBeside, MemoryStore
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.errors import RuleError

MIA = Actor(kind="player", participant="p-mia", seat="griffier")
BEN = Actor(kind="player", participant="p-ben", seat="lokaal")
CLOCK = Actor(kind="clock")


@dataclass(frozen=True)
class Said:
    version: int
    at: int
    actor: Actor
    command: str
    event: str


class Words:
    """A word once; `fail` is a bug in the rules; `wake <ms>` asks to be woken; `run` and `pause` move the clock."""

    def decide(self, state: tuple[str, ...], actor: Actor, command: Any, now: int, command_id: str) -> tuple[str, ...]:
        if command == "fail":
            raise ZeroDivisionError("a bug in the rules")
        if command in state:
            raise RuleError("said_before", f"'{command}' is al gezegd.")
        return tuple(command.split("+")) if command else ()

    def record(self, version: int, at: int, actor: Actor, command_id: str, event: str) -> Said:
        return Said(version, at, actor, command_id, event)

    def start(self, record: Said) -> tuple[str, ...]:
        return (record.event,)

    def evolve(self, state: tuple[str, ...], record: Said) -> tuple[str, ...]:
        return (*state, record.event)

    def encode(self, record: Said) -> bytes:
        row = [record.version, record.at, record.actor.kind, record.actor.participant, record.command, record.event]
        return json.dumps(row).encode()

    def decode(self, data: bytes) -> Said:
        version, at, kind, participant, command, event = json.loads(data)
        return Said(version, at, Actor(kind=kind, participant=participant), command, event)

    def next_wake(self, state: tuple[str, ...]) -> int | None:
        return int(state[-1].removeprefix("wake ")) if state[-1].startswith("wake ") else None

    def running(self, state: tuple[str, ...]) -> bool:
        return "run" in state and "pause" not in state[state.index("run") :]


class HandClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: int = 1_000_000) -> None:
        self.time = now

    def now(self) -> int:
        return self.time


class Holding(MemoryStore):
    """A store whose appends can be held up, or made to fail, by a test."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()
        self.started = threading.Semaphore(0)
        self.batches: list[tuple[Append, ...]] = []
        self.problems: list[Exception] = []

    def append(self, batch: Any) -> tuple[str, ...]:
        self.started.release()
        self.gate.wait()
        self.batches.append(tuple(batch))
        if self.problems:
            raise self.problems.pop(0)
        return super().append(batch)


@dataclass
class Tiny:
    """A running little server. `told` is what was announced, in order."""

    lab: Lab
    clock: HandClock
    told: list[tuple[str, int]] = field(default_factory=list)

    def say(self, command: str, command_id: str, actor: Actor = MIA, stream: str = "w-1") -> int:
        return streams.submit(self.lab, stream, actor, command, command_id).version

    def later(self, command: str, command_id: str, actor: Actor = MIA, stream: str = "w-1") -> Later:
        return Later(lambda: self.say(command, command_id, actor, stream))

    def words(self, stream: str = "w-1") -> tuple[str, ...]:
        found: tuple[str, ...] = streams.state(self.lab, stream)
        return found

    def stop(self) -> None:
        self.lab.committer.stop()


class Later:
    """Something done in another thread; `result` waits for it and raises what it raised."""

    def __init__(self, work: Callable[[], int]) -> None:
        self._work = work
        self._value = 0
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._value = self._work()
        except Exception as error:
            self._error = error

    @property
    def waiting(self) -> bool:
        return self._thread.is_alive()

    def result(self) -> int:
        self._thread.join(timeout=30)
        assert not self.waiting
        if self._error:
            raise self._error
        return self._value


def tiny_lab(store: EventStore, *streams_made: str) -> Tiny:
    """A server on this store with streams that hold one word, `hello`."""
    clock = HandClock()
    announcer = LocalAnnouncer()
    tables = Tables(store, {"w": Words()})
    schedule = WakeSchedule(clock, lambda work, *args: work(*args), lambda stream: None)
    lab = Lab(
        config=Config(data=Path("unused")),
        store=store,
        beside=MemoryBeside(),
        announcer=announcer,
        presence=Presence(),
        library=None,  # type: ignore[arg-type]
        clock=clock,
        spawn=lambda work, *args: threading.Thread(target=work, args=args, daemon=True).start(),
        offload=lambda work: work(),
        tables=tables,
        committer=Committer(store, tables, announcer, schedule, lambda work: work()),
        schedule=schedule,
        heartbeat=Heartbeat(
            store, clock, lambda work: work(),
            lambda stream, at: streams.submit_at(lab, stream, CLOCK, "pause", f"pause-{at}", at),
        ),
        outcomes=Outcomes(),
    )  # fmt: skip
    tiny = Tiny(lab, clock)
    announcer.watch_all(lambda stream, version: tiny.told.append((stream, version)))
    lab.spawn(lab.committer.run)
    for stream in streams_made or ("w-1",):
        if not store.read(stream):
            first = Words().encode(Said(1, clock.now(), CLOCK, "first", "hello"))
            store.append([Append(stream, 0, (Entry(1, clock.now(), "first", first),))])
    return tiny
