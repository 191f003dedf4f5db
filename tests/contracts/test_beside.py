"""What lies beside the log: tokens that can be withdrawn, codes, names that can be deleted, content by its hash."""

from __future__ import annotations

from pathlib import Path

from app.ports import Became, Beside, Identity, LookBack
from app.storage.sqlite_beside import SqliteBeside

MIA = Identity("participant", "m-1", "p-mia")
BEN = Identity("participant", "m-1", "p-ben")


def test_a_token_opens_what_it_was_made_for(beside: Beside) -> None:
    beside.keep_token("hash", "session", MIA, 5)
    assert beside.token("hash", "session") == MIA
    assert beside.token("hash", "return") is None
    assert beside.token("other", "session") is None


def test_all_tokens_of_one_person_are_withdrawn_together(beside: Beside) -> None:
    beside.keep_token("a", "session", MIA, 5)
    beside.keep_token("b", "session", MIA, 6)
    beside.keep_token("c", "return", MIA, 6)
    beside.keep_token("d", "session", BEN, 6)
    assert beside.withdraw_tokens("session", MIA) == 2
    assert [beside.token(*row) for row in (("a", "session"), ("b", "session"))] == [None, None]
    assert beside.token("c", "return") == MIA
    assert beside.token("d", "session") == BEN
    assert beside.withdraw_tokens("session", MIA) == 0


def test_nothing_of_a_meeting_that_is_forgotten_stays(beside: Beside) -> None:
    other = Identity("participant", "m-2", "p-oda")
    for who, token in ((MIA, "a"), (BEN, "b"), (other, "c")):
        beside.keep_token(token, "session", who, 5)
        beside.keep_name(who.participant, who.meeting, "naam")
    beside.keep_code("123456", "m-1")
    beside.forget_meeting("m-1")
    assert [beside.token(token, "session") for token in "abc"] == [None, None, other]
    assert (beside.meeting_of("123456"), beside.names("m-1"), len(beside.names("m-2"))) == (None, {}, 1)


def test_a_join_code_belongs_to_one_meeting(beside: Beside) -> None:
    assert beside.keep_code("123456", "m-1")
    assert beside.keep_code("123456", "m-1")
    assert not beside.keep_code("123456", "m-2")
    assert beside.keep_code("654321", "m-1")
    assert (beside.meeting_of("123456"), beside.meeting_of("654321"), beside.code_of("m-1")) == (None, "m-1", "654321")
    assert beside.keep_code("123456", "m-2")
    assert beside.code_of("m-9") is None


def test_a_name_can_change_and_be_deleted(beside: Beside) -> None:
    beside.keep_name("p-mia", "m-1", "Mia")
    beside.keep_name("p-ben", "m-1", "Ben")
    beside.keep_name("p-kim", "m-2", "Kim")
    beside.keep_name("p-mia", "m-1", "Mia V.")
    assert beside.names("m-1") == {"p-mia": "Mia V.", "p-ben": "Ben"}
    beside.forget_name("p-ben")
    assert beside.name("p-ben") is None
    beside.forget_names("m-1")
    assert (beside.names("m-1"), beside.name("p-kim")) == ({}, "Kim")


def test_content_is_kept_by_hash_and_never_changes(beside: Beside) -> None:
    beside.keep_content("h", b"first")
    beside.keep_content("h", b"second")
    assert beside.content("h") == b"first"
    assert beside.content("unknown") is None


def test_a_game_from_elsewhere_stays_known_as_that(beside: Beside) -> None:
    beside.keep_imported("g-1", 5)
    beside.keep_imported("g-1", 6)
    assert beside.imported("g-1")
    assert not beside.imported("g-2")


def test_a_deleted_name_is_not_left_in_the_file(tmp_path: Path) -> None:
    beside = SqliteBeside(tmp_path)
    beside.keep_name("p-1", "m-1", "Xantippe Zonderlingen")
    beside.forget_names("m-1")
    beside.close()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Zonderlingen" not in left


def test_how_a_meeting_looks_back_is_kept_and_goes_with_it(beside: Beside) -> None:
    assert beside.look_back("m-1") == LookBack()
    beside.keep_look_back("m-1", LookBack(day="2027-01-15", links=2))
    beside.keep_look_back("m-2", LookBack(day="2027-02-01"))
    beside.forget_meeting("m-2")
    assert beside.look_back("m-1") == LookBack(day="2027-01-15", links=2)
    assert beside.look_back("m-2") == LookBack()


def test_what_became_of_it_is_kept_per_person_and_can_be_forgotten(beside: Beside) -> None:
    beside.keep_became("p-mia", "m-1", Became("partly", "Nog niet.", 5))
    beside.keep_became("p-mia", "m-1", Became("done", "Gelukt.", 9))
    beside.keep_became("p-ben", "m-1", Became("no", "", 6))
    assert beside.became("m-1") == {"p-mia": Became("done", "Gelukt.", 9), "p-ben": Became("no", "", 6)}
    assert beside.became("m-2") == {}
    beside.forget_became("p-mia")
    assert list(beside.became("m-1")) == ["p-ben"]
    beside.forget_meeting("m-1")
    assert beside.became("m-1") == {}
