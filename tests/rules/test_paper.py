"""Paper mode: the wifi fails, the table plays on, and what happened is entered afterwards. It counts like the rest."""

from __future__ import annotations

import pytest

from game_rules import engine
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.commands import Votes
from tests.play import FACILITATOR, Game
from tests.rules.story import HELPER, changed, even_raad, one, outcome, put, refused, table, third_fractie, titles


def on_paper(step: str, game: Game | None = None) -> Game:
    """A table that goes on on paper from this step."""
    game = game or table()
    game.step(step)
    game.lead(c.Unexpected(kind="paper", text="De wifi is weg."))
    return game


def entered(
    game: Game, option: str, in_favour: int = 0, against: int = 0, decision: str = "brug"
) -> tuple[e.AnyEvent, ...]:
    votes = Votes(for_=in_favour, against=against)
    return game.lead(c.EnterDecision(decision=decision, option=option, votes=votes))


# --- going on paper and coming back ----------------------------------------------------------------------------------


def test_the_clock_stands_still_and_steps_go_on_until_the_facilitator_resumes() -> None:
    game = on_paper("r1.talk")
    assert game.state.on_paper and not game.state.clock.running
    game.step("r2.read")
    assert game.state.on_paper and not game.state.clock.running
    assert game.state.clock.pause_reason == "We spelen verder op papier."
    game.lead(c.Resume())
    assert game.state.clock.running and not game.state.on_paper


def test_everybody_reads_why_also_when_the_clock_stood_still_already() -> None:
    game = table("r1.talk")
    game.lead(c.Pause())
    game.lead(c.Unexpected(kind="paper"))
    assert game.sees("griffier").clock.pause_reason == "We spelen verder op papier."


def test_taking_back_the_choice_for_paper_ends_it() -> None:
    game = on_paper("r1.talk")
    game.lead(c.Undo())
    assert not game.state.on_paper


def test_entering_is_for_paper_only() -> None:
    game = table("r2.act")
    with refused("not_on_paper"):
        entered(game, "open", 9)
    with refused("not_on_paper"):
        game.lead(c.EnterAct(act="meten", by="wethouder"))
    with refused("not_on_paper"):
        game.lead(c.EnterPromise(by="wethouder", to="lokaal", text="Ik bel je."))


def test_a_player_enters_nothing() -> None:
    game = on_paper("r2.act")
    with refused("not_for_you"):
        game.play("burgemeester", c.EnterDecision(decision="brug", option="open"))


# --- decisions -------------------------------------------------------------------------------------------------------


def test_a_vote_that_was_held_aloud_has_its_outcome_and_its_consequences() -> None:
    game = on_paper("r2.act")
    taken = one(entered(game, "dicht", 5, 4), e.DecisionTaken)
    assert (taken.result.option, taken.result.how, taken.result.votes_for, taken.result.votes_against) == (
        "dicht",
        "vote",
        5,
        4,
    )
    assert [cause.kind for cause in game.state.pending["omrijden"].causes] == ["decision"]
    game.step("r2.consequences")
    assert "omrijden" in game.state.happened


def test_what_was_entered_says_so_and_is_signed() -> None:
    game = on_paper("r2.act")
    entered(game, "dicht", 5, 4)
    told = [item for item in game.state.feed.values() if item.paper]
    assert [(item.kind, item.title, item.by) for item in told] == [("decision", "Gaat de brug dicht?", "f1")]
    game.step("r2.consequences")
    assert not [item for item in game.state.feed.values() if item.kind == "consequence" and item.paper]


def test_without_a_vote_it_is_a_hamerstuk() -> None:
    game = on_paper("r2.act")
    entered(game, "open")
    assert outcome(game) == ("open", "hammer")


def test_votes_are_never_more_than_there_are() -> None:
    game = on_paper("r2.act")
    with refused("paper_too_many"):
        entered(game, "open", 6, 4)
    game.lead(c.SetAttendance(seat="groen", present=False))
    with refused("paper_too_many"):
        entered(game, "open", 6)
    entered(game, "open", 5)
    assert outcome(game) == ("open", "vote")


