"""The API as programs use it, and as programs misuse it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from app.api.openapi import document
from app.api.operations import OPERATIONS
from app.attempts import MOST_WRONG
from app.service import arrivals, meetings
from tests.app.web import Web

CODE = re.compile(r"[a-z_]+")


def join(web: Web, name: str = "Mia") -> dict[str, Any]:
    answer = web.api("POST", "/join", body={"code": web.code, "name": name})
    assert answer.status_code == 201
    joined: dict[str, Any] = answer.json
    return joined


def lead(web: Web) -> str:
    link = meetings.link(web.lab, web.meeting, "facilitator").removeprefix("/f/")
    token: str = web.api("POST", "/links", body={"token": link, "name": "Fatima"}).json["token"]
    return token


def problem(answer: Any, status: int) -> str:
    """The code of a refusal, which must be a whole one."""
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    told = answer.json
    assert told["status"] == status
    assert told["type"] == f"urn:dnalab:problem:{told['code']}"
    assert told["title"]
    assert told["detail"].endswith((".", "?"))
    assert CODE.fullmatch(told["code"])
    return str(told["code"])


def test_joining_gives_everything_a_program_needs(web: Web) -> None:
    joined = join(web)
    assert joined["meeting"] == web.meeting
    assert joined["games"] == [{"id": web.game, "title": "Tafel 1", "casus": "klein", "edition": "dagdeel"}]
    assert joined["game"] == web.game
    assert re.fullmatch(r"\w{3}-\w{3}", joined["return_code"])
    me = web.api("GET", "/me", joined["token"]).json
    assert me == {"identities": [{"kind": "participant", "meeting": web.meeting, "participant": joined["participant"]}]}


def test_looking_and_acting_over_http(web: Web) -> None:
    token = join(web)["token"]
    waiting = web.api("GET", f"/games/{web.game}", token).json
    assert waiting["audience"].startswith("waiting::p-")
    order = {"id": "t-1", "as": "seat", "type": "take_seat", "seat": "griffier"}
    done = web.api("POST", f"/games/{web.game}/commands", token, order)
    assert (done.status_code, done.json["ok"]) == (200, True)
    assert web.api("POST", f"/games/{web.game}/commands", token, order).json == done.json
    now = web.api("GET", f"/games/{web.game}?as=seat", token).json
    assert now["view"]["me"]["seat"] == "griffier"
    before = web.api("GET", f"/games/{web.game}?at={waiting['version']}", token).json
    assert (before["audience"], before["view"]) == (waiting["audience"], waiting["view"])


@pytest.mark.parametrize(
    ("at", "status", "code"),
    [
        ("0", 404, "no_such_version"),
        ("99999", 404, "no_such_version"),
        ("-1", 400, "malformed"),
        ("²", 400, "malformed"),
    ],
)
def test_a_version_that_is_not_there(web: Web, at: str, status: int, code: str) -> None:
    assert problem(web.api("GET", f"/games/{web.game}?at={at}", join(web)["token"]), status) == code


def test_leading_over_http(web: Web) -> None:
    token = lead(web)
    room = web.api("POST", f"/meetings/{web.meeting}/rooms", token, {"casus": "klein", "edition": "avond"})
    assert room.status_code == 201
    mia = join(web)
    command = f"/meetings/{web.meeting}/commands"
    place = {"id": "t-1", "type": "place_participant", "participant": mia["participant"], "game": room.json["game"]}
    placed = web.api("POST", command, token, place)
    assert placed.status_code == 200, placed.text
    shown = web.api("GET", f"/meetings/{web.meeting}", token).json
    assert shown["view"]["guests"][mia["participant"]]["game"] == room.json["game"]
    assert shown["names"][mia["participant"]] == "Mia"
    links = web.api("GET", f"/meetings/{web.meeting}/links", token).json
    assert set(links["screen"]) == {web.game, room.json["game"]}
    made = web.api("POST", "/meetings", token, {"title": "Morgen"}).json
    assert web.api("GET", f"/meetings/{made['meeting']}", made["token"]).json["view"]["title"] == "Morgen"
    assert web.api("POST", "/join", body={"code": made["code"]}).status_code == 201


def test_a_participant_leads_nothing_over_http(web: Web) -> None:
    token = join(web)["token"]
    base = f"/meetings/{web.meeting}"
    assert (
        problem(web.api("POST", f"{base}/rooms", token, {"casus": "klein", "edition": "avond"}), 403)
        == "facilitator_only"
    )
    assert problem(web.api("GET", f"{base}/links", token), 403) == "facilitator_only"
    assert problem(web.api("POST", "/meetings", token, {}), 401) == "not_signed_in"
    assert (
        problem(web.api("POST", f"{base}/commands", token, {"id": "1", "type": "close_door"}), 403)
        == "facilitator_only"
    )
    shown = web.api("GET", base, token).json
    assert ("names" in shown, "code" in shown["view"], "guests" in shown["view"]) == (False, False, False)


@pytest.mark.parametrize("kind", ["join_meeting", "return_to_meeting", "open_room", "withdraw_link"])
def test_what_needs_more_than_the_log_has_its_own_address(web: Web, kind: str) -> None:
    order = {"id": "1", "type": kind, "participant": "p-1", "kind": "screen", "game": "g-1"}
    assert problem(web.api("POST", f"/meetings/{web.meeting}/commands", lead(web), order), 400) == "not_here"


def test_coming_back_ends_the_former_token(web: Web) -> None:
    joined = join(web)
    back = web.api("POST", "/return", body={"return_code": joined["return_code"]})
    assert back.json["participant"] == joined["participant"]
    assert problem(web.api("GET", "/me", joined["token"]), 401) == "taken_over"
    assert web.api("GET", "/me", back.json["token"]).status_code == 200


def test_every_way_in_says_why_it_stays_shut(web: Web) -> None:
    assert problem(web.api("POST", "/join", body={"code": "000 000"}), 404) == "wrong_code"
    assert problem(web.api("POST", "/return", body={"return_code": "HHH-HHH"}), 404) == "wrong_return_code"
    assert problem(web.api("POST", "/links", body={"token": "x.y"}), 404) == "wrong_link"
    web.close_door()
    assert problem(web.api("POST", "/join", body={"code": web.code}), 409) == "door_closed"


def test_guessing_is_stopped_with_the_time_to_wait(web: Web) -> None:
    for _ in range(MOST_WRONG):
        web.api("POST", "/return", body={"return_code": "HHH-HHH"})
    answer = web.api("POST", "/join", body={"code": web.code})
    assert problem(answer, 429) == "too_many_attempts"
    assert 0 < int(answer.headers["Retry-After"]) <= 600


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"x"', b'{"code": 123456}', b'{"code": "1", "extra": 1}', b"\xff\xfe", b"[" * 5000,
     b'{"code": "' + b"1" * 300 + b'"}'],
)  # fmt: skip
def test_a_body_that_makes_no_sense_is_malformed(web: Web, body: bytes) -> None:
    client = web.server.app.test_client()
    answer = client.post("/api/v1/join", data=body, content_type="application/json")
    assert problem(answer, 400) == "malformed"


@pytest.mark.parametrize(
    "order",
    [{}, {"id": "1"}, {"type": "take_seat"}, {"id": "", "type": "take_seat", "seat": "griffier"},
     {"id": "1", "type": "take_seat"}, {"id": "1", "type": "take_seat", "seat": 7}, {"id": "1", "type": 7},
     {"id": "x" * 65, "type": "mark_ready"}, {"id": "1", "type": "take_seat", "seat": "griffier", "as": 7},
     {"id": "1", "type": "take_seat", "seat": "griffier", "participant": "p-other"}],
)  # fmt: skip
def test_a_command_that_makes_no_sense_is_malformed(web: Web, order: dict[str, Any]) -> None:
    answer = web.api("POST", f"/games/{web.game}/commands", join(web)["token"], order)
    assert problem(answer, 400) == "malformed"


def test_other_kinds_of_nonsense(web: Web) -> None:
    client = web.server.app.test_client()
    assert problem(client.post("/api/v1/join", data={"code": web.code}), 415) == "wrong_media_type"
    assert problem(client.post("/api/v1/join", data=b"x" * 70_000, content_type="application/json"), 413) == "too_large"
    assert problem(client.get("/api/v1/join"), 405) == "method_not_allowed"
    assert problem(client.get("/api/v1/nowhere"), 404) == "not_found"
    assert problem(client.get("/api/v1/games/g-0"), 404)
    assert problem(web.api("GET", f"/games/{web.game}"), 401) == "not_signed_in"
    token = join(web)["token"]
    order = {"id": "1", "type": "rule_the_world"}
    assert problem(web.api("POST", f"/games/{web.game}/commands", token, order), 409) == "unknown_command"
    assert problem(web.api("GET", f"/games/{web.game}?as=facilitator", token), 403) == "other_audience"
    assert problem(web.api("GET", f"/games/{web.game}?as=keizer", token), 404) == "no_such_audience"


@pytest.mark.parametrize("name", ["\ud800", "\x00", "\u202e", "🙂" * 50])
def test_any_name_can_be_sent(web: Web, name: str) -> None:
    client = web.server.app.test_client()
    body = json.dumps({"code": web.code, "name": name})
    answer = client.post("/api/v1/join", data=body, content_type="application/json")
    assert answer.status_code in (201, 400)
    assert all(called.isprintable() for called in web.people())


@pytest.mark.parametrize("token", ["x", "0-1-" + "0" * 64, "Bearer", "0-1-" + "0" * 9000])
def test_a_forged_token_is_unknown(web: Web, token: str) -> None:
    assert problem(web.api("GET", "/me", token), 401) == "token_unknown"


def test_a_cookie_may_look_but_changes_nothing(web: Web) -> None:
    browser = web.browser()
    browser.join(web.code, "Mia")
    assert browser.get(f"/api/v1/games/{web.game}").status_code == 200
    order = {"id": "1", "type": "take_seat", "seat": "griffier"}
    answer = browser.client.post(f"/api/v1/games/{web.game}/commands", json=order, base_url=browser.base)
    assert problem(answer, 401) == "token_needed"


def test_an_error_of_ours_tells_nothing_of_the_inside(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("/secret/path of the inside")

    monkeypatch.setattr(arrivals, "join", broken)
    answer = web.api("POST", "/join", body={"code": web.code})
    assert problem(answer, 500) == "internal"
    assert "secret" not in answer.text


def test_the_description_names_every_address_and_refers_to_what_it_has(web: Web) -> None:
    described = web.api("GET", "/openapi.json").json
    served = {
        (method.lower(), re.sub(r"<(\w+)>", r"{\1}", rule.rule.removeprefix("/api/v1")))
        for rule in web.server.app.url_map.iter_rules()
        if rule.endpoint.startswith("api.") and rule.endpoint != "api.openapi"
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert {(method, path) for path, some in described["paths"].items() for method in some} == served
    names = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(described)))
    assert names <= set(described["components"]["schemas"])
    assert {"Problem", "Join", "Entered", "View", "CastVote", "GameOrder"} <= set(described["components"]["schemas"])


def test_the_description_is_made_from_the_table() -> None:
    paths = document()["paths"]
    assert sum(len(some) for some in paths.values()) == len(OPERATIONS)
    assert paths["/join"]["post"]["security"] == []
    assert paths["/me"]["get"]["security"] == [{"token": []}]


def test_what_can_be_played_is_open_to_all(web: Web) -> None:
    found = web.api("GET", "/casussen").json["casussen"]
    assert [(one["id"], sorted(one["editions"])) for one in found] == [("klein", ["avond", "dagdeel"])]
