"""The CSV files: they parse everywhere, leak nothing, and every column and code is in the codebook."""

from __future__ import annotations

import csv
import io
import random
import typing
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings

from app.exports import codebook, events_csv, judgements_csv
from app.exports.csv_file import csv_file
from app.exports.event_kinds import KINDS
from app.exports.session_file import written
from game_rules.projections import project
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.base import snake
from game_rules.vocabulary.commands import Command, JudgeConsequence
from game_rules.vocabulary.events import EVENTS
from game_rules.vocabulary.views import Allowed
from tests import play
from tests.app.exporting import file_of, played, source_of
from tests.play import Game
from tests.properties import games
from tests.properties.games import seeds
from tests.properties.test_secrets import CONTENT, MARK, may_see
from tests.small import small_content

PRIVATE = "«privé»"
SCREEN = Audience(kind="screen")


def rows(data: bytes) -> list[dict[str, str]]:
    """The lines of a CSV file, as a program reads them."""
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";", strict=True))


def both(game: Game) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    found = source_of(game)
    return rows(events_csv.of_source(found)), rows(judgements_csv.of_source(found))


def game_with(content: Any, seed: int, text: str, key: str = "debrief.judge", wishes: int = 60) -> Game:
    """A game that stands in the debrief, in which every text that somebody types is this one."""
    pick = random.Random(seed)
    game = Game(content, "", str(seed))
    game.sit_all()
    for step in ("r1.talk", key):
        game.step(step)
        for _ in range(wishes):
            who = pick.choice([a for a in game.audiences() if a.kind == "seat" and a.participant])
            offers = [o for o in game.see(who).allowed.values() if o.command not in games.SLOW]
            if offers:
                game.do(game.actor(who), filled(pick.choice(offers), pick, text))
    return game


OWN = ("send_note", "write_silent_note", "judge_consequence", "write_handvat", "say")


def filled(offer: Allowed, pick: random.Random, text: str) -> Command:
    return play.fill_in(offer, pick, text if offer.command in OWN else "gewone tekst")


# --- form ------------------------------------------------------------------------------------------------------------


def test_no_cell_is_a_formula() -> None:
    wild = ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", 'een "tekst"; met\nregels', "gewoon", -12]
    data = csv_file(("a", "b"), [(value, 1) for value in wild])
    assert data.startswith(b"\xef\xbb\xbfa;b\r\n")
    cells = [row["a"] for row in rows(data)]
    assert cells[:5] == ['\'=HYPERLINK("x")', "'+1", "'-1", "'@SUM(A1)", "'=1"]
    assert cells[5:7] == ["'=1", "'=1"]
    assert cells[7:] == ['een "tekst"; met regels', "gewoon", "-12"]


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_the_files_of_any_game_parse(seed: int) -> None:
    game = played(small_content(), seed, 60, ended=bool(seed % 2))
    events, judgements = both(game)
    assert [int(row["versie"]) for row in events] == [record.version for record in game.log]
    for found, columns in ((events, events_csv.COLUMNS), (judgements, judgements_csv.COLUMNS)):
        assert all(tuple(row) == columns and None not in row.values() for row in found)
    assert all(row["waarde"].isdigit() or row["code"] for row in judgements)


def test_a_text_of_a_player_that_looks_like_a_formula_is_text() -> None:
    found = source_of(game_with(small_content(), 1, "gewoon"))
    for data in (events_csv.of_source(found), judgements_csv.of_source(found)):
        for row in rows(data):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


# --- secrets ---------------------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_no_text_is_in_the_files_that_the_projector_did_not_show(seed: int) -> None:
    game = played(CONTENT, seed, 60, ended=bool(seed % 3))
    found = source_of(game)
    text = (events_csv.of_source(found) + judgements_csv.of_source(found)).decode()
    for kind, id_ in set(MARK.findall(text)):
        assert may_see(game.state, SCREEN, kind, id_), f"«{kind}:{id_}»"


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_what_people_wrote_for_themselves_is_in_no_export(seed: int) -> None:
    game = game_with(small_content(), seed, PRIVATE)
    found = source_of(game)
    assert not game.state.read_private
    assert PRIVATE not in (events_csv.of_source(found) + judgements_csv.of_source(found)).decode()
    assert PRIVATE not in file_of(game, personal=False).decode()
    assert PRIVATE not in written(found.content, found.entries).decode()


def test_those_texts_are_in_the_whole_session_file() -> None:
    assert PRIVATE in file_of(game_with(small_content(), 1, PRIVATE)).decode()


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_answers_as_a_person_have_no_role_and_come_from_three_at_least(seed: int) -> None:
    game = game_with(small_content(), seed, "tekst", wishes=40)
    events, judgements = both(game)
    answers = [row for row in judgements if row["soort"].startswith("pols") or row["soort"] == "wenselijkheid_persoon"]
    assert all(row["rol"] == "" for row in answers)
    for (soort, subject), count in Counter((row["soort"], row["onderwerp"]) for row in answers).items():
        assert count >= 3
        values = [int(row["waarde"]) for row in answers if (row["soort"], row["onderwerp"]) == (soort, subject)]
        assert values == sorted(values)
        if soort == "wenselijkheid_persoon":
            assert values == sorted(one.as_person for one in game.state.judgements[subject].values())
    hidden = {snake(event.__name__) for event, kind in KINDS.items() if not kind.person}
    for row in events:
        if row["soort"] in hidden:
            assert (row["rol"], row["zetel"], row["deelnemer"]) == ("", "", "")


