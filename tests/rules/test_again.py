"""*Tweede kans*: one decision taken otherwise, counted, and what the casus assumes would have followed."""

from __future__ import annotations

from typing import Any

from game_rules.rules import again
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.views import AgainCard
from tests.play import Game
from tests.rules.story import changed, close, put, refused, table, vote

SCREEN = Audience(kind="screen")


def bridge_open(*changes: Any) -> Game:
    """The bridge stays open; the debrief is at the second chance."""
    game = table("r2.act", changed(*changes))
    put(game)
    vote(game, lokaal=(5, 0), groen=(4, 0))
    close(game)
    game.step("debrief.again")
    return game


def otherwise(game: Game, seat: str, option: str = "dicht", decision: str = "brug", why: str = "") -> None:
    game.play(seat, c.ChooseAgain(decision=decision, option=option, why=why))


def cards(game: Game, seat: str = "") -> dict[str, AgainCard]:
    debrief = (game.sees(seat) if seat else game.see(SCREEN)).debrief
    assert debrief is not None
    return debrief.again


def test_everybody_takes_one_decision_otherwise() -> None:
    game = bridge_open()
    otherwise(game, "groen", why="Dan was niemand in gevaar.")
    card = cards(game, "groen")["brug.dicht"]
    assert (card.question, card.taken, card.text) == (
        "Gaat de brug dicht?", "De brug blijft open.", "De brug gaat dicht."
    )  # fmt: skip
    assert (card.count, card.mine, card.reasons) == (1, True, ("Dan was niemand in gevaar.",))


def test_a_question_that_everybody_let_pass_was_not_decided() -> None:
    game = table("r2.act")
    game.step("debrief.again")
    otherwise(game, "groen")
    assert cards(game, "groen")["brug.dicht"].taken == "Er kwam geen besluit."


def test_a_new_choice_replaces_the_former() -> None:
    game = bridge_open()
    otherwise(game, "groen")
    otherwise(game, "groen", "snel", "onderzoek")
    assert list(cards(game)) == ["onderzoek.snel"]


def test_what_was_taken_is_no_second_chance() -> None:
    with refused("unknown_option"):
        otherwise(bridge_open(), "groen", "open")


def test_what_was_not_decided_cannot_be_taken_otherwise() -> None:
    with refused("unknown_decision"):
        otherwise(bridge_open(), "groen", "lid_groen", "voorzitter")


def test_what_an_edition_told_was_not_decided_at_this_table() -> None:
    game = table("debrief.again", edition="avond")
    assert "onderzoek" not in again.otherwise(game.state)


def test_who_has_no_seat_takes_nothing_otherwise() -> None:
    with refused("not_seated"):
        bridge_open().do(Actor(kind="player", participant="anna"), c.ChooseAgain(decision="brug", option="dicht"))


def test_choices_of_others_show_after_the_own_one() -> None:
    game = bridge_open()
    otherwise(game, "groen")
    before = cards(game, "lokaal")
    otherwise(game, "lokaal")
    assert (before, cards(game, "lokaal")["brug.dicht"].count) == ({}, 2)


def test_the_projector_counts_along() -> None:
    game = bridge_open()
    otherwise(game, "groen")
    assert cards(game)["brug.dicht"].count == 1


def test_the_most_chosen_one_stands_in_front() -> None:
    game = bridge_open()
    otherwise(game, "groen", "snel", "onderzoek")
    for seat in ("lokaal", "griffier"):
        otherwise(game, seat)
    ordered = sorted(cards(game).items(), key=lambda item: item[1].order)
    assert [key for key, _ in ordered] == ["brug.dicht", "onderzoek.snel"]


def test_what_would_follow_is_told_after_the_reveal() -> None:
    game = bridge_open()
    otherwise(game, "groen")
    before = cards(game)["brug.dicht"].follows
    game.lead(c.Reveal())
    assert (before, cards(game)["brug.dicht"].follows) == ((), ("Iedereen rijdt om", "Er komt een nieuwe brug"))


def test_what_would_follow_is_told_of_the_most_chosen_one_only() -> None:
    game = bridge_open()
    for seat in ("groen", "griffier"):
        otherwise(game, seat)
    otherwise(game, "lokaal", "snel", "onderzoek")
    game.lead(c.Reveal())
    assert (bool(cards(game)["brug.dicht"].follows), cards(game)["onderzoek.snel"].follows) == (True, ())


def test_a_condition_is_read_as_if_the_other_option_had_been_taken() -> None:
    """`snel_klaar` asks that the college chose `snel`: it did not, but that is what this is about."""
    assert again.follows(bridge_open().state, "onderzoek", "snel") == ("snel_klaar",)


def test_what_hangs_on_something_else_that_did_not_happen_is_left_out() -> None:
    def needs_the_report(casus: dict[str, Any]) -> None:
        casus["consequences"]["nieuwe_brug"]["when"] = {"told": "rapport"}

    assert again.follows(bridge_open(needs_the_report).state, "brug", "dicht") == ("omrijden",)


def test_reasons_stand_without_names_and_without_order_of_time() -> None:
    game = bridge_open()
    otherwise(game, "groen", why="Zo was het veilig.")
    otherwise(game, "lokaal", why="Achteraf wel.")
    assert cards(game)["brug.dicht"].reasons == ("Achteraf wel.", "Zo was het veilig.")


def test_a_second_chance_is_not_there_before_its_step() -> None:
    game = table("debrief.judge")
    with refused("not_now"):
        otherwise(game, "groen")
