"""The words that are explained: what is wrong with the file is told with its line, and what it says fits on a screen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.casus_reading.terms import FILE, MOST_WORDS, read_terms
from app.cli import main
from app.config import ROOT
from app.terms import Glossary
from tests.small import SMALL_CASES

CASES = ROOT / "cases"
ASKED = (
    "geheimhouding", "motie", "amendement", "hamerstuk", "quorum", "stemverklaring", "bindend advies", "bopa",
    "omgevingstafel", "adviesrecht", "formele vraag", "inlichtingenplicht", "schorsing", "fractie", "college", "griffier",
    "ordevoorstel", "toezegging", "aangifte", "bibob", "riec", "zienswijze", "bezwaar", "mandaat", "zorgplicht",
    "persoonlijk belang", "portefeuille",
)  # fmt: skip


def write(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def test_the_words_of_the_game_are_in_order_and_short() -> None:
    reading = read_terms(CASES)
    assert reading.findings == ()
    assert len(reading.terms) >= 30
    assert max(len(term.text.split()) for term in reading.terms.values()) <= MOST_WORDS


@pytest.mark.parametrize("word", ASKED)
def test_a_word_of_law_is_explained(word: str) -> None:
    glossary = Glossary(read_terms(CASES).terms)
    assert [part for part, id_ in glossary.pieces(f"Er is {word}, zegt men.") if id_] == [word]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("quorum:\n  word: quorum\n  tekst: Genoeg leden.\n", 3, "unknown_key"),
        ("quorum:\n  word: quorum\n", 1, "missing_key"),
        ("motie:\n  word: motie\n  text: Een uitspraak.\nnog_een:\n  word: uitspraak\n  forms: [Motie]\n  text: x\n", 6, "term_twice"),
        (f"motie:\n  word: motie\n  text: {'lang ' * 46}\n", 3, "text_too_long"),
        ("motie:\n  word: motie\n  text: ''\n", 3, "text_empty"),
        ("De Motie:\n  word: motie\n  text: Een uitspraak.\n", 1, "term_id"),
        ("motie:\n\tword: motie\n", 2, "yaml_broken"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, code: str) -> None:
    findings = read_terms(write(tmp_path, text)).findings
    assert (line, code) in [(item.line, item.code) for item in findings]


def test_a_broken_file_explains_nothing_and_stops_nothing(tmp_path: Path) -> None:
    assert read_terms(write(tmp_path, "motie: 3\n")).terms == {}
    assert read_terms(tmp_path / "nergens").terms == {}


def test_check_cases_looks_at_the_words_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SMALL_CASES, tmp_path, dirs_exist_ok=True)
    write(tmp_path, "motie:\n  word: motie\n  txt: Een uitspraak.\n")
    assert main(["check-cases", "--quick", str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith(f"{tmp_path / FILE}:")
