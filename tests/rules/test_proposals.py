"""Motie, amendement and ordevoorstel; the griffier's places on the agenda."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.play import Game
from tests.rules.story import changed, close, even_raad, one, put, refused, table, vote

MOTIE = c.Propose(kind="motie", text="De brug krijgt een lamp.")
AMENDEMENT = c.Propose(kind="amendement", text="De brug gaat alleen 's nachts dicht.", decision="brug")


def proposed(command: c.Propose = MOTIE, step: str = "r2.talk", *changes: Any) -> tuple[Game, str]:
    """Groen made a proposal."""
    game = table(step, changed(*changes))
    game.play("groen", command)
    return game, next(iter(game.state.proposals))


def on_the_agenda(command: c.Propose = MOTIE, *changes: Any) -> tuple[Game, str]:
    """The griffier gave it a place, and deciding begins."""
    game, proposal = proposed(command, "r2.talk", *changes)
    game.play("griffier", c.PlaceOnAgenda(item=proposal))
    game.step("r2.act")
    return game, proposal


def test_a_member_of_the_raad_proposes() -> None:
    game, proposal = proposed()
    assert game.sees("lokaal").proposals[proposal].text == "De brug krijgt een lamp."


@pytest.mark.parametrize("by", ["burgemeester", "griffier", "wethouder"])
def test_who_is_no_member_of_the_raad_does_not_propose(by: str) -> None:
    with refused("only_council"):
        table("r2.talk").play(by, MOTIE)


def test_a_fractie_has_so_many_proposals_a_round() -> None:
    game, _ = proposed()
    with refused("budget_empty"):
        game.play("groen", MOTIE)


def test_a_proposal_needs_words() -> None:
    with refused("empty_text"):
        table("r2.talk").play("groen", c.Propose(kind="motie", text=" "))


@pytest.mark.parametrize("decision", ["", "onderzoek", "voorzitter", "tunnel"])
def test_an_amendement_belongs_to_an_open_decision_of_the_raad(decision: str) -> None:
    with refused("amend_what"):
        table("r2.talk").play("groen", c.Propose(kind="amendement", text="Anders.", decision=decision))


def test_who_proposed_it_can_withdraw_it() -> None:
    game, proposal = proposed()
    game.play("groen", c.WithdrawProposal(proposal=proposal))
    assert game.sees("lokaal").proposals[proposal].status == "withdrawn"


def test_nobody_withdraws_a_proposal_of_somebody_else() -> None:
    game, proposal = proposed()
    with refused("not_your_proposal"):
        game.play("lokaal", c.WithdrawProposal(proposal=proposal))


def test_a_proposal_is_withdrawn_once() -> None:
    game, proposal = proposed()
    game.play("groen", c.WithdrawProposal(proposal=proposal))
    with refused("unknown_proposal"):
        game.play("groen", c.WithdrawProposal(proposal=proposal))


def test_what_lies_before_the_meeting_is_not_withdrawn() -> None:
    game, proposal = on_the_agenda()
    game.play("burgemeester", c.PutToVote(decision=proposal, option="aannemen"))
    with refused("already_put"):
        game.play("groen", c.WithdrawProposal(proposal=proposal))


def test_what_is_withdrawn_is_off_the_agenda() -> None:
    game, proposal = on_the_agenda()
    game.play("groen", c.WithdrawProposal(proposal=proposal))
    with refused("unknown_decision"):
        game.play("burgemeester", c.PutToVote(decision=proposal, option="aannemen"))


def test_without_a_place_on_the_agenda_a_proposal_is_not_decided() -> None:
    game, proposal = proposed()
    game.step("r2.act")
    with refused("unknown_decision"):
        game.play("burgemeester", c.PutToVote(decision=proposal, option="aannemen"))


@pytest.mark.parametrize("by", ["burgemeester", "groen"])
def test_only_the_griffier_fills_the_agenda(by: str) -> None:
    game, proposal = proposed()
    with refused("only_griffier"):
        game.play(by, c.PlaceOnAgenda(item=proposal))


def test_the_facilitator_can_help_without_using_a_place() -> None:
    game, proposal = proposed()
    game.lead(c.PlaceOnAgenda(item=proposal))
    assert game.sees("griffier").me.budgets["agenda"].left == 2


def test_the_griffier_has_two_places_a_round() -> None:
    game, proposal = proposed()
    for item in (proposal, "voorzitter"):
        game.play("griffier", c.PlaceOnAgenda(item=item))
    with refused("budget_empty"):
        game.play("griffier", c.PlaceOnAgenda(item="bericht"))


def test_what_is_on_the_agenda_gets_no_second_place() -> None:
    game, proposal = proposed()
    game.play("griffier", c.PlaceOnAgenda(item=proposal))
    with refused("already_on_agenda"):
        game.play("griffier", c.PlaceOnAgenda(item=proposal))


def test_a_decision_of_a_later_round_gets_no_place_yet() -> None:
    with refused("unknown_proposal"):
        table("r1.talk").play("griffier", c.PlaceOnAgenda(item="voorzitter"))


def test_a_decision_whose_condition_does_not_hold_gets_no_place() -> None:
    def only_when_known(casus: dict[str, Any]) -> None:
        casus["decisions"]["voorzitter"]["when"] = {"told": "rapport"}

    with refused("unknown_proposal"):
        table("r2.talk", changed(only_when_known)).play("griffier", c.PlaceOnAgenda(item="voorzitter"))


def test_a_proposal_that_found_no_place_can_have_one_in_the_next_round() -> None:
    game, proposal = proposed(MOTIE, "r1.talk")
    game.step("r2.talk")
    game.play("griffier", c.PlaceOnAgenda(item=proposal))
    assert game.state.decisions[proposal].round == "r2"


def test_the_raad_adopts_a_proposal() -> None:
    game, proposal = on_the_agenda()
    put(game, proposal, "aannemen")
    vote(game, proposal, lokaal=(5, 0), groen=(4, 0))
    close(game, proposal)
    assert game.sees("lokaal").proposals[proposal].status == "adopted"


def test_an_adopted_proposal_waits_for_the_facilitator_as_a_move() -> None:
    game, proposal = on_the_agenda()
    put(game, proposal, "aannemen")
    vote(game, proposal, lokaal=(5, 0), groen=(4, 0))
    assert one(close(game, proposal), e.MoveMade).text == "De brug krijgt een lamp."


def test_a_rejected_proposal_is_done_with() -> None:
    game, proposal = on_the_agenda()
    put(game, proposal, "aannemen")
    vote(game, proposal, lokaal=(0, 5), groen=(4, 0))
    close(game, proposal)
    assert game.sees("lokaal").proposals[proposal].status == "rejected"


def test_a_proposal_on_which_a_full_raad_ties_is_rejected() -> None:
    game, proposal = on_the_agenda(MOTIE, even_raad)
    put(game, proposal, "aannemen")
    vote(game, proposal, lokaal=(0, 4), groen=(4, 0))
    close(game, proposal)
    assert game.sees("lokaal").proposals[proposal].status == "rejected"


def test_a_proposal_that_nobody_put_is_held_over() -> None:
    game, proposal = on_the_agenda()
    game.step("r2.consequences")
    assert "aangehouden" in game.sees("lokaal").decisions[proposal].outcome_reason


@pytest.mark.parametrize(("bloc", "in_favour"), [("oppositie", 5), ("coalitie", 0), ("", 0)])
def test_on_a_proposal_an_unplayed_fractie_votes_with_its_own_bloc(bloc: str, in_favour: int) -> None:
    def of_bloc(casus: dict[str, Any]) -> None:
        casus["seats"]["lokaal"]["bloc"] = bloc

    game, proposal = on_the_agenda(MOTIE, of_bloc)
    game.lead(c.FreeSeat(participant="p-lokaal"))
    put(game, proposal, "aannemen")
    vote(game, proposal, groen=(4, 0))
    assert game.state.decisions[proposal].votes.keys() == {"groen"}
    close(game, proposal)
    assert game.state.decisions[proposal].unplayed["lokaal"].for_ == in_favour


def test_two_seats_without_a_bloc_are_no_bloc_together() -> None:
    def no_blocs(casus: dict[str, Any]) -> None:
        casus["seats"]["lokaal"]["bloc"] = casus["seats"]["groen"]["bloc"] = ""

    game, proposal = on_the_agenda(MOTIE, no_blocs)
    game.lead(c.FreeSeat(participant="p-lokaal"))
    put(game, proposal, "aannemen")
    vote(game, proposal, groen=(4, 0))
    close(game, proposal)
    assert game.state.decisions[proposal].unplayed["lokaal"].for_ == 0


def test_a_proposal_that_is_held_over_was_not_rejected() -> None:
    game, proposal = on_the_agenda()
    game.step("r2.consequences")
    assert game.sees("lokaal").proposals[proposal].status == "agenda"


def test_an_amendement_is_voted_on_before_the_decision_it_changes() -> None:
    game, _ = on_the_agenda(AMENDEMENT)
    with refused("amendment_first"):
        game.play("burgemeester", c.PutToVote(decision="brug", option="open"))


def test_after_its_amendement_the_decision_can_be_put() -> None:
    game, proposal = on_the_agenda(AMENDEMENT)
    game.play("burgemeester", c.PutToVote(decision=proposal, option="aannemen"))
    game.play("burgemeester", c.Hammer(decision=proposal))
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    assert game.state.decisions["brug"].status == "put"


def test_an_amendement_on_what_is_being_voted_on_comes_too_late() -> None:
    game, proposal = proposed(AMENDEMENT)
    game.step("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    with refused("unknown_proposal"):
        game.play("griffier", c.PlaceOnAgenda(item=proposal))


def test_a_motie_does_not_hold_up_a_decision() -> None:
    game, _ = on_the_agenda(MOTIE)
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    assert game.state.decisions["brug"].status == "put"
