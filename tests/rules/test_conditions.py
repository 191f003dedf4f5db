"""Conditions of the casus: one test on a game each, and how they combine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from game_rules.conditions import holds
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.conditions import Condition
from tests.play import Game
from tests.rules.story import table
from tests.rules.werkwijze_story import TALK, adopt, answer_all, invite


def condition(**fields: Any) -> Condition:
    """The condition as a casus writes it."""
    return msgspec.convert(fields, Condition)


def nothing(game: Game) -> None:
    """Nobody does anything."""


def hammered(game: Game) -> None:
    game.step("r1.act")
    game.play("burgemeester", c.PutToVote(decision="onderzoek", option="snel"))
    game.play("burgemeester", c.Hammer(decision="onderzoek"))


def fell(game: Game) -> None:
    game.play("wethouder", c.Resign(reason="Ik zweeg te lang.", onward="krant"))


def measured(game: Game) -> None:
    game.play("wethouder", c.PerformAct(act="meten"))


def whispered(game: Game) -> None:
    game.play("wethouder", c.PerformAct(act="fluisteren", target="groen"))


def tried_what_is_void(game: Game) -> None:
    game.step("r2.talk")
    game.play("burgemeester", c.PerformAct(act="meestemmen"))


def told(game: Game) -> None:
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))


def asked(game: Game) -> None:
    game.play("groen", c.AskFormally(question="wist_u"))


def answered_in_part(game: Game) -> None:
    asked(game)
    game.play("wethouder", c.AnswerFormally(question=next(iter(game.state.questions)), answer="part"))


def came_out(game: Game) -> None:
    answered_in_part(game)
    game.lead(c.BringOut(act=next(iter(game.state.questions))))


def promised(game: Game) -> None:
    game.step("r2.talk")
    game.play("wethouder", c.MakePromise(to="groen", promise="elke_week"))


def broke_it(game: Game) -> None:
    promised(game)
    game.play("groen", c.JudgePromise(promise=next(iter(game.state.promises)), kept=False))


def spoke(game: Game) -> None:
    game.step("r2.talk")
    game.play("wethouder", c.SpeakUp(hearing="aan_het_woord", text="Kies snel."))


def was_heard(game: Game) -> None:
    spoke(game)
    speech = next(iter(game.state.speeches))
    game.play("groen", c.AnswerSpeech(speech=speech, takes_up="partly", reason="Een deel past bij ons."))


def fired(game: Game) -> None:
    game.lead(c.FireInject(inject="storm"))


def took_it_back(game: Game) -> None:
    fired(game)
    game.lead(c.RetractInject(inject="storm"))


def closed_the_round(game: Game) -> None:
    game.step("r1.consequences")


def nobody_plays_groen(game: Game) -> None:
    game.lead(c.FreeSeat(participant="p-groen"))


def chose(game: Game) -> None:
    """The raad chooses to let the village talk."""
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    game.step("r1.act")
    adopt(game, "werkwijze", TALK)


def stopped(game: Game) -> None:
    chose(game)
    game.step("r2.talk")
    game.lead(c.StopWerkwijze(werkwijze=TALK, reason="Het regent."))


def invited(game: Game) -> None:
    chose(game)
    game.step("r2.talk")
    invite(game)


def took_advice(game: Game) -> None:
    invited(game)
    answer_all(game, "partly")


def took_no_advice(game: Game) -> None:
    invited(game)
    answer_all(game, "rejected")


def did_well(game: Game) -> None:
    took_advice(game)
    game.step("r2.consequences")


def did_nothing(game: Game) -> None:
    chose(game)
    game.step("r2.consequences")


CASES: list[tuple[dict[str, Any], Callable[[Game], None], bool]] = [
    ({"indicator": "rust", "below": 61}, nothing, True),
    ({"indicator": "rust", "below": 60}, nothing, False),
    ({"indicator": "rust", "above": 59}, nothing, True),
    ({"indicator": "rust", "above": 60}, nothing, False),
    ({"indicator": "rust", "above": 50, "below": 70}, nothing, True),
    ({"decided": "onderzoek"}, nothing, False),
    ({"decided": "onderzoek"}, hammered, True),
    ({"decided": "onderzoek", "option": "snel"}, hammered, True),
    ({"decided": "onderzoek", "option": "grondig"}, hammered, False),
    ({"decided": "brug"}, nothing, False),
    ({"acted": "meten"}, nothing, False),
    ({"acted": "meten"}, measured, True),
    ({"acted": "fluisteren", "to": "groen"}, whispered, True),
    ({"acted": "fluisteren", "to": "lokaal"}, whispered, False),
    ({"acted": "meestemmen"}, tried_what_is_void, False),
    ({"told": "rapport"}, nothing, False),
    ({"told": "rapport"}, told, True),
    ({"told": "rapport", "to": "lokaal"}, told, False),
    ({"told": "foto"}, nothing, False),
    ({"withheld": "rapport"}, nothing, True),
    ({"withheld": "rapport"}, told, False),
    ({"withheld": "rapport", "from": "lokaal"}, told, True),
    ({"withheld": "foto"}, nothing, True),
    ({"fired": "storm"}, nothing, False),
    ({"fired": "storm"}, fired, True),
    ({"fired": "storm"}, took_it_back, False),
    ({"happened": "onrust"}, nothing, False),
    ({"happened": "onrust"}, closed_the_round, True),
    ({"asked": "wist_u"}, asked, True),
    ({"asked": "wist_u", "answer": "part"}, asked, False),
    ({"asked": "wist_u", "answer": "part"}, answered_in_part, True),
    ({"asked": "wist_u", "answer": "all"}, answered_in_part, False),
    ({"promised": "elke_week"}, promised, True),
    ({"promised": "elke_week", "kept": False}, promised, False),
    ({"promised": "elke_week", "kept": False}, broke_it, True),
    ({"came_out": "wist_u"}, answered_in_part, False),
    ({"came_out": "wist_u"}, came_out, True),
    ({"came_out": "fluisteren"}, whispered, False),
    ({"spoken": "aan_het_woord"}, nothing, False),
    ({"spoken": "aan_het_woord"}, spoke, True),
    ({"taken_up": "aan_het_woord"}, spoke, False),
    ({"taken_up": "aan_het_woord"}, was_heard, True),
    ({"resigned": "wethouder"}, nothing, False),
    ({"resigned": "wethouder"}, fell, True),
    ({"resigned": "groen"}, fell, False),
    ({"played": "groen"}, nothing, True),
    ({"played": "groen"}, nobody_plays_groen, False),
    ({"played": "wethouder_2"}, nothing, False),
    ({"round": "r1"}, nothing, True),
    ({"round": "r2"}, nothing, False),
    ({"round": "r1"}, promised, True),
    ({"werkwijze": TALK}, nothing, False),
    ({"werkwijze": TALK}, chose, True),
    ({"werkwijze": TALK}, stopped, False),
    ({"reached": "dorpsgesprek.loten"}, nothing, False),
    ({"reached": "dorpsgesprek.loten"}, chose, False),
    ({"reached": "dorpsgesprek.loten"}, invited, True),
    ({"missed": "dorpsgesprek.loten"}, invited, False),
    ({"missed": "dorpsgesprek.loten"}, did_nothing, True),
    ({"taken": TALK}, invited, False),
    ({"taken": TALK}, took_no_advice, False),
    ({"taken": TALK}, took_advice, True),
    ({"well": TALK}, took_advice, False),
    ({"well": TALK}, did_well, True),
    ({"well": TALK}, did_nothing, False),
    ({"edition": "dagdeel"}, nothing, True),
    ({"edition": "avond"}, nothing, False),
    ({"all": [{"round": "r1"}, {"played": "groen"}]}, nothing, True),
    ({"all": [{"round": "r1"}, {"round": "r2"}]}, nothing, False),
    ({"any": [{"round": "r1"}, {"round": "r2"}]}, nothing, True),
    ({"any": [{"round": "r2"}, {"told": "rapport"}]}, nothing, False),
    ({"not": {"round": "r2"}}, nothing, True),
    ({"not": {"round": "r1"}}, nothing, False),
]


@pytest.mark.parametrize(
    ("fields", "story", "expected"), CASES, ids=[f"{fields} after {story.__name__}" for fields, story, _ in CASES]
)
def test_a_condition_holds_or_not(fields: dict[str, Any], story: Callable[[Game], None], expected: bool) -> None:
    game = table("r1.talk")
    story(game)
    assert holds(game.state, condition(**fields)) is expected


def test_no_condition_always_holds() -> None:
    assert holds(table().state, None)


def test_every_kind_of_condition_has_its_story() -> None:
    refine = {"below", "above", "option", "to", "from", "answer", "kept"}
    told_ = {field for fields, _, _ in CASES for field in fields} - refine
    assert told_ == {field.encode_name for field in msgspec.structs.fields(Condition)} - refine
