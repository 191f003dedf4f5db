"""The path of a command up to the commit: turn, queue, one transaction, answer (app/service/table.py, committer.py)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ports import Append, Entry, StorageError
from app.service import streams
from app.service.errors import NotFound, NotSaved, ServiceError
from app.storage.sqlite import SqliteStore
from game_rules.vocabulary.errors import RuleError
from tests.app.tiny import BEN, CLOCK, MIA, Holding, Said, Tiny, Words, tiny_lab


@pytest.fixture
def store() -> Holding:
    return Holding()


@pytest.fixture
def tiny(store: Holding) -> Iterator[Tiny]:
    made = tiny_lab(store, "w-1", "w-2")
    store.batches.clear()
    while store.started.acquire(blocking=False):
        pass
    yield made
    store.gate.set()
    made.stop()


def hold(store: Holding) -> None:
    store.gate.clear()


def test_a_command_is_answered_with_its_version_and_told_to_all(tiny: Tiny) -> None:
    assert tiny.say("door", "c1") == 2
    assert tiny.say("memo+raad", "c2") == 4
    assert tiny.words() == ("hello", "door", "memo", "raad")
    assert tiny.told == [("w-1", 2), ("w-1", 4)]


def test_nothing_is_told_or_visible_before_it_is_stored(tiny: Tiny, store: Holding) -> None:
    hold(store)
    door = tiny.later("door", "c1")
    store.started.acquire()
    assert door.waiting
    assert tiny.words() == ("hello",)
    assert tiny.told == []
    store.gate.set()
    assert door.result() == 2


def test_the_same_command_twice_is_done_once(tiny: Tiny) -> None:
    first = streams.submit(tiny.lab, "w-1", MIA, "door", "c1")
    again = streams.submit(tiny.lab, "w-1", MIA, "door", "c1")
    assert (first.version, first.again, again.version, again.again) == (2, False, 2, True)
    assert tiny.words() == ("hello", "door")


def test_a_double_click_on_the_way_gets_the_same_answer(tiny: Tiny, store: Holding) -> None:
    hold(store)
    first = tiny.later("door", "c1")
    store.started.acquire()
    second = tiny.later("door", "c1")
    store.gate.set()
    assert (first.result(), second.result()) == (2, 2)
    assert tiny.words() == ("hello", "door")


def test_an_id_of_somebody_else_hides_nothing(tiny: Tiny) -> None:
    assert tiny.say("door", "c1", MIA) == 2
    assert tiny.say("memo", "c1", BEN) == 3


def test_a_command_is_known_after_a_restart(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    before = tiny_lab(store)
    before.say("door", "c1")
    before.stop()
    after = tiny_lab(store)
    assert streams.submit(after.lab, "w-1", MIA, "door", "c1").again
    with pytest.raises(RuleError):
        after.say("door", "c2")
    after.stop()


def test_a_refusal_stores_and_tells_nothing(tiny: Tiny, store: Holding) -> None:
    with pytest.raises(RuleError, match="said_before"):
        tiny.say("hello", "c1")
    assert (store.batches, tiny.told) == ([], [])


def test_a_command_without_consequences_is_answered(tiny: Tiny, store: Holding) -> None:
    assert tiny.say("", "c1") == 1
    assert store.batches == []


def test_what_came_in_during_a_transaction_goes_into_the_next_one_together(tiny: Tiny, store: Holding) -> None:
    hold(store)
    first = tiny.later("one", "c1")
    store.started.acquire()
    others = [tiny.later(f"word{n}", f"d{n}", BEN, f"w-{1 + n % 2}") for n in range(6)]
    while sum(len(tiny.lab.tables.get(stream)._pending) for stream in ("w-1", "w-2")) < 7:
        pass
    store.gate.set()
    first.result()
    assert sorted(one.result() for one in others) == [2, 3, 3, 4, 4, 5]
    assert [len(batch) for batch in store.batches] == [1, 2]


def test_a_refusal_that_rests_on_something_unstored_waits_for_it(tiny: Tiny, store: Holding) -> None:
    hold(store)
    first = tiny.later("door", "c1")
    store.started.acquire()
    second = tiny.later("door", "c2", BEN)
    while len(tiny.lab.tables.get("w-1")._pending) < 2:
        pass
    assert second.waiting
    store.gate.set()
    assert first.result() == 2
    with pytest.raises(RuleError, match="said_before"):
        second.result()


def test_after_a_failed_write_commands_are_decided_again(tiny: Tiny, store: Holding) -> None:
    store.problems = [StorageError("disk full")]
    assert tiny.say("door", "c1") == 2
    assert tiny.words() == ("hello", "door")
    assert tiny.told == [("w-1", 2)]


def test_a_disk_that_stays_full_is_answered_and_leaves_nothing_behind(tiny: Tiny, store: Holding) -> None:
    store.problems = [StorageError("disk full")] * 3
    with pytest.raises(NotSaved):
        tiny.say("door", "c1")
    assert tiny.words() == ("hello",)
    assert tiny.say("door", "c1") == 2


def test_who_was_refused_because_of_a_lost_command_gets_their_turn_after_all(tiny: Tiny, store: Holding) -> None:
    hold(store)
    first = tiny.later("door", "c1")
    store.started.acquire()
    second = tiny.later("door", "c2", BEN)
    while len(tiny.lab.tables.get("w-1")._pending) < 2:
        pass
    tiny.lab.tables.get("w-1")._pending[0].attempts = 2
    store.problems = [StorageError("disk full")]
    store.gate.set()
    with pytest.raises(NotSaved):
        first.result()
    assert second.result() == 2


def test_a_foreign_writer_makes_the_command_be_decided_again(tiny: Tiny, store: Holding) -> None:
    tiny.words()
    stranger = Words().encode(Said(2, 5, CLOCK, "x", "stranger"))
    store.append([Append("w-1", 1, (Entry(2, 5, "x", stranger),))])
    assert tiny.say("door", "c1") == 3
    assert tiny.words() == ("hello", "stranger", "door")


def test_what_turns_out_to_be_stored_is_not_done_again(tiny: Tiny, store: Holding) -> None:
    class LostAnswerError(Exception):
        pass

    keep = store.append

    def written_but_lost(batch: tuple[Append, ...]) -> tuple[str, ...]:
        keep(batch)
        raise LostAnswerError

    store.append = written_but_lost  # type: ignore[method-assign]
    assert tiny.say("door", "c1") == 2
    assert tiny.words() == ("hello", "door")
    assert tiny.told == [("w-1", 2)]


def test_a_bug_in_the_rules_is_answered_and_the_stream_goes_on(tiny: Tiny, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ServiceError, match="internal"):
        tiny.say("fail", "c1")
    assert "could not be decided" in caplog.text
    assert tiny.say("door", "c2") == 2


def test_time_never_runs_back_in_a_stream(tiny: Tiny, store: Holding) -> None:
    tiny.say("door", "c1")
    tiny.clock.time -= 60_000
    tiny.say("memo", "c2")
    first, second, third = (entry.at for entry in store.read("w-1"))
    assert first <= second == third


def test_an_unknown_stream_is_not_found(tiny: Tiny) -> None:
    for stream in ("w-none", "x-1", ""):
        with pytest.raises(NotFound):
            tiny.say("door", "c1", stream=stream)


@pytest.mark.parametrize("command_id", ["", "x" * 65])
def test_a_command_needs_a_usable_id(tiny: Tiny, command_id: str) -> None:
    with pytest.raises(ServiceError, match="malformed"):
        tiny.say("door", command_id)


def test_a_stream_begins_once(tiny: Tiny) -> None:
    streams.create(tiny.lab, "w-9", CLOCK, "wake 5000", "c1")
    assert tiny.words("w-9") == ("wake 5000",)
    with pytest.raises(ServiceError, match="already_there"):
        streams.create(tiny.lab, "w-9", CLOCK, "hello", "c2")


def test_many_at_once_all_get_their_own_version(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    tiny = tiny_lab(store, "w-1", "w-2", "w-3")
    commands = [tiny.later(f"word{n}", f"c{n}", MIA, f"w-{1 + n % 3}") for n in range(60)]
    versions = sorted(one.result() for one in commands)
    assert versions == sorted([*range(2, 22)] * 3)
    assert [entry.version for entry in store.read("w-1")] == list(range(1, 22))
    tiny.stop()


def test_a_table_that_was_put_away_comes_back_the_same(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.service.table.KEPT_TABLES", 1)
    tiny.say("door", "c1")
    tiny.say("memo", "c2", stream="w-2")
    assert len(tiny.lab.tables._tables) == 1
    assert tiny.words("w-1") == ("hello", "door")
    assert tiny.say("raad", "c3") == 3
