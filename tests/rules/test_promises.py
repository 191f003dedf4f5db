"""Toezeggingen: made aloud to one seat, judged by who received them."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.play import Game
from tests.rules.story import one, refused, table, titles

WEEKLY = c.MakePromise(to="groen", promise="elke_week")
FREE = c.MakePromise(to="groen", text="Ik stuur je het rapport.")


def promised(command: c.MakePromise = WEEKLY) -> tuple[Game, str]:
    game = table("r2.talk")
    game.play("wethouder", command)
    return game, next(iter(game.state.promises))


def test_a_promise_is_heard_by_the_table() -> None:
    assert "Wethouder Kok zegt toe aan Fractie Groen" in titles(promised()[0])


def test_a_promise_of_the_casus_has_consequences_when_it_is_made() -> None:
    game = table("r2.talk")
    assert one(game.play("wethouder", WEEKLY), e.ConsequenceScheduled).consequence == "rustig"


def test_a_promise_in_own_words_has_none() -> None:
    game = table("r2.talk")
    assert [type(event) for event in game.play("wethouder", FREE)] == [e.PromiseMade]


def test_a_promise_of_the_casus_is_made_once() -> None:
    game, _ = promised()
    with refused("promise_made"):
        game.play("wethouder", WEEKLY)


def test_a_promise_of_the_casus_has_its_rounds() -> None:
    with refused("unknown_promise"):
        table("r1.talk").play("wethouder", WEEKLY)


def test_a_promise_of_the_casus_belongs_to_one_seat() -> None:
    with refused("unknown_promise"):
        table("r2.talk").play("burgemeester", WEEKLY)


def test_a_promise_of_the_casus_goes_to_who_it_is_meant_for() -> None:
    with refused("unknown_promise"):
        table("r2.talk").play("wethouder", c.MakePromise(to="griffier", promise="elke_week"))


def test_a_promise_in_own_words_needs_words() -> None:
    with refused("empty_text"):
        table("r2.talk").play("wethouder", c.MakePromise(to="groen", text=" "))


@pytest.mark.parametrize(("to", "code"), [("wethouder", "to_self"), ("wethouder_2", "nobody_there")])
def test_a_promise_has_somebody_who_hears_it(to: str, code: str) -> None:
    with refused(code):
        table("r2.talk").play("wethouder", c.MakePromise(to=to, text="Ik doe het."))


def test_a_wethouder_has_so_many_promises_a_round() -> None:
    game, _ = promised()
    game.play("wethouder", FREE)
    with refused("budget_empty"):
        game.play("wethouder", FREE)


def test_who_has_no_budget_for_it_promises_freely() -> None:
    game = table("r2.talk")
    for _ in range(4):
        game.play("lokaal", FREE)
    assert len(game.state.promises) == 4


@pytest.mark.parametrize(("kept", "follows"), [(True, "raad_weet_het"), (False, "onrust")])
def test_who_received_it_says_whether_it_was_kept(kept: bool, follows: str) -> None:
    game, promise = promised()
    game.play("groen", c.JudgePromise(promise=promise, kept=kept))
    assert follows in {*game.state.pending, *game.state.happened}


def test_nobody_else_says_whether_it_was_kept() -> None:
    game, promise = promised()
    with refused("not_your_promise"):
        game.play("wethouder", c.JudgePromise(promise=promise, kept=True))


def test_a_promise_is_judged_once() -> None:
    game, promise = promised()
    game.play("groen", c.JudgePromise(promise=promise, kept=True))
    with refused("promise_judged"):
        game.play("groen", c.JudgePromise(promise=promise, kept=False))


def test_a_promise_that_was_not_made_is_not_judged() -> None:
    with refused("unknown_promise"):
        table("r2.talk").play("groen", c.JudgePromise(promise="p99", kept=True))


def test_a_promise_can_still_be_judged_in_the_debrief() -> None:
    game, promise = promised(FREE)
    game.step("debrief.note")
    game.play("groen", c.JudgePromise(promise=promise, kept=False))
    assert game.sees("lokaal").promises[promise].status == "broken"