def test_two_answers_are_too_few_to_be_told() -> None:
    game = Game(small_content())
    game.sit_all()
    game.step("debrief.judge")
    chosen = game.state.chosen[0]
    for seat, value in (("griffier", 5), ("wethouder", 1)):
        game.play(seat, JudgeConsequence(consequence=chosen, as_role=3, as_person=value))
    assert "wenselijkheid_persoon" not in {row["soort"] for row in both(game)[1]}
    assert b'"as_person":5' not in file_of(game, personal=False)
    game.play("groen", JudgeConsequence(consequence=chosen, as_role=3, as_person=4))
    told = [row["waarde"] for row in both(game)[1] if row["soort"] == "wenselijkheid_persoon"]
    assert told == ["1", "4", "5"]
    roles = {row["rol"] for row in both(game)[1] if row["soort"] == "wenselijkheid_rol"}
    assert roles == {"griffier", "wethouder", "raadslid"}


def test_a_participant_is_a_number() -> None:
    game = played(small_content(), 5, 40)
    events, _ = both(game)
    people = {participant for record in game.log if (participant := record.actor.participant)}
    assert people
    assert {row["deelnemer"] for row in events} - {""} == {str(n) for n in range(1, len(_players(game)) + 1)}
    text = events_csv.of_source(source_of(game)).decode()
    assert not any(f";{person};" in text for person in people)


def _players(game: Game) -> set[str]:
    return {r.actor.participant for r in game.log if r.actor.kind == "player" and r.actor.participant}


# --- the codebook ----------------------------------------------------------------------------------------------------

BOOK = {(file, column, code) for file, column, code, _ in codebook.lines()}


def test_every_column_and_no_other_is_in_the_codebook() -> None:
    columns = {(file, column) for file, column, code, _ in codebook.lines() if not code}
    assert columns == {
        *((codebook.EVENTS, column) for column in events_csv.COLUMNS),
        *((codebook.JUDGEMENTS, column) for column in judgements_csv.COLUMNS),
    }
    assert all(meaning for *_, meaning in codebook.lines())


def test_every_event_has_a_line_and_names_fields_that_it_has() -> None:
    assert set(KINDS) == set(EVENTS)
    for event, kind in KINDS.items():
        named = {kind.subject, kind.value, kind.to} - {""}
        assert named <= set(event.__struct_fields__), event


def test_every_code_that_an_event_can_hold_is_in_the_codebook() -> None:
    for event, kind in KINDS.items():
        hint = typing.get_type_hints(event).get(kind.value)
        for code in _codes(hint):
            assert (codebook.EVENTS, "waarde", code) in BOOK, f"{event.__name__}.{kind.value}: {code}"


def _codes(hint: Any) -> list[str]:
    if typing.get_origin(hint) is typing.Literal:
        return [code for code in typing.get_args(hint) if code]
    return [code for part in typing.get_args(hint) for code in _codes(part)]


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_every_code_in_the_files_of_any_game_is_in_the_codebook(seed: int) -> None:
    events, judgements = both(played(small_content(), seed, 80, ended=True))
    for row in events:
        for column in ("soort", "stap", "wie"):
            assert (codebook.EVENTS, column, row[column]) in BOOK
    for row in judgements:
        assert (codebook.JUDGEMENTS, "soort", row["soort"]) in BOOK


@pytest.mark.parametrize("make", [codebook.make_csv, codebook.make_text])
def test_the_codebook_explains_how_it_is_anonymous(make: Any) -> None:
    text = make(None, "m-test", "facilitator").decode()
    assert "nooit een naam" in text.lower()
    if make is codebook.make_text:
        assert "op volgorde van het antwoord" in text
    else:
        assert len(rows(text.encode())) == len(list(codebook.lines()))


# --- figures ---------------------------------------------------------------------------------------------------------


def test_the_figures_are_those_of_the_game() -> None:
    game = played(small_content(), 11, 60, ended=True)
    _, judgements = both(game)
    last = {row["onderwerp"]: int(row["waarde"]) for row in judgements if row["soort"] == "indicator"}
    assert last == game.state.indicators
    leader = project(game.state, Audience(kind="facilitator")).view.facilitator
    assert leader is not None
    reached = {row["onderwerp"]: row["waarde"] == "1" for row in judgements if row["soort"] == "doel"}
    assert reached == {seat: line.goal_reached for seat, line in leader.roster.items() if line.goal}
