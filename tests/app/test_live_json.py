"""The merge patches that programs get."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.live.renderers.json import merge_patch, plain
from game_rules.vocabulary.views import CardCard, DebriefCard, FacilitatorCard, IndicatorCard, View
from tests.app.views import allowed, feed_item, seat, small_view


def merged(target: Any, patch: Any) -> Any:
    """RFC 7396, section 2, word for word."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result


KEYS = st.sampled_from(["a", "b", "c"])
SMALL = st.integers(0, 2)
WORDS = st.sampled_from(["", "x", "y"])
VIEWS = st.builds(
    lambda feed, cards, indicators, offers, seats, leader, debrief, label: replace(
        small_view(),
        feed=feed,
        cards=cards,
        indicators=indicators,
        allowed=offers,
        seats=seats,
        facilitator=leader,
        debrief=debrief,
        clock=replace(small_view().clock, label=label),
    ),
    st.dictionaries(KEYS, st.builds(feed_item, SMALL, WORDS, text=WORDS, to=st.sampled_from([(), ("a",), ("a", "b")]))),
    st.dictionaries(
        KEYS,
        st.builds(CardCard, order=SMALL, title=WORDS, text=WORDS, seat=WORDS, known_by=st.sampled_from([(), ("a",)])),
    ),
    st.dictionaries(
        KEYS,
        st.builds(
            IndicatorCard,
            order=SMALL,
            label=WORDS,
            question=WORDS,
            icon=WORDS,
            value=SMALL,
            trend=st.sampled_from([(), (1,)]),
        ),
    ),
    st.dictionaries(
        KEYS,
        st.builds(
            allowed,
            SMALL,
            WORDS,
            WORDS,
            choices=st.dictionaries(KEYS, st.dictionaries(KEYS, WORDS, max_size=2), max_size=2),
        ),
    ),
    st.dictionaries(KEYS, st.builds(seat, SMALL, st.sampled_from(["Griffier", "Raad"]), holder=WORDS)),
    st.none()
    | st.builds(FacilitatorCard, next_label=WORDS, waiting=st.dictionaries(KEYS, WORDS), drops=st.just(("r",))),
    st.none() | st.builds(DebriefCard, step=WORDS, questions=st.dictionaries(KEYS, st.sampled_from([(), ("q",)]))),
    WORDS,
)


@given(VIEWS, VIEWS)
def test_a_patch_turns_one_view_into_the_other(before: View, after: View) -> None:
    patch = json.loads(json.dumps(merge_patch(before, after)))
    assert merged(json.loads(msgspec.json.encode(before)), patch) == json.loads(msgspec.json.encode(after))


@given(VIEWS)
def test_nothing_changed_means_an_empty_patch(view: View) -> None:
    assert merge_patch(view, msgspec.convert(plain(view), View)) == {}


def test_only_what_changed_is_in_the_patch() -> None:
    before = small_view(feed={"i1": feed_item(1, "een"), "i2": feed_item(2, "twee")})
    after = replace(before, feed={**before.feed, "i2": replace(before.feed["i2"], retracted="vergissing")})
    assert merge_patch(before, after) == {"feed": {"i2": {"retracted": "vergissing"}}}
