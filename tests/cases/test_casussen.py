"""Every casus that is delivered can be played, and holds enough to be worth an evening."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from app.casus_reading import Reading, read_content
from game_rules.casus_check import figures
from game_rules.vocabulary.casus import Casus

ROOT = Path(__file__).parents[2] / "cases"
FILES = sorted((ROOT / "casussen").glob("*.yaml"))
KINDS = {"moment", "start", "condition", "chance", "hand", "reserve"}


@cache
def reading(file: Path) -> Reading:
    return read_content(file, ROOT)


@pytest.fixture(params=FILES, ids=lambda file: str(file.stem))
def casus(request: pytest.FixtureRequest) -> Casus:
    content = reading(request.param).content
    assert content, "\n".join(map(str, reading(request.param).findings))
    return content.casus


def test_there_is_a_casus() -> None:
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_a_casus_has_no_errors(file: Path) -> None:
    errors = [str(item) for item in reading(file).findings if item.severity == "error"]
    assert errors == []


def test_a_casus_has_events_of_every_kind(casus: Casus) -> None:
    injects = figures(casus).injects
    assert set(injects) == KINDS
    assert sum(injects.values()) >= 16


def test_a_casus_has_enough_to_decide_and_do(casus: Casus) -> None:
    found = figures(casus)
    assert found.decisions + sum(found.acts.values()) >= 10
    assert {"legal", "forbidden", "void"} <= set(found.acts)


def test_consequences_reach_far(casus: Casus) -> None:
    found = figures(casus)
    assert found.consequences >= 45
    assert found.rings.get(4, 0) + found.rings.get(5, 0) >= 10
    assert len(found.chain) >= 3


def test_an_evening_skips_two_rounds_and_has_four_indicators(casus: Casus) -> None:
    assert len(casus.editions["avond"].skip) == 2
    assert len(casus.indicators) == 4
