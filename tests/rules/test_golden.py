"""A stored game is for ever: every game that a release wrote down replays to the end that it had then."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from game_rules import codec, engine
from game_rules.projections import project
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.events import EVENTS
from tests.rules.golden_log import end, read, stored
from tests.rules.sweep import games


@pytest.mark.parametrize("folder", stored(), ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_a_stored_game_replays_to_the_end_it_had(folder: Path) -> None:
    """Never change what is stored: mend `evolve`, or write an upcaster in `game_rules.codec`."""
    content, records = read(folder)
    assert end(engine.replay(content, records)) == msgspec.json.decode((folder / "end.json").read_bytes())


@pytest.mark.parametrize("folder", stored(), ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_a_stored_game_can_be_seen_by_everybody(folder: Path) -> None:
    content, records = read(folder)
    state = engine.replay(content, records)
    for kind in ("facilitator", "screen", "observer", "waiting"):
        assert project(state, Audience(kind=kind)).view.game.id == state.game  # type: ignore[arg-type]


def test_the_present_release_is_stored() -> None:
    assert f"release_{codec.RELEASE}" in {folder.parent.name for folder in stored()}


def test_every_event_happens_in_one_of_the_games_that_a_release_stores() -> None:
    assert {type(record.event) for game in games().values() for record in game.log} == set(EVENTS)
