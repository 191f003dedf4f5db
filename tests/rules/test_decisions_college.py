"""The college decides: the burgemeester is a member, and decides a second tie on the same proposal."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.commands import Votes
from tests.play import Game
from tests.rules.story import close, one, outcome, put, refused, table, vote

YES, NO = (1, 0), (0, 1)


def of_two() -> Game:
    """The college decides while wethouder Mol is not there: burgemeester and wethouder are two."""
    game = table("r1.act")
    game.lead(c.SetAttendance(seat="wethouder_2", present=False))
    return game


def tied(game: Game, burgemeester: tuple[int, int] = YES) -> None:
    vote(game, "onderzoek", burgemeester=burgemeester, wethouder=(burgemeester[1], burgemeester[0]))
    close(game, "onderzoek")


def test_the_burgemeester_votes_in_the_college() -> None:
    game = table("r1.act")
    put(game, "onderzoek", "snel")
    vote(game, "onderzoek", burgemeester=YES, wethouder=YES)
    close(game, "onderzoek")
    assert outcome(game, "onderzoek") == ("snel", "vote")


def test_every_member_has_one_vote_in_the_college() -> None:
    game = table("r1.act")
    put(game, "onderzoek", "snel")
    with refused("too_many_votes"):
        vote(game, "onderzoek", wethouder=(2, 0))


def test_a_fractie_does_not_vote_in_the_college() -> None:
    game = table("r1.act")
    put(game, "onderzoek", "snel")
    with refused("not_a_member"):
        vote(game, "onderzoek", lokaal=YES)


def test_a_wethouder_that_nobody_plays_votes_as_the_casus_says() -> None:
    game = table("r1.act")
    put(game, "onderzoek", "grondig")
    vote(game, "onderzoek", burgemeester=NO, wethouder=YES)
    assert one(close(game, "onderzoek"), e.DecisionTaken).unplayed == {"wethouder_2": Votes(for_=1)}


def test_a_wethouder_does_not_decide_alone() -> None:
    game = table("r1.act")
    with refused("not_your_decision"):
        game.play("wethouder", c.Decide(decision="onderzoek", option="snel", reason="Het moet nu."))


def test_a_wethouder_does_not_put_an_option() -> None:
    game = table("r1.act")
    with refused("only_chair"):
        game.play("wethouder", c.PutToVote(decision="onderzoek", option="snel"))


def test_with_fewer_than_half_of_its_members_the_college_does_not_decide() -> None:
    game = of_two()
    game.lead(c.SetAttendance(seat="wethouder", present=False))
    with refused("no_quorum"):
        game.play("burgemeester", c.PutToVote(decision="onderzoek", option="snel"))


def test_after_a_first_tie_the_college_votes_again_at_once() -> None:
    game = of_two()
    put(game, "onderzoek", "snel")
    tied(game)
    now = game.state.decisions["onderzoek"]
    assert (now.status, now.option, now.votes) == ("voting", "snel", {})


@pytest.mark.parametrize(("burgemeester", "taken"), [(YES, True), (NO, False)])
def test_at_a_second_tie_the_vote_of_the_burgemeester_decides(burgemeester: tuple[int, int], taken: bool) -> None:
    game = of_two()
    put(game, "onderzoek", "snel")
    tied(game, burgemeester)
    tied(game, burgemeester)
    assert (game.state.decisions["onderzoek"].status == "decided") is taken


def test_a_decision_by_the_vote_of_the_chair_says_so() -> None:
    game = of_two()
    put(game, "onderzoek", "snel")
    tied(game)
    tied(game)
    assert outcome(game, "onderzoek") == ("snel", "chair")


def test_ties_are_counted_per_proposal() -> None:
    """Gemeentewet 59 lid 2: andermaal over hetzelfde voorstel."""
    game = of_two()
    put(game, "onderzoek", "snel")
    tied(game)
    vote(game, "onderzoek", burgemeester=NO, wethouder=NO)
    close(game, "onderzoek")
    put(game, "onderzoek", "grondig")
    tied(game)
    assert game.state.decisions["onderzoek"].status == "voting"


def test_a_burgemeester_whom_nobody_plays_any_more_decides_a_second_tie_as_the_casus_says() -> None:
    game = of_two()
    put(game, "onderzoek", "snel")
    tied(game)
    game.lead(c.FreeSeat(participant="p-burgemeester"))
    vote(game, "onderzoek", wethouder=NO)
    game.lead(c.CloseVote(decision="onderzoek"))
    assert outcome(game, "onderzoek") == ("snel", "chair")


def test_a_wethouder_with_an_interest_stays_out() -> None:
    game = table("r1.act")
    game.play("wethouder", c.DeclareInterest(decision="onderzoek", reason="Mijn broer is de ingenieur."))
    put(game, "onderzoek", "snel")
    with refused("barred"):
        vote(game, "onderzoek", wethouder=YES)


def test_nobody_abstains_in_the_college_either() -> None:
    game = table("r1.act")
    put(game, "onderzoek", "snel")
    with refused("no_abstention"):
        vote(game, "onderzoek", wethouder=(0, 0))


def test_the_college_passes_by_the_hammer_too() -> None:
    game = table("r1.act")
    game.play("burgemeester", c.PutToVote(decision="onderzoek", option="grondig"))
    game.play("burgemeester", c.Hammer(decision="onderzoek"))
    assert outcome(game, "onderzoek") == ("grondig", "hammer")
