"""Nothing was forgotten: every word of the game has its rule, its sentence, its place on a screen and its story."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import msgspec
import pytest

from game_rules import engine
from game_rules.rules import guard
from game_rules.vocabulary import views, views_debrief, views_facilitator
from game_rules.vocabulary.base import snake
from game_rules.vocabulary.commands import COMMANDS
from game_rules.vocabulary.events import EVENTS, GameCreated
from game_rules.vocabulary.reasons import REASONS, refuse
from tests.rules.sweep import everything

RULES = Path(engine.__file__).parent
STORIES = Path(__file__).parent

NOT_OFFERED = {
    "wake": "only the clock itself wakes",
    "arrive": "the server wishes it when the meeting places somebody",
    "depart": "the server wishes it when the meeting takes somebody away",
    "differ": "the server wishes it when a fork is made",
}

NEVER_FILLED: dict[str, str] = {"TraceCard.unknown_cause": "only for who looks back before the reveal"}


def test_every_command_has_a_rule() -> None:
    assert set(engine.DECIDERS) == set(COMMANDS)


def test_every_command_says_who_may_wish_it_and_when() -> None:
    assert set(guard.NEEDS) == set(COMMANDS)


def test_every_event_changes_the_state_by_a_rule() -> None:
    assert set(engine.EVOLVERS) == set(EVENTS) - {GameCreated}


def test_every_command_is_offered_on_a_screen_or_says_why_not() -> None:
    missing = {snake(command.__name__) for command in COMMANDS} - set(everything().offered)
    assert missing == set(NOT_OFFERED)


def test_every_group_of_offers_is_used_and_known() -> None:
    assert everything().groups == set(views.GROUPS)


def _cards() -> list[type]:
    found = (one for module in (views, views_debrief, views_facilitator) for one in vars(module).values())
    cards = {one for one in found if isinstance(one, type) and issubclass(one, msgspec.Struct)}
    return sorted((one for one in cards if one.__module__.startswith(views.__name__)), key=lambda one: one.__name__)


@pytest.mark.parametrize("card", _cards(), ids=lambda card: card.__name__)
def test_every_field_of_a_view_is_filled_for_somebody(card: type[msgspec.Struct]) -> None:
    fields = {field.name for field in msgspec.structs.fields(card)}
    missing = {f"{card.__name__}.{field}" for field in fields - everything().filled.get(card.__name__, set())}
    assert missing - set(NEVER_FILLED) == set()


# --- refusals --------------------------------------------------------------------------------------------------------


def used() -> set[str]:
    """Every code with which the game refuses, read from its source (the meeting has its own)."""
    found: set[str] = set()
    for path in RULES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "refuse":
                code = node.args[0]
                either = [code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]
                found |= {str(one.value) for one in either if isinstance(one, ast.Constant)}
    return found


def test_every_refusal_has_a_sentence_and_every_sentence_is_used() -> None:
    assert used() == set(REASONS)


def test_every_refusal_has_a_story() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in STORIES.glob("test_*.py"))
    assert [code for code in REASONS if f'"{code}"' not in told] == []


def _filled(code: str) -> str:
    blanks = re.findall(r"{(\w+)}", REASONS[code])
    return refuse(code, **dict.fromkeys(blanks, "zeven")).message


@pytest.mark.parametrize("code", REASONS)
def test_a_refusal_is_made_of_short_whole_sentences(code: str) -> None:
    sentences = re.split(r"(?<=[.?!]) ", _filled(code))
    assert all(sentence[0].isupper() and sentence[-1] in ".?!" for sentence in sentences)
    assert max(len(sentence.split()) for sentence in sentences) <= 20


@pytest.mark.parametrize("code", REASONS)
def test_a_refusal_says_more_than_no(code: str) -> None:
    """What is the matter, and what you can do or what happens now: two parts, or only what to do."""
    message = _filled(code)
    assert message.startswith("Kies ") or re.search(r"[.?!:,] ", message)
