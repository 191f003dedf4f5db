"""A mistake in the file of a werkwijze, or in what a casus says of it, is told with the file, the line and what was meant."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.casus_reading import Finding, check_werkwijze_file, read_content, werkwijze_files
from app.cli import main
from app.library import CaseLibrary
from game_rules import casus_play
from game_rules.casus_play import check_pair_play
from tests.small import small_content

from .planting import CASUS, changed, line_of

TALK = "werkwijzen/dorpsgesprek.yaml"
STALL = "werkwijzen/weekmarkt.yaml"


@dataclass(frozen=True)
class Mistake:
    """`old` in the file becomes `new`; then there is a finding with this code and path, in this file and on this line."""

    code: str
    old: str
    new: str
    path: str
    file: str = TALK
    told_in: str = ""
    at: str = ""
    meant: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.code}-{self.path}"


def everything(root: Path) -> tuple[Finding, ...]:
    """What `check-cases` finds, apart from playing."""
    alone = (found for file in werkwijze_files(root) for found in check_werkwijze_file(file, root))
    return (*alone, *read_content(root / CASUS, root, pairs=True).findings)


ITSELF = (
    Mistake("unknown_key", "short: Eerst", "kort: Eerst", "kort", at="kort: Eerst", meant="short"),
    Mistake("wrong_type", "price: {rounds: 1, money: 2,", "price: {rounds: een, money: 2,", "price.rounds"),
    Mistake("unknown_value", "sure: schatting", "sure: gok", "evidence[0].sure"),
    Mistake("file_name", "id: dorpsgesprek\n", "id: dorpspraat\n", "id", meant="dorpsgesprek"),
    Mistake("werkwijze_prefix", "    dorpsgesprek_lamp: {", "    lamp: {", "parts.consequences.lamp", meant="dorpsgesprek_lamp"),
    Mistake("unknown_milestone", "after: [uitnodigen]", "after: [uitnodigin]", "milestones.loten.after[0]", meant="uitnodigen"),
    Mistake("unknown_milestone", "milestones: [loten]", "milestones: [lotten]", "gates[0].milestones[0]", meant="loten"),
    Mistake(
        "unknown_milestone", "{reached: dorpsgesprek.advies}", "{reached: dorpsgesprek.adviezen}", "merits.geantwoord.when.reached",
        meant="dorpsgesprek.advies",
    ),
    Mistake(
        "milestone_circle", "asks: Wie krijgt er een brief?", "asks: Wie krijgt er een brief?\n    after: [advies]",
        "milestones.uitnodigen.after", at="after: [advies]",
    ),
    Mistake("milestone_two_ways", "done: {decided: \"@about\"}", "done: {decided: \"@about\"}\n    asks: Wat?", "milestones.besloten.asks", at="asks: Wat?"),
    Mistake("lot_impossible", "number: 2", "number: 4", "milestones.loten.lot.number"),
    Mistake("unknown_drawn", "drawn: [bakker]", "drawn: [baker]", "milestones.advies.recommendations.bord.drawn[0]", meant="bakker"),
    Mistake("werkwijze_enough", "enough: 2", "enough: 4", "enough"),
    Mistake("werkwijze_enough", "enough: 2", "enough: 0", "enough"),
    Mistake("effect_range", "vertrouwen: {well: 2, badly: -1}", "vertrouwen: {well: 3, badly: -1}", "effects.vertrouwen"),
    Mistake("unknown_indicator", "rust: {well: -1}", "rusten: {well: -1}", "effects.rusten", meant="rust"),
    Mistake("price_negative", "money: 2, capacity: 1", "money: -2, capacity: 1", "price.money"),
    Mistake("evidence_without_source", "source: DNa Lab", "source: ' '", "evidence[0].source"),
    Mistake("place_unexplained", "  stopt: wie ermee kan stoppen\n", "", "stop[0]", at='stop: ["@stopt"]', meant="start"),
    Mistake("text_empty", "decider: De raad.", "decider: ' '", "decider"),
)  # fmt: skip

TOGETHER = (
    Mistake("werkwijze_place_unknown", "    griffier: griffier\n", "", "milestones.uitnodigen.by[0]", file=CASUS, told_in=TALK, at='by: ["@griffier"]'),
    Mistake("werkwijze_place_shape", 'round: "@end"\n    done', 'round: "@raadsleden"\n    done', "milestones.besloten.round"),
    Mistake("unknown_seat", "griffier: griffier\n    raadsleden", "griffier: grifier\n    raadsleden", "milestones.uitnodigen.by[0]", file=CASUS, told_in=TALK, at='by: ["@griffier"]', meant="griffier"),
    Mistake("unknown_round", "    start: r2\n", "    start: r9\n", "milestones.uitnodigen.round", file=CASUS, told_in=TALK, at='round: "@start"', meant=""),
    Mistake("unknown_decision", "about: [brug]", "about: [burg]", "gates[0].decisions[0]", file=CASUS, told_in=TALK, at='- decisions: ["@about"]', meant="brug"),
    Mistake("unknown_consequence", "on_taken: [dorpsgesprek_lamp]", "on_taken: [dorpsgesprek_lam]", "milestones.advies.recommendations.licht.on_taken[0]", meant="dorpsgesprek_lamp"),
    Mistake("werkwijze_too_dear", "money: 2, capacity: 1", "money: 3, capacity: 1", "price.money"),
    Mistake("werkwijze_too_dear", "money: 2, capacity: 1", "money: 2, capacity: 3", "price.capacity"),
    Mistake("werkwijze_too_long", "rounds: 1", "rounds: 2", "price.rounds"),
    Mistake("milestone_skipped", "    start: r2\n", "    start: r1\n", "milestones.uitnodigen.round", file=CASUS, told_in=TALK, at='round: "@start"'),
    Mistake("milestone_before", "round: \"@end\"\n    done", "round: r1\n    after: [loten]\n    done", "milestones.besloten.round", at="round: r1"),
    Mistake("milestone_after_end", 'ends: "@end"\nenough: 2', "ends: r1\nenough: 2", "milestones.uitnodigen.round", at='round: "@start"'),
    Mistake("gate_never_opens", 'decisions: ["@about"]', "decisions: [onderzoek]", "gates[0]", at="- decisions: [onderzoek]"),
    Mistake("merit_never", "{told: rapport, to: \"@raadsleden\"}", "{acted: meestemmen}", "merits.verteld.when"),
    Mistake("werkwijze_clash", "    weekmarkt:\n      text: De fracties", "    weekmarkt:\n      parts: {consequences: {onrust: {title: T, text: T, ring: 1}}}\n      text: De fracties", "werkwijzen.allowed.weekmarkt.parts.consequences.onrust", file=CASUS, at="parts: {consequences"),
    Mistake("text_too_long", "text: Het dak van de tent lekt. Niemand gaat weg.", "text: " + "Het dak lekt. " * 40, "parts.injects.dorpsgesprek_regen.text"),
    Mistake("consequence_never_started", "on_taken: [dorpsgesprek_bord], ", "", "parts.consequences.dorpsgesprek_bord", at="dorpsgesprek_bord: {"),
    Mistake("stand_missing", "      - {decision: dorpsgesprek_tent, supports: [tent]}", "      - {decision: brug, supports: [open]}", "parts.stands", at="  stands:"),
)  # fmt: skip

OF_THE_CASUS = (
    Mistake("werkwijze_allowed_and_forbidden", "stemdoos: {article", "weekmarkt: {article", "werkwijzen.forbidden.weekmarkt"),
    Mistake("text_empty", "article: Gemeentewet 27, why", "article: '', why", "werkwijzen.forbidden.stemdoos"),
    Mistake("unknown_werkwijze", "    stemdoos: {article", "    stemdos: {article", "werkwijzen.forbidden.stemdos", meant="stemdoos"),
    Mistake("unknown_seat", "seat: griffier, budget: agenda}", "seat: grifier, budget: agenda}", "werkwijzen.purse.seat", meant="griffier"),
    Mistake("unknown_budget", "seat: griffier, budget: agenda}", "seat: griffier, budget: agnda}", "werkwijzen.purse.budget", meant="agenda"),
    Mistake("unknown_round", "    round: r1\n    article: Gemeentewet 16\n", "    round: r7\n    article: Gemeentewet 16\n", "werkwijzen.choice.round", at="    round: r7"),
    Mistake("unknown_option", "lokaal: [zoals_altijd, dorpsgesprek]", "lokaal: [zoals_altijd, dorpspraat]", "werkwijzen.choice.stands.lokaal[1]", meant="dorpsgesprek"),
    Mistake("choice_never", "  most: 1\n", "  most: 0\n", "werkwijzen.most"),
)  # fmt: skip


@pytest.mark.parametrize("mistake", ITSELF, ids=str)
def test_a_mistake_in_a_werkwijze_is_found_where_it_was_made(mistake: Mistake, tmp_path: Path) -> None:
    expect(mistake, tmp_path)


@pytest.mark.parametrize("mistake", TOGETHER, ids=str)
def test_a_werkwijze_that_does_not_fit_the_casus_is_found(mistake: Mistake, tmp_path: Path) -> None:
    expect(mistake, tmp_path)


@pytest.mark.parametrize("mistake", OF_THE_CASUS, ids=str)
def test_a_mistake_in_what_the_casus_says_of_werkwijzen_is_found(mistake: Mistake, tmp_path: Path) -> None:
    expect(Mistake(**{**mistake.__dict__, "file": CASUS}), tmp_path)


def expect(mistake: Mistake, folder: Path) -> None:
    """Plant the mistake and look for its finding."""
    text = changed(folder, (mistake.old, mistake.new), file=mistake.file)
    (folder / mistake.file).write_text(text, encoding="utf-8")
    found = everything(folder)
    said = "\n".join(map(str, found))
    here = [one for one in found if (one.code, one.path) == (mistake.code, mistake.path)]
    assert here, said
    told_in = folder / (mistake.told_in or mistake.file)
    told = told_in.read_text(encoding="utf-8")
    assert (here[0].file, here[0].severity, here[0].meant) == (str(told_in), mistake.severity, mistake.meant), said
    assert here[0].line == line_of(told, mistake.at or mistake.new), said


def test_a_choice_after_the_first_milestone_is_too_late(tmp_path: Path) -> None:
    changes = (
        ("    start: r2\n", "    start: r1\n"),
        ("    round: r1\n    article: Gemeentewet 16\n", "    round: r2\n    article: Gemeentewet 16\n"),
    )
    (tmp_path / CASUS).write_text(changed(tmp_path, *changes), encoding="utf-8")
    assert "choice_too_late" in {one.code for one in everything(tmp_path)}


def test_a_werkwijze_that_cannot_be_used_is_left_out_and_the_casus_is_still_played(tmp_path: Path) -> None:
    text = changed(tmp_path, ("enough: 2", "enuf: 2"), file=TALK)
    (tmp_path / TALK).write_text(text, encoding="utf-8")
    content = CaseLibrary(tmp_path).content("klein")
    assert list(content.werkwijzen) == ["weekmarkt"]
    assert set(content.casus.decisions["werkwijze"].options) == {"weekmarkt", "zoals_altijd"}
    broken = next(one for one in read_content(tmp_path / CASUS, tmp_path).findings if one.code == "werkwijze_broken")
    assert broken.path == "werkwijzen.allowed.dorpsgesprek"
    assert f"{TALK}:" in broken.message


def test_an_edited_werkwijze_is_read_again(tmp_path: Path) -> None:
    changed(tmp_path)
    library = CaseLibrary(tmp_path)
    first = library.content("klein")
    assert library.content("klein") is first
    file = tmp_path / STALL
    file.write_text(
        file.read_text(encoding="utf-8").replace("label: Kraam op de weekmarkt", "label: Marktkraam"), encoding="utf-8"
    )
    assert library.content("klein").werkwijzen["weekmarkt"].label == "Marktkraam"


def test_check_cases_tells_of_werkwijzen_and_of_each_pair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = changed(tmp_path, ("money: 2, capacity: 1", "money: 3, capacity: 1"), file=TALK)
    (tmp_path / TALK).write_text(text, encoding="utf-8")
    assert main(["check-cases", "--quick", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert f"{tmp_path / STALL}: geen fouten." in said
    assert "In de casus `klein`: Dit kost 3 fiches en de casus `klein` heeft er 2." in said


# --- played without people -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["dorpsgesprek", "weekmarkt"])
def test_a_pair_plays_to_its_end(id_: str) -> None:
    assert check_pair_play(small_content(), id_) == ()


def test_a_pair_that_breaks_or_never_gets_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = casus_play.simulate_game

    def failing(*_: object, **__: object) -> None:
        raise KeyError("dorpsgesprek")

    monkeypatch.setattr(casus_play, "simulate_game", failing)
    found = check_pair_play(small_content(), "dorpsgesprek")
    assert {one.code for one in found} == {"game_failed", "milestone_never_reached"}
    monkeypatch.setattr(casus_play, "simulate_game", real)
