"""A game in the middle of its second round, played there by bots; and the biggest casus there is."""

from __future__ import annotations

from functools import cache

from app.config import ROOT
from app.library import CaseLibrary
from game_rules.bots import choose
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.errors import RuleError
from tests.play import Game


@cache
def content() -> Content:
    """The largest casus of this project."""
    folder = ROOT / "cases"
    largest = max((folder / "casussen").glob("*.yaml"), key=lambda path: path.stat().st_size)
    return CaseLibrary(folder).content(largest.stem)


def played(to: str = "act") -> Game:
    """A game of which the first round and part of the second were played by bots."""
    game = Game(content())
    game.sit_all()
    for number, round_ in enumerate(content().casus.rounds[:2]):
        for step in ("read", "talk", "act"):
            game.step(f"{round_.id}.{step}")
            _act(game, f"{number}{step}")
            if number == 1 and step == to:
                return game
    return game


def _act(game: Game, label: str) -> None:
    for turn in range(6):
        for seat in [id_ for id_, seat in game.content.casus.seats.items() if seat.playable and not seat.follow_up]:
            wish = choose(game.sees(seat), f"{label}|{seat}|{turn}")
            try:
                if wish is not None:
                    game.play(seat, wish)
            except RuleError:
                continue
