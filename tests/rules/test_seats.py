"""Seats: sit down, get up, share, let the computer play, leave empty, take over at the change of round."""

from __future__ import annotations

import pytest

from game_rules.rules.seats import waiting
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor
from tests.play import Game
from tests.rules.story import refused, table, titles
from tests.small import small_content

ANNA, BRAM = Actor(kind="player", participant="anna"), Actor(kind="player", participant="bram")


def empty() -> Game:
    return Game(small_content())


def duo(step: str = "r1.talk") -> Game:
    """Bram sits beside the holder of Lokaal."""
    game = table(step)
    game.do(BRAM, c.TakeSeat(seat="lokaal", shadow=True))
    return game


def test_a_participant_takes_a_free_seat() -> None:
    game = empty()
    game.do(ANNA, c.TakeSeat(seat="griffier"))
    assert (game.state.seats["griffier"].holder, game.state.seats["griffier"].player) == ("anna", "person")


def test_a_seat_has_one_holder() -> None:
    game = empty()
    game.do(ANNA, c.TakeSeat(seat="griffier"))
    with refused("seat_taken"):
        game.do(BRAM, c.TakeSeat(seat="griffier"))


def test_a_participant_has_one_seat() -> None:
    game = empty()
    game.do(ANNA, c.TakeSeat(seat="griffier"))
    with refused("already_seated"):
        game.do(ANNA, c.TakeSeat(seat="lokaal"))


def test_a_seat_that_the_casus_plays_itself_cannot_be_taken() -> None:
    with refused("not_playable"):
        empty().do(ANNA, c.TakeSeat(seat="wethouder_2"))


def test_a_seat_that_is_not_at_this_table_cannot_be_taken() -> None:
    with refused("unknown_seat"):
        empty().do(ANNA, c.TakeSeat(seat="koning"))


def test_a_second_participant_can_sit_beside_the_holder() -> None:
    assert duo().state.seats["lokaal"].shadow == "bram"


def test_nobody_sits_beside_an_empty_chair() -> None:
    with refused("no_holder"):
        empty().do(BRAM, c.TakeSeat(seat="lokaal", shadow=True))


def test_a_seat_has_one_shadow() -> None:
    with refused("shadow_taken"):
        duo().do(ANNA, c.TakeSeat(seat="lokaal", shadow=True))


def test_a_shadow_reads_and_the_holder_acts() -> None:
    game = duo()
    with refused("shadow_reads"):
        game.do(Actor(kind="player", participant="bram", seat="lokaal"), c.SendNote(to="groen", text="Hoi"))


def test_nobody_acts_for_a_seat_of_somebody_else() -> None:
    game = table("r1.talk")
    with refused("not_your_seat"):
        game.do(Actor(kind="player", participant="anna", seat="lokaal"), c.SendNote(to="groen", text="Hoi"))


def test_nobody_acts_without_a_seat() -> None:
    game = table("r1.talk")
    with refused("not_your_seat"):
        game.do(ANNA, c.SendNote(to="groen", text="Hoi"))


@pytest.mark.parametrize("kind", ["computer", "facilitator"])
def test_nobody_plays_a_seat_that_a_person_holds(kind: str) -> None:
    game = table("r1.talk")
    actor = Actor(kind=kind, seat="lokaal", participant="f1")  # type: ignore[arg-type]
    with refused("not_your_seat"):
        game.do(actor, c.SendNote(to="groen", text="Hoi"))


def test_when_the_holder_gets_up_the_shadow_moves_up() -> None:
    game = duo()
    game.play("lokaal", c.LeaveSeat())
    now = game.state.seats["lokaal"]
    assert (now.holder, now.shadow, now.player) == ("bram", "", "person")


def test_when_the_shadow_gets_up_the_holder_stays() -> None:
    game = duo()
    game.do(BRAM, c.LeaveSeat())
    assert (game.state.seats["lokaal"].holder, game.state.seats["lokaal"].shadow) == ("p-lokaal", "")


def test_a_seat_that_everybody_left_is_played_by_nobody() -> None:
    game = table()
    game.play("lokaal", c.LeaveSeat())
    assert not game.state.seats["lokaal"].played


def test_who_has_no_seat_cannot_get_up() -> None:
    with refused("not_seated"):
        empty().do(ANNA, c.LeaveSeat())


def test_who_arrives_waits_at_the_table() -> None:
    game = empty()
    game.do(ANNA, c.Arrive())
    assert waiting(game.state) == ("anna",)


def test_who_arrived_does_not_arrive_again() -> None:
    game = empty()
    game.do(ANNA, c.Arrive())
    with refused("no_change"):
        game.do(ANNA, c.Arrive())


def test_who_departs_leaves_the_seat_free() -> None:
    game = empty()
    game.do(ANNA, c.Arrive())
    game.do(ANNA, c.TakeSeat(seat="griffier"))
    game.lead(c.Depart(participant="anna"))
    assert (game.state.people, game.state.seats["griffier"].holder) == ((), "")


def test_who_is_not_at_the_table_does_not_depart() -> None:
    with refused("unknown_participant"):
        empty().lead(c.Depart(participant="anna"))


def test_the_facilitator_moves_a_participant_to_another_seat() -> None:
    game = empty()
    game.do(ANNA, c.TakeSeat(seat="griffier"))
    game.lead(c.AssignSeat(seat="lokaal", participant="anna"))
    assert (game.state.seats["griffier"].holder, game.state.seats["lokaal"].holder) == ("", "anna")


def test_the_facilitator_does_not_push_a_holder_from_a_seat() -> None:
    game = empty()
    game.do(ANNA, c.TakeSeat(seat="griffier"))
    with refused("seat_taken"):
        game.lead(c.AssignSeat(seat="griffier", participant="bram"))


