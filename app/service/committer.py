"""The group commit: what is queued at all tables, in one durable transaction outside the event loop.

Only after it are the senders answered and the others told. While a transaction runs, new commands queue up.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any

from ..ports import Announcer, EventStore, Schedule
from .table import Table, Tables
from .ticket import Ticket

log = logging.getLogger(__name__)

LAST_WRITE = 5.0
"""Seconds that a server that stops gives the disk."""


class Committer:
    """One per process. `run` loops in a background task until `stop`."""

    def __init__(
        self,
        store: EventStore,
        tables: Tables,
        announcer: Announcer,
        schedule: Schedule,
        offload: Callable[[Callable[[], Any]], Any],
    ) -> None:
        self._store = store
        self._tables = tables
        self._announcer = announcer
        self._schedule = schedule
        self._offload = offload
        self._waiting: dict[str, Table] = {}
        self._lock = threading.Lock()
        self._work = threading.Event()
        self._stopped = False
        self._idle = threading.Event()
        self._idle.set()

    def queue(self, table: Table) -> None:
        """This table has something to store."""
        with self._lock:
            self._waiting[table.stream] = table
        self._work.set()

    def run(self) -> None:
        """Store what is queued, again and again."""
        self._idle.clear()
        while not self._stopped or self._waiting:
            self._work.wait()
            self._work.clear()
            try:
                self.commit()
            except Exception:  # the next commands must still be stored
                log.exception("a group commit ended unexpectedly")
        self._idle.set()

    def stop(self) -> None:
        """End `run` after what is queued now, and wait for that."""
        self._stopped = True
        self._work.set()
        self._idle.wait(LAST_WRITE)

    def commit(self) -> None:
        """Store what is queued now, in one transaction."""
        with self._lock:
            tables, self._waiting = self._waiting, {}
        wanted = [(table, *table.wanted()) for table in tables.values()]
        writes = [append for _, append, _ in wanted if append.entries]
        try:
            refused = self._offload(lambda: self._store.append(writes)) if writes else ()
        except Exception:  # whatever it was: nobody may be left waiting
            log.exception("%d streams could not be stored", len(writes))
            refused = tuple(tables)
        for table, append, count in wanted:
            if append.stream in refused:
                self._again(table)
            else:
                self._done(table, table.settle(count), bool(append.entries))

    def _done(self, table: Table, tickets: Iterable[Ticket], grown: bool) -> None:
        if not table.idle:
            self.queue(table)
        try:
            if grown:
                self._schedule.set(table.stream, table.next_wake)
                self._announcer.announce(table.stream, table.committed.version)
        finally:  # whatever happens to the others: every command is answered
            for ticket in tickets:
                ticket.resolve()

    def _again(self, table: Table) -> None:
        """Nothing provisional of this table counts any more."""
        before = table.committed.version
        try:
            answered = table.start_again()
        except Exception:
            log.exception("%s could not be read again", table.stream)
            self._tables.forget(table.stream)
            answered = table.give_up()
        self._done(table, answered, table.committed.version > before)
