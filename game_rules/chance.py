"""Chance without a generator: a draw depends on the seed and on what it is for, and on nothing else."""

from __future__ import annotations

import hashlib

_SPAN = 1 << 53


def draw(seed: str, label: str) -> float:
    """A value in [0, 1) that is the same for the same seed and label, for ever.

    Each purpose has its own label, so one more draw elsewhere changes no other.
    """
    digest = hashlib.sha256(f"{seed}|{label}".encode()).digest()
    return (int.from_bytes(digest[:8], "big") >> 11) / _SPAN
