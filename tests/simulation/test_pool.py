"""Work in other processes: the same answer on any number of them, and nothing that is left behind."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest

from app.simulation.pool import Pool, PoolBusyError, Work, WorkFailedError

ADD = Work("tests.simulation.sums:add", b"kreek", runs=7, seed="s")


@pytest.fixture
def pool() -> Pool:
    return Pool(time.sleep, places=3)


@pytest.mark.parametrize("jobs", [1, 2, 3, 20])
def test_the_same_work_gives_the_same_answer_on_any_number_of_processes(pool: Pool, jobs: int) -> None:
    heard: list[int] = []
    lines = [json.loads(line) for line in pool.run(ADD, jobs=jobs, told=heard.append)]
    assert lines == [{"number": number, "seed": f"s:{number}", "setup": "kreek"} for number in range(7)]
    assert heard[-1] == 7
    assert heard == sorted(heard)


def test_no_runs_is_no_answer(pool: Pool) -> None:
    assert list(pool.run(Work(ADD.task, b"", runs=0, seed="s"))) == []


def test_a_run_that_goes_wrong_is_told_and_the_pool_works_on(pool: Pool) -> None:
    with pytest.raises(WorkFailedError, match="work_failed"):
        list(pool.run(Work("tests.simulation.sums:stumble", b"", runs=6, seed="s"), jobs=2))
    assert len(list(pool.run(ADD))) == 7


def test_who_stops_keeps_the_first_runs_without_a_hole_and_no_process_stays(pool: Pool) -> None:
    found: list[int] = []
    work = Work("tests.simulation.sums:endless", b"", runs=90, seed="s")
    for line in pool.run(work, jobs=3, stopped=lambda: len(found) >= 2):
        found.append(int(line))
    assert found == [0, 1]
    assert len(list(pool.run(ADD))) == 7


def test_who_reads_no_further_ends_the_processes(pool: Pool) -> None:
    running = pool.run(Work("tests.simulation.sums:endless", b"", runs=90, seed="s"), jobs=3)
    assert next(running) == b"0"
    assert isinstance(running, Iterator)
    running.close()  # type: ignore[attr-defined]
    assert len(list(pool.run(ADD))) == 7


def test_who_waits_for_a_place_can_stop_waiting_too() -> None:
    pool = Pool(time.sleep, places=1)
    running = pool.run(ADD)
    next(running)
    assert list(pool.run(ADD, stopped=lambda: True)) == []


def test_when_too_much_waits_the_next_one_is_refused() -> None:
    waiting: list[int] = []

    def sleep(seconds: float) -> None:
        if not holds:
            return time.sleep(seconds)
        waiting.append(1)
        list(table.run(ADD))  # somebody else comes while this one waits
        return None

    holds: list[bytes] = []
    table = Pool(sleep, places=1)
    first = table.run(ADD)
    holds.append(next(first))
    with pytest.raises(PoolBusyError, match="pool_busy"):
        list(table.run(ADD))
    assert len(waiting) == 4
