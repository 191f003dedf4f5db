"""Every screen: full, empty and hostile Views; a home for every collection and for every control."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import msgspec
import pytest

from app.live.renderers.layout import GROUPS, SCREENS
from app.live.renderers.parts import ALLOWED, Items, Region
from game_rules.vocabulary import commands
from game_rules.vocabulary.base import snake
from game_rules.vocabulary.views import Allowed, View
from tools.icons import ICONS

from . import sample_views as sample
from .screens import Form, Reader, page, parts

SCREEN_NAMES = sorted(sample.FULL)
COMMANDS = {snake(command.__name__): command for command in commands.COMMANDS}

COLLECTIONS = {name.name for name in msgspec.structs.fields(View)} - {
    "game", "me", "clock", "todo", "debrief", "weigh", "facilitator", "allowed", "catch_up",
}  # fmt: skip
NOT_FOR = {
    "player": {"traced"},
    "mirror": {"traced"},
    "facilitator": set(),
    "waiting": {"samenspel", "cards", "channels", "notes", "traced"},
    "observer": {"cards", "channels", "notes", "traced"},
    "screen": {"cards", "channels", "notes"},
}
"""What these audiences never get to see (game.md, section 6), or only when they look back: what led to what."""


@pytest.mark.parametrize("screen", SCREEN_NAMES)
@pytest.mark.parametrize("how", ["full", "empty"])
def test_page_is_sound_html(screen: str, how: str) -> None:
    html = page(screen, sample.FULL[screen]() if how == "full" else sample.empty(sample.KINDS[screen]))
    read = Reader(html)
    doubled = [name for name, times in Counter(read.ids).items() if times > 1]
    assert doubled == []
    assert [tag for tag, _ in read.tags].count("h1") == 1
    assert [tag for tag, _ in read.tags].count("main") == 1
    assert [tag for tag, named in read.tags if "style" in named or any(key.startswith("on") for key in named)] == []
    assert [one.name for form in read.forms for one in form.controls if not one.labelled] == []


@pytest.mark.parametrize("screen", SCREEN_NAMES)
def test_every_part_has_one_place_on_the_page(screen: str) -> None:
    read = Reader(page(screen, sample.FULL[screen]()))
    missing = {part.target for part in SCREENS[screen].parts} - set(read.ids)
    assert missing == set()


@pytest.mark.parametrize("screen", SCREEN_NAMES)
def test_hostile_text_stays_text(screen: str) -> None:
    html = page(screen, hostile(sample.FULL[screen]()))
    assert "alert(1)" in html
    assert "<script>alert" not in html
    assert [tag for tag, named in Reader(html).tags if "alert(1)" in " ".join(named)] == []


@pytest.mark.parametrize("screen", SCREEN_NAMES)
def test_every_collection_has_a_part(screen: str) -> None:
    shown = {source for part in SCREENS[screen].parts for source in sources(part)}
    assert COLLECTIONS - shown == NOT_FOR[screen]


@pytest.mark.parametrize("screen", ["player", "facilitator", "observer", "waiting"])
def test_everything_allowed_has_exactly_one_control(screen: str) -> None:
    view = sample.FULL[screen]()
    check_controls(screen, view)


TWO_WAYS = {"pause"}
"""At once, or with a reason."""


def check_controls(screen: str, view: View) -> None:
    """Every Allowed of the View is a form that can send it, once (a vote: once per side)."""
    forms = Reader("".join(parts(screen, view).values())).forms
    for allowed in view.allowed.values():
        found = [form for form in forms if sends(form, allowed)]
        assert found, f"nowhere on {screen}: {allowed}"
        if not allowed.votes and allowed.command not in TWO_WAYS:
            assert len(found) == 1, f"{len(found)} times on {screen}: {allowed}"
        for form in found:
            check_fields(form, allowed)


def sends(form: Form, allowed: Allowed) -> bool:
    may_be_hidden = {
        *allowed.fixed,
        *allowed.choices,
        *(field.partition(".")[0] for field in allowed.numbers),
        *(("votes.for", "votes.against") if allowed.votes else ()),
    }
    fixed = all(form.hidden.get(name) == as_text(value) for name, value in allowed.fixed.items())
    return form.command == allowed.command and fixed and set(form.hidden) <= may_be_hidden


def as_text(value: Any) -> str:
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    return json.dumps(value, sort_keys=True)


def check_fields(form: Form, allowed: Allowed) -> None:
    """The form asks for everything that is to be chosen or written, and for nothing that the command does not know."""
    names = {one.name.partition(".")[0] for one in form.controls}
    wanted = {
        *allowed.fixed,
        *allowed.texts,
        *(field.partition(".")[0] for field in allowed.numbers),
        *allowed.choices,
        *(("votes",) if allowed.votes else ()),
    }
    known = {one.encode_name for one in msgspec.structs.fields(COMMANDS[allowed.command])}
    if allowed.command not in ("pause", "fire_inject"):
        assert names >= wanted, (allowed.command, wanted - names)
    assert names <= known, (allowed.command, names - known)
    for field, choices in allowed.choices.items():
        offered = {
            one.value for one in form.controls if one.name == field and one.kind in ("radio", "checkbox", "hidden")
        }
        assert offered == set(choices) or any(one.kind == "select" for one in form.controls if one.name == field)
    for field in allowed.many:
        assert {one.data for one in form.controls if one.name == field} == {"list"}


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_has_a_home(group: str) -> None:
    homes = [
        (screen, part.target)
        for screen in ("player", "facilitator")
        for part in SCREENS[screen].parts
        if f"{ALLOWED}{group}" in sources(part)
    ]
    assert homes


@pytest.mark.parametrize("kind", ["forbidden", "void"])
def test_what_is_not_legal_says_so_in_words(kind: str) -> None:
    html = parts("player", sample.player())["actions"]
    assert {"forbidden": "mag niet, kan wel", "void": "kan niet"}[kind] in html
    asks = [form.confirm for form in Reader(html).forms if form.hidden.get("act") == "lek"]
    assert asks and "Weet je het zeker?" in asks[0]


@pytest.mark.parametrize("screen", SCREEN_NAMES)
def test_every_icon_is_drawn(screen: str) -> None:
    used = set(re.findall(r"icons\.svg#([\w-]+)", page(screen, sample.FULL[screen]())))
    assert used - set(ICONS) == set()


def test_an_option_carries_no_forecast() -> None:
    html = parts("player", sample.player())["decisions"]
    assert "Vertrouwen" not in html
    assert "delta" not in html


def test_figures_are_not_there_while_they_are_closed() -> None:
    closed = parts("player", sample.player(indicators={}))
    assert closed["indicators"] == ""
    assert "Klopt dit" not in closed["figures"]


def test_a_vote_that_is_hidden_does_not_show() -> None:
    html = parts("screen", sample.screen())["decisions"]
    assert "heeft gestemd" in html
    assert "3 voor" in html  # spoken aloud
    assert "5 voor" not in html


def test_closed_screens_show_question_speaker_and_clock() -> None:
    closed = parts("player", sample.player(game=sample.game(screens_closed=True)))["cover"]
    assert "verder met de haven" in closed
    assert "Griffier" in closed
    assert "data-ends-at" in closed
    assert parts("player", sample.player())["cover"] == ""


def test_a_mirror_acts_as_the_seat() -> None:
    forms = Reader("".join(parts("mirror", sample.FULL["mirror"]()).values())).forms
    assert {form.as_ for form in forms} == {"seat:burgemeester"}


def sources(part: Region | Items) -> tuple[str, ...]:
    return part.sources if isinstance(part, Region) else (part.source, *part.also)


TEXTS = {
    "title", "text", "question", "context", "label", "reason", "asked_by", "pro", "con", "harms", "expires", "brief",
    "goal", "task", "note", "headline", "notice", "outcome_reason", "quorum", "summary", "dilemma", "intro",
    "moment", "help", "cost", "article", "ruling", "full_answer", "source", "barred", "explained", "pause_reason", "tally",
    "condition", "expected", "why", "short", "retracted", "gemeente", "newspaper", "role_label", "prompt", "mine_reason",
}  # fmt: skip


def hostile(view: View) -> View:
    """The same View with an attack in every text."""

    def walk(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: walk(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [walk(inner, name) for inner in value]
        return sample.EVIL + value if isinstance(value, str) and value and name in TEXTS else value

    return msgspec.convert(walk(msgspec.to_builtins(view)), View)
