"""The raad decides: the chair puts, members vote or let it pass, and the law counts."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import Votes
from tests.play import CLOCK, MINUTE, Game
from tests.rules.story import HELPER, changed, close, even_raad, one, outcome, put, refused, table, tied_raad, vote

YES_5, NO_5, YES_4, NO_4 = (5, 0), (0, 5), (4, 0), (0, 4)


def at_the_vote() -> Game:
    """A roll call runs about keeping the bridge open."""
    game = table("r2.act")
    put(game)
    return game


def tied(game: Game, option: str = "open") -> None:
    """Lokaal and Groen stand four against four about this option; the ninth member is not there."""
    if game.state.seats["dorp"].present:
        game.lead(c.SetAttendance(seat="dorp", present=False))
    put(game, option=option)
    vote(game, lokaal=YES_4, groen=NO_4)
    close(game)


# --- putting and hammering -------------------------------------------------------------------------------------------


def test_the_chair_puts_one_option_to_the_meeting() -> None:
    game = table("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="dicht"))
    assert (game.state.decisions["brug"].status, game.state.decisions["brug"].option) == ("put", "dicht")


def test_a_member_cannot_put_an_option() -> None:
    game = table("r2.act")
    with refused("only_chair"):
        game.play("lokaal", c.PutToVote(decision="brug", option="open"))


def test_an_option_that_is_not_in_the_casus_cannot_be_put() -> None:
    game = table("r2.act")
    with refused("unknown_option"):
        game.play("burgemeester", c.PutToVote(decision="brug", option="slopen"))


def test_a_second_option_waits_until_the_first_is_settled() -> None:
    game = table("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    with refused("already_put"):
        game.play("burgemeester", c.PutToVote(decision="brug", option="dicht"))


def test_nothing_is_put_before_the_step_of_deciding() -> None:
    game = table("r2.talk")
    with refused("not_now"):
        game.play("burgemeester", c.PutToVote(decision="brug", option="open"))


def test_an_option_passes_by_the_hammer_when_nobody_asks_for_a_vote() -> None:
    game = table("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    game.play("burgemeester", c.Hammer(decision="brug"))
    assert outcome(game) == ("open", "hammer")


def test_the_hammer_falls_only_on_what_was_put() -> None:
    game = table("r2.act")
    with refused("not_put"):
        game.play("burgemeester", c.Hammer(decision="brug"))


@pytest.mark.parametrize("asks", ["burgemeester", "lokaal", "groen"])
def test_the_chair_or_any_single_member_can_ask_for_a_vote_and_stop_the_hammer(asks: str) -> None:
    game = table("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    game.play(asks, c.RequestVote(decision="brug"))
    with refused("vote_asked"):
        game.play("burgemeester", c.Hammer(decision="brug"))


@pytest.mark.parametrize("asks", ["griffier", "wethouder"])
def test_who_is_no_member_cannot_ask_for_a_vote(asks: str) -> None:
    game = table("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    with refused("not_a_member"):
        game.play(asks, c.RequestVote(decision="brug"))


def test_a_member_who_is_not_there_cannot_ask_for_a_vote() -> None:
    game = table("r2.act")
    game.lead(c.SetAttendance(seat="groen", present=False))
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    with refused("absent"):
        game.play("groen", c.RequestVote(decision="brug"))


def test_a_vote_is_asked_once() -> None:
    game = at_the_vote()
    with refused("vote_runs"):
        game.play("groen", c.RequestVote(decision="brug"))


def test_no_vote_is_asked_before_something_lies_on_the_table() -> None:
    game = table("r2.act")
    with refused("not_put"):
        game.play("lokaal", c.RequestVote(decision="brug"))


# --- quorum ----------------------------------------------------------------------------------------------------------


def test_without_a_quorum_nothing_can_be_put() -> None:
    game = table("r2.act")
    game.lead(c.SetAttendance(seat="lokaal", present=False))
    with refused("no_quorum"):
        game.play("burgemeester", c.PutToVote(decision="brug", option="open"))


def test_a_majority_that_is_there_can_meet_without_the_rest() -> None:
    game = table("r2.act")
    game.lead(c.SetAttendance(seat="groen", present=False))
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    assert game.state.decisions["brug"].status == "put"


def test_an_item_without_a_quorum_comes_back_in_the_next_round() -> None:
    game = table("r1.act", tied_raad())
    game.lead(c.SetAttendance(seat="lokaal", present=False))
    game.lead(c.SetAttendance(seat="dorp", present=False))
    game.step("r1.consequences")
    assert game.state.decisions["brug"].status == "asked"


def test_in_that_second_meeting_the_raad_decides_with_whoever_is_there() -> None:
    game = table("r1.act", tied_raad())
    game.lead(c.SetAttendance(seat="lokaal", present=False))
    game.lead(c.SetAttendance(seat="dorp", present=False))
    game.step("r2.act")
    put(game)
    vote(game, groen=YES_4)
    close(game)
    assert outcome(game) == ("open", "vote")


def test_a_second_meeting_is_the_last_one() -> None:
    game = table("r2.act")
    game.lead(c.SetAttendance(seat="lokaal", present=False))
    game.step("r2.consequences")
    assert outcome(game) == ("open", "unanswered")


# --- voting ----------------------------------------------------------------------------------------------------------


def test_more_votes_for_than_against_adopt_it() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5, groen=NO_4)
    close(game)
    assert outcome(game) == ("open", "vote")


def test_fewer_votes_for_than_against_reject_it() -> None:
    game = at_the_vote()
    vote(game, lokaal=NO_5, groen=YES_4)
    assert one(close(game), e.VoteClosed).outcome == "rejected"


def test_a_fractie_can_split_its_votes() -> None:
    game = at_the_vote()
    vote(game, lokaal=(2, 3), groen=YES_4)
    result = one(close(game), e.DecisionTaken).result
    assert (result.votes_for, result.votes_against) == (6, 3)


def test_nobody_abstains_in_a_roll_call() -> None:
    game = at_the_vote()
    with refused("no_abstention"):
        vote(game, lokaal=(3, 1))


def test_a_fractie_has_no_more_votes_than_seats() -> None:
    game = at_the_vote()
    with refused("too_many_votes"):
        vote(game, lokaal=(5, 1))


def test_a_seat_votes_once() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5)
    with refused("already_voted"):
        vote(game, lokaal=NO_5)


@pytest.mark.parametrize("seat", ["burgemeester", "griffier", "wethouder"])
def test_chair_griffier_and_wethouder_have_no_vote_in_the_raad(seat: str) -> None:
    game = at_the_vote()
    with refused("not_a_member"):
        game.play(seat, c.CastVote(decision="brug", votes=Votes(for_=1)))


def test_a_vote_before_the_roll_call_is_refused() -> None:
    game = table("r2.act")
    with refused("no_vote_runs"):
        vote(game, lokaal=YES_5)


def test_a_late_vote_is_refused_after_the_decision() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5)
    game.lead(c.CloseVote(decision="brug"))
    with refused("decided"):
        vote(game, groen=NO_4)


def test_a_late_vote_is_refused_after_the_round_closes() -> None:
    game = at_the_vote()
    game.step("r2.consequences")
    with refused("not_now"):
        vote(game, groen=NO_4)


def test_the_chair_waits_for_every_vote() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5)
    with refused("votes_missing"):
        close(game)


def test_only_the_facilitator_closes_while_votes_are_missing() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5)
    game.lead(c.CloseVote(decision="brug"))
    assert outcome(game) == ("open", "vote")


def test_a_vote_with_too_few_voters_does_not_count() -> None:
    game = at_the_vote()
    vote(game, groen=YES_4)
    assert one(game.lead(c.CloseVote(decision="brug")), e.VoteClosed).outcome == "invalid"


def test_after_a_vote_that_did_not_count_the_same_option_can_be_put_again() -> None:
    game = at_the_vote()
    vote(game, groen=YES_4)
    game.lead(c.CloseVote(decision="brug"))
    put(game)
    assert not game.state.decisions["brug"].votes


def test_a_vote_that_did_not_count_can_be_taken_again_in_the_next_meeting_by_fewer() -> None:
    game = table("r1.act", tied_raad())
    put(game)
    vote(game, groen=YES_4)
    game.lead(c.SetAttendance(seat="dorp", present=False))
    game.lead(c.CloseVote(decision="brug"))
    game.step("r2.act")
    put(game)
    vote(game, groen=YES_4)
    game.lead(c.CloseVote(decision="brug"))
    assert outcome(game) == ("open", "vote")


def test_a_rejected_option_does_not_come_back() -> None:
    game = at_the_vote()
    vote(game, lokaal=NO_5, groen=NO_4)
    close(game)
    with refused("option_tried"):
        game.play("burgemeester", c.PutToVote(decision="brug", option="open"))


def test_after_a_rejection_the_other_option_can_be_adopted() -> None:
    game = at_the_vote()
    vote(game, lokaal=NO_5, groen=NO_4)
    close(game)
    put(game, option="dicht")
    vote(game, lokaal=YES_5, groen=YES_4)
    close(game)
    assert outcome(game) == ("dicht", "vote")


def test_what_is_decided_stays_decided() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5, groen=YES_4)
    close(game)
    with refused("decided"):
        game.play("burgemeester", c.PutToVote(decision="brug", option="dicht"))


def test_adopting_an_option_sets_its_consequences_on_their_way() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5, groen=YES_4)
    assert one(close(game), e.ConsequenceScheduled).consequence == "brug_breekt"


# --- ties ------------------------------------------------------------------------------------------------------------


def test_a_tie_rejects_at_once_when_all_who_may_vote_have_voted() -> None:
    game = table("r1.act", changed(even_raad, lambda casus: casus["decisions"]["brug"].update(round="r1")))
    put(game)
    vote(game, lokaal=YES_4, groen=NO_4)
    assert one(close(game), e.VoteClosed).outcome == "rejected"


def test_a_tie_rejects_at_once_when_the_only_one_missing_has_an_interest() -> None:
    game = table("r2.act")
    game.play("lokaal", c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    game.play("burgemeester", c.RequestVote(decision="brug"))
    vote(game, groen=(2, 2))
    assert one(close(game), e.VoteClosed).outcome == "rejected"


def test_a_tie_while_a_member_is_missing_is_postponed() -> None:
    game = table("r1.act", tied_raad())
    tied(game)
    assert game.state.decisions["brug"].postponed


def test_what_is_postponed_cannot_be_put_again_in_the_same_round() -> None:
    game = table("r1.act", tied_raad())
    tied(game)
    with refused("next_meeting"):
        put(game)


def test_what_is_postponed_is_not_answered_by_silence_but_returns_next_round() -> None:
    game = table("r1.act", tied_raad())
    tied(game)
    game.step("r2.read")
    now = game.state.decisions["brug"]
    assert (now.status, now.round, now.postponed) == ("asked", "r2", False)


def test_a_second_tie_on_the_same_proposal_rejects_it() -> None:
    game = table("r1.act", tied_raad())
    tied(game)
    game.step("r2.act")
    tied(game)
    assert game.state.decisions["brug"].tried == ("open",)


def test_a_first_tie_on_another_option_is_postponed_again() -> None:
    game = table("r1.act", tied_raad())
    tied(game)
    game.step("r2.act")
    tied(game, option="dicht")
    assert game.state.decisions["brug"].postponed


def test_a_tie_in_the_last_round_ends_in_silence() -> None:
    game = table("r1.act", tied_raad())
    tied(game)
    game.step("r2.act")
    tied(game, option="dicht")
    game.step("r2.consequences")
    assert outcome(game) == ("open", "unanswered")


def test_what_waits_for_a_next_meeting_is_answered_by_silence_when_play_stops() -> None:
    game = table("r1.act", tied_raad())
    tied(game)
    game.lead(c.GoToEpilogue())
    assert outcome(game) == ("open", "unanswered")


# --- spoken votes ----------------------------------------------------------------------------------------------------


def recorded(seat: str, in_favour: int, against: int) -> c.RecordVote:
    return c.RecordVote(decision="brug", seat=seat, votes=Votes(for_=in_favour, against=against))


def test_the_griffier_writes_down_what_was_spoken() -> None:
    game = at_the_vote()
    game.play("griffier", recorded("lokaal", 5, 0))
    assert game.state.decisions["brug"].votes["lokaal"].spoken


@pytest.mark.parametrize("seat", ["lokaal", "wethouder"])
def test_who_neither_chairs_nor_records_writes_nothing_down(seat: str) -> None:
    game = at_the_vote()
    with refused("only_chair"):
        game.play(seat, recorded("groen", 4, 0))


def test_a_table_helper_can_write_a_vote_down() -> None:
    game = at_the_vote()
    game.do(HELPER, recorded("lokaal", 5, 0))
    assert game.state.decisions["brug"].votes["lokaal"].votes.for_ == 5


def test_the_griffier_does_not_change_a_vote_that_was_written_down() -> None:
    game = at_the_vote()
    game.play("griffier", recorded("lokaal", 5, 0))
    with refused("already_voted"):
        game.play("griffier", recorded("lokaal", 0, 5))


def test_the_facilitator_can_mend_a_vote_that_was_written_down_wrongly() -> None:
    game = at_the_vote()
    game.play("griffier", recorded("lokaal", 5, 0))
    game.lead(recorded("lokaal", 0, 5))
    assert game.state.decisions["brug"].votes["lokaal"].votes.against == 5


def test_a_computer_on_the_seat_of_the_griffier_writes_no_votes_of_people_down() -> None:
    game = at_the_vote()
    game.lead(c.FreeSeat(participant="p-griffier"))
    game.lead(c.SetPlayer(seat="griffier", player="computer"))
    with refused("bot_records"):
        game.play("griffier", recorded("lokaal", 5, 0))


def test_a_vote_of_a_seat_that_nobody_plays_is_not_written_down() -> None:
    game = Game(changed())
    game.sit(burgemeester="p-b", griffier="p-g", groen="p-q")
    game.step("r2.act")
    put(game)
    with refused("nobody_there"):
        game.play("griffier", recorded("lokaal", 5, 0))


# --- seats that nobody plays -----------------------------------------------------------------------------------------


def short_table(step: str) -> Game:
    """Nobody plays Groen, which votes as the casus says."""
    game = Game(changed())
    game.sit(burgemeester="p-b", griffier="p-g", wethouder="p-w", lokaal="p-l")
    game.step(step)
    return game


def test_a_seat_that_nobody_plays_votes_as_the_casus_says() -> None:
    game = short_table("r2.act")
    put(game)
    vote(game, lokaal=YES_5)
    assert one(close(game), e.DecisionTaken).unplayed == {"groen": Votes(for_=4)}


def test_the_first_stand_whose_condition_holds_is_followed() -> None:
    game = short_table("r2.act")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    put(game)
    vote(game, lokaal=YES_5)
    assert one(close(game), e.DecisionTaken).unplayed == {"groen": Votes(against=4)}


def test_the_facilitator_can_adjust_how_an_unplayed_seat_votes() -> None:
    game = short_table("r2.act")
    game.lead(c.SetStand(seat="groen", decision="brug", supports=()))
    put(game)
    vote(game, lokaal=YES_5)
    assert one(close(game), e.DecisionTaken).unplayed == {"groen": Votes(against=4)}


def test_an_unplayed_seat_that_is_not_there_does_not_vote() -> None:
    game = short_table("r2.act")
    game.lead(c.SetAttendance(seat="groen", present=False))
    put(game)
    vote(game, lokaal=YES_5)
    assert one(close(game), e.DecisionTaken).unplayed == {}


def test_who_voted_and_then_got_up_is_counted_once() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5, groen=NO_4)
    game.lead(c.FreeSeat(participant="p-groen"))
    result = one(close(game), e.DecisionTaken).result
    assert (result.votes_for, result.votes_against) == (5, 4)


# --- interest, suspension, explanation -------------------------------------------------------------------------------


def test_a_member_with_a_personal_interest_does_not_vote() -> None:
    game = table("r2.act")
    game.play("groen", c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))
    put(game)
    with refused("barred"):
        vote(game, groen=NO_4)


def test_a_member_with_a_personal_interest_asks_for_no_vote_either() -> None:
    game = table("r2.act")
    game.play("groen", c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    with refused("barred"):
        game.play("groen", c.RequestVote(decision="brug"))


def test_the_others_decide_without_the_member_with_an_interest() -> None:
    game = table("r2.act")
    game.play("lokaal", c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    game.play("groen", c.RequestVote(decision="brug"))
    vote(game, groen=YES_4)
    close(game)
    assert outcome(game) == ("open", "vote")


def test_an_interest_is_declared_before_voting() -> None:
    game = at_the_vote()
    vote(game, groen=NO_4)
    with refused("already_voted"):
        game.play("groen", c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))


def test_an_interest_is_declared_once() -> None:
    game = table("r2.act")
    game.play("groen", c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))
    with refused("already_given"):
        game.play("groen", c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))


def test_who_does_not_vote_declares_no_interest() -> None:
    game = table("r2.act")
    with refused("not_a_member"):
        game.play("griffier", c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))


def test_the_table_reads_who_declared_an_interest_and_why() -> None:
    game = table("r2.act")
    game.play("groen", c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))
    assert game.sees("wethouder").decisions["brug"].votes["groen"].barred == "Ik woon aan de brug."


def test_a_suspended_meeting_does_not_vote() -> None:
    game = at_the_vote()
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    with refused("suspended"):
        vote(game, lokaal=YES_5)


def test_after_the_suspension_the_vote_goes_on() -> None:
    game = at_the_vote()
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    game.do(CLOCK, c.Wake(), later=3 * MINUTE)
    vote(game, lokaal=YES_5)
    assert "lokaal" in game.state.decisions["brug"].votes


def test_who_voted_can_explain_it() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5)
    game.play("lokaal", c.ExplainVote(decision="brug", text="De bakker moet erover kunnen."))
    assert game.state.decisions["brug"].explained == {"lokaal": "De bakker moet erover kunnen."}


def test_who_did_not_vote_has_nothing_to_explain() -> None:
    game = at_the_vote()
    with refused("explain_first"):
        game.play("lokaal", c.ExplainVote(decision="brug", text="De bakker moet erover kunnen."))


def test_a_vote_is_explained_once() -> None:
    game = at_the_vote()
    vote(game, lokaal=YES_5)
    game.play("lokaal", c.ExplainVote(decision="brug", text="De bakker."))
    with refused("already_given"):
        game.play("lokaal", c.ExplainVote(decision="brug", text="De bakker."))


# --- silence ---------------------------------------------------------------------------------------------------------


def test_a_round_that_closes_without_a_decision_is_an_answer_too() -> None:
    game = table("r2.act")
    game.step("r2.consequences")
    assert outcome(game) == ("open", "unanswered")


def test_silence_has_the_consequences_of_the_option_that_then_holds() -> None:
    game = table("r2.consequences")
    scheduled = [r.event for r in game.log if isinstance(r.event, e.ConsequenceScheduled)]
    assert "brug_breekt" in {event.consequence for event in scheduled}


def test_a_decision_that_does_not_exist_is_refused() -> None:
    game = table("r2.act")
    with refused("unknown_decision"):
        game.play("burgemeester", c.PutToVote(decision="tunnel", option="open"))


def test_the_lot_says_who_votes_first_and_everybody_reads_it() -> None:
    game = at_the_vote()
    now = next(d for d in game.state.decisions.values() if d.status == "voting")
    lines = game.see(Audience(kind="screen")).decisions[now.id].votes
    first = min(lines, key=lambda seat: lines[seat].order)
    assert first == now.first
    assert any("Het lot wijst aan wie begint" in item.text for item in game.state.feed.values())


def test_who_votes_first_does_not_depend_on_what_happened_elsewhere() -> None:
    drawn = []
    for chatter in (0, 3):
        game = table("r2.act")
        for _ in range(chatter):
            game.lead(c.Bookmark())
        put(game)
        drawn += [record.event.drawn for record in game.log if isinstance(record.event, e.VoteRequested)]
    assert drawn[0] == drawn[1]
