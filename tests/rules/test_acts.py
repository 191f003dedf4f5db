"""Ambtshandelingen: legal ones work, void ones are refused with the article, forbidden ones work and can come out."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules.chance import draw
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.play import Game
from tests.rules.story import changed, one, refused, table, titles

WHISPER = c.PerformAct(act="fluisteren", target="groen")


def whispered(step: str = "r1.talk", *changes: Any, seed: str = "seed") -> Game:
    """The wethouder gave the report to one fractie."""
    game = table(step, changed(*changes), seed=seed)
    game.play("wethouder", WHISPER)
    return game


def comes_out(kind: str, **rule: object) -> Any:
    def change(casus: dict[str, Any]) -> None:
        casus["acts"]["fluisteren"]["comes_out"] = {"kind": kind, "text": "Iemand zag de mail.", **rule}

    return change


def out(game: Game) -> bool:
    return any(done.out for done in game.state.acts.values())


def test_what_an_office_can_do_works_and_everybody_sees_it() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.PerformAct(act="meten"))
    assert "Wethouder Kok: De brug laten meten" in titles(game, "act")


def test_nobody_performs_an_act_of_another_office() -> None:
    with refused("unknown_act"):
        table("r1.talk").play("groen", c.PerformAct(act="meten"))


def test_an_act_that_does_not_exist_is_refused() -> None:
    with refused("unknown_act"):
        table("r1.talk").play("wethouder", c.PerformAct(act="toveren"))


def test_an_act_is_done_once() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.PerformAct(act="meten"))
    with refused("act_done"):
        game.play("wethouder", c.PerformAct(act="meten"))


def test_an_act_has_its_rounds() -> None:
    with refused("act_not_now"):
        table("r1.talk").play("burgemeester", c.PerformAct(act="meestemmen"))


def test_an_act_with_a_condition_waits_for_it() -> None:
    def only_when_known(casus: dict[str, Any]) -> None:
        casus["acts"]["meten"]["when"] = {"told": "rapport"}

    with refused("act_not_now"):
        table("r1.talk", changed(only_when_known)).play("wethouder", c.PerformAct(act="meten"))


def test_an_act_costs_what_is_scarce() -> None:
    game = table("r1.talk")
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    game.step("r1.act")
    with refused("budget_empty"):
        game.play("burgemeester", c.PerformAct(act="schorsen"))


def test_a_budget_per_round_is_full_again_in_the_next_one() -> None:
    game = table("r1.talk")
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    game.step("r2.talk")
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    assert len(game.state.acts) == 2


def test_a_budget_for_the_whole_game_stays_empty() -> None:
    def once_a_game(casus: dict[str, Any]) -> None:
        casus["seats"]["burgemeester"]["budgets"]["schorsing"] = {"label": "Schorsing", "text": "Eén.", "per_game": 1}

    game = table("r1.talk", changed(once_a_game))
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    game.step("r2.talk")
    with refused("budget_empty"):
        game.play("burgemeester", c.PerformAct(act="schorsen"))


def test_an_act_that_is_aimed_needs_a_target() -> None:
    with refused("choose_target"):
        table("r1.talk").play("wethouder", c.PerformAct(act="fluisteren"))


def test_an_act_that_asks_for_a_sentence_needs_one() -> None:
    def asks(casus: dict[str, Any]) -> None:
        casus["acts"]["meten"]["text_asked"] = "Wat meet je?"

    with refused("empty_text"):
        table("r1.talk", changed(asks)).play("wethouder", c.PerformAct(act="meten", text=" "))


# --- void ------------------------------------------------------------------------------------------------------------


def test_what_is_void_is_refused_with_the_article() -> None:
    game = table("r2.talk")
    events = game.play("burgemeester", c.PerformAct(act="meestemmen"))
    assert events == (e.ActRefused(act="meestemmen", by="burgemeester", article="Gemeentewet 9"),)


def test_only_who_tried_knows_that_it_was_refused() -> None:
    game = table("r2.talk")
    game.play("burgemeester", c.PerformAct(act="meestemmen"))
    knows = [seat for seat in ("burgemeester", "griffier", "groen") if "Dit kan niet" in str(game.sees(seat).feed)]
    assert knows == ["burgemeester"]


def test_a_void_act_has_no_consequences() -> None:
    def with_consequences(casus: dict[str, Any]) -> None:
        casus["acts"]["meestemmen"]["consequences"] = ["onrust"]

    game = table("r2.talk", changed(with_consequences))
    before = set(game.state.pending)
    game.play("burgemeester", c.PerformAct(act="meestemmen"))
    assert set(game.state.pending) == before


# --- forbidden -------------------------------------------------------------------------------------------------------


def test_what_is_forbidden_works() -> None:
    assert "groen" in whispered().state.cards["rapport"].known


def test_what_is_forbidden_stays_between_who_did_it_and_who_it_was_aimed_at() -> None:
    game = whispered()
    knows = [seat for seat in ("wethouder", "groen", "lokaal", "griffier") if game.sees(seat).acts]
    assert knows == ["wethouder", "groen"]


def test_nobody_else_reads_about_it_in_the_account() -> None:
    game = whispered()
    reads = [seat for seat in ("wethouder", "groen", "lokaal", "griffier") if "stil aan" in str(game.sees(seat).feed)]
    assert reads == ["wethouder", "groen"]


def test_what_is_forbidden_has_consequences() -> None:
    assert "voorsprong" in whispered().state.pending


@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
def test_at_the_end_of_a_round_the_lot_says_whether_it_comes_out(seed: str) -> None:
    game = whispered(seed=seed)
    game.step("r1.consequences")
    assert out(game) is (draw(seed, "comes_out:fluisteren:wethouder:0:r1") < 0.5)


def test_a_draw_for_coming_out_does_not_depend_on_what_happened_elsewhere() -> None:
    drawn = []
    for chatter in (0, 2):
        game = table("r1.talk")
        for _ in range(chatter):
            game.play("lokaal", c.SendNote(to="groen", text="Hoi"))
        game.play("wethouder", WHISPER)
        game.step("r1.consequences")
        drawn += [r.event.drawn for r in game.log if isinstance(r.event, e.CameOut | e.ChanceMissed)]
    assert drawn[0] == drawn[1]


def test_a_missed_chance_is_drawn_again_in_the_next_round() -> None:
    game = whispered("r1.talk", comes_out("chance", chance=0.0))
    game.step("r2.consequences")
    assert len([r for r in game.log if isinstance(r.event, e.ChanceMissed)]) == 2


def test_what_came_out_does_not_come_out_again() -> None:
    game = whispered("r1.talk", comes_out("chance", chance=1.0))
    game.step("r2.consequences")
    assert titles(game, "out") == ["Het komt uit"]


def test_what_comes_out_on_a_condition_does_so_at_once() -> None:
    game = whispered("r1.talk", comes_out("when", when={"told": "rapport", "to": "lokaal"}))
    before = out(game)
    game.play("wethouder", c.TellCard(card="rapport", to=("lokaal",)))
    assert (before, out(game)) == (False, True)


def test_the_facilitator_lets_it_come_out_by_hand() -> None:
    game = whispered("r1.talk", comes_out("by_hand", consequences=["onrust"]))
    events = game.lead(c.BringOut(act=next(iter(game.state.acts))))
    assert one(events, e.ConsequenceScheduled).consequence == "onrust"


def test_when_it_came_out_everybody_knows_who_did_it() -> None:
    game = whispered("r1.talk", comes_out("by_hand"))
    game.lead(c.BringOut(act=next(iter(game.state.acts))))
    assert [act.by for act in game.sees("griffier").acts.values()] == ["wethouder"]


def test_what_never_happened_does_not_come_out() -> None:
    with refused("already_out"):
        table("r1.talk").lead(c.BringOut(act="d99"))
