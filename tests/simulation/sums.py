"""Small work for the tests of the pool."""

from __future__ import annotations

import sys
from collections.abc import Callable


def add(setup: bytes) -> Callable[[int, str], dict[str, object]]:
    """Each run tells its number, its seed and what was handed in."""
    return lambda number, seed: {"number": number, "seed": seed, "setup": setup.decode()}


def stumble(setup: bytes) -> Callable[[int, str], int]:
    """The fourth run goes wrong."""
    return lambda number, seed: 1 // (3 - number)


def endless(setup: bytes) -> Callable[[int, str], int]:
    """The third run never ends."""

    def one(number: int, seed: str) -> int:
        while number == 2:
            sys.stdin.read()
        return number

    return one
