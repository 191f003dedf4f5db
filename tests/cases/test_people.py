"""Seats, votes, decisions and acts: everybody has something to do, and whatever is offered can be done by somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from .planting import Mistake, expect, findings_after

MISTAKES = (
    Mistake("task_missing", "{r1: Open de vergadering., r2:", "{r2:", "seats.burgemeester.tasks"),
    Mistake(
        "goal_missing", "goal: De rust blijft boven de 50.", "goal: ''", "seats.burgemeester", at="  burgemeester:"
    ),
    Mistake(
        "goal_not_measured",
        "    goal_reached: {indicator: rust, above: 50}\n",
        "",
        "seats.burgemeester",
        at="  burgemeester:",
        severity="warning",
    ),
    Mistake(
        "duplicate_label",
        "label: Wethouder Mol",
        "label: Wethouder Kok",
        "seats.wethouder_2.label",
        at="    label: Wethouder Kok\n    playable",
    ),
    Mistake(
        "essential_not_playable",
        "playable: false",
        "playable: false\n    essential: true",
        "seats.wethouder_2.essential",
        at="    essential: true\n    stands:\n      - {decision: onderzoek, supports: [grondig]}\n  lokaal",
    ),
    Mistake("follow_up_in_play", "follow_up: true", "follow_up: true\n    essential: true", "seats.krant.follow_up"),
    Mistake(
        "follow_up_in_play",
        "recorder: griffier}\n  college",
        "recorder: krant}\n  college",
        "seats.krant.follow_up",
        at="    follow_up",
    ),
    Mistake(
        "cannot_resign",
        "    follow_up: true\n",
        "    follow_up: true\n    on_resign: [onrust]\n",
        "seats.krant.on_resign",
        at="    on_resign: [onrust]",
    ),
    Mistake("nothing_to_do", "by: [krant]", "by: [griffier]", "seats.krant", at="  krant:"),
    Mistake("players_too_few", "{minimum: 4, usual: 5}", "{minimum: 1, usual: 5}", "players.minimum"),
    Mistake("players_too_few", "{minimum: 4, usual: 5}", "{minimum: 4, usual: 3}", "players.usual"),
    Mistake("players_too_many", "{minimum: 4, usual: 5}", "{minimum: 6, usual: 6}", "players.minimum"),
    Mistake("budget_empty", "schorsen., per_round: 1}", "schorsen.}", "seats.burgemeester.budgets.schorsing"),
    Mistake(
        "budget_missing",
        "      toezegging: {label: Toezegging",
        "      toezeg: {label: Toezegging",
        "seats.wethouder.budgets",
        at="    budgets:\n      toezeg:",
        severity="warning",
    ),
    Mistake("weights_not_council", "weight: 5", "weight: 6", "organs.raad.members", at="  raad: {"),
    Mistake("weight_impossible", "weight: 5", "weight: 0", "seats.lokaal.weight", also=("weights_not_council",)),
    Mistake("quorum_impossible", "weight: 5", "weight: 5\n    present: false", "organs.raad.members", at="  raad: {"),
    Mistake(
        "stand_missing",
        "      - {decision: voorzitter, supports: [lid_lokaal]}\n",
        "",
        "seats.lokaal.stands",
        at="    stands:\n      - {decision: brug, supports: [open]}\n  groen",
    ),
    Mistake(
        "stand_all_conditional",
        "{decision: voorzitter, supports: [lid_groen]}",
        "{decision: voorzitter, supports: [lid_groen], when: {round: r2}}",
        "seats.groen.stands",
        at="    stands:\n      - {decision: brug, supports: [dicht]",
        severity="warning",
    ),
    Mistake(
        "stand_unused",
        "supports: [dicht], when: {told: rapport, to: groen}}",
        "supports: [dicht]}",
        "seats.groen.stands[1]",
        at="      - {decision: brug, supports: [open]}\n      - {decision: voorzitter, supports: [lid_groen]}",
        severity="warning",
    ),
    Mistake(
        "rule_mismatch",
        "rule: raad\n    round: r2\n    article: Gemeentewet 147",
        "rule: office\n    round: r2\n    article: Gemeentewet 147",
        "decisions.brug.rule",
        "raad",
        at="rule: office\n    round: r2\n    article: Gemeentewet 147",
    ),
    Mistake(
        "rule_mismatch",
        "rule: office",
        "rule: persons",
        "decisions.bericht.rule",
        "office",
        at="rule: persons\n    round: r2\n    article: Gemeentewet 170",
    ),
    Mistake(
        "decision_nobody",
        "by: burgemeester\n    rule: office",
        "by: wethouder_2\n    rule: office",
        "decisions.bericht.by",
    ),
    Mistake(
        "duplicate_label",
        "text: De brug gaat dicht.",
        "text: De brug blijft open.",
        "decisions.brug.options.dicht.text",
        at="      dicht: {",
    ),
    Mistake(
        "unanswered_without_effect",
        "unanswered: {text: Er komt geen onderzoek., consequences: [onrust]}",
        "unanswered: {text: Er komt geen onderzoek.}",
        "decisions.onderzoek.unanswered",
        severity="warning",
    ),
    Mistake("why_missing", "why: De burgemeester is voorzitter", "why: ''  # ", "acts.meestemmen", at="  meestemmen:"),
    Mistake(
        "void_with_effect",
        "legality: void",
        "legality: void\n    consequences: [onrust]",
        "acts.meestemmen",
        at="  meestemmen:",
    ),
    Mistake(
        "comes_out_missing",
        "    comes_out: {kind: chance, chance: 0.5, text: Iemand zag de mail met het rapport., "
        "consequences: [onrust]}\n",
        "",
        "acts.fluisteren",
        at="  fluisteren:",
    ),
    Mistake(
        "comes_out_on_legal",
        "consequences: [meting]\n  fluisteren",
        "comes_out: {kind: by_hand, text: Het lekt uit.}\n    consequences: [meting]\n  fluisteren",
        "acts.meten.comes_out",
    ),
    Mistake("suspension_without_minutes", "    minutes: 3\n", "", "acts.schorsen", at="  schorsen:"),
    Mistake(
        "minutes_without_suspension",
        "deals: [foto]\n    consequences",
        "deals: [foto]\n    minutes: 2\n    consequences",
        "acts.meten.minutes",
        at="    minutes: 2",
    ),
    Mistake("told_to_nobody", "    targets: [lokaal, groen]\n", "", "acts.fluisteren.tells", at="    tells:"),
    Mistake(
        "cost_impossible",
        "cost: {budget: schorsing}",
        "cost: {budget: schorsing, amount: 2}",
        "acts.schorsen.cost.amount",
    ),
    Mistake(
        "act_without_effect",
        "    does: suspend\n    minutes: 3\n",
        "",
        "acts.schorsen",
        at="  schorsen:",
        severity="warning",
    ),
    Mistake(
        "talk_to_itself",
        "to: [lokaal, groen]\n    rounds: [r2]",
        "to: [wethouder]\n    rounds: [r2]",
        "promises.elke_week",
        at="  elke_week:",
    ),
    Mistake(
        "talk_nobody", "by: wethouder\n    to: [lokaal", "by: wethouder_2\n    to: [lokaal", "promises.elke_week.by"
    ),
)


def test_a_casus_without_a_council_is_found(tmp_path: Path) -> None:
    found = findings_after(tmp_path, ("  raad: {label: De raad", "  rad: {label: De raad"))
    assert ("organ_missing", "organs") in [(item.code, item.path) for item in found]
    assert ("unknown_decider", "decisions.brug.by", "rad") in [(item.code, item.path, item.meant) for item in found]


def test_an_agenda_that_nobody_can_fill_is_found(tmp_path: Path) -> None:
    found = findings_after(tmp_path, ("      agenda: {label", "      lijst: {label"))
    assert [(item.code, item.path) for item in found] == [
        ("budget_missing", "seats.griffier.budgets"),
        ("agenda_nobody", "decisions.voorzitter.required"),
        ("agenda_nobody", "decisions.bericht.required"),
        ("unknown_budget", "werkwijzen.purse.budget"),
        ("agenda_nobody", "werkwijzen.choice"),
    ]


def test_a_majority_that_cannot_be_reached_is_found(tmp_path: Path) -> None:
    found = findings_after(
        tmp_path,
        ("    label: Wethouder Kok", "    playable: false\n    label: Wethouder Kok"),
        ("    label: Wethouder Mol", "    weight: 9\n    label: Wethouder Mol"),
        (
            "      - {decision: onderzoek, supports: [grondig]}\n  wethouder_2",
            "      - {decision: onderzoek, supports: []}\n  wethouder_2",
        ),
        (
            "      - {decision: onderzoek, supports: [grondig]}\n  lokaal",
            "      - {decision: onderzoek, supports: []}\n  lokaal",
        ),
    )
    assert ("majority_impossible", "decisions.onderzoek.options") in [(item.code, item.path) for item in found]


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_in_who_does_what_is_found(mistake: Mistake, tmp_path: Path) -> None:
    expect(mistake, tmp_path)
