"""Who asks for a simulation waits for their turn, may stop it, and finds it again; the desk keeps the latest only."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from app.service.errors import NotFound
from app.simulation.desk import MOST_KEPT, MOST_WAITING, Desk, Simulation, SimulationError
from app.simulation.order import order_of
from app.simulation.pool import Pool
from tests.small import small_content

CONTENT = small_content()
ORDER = order_of(CONTENT, edition="", werkwijzen=(), policies=(), runs=2, seed="", most=10)
BROKEN = (*Pool(time.sleep)._worker[:1], "-c", "raise SystemExit(3)")


class Office:
    """A desk at which a test says when something in the background begins."""

    def __init__(self, pool: Pool | None = None) -> None:
        self._begun: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
        self.desk: Desk[Simulation] = Desk(
            pool or Pool(time.sleep, places=1), lambda work, *args: self._begun.append((work, args))
        )

    def ask(self, who: str) -> Simulation:
        return self.desk.ask(Simulation(ORDER, CONTENT, who))

    def works(self) -> None:
        """What began runs to its end, one after the other."""
        while self._begun:
            work, args = self._begun.pop(0)
            work(*args)


def test_what_was_asked_waits_runs_and_is_found_again() -> None:
    office = Office()
    made = office.ask("fatima")
    assert (made.stage, made.over, made.done) == ("waiting", False, 0)
    office.works()
    assert (made.stage, made.over, made.done) == ("done", True, 2)
    assert made.result and not made.result.stopped
    assert office.desk.find(made.id) is made


def test_a_second_one_of_the_same_person_waits_for_the_first_to_end() -> None:
    office = Office()
    first = office.ask("fatima")
    with pytest.raises(SimulationError, match="simulation_running") as refused:
        office.ask("fatima")
    assert refused.value.details["simulation"] == first.id
    office.works()
    assert office.ask("fatima").id != first.id


def test_others_wait_in_line_and_when_too_many_wait_the_next_is_refused() -> None:
    office = Office()
    line = [office.ask(f"p{number}") for number in range(MOST_WAITING + 1)]
    assert [office.desk.ahead_of(one) for one in line] == list(range(MOST_WAITING + 1))
    with pytest.raises(SimulationError, match="simulations_busy") as refused:
        office.ask("nog iemand")
    assert refused.value.status == 503
    office.works()
    assert {one.stage for one in line} == {"done"}


def test_who_stops_while_waiting_is_over_without_a_game() -> None:
    office = Office()
    made = office.ask("fatima")
    office.desk.stop(made.id)
    office.works()
    assert (made.stage, made.done) == ("stopped", 0)
    assert made.result and made.result.stopped


def test_when_the_games_cannot_be_played_it_says_so_and_the_next_one_goes_on() -> None:
    office = Office(Pool(time.sleep, places=1, worker=BROKEN))
    made = office.ask("fatima")
    office.works()
    assert (made.stage, made.result) == ("failed", None)
    assert "niet gelukt" in made.problem
    assert office.ask("fatima").stage == "waiting"


def test_only_the_latest_are_kept_and_one_that_is_gone_says_what_to_do() -> None:
    office = Office(Pool(time.sleep, places=1, worker=BROKEN))
    first = office.ask("fatima")
    office.works()
    for _ in range(MOST_KEPT):
        latest = office.ask("fatima")
        office.works()
    assert len(office.desk.latest()) == MOST_KEPT
    assert office.desk.latest()[0] is latest
    with pytest.raises(NotFound, match="no_such_simulation"):
        office.desk.find(first.id)
