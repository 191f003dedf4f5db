"""Inspreken: one seat speaks to the raad, and every fractie says aloud what it does with it."""

from __future__ import annotations

from game_rules.conditions import holds
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.conditions import Condition
from tests.play import Game
from tests.rules.story import one, refused, table, titles

SPEAK = c.SpeakUp(hearing="aan_het_woord", text="Kies alstublieft voordat het gaat vriezen.")


def spoken() -> Game:
    """The wethouder spoke to the raad in the second round."""
    game = table("r2.talk")
    game.play("wethouder", SPEAK)
    return game


def answer(game: Game, seat: str, takes_up: str = "yes") -> None:
    speech = next(iter(game.state.speeches))
    game.play(seat, c.AnswerSpeech(speech=speech, takes_up=takes_up, reason="Dat hoort bij ons plan."))  # type: ignore[arg-type]


def causes(game: Game) -> dict[str, list[str]]:
    """Per consequence on its way or fallen, the kinds of its causes."""
    found = {id_: pending.causes for id_, pending in game.state.pending.items()}
    found |= {id_: happened.causes for id_, happened in game.state.happened.items()}
    return {id_: [cause.kind for cause in causes] for id_, causes in found.items()}


def test_everybody_hears_who_speaks() -> None:
    game = spoken()
    assert titles(game, "speech") == ["Wethouder Kok spreekt in"]
    assert [card.text for card in game.sees("griffier").speeches.values()] == [SPEAK.text]


def test_one_speaks_once() -> None:
    game = spoken()
    with refused("cannot_speak_now"):
        game.play("wethouder", SPEAK)


def test_only_who_the_casus_lets_in_speaks() -> None:
    game = table("r2.talk")
    with refused("unknown_hearing"):
        game.play("lokaal", SPEAK)


def test_it_is_for_its_own_round() -> None:
    game = table("r1.talk")
    with refused("cannot_speak_now"):
        game.play("wethouder", SPEAK)


def test_every_member_is_asked_what_it_does_with_it() -> None:
    game = spoken()
    asked = [seat for seat in ("lokaal", "groen", "griffier") if "speeches" in _anchors(game, seat)]
    assert asked == ["lokaal", "groen"]


def _anchors(game: Game, seat: str) -> list[str]:
    return [todo.anchor for todo in game.sees(seat).todo.values()]


def test_an_answer_is_public_with_its_reason() -> None:
    game = spoken()
    answer(game, "groen", "partly")
    card = next(iter(game.sees("burgemeester").speeches.values()))
    assert card.answers["groen"].takes_up == "partly"
    assert card.open == ("lokaal",)


def test_nobody_answers_twice_or_for_another() -> None:
    game = spoken()
    answer(game, "groen", "no")
    with refused("no_answer_due"):
        answer(game, "groen", "yes")
    with refused("no_answer_due"):
        answer(game, "griffier")


def test_speaking_and_being_taken_up_have_consequences_of_their_own() -> None:
    game = spoken()
    assert causes(game)["rustig"] == ["speech"]
    answer(game, "groen", "no")
    assert "raad_weet_het" not in causes(game)
    answer(game, "lokaal", "partly")
    assert causes(game)["raad_weet_het"] == ["speech"]


def test_a_fractie_that_says_nothing_is_noticed_at_the_end_of_the_round() -> None:
    game = spoken()
    answer(game, "groen")
    game.step("r2.consequences")
    assert "Fractie Lokaal Kreekdam: geen antwoord op wie insprak" in titles(game, "speech")
    assert causes(game)["geen_gehoor"] == ["speech"]


def test_when_all_have_answered_there_is_nothing_to_notice() -> None:
    game = spoken()
    answer(game, "groen", "no")
    answer(game, "lokaal", "no")
    game.step("r2.act")
    closed = one(game.lead(c.CloseRound(from_step="r2.act")), e.HearingClosed)
    assert closed == e.HearingClosed(hearing="aan_het_woord")
    assert "geen_gehoor" not in causes(game)


def test_that_nobody_spoke_is_told_too() -> None:
    game = table("r2.consequences")
    assert "Niemand sprak in: De wethouder spreekt de raad toe" in titles(game, "speech")
    assert causes(game)["geen_gehoor"] == ["speech"]


def test_a_fractie_that_nobody_plays_owes_no_answer() -> None:
    game = table("r2.talk")
    game.do(game.player("groen"), c.LeaveSeat())
    game.play("wethouder", SPEAK)
    assert next(iter(game.sees("lokaal").speeches.values())).open == ("lokaal",)


def test_conditions_know_who_spoke_and_who_was_heard() -> None:
    game = spoken()
    assert holds(game.state, Condition(spoken="aan_het_woord"))
    assert not holds(game.state, Condition(taken_up="aan_het_woord"))
    answer(game, "groen")
    assert holds(game.state, Condition(taken_up="aan_het_woord"))
