"""Keys and values of the wrong kind are found with what was probably meant, and one does not hide another."""

from __future__ import annotations

from pathlib import Path

import pytest

from .planting import Mistake, expect, findings_after

MISTAKES = (
    Mistake("unknown_key", "summary: De brug is oud.", "sumary: De brug is oud.", "sumary", "summary"),
    Mistake("unknown_key", "duration: 90", "duration: 90\n    kleur: rood", "editions.avond.kleur", at="    kleur"),
    Mistake("missing_key", "dilemma: Wie mag weten hoe slecht de brug is?\n", "", "dilemma", at="id: klein"),
    Mistake("missing_key", ", ring: 3, shifts: {rust: -6}", ", shifts: {rust: -6}", "consequences.onrust.ring"),
    Mistake("wrong_type", "weight: 5", "weight: vijf", "seats.lokaal.weight"),
    Mistake("wrong_type", "weight: 5", "weight: 5,0", "seats.lokaal.weight", "5.0"),
    Mistake("wrong_type", "playable: false", "playable: nee", "seats.wethouder_2.playable", "false"),
    Mistake(
        "wrong_type",
        "by: [burgemeester]\n    article: Gemeentewet 26",
        "by: burgemeester\n    article: Gemeentewet 26",
        "acts.schorsen.by",
        "[burgemeester]",
    ),
    Mistake("wrong_type", "title: Een scheur in de brug", "title: 2027", "injects.scheur.title", '"2027"'),
    Mistake(
        "wrong_type",
        "guide: [Vraag wie het rapport kent.]",
        "guide: [Let op: vraag wie het kent.]",
        "rounds[0].guide[0]",
        '"Let op: vraag wie het kent."',
    ),
    Mistake(
        "wrong_type", "seats:\n  burgemeester:", "seats: []\nzetels:\n  burgemeester:", "seats", also=("unknown_key",)
    ),
    Mistake(
        "value_missing",
        "title: Een scheur in de brug",
        "title:",
        "injects.scheur.title",
        at="title:\n    text: Een inwoner stuurt",
    ),
    Mistake(
        "wrong_length", "levels: [Ieder voor zich, Soms samen,", "levels: [Soms samen,", "rubric.samenwerking.levels"
    ),
    Mistake("unknown_value", "look: nieuws", "look: niews", "injects.krant.look", "nieuws"),
    Mistake("unknown_value", "phase: beeldvorming", "phase: beeldvormig", "rounds[0].phase", "beeldvorming"),
    Mistake(
        "unknown_value",
        "fires: {kind: start, round: r2}",
        "fires: {kind: begin, round: r2}",
        "injects.krant.fires.kind",
    ),
    Mistake(
        "unknown_value",
        "comes_out: {kind: by_hand",
        "comes_out: {kind: hand",
        "questions.wist_u.comes_out.kind",
        "by_hand",
    ),
    Mistake("missing_key", "fires: {kind: reserve}", "fires: {}", "injects.storm.fires.kind"),
    Mistake("wrong_type", "fires: {kind: reserve}", "fires: reserve", "injects.storm.fires"),
    Mistake("wrong_type", "goal_reached: {told: rapport}", "goal_reached: rapport", "seats.griffier.goal_reached"),
    Mistake(
        "unknown_key",
        "goal_reached: {told: rapport}",
        "goal_reached: {tod: rapport}",
        "seats.griffier.goal_reached.tod",
        "told",
    ),
    Mistake("missing_key", "  hue: 210\n", "", "burgemeester.hue", at="burgemeester:", file="rollen.yaml"),
    Mistake("unknown_key", "icon: hand", "icoon: hand", "vertrouwen.icoon", "icon", file="indicatoren.yaml"),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_wrong_key_or_value_is_found(mistake: Mistake, tmp_path: Path) -> None:
    expect(mistake, tmp_path)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    found = findings_after(
        tmp_path,
        ("look: nieuws", "look: niews"),
        ("essential: true\n    brief: Je leidt", "essential: ja\n    brief: Je leidt"),
        ("on_made: [rustig]", "on_made: [rustg]"),
        ("ring: 2, shifts: {rust: 4}", "rnig: 2, shifts: {rust: veel}"),
        ("fires: {kind: reserve}", "fires: {kind: reserv}"),
        ("when: {told: rapport, to: groen}", "when: {told: raport, to: groen}"),
    )
    assert {(item.code, item.path, item.meant) for item in found} == {
        ("unknown_value", "injects.krant.look", "nieuws"),
        ("wrong_type", "seats.burgemeester.essential", "true"),
        ("unknown_consequence", "promises.elke_week.on_made[0]", "rustig"),
        ("unknown_key", "consequences.rustig.rnig", "ring"),
        ("wrong_type", "consequences.rustig.shifts.rust", ""),
        ("unknown_value", "injects.storm.fires.kind", "reserve"),
        ("unknown_card", "seats.groen.stands[0].when.told", "rapport"),
    }
    assert [item.line for item in found] == sorted(item.line for item in found)


def test_the_small_casus_has_nothing_wrong(tmp_path: Path) -> None:
    assert findings_after(tmp_path) == ()
