"""The vrije zet: outside the model, argued by players, adjudicated by the facilitator."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.play import Game
from tests.rules.story import one, refused, table, titles


def moved() -> tuple[Game, str]:
    game = table("r1.talk")
    game.play("lokaal", c.MakeMove(text="Ik nodig de bakker uit.", reason="Hij kent iedereen."))
    return game, next(iter(game.state.moves))


def ruled(move: str, **more: object) -> c.Adjudicate:
    return c.Adjudicate(move=move, outcome="half", reason="Hij komt even.", **more)  # type: ignore[arg-type]


def test_a_free_move_is_heard_by_all() -> None:
    assert "Fractie Lokaal Kreekdam doet een vrije zet" in titles(moved()[0])


@pytest.mark.parametrize(("text", "reason"), [(" ", "Omdat."), ("Ik ga.", " ")])
def test_a_free_move_says_what_and_why(text: str, reason: str) -> None:
    with refused("empty_text"):
        table("r1.talk").play("lokaal", c.MakeMove(text=text, reason=reason))


def test_others_give_reasons_for_and_against() -> None:
    game, move = moved()
    game.play("groen", c.ArgueMove(move=move, side="against", text="Hij heeft het druk."))
    assert [(line.by, line.side) for line in game.sees("griffier").moves[move].arguments] == [("groen", "against")]


def test_nobody_argues_about_the_own_move() -> None:
    game, move = moved()
    with refused("own_move"):
        game.play("lokaal", c.ArgueMove(move=move, side="for", text="Ik heb gelijk."))


def test_a_reason_is_more_than_spaces() -> None:
    game, move = moved()
    with refused("empty_text"):
        game.play("groen", c.ArgueMove(move=move, side="for", text=" "))


def test_the_facilitator_decides_and_everybody_reads_why() -> None:
    game, move = moved()
    game.lead(ruled(move))
    assert (game.sees("groen").moves[move].outcome, game.sees("groen").moves[move].ruling) == ("half", "Hij komt even.")


def test_a_ruling_that_shifts_an_indicator_is_a_consequence_with_its_cause() -> None:
    game, move = moved()
    happened = one(game.lead(ruled(move, shifts={"rust": 3})), e.ConsequenceHappened)
    assert (happened.causes[0].kind, happened.causes[0].id, happened.shifts) == ("move", move, {"rust": 3})


def test_a_ruling_without_text_or_shift_has_no_consequence() -> None:
    game, move = moved()
    assert [type(event) for event in game.lead(ruled(move))] == [e.MoveAdjudicated]


def test_a_ruling_needs_a_reason() -> None:
    game, move = moved()
    with refused("empty_text"):
        game.lead(c.Adjudicate(move=move, outcome="yes", reason=" "))


def test_a_ruling_shifts_only_indicators_of_this_casus() -> None:
    game, move = moved()
    with refused("unknown_indicator"):
        game.lead(ruled(move, shifts={"geluk": 3}))


def test_a_move_is_ruled_on_once() -> None:
    game, move = moved()
    game.lead(ruled(move))
    with refused("move_settled"):
        game.lead(ruled(move))


def test_nobody_argues_about_what_was_ruled_on() -> None:
    game, move = moved()
    game.lead(ruled(move))
    with refused("move_settled"):
        game.play("groen", c.ArgueMove(move=move, side="for", text="Hij kan vast."))


def test_a_move_that_was_not_made_is_not_ruled_on() -> None:
    with refused("unknown_move"):
        table("r1.talk").lead(ruled("m99"))
