"""Marks, log, lines and who knew what: drawn from what one audience saw."""

from __future__ import annotations

from itertools import pairwise

from game_rules.projections import replay_lines as lines
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import (
    Bookmark,
    HandOverCard,
    Improvise,
    Override,
    Say,
    SendNote,
    Settle,
    TellCard,
)
from tests.play import Game
from tests.rules.looking import replay_of
from tests.small import small_content

LEADER = Audience(kind="facilitator", participant="f1")
SCREEN = Audience(kind="screen")


def table(step: str = "r1.talk") -> Game:
    game = Game(small_content())
    game.sit_all()
    game.step(step)
    return game


def test_marks_tell_rounds_injects_decisions_overrides_and_bookmarks() -> None:
    game = table()
    game.lead(Improvise(title="Een klacht", text="Er komt een klacht."))
    game.lead(Bookmark(text="Stil"))
    game.lead(Override(indicator="rust", shift=-5, reason="Het werd onrustig."))
    game.step("r2.read")
    found = [(mark.kind, mark.title) for mark in lines.marks(replay_of(game, LEADER))]
    assert ("round", "Ronde 1: Het rapport") in found
    assert ("round", "Ronde 2: De keuze") in found
    assert ("inject", "Een klacht") in found
    assert ("bookmark", "Stil") in found
    assert {kind for kind, _ in found} == {"round", "inject", "decision", "override", "bookmark"}


def test_marks_stand_in_order_and_the_projector_has_no_bookmarks() -> None:
    game = table()
    game.lead(Bookmark(text="Stil"))
    game.step("r2.read")
    found = lines.marks(replay_of(game, SCREEN))
    assert [mark.step for mark in found] == sorted(mark.step for mark in found)
    assert "bookmark" not in {mark.kind for mark in found}


def test_the_log_tells_steps_and_what_happened_with_whom() -> None:
    game = table()
    game.play("wethouder", TellCard(card="rapport", to=("groen",)))
    game.play("wethouder", SendNote(to="groen", text="Zeg het niet door."))
    found = lines.log(replay_of(game, game.audience("groen")))
    assert any(line.kind == "step" and "Praten" in line.title for line in found)
    told = next(line for line in found if line.title.startswith("Kaart “Het rapport”"))
    assert set(told.seats) == {"wethouder", "groen"}
    note = next(line for line in found if line.kind == "note")
    assert (note.text, note.seats) == ("Zeg het niet door.", ("wethouder", "groen"))


def test_the_log_tells_what_was_said_where_to_who_was_there() -> None:
    game = Game(small_content())
    game.lead(Settle(talk="afstand", read_private=False))
    game.sit_all()
    game.step("r1.talk")
    for channel in ("tafel", "raad", "een:griffier:groen"):
        game.play("griffier", Say(channel=channel, text="Hoort u mij?"))
    said = {
        who: [
            (line.title, line.seats)
            for line in lines.log(replay_of(game, game.audience(who)))
            if line.kind == "message" and line.text == "Hoort u mij?"
        ]
        for who in ("groen", "wethouder")
    }
    aloud = ("Griffier Bos in Hele tafel", ("griffier",))
    raad = ("Griffier Bos in Raad onder elkaar", ("griffier",))
    assert said["groen"] == [aloud, raad, ("Griffier Bos aan Fractie Groen", ("griffier", "groen"))]
    assert said["wethouder"] == [aloud]


def test_the_log_of_somebody_else_does_not_know_of_it() -> None:
    game = table()
    game.play("wethouder", TellCard(card="rapport", to=("groen",)))
    game.play("wethouder", SendNote(to="groen", text="Zeg het niet door."))
    found = lines.log(replay_of(game, game.audience("lokaal")))
    assert not any(
        "Kaart “Het rapport”" in line.title or (line.title.endswith("Het rapport") and line.kind == "card")
        for line in found
    )
    assert "note" not in {line.kind for line in found}


def test_who_knew_a_card_is_told_from_the_step_at_which_it_was_known() -> None:
    game = table()
    before = len(replay_of(game, LEADER).moments)
    game.play("wethouder", TellCard(card="rapport", to=("groen",)))
    line = next(one for one in lines.knowing(replay_of(game, LEADER)) if one.id == "rapport")
    assert line.holder == "wethouder"
    assert line.since["wethouder"] < before <= line.since["groen"]
    assert set(line.since) == {"wethouder", "groen"}


def test_of_a_card_of_somebody_else_one_knows_only_that_one_knows_it() -> None:
    game = table()
    game.play("wethouder", TellCard(card="rapport", to=("groen", "lokaal")))
    line = next(one for one in lines.knowing(replay_of(game, game.audience("groen"))) if one.id == "rapport")
    assert set(line.since) == {"groen"}
    assert "rapport" not in {one.id for one in lines.knowing(replay_of(game, game.audience("griffier")))}


def test_who_handed_a_card_over_still_knew_it() -> None:
    game = table()
    game.play("wethouder", HandOverCard(card="rapport", to="groen"))
    line = next(one for one in lines.knowing(replay_of(game, LEADER)) if one.id == "rapport")
    assert {"wethouder", "groen"} <= set(line.since)


def test_an_indicator_begins_where_it_was_first_seen_and_turns_only_where_it_changed() -> None:
    game = table("r1.act")
    assert lines.series(replay_of(game, SCREEN)) == ()
    game.step("r2.read")
    found = replay_of(game, SCREEN)
    shown = lines.series(found)
    opened = next(step for step, moment in enumerate(found.moments) if moment.key == "r1.consequences")
    assert [one.label for one in shown] == ["Vertrouwen", "Rust"]
    for one in shown:
        values = [value for _, value in one.points]
        assert one.points[0][0] >= opened
        assert all(first != second for first, second in pairwise(values))


def test_the_facilitator_has_the_indicators_from_the_start() -> None:
    assert all(one.points[0][0] == 0 for one in lines.series(replay_of(table("r1.read"), LEADER)))
