"""What is spoken and recorded: briefjes, *ik sprak met*, formal questions, advice, the order of speakers."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.casus import Answer
from tests.play import Game
from tests.rules.story import changed, one, refused, table, titles

FREE = c.AskFormally(to="burgemeester", text="Wanneer wist u dit?")


def asked(answer: Answer | None = None, question: str = "wist_u") -> Game:
    """Groen asked the wethouder aloud; the wethouder marked this answer."""
    game = table("r1.talk")
    game.play("groen", c.AskFormally(question=question))
    if answer:
        game.play("wethouder", c.AnswerFormally(question=the_question(game), answer=answer))
    return game


def the_question(game: Game) -> str:
    return next(iter(game.state.questions))


# --- briefjes --------------------------------------------------------------------------------------------------------


def test_a_briefje_goes_from_one_seat_to_another() -> None:
    game = table("r1.talk")
    game.play("lokaal", c.SendNote(to="groen", text="Praat je na afloop even met mij?"))
    readers = [seat for seat in ("lokaal", "groen", "griffier") if game.sees(seat).notes]
    assert readers == ["lokaal", "groen"]


def test_two_briefjes_a_round_is_the_most() -> None:
    game = table("r1.talk")
    for _ in range(2):
        game.play("lokaal", c.SendNote(to="groen", text="Hoi"))
    with refused("notes_used_up"):
        game.play("lokaal", c.SendNote(to="groen", text="Hoi"))


def test_a_new_round_gives_new_briefjes() -> None:
    game = table("r1.talk")
    for _ in range(2):
        game.play("lokaal", c.SendNote(to="groen", text="Hoi"))
    game.step("r2.talk")
    game.play("lokaal", c.SendNote(to="groen", text="Hoi"))
    assert len(game.state.notes) == 3


@pytest.mark.parametrize(
    ("to", "text", "code"),
    [("groen", "  ", "empty_text"), ("lokaal", "Hoi", "to_self"), ("koning", "Hoi", "unknown_seat")],
)
def test_a_briefje_has_a_reader_and_a_text(to: str, text: str, code: str) -> None:
    with refused(code):
        table("r1.talk").play("lokaal", c.SendNote(to=to, text=text))


def test_a_briefje_to_an_empty_chair_is_refused() -> None:
    with refused("nobody_there"):
        table("r1.talk").play("lokaal", c.SendNote(to="wethouder_2", text="Hoi"))


def test_a_talk_is_recorded_by_one_of_the_two() -> None:
    game = table("meal.r1")
    game.play("lokaal", c.SpeakWith(seats=("griffier",)))
    assert [(talk.by, talk.seats) for talk in game.state.talks] == [("lokaal", ("griffier",))]


def test_nobody_records_a_talk_with_oneself() -> None:
    with refused("to_self"):
        table("meal.r1").play("lokaal", c.SpeakWith(seats=("lokaal",)))


# --- the formal question ---------------------------------------------------------------------------------------------


def test_a_formal_question_is_heard_by_all() -> None:
    assert "Fractie Groen stelt een formele vraag aan Wethouder Kok" in titles(asked())


def test_a_question_of_the_casus_is_asked_once() -> None:
    game = asked()
    with refused("already_asked"):
        game.play("lokaal", c.AskFormally(question="wist_u"))


def test_a_question_of_the_casus_belongs_to_who_may_ask_it() -> None:
    with refused("unknown_question"):
        table("r1.talk").play("griffier", c.AskFormally(question="wist_u"))


def test_a_member_of_the_raad_can_ask_the_burgemeester_something_else() -> None:
    game = table("r1.talk")
    game.play("groen", FREE)
    assert game.state.questions[the_question(game)].text == "Wanneer wist u dit?"


@pytest.mark.parametrize("by", ["griffier", "wethouder"])
def test_only_members_of_the_raad_ask_formally(by: str) -> None:
    with refused("ask_who"):
        table("r1.talk").play(by, FREE)


def test_the_griffier_owes_the_raad_no_formal_answer() -> None:
    with refused("ask_who"):
        table("r1.talk").play("groen", c.AskFormally(to="griffier", text="Wanneer wist u dit?"))


def test_a_question_needs_words() -> None:
    with refused("empty_text"):
        table("r1.talk").play("groen", c.AskFormally(to="burgemeester", text=" "))


def test_nobody_is_asked_who_is_not_there_to_answer() -> None:
    game = table("r1.talk")
    game.lead(c.FreeSeat(participant="p-wethouder"))
    with refused("nobody_there"):
        game.play("groen", c.AskFormally(question="wist_u"))


def test_only_who_was_asked_answers() -> None:
    game = asked()
    with refused("not_answerable"):
        game.play("burgemeester", c.AnswerFormally(question=the_question(game), answer="all"))


def test_a_question_is_answered_once() -> None:
    game = asked("all")
    with refused("not_answerable"):
        game.play("wethouder", c.AnswerFormally(question=the_question(game), answer="part"))


@pytest.mark.parametrize(
    ("answer", "follows"), [("all", "raad_weet_het"), ("part", "voorsprong"), ("refused", "onrust")]
)
def test_how_much_was_answered_has_its_own_consequences(answer: Answer, follows: str) -> None:
    assert list(asked(answer).state.pending) == [follows]


def test_others_do_not_see_how_much_was_answered() -> None:
    game = asked("part")
    question = the_question(game)
    seen = [game.sees(seat).questions[question].answer for seat in ("wethouder", "groen")]
    assert seen == ["part", ""]


def test_a_refusal_is_heard_by_all() -> None:
    game = asked("refused")
    assert game.sees("groen").questions[the_question(game)].answer == "refused"


def test_a_partial_answer_can_come_out() -> None:
    game = asked("part")
    game.lead(c.BringOut(act=the_question(game)))
    assert game.sees("groen").questions[the_question(game)].answer == "part"


def test_a_partial_answer_that_comes_out_has_consequences() -> None:
    game = asked("part")
    assert one(game.lead(c.BringOut(act=the_question(game))), e.ConsequenceScheduled).consequence == "onrust"


def test_a_full_answer_has_nothing_to_bring_out() -> None:
    game = asked("all")
    with refused("already_out"):
        game.lead(c.BringOut(act=the_question(game)))


# --- advice and speakers ---------------------------------------------------------------------------------------------


def advised() -> tuple[Game, str]:
    game = table("r1.talk")
    game.play("griffier", c.GiveAdvice(text="Laat eerst de raad vragen stellen."))
    return game, next(iter(game.state.advice))


def test_the_griffier_gives_one_advice_a_round() -> None:
    game, _ = advised()
    with refused("budget_empty"):
        game.play("griffier", c.GiveAdvice(text="Schors nu."))


def test_a_new_round_brings_a_new_advice() -> None:
    game, _ = advised()
    game.step("r2.talk")
    game.play("griffier", c.GiveAdvice(text="Schors nu."))
    assert len(game.state.advice) == 2


@pytest.mark.parametrize("by", ["burgemeester", "lokaal"])
def test_procedureadvies_belongs_to_the_griffier(by: str) -> None:
    with refused("only_griffier"):
        table("r1.talk").play(by, c.GiveAdvice(text="Schors nu."))


def test_an_advice_needs_words() -> None:
    with refused("empty_text"):
        table("r1.talk").play("griffier", c.GiveAdvice(text=" "))


@pytest.mark.parametrize(("followed", "status"), [(True, "followed"), (False, "rejected")])
def test_the_chair_follows_an_advice_or_not_aloud(followed: bool, status: str) -> None:
    game, advice = advised()
    game.play("burgemeester", c.AnswerAdvice(advice=advice, followed=followed, reason="Dat helpt nu."))
    assert (game.sees("groen").advice[advice].status, game.sees("groen").advice[advice].reason) == (
        status,
        "Dat helpt nu.",
    )


def test_only_the_chair_answers_an_advice() -> None:
    game, advice = advised()
    with refused("only_chair"):
        game.play("lokaal", c.AnswerAdvice(advice=advice, followed=True, reason="Dat helpt nu."))


def test_an_advice_is_answered_once() -> None:
    game, advice = advised()
    game.play("burgemeester", c.AnswerAdvice(advice=advice, followed=True, reason="Dat helpt nu."))
    with refused("unknown_advice"):
        game.play("burgemeester", c.AnswerAdvice(advice=advice, followed=False, reason="Toch niet."))


def test_the_chair_gives_a_reason_for_what_happens_with_an_advice() -> None:
    game, advice = advised()
    with refused("empty_text"):
        game.play("burgemeester", c.AnswerAdvice(advice=advice, followed=True, reason=" "))


def test_the_chair_orders_the_speakers() -> None:
    game = table("r1.talk")
    game.play("burgemeester", c.OrderSpeakers(seats=("groen", "lokaal", "groen")))
    assert {seat: card.speaks for seat, card in game.sees("griffier").seats.items() if card.speaks} == {
        "groen": 1,
        "lokaal": 2,
    }


def test_only_the_chair_orders_the_speakers() -> None:
    with refused("only_chair"):
        table("r1.talk").play("griffier", c.OrderSpeakers(seats=("groen",)))


def test_a_speaker_sits_at_this_table() -> None:
    with refused("unknown_seat"):
        table("r1.talk").play("burgemeester", c.OrderSpeakers(seats=("koning",)))


def test_a_new_round_begins_without_an_order_of_speakers() -> None:
    game = table("r1.talk")
    game.play("burgemeester", c.OrderSpeakers(seats=("groen",)))
    game.step("r2.read")
    assert game.state.speakers == ()


def test_a_question_with_a_condition_waits_for_it() -> None:
    def only_when_known(casus: dict[str, dict[str, dict[str, object]]]) -> None:
        casus["questions"]["wist_u"]["when"] = {"told": "rapport"}

    with refused("unknown_question"):
        table("r1.talk", changed(only_when_known)).play("groen", c.AskFormally(question="wist_u"))
