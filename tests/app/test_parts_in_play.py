"""Screens of whole random games: whatever the engine offers to anybody has one control, and every page can be drawn."""

from __future__ import annotations

from collections import Counter

import pytest

from app.live.renderers.layout import GROUPS, screen_of
from game_rules.projections import project
from game_rules.turn import seat_of
from game_rules.vocabulary.views import View
from tests.play import Game
from tests.properties.games import random_game
from tests.small import small_content

from .screens import Reader, page
from .test_parts import check_controls


def check_screens(game: Game, seen: Counter[str]) -> None:
    """Draw what everybody sees now."""
    for audience in game.audiences():
        if audience.kind == "waiting" and seat_of(game.state, audience.participant):
            continue  # has sat down: the real server shows the seat
        screen = screen_of(audience.kind)
        view: View = project(game.state, audience, None).view
        seen.update(one.group for one in view.allowed.values())
        check_controls(screen, view)
        check_onlookers(game)
        doubled = [name for name, times in Counter(Reader(page(screen, view)).ids).items() if times > 1]
        assert doubled == [], (screen, game.state.clock.key)


def check_onlookers(game: Game) -> None:
    """A table among others: every control of its clock has one place, and any moment can be drawn."""
    for audience in game.onlookers():
        check_controls(screen_of(audience.kind), project(game.state, audience, None).view)


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_offered_has_one_control(seed: int) -> None:
    seen: Counter[str] = Counter()
    every = iter(range(10_000))
    random_game(
        small_content(), seed, "dagdeel", 160, lambda game: check_screens(game, seen) if next(every) % 16 == 0 else None
    )
    assert set(seen) <= set(GROUPS)
    assert len(seen) > 10
