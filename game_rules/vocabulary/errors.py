"""Refusals. One family:

RuleError              the rules say no; nothing is stored
  (with a `code` from game_rules/vocabulary/reasons.py, data, and a Dutch sentence that says what to do)
"""

from __future__ import annotations


class RuleError(Exception):
    """A command that the rules refuse. `code` is stable; `message` is Dutch and says what to do; `details` is data."""

    def __init__(self, code: str, message: str, **details: object) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.details = details
