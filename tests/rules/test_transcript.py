"""A whole evening, told and reviewed: what changed in the rules or in what people see shows as a difference in a text."""

from __future__ import annotations

from tests.rules.evening import whole_evening
from tests.rules.transcript import EVENING, transcript


def test_the_evening_goes_as_it_was_reviewed() -> None:
    """Differs? Write it anew with `python -m tests.rules.transcript` and review the difference."""
    assert transcript(whole_evening()).splitlines() == EVENING.read_text(encoding="utf-8").splitlines()