def test_what_the_raad_rejected_can_be_followed_by_another_choice() -> None:
    game = on_paper("r2.act")
    assert one(entered(game, "open", 4, 5), e.VoteClosed).outcome == "rejected"
    with refused("option_tried"):
        entered(game, "open", 9)
    entered(game, "dicht", 9)
    assert outcome(game) == ("dicht", "vote")


def test_too_few_votes_are_no_valid_vote() -> None:
    game = on_paper("r2.act")
    assert one(entered(game, "open", 3, 1), e.VoteClosed).outcome == "invalid"
    assert game.state.decisions["brug"].status == "asked"


def test_a_tie_in_a_full_raad_rejects_and_else_postpones() -> None:
    full = on_paper("r2.act", table(content=changed(even_raad)))
    assert one(entered(full, "open", 4, 4), e.VoteClosed).outcome == "rejected"
    absent = table(content=changed(third_fractie))
    absent.step("r2.act")
    absent.lead(c.SetAttendance(seat="dorp", present=False))
    on_paper("r2.act", absent)
    assert one(entered(absent, "open", 4, 4), e.VoteClosed).outcome == "postponed"
    with refused("next_meeting"):
        entered(absent, "open", 8)


def test_a_tie_of_the_college_is_the_second_one_and_the_burgemeester_decided() -> None:
    game = on_paper("r1.act")
    game.lead(c.SetAttendance(seat="wethouder_2", present=False))
    entered(game, "snel", 1, 1, decision="onderzoek")
    assert outcome(game, "onderzoek") == ("snel", "chair")


def test_without_a_quorum_nothing_was_decided() -> None:
    game = on_paper("r2.act")
    for seat in ("lokaal", "groen"):
        game.lead(c.SetAttendance(seat=seat, present=False))
    with refused("no_quorum"):
        entered(game, "open")


def test_one_office_holder_decided_with_a_reason() -> None:
    game = on_paper("r2.act")
    game.lead(c.PlaceOnAgenda(item="bericht"))
    with refused("empty_text"):
        entered(game, "eerlijk", decision="bericht")
    game.lead(c.EnterDecision(decision="bericht", option="eerlijk", reason="Iedereen heeft er recht op."))
    assert outcome(game, "bericht") == ("eerlijk", "office")


def test_an_option_or_decision_that_is_not_there_is_refused() -> None:
    game = on_paper("r2.act")
    with refused("unknown_option"):
        entered(game, "vliegen")
    with refused("unknown_decision"):
        entered(game, "open", decision="nergens")
    entered(game, "open")
    with refused("decided"):
        entered(game, "open")


def test_a_vote_that_ran_on_the_screens_gives_way_to_what_was_entered() -> None:
    game = table("r2.act")
    put(game)
    on_paper("r2.act", game)
    entered(game, "dicht", 9)
    assert outcome(game) == ("dicht", "vote")


def test_the_facilitator_takes_back_what_was_entered_wrongly() -> None:
    game = on_paper("r2.act")
    entered(game, "dicht", 5, 4)
    game.lead(c.Undo())
    assert game.state.decisions["brug"].status == "asked"
    assert "omrijden" not in game.state.pending
    assert game.state.on_paper
    entered(game, "open", 5, 4)
    assert outcome(game) == ("open", "vote")


# --- acts, cards, promises -------------------------------------------------------------------------------------------


def test_an_act_that_was_done_counts_for_the_seat_that_did_it() -> None:
    game = on_paper("r1.talk")
    done = one(game.lead(c.EnterAct(act="meten", by="wethouder")), e.ActPerformed)
    assert (done.by, done.legality) == ("wethouder", "legal")
    assert "foto" in game.state.cards
    assert [cause.kind for cause in game.state.pending["meting"].causes] == ["act"]
    assert [item.paper for item in game.state.feed.values() if item.kind == "act"] == [True]


def test_what_is_forbidden_stays_secret_also_on_paper() -> None:
    game = on_paper("r1.talk")
    game.lead(c.EnterAct(act="fluisteren", by="wethouder", target="lokaal"))
    assert "rapport" in game.sees("lokaal").cards
    assert "fluisteren" not in str(game.sees("groen").acts)
    assert not any("stil aan één fractie" in item.title for item in game.sees("groen").feed.values())


