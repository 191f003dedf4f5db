"""Persons: a secret ballot, a second one between two, and then the lot (Gemeentewet 31)."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.commands import Votes
from game_rules.vocabulary.state_parts import DecisionState
from tests.play import Game
from tests.rules.story import changed, close, even_raad, one, refused, table

CHAIR = "voorzitter"


def three_candidates(casus: dict[str, Any]) -> None:
    casus["decisions"][CHAIR]["options"]["lid_dorp"] = {
        "text": "Een inwoner.",
        "asked_by": "Dorp",
        "pro": "",
        "con": "",
    }


def at_the_ballot(*changes: Any) -> Game:
    """The raad chooses a chair; the ballot is open."""
    game = table("r2.talk", changed(*changes))
    game.play("griffier", c.PlaceOnAgenda(item=CHAIR))
    game.step("r2.act")
    game.play("burgemeester", c.PutToVote(decision=CHAIR, option="stembriefje"))
    return game


def ballots(game: Game, **choices: str) -> None:
    for seat, option in choices.items():
        game.play(seat, c.CastBallot(decision=CHAIR, option=option))


def now(game: Game) -> DecisionState:
    return game.state.decisions[CHAIR]


def test_persons_always_go_to_a_ballot_without_anybody_asking() -> None:
    assert now(at_the_ballot()).status == "voting"


def test_persons_are_never_hammered_through() -> None:
    game = at_the_ballot()
    with refused("vote_asked"):
        game.play("burgemeester", c.Hammer(decision=CHAIR))


def test_more_than_half_of_the_votes_elects() -> None:
    game = at_the_ballot()
    ballots(game, lokaal="lid_groen", groen="lid_lokaal")
    assert one(close(game, CHAIR), e.DecisionTaken).result.option == "lid_groen"


def test_a_secret_ballot_is_not_cast_aloud() -> None:
    game = at_the_ballot()
    with refused("is_secret"):
        game.play("lokaal", c.CastVote(decision=CHAIR, votes=Votes(for_=5)))


def test_nobody_writes_down_a_secret_ballot() -> None:
    game = at_the_ballot()
    with refused("is_secret"):
        game.play("griffier", c.RecordVote(decision=CHAIR, seat="lokaal", votes=Votes(for_=5)))


def test_nobody_explains_a_secret_ballot() -> None:
    game = at_the_ballot()
    ballots(game, lokaal="lid_groen")
    with refused("is_secret"):
        game.play("lokaal", c.ExplainVote(decision=CHAIR, text="Ik koos Groen."))


def test_a_ballot_is_only_for_persons() -> None:
    game = table("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    game.play("lokaal", c.RequestVote(decision="brug"))
    with refused("not_secret"):
        game.play("lokaal", c.CastBallot(decision="brug", option="open"))


def test_a_ballot_is_cast_once() -> None:
    game = at_the_ballot()
    ballots(game, lokaal="lid_groen")
    with refused("already_voted"):
        ballots(game, lokaal="lid_lokaal")


def test_only_candidates_are_chosen() -> None:
    game = at_the_ballot()
    with refused("unknown_option"):
        ballots(game, lokaal="de bakker")


def test_too_few_ballots_do_not_count() -> None:
    game = at_the_ballot()
    ballots(game, groen="lid_groen")
    assert one(game.lead(c.CloseVote(decision=CHAIR)), e.VoteClosed).outcome == "invalid"


def test_without_a_majority_the_two_best_go_to_a_second_ballot() -> None:
    game = at_the_ballot(even_raad, three_candidates)
    ballots(game, lokaal="lid_dorp", groen="lid_groen")
    assert one(close(game, CHAIR), e.VoteClosed).between == ("lid_groen", "lid_dorp")


def test_in_the_second_ballot_the_others_are_no_candidates_any_more() -> None:
    game = at_the_ballot(even_raad, three_candidates)
    ballots(game, lokaal="lid_dorp", groen="lid_groen")
    close(game, CHAIR)
    with refused("unknown_option"):
        ballots(game, lokaal="lid_lokaal")


def test_the_second_ballot_elects() -> None:
    game = at_the_ballot(even_raad)
    ballots(game, lokaal="lid_lokaal", groen="lid_groen")
    close(game, CHAIR)
    ballots(game, lokaal="lid_groen", groen="lid_groen")
    assert one(close(game, CHAIR), e.DecisionTaken).result.how == "ballot"


def test_at_a_second_tie_the_lot_decides_and_the_draw_is_kept() -> None:
    game = at_the_ballot(even_raad)
    for _ in range(2):
        ballots(game, lokaal="lid_lokaal", groen="lid_groen")
        events = close(game, CHAIR)
    result = one(events, e.DecisionTaken).result
    assert (result.how, result.option) == ("lot", ("lid_lokaal", "lid_groen")[int((result.drawn or 0) * 2)])


def test_a_second_ballot_that_did_not_count_is_still_the_second() -> None:
    game = at_the_ballot(even_raad)
    ballots(game, lokaal="lid_lokaal", groen="lid_groen")
    close(game, CHAIR)
    game.lead(c.CloseVote(decision=CHAIR))
    game.play("burgemeester", c.PutToVote(decision=CHAIR, option="stembriefje"))
    assert (now(game).attempt, now(game).tried) == (2, ("lid_lokaal", "lid_groen"))


def test_a_member_that_nobody_plays_chooses_as_the_casus_says() -> None:
    game = at_the_ballot()
    game.lead(c.FreeSeat(participant="p-lokaal"))
    ballots(game, groen="lid_groen")
    assert one(close(game, CHAIR), e.DecisionTaken).result.option == "lid_lokaal"


def test_a_ballot_shows_to_who_cast_it_only() -> None:
    game = at_the_ballot()
    ballots(game, lokaal="lid_groen")
    shown = {seat: game.sees(seat).decisions[CHAIR].votes["lokaal"].option for seat in ("lokaal", "groen", "griffier")}
    assert shown == {"lokaal": "lid_groen", "groen": "", "griffier": ""}


@pytest.mark.parametrize("seat", ["lokaal", "griffier", "wethouder"])
def test_the_result_is_told_without_figures_or_names_of_who_chose_whom(seat: str) -> None:
    game = at_the_ballot()
    ballots(game, lokaal="lid_groen", groen="lid_lokaal")
    close(game, CHAIR)
    assert game.sees(seat).decisions[CHAIR].tally == ""


def test_what_nobody_chose_ends_without_a_chair() -> None:
    game = at_the_ballot()
    game.step("r2.consequences")
    result = now(game).result
    assert result
    assert (result.option, result.how) == ("", "unanswered")
