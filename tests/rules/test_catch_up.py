"""The catch-up of a minute: for who comes late, only what the seat may see, until the end of that round."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules.projections.catch_up import brief
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.views import CatchUpCard
from tests.play import MINUTE, Game
from tests.rules.story import changed, put, table, vote
from tests.small import small_content

LATE = Actor(kind="player", participant="laat")
WAITING = Audience(kind="waiting", participant="laat")


def a_table(step: str = "r2.talk", content: Any = None) -> Game:
    """Nobody on Groen yet, and the college has decided."""
    game = Game(content or small_content())
    game.sit(burgemeester="anna", griffier="bram", wethouder="carla", lokaal="daan")
    game.step("r1.act")
    put(game, "onderzoek", "snel")
    vote(game, "onderzoek", burgemeester=(1, 0), wethouder=(1, 0))
    game.play("burgemeester", c.CloseVote(decision="onderzoek"))
    game.step(step)
    return game


def read(game: Game, who: Audience) -> CatchUpCard:
    card = game.see(who).catch_up
    assert card is not None
    return card


def test_who_arrives_while_the_game_runs_gets_a_catch_up() -> None:
    game = a_table()
    game.do(LATE, c.Arrive())
    card = read(game, WAITING)
    assert card.lines[0] == "De brug is oud. Wie mag weten hoe slecht de brug is?"
    assert "Besloten: Een snel onderzoek van een week." in card.lines
    assert "Net gebeurd: De krant schrijft over de brug" in card.lines


def test_who_was_there_from_the_start_gets_none() -> None:
    game = table("r1.talk")
    assert [who.key for who in game.audiences() if game.see(who).catch_up] == []


def test_who_sits_down_late_reads_what_the_seat_does_now() -> None:
    game = a_table()
    game.do(LATE, c.TakeSeat(seat="groen"))
    assert read(game, game.audience("groen")).now == "Ronde 2 van 2 · Praten. Stem over de brug."


def test_a_latecomer_beside_somebody_reads_beside_whom() -> None:
    game = a_table()
    game.do(LATE, c.Arrive())
    game.lead(c.AssignSeat(seat="lokaal", participant="laat", shadow=True))
    assert read(game, Audience(kind="seat", seat="lokaal", participant="laat")).beside == "daan"
    assert game.sees("lokaal").catch_up is None


def test_it_is_over_with_the_round() -> None:
    game = a_table("r1.consequences")
    game.do(LATE, c.Arrive())
    game.step("meal.r1")
    assert game.see(WAITING).catch_up is not None
    game.step("r2.read")
    assert game.see(WAITING).catch_up is None


def test_who_takes_over_at_the_change_of_round_gets_it_once_more() -> None:
    game = a_table("r1.consequences")
    game.do(LATE, c.TakeSeat(seat="lokaal", shadow=True))
    game.lead(c.TakeOver(seat="lokaal", next_round=True))
    game.step("r2.read")
    assert read(game, game.audience("lokaal")).beside == "daan"


def test_a_duo_that_was_there_all_along_needs_none() -> None:
    game = Game(small_content())
    game.sit_all()
    game.do(LATE, c.TakeSeat(seat="lokaal", shadow=True))
    game.step("r1.talk")
    game.do(LATE, c.TakeOver(seat="lokaal"))
    game.step("r2.read")
    assert game.sees("lokaal").catch_up is None


def test_it_holds_still_while_it_is_read() -> None:
    game = a_table()
    game.do(LATE, c.TakeSeat(seat="groen"))
    before = read(game, game.audience("groen"))
    game.lead(c.FireInject(inject="storm"), later=3 * MINUTE)
    assert read(game, game.audience("groen")).lines == before.lines


def test_what_only_others_know_is_not_in_it() -> None:
    game = a_table()
    game.lead(c.FireInject(inject="bezoek"))
    game.do(LATE, c.Arrive())
    assert not any("bezoek" in line for line in read(game, WAITING).lines)


def test_what_the_seat_knows_is() -> None:
    game = Game(small_content())
    game.sit(burgemeester="anna", griffier="bram")
    game.step("r1.talk")
    game.lead(c.FireInject(inject="scheur"))
    game.do(LATE, c.TakeSeat(seat="groen"))
    assert "Net gebeurd: Een scheur in de brug" in read(game, game.audience("groen")).lines


def test_what_was_taken_back_is_not_in_it() -> None:
    game = a_table()
    game.lead(c.FireInject(inject="storm"))
    game.lead(c.RetractInject(inject="storm", reason="De wind ging liggen."))
    game.do(LATE, c.Arrive())
    assert not any("storm" in line for line in read(game, WAITING).lines)


def test_a_resignation_is_news() -> None:
    game = a_table()
    game.play("wethouder", c.Resign(reason="Ik zweeg.", onward="krant"))
    game.do(LATE, c.Arrive())
    assert "Net gebeurd: Wethouder Kok treedt af" in read(game, WAITING).lines


def _long_texts(casus: dict[str, Any]) -> None:
    casus["dilemma"] = casus["summary"] = "Een heel lang dilemma met veel woorden " * 12
    for section in ("injects", "consequences"):
        for one in casus[section].values():
            one["title"] = "Een titel die maar door en door gaat zonder dat er ooit een einde aan komt in deze krant"
    for decision in casus["decisions"].values():
        for option in decision["options"].values():
            option["text"] = (
                "Een keuze die heel veel woorden nodig heeft om te zeggen wat zij eigenlijk betekent voor ons"
            )
    for seat in casus["seats"].values():
        seat["tasks"] = dict.fromkeys(seat.get("tasks", {}), "Doe dit en dat en nog veel meer dan dat " * 8)


@pytest.mark.parametrize("content", [small_content(), changed(_long_texts)], ids=["small", "long texts"])
def test_it_can_be_read_in_a_minute(content: Any) -> None:
    game = a_table(content=content)
    game.do(LATE, c.TakeSeat(seat="groen"))
    card = read(game, game.audience("groen"))
    assert len(" ".join((*card.lines, card.now)).split()) <= 130


def test_a_long_text_ends_with_a_whole_sentence_where_it_can() -> None:
    assert brief("Dit is kort. Dit past er niet meer bij.", 5) == "Dit is kort."
    assert brief("Dit is een lange zin zonder punt", 4) == "Dit is een …"
    assert brief("Dit past.", 4) == "Dit past."
