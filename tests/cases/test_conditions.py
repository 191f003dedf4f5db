"""A condition says one thing, and something that can be true at the moment it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from .planting import Mistake, expect

GOAL = "goal_reached: {told: rapport}"
PATH = "seats.griffier.goal_reached"


def goal(code: str, condition: str, inside: str = "", meant: str = "", severity: str = "error") -> Mistake:
    """The goal of the griffier gets this condition."""
    return Mistake(code, GOAL, f"goal_reached: {condition}", PATH + inside, meant, severity=severity)


MISTAKES = (
    goal("condition_empty", "{}"),
    goal("condition_two_subjects", "{told: rapport, round: r1}"),
    goal("condition_stray_detail", "{told: rapport, option: open}", ".option"),
    goal("condition_stray_detail", "{round: r1, kept: true}", ".kept"),
    goal("condition_without_bound", "{indicator: rust}"),
    goal("condition_impossible", "{indicator: rust, below: 40, above: 60}"),
    goal("condition_impossible", "{indicator: rust, below: 0}"),
    goal("condition_impossible", "{indicator: rust, above: 100}"),
    goal("condition_always", "{indicator: rust, above: -1}", severity="warning"),
    goal("condition_impossible", "{asked: wist_u, answer: al}", ".answer", "all"),
    goal("condition_impossible", "{acted: fluisteren, to: griffier}", ".to"),
    goal("condition_impossible", "{withheld: rapport, from: wethouder}", ".from"),
    goal("condition_always", "{told: rapport, to: wethouder}", ".to", severity="warning"),
    goal("condition_impossible", "{any: [{round: r1}, {acted: meestemmen}]}", ".any[1]"),
    goal("condition_impossible", "{any: [{round: r1}, {came_out: meten}]}", ".any[1]"),
    goal("condition_impossible", "{any: [{round: r1}, {played: wethouder_2}]}", ".any[1]"),
    goal("condition_impossible", "{all: [{decided: brug, option: open}, {decided: brug, option: dicht}]}", ".all[1]"),
    goal("condition_impossible", "{not: {all: [{edition: avond}, {edition: dagdeel}]}}", ".not.all[1]"),
    goal("condition_too_early", "{all: [{round: r1}, {all: [{edition: avond}, {fired: scheur}]}]}"),
    Mistake(
        "condition_too_early",
        "{decision: onderzoek, supports: [snel]}",
        "{decision: onderzoek, supports: [snel], when: {round: r2}}\n      - {decision: onderzoek, supports: []}",
        "seats.burgemeester.stands[0].when",
    ),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_condition_that_makes_no_sense_is_found(mistake: Mistake, tmp_path: Path) -> None:
    expect(mistake, tmp_path)
