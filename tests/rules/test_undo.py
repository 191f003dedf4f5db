"""Taking back: values return with the time that was left, texts stay marked, nothing fires again wrongly."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Actor, Audience
from tests.play import CLOCK, MINUTE, Game
from tests.rules.story import HELPER, close, put, refused, table, titles, vote
from tests.rules.test_clock import left
from tests.rules.test_injects import fired

LOWER = c.Override(indicator="vertrouwen", shift=-20, reason="De tafel vindt dit.")


def label(game: Game) -> str:
    card = game.see(Audience(kind="facilitator", participant="f1")).facilitator
    assert card
    return card.undo_label


# --- what can be taken back ------------------------------------------------------------------------------------------


def test_a_step_that_is_taken_back_returns_to_the_step_before() -> None:
    game = table("r1.talk")
    game.lead(c.Undo())
    assert game.state.clock.key == "r1.read"


def test_the_step_before_returns_with_the_time_that_was_left() -> None:
    game = table("r1.read")
    game.lead(c.NextStep(from_step="r1.read"), later=2 * MINUTE)
    game.lead(c.Undo(), later=5 * MINUTE)
    assert left(game) == MINUTE


def test_a_closed_round_that_is_taken_back_has_its_open_decisions_again() -> None:
    game = table("r1.consequences")
    game.lead(c.Undo())
    assert game.state.decisions["onderzoek"].status == "asked"


def test_consequences_of_a_step_that_is_taken_back_are_taken_back_visibly() -> None:
    game = table("r1.consequences")
    game.lead(c.Undo())
    assert [(h.title, h.retracted) for h in game.state.happened.values()] == [("Onrust in het dorp", True)]


def test_indicators_return_to_what_they_were() -> None:
    game = table("r1.consequences")
    game.lead(c.Undo())
    assert game.state.indicators == {"vertrouwen": 50, "rust": 60}


def test_an_override_can_be_taken_back() -> None:
    game = table("r1.talk")
    game.lead(LOWER)
    game.lead(c.Undo())
    assert game.state.indicators["vertrouwen"] == 50


def test_an_inject_by_hand_can_be_taken_back_and_played_later() -> None:
    game = table("r2.talk")
    game.lead(c.FireInject(inject="storm"))
    game.lead(c.Undo())
    game.lead(c.FireInject(inject="storm"))
    assert fired(game).count("storm") == 2


def test_a_made_up_inject_that_is_taken_back_stays_as_taken_back() -> None:
    game = table("r1.talk")
    game.lead(c.Improvise(title="Een zwaan", text="Er zit een zwaan op de brug."))
    game.lead(c.Undo())
    assert [now.status for now in game.state.injects.values() if now.title == "Een zwaan"] == ["retracted"]


def test_a_recorded_decision_can_be_taken_back_with_its_votes() -> None:
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(5, 0), groen=(0, 4))
    game.lead(c.CloseVote(decision="brug"))
    game.lead(c.Undo())
    now = game.state.decisions["brug"]
    assert (now.status, sorted(now.votes)) == ("voting", ["groen", "lokaal"])


def test_everybody_sees_that_a_result_was_taken_back_until_it_is_put_anew() -> None:
    game = table("r2.act")
    game.lead(c.PutToVote(decision="brug", option="open"))
    game.lead(c.Hammer(decision="brug"))
    game.lead(c.Undo())
    taken_back = game.sees("groen").decisions["brug"].retracted
    game.lead(c.Hammer(decision="brug"))
    assert (taken_back, game.sees("groen").decisions["brug"].retracted) == (True, False)


def test_consequences_on_their_way_from_it_are_off() -> None:
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(5, 0), groen=(0, 4))
    game.lead(c.CloseVote(decision="brug"))
    game.lead(c.Undo())
    assert "brug_breekt" not in game.state.pending


def test_a_ruling_can_be_taken_back() -> None:
    game = table("r1.talk")
    game.play("lokaal", c.MakeMove(text="Ik ga praten.", reason="Dat helpt."))
    move = next(iter(game.state.moves))
    game.lead(c.Adjudicate(move=move, outcome="yes", reason="Mooi.", shifts={"rust": 4}))
    game.lead(c.Undo())
    assert (game.state.moves[move].outcome, game.state.indicators["rust"]) == ("", 60)


def test_what_was_parked_by_mistake_is_gone() -> None:
    game = table("r1.talk")
    game.lead(c.Unexpected(kind="park", text="Fout"))
    game.lead(c.Undo())
    assert game.state.parked == {}


def test_what_came_out_by_hand_and_is_taken_back_is_hidden_again() -> None:
    game = table("r1.talk")
    game.play("groen", c.AskFormally(question="wist_u"))
    question = next(iter(game.state.questions))
    game.play("wethouder", c.AnswerFormally(question=question, answer="part"))
    game.step("r1.act")
    game.lead(c.Undo())
    assert game.state.questions[question].out is False


def test_texts_stay_and_are_marked() -> None:
    game = table("r1.talk")
    game.lead(LOWER)
    game.lead(c.Undo())
    item = next(i for i in game.sees("groen").feed.values() if i.kind == "override")
    assert item.retracted == "Teruggenomen door de spelleider"


def test_cards_that_were_seen_stay_known() -> None:
    game = table("r1.read")
    game.lead(c.FireInject(inject="scheur"))
    game.lead(c.Undo())
    assert "foto" in game.state.cards


def test_cards_are_not_dealt_again_after_taking_back() -> None:
    game = table("r1.read")
    game.lead(c.Undo())
    game.step("r1.read")
    assert sum(1 for r in game.log if isinstance(r.event, e.CardDealt) and r.event.card == "belofte") == 1


def test_everybody_reads_what_was_taken_back() -> None:
    game = table("r1.talk")
    game.lead(LOWER)
    game.lead(c.Undo())
    assert titles(game)[-1] == "Teruggenomen: de ingreep"


@pytest.mark.parametrize(("step", "words"), [("r1.talk", "de stap"), ("r1.consequences", "de stap")])
def test_the_button_names_what_it_takes_back(step: str, words: str) -> None:
    assert label(table(step)) == words


def test_a_second_press_takes_nothing_more_back() -> None:
    game = table("r1.talk")
    game.lead(c.Undo())
    with refused("nothing_to_undo"):
        game.lead(c.Undo())


def test_there_is_nothing_to_take_back_before_the_start() -> None:
    with refused("nothing_to_undo"):
        table().lead(c.Undo())


# --- until a player decides or acts ----------------------------------------------------------------------------------


def test_after_a_player_did_something_it_is_too_late() -> None:
    game = table("r1.talk")
    game.play("lokaal", c.SendNote(to="groen", text="Hoi"))
    with refused("undo_too_late"):
        game.lead(c.Undo())


def test_what_the_computer_does_leaves_taking_back_open() -> None:
    game = table()
    game.lead(c.FreeSeat(participant="p-lokaal"))
    game.lead(c.SetPlayer(seat="lokaal", player="computer"))
    game.step("r1.talk")
    game.play("lokaal", c.SendNote(to="groen", text="Hoi"))
    game.lead(c.Undo())
    assert game.state.clock.key == "r1.read"


def with_computers(*seats: str) -> Game:
    """The facilitator put an option; computers play these seats."""
    game = table("r2.act")
    for seat in seats:
        game.lead(c.FreeSeat(participant=f"p-{seat}"))
        game.lead(c.SetPlayer(seat=seat, player="computer"))
    game.lead(c.PutToVote(decision="brug", option="open"))
    return game


def test_votes_of_the_computer_go_back_with_the_option_that_was_put() -> None:
    game = with_computers("lokaal", "groen")
    game.play("lokaal", c.RequestVote(decision="brug"))
    vote(game, lokaal=(5, 0))
    game.lead(c.Undo())
    now = game.state.decisions["brug"]
    assert (now.status, now.votes) == ("asked", {})


def test_after_a_computer_concluded_the_decision_it_is_too_late() -> None:
    game = with_computers("burgemeester")
    game.play("burgemeester", c.Hammer(decision="brug"))
    with refused("undo_too_late"):
        game.lead(c.Undo())


def test_after_a_helper_wrote_a_vote_down_it_is_too_late() -> None:
    game = table("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    game.play("lokaal", c.RequestVote(decision="brug"))
    game.lead(LOWER)
    game.do(HELPER, c.RecordVote(decision="brug", seat="lokaal", votes=c.Votes(for_=5)))
    with refused("undo_too_late"):
        game.lead(c.Undo())


@pytest.mark.parametrize("harmless", [c.MarkReady(), c.LeaveSeat()])
def test_being_ready_or_getting_up_does_not_make_it_too_late(harmless: c.Command) -> None:
    game = table("r1.read")
    game.play("lokaal", harmless)
    game.lead(c.Undo())
    assert game.state.clock.key == "briefing"


def test_somebody_who_comes_in_late_does_not_make_it_too_late() -> None:
    game = table("r1.talk")
    game.do(Actor(kind="player", participant="laat"), c.Arrive())
    game.lead(c.Undo())
    assert game.state.clock.key == "r1.read"


def test_a_newer_step_can_be_taken_back_although_the_older_one_cannot() -> None:
    game = table("r1.talk")
    game.play("lokaal", c.SendNote(to="groen", text="Hoi"))
    game.lead(LOWER)
    game.lead(c.Undo())
    assert game.state.indicators["vertrouwen"] == 50


# --- what happened since stands --------------------------------------------------------------------------------------


def test_an_inject_that_fired_since_does_not_fire_again() -> None:
    game = table("r1.read")
    game.lead(c.NextStep(from_step="r1.read"), later=3 * MINUTE)
    game.do(CLOCK, c.Wake(), later=2 * MINUTE)
    game.lead(c.Undo())
    game.do(CLOCK, c.Wake(), later=30 * MINUTE)
    assert fired(game) == ["scheur"]


def test_an_inject_that_did_not_fire_yet_gets_its_time_back() -> None:
    game = table("r1.read")
    game.lead(c.NextStep(from_step="r1.read"), later=3 * MINUTE - 1_000)
    game.lead(c.Undo(), later=MINUTE // 2)
    game.do(CLOCK, c.Wake(), later=MINUTE // 2)
    assert fired(game) == []


def test_an_inject_that_was_played_too_early_waits_for_the_facilitator_when_its_moment_has_passed() -> None:
    game = table("r1.read")
    game.lead(c.FireInject(inject="scheur"))
    game.lead(c.Undo(), later=6 * MINUTE)
    game.do(CLOCK, c.Wake())
    assert (fired(game), game.state.injects["scheur"].status) == (["scheur"], "held")


def test_an_inject_on_a_condition_does_not_come_back_at_once_when_its_condition_holds() -> None:
    game = table("r2.talk")
    for command in (c.Pause(), LOWER, c.FireInject(inject="gerucht"), c.Resume(), c.Undo()):
        game.lead(command)
    assert (fired(game).count("gerucht"), game.state.injects["gerucht"].status) == (1, "held")


def test_a_hold_since_is_not_lost() -> None:
    game = table("r1.talk")
    game.lead(c.HoldInject(inject="scheur"))
    game.lead(c.Undo())
    assert game.state.injects["scheur"].status == "held"


def test_an_inject_that_was_retracted_since_does_not_come_back() -> None:
    game = table("r2.read")
    game.lead(c.RetractInject(inject="krant", reason="Te vroeg"))
    game.lead(c.Undo())
    assert game.state.injects["krant"].status == "retracted"


def test_an_extension_since_is_not_lost_when_something_else_is_taken_back() -> None:
    game = table("r1.talk")
    game.lead(LOWER)
    before = left(game)
    game.lead(c.Extend(seconds=300), later=0)
    game.lead(c.Undo(), later=0)
    assert left(game) == before + 5 * MINUTE


def test_a_pause_since_goes_on() -> None:
    game = table("r1.talk")
    game.lead(c.Pause(reason="Koffie"))
    game.lead(c.Undo())
    assert (game.state.clock.key, game.state.clock.running) == ("r1.read", False)


def test_taking_back_a_stop_for_safety_lets_the_clock_run_on() -> None:
    game = table("r1.talk")
    game.lead(c.Unexpected(kind="out_of_role"))
    game.lead(c.Undo())
    assert game.state.clock.running


def test_a_suspension_that_the_step_ended_goes_on_for_what_was_left_of_it() -> None:
    game = table("r1.talk")
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    game.lead(c.NextStep(from_step="r1.talk"), later=MINUTE)
    game.lead(c.Undo(), later=10 * MINUTE)
    clock = game.state.clock
    assert game.state.suspended_until - clock.elapsed == 2 * MINUTE


def test_a_vote_counted_since_by_the_chair_makes_taking_back_the_put_too_late() -> None:
    game = table("r2.act")
    game.lead(c.PutToVote(decision="brug", option="open"))
    game.play("lokaal", c.RequestVote(decision="brug"))
    vote(game, lokaal=(5, 0), groen=(4, 0))
    close(game)
    with refused("undo_too_late"):
        game.lead(c.Undo())


def test_chosen_consequences_that_are_taken_back_are_no_longer_chosen() -> None:
    game = table("epilogue")
    three = tuple(id_ for id_, h in game.state.happened.items() if h.epilogue or h.round == "r2")[-3:]
    game.lead(c.ChooseConsequences(consequences=three))
    game.lead(c.Undo())
    assert set(game.state.chosen) <= set(game.state.happened)


def test_after_taking_back_the_same_step_leads_to_the_same_end() -> None:
    game = table("r2.consequences", seed="vast")
    first = {id_: h.shifts for id_, h in game.state.happened.items()}
    game.lead(c.Undo())
    game.step("r2.consequences")
    assert {id_: h.shifts for id_, h in game.state.happened.items() if not h.retracted} == first


def test_a_start_that_is_taken_back_is_the_lobby_again() -> None:
    game = table("briefing")
    game.lead(c.Undo())
    assert (game.state.clock.stage, game.state.clock.running) == ("lobby", False)