def test_the_facilitator_can_ask_a_participant_to_get_up() -> None:
    game = table()
    game.lead(c.FreeSeat(participant="p-lokaal"))
    assert game.state.seats["lokaal"].holder == ""


def test_a_player_does_not_assign_seats() -> None:
    with refused("not_for_you"):
        table().play("griffier", c.AssignSeat(seat="lokaal", participant="anna"))


@pytest.mark.parametrize("player", ["computer", "facilitator"])
def test_an_empty_seat_can_be_played_by_computer_or_facilitator(player: str) -> None:
    game = empty()
    game.lead(c.SetPlayer(seat="groen", player=player))  # type: ignore[arg-type]
    assert game.state.seats["groen"].played


def test_a_held_seat_is_not_given_to_the_computer() -> None:
    with refused("seat_taken"):
        table().lead(c.SetPlayer(seat="groen", player="computer"))


def test_saying_again_that_nobody_plays_changes_nothing() -> None:
    with refused("no_change"):
        empty().lead(c.SetPlayer(seat="groen", player="nobody"))


def test_a_seat_that_the_casus_plays_itself_is_not_given_to_the_computer() -> None:
    with refused("not_playable"):
        empty().lead(c.SetPlayer(seat="wethouder_2", player="computer"))


def test_a_person_can_take_a_seat_from_the_computer() -> None:
    game = empty()
    game.lead(c.SetPlayer(seat="groen", player="computer"))
    game.do(ANNA, c.TakeSeat(seat="groen"))
    assert game.state.seats["groen"].player == "person"


def test_the_game_does_not_start_without_its_essential_seats() -> None:
    game = empty()
    game.sit(griffier="anna")
    with refused("not_ready_to_start"):
        game.lead(c.NextStep(from_step="lobby"))


def test_a_computer_on_an_essential_seat_is_enough_to_start() -> None:
    game = empty()
    for seat in ("burgemeester", "griffier"):
        game.lead(c.SetPlayer(seat=seat, player="computer"))
    game.lead(c.NextStep(from_step="lobby"))
    assert game.state.clock.stage == "briefing"


def test_a_shadow_takes_over_at_the_change_of_round() -> None:
    game = duo()
    game.do(BRAM, c.TakeOver(seat="lokaal"))
    before = game.state.seats["lokaal"].holder
    game.step("r2.read")
    assert (before, game.state.seats["lokaal"].holder) == ("p-lokaal", "bram")


def test_after_taking_over_the_former_holder_looks_on() -> None:
    game = duo()
    game.do(BRAM, c.TakeOver(seat="lokaal"))
    game.step("r2.read")
    assert game.state.seats["lokaal"].shadow == "p-lokaal"


def test_taking_over_is_planned_once() -> None:
    game = duo()
    game.do(BRAM, c.TakeOver(seat="lokaal"))
    with refused("no_change"):
        game.play("lokaal", c.TakeOver(seat="lokaal"))


def test_between_rounds_a_duo_changes_places_at_once() -> None:
    game = duo("briefing")
    game.do(BRAM, c.TakeOver(seat="lokaal"))
    assert game.state.seats["lokaal"].holder == "bram"


def test_the_facilitator_changes_a_duo_at_once() -> None:
    game = duo()
    game.lead(c.TakeOver(seat="lokaal"))
    assert game.state.seats["lokaal"].holder == "bram"


def test_without_a_shadow_nobody_takes_over() -> None:
    with refused("no_shadow"):
        table("r1.talk").play("groen", c.TakeOver(seat="groen"))


def test_who_sits_elsewhere_takes_nothing_over() -> None:
    game = duo()
    with refused("not_your_seat"):
        game.play("groen", c.TakeOver(seat="lokaal"))


def test_a_planned_change_is_off_when_the_shadow_gets_up() -> None:
    game = duo()
    game.do(BRAM, c.TakeOver(seat="lokaal"))
    game.do(BRAM, c.LeaveSeat())
    game.step("r2.read")
    assert game.state.seats["lokaal"].holder == "p-lokaal"


def test_absence_is_told_to_all() -> None:
    game = table("r1.talk")
    game.lead(c.SetAttendance(seat="groen", present=False))
    assert "Fractie Groen is niet aanwezig" in titles(game)


def test_setting_the_same_attendance_again_changes_nothing() -> None:
    with refused("no_change"):
        table().lead(c.SetAttendance(seat="groen", present=True))


def test_the_stand_of_a_played_seat_is_not_adjusted() -> None:
    with refused("seat_is_played"):
        table().lead(c.SetStand(seat="groen", decision="brug", supports=("open",)))


def test_a_stand_names_options_of_that_decision() -> None:
    with refused("unknown_option"):
        table().lead(c.SetStand(seat="wethouder_2", decision="onderzoek", supports=("open",)))


def test_a_stand_is_about_a_decision_that_exists() -> None:
    with refused("unknown_decision"):
        table().lead(c.SetStand(seat="wethouder_2", decision="tunnel", supports=()))


def test_players_say_that_they_have_read_their_brief() -> None:
    game = table("briefing")
    game.play("groen", c.MarkReady())
    assert game.state.seats["groen"].ready


def test_being_ready_is_said_once() -> None:
    game = table("briefing")
    game.play("groen", c.MarkReady())
    with refused("no_change"):
        game.play("groen", c.MarkReady())


def test_a_new_round_asks_again_who_is_ready() -> None:
    game = table("briefing")
    game.play("groen", c.MarkReady())
    game.step("r1.read")
    assert not game.state.seats["groen"].ready
