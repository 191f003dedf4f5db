"""Which consequences the engine lays before the table, and how the facilitator changes them."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules.rules import choosing
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import Votes
from game_rules.vocabulary.state_parts import Cause
from tests.play import Game
from tests.rules.story import changed, close, put, refused, table, vote

LEADER = Audience(kind="facilitator", participant="f1")


def certain(casus: dict[str, Any]) -> None:
    for consequence in casus["consequences"].values():
        consequence["chance"] = 1


def only(*told: str) -> Any:
    def change(casus: dict[str, Any]) -> None:
        for id_, consequence in casus["consequences"].items():
            consequence["chance"] = 1 if id_ in told else 0

    return change


def played(*votes: tuple[int, int]) -> Game:
    """The bridge stays open by these votes of Lokaal and Groen; the report is never told."""
    game = table("r2.act", changed(certain))
    put(game)
    vote(game, lokaal=votes[0], groen=votes[1])
    close(game)
    return game


def why(game: Game, seat: str = "") -> dict[str, str]:
    debrief = (game.sees(seat) if seat else game.see(LEADER)).debrief
    assert debrief is not None
    return {id_: card.why for id_, card in debrief.judge.items()}


# --- the three -------------------------------------------------------------------------------------------------------


def test_the_engine_lays_three_different_consequences_before_the_table() -> None:
    game = played((5, 0), (0, 4))
    game.step("debrief.judge")
    assert why(game) == {
        "nieuwe_brug": "Langste keten",
        "regio_vast": "Grootste verschil van mening",
        "raad_wist_niets": "Duurste stilte",
    }


def test_why_is_told_to_players_after_the_reveal_only() -> None:
    game = played((5, 0), (0, 4))
    game.step("debrief.judge")
    before = set(why(game, "groen").values())
    game.lead(c.Reveal())
    assert (before, "Duurste stilte" in why(game, "groen").values()) == ({""}, True)


def test_an_unanimous_vote_is_no_disagreement() -> None:
    game = played((5, 0), (4, 0))
    game.step("debrief.judge")
    assert "Grootste verschil van mening" not in why(game).values()
    assert len(why(game)) == 3


def test_fewer_consequences_are_all_laid_before_the_table() -> None:
    game = table("debrief.judge", changed(only("onrust")))
    assert game.state.chosen == ("onrust",)


def test_no_consequence_at_all_leaves_nothing_to_judge() -> None:
    game = table("debrief.judge", changed(only()))
    assert (game.state.chosen, game.see(LEADER).debrief.judge) == ((), {})  # type: ignore[union-attr]


def test_what_only_some_know_is_never_laid_before_the_table() -> None:
    game = table("r1.talk", changed(only("voorsprong", "onrust")))
    game.play("wethouder", c.PerformAct(act="fluisteren", target="groen"))
    game.step("debrief.judge")
    assert "voorsprong" not in game.state.chosen


def test_the_choice_stays_when_the_facilitator_takes_the_step_back() -> None:
    game = played((5, 0), (0, 4))
    game.step("debrief.judge")
    chosen = game.state.chosen
    game.lead(c.Undo())
    game.step("debrief.judge")
    assert game.state.chosen == chosen


# --- how much the table differed -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("votes", "heat"), [(((5, 0), (4, 0)), 0.0), (((5, 0), (0, 4)), 8 / 9), (((4, 1), (2, 2)), 6 / 9)]
)
def test_a_close_vote_is_contested(votes: tuple[tuple[int, int], ...], heat: float) -> None:
    game = played(*votes)
    assert choosing.contested(game.state, Cause(kind="decision", id="brug", version=1)) == pytest.approx(heat)


def test_a_choice_that_was_rejected_first_is_contested() -> None:
    game = played((0, 5), (0, 4))
    put(game, option="dicht")
    vote(game, lokaal=(5, 0), groen=(4, 0))
    close(game)
    assert choosing.contested(game.state, Cause(kind="decision", id="brug", version=1)) == 0.5


def test_a_move_with_reasons_for_and_against_is_contested() -> None:
    game = table("r1.talk")
    game.play("lokaal", c.MakeMove(text="Ik bel de bakker.", reason="Hij weet alles."))
    move = next(iter(game.state.moves))
    game.play("groen", c.ArgueMove(move=move, side="for", text="Dat klopt."))
    game.play("wethouder", c.ArgueMove(move=move, side="against", text="Nee."))
    assert choosing.contested(game.state, Cause(kind="move", id=move, version=1)) == 1.0


def test_a_refused_question_and_a_broken_promise_are_contested() -> None:
    game = table("r2.talk")
    game.play("groen", c.AskFormally(question="wist_u"))
    question = next(iter(game.state.questions))
    game.play("wethouder", c.AnswerFormally(question=question, answer="refused"))
    game.play("wethouder", c.MakePromise(to="groen", promise="elke_week"))
    promise = next(iter(game.state.promises))
    before = choosing.contested(game.state, Cause(kind="promise", id=promise, version=1))
    game.play("groen", c.JudgePromise(promise=promise, kept=False))
    assert choosing.contested(game.state, Cause(kind="question", id=question, version=1)) == 1.0
    assert (before, choosing.contested(game.state, Cause(kind="promise", id=promise, version=1))) == (0.0, 1.0)


def test_a_silence_is_no_disagreement() -> None:
    game = played((5, 0), (0, 4))
    assert choosing.contested(game.state, Cause(kind="silence", id="rapport.0", version=1)) == 0.0


# --- the facilitator chooses -----------------------------------------------------------------------------------------


def test_the_facilitator_chooses_others() -> None:
    game = played((5, 0), (0, 4))
    game.step("epilogue")
    game.lead(c.ChooseConsequences(consequences=("onrust", "raad_wist_niets", "regio_vast")))
    game.step("debrief.judge")
    assert why(game) == dict.fromkeys(("onrust", "raad_wist_niets", "regio_vast"), "Gekozen door de spelleider")


def test_what_the_facilitator_keeps_keeps_its_reason() -> None:
    game = played((5, 0), (0, 4))
    game.step("debrief.judge")
    first, second, _ = game.state.chosen
    game.lead(c.ChooseConsequences(consequences=(first, second, "onrust")))
    assert list(why(game).values()) == [
        "Langste keten", "Grootste verschil van mening", "Gekozen door de spelleider"
    ]  # fmt: skip


def test_the_facilitator_reads_what_the_engine_would_choose() -> None:
    game = played((5, 0), (0, 4))
    game.step("epilogue")
    console = game.see(LEADER).facilitator
    assert console is not None
    assert list(console.proposed.values()) == ["Langste keten", "Grootste verschil van mening", "Duurste stilte"]


def test_of_two_consequences_both_are_chosen() -> None:
    game = table("debrief.note", changed(only("onrust", "raad_wist_niets")))
    with refused("three_needed"):
        game.lead(c.ChooseConsequences(consequences=("onrust",)))
    game.lead(c.ChooseConsequences(consequences=("onrust", "raad_wist_niets")))
    assert len(game.state.chosen) == 2


def test_the_costliest_silence_counts_all_that_it_moved() -> None:
    """Two silences: not telling of the promise moves less itself, but more follows from it."""

    def second_silence(casus: dict[str, Any]) -> None:
        only("raad_wist_niets", "belofte_bekend", "regio_vast")(casus)
        casus["cards"]["belofte"]["silent"] = [
            {"round": "r2", "title": "De bakker wachtte", "consequences": ["belofte_bekend"]}
        ]
        casus["consequences"]["belofte_bekend"]["next"] = ["regio_vast"]
        casus["consequences"]["regio_vast"]["shifts"] = {"rust": -20}

    game = table("debrief.note", changed(second_silence))
    assert choosing.propose(game.state) == {
        "regio_vast": "longest", "belofte_bekend": "silence", "raad_wist_niets": "reach"
    }  # fmt: skip


def test_votes_are_read_from_the_result() -> None:
    game = table("r2.act", changed(certain))
    put(game)
    game.play("griffier", c.RecordVote(decision="brug", seat="lokaal", votes=Votes(for_=3, against=2)))
    game.play("griffier", c.RecordVote(decision="brug", seat="groen", votes=Votes(for_=2, against=2)))
    close(game)
    assert choosing.contested(game.state, Cause(kind="decision", id="brug", version=1)) == pytest.approx(8 / 9)
