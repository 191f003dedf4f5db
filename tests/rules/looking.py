"""Looking back at a game that a test played."""

from __future__ import annotations

from collections.abc import Iterator

from game_rules import engine
from game_rules.projections import Projected, project
from game_rules.projections.replay import Frame, LookBack, look_back
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.state import GameState
from tests.play import Game


def states(game: Game) -> list[GameState]:
    """The state after every record of the log."""
    found = [engine.start(game.content, game.log[0])]
    for record in game.log[1:]:
        found.append(engine.evolve(found[-1], record))
    return found


def replay_of(game: Game, audience: Audience) -> LookBack:
    """The replay of the log for one audience."""
    return look_back(audience, _frames(game, audience))


def _frames(game: Game, audience: Audience) -> Iterator[Frame]:
    before: Projected | None = None
    for record, state in zip(game.log, states(game), strict=True):
        before = project(state, audience, before, looking_back=True)
        yield Frame(version=record.version, at=record.at, view=before.view)
