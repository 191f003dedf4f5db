"""A casus is played without people: every edition and table comes to its end, and what does not is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.casus_reading import read_content
from game_rules import engine, rehearsal
from game_rules.casus_play import check_play, tables
from game_rules.rehearsal import rehearse
from game_rules.vocabulary.casus import Content
from tests.small import small_content, small_data

ROOT = Path(__file__).parents[2] / "cases"
FILES = sorted((ROOT / "casussen").glob("*.yaml"))
SMALL = small_content()
TABLES = [(edition, name) for edition in SMALL.casus.editions for name in tables(SMALL.casus)]


def content(**casus: Any) -> Content:
    """The small content with some sections changed."""
    data = small_data()
    for section, changes in casus.items():
        data["casus"][section] |= changes
    return msgspec.convert(data, Content)


def test_a_table_is_filled_in_three_ways() -> None:
    assert tables(SMALL.casus) == {
        "alle zetels": ("burgemeester", "griffier", "wethouder", "lokaal", "groen"),
        "het minimum": ("burgemeester", "griffier", "wethouder", "lokaal"),
        "alleen de nodige zetels": ("burgemeester", "griffier"),
    }


@pytest.mark.parametrize(("edition", "table"), TABLES)
def test_a_game_without_people_comes_to_its_end(edition: str, table: str) -> None:
    played = rehearse(SMALL, edition, tables(SMALL.casus)[table], "een")
    assert played.stuck == ""
    assert played.refused == ()
    assert played.state.clock.stage == "closed"
    required = [name for name, decision in SMALL.casus.decisions.items() if decision.required]
    assert all(played.state.decisions[name].result for name in required)


def test_the_same_seed_gives_the_same_game_and_another_seed_another() -> None:
    seats = tables(SMALL.casus)["alle zetels"]
    first = rehearse(SMALL, "dagdeel", seats, "een")
    assert rehearse(SMALL, "dagdeel", seats, "een").records == first.records
    assert rehearse(SMALL, "dagdeel", seats, "twee").records != first.records


def test_the_log_of_a_rehearsal_replays_to_the_same_state() -> None:
    played = rehearse(SMALL, "dagdeel", tables(SMALL.casus)["alle zetels"], "een")
    assert engine.replay(SMALL, played.records) == played.state


def test_a_game_that_nobody_leads_is_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "choose", lambda *_, **__: None)
    found = check_play(SMALL)
    assert [(item.code, item.path) for item in found[:6]] == [
        ("game_stuck", f"editions.{edition}") for edition, _ in TABLES
    ]
    assert "`lobby`" in found[0].message


def test_a_game_that_breaks_the_rules_of_the_engine_is_told() -> None:
    broken = small_data()
    broken["casus"]["injects"]["krant"]["consequences"] = ["bestaat_niet"]
    found = check_play(msgspec.convert(broken, Content))
    assert {item.code for item in found} == {"game_failed"}
    assert "bestaat_niet" in found[0].message


def test_a_decision_that_is_never_taken_is_told() -> None:
    data = small_data()
    for option in data["casus"]["decisions"]["brug"]["options"].values():
        option["when"] = {"played": "wethouder_2"}
    found = check_play(msgspec.convert(data, Content))
    assert ("decision_always_unanswered", "decisions.brug") in [(item.code, item.path) for item in found]


def test_an_indicator_that_always_ends_at_the_edge_is_told() -> None:
    onrust = {"title": "Onrust", "text": "Veel onrust.", "ring": 3, "shifts": {"rust": -90}}
    found = check_play(content(consequences={"onrust": onrust}))
    assert [(item.code, item.path, item.severity) for item in found] == [
        ("indicator_at_edge", "indicators.rust", "warning")
    ]


def test_the_small_casus_plays_well() -> None:
    assert check_play(SMALL) == ()


@pytest.mark.timeout(120)
@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_a_delivered_casus_never_gets_stuck(file: Path) -> None:
    played = read_content(file, ROOT).content
    assert played
    assert [str(item) for item in check_play(played) if item.severity == "error"] == []
