"""Cards, rounds, editions, texts and numbers: everything reaches its reader, fits, and is in bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from .planting import Mistake, expect, findings_after

LONG = " ".join(["woord"] * 13)
MANY = ". ".join(["Dit zijn vier woorden"] * 23)

MISTAKES = (
    Mistake("card_nobody", "seat: groen\n    harms", "seat: wethouder_2\n    harms", "cards.foto.seat"),
    Mistake(
        "card_without_round",
        "    round: r1\n    dealt: round\n",
        "    dealt: round\n",
        "cards.belofte",
        at="  belofte:",
    ),
    Mistake(
        "card_round_unused",
        "round: r1\n    dealt: round",
        "round: r1\n    dealt: brief",
        "cards.belofte.round",
        "dealt: round",
    ),
    Mistake("card_dealt_twice", "dealt: later", "dealt: brief", "cards.foto.dealt", "later", severity="warning"),
    Mistake(
        "card_without_effect",
        "    told:\n      - {consequences: [belofte_bekend]}\n",
        "",
        "cards.belofte",
        at="  belofte:",
        severity="warning",
        also=("consequence_never_started",),
    ),
    Mistake(
        "cards_too_many",
        "  foto:\n    title",
        "  briefje: {title: Een briefje, text: Van Bart., seat: lokaal, harms: jou, expires: nooit, dealt: round,\n"
        "    round: r1, told: [{consequences: [onrust]}]}\n  foto:\n    title",
        "seats.lokaal",
        at="  lokaal:",
    ),
    Mistake("edition_missing", "  avond:\n", "  nacht:\n", "editions", at="editions:"),
    Mistake("edition_too_long", "duration: 90", "duration: 10", "editions.avond.duration"),
    Mistake(
        "edition_empty",
        "skip: [r1]",
        "skip: [r1, r2]",
        "editions.avond.skip",
        also=("outcome_missing", "minutes_unused"),
    ),
    Mistake(
        "duplicate_id",
        "    rubric: true\n",
        "    rubric: true\n  - {id: r2, title: Nog eens, phase: besluitvorming, moment: Later, intro: Nog een keer.}\n",
        "rounds[2].id",
        at="  - {id: r2",
    ),
    Mistake(
        "phase_backwards",
        "    rubric: true\n",
        "    rubric: true\n"
        "  - {id: r3, title: Nog eens, phase: oordeelsvorming, moment: Later, intro: Nog een keer.}\n",
        "rounds[2].phase",
        at="  - {id: r3",
        severity="warning",
        also=("task_missing",),
    ),
    Mistake("outcome_undecided", "      decided: {onderzoek: grondig}\n", "", "rounds[0].outcome", at="    outcome:"),
    Mistake(
        "outcome_other_round",
        "decided: {onderzoek: grondig}",
        "decided: {onderzoek: grondig, brug: open}",
        "rounds[0].outcome.decided.brug",
    ),
    Mistake("outcome_unused", "    skip: [r1]\n", "", "rounds[0].outcome", at="    outcome:", severity="warning"),
    Mistake(
        "minutes_unused", "minutes: {r2: {read", "minutes: {r1: {read", "editions.avond.minutes.r1", severity="warning"
    ),
    Mistake("minute_after_round", "round: r1, minute: 4", "round: r1, minute: 40", "injects.scheur.fires.minute"),
    Mistake(
        "minute_after_round",
        "round: r2, minute: 5",
        "round: r2, minute: 15",
        "injects.vrachtwagen.fires.minute",
        severity="warning",
    ),
    Mistake("minute_impossible", "round: r1, minute: 4", "round: r1, minute: -1", "injects.scheur.fires.minute"),
    Mistake("indicator_out_of_bounds", "{vertrouwen: 50, rust", "{vertrouwen: 150, rust", "indicators.vertrouwen"),
    Mistake(
        "indicator_one_way",
        "shifts: {vertrouwen: 8}",
        "shifts: {rust: 8}",
        "indicators.vertrouwen",
        at="indicators:",
        severity="warning",
    ),
    Mistake(
        "shift_zero",
        "shifts: {vertrouwen: 8}",
        "shifts: {vertrouwen: 8, rust: 0}",
        "consequences.raad_weet_het.shifts.rust",
        severity="warning",
    ),
    Mistake(
        "shift_large",
        "shifts: {vertrouwen: 8}",
        "shifts: {vertrouwen: 80}",
        "consequences.raad_weet_het.shifts.vertrouwen",
        severity="warning",
    ),
    Mistake(
        "text_too_long",
        "headline: Nieuwe brug kost miljoenen",
        f"headline: {LONG}",
        "consequences.nieuwe_brug.headline",
    ),
    Mistake("text_too_long", "intro: De raad moet nu kiezen.", f"intro: {MANY}.", "rounds[1].intro"),
    Mistake("text_empty", "text: Er komt storm. Het water staat hoog.", "text: ' '", "injects.storm.text"),
    Mistake(
        "sentence_long",
        "text: Er komt storm. Het water staat hoog.",
        f"text: {LONG} {LONG} {LONG}.",
        "injects.storm.text",
        severity="warning",
    ),
    Mistake(
        "duplicate_label",
        "title: Er komt storm",
        "title: Er komt bezoek",
        "injects.storm.title",
        at="title: Er komt bezoek\n    text: Er komt storm",
        severity="warning",
    ),
    Mistake("bad_id", "  klacht: {", "  Een klacht: {", "stock.Een klacht", "een_klacht"),
    Mistake(
        "chance_impossible",
        "fires: {kind: chance, round: r2, minute: 5, chance: 0.5}",
        "fires: {kind: chance, round: r2, minute: 5, chance: 50}",
        "injects.vrachtwagen.fires.chance",
        "0.5",
    ),
    Mistake("delay_negative", "ring: 5, delay: 1", "ring: 5, delay: -1", "consequences.nieuwe_brug.delay"),
    Mistake("minutes_negative", "meal: 20", "meal: -20", "rounds[0].meal"),
    Mistake(
        "council_size",
        "inhabitants: 2800",
        "inhabitants: 9000",
        "council_seats",
        "13",
        at="council_seats: 9",
        file="gemeenten/kreekdam.yaml",
        severity="warning",
    ),
    Mistake("file_name", "id: klein", "id: kleyn", "id", "klein"),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_in_the_material_is_found(mistake: Mistake, tmp_path: Path) -> None:
    expect(mistake, tmp_path)


def test_an_indicator_that_nothing_moves_is_found(tmp_path: Path) -> None:
    shifts = ("{vertrouwen: 8}", "{vertrouwen: -10}", "{vertrouwen: -3}", "{vertrouwen: -12, rust: -8}")
    found = findings_after(tmp_path, *((f"shifts: {shift}", "shifts: {rust: 1}") for shift in shifts))
    assert [(item.code, item.path, item.line) for item in found] == [
        ("indicator_untouched", "indicators.vertrouwen", 10)
    ]
