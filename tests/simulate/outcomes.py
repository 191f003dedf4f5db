"""Outcomes made by hand, of the small casus, so that every figure in a summary can be worked out on paper."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from game_rules.simulate import Outcome, Setting, Summary, Tally
from tests.small import small_content

SETTING = Setting(content=small_content(), edition="dagdeel", seats=("burgemeester", "griffier", "wethouder", "lokaal"))
NOTHING = Outcome(
    seed="s", rounds={}, final={}, decisions={}, how={}, injects=(), consequences=(), lapsed=(), acts=(), shared=(),
    headlines=(), goals={}, promises={}, came_out=(), werkwijzen={}, merits={}, missed=(), commands=1, events=1,
)  # fmt: skip


def outcome(trust: int, **changed: Any) -> Outcome:
    """A run that ends with this much vertrouwen, and a rust that never differs."""
    return replace(NOTHING, final={"vertrouwen": trust, "rust": 50}, **changed)


def summary(*outcomes: Outcome, setting: Setting = SETTING) -> Summary:
    """What these runs tell together."""
    tally = Tally(setting)
    for one in outcomes:
        tally.add(one)
    return tally.summary()
