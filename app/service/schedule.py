"""Wakes every game at its time, also those that nobody has open."""

from __future__ import annotations

import heapq
import logging
import threading
from collections.abc import Callable
from typing import Any

from ..ports import Clock

log = logging.getLogger(__name__)

LONGEST_NAP = 1.0
RETRY_MS = 1000


class WakeSchedule:
    """One per process. `wake(stream)` is called in the background when a stream is due; it returns the next time."""

    def __init__(self, clock: Clock, spawn: Callable[..., Any], wake: Callable[[str], int | None]) -> None:
        self._clock = clock
        self._spawn = spawn
        self._wake = wake
        self._at: dict[str, int] = {}
        self._queue: list[tuple[int, str]] = []
        self._news = threading.Event()
        self._stopped = False

    def set(self, stream: str, at: int | None) -> None:
        """This stream must wake at `at` (None: not any more)."""
        if at is None:
            self._at.pop(stream, None)
        elif self._at.get(stream) != at:
            self._at[stream] = at
            heapq.heappush(self._queue, (at, stream))
            self._news.set()

    def run(self) -> None:
        """Wake what is due, again and again, until `stop`."""
        while not self._stopped:
            self._news.clear()
            for stream in self.due():
                self._spawn(self._visit, stream)
            self._news.wait(self._nap())

    def stop(self) -> None:
        """End `run`."""
        self._stopped = True
        self._news.set()

    def due(self) -> tuple[str, ...]:
        """The streams whose time has come; they are taken off the schedule."""
        now = self._clock.now()
        streams: list[str] = []
        while self._queue and self._queue[0][0] <= now:
            at, stream = heapq.heappop(self._queue)
            if self._at.get(stream) == at:
                del self._at[stream]
                streams.append(stream)
        return tuple(streams)

    def _nap(self) -> float:
        if not self._queue:
            return LONGEST_NAP
        return min(max(self._queue[0][0] - self._clock.now(), 0) / 1000, LONGEST_NAP)

    def _visit(self, stream: str) -> None:
        try:
            again = self._wake(stream)
        except Exception:  # the game must not sleep for ever because one wake failed
            log.exception("waking %s failed", stream)
            again = 0
        if again is not None and stream not in self._at:
            now = self._clock.now()
            self.set(stream, again if again > now else now + RETRY_MS)
