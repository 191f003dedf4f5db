"""*Klopt dit met jouw praktijk?* of a consequence and its causes: after the reveal, kept, and told as a spread only."""

from __future__ import annotations

from typing import Literal

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from tests.play import Game
from tests.rules.story import refused, table

SEATS = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")
SCREEN = Audience(kind="screen")


def revealed(step: str = "debrief.judge") -> tuple[Game, str]:
    """Everything is open; a consequence that is not among the three that are judged together."""
    game = table("debrief.guess")
    game.lead(c.Reveal())
    game.step(step)
    return game, apart(game)


def apart(game: Game) -> str:
    return next(id_ for id_, one in game.state.happened.items() if id_ not in game.state.chosen and not one.retracted)


def yes(consequence: str, answer: Literal["yes", "partly", "no"] = "yes", note: str = "") -> c.ConfirmCause:
    return c.ConfirmCause(consequence=consequence, answer=answer, note=note)


def told(game: Game, consequence: str, who: Audience = SCREEN) -> dict[str, int]:
    debrief = game.see(who).debrief
    assert debrief
    card = debrief.practice.get(consequence)
    return card.answers if card else {}


def test_it_is_offered_of_every_other_consequence_with_its_causes_named() -> None:
    game, consequence = revealed()
    offer = game.sees("groen").allowed["confirm_cause"]
    assert consequence in offer.choices["consequence"]
    assert " (door: " in offer.choices["consequence"][consequence]
    assert not set(game.state.chosen) & set(offer.choices["consequence"])


def test_what_was_answered_is_kept_and_read_back_by_who_wrote_it_alone() -> None:
    game, consequence = revealed()
    game.play("groen", yes(consequence, "partly", "Bij ons duurde het langer."))
    mine, others = game.sees("groen").debrief, game.sees("griffier").debrief
    assert mine and others
    assert (mine.practice[consequence].mine, mine.practice[consequence].note) == (
        "partly",
        "Bij ons duurde het langer.",
    )
    assert consequence not in others.practice


def test_a_new_answer_replaces_the_former() -> None:
    game, consequence = revealed()
    game.play("groen", yes(consequence))
    game.play("groen", yes(consequence, "no"))
    assert [one.answer for one in game.state.confirmed[consequence].values()] == ["no"]


def test_it_is_asked_until_the_debrief_is_over() -> None:
    for step in ("debrief.again", "debrief.handvat"):
        game, consequence = revealed(step)
        game.play("lokaal", yes(consequence))
    game.step("closed")
    with refused("game_closed"):
        game.play("groen", yes(consequence))


def test_before_the_reveal_nobody_knows_the_causes() -> None:
    game = table("debrief.judge")
    assert "confirm_cause" not in game.sees("groen").allowed
    with refused("reveal_first"):
        game.play("groen", yes(apart(game)))


def test_of_what_is_judged_together_it_is_asked_there() -> None:
    game, _ = revealed()
    with refused("judged_together"):
        game.play("groen", yes(game.state.chosen[0]))


def test_only_of_what_happened() -> None:
    game, _ = revealed()
    with refused("unknown_consequence"):
        game.play("groen", yes("sneeuw"))


def test_who_has_no_seat_says_nothing_about_it() -> None:
    game, consequence = revealed()
    with refused("not_seated"):
        game.do(Actor(kind="player", participant="anna"), yes(consequence))


def test_the_spread_shows_when_everybody_answered_and_then_it_stands() -> None:
    game, consequence = revealed()
    for seat in SEATS[:4]:
        game.play(seat, yes(consequence))
        assert told(game, consequence) == {}
    game.play("groen", yes(consequence, "no"))
    assert told(game, consequence) == {"yes": 4, "partly": 0, "no": 1}
    with refused("spread_shown"):
        game.play("groen", yes(consequence))


def test_it_shows_at_the_end_from_three_answers_on() -> None:
    game, consequence = revealed()
    other = next(
        id_ for id_ in game.sees("groen").allowed["confirm_cause"].choices["consequence"] if id_ != consequence
    )
    for seat in SEATS[:3]:
        game.play(seat, yes(consequence))
    for seat in SEATS[:2]:
        game.play(seat, yes(other))
    game.step("closed")
    assert told(game, consequence) == {"yes": 3, "partly": 0, "no": 0}
    assert told(game, other) == {}
