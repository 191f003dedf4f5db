"""A real server with sockets: from a command to the last screen of the table; bytes on the wire; a storm of people."""

from __future__ import annotations

import json
import tempfile
import threading
from pathlib import Path
from time import perf_counter, sleep

import socketio

from app.bots.door import follow, join
from tests.bench.figures import line, percentile, spread, title
from tests.faults.process import ServerProcess

SCREENS = 9
COMMANDS = 60
PAUSE = 0.05
STORM = 60


class Socket:
    """A screen that notes when each version arrived and how large the message was."""

    def __init__(self, url: str, token: str, game: str, audience: str, form: str) -> None:
        self.arrived: dict[int, float] = {}
        self.sizes: list[int] = []
        self._socket = socketio.Client()
        self._socket.on("patch", self._patch)
        self._socket.connect(url, auth={"token": token}, transports=["websocket"])
        self.ask("watch", game=game, audience=audience, format=form, have=-1)

    def ask(self, event: str, **message: object) -> dict[str, object]:
        answer: dict[str, object] = self._socket.call(event, message, timeout=30)
        return answer

    def _patch(self, message: dict[str, object]) -> None:
        self.arrived[int(str(message["version"]))] = perf_counter()
        self.sizes.append(len(json.dumps(message, ensure_ascii=False).encode()))

    def close(self) -> None:
        self._socket.disconnect()


def figures() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = ServerProcess(Path(folder))
        try:
            for form in ("json", "html"):
                _table(server, form)
            _storm(server)
        finally:
            server.stop()


def _table(server: ServerProcess, form: str) -> None:
    title(f"Live, {form}: one table, {SCREENS} screens, {1 / PAUSE:.0f} commands/s")
    leader_door = follow(server.url, server.link, "Leider")
    game = leader_door.games[0]
    leader = Socket(server.url, leader_door.token, game, "facilitator", form)
    people = [Socket(server.url, join(server.url, server.code, "").token, game, "", form) for _ in range(SCREENS)]
    answered, shown = [], []
    for number in range(COMMANDS):
        begin = perf_counter()
        closed = {"type": "set_attendance", "seat": "griffier", "present": bool(number % 2)}
        answer = leader.ask("command", game=game, id=f"{form}-{number}", **{"as": "facilitator"}, **closed)
        answered.append(perf_counter() - begin)
        sleep(PAUSE)
        version = int(str(answer.get("version", -1)))
        times = [screen.arrived[version] for screen in people if version in screen.arrived]
        if len(times) == len(people):
            shown.append(max(times) - begin)
    spread("command to answer", answered)
    spread("command to the last screen", shown)
    line("bytes of a message to a player (median)", f"{percentile([n for s in people for n in s.sizes], 50):,.0f}")
    for socket in (leader, *people):
        socket.close()


def _storm(server: ServerProcess) -> None:
    title(f"A storm: {STORM} people come in at once")
    taken: list[float] = []

    def come_in() -> None:
        begin = perf_counter()
        entrance = join(server.url, server.code, "")
        socket = Socket(server.url, entrance.token, entrance.games[0], "", "json")
        taken.append(perf_counter() - begin)
        socket.close()

    threads = [threading.Thread(target=come_in) for _ in range(STORM)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spread("code to first View", taken)
