"""What an announcer promises: everybody hears of every commit, in order, whatever happens to the others."""

from __future__ import annotations

import pytest

from app.announce.local import LocalAnnouncer
from app.ports import Announcer


@pytest.fixture
def announcer() -> Announcer:
    return LocalAnnouncer()


def test_a_watcher_hears_its_own_stream_only(announcer: Announcer) -> None:
    heard: list[tuple[str, int]] = []
    announcer.watch("g-1", lambda stream, version: heard.append((stream, version)))
    for stream, version in (("g-1", 1), ("g-2", 1), ("g-1", 2)):
        announcer.announce(stream, version)
    assert heard == [("g-1", 1), ("g-1", 2)]


def test_who_watches_all_hears_every_stream(announcer: Announcer) -> None:
    heard: list[str] = []
    announcer.watch_all(lambda stream, version: heard.append(stream))
    announcer.announce("g-1", 1)
    announcer.announce("m-1", 1)
    assert heard == ["g-1", "m-1"]


def test_who_stops_hears_nothing_more_and_stopping_twice_is_fine(announcer: Announcer) -> None:
    heard: list[int] = []
    keeps: list[int] = []
    stop = announcer.watch("g-1", lambda stream, version: heard.append(version))
    announcer.watch("g-1", lambda stream, version: keeps.append(version))
    announcer.announce("g-1", 1)
    stop()
    stop()
    announcer.announce("g-1", 2)
    assert (heard, keeps) == ([1], [1, 2])


def test_a_watcher_that_fails_keeps_nobody_from_hearing(announcer: Announcer, caplog: pytest.LogCaptureFixture) -> None:
    def fail(stream: str, version: int) -> None:
        raise ValueError("a screen that fails")

    heard: list[int] = []
    announcer.watch("g-1", fail)
    announcer.watch("g-1", lambda stream, version: heard.append(version))
    announcer.announce("g-1", 7)
    assert heard == [7]
    assert "failed at version 7" in caplog.text