def test_what_the_law_makes_void_did_not_happen() -> None:
    game = on_paper("r2.talk")
    before = game.state.version
    with refused("paper_void"):
        game.lead(c.EnterAct(act="meestemmen", by="burgemeester"))
    assert game.state.version == before


def test_an_act_of_another_office_or_an_empty_chair_is_refused() -> None:
    game = on_paper("r1.talk")
    with refused("unknown_act"):
        game.lead(c.EnterAct(act="meten", by="griffier"))
    with refused("nobody_there"):
        game.lead(c.EnterAct(act="meten", by="wethouder_2"))
    game.lead(c.EnterAct(act="meten", by="wethouder"))
    with refused("act_done"):
        game.lead(c.EnterAct(act="meten", by="wethouder"))


def test_a_suspension_that_is_over_suspends_nothing_any_more() -> None:
    game = on_paper("r1.talk")
    game.lead(c.EnterAct(act="schorsen", by="burgemeester"))
    assert game.state.suspended_until == 0
    assert game.state.used["burgemeester.schorsing.r1"] == 1


def test_an_entered_act_is_taken_back_with_what_was_on_its_way() -> None:
    game = on_paper("r1.talk")
    game.lead(c.EnterAct(act="meten", by="wethouder"))
    game.lead(c.Undo())
    assert game.state.acts == {}
    assert "meting" not in game.state.pending
    game.lead(c.EnterAct(act="meten", by="wethouder"))


def test_a_card_that_was_told_at_the_table_is_known_there() -> None:
    game = on_paper("r1.talk")
    game.lead(c.TellCard(card="rapport", to=("groen",)))
    assert "rapport" in game.sees("groen").cards


def test_a_promise_that_was_made_stands_and_can_be_taken_back() -> None:
    game = on_paper("r2.talk")
    game.lead(c.EnterPromise(by="wethouder", to="lokaal", promise="elke_week"))
    assert [(p.by, p.to, p.offer) for p in game.state.promises.values()] == [("wethouder", "lokaal", "elke_week")]
    game.lead(c.Undo())
    assert game.state.promises == {}
    game.lead(c.EnterPromise(by="griffier", to="lokaal", text="Ik stuur je het rapport."))
    with refused("to_self"):
        game.lead(c.EnterPromise(by="griffier", to="griffier", text="Ik doe het zelf."))
    assert "Griffier Bos zegt toe aan Fractie Lokaal Kreekdam" in titles(game, "promise")


# --- who may enter, and what is offered ------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [FACILITATOR, HELPER])
def test_a_tafelhulp_enters_as_well_as_the_facilitator(who: Actor) -> None:
    game = on_paper("r2.act")
    game.do(who, c.EnterDecision(decision="brug", option="dicht", votes=Votes(for_=9)))
    assert outcome(game) == ("dicht", "vote")


def test_a_tafelhulp_neither_reads_nor_enters_what_was_done_in_secret() -> None:
    game = on_paper("r1.talk")
    offered = {offer.fixed.get("act") for offer in game.see(Audience(kind="helper", participant="h1")).allowed.values()}
    assert "meten" in offered and "fluisteren" not in offered
    with refused("not_for_you"):
        game.do(HELPER, c.EnterAct(act="fluisteren", by="wethouder", target="lokaal"))


def test_what_is_still_open_is_offered_and_nothing_else() -> None:
    game = on_paper("r2.talk")
    offers = [offer for offer in game.see(Audience(kind="facilitator")).allowed.values() if offer.group == "paper"]
    assert {offer.about for offer in offers if offer.command == "enter_decision"} >= {"brug"}
    assert {offer.votes for offer in offers if offer.about == "brug"} == {0, 9}
    assert "meestemmen" not in {offer.fixed.get("act") for offer in offers}
    entered(game, "open")
    after = [
        offer.about
        for offer in game.see(Audience(kind="facilitator")).allowed.values()
        if offer.command == "enter_decision"
    ]
    assert "brug" not in after
    game.lead(c.Resume())
    assert not [offer for offer in game.see(Audience(kind="facilitator")).allowed.values() if offer.group == "paper"]


def test_the_same_log_gives_the_same_game_again() -> None:
    game = on_paper("r2.act")
    entered(game, "dicht", 5, 4)
    game.lead(c.Undo())
    game.lead(c.Resume())
    assert engine.replay(game.content, game.log) == game.state
