"""Whatever a stranger or a broken program puts on the wire, the table plays on."""

from __future__ import annotations

import contextlib
import json
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
import socketio
import websocket

from tests.browser.site import Room, Site
from tests.conftest import find_free_port

DEEP = "[" * 30_000
FRAMES = {
    "half a JSON": '42["command",{',
    "no event": "42[]",
    "an object": '42{"a":1}',
    "a number": "427",
    "a number as event": "42[7,8]",
    "a null as event": "42[null]",
    "no packet": "99",
    "nothing": "4",
    "nothing at all": "",
    "deep JSON": f'42["command",{DEEP}]',
    "a deep answer": f'4212["command",{{"game":"g-1","id":"c","type":{DEEP}{"]" * 30_000}}}]',
    "an attachment that never comes": '451-["command",{"_placeholder":true,"num":0}]',
    "a thousand attachments": '45999999-["command",{"_placeholder":true,"num":0}]',
    "an answer to nothing": "4399[]",
    "another namespace": "40/admin,",
    "an event elsewhere": '42/admin,["command",{}]',
    "a disconnect of all": "41",
    "letters in a number": '42abc["command"]',
    "not unicode": b"\xff\xfe\x00",
    "a surrogate": '42["command","\\ud800"]',
    "an own event": '42["disconnect"]',
    "another own event": '42["connect",{"token":"x"}]',
    "python's own": '42["__class__",{}]',
    "hidden method": '42["trigger_event",{}]',
}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A game on a server of its own."""
    site = Site(tmp_path_factory.mktemp("frames") / "data", find_free_port())
    site.start()
    made = site.room()
    made.begin()
    yield made
    site.stop()


@pytest.fixture
def wire(room: Room) -> Iterator[websocket.WebSocket]:
    """A bare WebSocket of somebody who is in."""
    token = room.join("Eva")["token"]
    address = room.site.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    connection = websocket.create_connection(address, cookie=f"dnalab={token}", timeout=5)
    assert connection.recv().startswith("0")
    connection.send("40")
    assert connection.recv().startswith("40")
    yield connection
    connection.close()
    connection.shutdown()  # also when the server had closed it


def works(room: Room, transport: str = "websocket") -> None:
    """A fresh program can come in, watch and act, and hears what it did."""
    program = socketio.Client()
    heard: list[object] = []
    program.on("patch", heard.append)
    program.connect(room.site.url, auth={"token": room.token}, transports=[transport])
    watched = program.call("watch", {"game": room.game, "audience": "facilitator"}, timeout=10)
    assert watched["ok"] and watched["view"]["game"]["id"] == room.game
    done = program.call("command", {"game": room.game, "id": f"c-{id(program)}", "type": "bookmark"}, timeout=10)
    assert done["ok"]
    program.disconnect()


@pytest.mark.parametrize("name", FRAMES)
def test_a_strange_frame_harms_nobody(room: Room, wire: websocket.WebSocket, name: str) -> None:
    before = room.site.api("GET", f"/games/{room.game}", token=room.token)["version"]
    frame = FRAMES[name]
    with contextlib.suppress(websocket.WebSocketException, OSError):
        wire.send(frame, websocket.ABNF.OPCODE_BINARY if isinstance(frame, bytes) else websocket.ABNF.OPCODE_TEXT)
        wire.send('4277["watch",{"game":"g-none"}]')
        answer = wire.recv()
        assert "Traceback" not in str(answer)
    assert room.site.api("GET", f"/games/{room.game}", token=room.token)["version"] == before
    works(room)


@pytest.mark.parametrize("forged", ['421["disconnect"]', '421["connect",{"token":"x"}]', '421["connect",{},{}]'])
def test_nobody_can_play_the_server(room: Room, wire: websocket.WebSocket, forged: str) -> None:
    wire.send(forged)
    assert "unknown_event" in wire.recv()
    wire.send("422" + json.dumps(["watch", {"game": room.game}]))
    assert '"ok":true' in wire.recv()


def test_a_message_above_the_limit_cuts_the_connection_only(room: Room, wire: websocket.WebSocket) -> None:
    with pytest.raises((websocket.WebSocketException, OSError)):
        wire.send('42["command","' + "x" * 200_000 + '"]')
        while True:
            wire.recv()
    works(room)


def test_a_large_message_is_refused_with_a_code(room: Room, wire: websocket.WebSocket) -> None:
    order = {"game": room.game, "id": "c-1", "type": "bookmark", "text": "x" * 20_000}
    wire.send("421" + json.dumps(["command", order]))
    answer = json.loads(wire.recv().removeprefix("431"))
    assert answer[0]["error"]["code"] == "too_large"


def test_a_flood_is_slowed_down_for_the_one_who_floods(room: Room, wire: websocket.WebSocket) -> None:
    for number in range(80):
        wire.send(f"42{number}" + json.dumps(["presence", {"game": room.game, "status": "away"}]))
    answers = [wire.recv() for _ in range(80)]
    assert any("too_fast" in answer for answer in answers)
    works(room)


def test_without_a_token_nothing_is_answered(room: Room) -> None:
    address = room.site.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    connection = websocket.create_connection(address, timeout=5)
    assert connection.recv().startswith("0")
    connection.send("40")
    refusal = connection.recv()
    assert refusal.startswith("44") and "not_signed_in" in refusal
    connection.send("421" + json.dumps(["watch", {"game": room.game}]))
    connection.settimeout(1)
    with pytest.raises((websocket.WebSocketException, OSError)):
        while not connection.recv().startswith("43"):
            pass
    connection.close()
    works(room)


def test_nothing_is_kept_to_compress_with(room: Room) -> None:
    offer = "Sec-WebSocket-Extensions: permessage-deflate"
    address = room.site.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    connection = websocket.create_connection(address, header=[offer], timeout=5)
    assert "sec-websocket-extensions" not in connection.getheaders()
    connection.close()


def test_long_polling_is_a_way_out(room: Room) -> None:
    works(room, "polling")


@pytest.mark.parametrize("transport", ["polling", "websocket"])
def test_another_site_cannot_open_a_socket_with_our_cookie(room: Room, transport: str) -> None:
    token = room.join("Eva")["token"]
    headers = {"Cookie": f"dnalab={token}", "Origin": "https://elders.example"}
    if transport == "websocket":
        headers |= {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
        headers |= {"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
    address = f"{room.site.url}/socket.io/?EIO=4&transport={transport}"
    with pytest.raises(urllib.error.HTTPError) as refusal:
        urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=5)
    assert refusal.value.code == 400
    refusal.value.close()
