"""The debrief: pulse, silent note first, consequences judged twice, handvat, and the one reveal."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules.rules.clock import DEBRIEF
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from tests.play import Game
from tests.rules.story import changed, refused, table

SEATS = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")
PULSE = c.GivePulse(role=4, knew=2, mattered=3)
ANNA = Actor(kind="player", participant="anna")


def standing(game: Game) -> tuple[str, ...]:
    return tuple(id_ for id_, h in game.state.happened.items() if not h.retracted)


def judging() -> tuple[Game, str]:
    """Three consequences were chosen; one of them lies before us."""
    game = table("debrief.judge")
    return game, game.state.chosen[0]


def verdict(consequence: str, as_role: int = 2, as_person: int = 4) -> c.JudgeConsequence:
    return c.JudgeConsequence(consequence=consequence, as_role=as_role, as_person=as_person)


# --- pulse -----------------------------------------------------------------------------------------------------------


def test_after_a_round_that_asks_for_it_everybody_gives_a_pulse() -> None:
    game = table("r2.consequences")
    game.play("groen", PULSE)
    assert [pulse.knew for pulse in game.state.pulses.values()] == [2]


def test_a_round_that_does_not_ask_gets_no_pulse() -> None:
    with refused("not_asked"):
        table("r1.consequences").play("groen", PULSE)


def test_no_pulse_is_asked_while_the_round_runs() -> None:
    with refused("not_asked"):
        table("r2.act").play("groen", PULSE)


def test_a_pulse_is_given_once_a_round() -> None:
    game = table("r2.consequences")
    game.play("groen", PULSE)
    with refused("already_given"):
        game.play("groen", PULSE)


def test_who_has_no_seat_gives_no_pulse() -> None:
    with refused("not_seated"):
        table("r2.consequences").do(ANNA, PULSE)


def test_the_computer_has_no_pulse() -> None:
    game = table("r2.consequences")
    game.lead(c.FreeSeat(participant="p-groen"))
    game.lead(c.SetPlayer(seat="groen", player="computer"))
    with refused("computer_cannot"):
        game.play("groen", PULSE)


def test_a_pulse_shows_as_a_spread_only_when_everybody_gave_one() -> None:
    game = table("r2.consequences")
    shown = []
    for seat in ("burgemeester", "griffier", "wethouder", "lokaal", "groen"):
        game.play(seat, PULSE)
        shown.append(game.see(Audience(kind="screen")).pulse["r2"].knew is not None)
    assert shown == [False, False, False, False, True]


# --- note, choice, judgement -----------------------------------------------------------------------------------------


def test_the_silent_note_is_read_by_its_writer_only() -> None:
    game = table("debrief.note")
    game.play("groen", c.WriteSilentNote(text="Ik had eerder moeten vragen."))
    reads = [seat for seat in ("groen", "lokaal") if _note(game, seat)]
    assert reads == ["groen"]


def _note(game: Game, seat: str) -> str:
    debrief = game.sees(seat).debrief
    assert debrief
    return debrief.note


def test_a_new_note_replaces_the_former() -> None:
    game = table("debrief.note")
    for text in ("Eerst dit.", "Nu dat."):
        game.play("groen", c.WriteSilentNote(text=text))
    assert _note(game, "groen") == "Nu dat."


def test_an_empty_note_is_no_note() -> None:
    with refused("empty_text"):
        table("debrief.note").play("groen", c.WriteSilentNote(text="  "))


def test_no_figure_shows_before_the_note_is_written() -> None:
    assert table("debrief.note").sees("groen").indicators == {}


def test_figures_open_after_the_note() -> None:
    assert judging()[0].sees("groen").indicators != {}


def test_the_debrief_takes_forty_minutes_in_five_steps() -> None:
    assert tuple(DEBRIEF.items()) == (("note", 5), ("guess", 8), ("judge", 12), ("again", 5), ("handvat", 10))
    assert sum(DEBRIEF.values()) == 40


@pytest.mark.parametrize(
    "choice", [("onrust", "onrust", "onrust"), ("onrust", "raad_wist_niets", "verzonnen"), ("onrust",)]
)
def test_the_three_are_different_and_really_happened(choice: tuple[str, ...]) -> None:
    with refused("three_needed"):
        table("debrief.note").lead(c.ChooseConsequences(consequences=choice))


def test_a_game_with_fewer_consequences_goes_on_without_choosing() -> None:
    def hardly_any(casus: dict[str, Any]) -> None:
        for consequence in casus["consequences"].values():
            consequence["chance"] = 0

    game = table("debrief.judge", changed(hardly_any))
    assert (game.state.clock.key, game.state.chosen) == ("debrief.judge", ())


def test_a_consequence_is_judged_from_the_role_and_as_a_person() -> None:
    game, chosen = judging()
    game.play("groen", verdict(chosen))
    mine = _debrief(game, "groen").judge[chosen]
    assert (mine.mine_role, mine.mine_person) == (2, 4)


def _debrief(game: Game, seat: str) -> Any:
    return game.sees(seat).debrief


def test_a_new_verdict_replaces_the_former() -> None:
    game, chosen = judging()
    game.play("groen", verdict(chosen))
    game.play("groen", verdict(chosen, as_role=5))
    assert [one.as_role for one in game.state.judgements[chosen].values()] == [5]


def test_what_was_not_chosen_is_not_judged() -> None:
    game, _ = judging()
    with refused("not_chosen"):
        game.play("groen", verdict("vertraging"))


def test_who_has_no_seat_judges_nothing() -> None:
    game, chosen = judging()
    with refused("not_seated"):
        game.do(ANNA, verdict(chosen))


def test_nobody_judges_during_the_silent_note() -> None:
    game = table("debrief.note")
    game.lead(c.ChooseConsequences(consequences=standing(game)[:3]))
    with refused("not_now"):
        game.play("groen", verdict(game.state.chosen[0]))


def test_verdicts_of_others_show_after_the_own_one_and_as_a_spread() -> None:
    game, chosen = judging()
    for seat in ("groen", "griffier"):
        game.play(seat, verdict(chosen, as_role=5))
    before = _debrief(game, "lokaal").judge[chosen].as_role
    game.play("lokaal", verdict(chosen, as_role=1))
    after = _debrief(game, "lokaal").judge[chosen].as_role
    assert (before, after.counts) == (None, (1, 0, 0, 0, 2))


def test_two_verdicts_are_no_spread_yet() -> None:
    game, chosen = judging()
    for seat in ("groen", "griffier"):
        game.play(seat, verdict(chosen))
    assert _debrief(game, "groen").judge[chosen].as_role is None


def test_what_people_say_as_themselves_shows_all_at_once() -> None:
    game, chosen = judging()
    shown = []
    for seat in SEATS:
        game.play(seat, verdict(chosen))
        shown.append(_debrief(game, seat).judge[chosen].as_person is not None)
    assert shown == [False, False, False, False, True]


def test_a_verdict_stands_once_the_spread_shows() -> None:
    game, chosen = judging()
    for seat in SEATS:
        game.play(seat, verdict(chosen))
    with refused("spread_shown"):
        game.play("groen", verdict(chosen, as_person=5))
    assert not [offer for offer in game.sees("groen").allowed.values() if offer.about == chosen]


def test_who_did_not_judge_in_time_does_not_judge_after_the_spread() -> None:
    game, chosen = judging()
    game.step("debrief.again")
    with refused("not_now"):
        game.play("groen", verdict(chosen))


def test_after_the_step_the_spread_shows_what_there_is() -> None:
    game, chosen = judging()
    for seat in SEATS[:3]:
        game.play(seat, verdict(chosen))
    during = _debrief(game, "groen").judge[chosen].as_person
    game.step("debrief.again")
    after = _debrief(game, "groen").judge[chosen].as_person
    assert (during, after.counts) == (None, (0, 0, 0, 3, 0))


def test_own_practice_is_told_as_a_spread_of_at_least_three() -> None:
    game, chosen = judging()
    for seat, practice in zip(SEATS, ("yes", "no", "yes", "", "partly"), strict=True):
        game.play(seat, c.JudgeConsequence(consequence=chosen, as_role=3, as_person=3, practice=practice))
    card = _debrief(game, "groen").judge[chosen]
    assert (card.mine_practice, card.practice) == ("partly", {"yes": 2, "partly": 1, "no": 1})


def test_two_answers_about_practice_show_nothing() -> None:
    game, chosen = judging()
    for seat, practice in zip(SEATS, ("yes", "no", "", "", ""), strict=True):
        game.play(seat, c.JudgeConsequence(consequence=chosen, as_role=3, as_person=3, practice=practice))
    assert _debrief(game, "groen").judge[chosen].practice == {}


# --- handvat and reveal ----------------------------------------------------------------------------------------------


def handvat(**fields: Any) -> c.WriteHandvat:
    return c.WriteHandvat(**{"whom": "de griffier", "what": "tijd", "before": "vrijdag", **fields})


def test_a_handvat_is_one_intention_for_monday() -> None:
    game = table("debrief.handvat")
    game.play("groen", handvat())
    assert _debrief(game, "groen").handed_in


def test_a_handvat_is_tied_to_a_moment_that_happened() -> None:
    game = table("debrief.handvat")
    version = game.state.version
    game.play("groen", handvat(moment=999_999))
    assert game.state.handvatten["p-groen"].moment == version


@pytest.mark.parametrize("field", ["whom", "what", "before"])
def test_a_handvat_is_a_whole_sentence(field: str) -> None:
    with refused("empty_text"):
        table("debrief.handvat").play("groen", handvat(**{field: " "}))


def test_others_do_not_read_a_handvat() -> None:
    game = table("debrief.handvat")
    game.play("groen", handvat())
    assert _debrief(game, "lokaal").whom == ""


def test_the_reveal_opens_every_goal() -> None:
    game = table("debrief.judge")
    game.lead(c.Reveal())
    assert set(_debrief(game, "groen").goals) == {"burgemeester", "griffier", "wethouder", "lokaal", "groen"}


def test_the_reveal_is_final() -> None:
    game = table("debrief.judge")
    game.lead(c.Reveal())
    with refused("already_revealed"):
        game.lead(c.Reveal())


def test_the_reveal_cannot_be_taken_back() -> None:
    game = table("debrief.judge")
    game.lead(c.Reveal())
    game.lead(c.Undo())
    assert game.state.revealed


def test_nothing_is_revealed_while_the_game_is_played() -> None:
    with refused("not_now"):
        table("r2.consequences").lead(c.Reveal())


def test_after_the_reveal_a_forbidden_act_shows() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.PerformAct(act="fluisteren", target="groen"))
    game.step("debrief.judge")
    before = bool(game.sees("griffier").acts) and not any(done.out for done in game.state.acts.values())
    game.lead(c.Reveal())
    assert (before, bool(game.sees("griffier").acts)) == (False, True)
