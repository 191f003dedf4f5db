"""Every name that does not exist is found where it is used, with the name that was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from .planting import Mistake, expect

MISTAKES = (
    Mistake(
        "unknown_role", "role: griffier", "role: grifier", "seats.griffier.role", "griffier", also=("agenda_nobody",)
    ),
    Mistake(
        "unknown_decision",
        "{decision: onderzoek, supports: [snel]}",
        "{decision: onderzoe, supports: [snel]}",
        "seats.burgemeester.stands[0].decision",
        "onderzoek",
    ),
    Mistake(
        "unknown_option",
        "supports: [lid_groen]",
        "supports: [lid_gron]",
        "seats.groen.stands[2].supports[0]",
        "lid_groen",
    ),
    Mistake(
        "unknown_seat",
        "chair: burgemeester, members: [lokaal, groen], recorder: griffier",
        "chair: burgemeester, members: [lokaal, groen], recorder: grifier",
        "organs.raad.recorder",
        "griffier",
    ),
    Mistake(
        "unknown_seat",
        "to: [wethouder, groen]\n    deals",
        "to: [wethouder, gron]\n    deals",
        "injects.scheur.to[1]",
        "groen",
    ),
    Mistake("unknown_round", "kind: moment, round: r1", "kind: moment, round: r9", "injects.scheur.fires.round"),
    Mistake("unknown_round", "rounds: [r1, r2]", "rounds: [r1, ronde2]", "acts.meten.rounds[1]"),
    Mistake("unknown_round", "minutes: {r2: {read: 2", "minutes: {r3: {read: 2", "editions.avond.minutes.r3"),
    Mistake("unknown_card", "tells: [rapport]", "tells: [raport]", "acts.fluisteren.tells[0]", "rapport"),
    Mistake(
        "unknown_consequence",
        "consequences: [meting]\n  fluis",
        "consequences: [meeting]\n  fluis",
        "acts.meten.consequences[0]",
        "meting",
    ),
    Mistake(
        "unknown_consequence",
        "on_made: [rustig]",
        "on_made: [rustig, rustg]",
        "promises.elke_week.on_made[1]",
        "rustig",
    ),
    Mistake(
        "unknown_consequence",
        "next: [regio_vast]",
        "next: [regio_vast, regio]",
        "consequences.brug_breekt.next[1]",
        "regio_vast",
    ),
    Mistake(
        "unknown_indicator",
        "shifts: {vertrouwen: -3}",
        "shifts: {vertrouwn: -3}",
        "consequences.belofte_bekend.shifts.vertrouwn",
        "vertrouwen",
    ),
    Mistake(
        "unknown_indicator",
        "indicators: {vertrouwen: 50, rust: 60}",
        "indicators: {vertrouwen: 50, rust: 60, gel: 1}",
        "indicators.gel",
    ),
    Mistake(
        "unknown_option",
        "unanswered: {text: Het dorp hoort niets., option: kort}",
        "unanswered: {text: Het dorp hoort niets., option: krot}",
        "decisions.bericht.unanswered.option",
        "kort",
    ),
    Mistake(
        "unknown_option",
        "decided: {onderzoek: grondig}",
        "decided: {onderzoek: gronding}",
        "rounds[0].outcome.decided.onderzoek",
        "grondig",
    ),
    Mistake(
        "unknown_budget",
        "cost: {budget: schorsing}",
        "cost: {budget: schorsen}",
        "acts.schorsen.cost.budget",
        "schorsing",
    ),
    Mistake("unknown_gemeente", "gemeente: kreekdam", "gemeente: kreekdm", "gemeente", "kreekdam"),
    Mistake(
        "unknown_inject",
        "goal_reached: {told: rapport}",
        "goal_reached: {fired: scheu}",
        "seats.griffier.goal_reached.fired",
        "scheur",
    ),
    Mistake(
        "unknown_act",
        "goal_reached: {told: rapport}",
        "goal_reached: {acted: metten}",
        "seats.griffier.goal_reached.acted",
        "meten",
    ),
    Mistake(
        "unknown_question",
        "goal_reached: {told: rapport}",
        "goal_reached: {asked: wist}",
        "seats.griffier.goal_reached.asked",
        "wist_u",
    ),
    Mistake(
        "unknown_promise",
        "goal_reached: {told: rapport}",
        "goal_reached: {promised: elk_week}",
        "seats.griffier.goal_reached.promised",
        "elke_week",
    ),
    Mistake(
        "unknown_edition",
        "goal_reached: {told: rapport}",
        "goal_reached: {any: [{edition: avnd}, {told: rapport}]}",
        "seats.griffier.goal_reached.any[0].edition",
        "avond",
    ),
    Mistake(
        "unknown_secret",
        "goal_reached: {told: rapport}",
        "goal_reached: {not: {came_out: fluister}}",
        "seats.griffier.goal_reached.not.came_out",
        "fluisteren",
    ),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_name_that_does_not_exist_is_found(mistake: Mistake, tmp_path: Path) -> None:
    expect(mistake, tmp_path)
