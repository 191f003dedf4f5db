"""How fast one socket may talk: enough for the quickest person, too little to slow a table down."""

from __future__ import annotations

from dataclasses import dataclass

from ..ports import Clock
from ..service.errors import ServiceError

BURST = 60
PER_SECOND = 20
TOO_FAST = "Dit gaat te snel. Wacht een paar tellen en probeer het opnieuw."


@dataclass(slots=True)
class _Bucket:
    left: float
    at: int


class Pace:
    """A bucket per socket: BURST messages at once, refilled with PER_SECOND a second."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}

    def check(self, socket: str) -> None:
        """Count one message. Raises ServiceError `too_fast` (429) when this socket has none left."""
        now = self._clock.now()
        bucket = self._buckets.setdefault(socket, _Bucket(BURST, now))
        bucket.left = min(BURST, bucket.left + max(0, now - bucket.at) * PER_SECOND / 1000)
        bucket.at = now
        if bucket.left < 1:
            raise ServiceError("too_fast", TOO_FAST, 429)
        bucket.left -= 1

    def forget(self, socket: str) -> None:
        """The socket is gone."""
        self._buckets.pop(socket, None)
