"""Codes and names as people type them, and secrets as we keep them."""

from __future__ import annotations

import pytest

from app.attempts import MOST_WRONG, WINDOW, Attempts, network_of
from app.codes import RETURN_SIGNS, grouped, join_code_in, new_join_code, return_code_in, return_code_of
from app.names import clean_name, free_name, suggested_name, unnamed
from app.service.errors import NotFound, ServiceError
from app.tokens import Link, hashed, link_in, link_token, new_session_token, stamped
from tests.app.tiny import HandClock

SECRET = "s" * 40


@pytest.mark.parametrize("typed", ["123456", "123 456", " 123-456 ", "12 34 56", "123.456", "123–456", "1 2 3 4 5 6"])
def test_six_digits_are_understood_with_spaces_and_dashes(typed: str) -> None:
    assert join_code_in(typed) == "123456"


@pytest.mark.parametrize(
    "typed", ["", "12345", "1234567", "12345a", "１２３４５６", "O23456", "123456" * 50, "\x00" * 6]
)
def test_what_is_no_code_is_no_code(typed: str) -> None:
    assert join_code_in(typed) == ""


def test_a_new_code_is_six_digits_and_not_always_the_same() -> None:
    codes = {new_join_code() for _ in range(50)}
    assert len(codes) > 40
    assert all(join_code_in(code) == code for code in codes)


def test_a_return_code_is_the_same_every_time_and_another_for_somebody_else() -> None:
    mine = return_code_of(SECRET, "p-1")
    assert mine == return_code_of(SECRET, "p-1")
    assert len({mine, return_code_of(SECRET, "p-2"), return_code_of(SECRET, "p-1", 1), return_code_of("x", "p-1")}) == 4
    assert not set("0O1IL2Z5S8B") & set(RETURN_SIGNS)


def test_a_return_code_may_be_typed_in_small_letters() -> None:
    code = return_code_of(SECRET, "p-1")
    assert return_code_in(grouped(code, "-").lower()) == code
    assert return_code_in("OOO-OOO") == ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Mia   de  Wit ", "Mia de Wit"),
        ("Mia\n<b>", "Mia <b>"),
        ("\u202eaiM\x00\x07", "aiM"),
        ("e\u0301", "é"),
        ("x" * 100, "x" * 40),
        ("\u200b\t ", ""),
    ],
)
def test_a_name_is_one_line_that_people_can_see(typed: str, name: str) -> None:
    assert clean_name(typed) == name


def test_nobody_has_the_same_name_as_somebody_else() -> None:
    assert free_name("Mia", ["Ben"]) == "Mia"
    assert free_name("mia", ["Mia", "Mia (2)"]) == "mia (3)"
    assert suggested_name(["Mia", "Deelnemer 3"]) == "Deelnemer 4"
    assert (unnamed("p-1"), unnamed("f-1"), unnamed("")) == ("Deelnemer", "Spelleider", "Deelnemer")


def test_a_token_says_its_stamp_and_moment_and_cannot_be_altered() -> None:
    token = new_session_token(3, 1_700_000_000_000)
    claim = stamped(token)
    assert claim and (claim.stamp, claim.issued) == (3, 1_700_000_000_000)
    assert len(token.rsplit("-", 1)[1]) == 64
    assert hashed(SECRET, "session", token) != hashed(SECRET, "session", "4" + token[1:])
    assert hashed(SECRET, "session", token) != hashed("other", "session", token)
    assert token not in hashed(SECRET, "session", token)


@pytest.mark.parametrize(
    "text", ["", "x", "1-2-3", "-1-2-" + "a" * 64, "1-2-" + "A" * 64, "1-2-" + "a" * 65, "１-2-" + "a" * 64]
)
def test_what_is_no_token_is_no_token(text: str) -> None:
    assert stamped(text) is None


def test_only_our_own_links_are_links() -> None:
    link = Link("screen", "m-1", 2, "g-1")
    token = link_token(SECRET, link)
    assert link_in(SECRET, token) == link
    assert link_in("other" * 8, token) is None
    assert link_in(SECRET, token[:-1] + ("a" if token[-1] != "a" else "b")) is None
    assert [link_in(SECRET, text) for text in ("", ".", "a.b", "x" * 5000, "\udcff")] == [None] * 5


def test_only_wrong_attempts_count_and_only_for_a_while() -> None:
    clock = HandClock()
    attempts = Attempts(clock)
    for _ in range(MOST_WRONG):
        assert attempts.guard("10.0.0.7", lambda: "in") == "in"
        with pytest.raises(NotFound):
            attempts.guard("10.0.0.7", _wrong)
    with pytest.raises(ServiceError) as refusal:
        attempts.guard("10.0.0.7", lambda: "in")
    assert (refusal.value.code, refusal.value.status) == ("too_many_attempts", 429)
    assert attempts.guard("10.0.0.8", lambda: "in") == "in"
    clock.time += WINDOW + 1
    assert attempts.guard("10.0.0.7", lambda: "in") == "in"


def _wrong() -> str:
    raise NotFound("wrong_code")


def test_an_ipv6_network_is_one_place() -> None:
    assert network_of("2001:db8:1:2:aaaa::1") == network_of("2001:db8:1:2:bbbb::2") != network_of("2001:db8:1:3::1")
    assert network_of("not an address") == "not an address"
