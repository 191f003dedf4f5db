"""Games to export: random ones whose log is as a server keeps it, and what is done to their files."""

from __future__ import annotations

from hashlib import sha256

import msgspec
from msgspec.structs import replace

from app.exports.session_file import written
from app.exports.sources import Source
from app.exports.withheld import withhold
from game_rules import codec
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.events import Record
from tests.play import Game
from tests.properties.games import finish, random_game


def log_of(game: Game) -> tuple[bytes, tuple[Record, ...]]:
    """The casus and the records of a game as a server would keep them: under the hash of the casus."""
    content = msgspec.json.encode(game.content)
    first = game.log[0]
    created = replace(first.event, content=sha256(content).hexdigest())
    return content, (replace(first, event=created), *game.log[1:])


def file_of(game: Game, *, personal: bool = True) -> bytes:
    """The session file of a game that a test played."""
    content, records = log_of(game)
    kept = records if personal else withhold(records)
    return written(content, [codec.encode_record(record) for record in kept], personal=personal)


def source_of(game: Game) -> Source:
    """What its CSV files are made from."""
    content, records = log_of(game)
    kept = withhold(records)
    return Source("g-test", content, tuple(codec.encode_record(record) for record in kept), kept)


def played(content: Content, seed: int, wishes: int = 60, ended: bool = False) -> Game:
    """A random game, if wanted to its end."""
    game = random_game(content, seed, "", wishes)
    if ended:
        finish(game)
    return game
