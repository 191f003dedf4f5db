"""What exports are made from: the stored log of a game, as far as the reader may have it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from game_rules import codec
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.events import GameCreated, Record

from ..lab import Lab
from ..service.errors import NotFound, content_missing
from .withheld import withhold

Reader = Literal["host", "facilitator"]
"""host: who manages the server, and could read the database; everything. facilitator: without what the table of who may
see what keeps from the facilitator (private texts, who answered what)."""


@dataclass(frozen=True, slots=True)
class Source:
    """A game as it is stored: the casus as bytes, and its records, as bytes and decoded."""

    game: str
    content: bytes
    entries: tuple[bytes, ...]
    records: tuple[Record, ...]


def source(lab: Lab, game: str, reader: Reader) -> Source:
    """The log of a game for this reader. What is made from it is best computed with `lab.offload` too. Raises NotFound."""
    stored = tuple(entry.data for entry in lab.store.read(game)) if game.startswith("g-") else ()
    if not stored:
        raise NotFound("no_such_game", f"Er is hier geen spel met het nummer {game[:64]}.")
    return lab.offload(partial(_source, game, stored, _content(lab, stored[0]), reader))


def _content(lab: Lab, first: bytes) -> bytes:
    created = codec.decode_record(first).event
    if not isinstance(created, GameCreated):
        raise TypeError("a game begins with GameCreated")
    content = lab.beside.content(created.content)
    if content is None:
        raise content_missing(created.casus, created.content)
    return content


def _source(game: str, stored: tuple[bytes, ...], content: bytes, reader: Reader) -> Source:
    """Only computing: it runs outside the event loop."""
    records = tuple(codec.decode_record(data) for data in stored)
    if reader == "host":
        return Source(game, content, stored, records)
    kept = withhold(records)
    entries = tuple(
        data if after is before else codec.encode_record(after)
        for data, before, after in zip(stored, records, kept, strict=True)
    )
    return Source(game, content, entries, kept)


def content_of(found: Source) -> Content:
    """The casus of this log, with everything it leans on."""
    return codec.decode_content(found.content)


def numbered(records: Iterable[Record]) -> dict[str, int]:
    """A number per participant who played, in the order in which they first did something."""
    people = (record.actor.participant for record in records if record.actor.kind == "player")
    return {person: number for number, person in enumerate(dict.fromkeys(filter(None, people)), 1)}
