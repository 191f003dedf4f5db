"""A screen without pixels: keeps one View of one game up to date over a socket, through reconnects."""

from __future__ import annotations

import secrets
import threading
from typing import Any

import msgspec
import socketio

from game_rules.vocabulary.commands import Command
from game_rules.vocabulary.views import View

PATIENCE = 20
RETRIES = 60
"""How often, half a second apart, a command is sent again while the server is away."""


VIEWS = msgspec.json.Decoder(View)
"""Made before any thread needs it: msgspec learns a type once, and two threads at the same moment crash the process."""


class LostError(Exception):
    """The server gives no answer (any more)."""


class Screen:
    """Watches one game as one audience. `changed` is set whenever the View is another one."""

    def __init__(self, url: str, token: str, game: str, audience: str = "") -> None:
        self._url = url
        self._token = token
        self._game = game
        self._audience = audience
        self._plain: dict[str, Any] = {}
        self._lock = threading.Lock()
        self.version = -1
        self.view: View | None = None
        self.gone = ""
        self.changed = threading.Event()
        self._socket = socketio.Client(reconnection_delay=0.2, reconnection_delay_max=1)
        self._socket.on("connect", self._connected)
        self._socket.on("patch", self._patched)
        self._socket.on("again", lambda message: self._watch_in_background())
        self._socket.on("gone", self._told_to_go)

    def open(self) -> None:
        """Connect and watch. Raises LostError."""
        try:
            self._socket.connect(
                self._url, auth={"token": self._token}, transports=["websocket"], wait_timeout=PATIENCE
            )
            self.watch()
        except socketio.exceptions.SocketIOError as problem:
            raise LostError(str(problem)) from problem

    def close(self) -> None:
        """Stop watching."""
        self._socket.disconnect()

    def watch(self) -> None:
        """Ask for the whole View. Raises LostError when that is refused."""
        wish = {"game": self._game, "audience": self._audience, "format": "json", "have": -1}
        answer = self._socket.call("watch", wish, timeout=PATIENCE)
        if not answer.get("ok"):
            raise LostError(answer["error"]["message"])
        self._show(answer["view"], answer["version"])

    def send(self, wish: Command) -> dict[str, Any]:
        """Send a command and return the answer. Sent again with the same id when the connection was lost meanwhile.

        Raises LostError when there is no answer after all.
        """
        message = msgspec.to_builtins(wish) | {"game": self._game, "as": self._audience, "id": secrets.token_hex(8)}
        for _ in range(RETRIES):
            try:
                answer: dict[str, Any] = self._socket.call("command", message, timeout=PATIENCE)
                return answer
            except socketio.exceptions.SocketIOError:
                self._socket.sleep(0.5)
        raise LostError("De server geeft geen antwoord meer.")

    def _connected(self) -> None:
        if self.version >= 0:
            self._watch_in_background()

    def _watch_in_background(self) -> None:
        self._socket.start_background_task(self._try_to_watch)

    def _try_to_watch(self) -> None:
        try:
            self.watch()
        except (LostError, socketio.exceptions.SocketIOError) as problem:
            self._told_to_go({"message": str(problem)})

    def _told_to_go(self, message: dict[str, Any]) -> None:
        self.gone = str(message.get("message", "De server liet ons niet meer meekijken."))
        self.changed.set()

    def _patched(self, message: dict[str, Any]) -> None:
        if message.get("game") != self._game:
            return
        with self._lock:
            fits = message["from"] == self.version
        if fits:
            self._show(merged(self._plain, message["merge"]), message["version"])
        elif message["version"] > self.version:
            self._watch_in_background()

    def _show(self, plain: dict[str, Any], version: int) -> None:
        with self._lock:
            self._plain, self.version = plain, version
            self.view = msgspec.convert(plain, View)
            self.gone = ""
        self.changed.set()


def merged(value: Any, patch: Any) -> Any:
    """The value after a JSON Merge Patch (RFC 7396). The value itself stays as it is."""
    if not isinstance(patch, dict):
        return patch
    result = dict(value) if isinstance(value, dict) else {}
    for key, change in patch.items():
        if change is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), change)
    return result
