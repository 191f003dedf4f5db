"""What the one who sent a command hears."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """The command is durably done; the stream was at `version` after it. `again`: it had been done before."""

    version: int
    again: bool = False
