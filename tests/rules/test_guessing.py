"""One chain to guess: the longest one, told in words that give nothing away, and opened by the reveal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from game_rules.projections.cause_titles import title_of
from game_rules.projections.guessed import HIDDEN_WORDS, cause_words
from game_rules.projections.outcomes import UNKNOWN, cause_line
from game_rules.rules import chains, guessing
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.state_parts import Cause
from game_rules.vocabulary.views import ChainCard
from tests.play import Game
from tests.properties.games import random_game, seeds
from tests.rules.story import changed, close, put, refused, table, vote
from tests.small import small_content

SEATS = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")
SCREEN = Audience(kind="screen")


def only(*told: str) -> Any:
    """A casus in which nothing happens but these consequences."""

    def change(casus: dict[str, Any]) -> None:
        for id_, consequence in casus["consequences"].items():
            consequence["chance"] = 1 if id_ in told else 0

    return change


def bridge_closed() -> Game:
    """The raad closes the bridge: people drive round it, and in the end there is a new bridge."""
    game = table("r2.act", changed(only("omrijden", "nieuwe_brug")))
    put(game, option="dicht")
    vote(game, lokaal=(5, 0), groen=(4, 0))
    close(game)
    game.step("debrief.guess")
    return game


def nobody_told() -> Game:
    """The report stays with the wethouder: a silence that nobody knows of is behind what follows."""
    return table("debrief.guess", changed(only("raad_wist_niets")))


def card(game: Game, seat: str = "groen") -> ChainCard:
    debrief = game.sees(seat).debrief
    assert debrief is not None
    assert debrief.chain is not None
    return debrief.chain


def guess(game: Game, seat: str, answer: str) -> None:
    game.play(seat, c.GuessCause(answer=answer))


# --- which chain -----------------------------------------------------------------------------------------------------


def test_the_longest_chain_lies_before_the_table() -> None:
    game = bridge_closed()
    assert game.state.chain is not None
    assert [link.id for link in game.state.chain.links] == ["brug", "omrijden", "nieuwe_brug"]


def test_a_chain_ends_where_everybody_may_know_it() -> None:
    def secret_end(casus: dict[str, Any]) -> None:
        casus["consequences"]["nieuwe_brug"]["to"] = ["wethouder"]

    game = table("r2.act", changed(only("omrijden", "nieuwe_brug"), secret_end))
    put(game, option="dicht")
    vote(game, lokaal=(5, 0), groen=(4, 0))
    close(game)
    game.step("debrief.guess")
    assert card(game).title == "Iedereen rijdt om"


def test_without_a_consequence_that_all_may_know_there_is_no_chain() -> None:
    game = table("debrief.guess", changed(only()))
    debrief = game.sees("groen").debrief
    assert debrief is not None
    assert debrief.chain is None


def test_nobody_guesses_where_there_is_no_chain() -> None:
    with refused("unknown_answer"):
        guess(table("debrief.guess", changed(only())), "groen", "decision:brug")


def test_the_chain_stays_when_something_happens_while_it_is_guessed() -> None:
    """What is chosen stands in the log: a promise that is judged meanwhile cannot change the question."""
    game = bridge_closed()
    before = game.state.chain
    game.lead(c.Unexpected(kind="happens", stock="klacht"))
    game.step("debrief.judge")
    assert game.state.chain is before


# --- what may be guessed ---------------------------------------------------------------------------------------------


def test_the_true_cause_is_among_the_choices_when_it_is_known() -> None:
    assert card(bridge_closed()).choices["decision:brug"] == "Besluit: De brug gaat dicht."


def test_something_unknown_can_always_be_guessed() -> None:
    for game in (bridge_closed(), nobody_told()):
        assert list(card(game).choices.values())[-1] == HIDDEN_WORDS


def test_a_cause_that_nobody_knows_is_not_named() -> None:
    words = " ".join(card(nobody_told()).choices.values())
    assert "rapport" not in words


def test_a_hidden_cause_was_guessed_by_who_said_that_it_was_not_known() -> None:
    game = nobody_told()
    guess(game, "groen", guessing.HIDDEN)
    game.lead(c.Reveal())
    assert card(game).answer == card(game).mine == guessing.HIDDEN


def test_a_choice_that_is_not_offered_is_no_answer() -> None:
    with refused("unknown_answer"):
        guess(bridge_closed(), "groen", "card:rapport")


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_every_choice_is_known_to_all_and_came_before(seed: int) -> None:
    game = random_game(small_content(), seed, "", 60)
    row = chains.longest(game.state)
    if row:
        offered = guessing.choices(game.state, row)
        assert len(offered) == len(set(offered)) <= 4
        assert all(chains.public(game.state, cause) and cause.version <= row[-1].version for cause in offered)
        assert (row[0] in offered) == chains.public(game.state, row[0])


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_what_is_public_is_what_a_stranger_reads(seed: int) -> None:
    game = random_game(small_content(), seed, "", 60)
    for one in game.state.happened.values():
        for cause in one.causes:
            told = cause_line(game.state, cause, "", False) != UNKNOWN
            assert told == chains.public(game.state, cause)


# --- guessing and the reveal -----------------------------------------------------------------------------------------


def test_a_new_guess_replaces_the_former() -> None:
    game = bridge_closed()
    guess(game, "groen", guessing.HIDDEN)
    guess(game, "groen", "decision:brug")
    assert (card(game).mine, card(game).count) == ("decision:brug", 1)


def test_a_guess_is_ones_own_until_the_reveal() -> None:
    game = bridge_closed()
    guess(game, "groen", "decision:brug")
    seen = card(game, "lokaal")
    assert (seen.mine, seen.count, seen.answer, seen.links, seen.spread) == ("", 1, "", (), {})


def test_the_reveal_opens_the_chain_and_what_was_guessed() -> None:
    game = bridge_closed()
    guess(game, "groen", "decision:brug")
    guess(game, "lokaal", guessing.HIDDEN)
    game.lead(c.Reveal())
    seen = card(game, "griffier")
    assert [link.text for link in seen.links] == [
        "Besluit: De brug gaat dicht.", "Iedereen rijdt om", "Er komt een nieuwe brug"
    ]  # fmt: skip
    assert (seen.answer, {key: n for key, n in seen.spread.items() if n}) == (
        "decision:brug", {"decision:brug": 1, guessing.HIDDEN: 1}
    )  # fmt: skip


def test_a_link_says_when_it_was() -> None:
    game = bridge_closed()
    game.lead(c.Reveal())
    assert [link.round for link in card(game).links] == ["Ronde 2", "Ronde 2", "Eén jaar later"]


def test_after_the_reveal_nobody_guesses_any_more() -> None:
    game = bridge_closed()
    game.lead(c.Reveal())
    with refused("already_revealed"):
        guess(game, "groen", "decision:brug")


def test_who_has_no_seat_does_not_guess() -> None:
    with refused("not_seated"):
        bridge_closed().do(Actor(kind="player", participant="anna"), c.GuessCause(answer=guessing.HIDDEN))


def test_the_chain_is_not_there_before_its_step() -> None:
    debrief = table("debrief.note").sees("groen").debrief
    assert debrief is not None
    assert debrief.chain is None


def test_a_table_that_went_on_without_the_reveal_sees_the_chain_after_it() -> None:
    game = bridge_closed()
    game.step("debrief.judge")
    debrief = game.sees("groen").debrief
    game.lead(c.Reveal())
    assert debrief is not None
    assert (debrief.chain, card(game).answer) == (None, "decision:brug")


def test_the_button_says_that_the_reveal_belongs_to_this_step() -> None:
    game = bridge_closed()
    before = _effect(game)
    game.lead(c.Reveal())
    assert ("Nog niet onthuld" in before, "Nog niet onthuld" in _effect(game)) == (True, False)


def _effect(game: Game) -> str:
    console = game.see(Audience(kind="facilitator", participant="f1")).facilitator
    assert console is not None
    return console.next_effect


def test_figures_stay_closed_until_the_chain_was_revealed() -> None:
    game = bridge_closed()
    before = game.see(SCREEN).indicators
    game.lead(c.Reveal())
    assert (before, bool(game.see(SCREEN).indicators)) == ({}, True)


@pytest.mark.parametrize("seat", SEATS)
def test_everybody_gets_the_same_choices(seat: str) -> None:
    game = bridge_closed()
    assert game.sees(seat).allowed["guess_cause"].choices["answer"] == card(game).choices


def test_a_cause_of_the_facilitator_makes_no_chain_when_the_game_has_one_as_long() -> None:
    game = table("r2.consequences", changed(only("onrust")))
    game.lead(c.Unexpected(kind="happens", stock="klacht"))
    game.step("debrief.guess")
    assert game.state.chain is not None
    assert game.state.chain.links[0].kind not in chains.FROM_OUTSIDE


def test_a_question_that_everybody_let_pass_is_no_decision_in_the_chain() -> None:
    game = table("r2.act", changed(only("omrijden", "nieuwe_brug")))
    game.step("debrief.guess")
    words = cause_words(game.state, Cause(kind="decision", id="brug", version=1))
    assert words == "Niemand besloot: Gaat de brug dicht?"
    assert (
        title_of(game.state, Cause(kind="decision", id="brug", version=1)) == "De brug blijft open omdat niemand koos."
    )
