"""Sockets end to end, on the real rules: watch, command, patch, and who may do what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.live import channel
from app.service import arrivals, meetings
from game_rules.vocabulary.commands import Bookmark, Pause, Resume
from game_rules.vocabulary.meeting import PlaceParticipant, RemoveParticipant, WithdrawLink
from tests.app.live_server import LEADER, LiveServer, Socket


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveServer]:
    made = LiveServer(tmp_path)
    yield made
    made.close()


def fresh(server: LiveServer, socket: Socket, audience: str = "") -> Any:
    """What somebody who comes in now with these eyes would see."""
    answer = socket.ask("watch", {"game": server.game, "audience": audience})
    return answer["view"]


# --- watching --------------------------------------------------------------------------------------------------------


def test_watch_gives_the_view_its_version_and_the_time(server: LiveServer) -> None:
    socket = server.socket(server.join("Ada"))
    answer = socket.watch()
    assert answer["ok"]
    assert answer["version"] == server.version
    assert answer["screen"] == "waiting"
    assert abs(answer["now"] - server.lab.clock.now()) < 5000
    assert answer["view"]["me"]["kind"] == "waiting"


def test_who_has_the_present_version_gets_no_view(server: LiveServer) -> None:
    socket = server.socket(server.join("Ada"))
    first = socket.watch()
    assert "view" not in socket.watch(have=first["version"], of=first["audience"])
    assert "view" in socket.watch(have=first["version"] - 1, of=first["audience"])
    assert "view" in socket.watch(have=first["version"], of="seat:griffier:p-else")


def test_patches_lead_to_what_a_fresh_watch_shows(server: LiveServer) -> None:
    player, leader = server.seated("Ada", "griffier"), server.led()
    server.begin()
    version = server.do(Bookmark(text="hier"))
    leader.follow(version)
    assert leader.view == fresh(server, leader, "facilitator")
    server.do(Pause(reason="even wachten"))
    leader.follow(server.do(Resume()))
    assert leader.view == fresh(server, leader, "facilitator")
    player.follow(server.next_step())
    assert player.view == fresh(server, player)


def test_a_browser_gets_operations_and_a_program_a_merge(server: LiveServer) -> None:
    server.begin()
    program, browser = server.led(), server.socket(server.lead())
    answer = browser.watch("facilitator", form="html")
    assert answer["build"] and {op["op"] for op in answer["ops"]} == {"vul"}
    server.do(Bookmark(text="<b>hier</b>"))
    assert "merge" in program.wait("patch")
    patch = browser.wait("patch")
    assert patch["from"] == answer["version"]
    html = json.dumps(patch["ops"])
    assert "&lt;b&gt;hier" in html and "<b>hier" not in html


def test_an_audience_is_projected_once_for_all_its_sockets(server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.begin()
    arrival = server.lead()
    sockets = [server.socket(arrival) for _ in range(4)]
    for socket in sockets:
        socket.watch("facilitator")
    seen: list[Any] = []
    real = channel.project

    def counted(*arguments: Any) -> Any:
        seen.append(arguments)
        return real(*arguments)

    monkeypatch.setattr(channel, "project", counted)
    server.do(Bookmark(text="hier"))
    for socket in sockets:
        socket.wait("patch")
    assert len(seen) == 1


def test_who_sees_no_difference_hears_nothing(server: LiveServer) -> None:
    player = server.seated("Ada", "griffier")
    server.begin()
    player.watch()
    leader = server.led()
    before = len(player.received("patch"))
    server.do(Bookmark(text="alleen voor de spelleider"))
    leader.wait("patch")
    assert len(player.received("patch")) == before


def test_one_socket_watches_several_audiences(server: LiveServer) -> None:
    server.seated("Ada", "griffier")
    server.begin()
    leader = server.led()
    mirror = leader.ask("watch", {"game": server.game, "audience": "mirror:griffier"})
    assert mirror["view"]["me"]["seat"] == "griffier"
    assert not mirror["view"]["me"].get("acting", False)
    assert leader.ask("unwatch", {"game": server.game})["ok"]
    server.do(Bookmark())
    assert leader.received("patch") == []


def test_a_meeting_is_watched_too(server: LiveServer) -> None:
    leader = server.socket(server.lead())
    answer = leader.ask("watch", {"meeting": server.meeting, "audience": "facilitator"})
    assert answer["view"]["code"] == server.code
    server.join("Ada")
    patch = leader.wait("patch")
    assert patch["meeting"] == server.meeting and patch["merge"]["guests"]
    player = server.socket(server.join("Ben"))
    assert "code" not in player.ask("watch", {"meeting": server.meeting})["view"]
    assert leader.ask("command", {"meeting": server.meeting, "id": "c-9", "type": "close_door"})["ok"]
    assert meetings.state(server.lab, server.meeting).door == "closed"


# --- other eyes ------------------------------------------------------------------------------------------------------


def test_who_sits_down_looks_with_other_eyes(server: LiveServer) -> None:
    socket = server.socket(server.join("Ada"))
    waiting = socket.watch()["audience"]
    socket.command("take_seat", seat="griffier")
    assert socket.wait("again")["audience"] == waiting
    answer = socket.watch(have=socket.version, of=waiting)
    assert (answer["screen"], answer["view"]["me"]["seat"]) == ("player", "griffier")


@pytest.mark.parametrize(
    "audience", ["facilitator", "mirror:griffier", "seat:burgemeester", "seat:burgemeester:p-x", "nonsense", "screen"]
)
def test_a_player_cannot_look_with_the_eyes_of_another(server: LiveServer, audience: str) -> None:
    server.seated("Ben", "burgemeester")
    player = server.seated("Ada", "griffier")
    answer = player.watch(audience)
    assert answer["ok"] is False
    assert answer["error"]["code"] in ("other_audience", "no_such_audience")
    assert "view" not in answer


def test_a_player_of_another_meeting_sees_nothing(server: LiveServer) -> None:
    other = meetings.create(server.lab, "Elders")
    stranger = arrivals.join(server.lab, meetings.state(server.lab, other).code, "Eva")
    answer = server.socket(stranger).watch()
    assert answer["ok"] is False


# --- acting ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "as_", ["seat:burgemeester", "facilitator", "mirror:burgemeester", "screen", "x", "seat:burgemeester:p-1"]
)
def test_nobody_acts_for_another(server: LiveServer, as_: str) -> None:
    ben, ada = server.seated("Ben", "burgemeester"), server.seated("Ada", "griffier")
    ben.received("patch")
    before, heard = server.version, len(ben.messages)
    answer = ada.command("next_step", as_, from_step="lobby")
    assert answer["ok"] is False
    assert answer["error"]["message"]
    assert server.version == before
    ben.received("patch")
    assert len(ben.messages) == heard


def test_a_player_cannot_be_the_clock_or_the_facilitator(server: LiveServer) -> None:
    ada = server.seated("Ada", "griffier")
    before = server.version
    for kind, fields in (("wake", {}), ("pause", {}), ("reveal", {}), ("close_screens", {"closed": True})):
        assert ada.command(kind, **fields)["ok"] is False
    assert server.version == before


def test_the_same_command_twice_is_done_once(server: LiveServer) -> None:
    server.begin()
    leader = server.led()
    first = leader.command("bookmark", "facilitator", id="same", text="hier")
    again = leader.command("bookmark", "facilitator", id="same", text="daar")
    assert first["ok"] and again == first
    assert server.version == first["version"]


def test_an_id_of_somebody_else_hides_nothing(server: LiveServer) -> None:
    server.begin()
    one, two = server.led(), server.led()
    first = one.command("bookmark", "facilitator", id="same", text="hier")
    second = two.command("bookmark", "facilitator", id="same", text="daar")
    assert second["version"] > first["version"]


@pytest.mark.parametrize(
    "payload",
    [
        None,
        5,
        "x",
        [],
        {},
        {"id": "c"},
        {"game": "g-none", "id": "c", "type": "pause"},
        {"id": "c", "type": "pause", "game": 7},
    ],
)
def test_a_malformed_command_harms_nothing(server: LiveServer, payload: object) -> None:
    server.begin()
    leader = server.led()
    before = server.version
    answer = leader.ask("command", payload)
    assert answer["ok"] is False and answer["error"]["code"] and answer["error"]["message"]
    assert server.version == before and leader.received("patch") == []
    assert leader.command("bookmark", "facilitator", text="het werkt nog")["ok"]


def test_too_many_arguments_or_none_are_answered(server: LiveServer) -> None:
    leader = server.led()
    assert leader.ask("command")["ok"] is False
    assert leader.ask("command", {}, {}, {})["ok"] is False
    assert leader.ask("watch")["ok"] is False


def test_an_unknown_event_is_answered(server: LiveServer) -> None:
    assert server.led().ask("hack", {})["error"]["code"] == "unknown_event"


def test_a_bug_is_answered_without_its_inside(server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    leader = server.led()
    monkeypatch.setattr("app.access.act", lambda *_: 1 / 0)
    answer = leader.command("bookmark", "facilitator")
    assert answer["error"]["code"] == "internal"
    assert "Zero" not in json.dumps(answer) and "Traceback" not in json.dumps(answer)


# --- who may be here -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("auth", [{}, {"token": "x"}, {"token": 5}, {"token": ""}, {"other": 1}])
def test_without_a_token_there_is_no_connection(server: LiveServer, auth: dict[str, object]) -> None:
    assert not server.socket(None, **auth).client.is_connected()


def test_who_is_removed_loses_the_socket_and_hears_why(server: LiveServer) -> None:
    arrival = server.join("Ada")
    socket = server.socket(arrival)
    socket.watch()
    meetings.submit(server.lab, server.meeting, LEADER, RemoveParticipant(participant=arrival.identity.participant))
    gone = socket.wait("gone")
    assert gone["code"] == "removed" and "spelleider" in gone["message"]
    assert not server.socket(arrival).client.is_connected()


def test_a_withdrawn_link_takes_its_sockets_along(server: LiveServer) -> None:
    leader, player = server.led(), server.seated("Ada", "griffier")
    meetings.submit(server.lab, server.meeting, LEADER, WithdrawLink(kind="facilitator"))
    assert leader.wait("gone")["code"] == "link_withdrawn"
    assert player.received("gone") == []


def test_the_device_before_hears_that_it_was_taken_over(server: LiveServer) -> None:
    arrival = server.join("Ada")
    old = server.socket(arrival)
    old.watch()
    code = arrivals.return_code(server.lab, server.meeting, arrival.identity.participant)
    new = server.socket(arrivals.come_back(server.lab, code))
    assert old.wait("gone")["code"] == "taken_over"
    assert new.watch()["ok"]
    assert old.client.is_connected() is False


def test_who_is_placed_elsewhere_is_told_where(server: LiveServer) -> None:
    arrival = server.join("Ada")
    socket = server.socket(arrival)
    socket.watch()
    other = meetings.open_room(server.lab, server.meeting, LEADER, "klein", "dagdeel")
    move = PlaceParticipant(participant=arrival.identity.participant, game=other)
    meetings.submit(server.lab, server.meeting, LEADER, move)
    gone = socket.wait("gone")
    assert (gone["code"], gone["details"]) == ("other_table", {"game": other})


def test_a_new_name_is_shown_without_a_new_version(server: LiveServer) -> None:
    arrival = server.join("Ada")
    player = server.socket(arrival)
    player.watch()
    player.command("take_seat", seat="griffier")
    leader = server.socket(server.lead())
    answer = leader.watch("facilitator", form="html")
    meetings.rename(server.lab, server.meeting, arrival.identity.participant, "Grace")
    patch = leader.wait("patch", lambda message: message["from"] == message["version"])
    assert patch["version"] == answer["version"]
    assert "Grace" in json.dumps(patch["ops"])


# --- presence --------------------------------------------------------------------------------------------------------


def test_presence_passes_by_and_is_never_stored(server: LiveServer) -> None:
    leader = server.led()
    arrival = server.join("Ada")
    player = server.socket(arrival)
    player.watch()
    who = arrival.identity.participant
    assert leader.wait("presence", lambda message: message["here"].get(who) == "connected")
    player.ask("presence", {"game": server.game, "status": "typing"})
    assert leader.wait("presence", lambda message: message["here"].get(who) == "typing")
    before = server.version
    assert leader.ask("watch", {"game": server.game, "audience": "facilitator"})["here"] == {who: "typing"}
    player.client.disconnect()
    assert leader.wait("presence", lambda message: message["here"].get(who) == "")
    assert server.version == before


def test_nobody_marks_the_presence_of_a_game_they_do_not_watch(server: LiveServer) -> None:
    leader = server.led()
    other = server.socket(server.join("Ada"))
    assert other.ask("presence", {"game": server.game, "status": "typing"})["ok"]
    assert server.lab.presence.of(server.game) == {}
    assert leader.received("presence") == []
