"""Waking games in time, and noticing that nobody served. See app/service/schedule.py, heartbeat.py."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from app.service.schedule import WakeSchedule
from app.storage.memory import MemoryStore
from tests.app.tiny import HandClock, Tiny, tiny_lab


@pytest.fixture
def tiny() -> Iterator[Tiny]:
    made = tiny_lab(MemoryStore(), "w-1", "w-2", "w-3")
    yield made
    made.stop()


def schedule(clock: HandClock, wake: object) -> WakeSchedule:
    return WakeSchedule(clock, lambda work, *args: work(*args), wake)  # type: ignore[arg-type]


def test_a_wake_is_stored_with_its_event_and_set_after_it(tiny: Tiny) -> None:
    tiny.say("wake 1000500", "c1")
    assert tiny.lab.store.wakes() == {"w-1": 1_000_500}
    assert tiny.lab.schedule.due() == ()
    tiny.clock.time = 1_000_500
    assert tiny.lab.schedule.due() == ("w-1",)
    assert tiny.lab.schedule.due() == ()


def test_only_the_last_time_counts() -> None:
    clock = HandClock(0)
    wakes = schedule(clock, lambda stream: None)
    wakes.set("w-1", 100)
    wakes.set("w-2", 150)
    wakes.set("w-1", 300)
    wakes.set("w-2", None)
    clock.time = 200
    assert wakes.due() == ()
    clock.time = 300
    assert wakes.due() == ("w-1",)


def test_a_stream_that_is_still_due_after_waking_is_visited_again_but_not_in_a_burst() -> None:
    clock = HandClock(0)
    wakes = schedule(clock, lambda stream: 50)
    clock.time = 100
    wakes._visit("w-1")
    assert wakes.due() == ()
    clock.time = 1100
    assert wakes.due() == ("w-1",)


def test_a_failing_wake_is_tried_again() -> None:
    clock = HandClock(0)

    def fail(stream: str) -> int | None:
        raise OSError("disk")

    wakes = schedule(clock, fail)
    wakes._visit("w-1")
    clock.time = 1000
    assert wakes.due() == ("w-1",)


def test_an_earlier_time_interrupts_the_nap() -> None:
    clock = HandClock(0)
    woken = threading.Event()

    def wake(stream: str) -> None:
        woken.set()

    wakes = schedule(clock, wake)
    wakes.set("w-1", 10_000_000)
    runner = threading.Thread(target=wakes.run)
    runner.start()
    wakes.set("w-2", 0)
    assert woken.wait(10)
    wakes.stop()
    runner.join(10)
    assert not runner.is_alive()


def test_after_a_restart_running_games_are_paused_from_the_last_sign_of_life(tiny: Tiny) -> None:
    tiny.say("run", "c1")
    tiny.say("door", "c1", stream="w-2")
    tiny.lab.store.beat(1_000_900)
    tiny.clock.time = 9_000_000
    tiny.lab.heartbeat.start()
    paused = tiny.lab.store.read("w-1")[-1]
    assert tiny.words("w-1")[-1] == "pause"
    assert paused.at == 1_000_900
    assert "pause" not in tiny.words("w-2")
    assert tiny.lab.store.last_beat() == 9_000_000


def test_a_pause_is_never_earlier_than_the_last_event(tiny: Tiny) -> None:
    tiny.lab.store.beat(900_000)
    tiny.say("run", "c1")
    tiny.lab.heartbeat.start()
    before, paused = tiny.lab.store.read("w-1")[-2:]
    assert paused.at == before.at == 1_000_000


def test_a_closed_lid_pauses_before_anything_else_happens(tiny: Tiny) -> None:
    tiny.say("run", "c1")
    tiny.say("run", "c1", stream="w-2")
    tiny.lab.heartbeat._beat(tiny.clock.now())
    tiny.clock.time += 3_600_000
    tiny.say("door", "c2")
    assert tiny.words("w-1") == ("hello", "run", "pause", "door")
    assert tiny.words("w-2") == ("hello", "run", "pause")
    assert tiny.lab.store.read("w-1")[2].at == 1_000_000


def test_a_short_hiccup_pauses_nothing(tiny: Tiny) -> None:
    tiny.say("run", "c1")
    tiny.clock.time += 4_000
    tiny.say("door", "c2")
    assert tiny.words() == ("hello", "run", "door")


def test_one_game_that_cannot_be_read_does_not_keep_others_from_being_paused(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.say("run", "c1")
    monkeypatch.setattr(tiny.lab.store, "running", lambda: ("w-gone", "w-1"))
    tiny.lab.heartbeat.start()
    assert tiny.words()[-1] == "pause"
