"""Puts a Lab together from its adapters, and starts and stops what runs in the background."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from game_rules.vocabulary.commands import Pause

from .announce.local import LocalAnnouncer
from .announce.presence import Presence
from .config import Config
from .lab import Lab, WallClock
from .library import CaseLibrary
from .ports import Beside, Clock, EventStore, Library
from .service import games, streams
from .service.aggregates import GameAggregate, MeetingAggregate
from .service.committer import Committer
from .service.fared import Outcomes
from .service.heartbeat import Heartbeat
from .service.schedule import WakeSchedule
from .service.table import Tables

Offload = Callable[[Callable[[], Any]], Any]

STOPPED = "De server heeft even stilgestaan. De klok is gepauzeerd; je spelleider gaat verder als iedereen er weer is."


@dataclass(frozen=True, slots=True)
class Adapters:
    """What can be exchanged: by the tests, and by the choice of the async library in `app.server`."""

    store: EventStore
    beside: Beside
    library: Library
    clock: Clock
    spawn: Callable[..., Any]
    offload: Offload


def adapters_on(config: Config, spawn: Callable[..., Any], offload: Offload) -> Adapters:
    """The adapters of a real server: SQLite in the data folder, content from the cases folder."""
    from .storage.sqlite import SqliteStore
    from .storage.sqlite_beside import SqliteBeside

    return Adapters(
        store=SqliteStore(config.data),
        beside=SqliteBeside(config.data),
        library=CaseLibrary(config.cases),
        clock=WallClock(),
        spawn=spawn,
        offload=offload,
    )


def build_lab(config: Config, adapters: Adapters) -> Lab:
    """Everything behind the pages and sockets, not yet running: see `start`."""
    store, clock, offload = adapters.store, adapters.clock, adapters.offload
    announcer = LocalAnnouncer()
    tables = Tables(store, {"g": GameAggregate(adapters.beside), "m": MeetingAggregate()})
    schedule = WakeSchedule(clock, adapters.spawn, lambda game: games.wake(lab, game))
    lab = Lab(
        config=config,
        store=store,
        beside=adapters.beside,
        announcer=announcer,
        presence=Presence(),
        library=adapters.library,
        clock=clock,
        spawn=adapters.spawn,
        offload=offload,
        tables=tables,
        committer=Committer(store, tables, announcer, schedule, offload),
        schedule=schedule,
        heartbeat=Heartbeat(store, clock, offload, lambda game, at: _pause(lab, game, at)),
        outcomes=Outcomes(),
    )
    return lab


def _pause(lab: Lab, game: str, at: int) -> None:
    streams.submit_at(lab, game, games.CLOCK, Pause(reason=STOPPED), f"pause-{at}", at)


def start(lab: Lab) -> None:
    """Begin to serve: pause what ran while no process served, then wake what is due from now on."""
    lab.spawn(lab.committer.run)
    lab.heartbeat.start()
    for stream, at in lab.store.wakes().items():
        lab.schedule.set(stream, at)
    lab.spawn(lab.schedule.run)
    lab.spawn(lab.heartbeat.run)


def stop(lab: Lab) -> None:
    """End the background tasks; what is queued is still stored."""
    lab.schedule.stop()
    lab.heartbeat.stop()
    lab.committer.stop()


def one_thread() -> Offload:
    """Runs storage work in one plain thread: one piece after the other, while other threads go on."""
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage")
    return lambda work: pool.submit(work).result()
