"""*Wat als?* The same game on any number of processes, and two sets that differ in one thing."""

from __future__ import annotations

import time

import pytest

from app.ports import Entry
from app.service import what_if
from app.service.forking import Stored
from app.simulation.pool import Pool
from app.simulation.tails import TailResult
from game_rules import codec
from game_rules.fork_points import fork_points
from game_rules.vocabulary.commands import Differ
from tests.app.exporting import log_of
from tests.play import Game
from tests.rules.test_forking import played

SHUT = Differ(kind="decision", id="brug", option="dicht")


@pytest.fixture(scope="module")
def game() -> Game:
    return played()


def tried(game: Game, differs: Differ, jobs: int = 2, runs: int = 20) -> TailResult:
    _, records = log_of(game)
    entries = tuple(Entry(one.version, one.at, one.command, codec.encode_record(one)) for one in records)
    found = Stored("g-test", entries, records, game.state)
    trying = what_if.trying(found, fork_points(game.content, records), differs, runs, "eigen_doel")
    assert list(trying.run(Pool(time.sleep, places=jobs), jobs)) == list(range(1, 2 * runs + 1))
    return trying.result()


def test_the_same_on_any_number_of_processes(game: Game) -> None:
    assert tried(game, SHUT, jobs=1) == tried(game, SHUT, jobs=3)


def test_the_one_thing_is_so_in_every_run(game: Game) -> None:
    result = tried(game, SHUT)
    taken = [one.summary.decisions["brug"].options for one in result.sets if one.summary]
    assert taken == [{"open": 20, "dicht": 0}, {"open": 0, "dicht": 20}]
    assert result.happened.decisions["brug"] == "open"


def test_before_it_nothing_differs(game: Game) -> None:
    same, otherwise = (one.summary for one in tried(game, SHUT).sets)
    assert same
    assert otherwise
    assert same.start == otherwise.start
    assert all(same.fans[id_]["r1"] == otherwise.fans[id_]["r1"] for id_ in same.fans)
    assert same.fans["vertrouwen"]["r1"].p5 == same.fans["vertrouwen"]["r1"].p95


def test_what_nobody_decided_stays_undecided_where_it_was(game: Game) -> None:
    result = tried(game, Differ(kind="decision", id="onderzoek", option="snel"))
    taken = [one.summary.decisions["onderzoek"] for one in result.sets if one.summary]
    assert [(one.nothing, one.options["snel"]) for one in taken] == [(20, 0), (0, 20)]


def test_a_card_that_nobody_told_is_told_in_the_other_set_only_unless_an_act_brings_it_out(game: Game) -> None:
    told = fork_points(game.content, game.log).cards["rapport"]
    assert told.knew == ()
    result = tried(game, Differ(kind="card", id="rapport", to=("groen",)))
    kept, told_ = (one.summary.occurred for one in result.sets if one.summary)
    assert kept["cards"]["rapport"] <= kept["acts"]["fluisteren"]
    assert told_["cards"]["rapport"] == 20
