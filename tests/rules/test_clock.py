"""The clock: stages and steps, pause and resume, longer and shorter, the meal, one year later, the end."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules import engine
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.play import CLOCK, MINUTE, Game
from tests.rules.story import HELPER, changed, refused, table, titles
from tests.small import small_content

DAGDEEL = [
    "lobby", "briefing", "r1.read", "r1.talk", "r1.act", "r1.consequences", "meal.r1", "r2.read", "r2.talk", "r2.act",
    "r2.consequences", "epilogue", "debrief.note", "debrief.guess", "debrief.judge", "debrief.again",
    "debrief.handvat", "closed",
]  # fmt: skip
AVOND = [key for key in DAGDEEL if "r1" not in key]


def left(game: Game) -> int:
    """How much of the step is left, in milliseconds."""
    clock = game.state.clock
    return clock.ends - clock.elapsed - (game.now - clock.since if clock.running else 0)


@pytest.mark.parametrize(("edition", "steps"), [("dagdeel", DAGDEEL), ("avond", AVOND)])
def test_a_game_goes_through_all_its_steps_in_order(edition: str, steps: list[str]) -> None:
    game = table(edition=edition)
    game.step("closed")
    passed = [record.event.clock.key for record in game.log if isinstance(record.event, e.StepStarted)]
    assert ["lobby", *passed] == steps


def test_a_round_never_closes_by_itself() -> None:
    game = table("r1.talk")
    game.do(CLOCK, c.Wake(), later=60 * MINUTE)
    assert game.state.clock.key == "r1.talk"


def test_a_doubled_click_on_next_does_nothing_twice() -> None:
    game = table("r1.read")
    game.lead(c.NextStep(from_step="r1.read"))
    with refused("step_changed"):
        game.lead(c.NextStep(from_step="r1.read"))


def test_only_the_facilitator_moves_on() -> None:
    with refused("not_for_you"):
        table("r1.read").play("griffier", c.NextStep(from_step="r1.read"))


def test_a_step_lasts_as_long_as_the_edition_says() -> None:
    assert left(table("r2.talk", edition="avond")) == 6 * MINUTE


def test_the_meal_lasts_as_long_as_the_round_says() -> None:
    assert left(table("meal.r1")) == 20 * MINUTE


def test_the_facilitator_can_close_the_round_at_once() -> None:
    game = table("r1.read")
    game.lead(c.CloseRound(from_step="r1.read"))
    assert game.state.clock.key == "r1.consequences"


def test_a_late_click_on_closing_the_round_does_nothing() -> None:
    game = table("r1.talk")
    with refused("step_changed"):
        game.lead(c.CloseRound(from_step="r1.read"))


def test_closing_the_round_answers_what_nobody_decided() -> None:
    game = table("r1.read")
    game.lead(c.CloseRound(from_step="r1.read"))
    assert game.state.decisions["onderzoek"].status == "decided"


def test_going_to_one_year_later_closes_the_running_round_first() -> None:
    game = table("r1.talk")
    game.lead(c.GoToEpilogue())
    assert (game.state.clock.key, game.state.decisions["onderzoek"].status) == ("epilogue", "decided")


def test_going_to_one_year_later_from_the_meal_asks_nothing_new() -> None:
    game = table("meal.r1")
    game.lead(c.GoToEpilogue())
    assert "brug" not in game.state.decisions


def test_a_pause_stops_game_time() -> None:
    game = table("r1.talk")
    before = left(game)
    game.lead(c.Pause(reason="Koffie"), later=0)
    game.now += 10 * MINUTE
    assert left(game) == before


def test_everybody_reads_why_it_is_paused() -> None:
    game = table("r1.talk")
    game.lead(c.Pause(reason="Koffie"))
    assert game.sees("groen").clock.pause_reason == "Koffie"


def test_after_a_pause_the_step_has_the_time_that_was_left() -> None:
    game = table("r1.talk")
    game.lead(c.Pause(), later=2 * MINUTE)
    game.lead(c.Resume(), later=30 * MINUTE)
    assert left(game) == 6 * MINUTE


def test_a_pause_is_not_paused_again() -> None:
    game = table("r1.talk")
    game.lead(c.Pause())
    with refused("paused"):
        game.lead(c.Pause())


def test_what_runs_is_not_resumed() -> None:
    with refused("not_paused"):
        table("r1.talk").lead(c.Resume())


@pytest.mark.parametrize("actor", [HELPER, CLOCK], ids=["helper", "clock"])
def test_a_helper_and_the_clock_itself_can_pause(actor: object) -> None:
    game = table("r1.talk")
    game.do(actor, c.Pause(reason="De server stond stil"))  # type: ignore[arg-type]
    assert not game.state.clock.running


def test_nobody_plays_while_the_game_stands_still() -> None:
    game = table("r1.talk")
    game.lead(c.Pause())
    with refused("paused"):
        game.play("lokaal", c.SendNote(to="groen", text="Hoi"))


def test_a_promise_can_be_judged_while_the_game_stands_still() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.MakePromise(to="groen", text="Ik bel je."))
    promise = next(iter(game.state.promises))
    game.lead(c.Pause())
    game.play("groen", c.JudgePromise(promise=promise, kept=True))
    assert game.state.promises[promise].kept


def test_moving_on_ends_a_pause() -> None:
    game = table("r1.talk")
    game.lead(c.Pause())
    game.lead(c.NextStep(from_step="r1.talk"))
    assert game.state.clock.running


@pytest.mark.parametrize(("seconds", "minutes"), [(300, 13), (-60, 7)])
def test_a_step_can_be_longer_or_shorter(seconds: int, minutes: int) -> None:
    game = table("r1.talk")
    game.lead(c.Extend(seconds=seconds), later=0)
    assert left(game) == minutes * MINUTE


def test_a_step_is_never_shorter_than_it_already_took() -> None:
    game = table("r1.talk")
    game.lead(c.Extend(seconds=-3600), later=MINUTE)
    assert left(game) == 0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(60, "1 minuut langer"), (300, "5 minuten langer"), (-60, "1 minuut korter"), (45, "45 seconden langer")],
)
def test_everybody_reads_that_a_step_got_longer_or_shorter(seconds: int, words: str) -> None:
    game = table("r1.talk")
    game.lead(c.Extend(seconds=seconds))
    assert f"Deze stap duurt {words}" in titles(game)


def test_an_extension_of_nothing_changes_nothing() -> None:
    with refused("no_change"):
        table("r1.talk").lead(c.Extend(seconds=0))


def test_a_suspension_ends_by_itself_when_its_time_is_over() -> None:
    game = table("r1.talk")
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    wake = engine.next_wake(game.state)
    game.do(CLOCK, c.Wake(), later=3 * MINUTE)
    assert (wake, game.state.suspended_until) == (game.now, 0)


def test_a_suspension_ends_with_the_step() -> None:
    game = table("r1.talk")
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    game.step("r1.act")
    assert game.state.suspended_until == 0


def test_a_meeting_that_is_suspended_is_not_suspended_again() -> None:
    game = table("r1.talk", changed(lambda casus: casus["acts"]["schorsen"].pop("cost")))
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    with refused("suspended"):
        game.play("burgemeester", c.PerformAct(act="schorsen"))


def test_the_clock_asks_to_be_woken_when_the_next_inject_is_due() -> None:
    game = table("r1.read")
    assert engine.next_wake(game.state) == game.state.clock.since + 4 * MINUTE


@pytest.mark.parametrize("step", ["lobby", "briefing", "r1.consequences", "meal.r1", "epilogue", "closed"])
def test_the_clock_sleeps_when_nothing_is_due(step: str) -> None:
    assert engine.next_wake(table(step).state) is None


def test_the_clock_sleeps_while_the_game_stands_still() -> None:
    game = table("r1.read")
    game.lead(c.Pause())
    assert engine.next_wake(game.state) is None


def test_waking_too_early_does_nothing() -> None:
    game = table("r1.read")
    assert game.do(CLOCK, c.Wake(), later=MINUTE) == ()


def test_time_never_runs_back() -> None:
    game = table("r1.read")
    game.lead(c.Bookmark(), later=-5_000)
    assert game.log[-1].at == game.log[-2].at


def test_a_skipped_round_tells_what_happened_in_it() -> None:
    game = table("r2.read", edition="avond")
    assert "Intussen: Het rapport" in titles(game)


def test_a_skipped_round_decides_as_the_casus_states() -> None:
    result = table("r2.read", edition="avond").state.decisions["onderzoek"].result
    assert result
    assert (result.option, result.how) == ("grondig", "edition")


def test_a_skipped_round_at_the_end_has_its_outcome_before_one_year_later() -> None:
    def skip_the_last(casus: dict[str, Any]) -> None:
        casus["editions"]["avond"] = {"label": "Avond", "duration": 90, "skip": ["r2"]}
        casus["rounds"][1]["outcome"] = {"text": "De brug ging dicht.", "decided": {"brug": "dicht"}}

    game = table("epilogue", changed(skip_the_last), edition="avond")
    result = game.state.decisions["brug"].result
    assert result
    assert result.option == "dicht"


def test_injects_of_a_skipped_round_do_not_happen() -> None:
    assert table("r2.read", edition="avond").state.injects["scheur"].why == "edition"


def test_after_the_end_the_game_is_only_there_to_look_back() -> None:
    game = table("closed")
    with refused("game_closed"):
        game.lead(c.Bookmark(text="Te laat"))


def test_the_game_is_closed_after_the_debrief_only() -> None:
    with refused("not_now"):
        table("r2.act").lead(c.CloseGame())


def test_the_facilitator_can_close_the_game_during_the_debrief() -> None:
    game = table("debrief.note")
    game.lead(c.CloseGame())
    assert game.state.clock.stage == "closed"


def test_a_clock_before_the_start_cannot_be_paused() -> None:
    with refused("not_now"):
        Game(small_content()).lead(c.Pause())
