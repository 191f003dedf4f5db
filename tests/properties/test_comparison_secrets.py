"""A comparison holds of each table only what its own projector shows, and nothing of one table comes out at another."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from hypothesis import given, settings
from msgspec.structs import replace

from game_rules.comparison import Comparison, Eyes, compare, side_of
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import Reveal
from game_rules.vocabulary.state import GameState
from tests.play import Game
from tests.properties import games
from tests.properties.games import random_game, seeds
from tests.properties.test_secrets import CONTENT, may_see

MARK = re.compile(r"«([a-z_]+):([\w.~-]+)»")
HALL = Audience(kind="screen")
NEVER = ("note", "own", "message", "held", "lead")
"""What nobody reads of another table, whatever was revealed."""


@cache
def quiet() -> GameState:
    """A table where nobody did anything, played to its end; nothing was revealed."""
    game = Game(CONTENT)
    game.sit_all()
    game.step("debrief.guess")
    return game.state


def beside(one: GameState, other: GameState, eyes: Eyes = "public") -> Comparison:
    return compare([("Een", replace(one, game="g-1")), ("Twee", replace(other, game="g-2"))], eyes)


def leaks(state: GameState, other: GameState, eyes: Eyes = "public") -> list[str]:
    """The markers in a comparison of these tables that neither of their projectors shows."""
    text = msgspec.json.encode(beside(state, other, eyes)).decode()
    return [
        f"«{kind}:{id_}» at {state.clock.key}"
        for kind, id_ in sorted(set(MARK.findall(text)))
        if kind in NEVER or not any(may_see(table, HALL, kind, id_) for table in (state, other))
    ]


def none_in(game: Game) -> None:
    assert leaks(game.state, quiet()) == []


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_a_comparison_of_any_game_holds_nothing_that_the_hall_may_not_know(seed: int) -> None:
    game = random_game(CONTENT, seed, "", 50, none_in)
    games.finish(game)
    none_in(game)


def test_who_leads_does_read_what_the_hall_may_not() -> None:
    """So that the property above looks for something that can be found."""
    found = [mark for seed in range(20) for mark in leaks(random_game(CONTENT, seed, "", 60).state, quiet(), "lead")]
    assert {mark.partition(":")[0] for mark in found} >= {"«title", "«inject"}


@settings(max_examples=30, deadline=None)
@given(seeds, seeds)
def test_what_is_secret_at_one_table_stays_so_beside_one_that_revealed_everything(one: int, other: int) -> None:
    open_, secret = random_game(CONTENT, one, "", 40), random_game(CONTENT, other, "", 40)
    if open_.state.clock.stage != "closed" and not open_.state.revealed:
        games.man_essentials(open_)
        if open_.state.clock.stage != "debrief" or open_.state.clock.step == "note":
            open_.step("debrief.judge")
        open_.lead(Reveal())
    if secret.state.revealed:
        return
    done = side_of(secret.state).deeds
    for parting in beside(open_.state, secret.state).partings:
        assert parting.kind != "card"
        assert (parting.kind, parting.id) not in done or done[parting.kind, parting.id].public
