"""Time under any handling: nothing fires twice, early, late, out of order or in a burst."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from game_rules import engine
from game_rules.turn import game_time
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.casus import AtMoment, ByChance, Content
from game_rules.vocabulary.errors import RuleError
from tests.play import CLOCK, MINUTE
from tests.rules.story import changed, table

MINUTES = {"een": 0.5, "twee": 1, "drie": 2.5, "vier": 2.5, "vijf": 4, "zes": 7, "zeven": 11}


def many_moments(casus: dict[str, Any]) -> None:
    for id_, minute in MINUTES.items():
        casus["injects"][id_] = {
            "title": id_, "text": id_, "look": "bericht", "source": "Test",
            "fires": {"kind": "moment", "round": "r1", "minute": minute},
        }  # fmt: skip
    casus["injects"]["zes"]["fires"].update(kind="chance", chance=0.5)


@cache
def busy_round() -> Content:
    """A first round with eight timed injects, two of them at the same minute, one by chance."""
    return changed(many_moments)


class Watched:
    """A game under a server that wakes it exactly when it asks to be woken, and notes what happens when."""

    def __init__(self, seed: str = "seed") -> None:
        self.game = table("r1.read", busy_round(), seed=seed)

    def wait(self, seconds: int) -> None:
        """Wall time passes; the clock wakes at its moments."""
        until = self.game.now + seconds * 1000
        while (wake := engine.next_wake(self.game.state)) is not None and wake <= until:
            self.game.do(CLOCK, c.Wake(), later=max(0, wake - self.game.now))
        self.game.now = until

    def lead(self, command: c.Command) -> None:
        """The facilitator does something, if it is possible now."""
        try:
            self.game.lead(command, later=0)
        except RuleError:
            return

    def crash(self, seconds: int) -> None:
        """Nobody serves the game for a while: it is paused from its last heartbeat and resumed by hand."""
        if self.game.state.clock.running:
            self.game.do(CLOCK, c.Pause(reason="De server stond stil"), later=0)
        self.game.now += seconds * 1000

    def happened(self) -> list[tuple[str, int, int]]:
        """Every timed inject that the clock settled: id, how late (game ms), version."""
        state, found = engine.start(self.game.content, self.game.log[0]), []
        for record in self.game.log[1:]:
            event = record.event
            by_clock = isinstance(event, e.InjectFired) and event.how in ("clock", "chance")
            if by_clock or (isinstance(event, e.InjectSkipped) and event.why == "chance"):
                assert isinstance(event, e.InjectFired | e.InjectSkipped)
                assert state.clock.running
                due = state.clock.round_started + int(minute(event.inject) * MINUTE)
                found.append((event.inject, game_time(state, record.at) - due, record.version))
            state = engine.evolve(state, record)
        return found


def minute(inject: str) -> float:
    fires = busy_round().casus.injects[inject].fires
    assert isinstance(fires, AtMoment | ByChance)
    return fires.minute


waits = st.tuples(st.just("wait"), st.integers(0, 240))
leads = st.tuples(
    st.just("lead"),
    st.sampled_from(
        (
            c.Pause(), c.Resume(), c.Extend(seconds=120), c.Extend(seconds=-90), c.NextStep(from_step="r1.read"),
            c.NextStep(from_step="r1.talk"), c.Undo(), c.HoldInject(inject="twee"), c.SkipInject(inject="vijf"),
            c.FireInject(inject="vier"), c.RetractInject(inject="een"), c.Bookmark(), c.Unexpected(kind="out_of_role"),
        )
    ),
)  # fmt: skip
crashes = st.tuples(st.just("crash"), st.integers(1, 3000))
handling = st.lists(st.one_of(waits, leads, crashes), min_size=1, max_size=25)


def played(steps: list[tuple[str, Any]]) -> Watched:
    watched = Watched()
    for what, how in steps:
        getattr(watched, what)(how)
    return watched


some = settings(max_examples=60, deadline=None)


@some
@given(handling)
def test_what_the_clock_does_it_does_exactly_on_time(steps: list[tuple[str, Any]]) -> None:
    assert {late for _, late, _ in played(steps).happened()} <= {0}


@some
@given(handling)
def test_nothing_fires_twice_unless_it_was_taken_back(steps: list[tuple[str, Any]]) -> None:
    watched = played(steps)
    back = {r.event.inject for r in watched.game.log if isinstance(r.event, e.InjectRetracted)}
    undone = [r.event for r in watched.game.log if isinstance(r.event, e.StepUndone)]
    back |= {id_ for event in undone for id_ in event.former.injects}
    fired = [r.event.inject for r in watched.game.log if isinstance(r.event, e.InjectFired)]
    assert [id_ for id_ in set(fired) if fired.count(id_) > 1 and id_ not in back] == []


@some
@given(handling)
def test_the_clock_keeps_the_order_of_the_minutes(steps: list[tuple[str, Any]]) -> None:
    minutes = [minute(id_) for id_, _, _ in played(steps).happened()]
    assert minutes == sorted(minutes)


@some
@given(handling)
def test_the_clock_is_never_asked_to_wake_in_the_past_twice(steps: list[tuple[str, Any]]) -> None:
    game = played(steps).game
    for _ in range(20):
        wake = engine.next_wake(game.state)
        if wake is None:
            return
        game.do(CLOCK, c.Wake(), later=max(0, wake - game.now))
    raise AssertionError("the clock wakes for ever")


@some
@given(handling)
def test_after_everything_the_log_still_replays_to_the_same_state(steps: list[tuple[str, Any]]) -> None:
    game = played(steps).game
    assert engine.replay(game.content, game.log) == game.state


def test_after_a_long_crash_nothing_fires_in_a_burst() -> None:
    watched = Watched()
    watched.wait(60)
    before = len(watched.happened())
    watched.crash(3600)
    watched.lead(c.Resume())
    watched.wait(1)
    assert len(watched.happened()) == before


def test_a_game_that_is_served_on_time_settles_every_inject_of_the_round() -> None:
    watched = Watched()
    watched.lead(c.Extend(seconds=600))
    watched.wait(12 * 60)
    assert {id_ for id_, _, _ in watched.happened()} == {*MINUTES, "scheur"}


def test_two_injects_of_the_same_minute_fire_in_the_order_of_the_casus() -> None:
    watched = Watched()
    watched.wait(3 * 60)
    assert [id_ for id_, _, _ in watched.happened()][2:] == ["drie", "vier"]


def test_the_plain_data_of_this_casus_is_a_casus() -> None:
    assert msgspec.convert(msgspec.to_builtins(busy_round()), Content) == busy_round()
