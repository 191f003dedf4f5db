"""Who is connected, away or typing: a passing message of this process, never in a View and never stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Status = Literal["connected", "away", "typing", "talking"]
_STRONGEST: tuple[Status, ...] = ("talking", "typing", "connected", "away")


@dataclass(slots=True)
class _Socket:
    stream: str
    participant: str
    status: Status


class Presence:
    """Per game the participants with an open socket. Somebody with two browsers counts as the livelier of the two."""

    def __init__(self) -> None:
        self._sockets: dict[tuple[str, str], _Socket] = {}
        self._watchers: list[Callable[[str], None]] = []

    def connect(self, socket: str, stream: str, participant: str) -> None:
        """This socket looks at this stream for this participant."""
        self._sockets[socket, stream] = _Socket(stream, participant, "connected")
        self._tell(stream)

    def mark(self, socket: str, stream: str, status: Status) -> None:
        """This socket says it is connected, away or typing. Nothing happens when that was known already."""
        known = self._sockets.get((socket, stream))
        if known is not None and known.status != status:
            known.status = status
            self._tell(stream)

    def disconnect(self, socket: str) -> None:
        """This socket is gone, from all its streams."""
        streams = [stream for (name, stream) in self._sockets if name == socket]
        for stream in streams:
            del self._sockets[socket, stream]
            self._tell(stream)

    def of(self, stream: str) -> dict[str, Status]:
        """Per participant how they are there now. Who is not in it is not connected."""
        here = [socket for socket in self._sockets.values() if socket.stream == stream]
        return {
            participant: min((s.status for s in here if s.participant == participant), key=_STRONGEST.index)
            for participant in {socket.participant: None for socket in here}
        }

    def watch(self, watcher: Callable[[str], None]) -> None:
        """Call `watcher(stream)` whenever somebody came, went or changed."""
        self._watchers.append(watcher)

    def _tell(self, stream: str) -> None:
        for watcher in self._watchers:
            watcher(stream)
