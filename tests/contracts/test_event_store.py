"""What every event store promises: numbered streams, all or nothing per stream, order, wakes with the events."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.ports import Append, Entry, EventStore, StorageError
from app.storage.sqlite import SqliteStore


def entries(first: int, count: int = 1, text: str = "x") -> tuple[Entry, ...]:
    return tuple(
        Entry(version, 1000 + version, f"c{version}", f"{text}{version}".encode())
        for version in range(first, first + count)
    )


def test_a_stream_is_read_back_in_order(store: EventStore) -> None:
    store.append([Append("g-1", 0, entries(1, 3))])
    store.append([Append("g-1", 3, entries(4, 2))])
    assert store.read("g-1") == entries(1, 5)
    assert store.read("g-1", after=3) == entries(4, 2)


def test_an_unknown_stream_is_empty(store: EventStore) -> None:
    assert store.read("g-none") == ()
    assert store.streams() == ()


def test_the_second_of_two_writers_is_refused_and_changes_nothing(store: EventStore) -> None:
    store.append([Append("g-1", 0, entries(1), wake=10)])
    assert store.append([Append("g-1", 0, entries(1, 2, "late"), wake=99, running=True)]) == ("g-1",)
    assert store.read("g-1") == entries(1)
    assert store.wakes() == {"g-1": 10}
    assert store.running() == ()


def test_a_stream_that_was_removed_is_gone_and_may_begin_anew(store: EventStore) -> None:
    store.append([Append("g-1", 0, entries(1, 2), wake=10, running=True), Append("g-2", 0, entries(1))])
    store.remove("g-1")
    store.remove("g-never")
    assert store.read("g-1") == ()
    assert (store.streams(), store.wakes(), store.running()) == (("g-2",), {}, ())
    assert store.append([Append("g-1", 0, entries(1))]) == ()


def test_the_beginning_of_a_stream_can_begin_another_one_byte_for_byte(store: EventStore) -> None:
    store.append([Append("g-1", 0, entries(1, 5))])
    assert store.append([Append("g-2", 0, (*store.read("g-1")[:3], *entries(4, 2, "own")))]) == ()
    assert store.read("g-2")[:3] == store.read("g-1")[:3]
    assert store.read("g-2", after=3) == entries(4, 2, "own")
    assert store.read("g-1") == entries(1, 5)


def test_a_gap_is_refused(store: EventStore) -> None:
    assert store.append([Append("g-1", 4, entries(5))]) == ("g-1",)
    assert store.read("g-1") == ()


def test_a_refused_stream_does_not_keep_the_others_from_being_written(store: EventStore) -> None:
    store.append([Append("g-2", 0, entries(1))])
    batch = [Append("g-1", 0, entries(1, 2)), Append("g-2", 7, entries(8)), Append("g-3", 0, entries(1))]
    assert store.append(batch) == ("g-2",)
    assert [len(store.read(stream)) for stream in ("g-1", "g-2", "g-3")] == [2, 1, 1]


def test_wake_and_running_follow_the_last_write(store: EventStore) -> None:
    store.append([Append("g-1", 0, entries(1), wake=500, running=True), Append("g-2", 0, entries(1), wake=900)])
    assert store.wakes() == {"g-1": 500, "g-2": 900}
    assert store.running() == ("g-1",)
    store.append([Append("g-1", 1, entries(2))])
    assert store.wakes() == {"g-2": 900}
    assert store.running() == ()


def test_streams_are_listed_oldest_first_and_by_prefix(store: EventStore) -> None:
    for stream in ("m-1", "g-b", "g-a"):
        store.append([Append(stream, 0, entries(1))])
    store.append([Append("m-1", 1, entries(2))])
    assert store.streams() == ("m-1", "g-b", "g-a")
    assert store.streams("g-") == ("g-b", "g-a")


def test_a_big_batch_over_many_streams_arrives_whole(store: EventStore) -> None:
    batch = [Append(f"g-{number}", 0, entries(1, 40)) for number in range(100)]
    assert store.append(batch) == ()
    assert all(len(store.read(wanted.stream)) == 40 for wanted in batch)


def test_an_empty_batch_is_fine(store: EventStore) -> None:
    assert store.append([]) == ()


def test_bytes_come_back_as_they_went_in(store: EventStore) -> None:
    data = bytes(range(256)) * 50
    store.append([Append("g-1", 0, (Entry(1, 1, "c", data),))])
    assert store.read("g-1")[0].data == data


def test_the_last_sign_of_life_is_kept(store: EventStore) -> None:
    assert store.last_beat() == 0
    store.beat(1234)
    store.beat(2345)
    assert store.last_beat() == 2345


def test_sqlite_keeps_everything_when_it_is_opened_again(tmp_path: Path) -> None:
    first = SqliteStore(tmp_path)
    first.append([Append("g-1", 0, entries(1, 2), wake=5, running=True)])
    first.beat(77)
    first.close()
    again = SqliteStore(tmp_path)
    assert (again.read("g-1"), again.wakes(), again.running(), again.last_beat()) == (
        entries(1, 2), {"g-1": 5}, ("g-1",), 77,
    )  # fmt: skip
    again.close()


def test_sqlite_writes_durably_before_it_returns(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    modes = [store._writer.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    store.close()
    assert modes == ["wal", 2]


def test_a_failing_disk_is_a_storage_error_and_nothing_is_kept(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    store.append([Append("g-1", 0, entries(1))])
    store._writer.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError):
        store.append([Append("g-1", 1, entries(2))])
    store._writer.execute("PRAGMA query_only = OFF")
    assert store.read("g-1") == entries(1)
    assert store.append([Append("g-1", 1, entries(2))]) == ()
    store.close()


def test_a_full_disk_in_the_middle_of_a_batch_leaves_no_half_game(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    pages = store._writer.execute("PRAGMA page_count").fetchone()[0]
    store._writer.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(StorageError):
        store.append([Append("g-1", 0, (Entry(1, 1, "c", bytes(100_000)),)), Append("g-2", 0, entries(1))])
    assert store.streams() == ()
    assert store.append([Append("g-2", 0, entries(1))]) == ()
    store.close()


def test_reading_goes_on_while_another_thread_writes(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)

    def write() -> None:
        for version in range(200):
            store.append([Append("g-1", version, entries(version + 1))])

    writer = threading.Thread(target=write)
    writer.start()
    seen = 0
    while writer.is_alive():
        found = store.read("g-1")
        assert [entry.version for entry in found] == list(range(1, len(found) + 1))
        assert len(found) >= seen
        seen = len(found)
    writer.join()
    assert len(store.read("g-1")) == 200
    store.close()
