"""The event store in one SQLite file: WAL and synchronous=FULL, so what `append` wrote survives kill -9 and power loss.

`append` and `beat` share a connection: call them from one thread at a time (the server's `offload` sees to that).
Reading has a connection of its own and never waits for a writer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ..ports import Append, Entry, StorageError
from .schema import connect


class SqliteStore:
    """Keeps `app.ports.EventStore`'s promises in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._writer = connect(folder)
        self._reader = connect(folder)

    def append(self, batch: Sequence[Append]) -> tuple[str, ...]:
        """Write in one transaction; return the streams that were refused. Raises StorageError."""
        try:
            self._writer.execute("BEGIN IMMEDIATE")
            refused = tuple(wanted.stream for wanted in batch if not self._fits(wanted))
            self._writer.execute("COMMIT")
        except sqlite3.Error as problem:
            with suppress(sqlite3.Error):
                self._writer.execute("ROLLBACK")
            raise StorageError(str(problem)) from problem
        return refused

    def _fits(self, wanted: Append) -> bool:
        found = self._writer.execute("SELECT version FROM streams WHERE stream = ?", (wanted.stream,)).fetchone()
        if (found[0] if found else 0) != wanted.expected:
            return False
        self._writer.executemany(
            "INSERT INTO events (stream, version, at, command, data) VALUES (?, ?, ?, ?, ?)",
            [(wanted.stream, entry.version, entry.at, entry.command, entry.data) for entry in wanted.entries],
        )
        self._writer.execute(
            "INSERT INTO streams (stream, version, wake, running) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (stream) DO UPDATE"
            " SET version = excluded.version, wake = excluded.wake, running = excluded.running",
            (wanted.stream, wanted.expected + len(wanted.entries), wanted.wake, wanted.running),
        )
        return True

    def read(self, stream: str, after: int = 0) -> tuple[Entry, ...]:
        """The events with a version above `after`, in order."""
        rows = self._reader.execute(
            "SELECT version, at, command, data FROM events WHERE stream = ? AND version > ? ORDER BY version",
            (stream, after),
        ).fetchall()
        return tuple(Entry(version, at, command, bytes(data)) for version, at, command, data in rows)

    def remove(self, stream: str) -> None:
        """Delete a stream in one transaction. Raises StorageError."""
        try:
            self._writer.execute("BEGIN IMMEDIATE")
            self._writer.execute("DELETE FROM events WHERE stream = ?", (stream,))
            self._writer.execute("DELETE FROM streams WHERE stream = ?", (stream,))
            self._writer.execute("COMMIT")
        except sqlite3.Error as problem:
            with suppress(sqlite3.Error):
                self._writer.execute("ROLLBACK")
            raise StorageError(str(problem)) from problem

    def streams(self, prefix: str = "") -> tuple[str, ...]:
        """All streams whose id starts with `prefix`, oldest first."""
        rows = self._reader.execute(
            "SELECT stream FROM streams WHERE substr(stream, 1, ?) = ? ORDER BY rowid", (len(prefix), prefix)
        ).fetchall()
        return tuple(stream for (stream,) in rows)

    def wakes(self) -> dict[str, int]:
        """Per stream the moment at which it must wake."""
        return dict(self._reader.execute("SELECT stream, wake FROM streams WHERE wake IS NOT NULL").fetchall())

    def running(self) -> tuple[str, ...]:
        """The streams in which time runs."""
        rows = self._reader.execute("SELECT stream FROM streams WHERE running ORDER BY rowid").fetchall()
        return tuple(stream for (stream,) in rows)

    def beat(self, at: int) -> None:
        """Note that this server is alive."""
        try:
            self._writer.execute(
                "INSERT INTO heartbeat (one, at) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET at = excluded.at", (at,)
            )
        except sqlite3.Error as problem:
            raise StorageError(str(problem)) from problem

    def last_beat(self) -> int:
        """The last noted sign of life, or 0."""
        found = self._reader.execute("SELECT at FROM heartbeat").fetchone()
        return found[0] if found else 0

    def close(self) -> None:
        """Close both connections."""
        self._reader.close()
        self._writer.close()
