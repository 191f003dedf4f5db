"""What the tests of the simulation share: the two casussen, and a game that people played half."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.library import CaseLibrary
from game_rules.simulate import Simulated, simulate_game, usual_table
from game_rules.vocabulary.casus import Content
from tests.play import Game

CASES = Path(__file__).parents[2] / "cases"
CASUSSEN = sorted(path.stem for path in (CASES / "casussen").glob("*.yaml"))
EDITION = "dagdeel"


@cache
def content(casus: str) -> Content:
    """A casus as the server reads it."""
    return CaseLibrary(CASES).content(casus)


def simulated(casus: str, policy: str, seed: str) -> Simulated:
    """One game of the usual table."""
    return simulate_game(content(casus), EDITION, usual_table(content(casus).casus), policy, seed)


def legality(casus: str, act: str) -> str:
    """Whether an act is allowed; also one that a werkwijze brought, when the table chose it in play."""
    whole = content(casus)
    known = [whole.casus.acts, *(one.parts.acts for one in whole.werkwijzen.values())]
    return next(acts[act].legality for acts in known if act in acts)


def half_played(casus: str, to: str) -> Game:
    """A game with people on every seat, led to this step without anybody doing anything."""
    game = Game(content(casus), EDITION)
    game.sit_all()
    game.step(to)
    return game
