"""Commands are read strictly, stored events leniently, and what is read is what was written."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from game_rules import codec
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.errors import RuleError
from tests.rules.story import refused, table


def note(**fields: Any) -> dict[str, Any]:
    return {"type": "send_note", "to": "groen", "text": "Hoi", **fields}


# --- commands --------------------------------------------------------------------------------------------------------


def test_a_command_is_read_from_bytes_and_from_plain_data_alike() -> None:
    assert (
        codec.decode_command(json.dumps(note()).encode())
        == codec.decode_command(note())
        == c.SendNote(to="groen", text="Hoi")
    )


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(note(seat="griffier"), id="an unknown field"),
        pytest.param({"type": "send_note", "to": "groen"}, id="a field is missing"),
        pytest.param(note(text=7), id="a number for a text"),
        pytest.param(note(text=None), id="nothing for a text"),
        pytest.param(note(text=["Hoi"]), id="a list for a text"),
        pytest.param(note(text=""), id="an empty text"),
        pytest.param(note(text="x" * 141), id="a text that is too long"),
        pytest.param(note(to="g" * 65), id="an id that is too long"),
        pytest.param(note(text="\ud800"), id="half a character"),
        pytest.param({"to": "groen"}, id="no type"),
        pytest.param({"type": 3}, id="a number for a type"),
        pytest.param({"type": ["send_note"]}, id="a list for a type"),
        pytest.param([], id="a list"),
        pytest.param("send_note", id="a word"),
        pytest.param(7, id="a number"),
        pytest.param(None, id="nothing"),
        pytest.param({1: 2, "type": "pause"}, id="a number for a name"),
        pytest.param({"type": "extend", "seconds": 10**400}, id="a huge number"),
        pytest.param({"type": "extend", "seconds": 1.5}, id="a fraction for a whole number"),
        pytest.param({"type": "extend", "seconds": True}, id="yes for a number"),
        pytest.param({"type": "extend", "seconds": "60"}, id="a text for a number"),
        pytest.param({"type": "cast_vote", "decision": "d", "votes": {"for": -1}}, id="fewer than no votes"),
        pytest.param({"type": "cast_vote", "decision": "d", "votes": {"yes": 1}}, id="an unknown field inside"),
        pytest.param({"type": "propose", "kind": "wet", "text": "Nieuw"}, id="a kind that does not exist"),
        pytest.param({"type": "show_card", "card": "a", "to": []}, id="a list that must not be empty"),
        pytest.param({"type": "show_card", "card": "a", "to": ["b"] * 41}, id="a list that is too long"),
        pytest.param({"type": "choose_consequences", "consequences": ["a", "b", "c", "d"]}, id="four for three"),
    ],
)
def test_what_is_no_command_is_refused_as_malformed(raw: Any) -> None:
    with refused("malformed"):
        codec.decode_command(raw)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"null", b"[]", b"\xff\xfe", b'"pause"', b'{"type": "pause"', b"[" * 100_000, b'{"a":' * 50_000],
    ids=["empty", "open", "null", "list", "no utf-8", "text", "cut off", "deep list", "deep object"],
)
def test_bytes_that_are_no_command_are_refused_as_malformed(data: bytes) -> None:
    with refused("malformed"):
        codec.decode_command(data)


def test_deep_plain_data_is_refused_as_malformed() -> None:
    deep: Any = "x"
    for _ in range(5_000):
        deep = [deep]
    with refused("malformed"):
        codec.decode_command(note(text=deep))


@pytest.mark.parametrize("name", ["step_started", "game_created", "Pause", "", "x" * 10_000])
def test_an_unknown_command_is_refused_by_name(name: str) -> None:
    with refused("unknown_command"):
        codec.decode_command({"type": name})


def test_a_refusal_repeats_no_more_than_a_little_of_what_was_sent() -> None:
    with pytest.raises(RuleError) as caught:
        codec.decode_command({"type": "x" * 10_000})
    assert len(str(caught.value.details)) < 200


# --- records ---------------------------------------------------------------------------------------------------------


def test_a_record_is_read_as_it_was_written() -> None:
    log = table("closed").log
    assert [codec.decode_record(codec.encode_record(record)) for record in log] == log


def stored() -> dict[str, Any]:
    """The first record of a game, as plain data."""
    raw: dict[str, Any] = json.loads(codec.encode_record(table().log[0]))
    return raw


def test_a_record_says_which_release_wrote_it() -> None:
    assert stored()["release"] == codec.RELEASE


def test_fields_of_a_later_release_are_skipped() -> None:
    raw = stored()
    raw["mood"] = "vrolijk"
    raw["event"]["colour"] = "blauw"
    raw["actor"]["device"] = {"kind": "telefoon"}
    assert codec.decode_record(json.dumps(raw).encode()) == codec.decode_record(json.dumps(stored()).encode())


def test_a_record_of_a_later_release_is_read_as_far_as_it_is_known() -> None:
    raw = {**stored(), "release": codec.RELEASE + 5}
    assert codec.decode_record(json.dumps(raw).encode()).version == 1


def test_a_record_of_an_older_release_is_brought_up_to_date_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def named_seed(raw: dict[str, Any]) -> dict[str, Any]:
        return {**raw, "event": {**raw["event"], "seed": raw["event"].pop("lot")}}

    def named_edition(raw: dict[str, Any]) -> dict[str, Any]:
        return {**raw, "event": {**raw["event"], "edition": raw["event"].pop("version")}}

    old = stored()
    old["event"] = {("lot" if key == "seed" else key): value for key, value in old["event"].items()}
    old["event"]["version"] = old["event"].pop("edition")
    old["release"] = 1
    monkeypatch.setattr(codec, "RELEASE", 3)
    monkeypatch.setattr(codec, "UPCASTERS", {1: named_seed, 2: named_edition})
    event = codec.decode_record(json.dumps(old).encode()).event
    assert (event.seed, event.edition) == ("seed", "dagdeel")  # type: ignore[union-attr]


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"3", b"{}", b'{"release": "een"}', b'{"version": 1}', b"\xff"])
def test_what_is_no_record_is_named_as_such(data: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        codec.decode_record(data)
