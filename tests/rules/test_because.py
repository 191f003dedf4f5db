"""Why a condition holds or not: the facts that people and chance made, each with the version in which it happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from game_rules.because import because
from game_rules.conditions import holds
from game_rules.vocabulary.conditions import Condition
from game_rules.vocabulary.state_parts import Cause
from tests.play import Game
from tests.rules import test_conditions as stories
from tests.rules.story import table
from tests.rules.test_conditions import CASES, condition

NO_FACTS = {"played", "round", "edition"}
"""Who is at the table, when it is and which edition is played are no facts of the game."""


def kinds(game: Game, fields: dict[str, Any]) -> list[tuple[str, str]]:
    return [(cause.kind, cause.id) for cause in because(game.state, condition(**fields))]


WHY: list[tuple[dict[str, Any], Callable[[Game], None], list[tuple[str, str]]]] = [
    ({"decided": "onderzoek", "option": "grondig"}, stories.hammered, [("decision", "onderzoek")]),
    ({"told": "rapport"}, stories.told, [("card", "rapport")]),
    ({"told": "rapport", "to": "lokaal"}, stories.told, [("silence", "rapport")]),
    ({"withheld": "rapport"}, stories.told, [("card", "rapport")]),
    ({"told": "rapport"}, stories.did_nothing, [("silence", "rapport.0")]),
    ({"spoken": "aan_het_woord"}, stories.spoke, [("speech", "aan_het_woord")]),
    ({"taken_up": "aan_het_woord"}, stories.spoke, [("speech", "aan_het_woord")]),
    ({"taken_up": "aan_het_woord"}, stories.nothing, []),
    ({"resigned": "wethouder"}, stories.fell, [("resigned", "wethouder")]),
    ({"werkwijze": "dorpsgesprek"}, stories.stopped, [("werkwijze", "dorpsgesprek")]),
    ({"reached": "dorpsgesprek.loten"}, stories.invited, [("milestone", "dorpsgesprek.loten")]),
    ({"reached": "dorpsgesprek.loten"}, stories.did_nothing, [("milestone", "dorpsgesprek.loten")]),
    ({"missed": "dorpsgesprek.loten"}, stories.invited, [("milestone", "dorpsgesprek.loten")]),
    ({"reached": "dorpsgesprek.loten"}, stories.nothing, []),
    ({"well": "dorpsgesprek"}, stories.did_nothing, [("werkwijze", "dorpsgesprek")]),
    ({"not": {"told": "rapport"}}, stories.told, [("card", "rapport")]),
    ({"all": [{"told": "rapport"}, {"decided": "onderzoek"}]}, stories.told, []),
    ({"any": [{"told": "rapport"}, {"decided": "brug"}]}, stories.told, [("card", "rapport")]),
    ({"any": [{"told": "rapport"}, {"told": "rapport", "to": "groen"}]}, stories.told, [("card", "rapport")]),
]


@pytest.mark.parametrize(("fields", "story", "expected"), WHY, ids=[f"{f} after {s.__name__}" for f, s, _ in WHY])
def test_the_facts_behind_a_condition(
    fields: dict[str, Any], story: Callable[[Game], None], expected: list[tuple[str, str]]
) -> None:
    game = table("r1.talk")
    story(game)
    assert kinds(game, fields) == expected


@pytest.mark.parametrize(("fields", "story", "expected"), CASES, ids=[f"{f} after {s.__name__}" for f, s, _ in CASES])
def test_a_condition_that_something_made_true_has_facts_and_each_was_there(
    fields: dict[str, Any], story: Callable[[Game], None], expected: bool
) -> None:
    game = table("r1.talk")
    before = holds(game.state, condition(**fields))
    story(game)
    found = because(game.state, condition(**fields))
    if expected and not before and not NO_FACTS & _subjects(condition(**fields)):
        assert found
    assert all(1 <= cause.version <= game.state.version for cause in found)
    assert list(found) == sorted(set(found), key=lambda cause: cause.version)


def _subjects(one: Condition) -> set[str]:
    inner = (*one.all, *one.any, *((one.not_,) if one.not_ else ()))
    own = {field.name for field in msgspec.structs.fields(Condition) if getattr(one, field.name)}
    return own.union(*(_subjects(part) for part in inner))


def test_no_condition_needs_no_facts() -> None:
    assert because(table().state, None) == ()


def test_the_silence_names_the_end_of_the_round_in_which_nobody_told() -> None:
    game = table("r2.consequences")
    (found,) = because(game.state, condition(told="rapport"))
    assert found == Cause(kind="silence", id="rapport.0", version=game.state.silences["rapport.0"])
