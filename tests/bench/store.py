"""Durable writing: the disk alone, and whole commands through the service."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path
from time import perf_counter, sleep

from app.lab import WallClock
from app.ports import Append, Entry
from app.service.schedule import WakeSchedule
from app.storage.sqlite import SqliteStore
from game_rules.vocabulary.commands import Bookmark
from tests.app.playing import Playing
from tests.bench.figures import line, spread, title

SECONDS = 2.0


def figures() -> None:
    title("Store: SQLite, WAL, synchronous=FULL")
    for size in (1, 10, 50):
        _appends(size)
    title("Service: bookmark commands until answered, durable (threads)")
    for tables in (1, 10, 40):
        _commands(tables)
    title("Clock: how late a game is woken")
    _wakes()


def _appends(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder))
        versions = [0] * size
        taken: list[float] = []
        end = perf_counter() + SECONDS
        while perf_counter() < end:
            batch = [
                Append(f"g-{number}", version, (Entry(version + 1, 1, "c" * 16, b"x" * 200),))
                for number, version in enumerate(versions)
            ]
            begin = perf_counter()
            store.append(batch)
            taken.append(perf_counter() - begin)
            versions = [version + 1 for version in versions]
        store.close()
    line(f"{size} streams a transaction", f"{len(taken) * size / sum(taken):,.0f} events/s")
    spread(f"{size} streams a transaction", taken)


def _commands(tables: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        playing = Playing(Path(folder))
        games = [playing.game() for _ in range(tables)]
        for game in games:
            playing.next_step(game)
        taken: list[float] = []
        end = perf_counter() + SECONDS

        def work(game: str) -> None:
            while perf_counter() < end:
                begin = perf_counter()
                playing.leader(game, Bookmark(text="moment"))
                taken.append(perf_counter() - begin)

        threads = [threading.Thread(target=work, args=(game,)) for game in games]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        playing.stop()
    line(f"{tables} tables, one command outstanding at each", f"{len(taken) / SECONDS:,.0f} commands/s")
    spread(f"{tables} tables", taken)


def _wakes() -> None:
    clock = WallClock()
    due = {f"g-{number}": clock.now() + 200 + 20 * number for number in range(100)}
    late: list[float] = []
    schedule = WakeSchedule(
        clock,
        lambda work, *args: work(*args),
        lambda game: late.append((clock.now() - due[game]) / 1000),
    )
    runner = threading.Thread(target=schedule.run)
    runner.start()
    for game, at in due.items():
        schedule.set(game, at)
    while len(late) < len(due):
        sleep(0.01)
    schedule.stop()
    runner.join()
    spread("lateness", late)
