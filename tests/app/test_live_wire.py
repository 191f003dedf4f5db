"""What comes in over a socket is read strictly."""

from __future__ import annotations

from typing import Any

import pytest

from app.live.pace import BURST, Pace
from app.live.wire import order_in, refused, status_in, unwatch_in, watch_in
from app.service.errors import ServiceError
from game_rules.vocabulary.commands import CastVote, Votes
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.meeting import CloseRoom

VOTE = {"game": "g-1", "as": "seat", "id": "c-1", "type": "cast_vote", "decision": "d", "votes": {"for": 3}}


def deep(levels: int) -> Any:
    nested: Any = []
    for _ in range(levels):
        nested = [nested]
    return nested


def test_a_command_is_read() -> None:
    order = order_in(VOTE)
    assert (order.stream, order.as_, order.id) == ("g-1", "seat", "c-1")
    assert order.command == CastVote(decision="d", votes=Votes(for_=3))


def test_a_command_for_a_meeting_has_its_own_field_game() -> None:
    order = order_in({"meeting": "m-1", "id": "c-1", "type": "close_room", "game": "g-1"})
    assert (order.stream, order.command) == ("m-1", CloseRoom(game="g-1"))


@pytest.mark.parametrize(
    "payload",
    [
        None, 7, "hallo", [], [VOTE], {}, b"\x00",
        {**VOTE, "id": ""}, {**VOTE, "id": 3}, {**VOTE, "id": "x" * 65}, {**VOTE, "id": None},
        {**VOTE, "game": "m-1"}, {**VOTE, "game": 1}, {**VOTE, "game": ""}, {**VOTE, "game": "g-" + "x" * 80},
        {**VOTE, "type": "make_me_mayor"}, {**VOTE, "type": 3}, {**VOTE, "type": None},
        {**VOTE, "votes": "all"}, {**VOTE, "votes": {"for": -1}}, {**VOTE, "votes": {"for": 1e9}}, {**VOTE, "extra": 1},
        {**VOTE, "decision": None}, {**VOTE, "as": 5}, {**VOTE, "as": "x" * 300}, {**VOTE, "decision": deep(3000)},
        {key: value for key, value in VOTE.items() if key != "decision"},
    ],
)  # fmt: skip
def test_a_malformed_command_is_refused_with_a_code(payload: object) -> None:
    with pytest.raises((ServiceError, RuleError)) as problem:
        order_in(payload)
    answer = refused(problem.value)
    assert answer["ok"] is False
    error = answer["error"]
    assert isinstance(error, dict)
    assert error["code"] in ("malformed", "unknown_command")
    assert error["message"].endswith(".")


@pytest.mark.parametrize("kind", ["join_meeting", "return_to_meeting", "open_room", "withdraw_link"])
def test_what_gives_something_back_goes_over_http(kind: str) -> None:
    with pytest.raises(ServiceError) as problem:
        order_in({"meeting": "m-1", "id": "c-1", "type": kind, "participant": "p-1"})
    assert problem.value.code == "not_here"


def test_a_huge_message_is_refused() -> None:
    with pytest.raises(ServiceError) as problem:
        order_in({**VOTE, "decision": "x" * 20_000})
    assert (problem.value.code, problem.value.status) == ("too_large", 413)


def test_a_watch_names_a_game_or_a_meeting() -> None:
    wish = watch_in({"game": "g-1", "audience": "seat", "format": "html", "have": 3})
    assert (wish.stream, wish.audience, wish.format, wish.have) == ("g-1", "seat", "html", 3)
    assert watch_in({"meeting": "m-1"}).format == "json"
    assert unwatch_in({"meeting": "m-1"}) == "m-1"


@pytest.mark.parametrize(
    "payload",
    [
        None,
        {},
        {"game": "g-1", "meeting": "m-1"},
        {"game": "../etc"},
        {"game": "g-1", "format": "xml"},
        {"game": "g-1", "have": "1"},
    ],
)
def test_a_malformed_watch_is_refused(payload: object) -> None:
    with pytest.raises(ServiceError) as problem:
        watch_in(payload)
    assert problem.value.code == "malformed"


def test_presence_is_one_of_three_words() -> None:
    assert status_in({"game": "g-1", "status": "typing"}).status == "typing"
    assert status_in({"game": "g-1", "status": "talking"}).status == "talking"
    with pytest.raises(ServiceError):
        status_in({"game": "g-1", "status": "asleep"})


class Hand:
    time = 0

    def now(self) -> int:
        return self.time


def test_one_socket_cannot_flood_and_others_do_not_notice() -> None:
    clock = Hand()
    pace = Pace(clock)
    for _ in range(BURST):
        pace.check("a")
    with pytest.raises(ServiceError) as problem:
        pace.check("a")
    assert problem.value.code == "too_fast"
    pace.check("b")
    clock.time = 1000
    for _ in range(20):
        pace.check("a")
    with pytest.raises(ServiceError):
        pace.check("a")
