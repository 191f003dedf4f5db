"""What holds in every game that can be played, whatever people do."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game_rules import codec, engine
from game_rules.projections import Projected, project
from game_rules.turn import played_rounds
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import Resign, Resume, TakeSeat
from game_rules.vocabulary.events import ConsequenceHappened, IndicatorOverridden, StepUndone
from tests.play import Game
from tests.properties.games import finish, man_essentials, random_game, seeds
from tests.small import small_content

EDITIONS = tuple(small_content().casus.editions)
editions = st.sampled_from(EDITIONS)
some = settings(max_examples=40, deadline=None)


@some
@given(seeds, editions)
def test_replaying_the_log_gives_the_live_state(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 60)
    stored = [codec.decode_record(codec.encode_record(record)) for record in game.log]
    assert engine.replay(game.content, stored) == game.state


@some
@given(seeds, editions)
def test_a_view_kept_up_to_date_equals_a_fresh_one_for_every_audience(seed: int, edition: str) -> None:
    kept: dict[str, Projected] = {}

    def look(game: Game) -> None:
        for audience in (*game.audiences(), *game.onlookers()):
            kept[audience.key] = project(game.state, audience, kept.get(audience.key))
            fresh = project(game.state, audience).view
            assert kept[audience.key].view == fresh
            assert list(kept[audience.key].view.feed) == list(fresh.feed)
            assert list(kept[audience.key].view.messages) == list(fresh.messages)

    random_game(small_content(), seed, edition, 40, look)


@some
@given(seeds, editions)
def test_a_view_has_no_nulls(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 50)
    for audience in (*game.audiences(), *game.onlookers()):
        assert b"null" not in msgspec.json.encode(game.see(audience))


@some
@given(seeds, editions)
def test_any_legal_seat_filling_reaches_the_end(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 30)
    finish(game)
    assert game.state.clock.stage == "closed"
    assert not game.state.pending


@some
@given(seeds, editions, st.sampled_from(("opvolger", "krant")))
def test_a_game_goes_on_whoever_steps_down_and_whenever(seed: int, edition: str, onward: str) -> None:
    game = random_game(small_content(), seed, edition, 40)
    man_essentials(game)
    if game.state.clock.stage in ("lobby", "briefing"):
        game.step(f"{played_rounds(game.state)[0]}.act")
    if game.state.clock.stage in ("round", "meal") and not game.state.clock.running:
        game.lead(Resume())
    for seat in game.state.seats:
        offer = next((one for one in game.sees(seat).allowed.values() if one.command == "resign"), None)
        if offer:
            free = onward in offer.choices["onward"]
            game.play(seat, Resign(reason="Ik stap op.", onward=onward if free else "opvolger"))
    finish(game)
    assert game.state.clock.stage == "closed"
    assert not game.state.pending
    assert all(now.status == "decided" for now in game.state.decisions.values())


@some
@given(seeds, editions, st.integers(min_value=1, max_value=400))
def test_any_prefix_of_a_log_is_a_game_that_can_be_played_on(seed: int, edition: str, at: int) -> None:
    game = random_game(small_content(), seed, edition, 40)
    prefix = engine.fork(tuple(game.log), min(at, len(game.log)))
    child = Game(small_content(), edition, seed=str(seed))
    child.log, child.state, child.now, child.count = (
        list(prefix),
        engine.replay(child.content, prefix),
        prefix[-1].at,
        10_000,
    )
    assert child.state.version == len(prefix)
    finish(child)
    assert tuple(child.log[: len(prefix)]) == prefix


@some
@given(seeds, editions)
def test_an_indicator_moves_only_with_a_cause_and_stays_within_bounds(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 60)
    state = engine.start(game.content, game.log[0])
    for record in game.log[1:]:
        after = engine.evolve(state, record)
        if after.indicators != state.indicators:
            assert isinstance(record.event, ConsequenceHappened | IndicatorOverridden | StepUndone)
        assert all(0 <= value <= 100 for value in after.indicators.values())
        state = after


@some
@given(seeds, editions)
def test_every_consequence_has_a_cause_that_happened_before(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 60)
    for happened in game.state.happened.values():
        assert happened.causes
        assert all(cause.version < happened.version for cause in happened.causes)


@some
@given(seeds, editions)
def test_time_never_runs_back_and_nothing_fires_twice(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 60)
    times = [record.at for record in game.log]
    assert times == sorted(times)
    assert [record.version for record in game.log] == list(range(1, len(game.log) + 1))


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_game_in_which_nobody_does_anything_reaches_the_end(edition: str) -> None:
    game = Game(small_content(), edition)
    for seat, found in small_content().casus.seats.items():
        if found.essential:
            game.do(Actor(kind="player", participant=seat), TakeSeat(seat=seat))
    game.step("closed")
    assert game.state.clock.stage == "closed"
