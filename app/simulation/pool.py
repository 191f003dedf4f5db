"""Does one piece of work many times in other processes, in parallel, while everybody else is served.

    pool = Pool(sleep)
    for line in pool.run(Work("app.simulation.tail:tail", setup, runs=200, seed="kreek"), jobs=2, told=print):
        outcome = msgspec.json.decode(line, type=Outcome)

Run `i` always has the seed `<seed>:<i>` and results come in order of `i`, so the same work gives the same answer on any
number of processes. What is read halfway (stopped) is the first so many runs, without a hole.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from ..config import ROOT
from ..service.errors import ServiceError

log = logging.getLogger(__name__)

LOOK_AGAIN = 0.05
MOST_WAITING = 4
"""So many pieces of work wait for their turn; the next one is refused, so that nobody waits without end."""

WORKER = (sys.executable, "-m", "app.simulation.worker")

Sleep = Callable[[float], object]
Told = Callable[[int], object]


class WorkFailedError(ServiceError):
    """The work came to no end. The sentence says so; what went wrong stands in the log of the server."""


class PoolBusyError(ServiceError):
    """Too much is waiting already."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is done `runs` times.

    task: `module:function` of this program; the function gets `setup` once per process and gives back what is called
    with (number, seed) for every run and returns something that msgspec can write as JSON.
    """

    task: str
    setup: bytes
    runs: int
    seed: str


class Pool:
    """At most `places` processes at once, over all work (0: one per core). sleep: lets others work."""

    def __init__(self, sleep: Sleep, places: int = 0, worker: tuple[str, ...] = WORKER) -> None:
        self.sleep = sleep
        self.places = places or os.cpu_count() or 1
        self._worker = worker
        self._lock = threading.Lock()
        self._busy = 0
        self._waiting = 0

    def run(
        self,
        work: Work,
        jobs: int = 0,
        told: Told = lambda done: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[bytes]:
        """The result of each run as JSON, in order. Waits while no process is free.

        jobs: processes at most (0: as many as there are places). told: hears how many runs are done, in any order. stopped:
        asked now and then; when it says true, the rest is not done. Processes end when the iterator is closed.
        Raises PoolBusyError `pool_busy` and WorkFailedError `work_failed`.
        """
        taken = self._take(min(jobs or self.places, self.places, max(1, work.runs)), stopped)
        if not taken:
            return
        workers: list[_Worker] = []
        try:
            workers += [_Worker(self._worker, work, number, taken) for number in range(taken)]
            yield from self._in_order(work, workers, told, stopped)
        finally:
            for worker in workers:
                worker.end()
            with self._lock:
                self._busy -= taken

    def _take(self, wanted: int, stopped: Callable[[], bool]) -> int:
        """As many places as are free, at least one, at most `wanted`; 0 when it was stopped while it waited."""
        with self._lock:
            if self._waiting >= MOST_WAITING:
                raise PoolBusyError("pool_busy", BUSY, 503)
            self._waiting += 1
        try:
            while not stopped():
                with self._lock:
                    taken = min(wanted, self.places - self._busy)
                    if taken > 0:
                        self._busy += taken
                        return taken
                self.sleep(LOOK_AGAIN)
            return 0
        finally:
            with self._lock:
                self._waiting -= 1

    def _in_order(self, work: Work, workers: list[_Worker], told: Told, stopped: Callable[[], bool]) -> Iterator[bytes]:
        found: dict[int, bytes] = {}
        following = done = 0
        while following < work.runs and not stopped():
            new = [result for worker in workers for result in worker.results()]
            found.update(new)
            if new:
                done += len(new)
                told(done)
            while following in found:
                yield found.pop(following)
                following += 1
            if not new and following < work.runs:
                self.sleep(LOOK_AGAIN)


class _Worker:
    """One process, which does the runs `first`, `first + step`, … and writes a line per run."""

    def __init__(self, command: tuple[str, ...], work: Work, first: int, step: int) -> None:
        self._next, self._step, self._runs = first, step, work.runs
        self._rest = b""
        self._made: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed in `end`
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed in `end`
        arguments = (*command, work.task, work.seed, str(first), str(step), str(work.runs))
        with tempfile.TemporaryFile() as setup:
            setup.write(work.setup)
            setup.seek(0)
            self._process = subprocess.Popen(
                arguments, cwd=ROOT, stdin=setup, stdout=self._made, stderr=self._said, start_new_session=True
            )  # Ctrl-C reaches only who started it, which then ends this process
        self._at = 0

    def results(self) -> list[tuple[int, bytes]]:
        """What was done since the last time: number and result. Raises WorkFailedError when the process gave up."""
        ended = self._process.poll() is not None
        data = os.pread(self._made.fileno(), os.fstat(self._made.fileno()).st_size - self._at, self._at)
        self._at += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        found = []
        for line in lines:
            found.append((self._next, line))
            self._next += self._step
        if ended and self._next < self._runs:
            self._failed()
        return found

    def _failed(self) -> None:
        self._said.seek(0)
        said = self._said.read()[-4000:].decode(errors="replace")
        log.error("a worker gave up with exit code %s: %s", self._process.returncode, said)
        raise WorkFailedError("work_failed", FAILED, 500)

    def end(self) -> None:
        """The process is gone when this returns."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._made.close()
        self._said.close()


BUSY = "Er wachten al genoeg simulaties op deze server. Wacht tot er een klaar is en probeer het opnieuw."
FAILED = "De simulatie is niet gelukt. Probeer het nog eens. Lukt het weer niet? Vraag de beheerder van de server."
