"""Whatever was played: a fork from any moment has the same prefix in every byte, and is a game that comes to its end."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from game_rules import codec, engine
from game_rules.fork_points import fork_points, states
from game_rules.projections import project
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import Differ, Resume
from game_rules.vocabulary.errors import RuleError
from tests.forks import forked
from tests.play import Game
from tests.properties.games import finish, man_essentials, random_game, seeds
from tests.small import small_content

EDITIONS = tuple(small_content().casus.editions)
some = settings(max_examples=40, deadline=None)
editions = st.sampled_from(EDITIONS)
parts = st.floats(min_value=0, max_value=1)


def somewhere(game: Game, part: float) -> int:
    """A moment at which the game was still being played."""
    last = fork_points(game.content, game.log).last
    return max(1, int(part * last))


@some
@given(seeds, editions, parts)
def test_a_fork_shares_its_prefix_byte_for_byte(seed: int, edition: str, part: float) -> None:
    game = random_game(small_content(), seed, edition, 60)
    before = [codec.encode_record(record) for record in game.log]
    fork = forked(game, somewhere(game, part))
    assert fork.state.fork
    assert [codec.encode_record(record) for record in fork.log[:-1]] == before[: fork.state.fork.at]
    assert [codec.encode_record(record) for record in game.log] == before
    stored = [codec.decode_record(codec.encode_record(record)) for record in fork.log]
    assert engine.replay(fork.content, stored) == fork.state


@some
@given(seeds, editions, parts)
def test_a_fork_from_anywhere_comes_to_its_end(seed: int, edition: str, part: float) -> None:
    game = random_game(small_content(), seed, edition, 60)
    fork = forked(game, somewhere(game, part))
    man_essentials(fork)
    if fork.state.clock.stage != "lobby":
        fork.lead(Resume())
    finish(fork)
    assert fork.state.clock.stage == "closed"
    assert engine.replay(fork.content, fork.log) == fork.state


@some
@given(seeds, editions)
def test_everything_that_is_said_to_have_been_open_can_be_otherwise(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 80)
    points = fork_points(game.content, game.log)
    wishes = [
        *(
            (one.at, Differ(kind="decision", id=one.id, option=o))
            for one in points.decisions.values()
            for o in one.others
        ),
        *((one.at, Differ(kind="card", id=one.id, to=one.seats)) for one in points.cards.values() if one.seats),
    ]
    for at, wish in wishes:
        fork = forked(game, at)
        fork.lead(wish)
        assert fork.state.fork
        assert fork.state.fork.differed


@some
@given(seeds, editions, parts)
def test_nothing_of_the_people_of_the_parent_is_seen_at_the_fork(seed: int, edition: str, part: float) -> None:
    game = random_game(small_content(), seed, edition, 60)
    fork = forked(game, somewhere(game, part))
    for seat in fork.state.seats:
        view = project(fork.state, Audience(kind="seat", seat=seat, participant="new")).view
        assert b'"p-' not in msgspec.json.encode((view.seats, view.me, view.pulse, view.weigh, view.catch_up))


@some
@given(seeds, editions)
def test_a_moment_between_commands_is_whole(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 40)
    found = list(states(game.content, game.log))
    assert found[-1] == game.state
    for state in found[:-1]:
        before, after = game.log[state.version - 1], game.log[state.version]
        assert not before.command or (before.command, before.actor) != (after.command, after.actor)


def test_what_never_was_open_is_refused() -> None:
    game = random_game(small_content(), 7, EDITIONS[0], 60)
    fork = forked(game, somewhere(game, 0.5))
    try:
        fork.lead(Differ(kind="decision", id="onbekend", option="x"))
    except RuleError as refusal:
        assert refusal.code == "unknown_decision"
    else:
        raise AssertionError("a decision that does not exist was taken")
