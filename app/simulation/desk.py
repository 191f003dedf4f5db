"""The simulations that people of this server asked for: one at a time, the others in line, the latest kept to look at again.

Kept in memory: after a restart they are gone, but the same order gives the same result.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any, Literal

from game_rules.vocabulary.casus import Content

from ..service.errors import NotFound, ServiceError
from .games import Playing, Result
from .order import Order
from .pool import Pool

MOST_WAITING = 4
MOST_KEPT = 30
LOOK_AGAIN = 0.1

Stage = Literal["waiting", "running", "done", "stopped", "failed"]
OVER = ("done", "stopped", "failed")


class SimulationError(ServiceError):
    """It cannot be started now: `simulation_running` (this person has one already), `simulations_busy` (too many wait)."""


class Simulation:
    """One that was asked for. `asker`: by whom; `problem`: why it failed."""

    def __init__(self, id_: str, order: Order, content: Content, asker: str) -> None:
        self.id = id_
        self.order = order
        self.title = content.casus.title
        self.asker = asker
        self.stage: Stage = "waiting"
        self.problem = ""
        self.result: Result | None = None
        self.stopping = False
        self.playing = Playing(order, content)

    @property
    def done(self) -> int:
        """How many games were played."""
        return self.playing.done

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return self.stage in OVER


class Desk:
    """Where one asks for a simulation, looks how far it is, and stops it. spawn: starts something in the background."""

    def __init__(self, pool: Pool, spawn: Callable[..., Any]) -> None:
        self._pool = pool
        self._spawn = spawn
        self._known: dict[str, Simulation] = {}
        self._line: list[Simulation] = []

    def ask(self, order: Order, content: Content, asker: str) -> Simulation:
        """Starts it, or puts it in line. Raises SimulationError."""
        mine = next((one for one in self._line if one.asker == asker), None)
        if mine:
            raise SimulationError("simulation_running", RUNNING, 409, simulation=mine.id)
        if len(self._line) > MOST_WAITING:
            raise SimulationError("simulations_busy", BUSY, 503)
        made = Simulation(secrets.token_urlsafe(9), order, content, asker)
        self._known[made.id] = made
        self._line.append(made)
        self._forget()
        self._spawn(self._play, made)
        return made

    def find(self, id_: str) -> Simulation:
        """The one with this id. Raises NotFound `no_such_simulation`."""
        if id_ not in self._known:
            raise NotFound("no_such_simulation", GONE)
        return self._known[id_]

    def stop(self, id_: str) -> None:
        """What was played stays; the rest is not played."""
        self.find(id_).stopping = True

    def ahead_of(self, one: Simulation) -> int:
        """How many must be over before this one begins."""
        return self._line.index(one) if one in self._line else 0

    def latest(self) -> tuple[Simulation, ...]:
        """All that are kept, the latest first."""
        return tuple(reversed(self._known.values()))

    def _forget(self) -> None:
        """The oldest that are over go."""
        over = [id_ for id_, one in self._known.items() if one.over]
        for id_ in over[: max(0, len(self._known) - MOST_KEPT)]:
            del self._known[id_]

    def _play(self, one: Simulation) -> None:
        try:
            while self._line[0] is not one and not one.stopping:
                self._pool.sleep(LOOK_AGAIN)
            one.stage = "running"
            self._run(one)
        finally:
            self._line.remove(one)

    def _run(self, one: Simulation) -> None:
        """A place of the pool is left free for others, when there is more than one."""
        try:
            for _ in one.playing.run(self._pool, max(1, self._pool.places - 1), stopped=lambda: one.stopping):
                pass
            one.result = one.playing.result()
            one.stage = "stopped" if one.result.stopped else "done"
        except ServiceError as problem:
            one.problem, one.stage = problem.message, "failed"
        except Exception:
            one.problem, one.stage = FAILED, "failed"
            raise


RUNNING = "Er loopt al een simulatie van jou. Wacht tot die klaar is, of stop haar eerst."
BUSY = "Er wachten al genoeg simulaties op deze server. Wacht tot er een klaar is en probeer het opnieuw."
GONE = "Deze simulatie is er niet meer. De server bewaart alleen de laatste. Start haar opnieuw: dezelfde keuzes geven dezelfde uitkomst."
FAILED = "De simulatie is niet gelukt. Probeer het nog eens. Lukt het weer niet? Vraag de beheerder van de server."
