"""What games and meetings have in common: create, submit, read, watch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game_rules.vocabulary.audience import Actor

from ..lab import Lab
from ..ports import Append, Entry, StorageError, Watcher
from .answers import Answer
from .errors import NotSaved, ServiceError

LONGEST_ID = 64


def submit(lab: Lab, stream: str, actor: Actor, command: object, command_id: str) -> Answer:
    """Do what is wished, and wait until it is durable. The same id of the same actor is done once.

    Raises RuleError when the rules say no, NotFound for an unknown stream, NotSaved when it could not be stored.
    """
    if not 0 < len(command_id) <= LONGEST_ID:
        raise ServiceError("malformed", f"Een opdracht heeft een id van 1 tot en met {LONGEST_ID} tekens.", 400)
    lab.heartbeat.check()
    return submit_at(lab, stream, actor, command, command_id, lab.clock.now())


def submit_at(lab: Lab, stream: str, actor: Actor, command: object, command_id: str, now: int) -> Answer:
    """The same, as if it happened at `now` (or at the last event, when that is later)."""
    table = lab.tables.get(stream)
    ticket = table.propose(actor, command, command_id, now)
    if not table.idle:
        lab.committer.queue(table)
    return ticket.wait()


def create(lab: Lab, stream: str, actor: Actor, event: object, command_id: str) -> None:
    """Begin a stream with its first event, durably. Raises ServiceError when it exists, NotSaved."""
    rules = lab.tables.rules(stream)
    now = lab.clock.now()
    record = rules.record(1, now, actor, command_id, event)
    state = rules.start(record)
    append = Append(
        stream, 0, (Entry(1, now, command_id, rules.encode(record)),), rules.next_wake(state), rules.running(state)
    )
    if not keep(lab, append):
        raise ServiceError("already_there", "Deze kamer of bijeenkomst bestaat al.", 409)


def keep(lab: Lab, append: Append) -> bool:
    """Store events that were made elsewhere, durably. Whether they fitted: nothing came in between. Raises NotSaved."""
    try:
        refused = lab.offload(lambda: lab.store.append([append]))
    except StorageError as problem:
        raise NotSaved() from problem
    if refused:
        return False
    if append.expected and lab.tables.get(append.stream).idle:
        lab.tables.forget(append.stream)
    lab.schedule.set(append.stream, append.wake)
    lab.announcer.announce(append.stream, append.expected + len(append.entries))
    return True


def state(lab: Lab, stream: str) -> Any:
    """The committed state. Raises NotFound."""
    return lab.tables.get(stream).committed.state


def records(lab: Lab, stream: str) -> tuple[Any, ...]:
    """All stored records of a stream, in order. Raises NotFound for an id of no known kind."""
    rules = lab.tables.rules(stream)
    return tuple(rules.decode(entry.data) for entry in lab.store.read(stream))


def watch(lab: Lab, stream: str, watcher: Watcher) -> Callable[[], None]:
    """Call `watcher(stream, version)` after each commit; returns how to stop. The watcher must be quick."""
    return lab.announcer.watch(stream, watcher)
