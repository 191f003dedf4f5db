"""Every value of the game that a screen shows has its Dutch word, and its icon is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

import msgspec
import pytest

from app import texts_nl as words
from game_rules.vocabulary import commands
from game_rules.vocabulary.base import snake
from game_rules.vocabulary.casus import Answer, InjectLook, Legality, Ring
from game_rules.vocabulary.feed import FeedKind
from game_rules.vocabulary.state_parts import DEBRIEF_STEPS, ROUND_STEPS, CauseKind
from game_rules.vocabulary.views import DecisionCard, InjectLine, OptionCard, PromiseCard
from tools.icons import ICONS


def values(struct: type[Any], field: str) -> Iterable[str]:
    """The values that a field of a Struct can have."""
    kind = next(one.type for one in msgspec.structs.fields(struct) if one.name == field)
    return tuple(get_args(kind)) or (str(kind),)


@pytest.mark.parametrize(
    ("known", "needed"),
    [
        (words.RINGS, get_args(Ring)),
        (words.FEED_KINDS, get_args(FeedKind)),
        (words.LOOKS, get_args(InjectLook)),
        (words.CAUSES, get_args(CauseKind)),
        (words.ANSWERS, get_args(Answer)),
        (words.LEGALITY, get_args(Legality)),
        (words.STEP_ASKS, (*ROUND_STEPS, *DEBRIEF_STEPS)),
        (words.INJECT_STATUS, values(InjectLine, "status")),
        (words.DECISION_STATUS, values(DecisionCard, "status")),
        (words.OPTION_STATE, values(OptionCard, "state")),
        (words.PROMISE_STATUS, values(PromiseCard, "status")),
        (words.ADVICE_STATUS, ("open", "followed", "rejected")),
    ],
)
def test_every_value_has_a_word(known: dict[Any, Any], needed: Iterable[Any]) -> None:
    assert set(known) == set(needed)


def test_every_field_of_every_command_is_asked_in_words() -> None:
    asked = {
        (snake(command.__name__), one.encode_name)
        for command in commands.COMMANDS
        for one in msgspec.structs.fields(command)
    }
    not_asked = {"from_step", "shifts"}
    assert [
        pair for pair in sorted(asked) if pair not in words.FIELDS_OF and pair[1] not in words.FIELDS.keys() | not_asked
    ] == []
    assert {pair for pair in words.FIELDS_OF if pair not in asked} == set()


def test_the_icons_of_words_are_drawn() -> None:
    paired = (
        words.FEED_KINDS, words.LOOKS, words.INJECT_STATUS, words.DECISION_STATUS, words.PROMISE_STATUS,
        words.PROPOSAL_STATUS, words.ADVICE_STATUS, words.MOVE_OUTCOMES, words.MARK_KINDS, words.LEGALITY,
    )  # fmt: skip
    assert {icon for pairs in paired for _, icon in pairs.values()} - set(ICONS) == set()


@pytest.mark.parametrize(("number", "text"), [(4, "+4"), (-8, "−8"), (0, "0")])
def test_a_change_has_its_sign(number: int, text: str) -> None:
    assert words.signed(number) == text


@pytest.mark.parametrize(("number", "text"), [(0, "0 kaarten"), (1, "1 kaart"), (7, "7 kaarten")])
def test_counting(number: int, text: str) -> None:
    assert words.counted(number, "kaart", "kaarten") == text


@pytest.mark.parametrize(("left", "text"), [(272_000, "04:32"), (0, "00:00"), (-5, "00:00"), (3_725_000, "62:05")])
def test_time_left(left: int, text: str) -> None:
    assert words.mmss(left) == text
