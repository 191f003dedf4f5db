"""The session file: the same replay elsewhere, and whatever is wrong with a file is found and named."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Callable
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given, settings

from app.exports.chain import chained
from app.exports.problems import LARGEST, PROBLEMS, SessionFileError
from app.exports.session_file import read, written
from app.exports.withheld import withhold
from game_rules import codec, engine
from game_rules.projections import project
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Actor, Audience
from tests.app.exporting import file_of, log_of, played
from tests.play import Game
from tests.properties.games import seeds
from tests.small import small_content


@pytest.fixture(scope="module")
def game() -> Game:
    return played(small_content(), 7, 80, ended=True)


@pytest.fixture(scope="module")
def file(game: Game) -> bytes:
    return file_of(game)


def wrong(data: bytes) -> tuple[str, object]:
    """The code and the line of what is wrong."""
    with pytest.raises(SessionFileError) as found:
        read(data)
    assert str(found.value.details.get("line", "bestand")) in found.value.message
    return found.value.code, found.value.details.get("line")


# --- the same game elsewhere -----------------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_every_audience_sees_the_same_at_every_version(seed: int) -> None:
    game = played(small_content(), seed)
    session = read(file_of(game))
    here = there = engine.start(game.content, game.log[0])
    content = msgspec.json.decode(session.content, type=type(game.content))
    there = engine.start(content, session.records[0])
    for mine, theirs in zip(game.log, session.records, strict=True):
        if mine.version > 1:
            here, there = engine.evolve(here, mine), engine.evolve(there, theirs)
        for audience in game.audiences():
            assert project(there, audience).view == project(here, audience).view


def test_the_same_game_is_the_same_file(game: Game, file: bytes) -> None:
    session = read(file)
    assert written(session.content, session.entries) == file == file_of(game)
    assert read(file).fingerprint == file.rstrip(b'"}\n')[-64:].decode()


def test_a_file_says_what_it_is_and_holds_no_name(game: Game, file: bytes) -> None:
    first = msgspec.json.decode(file.split(b"\n")[0])["dnalab_session"]
    assert (first["game"], first["casus"], first["title"]) == ("g-test", "klein", game.content.casus.title)
    assert first["personal"]
    assert "geheim" in first["notice"]
    assert "geen namen" in first["notice"]


# --- what can be wrong -----------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_every_changed_byte_is_found_and_its_line_is_named(seed: int) -> None:
    pick = random.Random(seed)
    data = file_of(_GAME)
    at = pick.randrange(len(data))
    changed = pick.choice([byte for byte in range(256) if byte != data[at]])
    code, line = wrong(data[:at] + bytes([changed]) + data[at + 1 :])
    ends = [place for place, byte in enumerate(data) if byte == 10]
    assert line == bisect_right(ends, at - 1) + 1, (code, data[at - 20 : at + 20], changed)


_GAME = played(small_content(), 3, 40)


def test_a_file_that_was_cut_at_any_line_is_found(file: bytes) -> None:
    lines = file.splitlines(keepends=True)
    for count in range(1, len(lines)):
        assert wrong(b"".join(lines[:count])) == ("cut_short", count + 1)
        assert wrong(b"".join(lines[:count]) + lines[count][:-1]) == ("cut_short", count + 1)


def test_a_line_that_is_gone_or_there_twice_is_named(file: bytes) -> None:
    lines = file.splitlines(keepends=True)
    for place in range(1, len(lines) - 1):
        assert wrong(b"".join(lines[:place] + lines[place + 1 :])) == ("line_missing", place + 1)
        assert wrong(b"".join([*lines[:place], lines[place - 1], *lines[place:]])) == ("line_moved", place + 1)
    assert wrong(file + lines[-1]) == ("line_moved", len(lines) + 1)
    assert wrong(file + b"nog iets") == ("after_end", len(lines) + 1)


def test_another_program_that_changed_the_line_ends_is_found(file: bytes) -> None:
    assert wrong(file.replace(b"\n", b"\r\n")) == ("line_altered", 1)
    assert wrong(b"\xef\xbb\xbf" + file) == ("line_altered", 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b" \n \n", "file_empty"),
        (b"hallo", "not_a_session_file"),
        (b'{"een":"ander bestand"}\n', "not_a_session_file"),
        (b"PK\x03\x04 en verder", "file_is_zip"),
        ("sessie".encode("utf-16"), "file_not_utf8"),
        (b"x" * (LARGEST + 1), "file_too_large"),
    ],
)
def test_what_is_no_session_file_is_said_so(data: bytes, code: str) -> None:
    assert wrong(data) == (code, None)


# --- files that are whole, and still not right -----------------------------------------------------------------------

Change = Callable[[list[tuple[str, bytes]]], object]


def forged(file: bytes, change: Change) -> bytes:
    """The file with a change, and every hash made anew: whole lines, another game."""
    parts = []
    for line in file.splitlines():
        fields = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
        parts += [(name, bytes(value)) for name, value in fields.items() if name not in ("line", "hash")]
    change(parts)
    return b"".join(chained(parts))


def edit(parts: list[tuple[str, bytes]], line: int, old: str, new: str) -> None:
    name, value = parts[line - 1]
    assert old.encode() in value
    parts[line - 1] = name, value.replace(old.encode(), new.encode(), 1)


def test_a_file_of_a_later_release_asks_to_renew_dna_lab(file: bytes) -> None:
    later = f'"release":{codec.RELEASE + 1}'
    now = f'"release":{codec.RELEASE}'
    assert wrong(forged(file, lambda parts: edit(parts, 1, now, later))) == ("later_release", 1)
    assert wrong(forged(file, lambda parts: edit(parts, 1, '"format":1', '"format":2'))) == ("later_release", 1)
    assert wrong(forged(file, lambda parts: edit(parts, 5, now, later))) == ("later_release", 5)
    assert "Maak DNa Lab hier nieuwer" in PROBLEMS["later_release"]


def test_an_event_that_this_release_does_not_know_is_named(file: bytes) -> None:
    changed = forged(file, lambda parts: edit(parts, 4, '"type":"', '"type":"morgen_'))
    assert wrong(changed) == ("line_unreadable", 4)


def test_another_casus_than_was_played_is_refused(file: bytes) -> None:
    title = small_content().casus.title
    assert wrong(forged(file, lambda parts: edit(parts, 2, title, "Iets anders"))) == ("content_differs", 2)
    assert wrong(forged(file, lambda parts: edit(parts, 2, '"casus"', '"casussen"'))) == ("line_unreadable", 2)


def test_records_that_do_not_follow_each_other_are_named(file: bytes) -> None:
    last = len(file.splitlines())
    assert wrong(forged(file, lambda parts: parts.insert(4, parts[4]))) == ("line_altered", last + 1)
    end = f'"records":{last - 3}'
    dropped = forged(file, lambda parts: (edit(parts, last, end, f'"records":{last - 4}'), parts.pop(4)))
    assert wrong(dropped) == ("does_not_replay", 5)
    headless = forged(file, lambda parts: (edit(parts, last, end, f'"records":{last - 4}'), parts.pop(2)))
    assert wrong(headless) == ("does_not_replay", 3)
    other = forged(file, lambda parts: edit(parts, 1, '"g-test"', '"g-ander"'))
    assert wrong(other) == ("does_not_replay", 3)


def test_a_record_that_names_what_is_not_there_does_not_replay(file: bytes, game: Game) -> None:
    place = next(record.version for record in game.log if isinstance(record.event, e.SeatTaken)) + 2
    seat = next(record.event.seat for record in game.log if isinstance(record.event, e.SeatTaken))
    changed = forged(file, lambda parts: edit(parts, place, f'"seat":"{seat}"', '"seat":"nergens"'))
    assert wrong(changed)[0] == "does_not_replay"


def test_text_that_is_no_utf8_is_named(file: bytes) -> None:
    def spoil(parts: list[tuple[str, bytes]]) -> None:
        parts[1] = "content", parts[1][1].replace(b"brug", b"br\xffg", 1)

    assert wrong(forged(file, spoil)) == ("line_unreadable", 2)


@pytest.mark.parametrize("game_id", ["m-test", "g-", "g-../../x", "g-" + "a" * 70])
def test_an_id_that_is_none_is_refused(file: bytes, game_id: str) -> None:
    assert wrong(forged(file, lambda parts: edit(parts, 1, '"g-test"', f'"{game_id}"')))[0] == "line_unreadable"


# --- without what is only for the participants themselves ------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_who_leads_looks_back_at_the_same_without_personal_texts(seed: int) -> None:
    game = played(small_content(), seed, 60, ended=True)
    session = read(file_of(game, personal=False))
    content, records = log_of(game)
    before, after = engine.replay(game.content, records), session.state
    assert not session.header.personal
    for audience in game.audiences():
        if audience.kind in ("facilitator", "screen", "observer", "mirror"):
            assert project(after, audience).view == project(before, audience).view
    assert content == session.content


def test_spreads_per_profession_stay_and_who_answered_what_is_gone() -> None:
    game = Game(small_content())
    values = {"burgemeester": 5, "griffier": 1, "wethouder": 3, "lokaal": 4, "groen": 2, "griffier duo": 1}
    people = {name: Actor(kind="player", participant=f"p-{name}", seat=name.split()[0]) for name in values}
    for number, (name, person) in enumerate(people.items()):
        game.do(person, c.Arrive(profession="griffier" if number < 3 else "raadslid"))
        game.do(person, c.TakeSeat(seat=person.seat, shadow=name.endswith("duo")))
    game.step("debrief.judge")
    for name, value in values.items():
        verdict = c.JudgeConsequence(consequence=game.state.chosen[0], as_role=2, as_person=value)
        game.do(people[name], verdict)
    session = read(file_of(game, personal=False))
    leader = Audience(kind="facilitator")
    assert project(session.state, leader).view == project(game.state, leader).view
    told = session.state.judgements[game.state.chosen[0]]
    assert [told[f"p-{name}"].as_person for name in values] == [1, 3, 5, 1, 2, 4]


def test_withholding_twice_is_withholding_once(game: Game) -> None:
    _, records = log_of(game)
    assert withhold(withhold(records)) == withhold(records)


def test_the_casus_may_be_kept_under_the_hash_of_an_older_release(game: Game) -> None:
    content, records = log_of(game)
    old = sha256(msgspec.json.encode(game.content, order="deterministic")).hexdigest()
    created = msgspec.structs.replace(records[0].event, content=old)
    first = msgspec.structs.replace(records[0], event=created)
    entries = [codec.encode_record(record) for record in (first, *records[1:])]
    assert read(written(content, entries)).header.content == old
