"""Counts wrong codes, and only those: thirty people in one room share an address and may all come in at once."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import TypeVar

from .ports import Clock
from .service.errors import NotFound, ServiceError

T = TypeVar("T")

WINDOW = 10 * 60 * 1000
"""Milliseconds that a wrong attempt counts."""

MOST_WRONG = 100
"""Wrong attempts from one address within the window: three for each of thirty people, and some."""

MOST_ADDRESSES = 10_000


class Attempts:
    """The wrong attempts of the last ten minutes, per network address, in the memory of this process."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, deque[int]] = OrderedDict()

    def check(self, address: str) -> None:
        """Whether this address may try. Raises ServiceError 429 with `retry_after` in seconds."""
        wrong = self._recent(address)
        if len(wrong) < MOST_WRONG:
            return
        wait = max(1, (wrong[0] + WINDOW - self._clock.now()) // 1000)
        raise ServiceError(
            "too_many_attempts",
            "Vanaf jullie netwerk is te vaak een verkeerde code geprobeerd. Wacht tien minuten en probeer het opnieuw.",
            429,
            retry_after=wait,
        )

    def wrong(self, address: str) -> None:
        """This address tried a code that does not exist."""
        key = network_of(address)
        self._wrong[key] = self._recent(address)
        self._wrong[key].append(self._clock.now())
        self._wrong.move_to_end(key)
        if len(self._wrong) > MOST_ADDRESSES:
            self._wrong.popitem(last=False)

    def guard(self, address: str, use: Callable[[], T]) -> T:
        """Do something with a code that can be guessed: a wrong one counts, too many close the way for a while."""
        self.check(address)
        try:
            return use()
        except NotFound:
            self.wrong(address)
            raise

    def _recent(self, address: str) -> deque[int]:
        since = self._clock.now() - WINDOW
        known = self._wrong.get(network_of(address), ())
        return deque((at for at in known if at > since), maxlen=MOST_WRONG)


def network_of(address: str) -> str:
    """What counts as one place: an IPv4 address, or the /64 network of an IPv6 address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(parsed) if parsed.version == 4 else str(ipaddress.ip_network((parsed, 64), strict=False))
