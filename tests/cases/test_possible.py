"""What stands in a casus must be able to happen: something starts it, in time, in an edition that plays its round."""

from __future__ import annotations

from pathlib import Path

import pytest

from .planting import Mistake, expect

MISTAKES = (
    Mistake(
        "consequence_never_started",
        "consequences: [raad_wist_niets]}",
        "consequences: [onrust]}",
        "consequences.raad_wist_niets",
        at="raad_wist_niets: {title",
    ),
    Mistake(
        "consequence_circle",
        "miljoenen}",
        "miljoenen, next: [regio_vast]}",
        "consequences.regio_vast.next",
        at="regio_vast: {title",
    ),
    Mistake(
        "consequence_never",
        "delay: 1, when: {decided: onderzoek, option: snel}",
        "delay: 0, when: {decided: brug, option: open}",
        "consequences.snel_klaar",
    ),
    Mistake(
        "inject_never",
        "when: {all: [{indicator: vertrouwen, below: 50}, {not: {told: rapport}}]}, rounds: [r2]",
        "when: {decided: brug}, rounds: [r1]",
        "injects.gerucht",
        at="gerucht:",
    ),
    Mistake(
        "inject_never_in_edition",
        "when: {all: [{indicator: vertrouwen, below: 50}, {not: {told: rapport}}]}, rounds: [r2]",
        "when: {fired: scheur}, rounds: [r2]",
        "injects.gerucht",
        at="gerucht:",
        severity="warning",
    ),
    Mistake(
        "decision_never",
        "rule: office\n    round: r2",
        "rule: office\n    round: r2\n    when: {happened: nieuwe_brug}",
        "decisions.bericht",
        at="  bericht:",
    ),
    Mistake(
        "option_never",
        "lid_groen: {text: Het",
        "lid_groen: {when: {happened: nieuwe_brug}, text: Het",
        "decisions.voorzitter.options.lid_groen",
    ),
    Mistake("act_never", "rounds: [r1, r2]", "rounds: [r1]\n    when: {decided: brug}", "acts.meten", at="meten:"),
    Mistake(
        "act_never_in_edition",
        "legality: forbidden",
        "legality: forbidden\n    when: {fired: scheur}",
        "acts.fluisteren",
        at="  fluisteren:",
        severity="warning",
    ),
    Mistake(
        "question_never_in_edition",
        "on_all: [raad_weet_het]",
        "on_all: [raad_weet_het]\n    when: {fired: scheur}",
        "questions.wist_u",
        at="  wist_u:",
        severity="warning",
    ),
    Mistake(
        "silence_never",
        "- {round: r2, to: [lokaal, groen],",
        "- {round: r2, to: [lokaal, wethouder],",
        "cards.rapport.silent[0]",
    ),
    Mistake(
        "card_never",
        "  foto:\n    title",
        "  sleutel: {title: Een sleutel, text: Van de brug., seat: groen, harms: jou, expires: nooit, dealt: later,\n"
        "    told: [{consequences: [onrust]}]}\n  foto:\n    title",
        "cards.sleutel",
    ),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_what_can_never_happen_is_found(mistake: Mistake, tmp_path: Path) -> None:
    expect(mistake, tmp_path)
