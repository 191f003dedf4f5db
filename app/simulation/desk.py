"""The simulations that people of this server asked for: one at a time, the others in line, the latest kept to look at again.

So are the tails of played games that are tried again (`tails.py`): `Desk` keeps anything that can be run.

Kept in memory: after a restart they are gone, but the same order gives the same result.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from typing import Any, Generic, Literal, Protocol, TypeVar

from game_rules.vocabulary.casus import Content

from ..service.errors import NotFound, ServiceError
from .games import Playing, Result
from .order import Order
from .pool import Pool, Told

MOST_WAITING = 4
MOST_KEPT = 30
LOOK_AGAIN = 0.1

Stage = Literal["waiting", "running", "done", "stopped", "failed"]
OVER = ("done", "stopped", "failed")


class SimulationError(ServiceError):
    """It cannot be started now: `simulation_running` (this person has one already), `simulations_busy` (too many wait)."""


R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Runs(Protocol[R_co]):
    """Games that can be played one after the other. done: how many were, of `games`."""

    done: int

    @property
    def games(self) -> int:
        """How many games it is when it is whole."""

    def run(self, pool: Pool, jobs: int = 0, told: Told = ..., stopped: Callable[[], bool] = ...) -> Iterator[int]:
        """Plays them; see `Pool.run`."""

    def result(self) -> R_co:
        """What came out so far."""


class Asked(Generic[R]):
    """Something that was asked for. `asker`: by whom; `problem`: why it failed."""

    def __init__(self, runs: Runs[R], asker: str) -> None:
        self.id = secrets.token_urlsafe(9)
        self.runs = runs
        self.asker = asker
        self.stage: Stage = "waiting"
        self.problem = ""
        self.result: R | None = None
        self.stopping = False

    @property
    def done(self) -> int:
        """How many games were played."""
        return self.runs.done

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return self.stage in OVER


class Simulation(Asked[Result]):
    """A simulation of a casus."""

    def __init__(self, order: Order, content: Content, asker: str) -> None:
        self.playing = Playing(order, content)
        self.order = order
        self.title = content.casus.title
        super().__init__(self.playing, asker)


A = TypeVar("A", bound=Asked[Any])


class Desk(Generic[A]):
    """Where one asks for a simulation, looks how far it is, and stops it. spawn: starts something in the background."""

    def __init__(self, pool: Pool, spawn: Callable[..., Any]) -> None:
        self._pool = pool
        self._spawn = spawn
        self._known: dict[str, A] = {}
        self._line: list[A] = []

    def ask(self, made: A) -> A:
        """Starts it, or puts it in line. Raises SimulationError."""
        mine = next((one for one in self._line if one.asker == made.asker), None)
        if mine:
            raise SimulationError("simulation_running", RUNNING, 409, simulation=mine.id)
        if len(self._line) > MOST_WAITING:
            raise SimulationError("simulations_busy", BUSY, 503)
        self._known[made.id] = made
        self._line.append(made)
        self._forget()
        self._spawn(self._play, made)
        return made

    def find(self, id_: str) -> A:
        """The one with this id. Raises NotFound `no_such_simulation`."""
        if id_ not in self._known:
            raise NotFound("no_such_simulation", GONE)
        return self._known[id_]

    def stop(self, id_: str) -> None:
        """What was played stays; the rest is not played."""
        self.find(id_).stopping = True

    def ahead_of(self, one: A) -> int:
        """How many must be over before this one begins."""
        return self._line.index(one) if one in self._line else 0

    def latest(self) -> tuple[A, ...]:
        """All that are kept, the latest first."""
        return tuple(reversed(self._known.values()))

    def _forget(self) -> None:
        """The oldest that are over go."""
        over = [id_ for id_, one in self._known.items() if one.over]
        for id_ in over[: max(0, len(self._known) - MOST_KEPT)]:
            del self._known[id_]

    def _play(self, one: A) -> None:
        try:
            while self._line[0] is not one and not one.stopping:
                self._pool.sleep(LOOK_AGAIN)
            one.stage = "running"
            self._run(one)
        finally:
            self._line.remove(one)

    def _run(self, one: A) -> None:
        """A place of the pool is left free for others, when there is more than one."""
        try:
            for _ in one.runs.run(self._pool, max(1, self._pool.places - 1), stopped=lambda: one.stopping):
                pass
            one.result = one.runs.result()
            one.stage = "stopped" if one.done < one.runs.games else "done"
        except ServiceError as problem:
            one.problem, one.stage = problem.message, "failed"
        except Exception:
            one.problem, one.stage = FAILED, "failed"
            raise


RUNNING = "Er loopt al een simulatie van jou. Wacht tot die klaar is, of stop haar eerst."
BUSY = "Er wachten al genoeg simulaties op deze server. Wacht tot er een klaar is en probeer het opnieuw."
GONE = "Deze simulatie is er niet meer. De server bewaart alleen de laatste. Start haar opnieuw: dezelfde keuzes geven dezelfde uitkomst."
FAILED = "De simulatie is niet gelukt. Probeer het nog eens. Lukt het weer niet? Vraag de beheerder van de server."
