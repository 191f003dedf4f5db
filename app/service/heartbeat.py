"""Notices that no process served, and pauses the games that were running from the last moment at which one did.

A crash, a restart, kill -9 and a closed lid all look the same: the heartbeat has a gap.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from ..ports import Clock, EventStore

log = logging.getLogger(__name__)

BEAT_SECONDS = 1.0
GAP_MS = 5000


class Heartbeat:
    """One per process. `pause(stream, at)` pauses a game as of wall time `at`."""

    def __init__(
        self,
        store: EventStore,
        clock: Clock,
        offload: Callable[[Callable[[], Any]], Any],
        pause: Callable[[str, int], Any],
    ) -> None:
        self._store = store
        self._clock = clock
        self._offload = offload
        self._pause = pause
        self._last = clock.now()
        self._catching_up = threading.Lock()
        self._stop = threading.Event()

    def start(self) -> None:
        """After a start: every game that was running is paused from the last sign of life."""
        self._pause_running(self._store.last_beat())
        self._beat(self._clock.now())

    def check(self) -> None:
        """Before anything happens in a game: was there a gap? Then all wait until the running games are paused."""
        if self._clock.now() - self._last <= GAP_MS:
            return
        with self._catching_up:
            if self._clock.now() - self._last > GAP_MS:
                self._pause_running(self._last)
                self._last = self._clock.now()

    def run(self) -> None:
        """Give a sign of life every second, until `stop`."""
        while not self._stop.wait(BEAT_SECONDS):
            try:
                now = self._clock.now()
                self.check()
                self._beat(now)
            except Exception:  # a full disk must not end the heartbeat: it may be emptied
                log.exception("no heartbeat could be stored")

    def stop(self) -> None:
        """The last sign of life."""
        self._stop.set()
        self._beat(self._clock.now())

    def _beat(self, now: int) -> None:
        self._last = now
        self._offload(lambda: self._store.beat(now))

    def _pause_running(self, since: int) -> None:
        for stream in self._store.running():
            try:
                self._pause(stream, since)
            except Exception:  # one game that cannot be read must not keep the others from being served
                log.exception("%s could not be paused", stream)
