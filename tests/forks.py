"""A game that a test forks from a game that it played."""

from __future__ import annotations

from game_rules import engine
from game_rules.fork_points import whole
from game_rules.vocabulary import events as e
from tests.play import FACILITATOR, Game


def forked(game: Game, at: int, seed: str = "", name: str = "g-fork") -> Game:
    """The fork of a game at this version (or as soon as its command was carried out), not gone on yet."""
    at = whole(game.log, at)
    event = e.Forked(
        game=name, parent=game.state.game, at=at, seed=seed or game.state.seed, meeting="m-test", title="Tafel 1"
    )  # fmt: skip
    fork = Game.__new__(Game)
    fork.content, fork.count = game.content, game.count
    fork.state, log = engine.branch(game.content, tuple(game.log), event, FACILITATOR)
    fork.log, fork.now = list(log), fork.state.at
    return fork
