"""Use cases of one game."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec

from game_rules import engine
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.commands import Command, Wake
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.events import Record
from game_rules.vocabulary.state import GameState

from ..lab import Lab
from ..library import LibraryError, content_hash
from ..ports import Watcher
from . import streams
from .answers import Answer
from .errors import ServiceError

CLOCK = Actor(kind="clock")


def create(lab: Lab, meeting: str, casus: str, edition: str) -> str:
    """Begin a game of this casus for a meeting and return its id. The content is kept by its hash.

    Raises ServiceError `casus_unknown`, `casus_broken` or `no_such_edition`, NotSaved.
    """
    try:
        content = lab.library.content(casus)
    except LibraryError as problem:
        raise ServiceError(problem.code, problem.message, 404, **problem.details) from problem
    if edition not in content.casus.editions:
        raise ServiceError("no_such_edition", "Deze casus kent deze versie niet. Kies een versie uit de lijst.", 400)
    return begin(lab, meeting, content, edition)


def begin(lab: Lab, meeting: str, content: Content, edition: str) -> str:
    """Begin a game of this content, which has this edition. Returns its id. Raises NotSaved."""
    kept = content_hash(content)
    lab.beside.keep_content(kept, msgspec.json.encode(content))
    game = f"g-{secrets.token_hex(6)}"
    event = engine.create(content, game, meeting, edition, secrets.token_hex(16), kept)
    streams.create(lab, game, CLOCK, event, f"create-{game}")
    return game


def submit(lab: Lab, game: str, actor: Actor, command: Command, command_id: str) -> Answer:
    """Do what is wished, and wait until it is durable. The same id of the same actor is done once.

    Raises RuleError when the rules say no, NotFound for an unknown game, NotSaved when it could not be stored.
    """
    return streams.submit(lab, game, actor, command, command_id)


def wake(lab: Lab, game: str) -> int | None:
    """The clock comes by: what is due happens. Returns when it must come back."""
    with suppress(RuleError):  # paused or closed in the same moment: then there is nothing to do
        streams.submit(lab, game, CLOCK, Wake(), f"wake-{secrets.token_hex(8)}")
    return lab.tables.get(game).next_wake


def state(lab: Lab, game: str) -> GameState:
    """The committed state. Raises NotFound."""
    found: GameState = streams.state(lab, game)
    return found


def records(lab: Lab, game: str) -> tuple[Record, ...]:
    """All stored records of a game, in order."""
    found: tuple[Any, ...] = streams.records(lab, game)
    return found


def watch(lab: Lab, game: str, watcher: Watcher) -> Callable[[], None]:
    """Call `watcher(game, version)` after each commit; returns how to stop. The watcher must be quick."""
    return streams.watch(lab, game, watcher)
