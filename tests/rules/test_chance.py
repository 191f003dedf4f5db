"""Chance: the same for the same seed and purpose, for ever, and for each purpose on its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game_rules.chance import draw


@given(st.text(), st.text())
def test_a_draw_lies_between_nought_and_one(seed: str, label: str) -> None:
    assert 0 <= draw(seed, label) < 1


def test_these_draws_are_the_same_on_every_machine_and_in_every_release() -> None:
    drawn = [draw("a", "inject:vrachtwagen"), draw("b", "inject:vrachtwagen"), draw("a", "lot:voorzitter")]
    assert drawn == [0.23412898134613935, 0.1155596293536989, 0.0078076009140573]


def test_another_purpose_is_another_draw() -> None:
    assert draw("a", "consequence:brug_breekt") != draw("a", "inject:vrachtwagen")


def test_draws_are_fair() -> None:
    low = sum(draw(str(seed), "munt") < 0.3 for seed in range(5_000))
    assert abs(low / 5_000 - 0.3) < 0.03
