"""A whole server in this process, on the small casus, with sockets that are answered at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.assembly import start, stop
from app.config import Config
from app.factory import create_app
from app.service import arrivals, games, meetings
from game_rules.turn import may_be_played
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import Command, NextStep, SetPlayer
from tests.small import SMALL_CASES

LEADER = Actor(kind="facilitator", participant="f-1")
PATIENCE = 10.0


class LiveServer:
    """One meeting with one game. `join` lets somebody in; `socket` opens a connection for a token."""

    def __init__(self, folder: Path) -> None:
        self.server = create_app(Config(data=folder, cases=SMALL_CASES, async_mode="threading", secret_key="test"))
        self.lab = self.server.lab
        start(self.lab)
        self.meeting = meetings.create(self.lab, "Proef")
        self.game = meetings.open_room(self.lab, self.meeting, LEADER, "klein", "dagdeel")
        self.code = meetings.state(self.lab, self.meeting).code
        self._count = 0

    def close(self) -> None:
        """End the background tasks and release the folder."""
        stop(self.lab)
        self.lab.store.close()
        self.lab.beside.close()
        self.server.folder.release()

    def join(self, name: str) -> arrivals.Arrival:
        """A participant comes in through the door, and goes to the only room."""
        return arrivals.join(self.lab, self.code, name)

    def lead(self) -> arrivals.Arrival:
        """A facilitator comes in by the link."""
        return arrivals.follow(self.lab, meetings.link(self.lab, self.meeting, "facilitator").rsplit("/", 1)[1], "Lea")

    def socket(self, arrival: arrivals.Arrival | None, **auth: Any) -> Socket:
        """A connection of a program that shows this token."""
        shown = {"token": arrival.token} if arrival else auth
        return Socket(self, self.server.socketio.test_client(self.server.app, auth=shown))

    def seated(self, name: str, seat: str) -> Socket:
        """Somebody who sits on a seat and watches."""
        socket = self.socket(self.join(name))
        socket.watch()
        assert socket.command("take_seat", seat=seat)["ok"]
        socket.wait("again")
        socket.watch()
        return socket

    def led(self) -> Socket:
        """A facilitator who watches."""
        socket = self.socket(self.lead())
        socket.watch("facilitator")
        return socket

    def do(self, command: Command) -> int:
        """The facilitator does this, outside any socket."""
        self._count += 1
        return games.submit(self.lab, self.game, LEADER, command, f"t-{self._count}").version

    def begin(self) -> int:
        """Nobody waits for anybody: the first round begins. Returns the version."""
        state = games.state(self.lab, self.game)
        for seat, one in state.seats.items():
            if one.player == "nobody" and may_be_played(state, seat):
                self.do(SetPlayer(seat=seat, player="facilitator"))
        self.next_step()
        return self.next_step()

    def next_step(self) -> int:
        """The facilitator moves on."""
        return self.do(NextStep(from_step=games.state(self.lab, self.game).clock.key))

    @property
    def version(self) -> int:
        """The version of the game."""
        return games.state(self.lab, self.game).version


class Socket:
    """A connection as a program has it. `view` follows the patches."""

    def __init__(self, server: LiveServer, client: Any) -> None:
        self.server = server
        self.client = client
        self.messages: list[dict[str, Any]] = []
        self.view: Any = None
        self.version = -1
        self._commands = 0

    def ask(self, event: str, *payload: Any) -> Any:
        """Send something and give the answer."""
        return self.client.emit(event, *payload, callback=True)

    def watch(self, audience: str = "", form: str = "json", **more: Any) -> Any:
        """Watch the game; keeps the View."""
        answer = self.ask("watch", {"game": self.server.game, "audience": audience, "format": form, **more})
        if answer["ok"]:
            self.version = answer["version"]
            self.view = answer.get("view", self.view)
        return answer

    def command(self, kind: str, as_: str = "", **fields: Any) -> Any:
        """Send a command with a fresh id."""
        self._commands += 1
        id_ = fields.pop("id", f"c-{id(self)}-{self._commands}")
        return self.ask("command", {"game": self.server.game, "as": as_, "id": id_, "type": kind, **fields})

    def received(self, name: str) -> list[dict[str, Any]]:
        """The messages of this name until now."""
        while self.client.queue:
            self.messages.append(self.client.queue.pop(0))
        return [message["args"][0] for message in self.messages if message["name"] == name]

    def wait(self, name: str, found: Callable[[dict[str, Any]], bool] = lambda message: True) -> dict[str, Any]:
        """The first message of this name for which `found` holds. Fails when none comes."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for message in self.received(name):
                if found(message):
                    return message
            time.sleep(0.01)
        raise AssertionError(f"no {name}; there were {[one['name'] for one in self.messages]}")

    def follow(self, version: int) -> Any:
        """Apply patches until the View is at this version; gives the View."""
        while self.version < version:
            patch = self.wait("patch", lambda message: message["from"] == self.version)
            self.view = merged(self.view, patch["merge"])
            self.version = patch["version"]
        return self.view


def merged(target: Any, patch: Any) -> Any:
    """RFC 7396, section 2, word for word."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result
