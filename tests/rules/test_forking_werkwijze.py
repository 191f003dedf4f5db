"""A fork in which another werkwijze holds from the start."""

from __future__ import annotations

from game_rules.fork_points import fork_points
from game_rules.rules.forking import WITHOUT
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.forks import forked
from tests.play import Game
from tests.rules.story import one, refused
from tests.simulate.stories import EDITION, content


def started(chosen: str = "") -> tuple[Game, str]:
    """A table of the first casus that is in its first round, with the id of a werkwijze that it can choose."""
    whole = content("kreek")
    game = Game(whole, EDITION)
    game.sit_all()
    if chosen:
        game.lead(c.ChooseWerkwijze(werkwijze=chosen))
    game.step("r1.talk")
    return game, next(id_ for id_ in whole.werkwijzen if id_ != chosen)


def start_of(game: Game) -> Game:
    return forked(game, fork_points(game.content, game.log).start)


def test_a_werkwijze_holds_from_the_start() -> None:
    game, werkwijze = started()
    fork = start_of(game)
    events = fork.lead(c.Differ(kind="werkwijze", id=werkwijze))
    assert (one(events, e.WerkwijzeChosen).werkwijze, one(events, e.WerkwijzeChosen).how) == (werkwijze, "fork")
    assert list(fork.state.werkwijzen) == [werkwijze]
    assert "In het eerdere spel: geen." in one(events, e.Differed).words


def test_it_replaces_the_one_of_the_parent() -> None:
    first = next(iter(content("kreek").werkwijzen))
    game, other = started(first)
    fork = start_of(game)
    fork.lead(c.Differ(kind="werkwijze", id=other, former=first))
    assert list(fork.state.werkwijzen) == [other]


def test_it_can_be_left_out() -> None:
    first = next(iter(content("kreek").werkwijzen))
    game, _ = started(first)
    fork = start_of(game)
    fork.lead(c.Differ(kind="werkwijze", id=first, option=WITHOUT))
    assert fork.state.werkwijzen == {}
    assert fork.state.casus == game.content.casus


def test_it_must_be_another_one_that_fits_here() -> None:
    first = next(iter(content("kreek").werkwijzen))
    game, other = started(first)
    fork = start_of(game)
    with refused("no_change"):
        fork.lead(c.Differ(kind="werkwijze", id=first))
    with refused("werkwijze_unknown"):
        fork.lead(c.Differ(kind="werkwijze", id=other, option=WITHOUT))
    with refused("werkwijze_not_here"):
        fork.lead(c.Differ(kind="werkwijze", id="bestaat_niet"))


def test_once_the_first_round_has_begun_it_is_too_late() -> None:
    game, werkwijze = started()
    with refused("not_now"):
        forked(game, len(game.log)).lead(c.Differ(kind="werkwijze", id=werkwijze))
