"""Who is there now. See app/announce/presence.py."""

from __future__ import annotations

from app.announce.presence import Presence


def test_somebody_is_there_as_long_as_one_screen_is_open() -> None:
    presence = Presence()
    presence.connect("phone", "g-1", "p-mia")
    presence.connect("laptop", "g-1", "p-mia")
    presence.disconnect("phone")
    assert presence.of("g-1") == {"p-mia": "connected"}
    presence.disconnect("laptop")
    assert presence.of("g-1") == {}


def test_the_livelier_of_two_screens_counts() -> None:
    presence = Presence()
    presence.connect("phone", "g-1", "p-mia")
    presence.connect("laptop", "g-1", "p-mia")
    presence.mark("phone", "g-1", "away")
    assert presence.of("g-1") == {"p-mia": "connected"}
    presence.mark("laptop", "g-1", "typing")
    assert presence.of("g-1") == {"p-mia": "typing"}


def test_who_types_to_the_table_is_told_as_such() -> None:
    presence = Presence()
    presence.connect("phone", "g-1", "p-mia")
    presence.connect("laptop", "g-1", "p-mia")
    presence.mark("phone", "g-1", "typing")
    presence.mark("laptop", "g-1", "talking")
    assert presence.of("g-1") == {"p-mia": "talking"}


def test_one_table_does_not_see_the_other() -> None:
    presence = Presence()
    presence.connect("a", "g-1", "p-mia")
    presence.connect("b", "g-2", "p-ben")
    assert (presence.of("g-1"), presence.of("g-2")) == ({"p-mia": "connected"}, {"p-ben": "connected"})


def test_only_what_changes_is_told() -> None:
    presence = Presence()
    told: list[str] = []
    presence.watch(told.append)
    presence.connect("a", "g-1", "p-mia")
    presence.mark("a", "g-1", "connected")
    presence.mark("a", "g-1", "away")
    presence.mark("gone", "g-1", "away")
    presence.disconnect("a")
    presence.disconnect("a")
    assert told == ["g-1", "g-1", "g-1"]
