"""The live state of each stream: what is committed, and provisionally what is queued behind it.

A table gives one command at a time its turn. Its commands wait in order until the committer has stored them; when
storing failed, everything provisional is dropped and they are decided again on what is really stored.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping

from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.errors import RuleError

from ..ports import Append, Entry, EventStore
from .aggregate import AnyAggregate
from .errors import NotFound, NotSaved, ServiceError
from .ticket import Point, Ticket, answered_before, command_key

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
KEPT_TABLES = 512


class Table:
    """One stream. All methods are quick and safe to call from any thread."""

    def __init__(self, stream: str, rules: AnyAggregate, read: Callable[[], tuple[Entry, ...]]) -> None:
        """Builds the state from what `read` returns. Raises NotFound when that is nothing."""
        self.stream = stream
        self._rules = rules
        self._read = read
        self._lock = threading.Lock()
        self._pending: list[Ticket] = []
        self._rebuild()

    @property
    def committed(self) -> Point:
        """The stream as it is durably stored."""
        return self._committed

    @property
    def idle(self) -> bool:
        """Whether nothing waits to be stored."""
        return not self._pending

    @property
    def next_wake(self) -> int | None:
        """When the clock must come back, as far as is stored."""
        return self._rules.next_wake(self._committed.state)

    def propose(self, actor: Actor, command: object, command_id: str, now: int) -> Ticket:
        """Give this command its turn. What was done or asked before is not done twice."""
        with self._lock:
            key = command_key(actor, command_id)
            known = self._known(key)
            if known is not None:
                return known
            ticket = Ticket(key, actor, command, command_id, now, self._latest())
            self._decide(ticket)
            if ticket.entries or self._pending:
                self._pending.append(ticket)
            else:
                ticket.resolve()
            return ticket

    def _known(self, key: tuple[str, str]) -> Ticket | None:
        pending = next((ticket for ticket in self._pending if ticket.key == key), None)
        if pending is None and key in self._done:
            return answered_before(key, self._done[key])
        return pending

    def _latest(self) -> Point:
        return self._pending[-1].point if self._pending else self._committed

    def _decide(self, ticket: Ticket) -> None:
        """Fill in what comes of a ticket. An error waits with it: it may rest on something that is not stored yet."""
        before = self._latest()
        ticket.point, ticket.entries, ticket.error = before, (), None
        try:
            ticket.point, ticket.entries = self._outcome(ticket, before)
        except (RuleError, ServiceError) as refusal:
            ticket.error = refusal
        except Exception as bug:
            log.exception("%s could not be decided in %s", type(ticket.command).__name__, self.stream)
            ticket.error = ServiceError(
                "internal", "Er ging iets mis bij ons. Ververs de pagina en probeer het opnieuw.", 500
            )
            ticket.error.__cause__ = bug

    def _outcome(self, ticket: Ticket, before: Point) -> tuple[Point, tuple[Entry, ...]]:
        at = max(ticket.now, before.at)
        state, version = before.state, before.version
        entries: list[Entry] = []
        for event in self._rules.decide(state, ticket.actor, ticket.command, at, ticket.command_id):
            version += 1
            record = self._rules.record(version, at, ticket.actor, ticket.command_id, event)
            state = self._rules.evolve(state, record)
            entries.append(Entry(version, at, ticket.command_id, self._rules.encode(record)))
        return Point(state, version, at if entries else before.at), tuple(entries)

    def wanted(self) -> tuple[Append, int]:
        """What is queued now, as one append, and how many commands that are."""
        with self._lock:
            last = self._latest()
            entries = tuple(entry for ticket in self._pending for entry in ticket.entries)
            append = Append(
                stream=self.stream,
                expected=self._committed.version,
                entries=entries,
                wake=self._rules.next_wake(last.state),
                running=self._rules.running(last.state),
            )
            return append, len(self._pending)

    def settle(self, count: int) -> tuple[Ticket, ...]:
        """The first `count` queued commands are durable. Returns them, to be answered."""
        with self._lock:
            done, self._pending = tuple(self._pending[:count]), self._pending[count:]
            if done:
                self._committed = done[-1].point
            self._done.update((ticket.key, ticket.point.version) for ticket in done if ticket.entries)
            return done

    def start_again(self) -> tuple[Ticket, ...]:
        """Storing failed: rebuild from what is stored and decide what is queued again.

        Returns the commands that are to be answered now: done after all, or given up with NotSaved.
        """
        with self._lock:
            self._rebuild()
            waiting, self._pending = self._pending, []
            return tuple(ticket for ticket in waiting if not self._queue_again(ticket))

    def _queue_again(self, ticket: Ticket) -> bool:
        ticket.attempts += 1
        stored = self._done.get(ticket.key)
        if stored is not None:
            ticket.point, ticket.error = Point(None, stored, 0), None
            return False
        self._decide(ticket)
        if ticket.attempts >= MOST_ATTEMPTS and ticket.entries:
            ticket.error = NotSaved()
            return False
        if ticket.entries or self._pending:
            self._pending.append(ticket)
            return True
        return False

    def give_up(self) -> tuple[Ticket, ...]:
        """Not even reading works: everything queued is to be answered with NotSaved."""
        with self._lock:
            waiting, self._pending = tuple(self._pending), []
        for ticket in waiting:
            ticket.error = NotSaved()
        return waiting

    def _rebuild(self) -> None:
        entries = self._read()
        if not entries:
            raise NotFound("no_such_stream", "Deze kamer of bijeenkomst bestaat niet (meer). Controleer de link.")
        records = [self._rules.decode(entry.data) for entry in entries]
        state = self._rules.start(records[0])
        for record in records[1:]:
            state = self._rules.evolve(state, record)
        self._committed = Point(state, entries[-1].version, entries[-1].at)
        self._done = {command_key(record.actor, record.command): record.version for record in records}


class Tables:
    """The tables that are in use. One that nobody used for long is built again from the store when it is needed."""

    def __init__(self, store: EventStore, rules: Mapping[str, AnyAggregate]) -> None:
        """`rules` by the first letter of a stream."""
        self._store = store
        self._rules = rules
        self._tables: OrderedDict[str, Table] = OrderedDict()
        self._lock = threading.Lock()

    def rules(self, stream: str) -> AnyAggregate:
        """The rules of a stream. Raises NotFound for an id of no known kind."""
        rules = self._rules.get(stream[:1])
        if rules is None:
            raise NotFound("no_such_stream", "Deze kamer of bijeenkomst bestaat niet (meer). Controleer de link.")
        return rules

    def get(self, stream: str) -> Table:
        """The table of a stream. Raises NotFound when it has no events."""
        with self._lock:
            table = self._tables.get(stream)
            if table is None:
                table = Table(stream, self.rules(stream), lambda: self._store.read(stream))
                self._tables[stream] = table
                self._make_room()
            self._tables.move_to_end(stream)
            return table

    def forget(self, stream: str) -> None:
        """The next one who asks gets a table that was built from the store."""
        with self._lock:
            self._tables.pop(stream, None)

    def _make_room(self) -> None:
        spare = len(self._tables) - KEPT_TABLES
        for stream in [stream for stream, table in self._tables.items() if table.idle][: max(spare, 0)]:
            del self._tables[stream]
