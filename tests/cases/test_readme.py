"""The page for casus writers tells the truth: its examples fit, its tables are complete, its limits are the limits."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from msgspec import inspect as types

from app.casus_reading.fields import check_fields
from app.casus_reading.source import read_source
from game_rules.casus_checks.conditions import HEADS
from game_rules.casus_checks.texts import LIMITS, LONG_SENTENCE
from game_rules.casus_checks.werkwijzen import check_werkwijze
from game_rules.vocabulary.casus import Casus, Indicator, Trigger, Werkwijze

README = Path(__file__).parents[2] / "cases/README.md"
TEXT = README.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.S)


def data(example: str, folder: Path) -> dict[str, object]:
    file = folder / "example.yaml"
    file.write_text(example, encoding="utf-8")
    source = read_source(file, "example")
    assert source.findings == []
    return dict(source.data)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: str(text.split(":")[0]))
def test_an_example_fits_the_model(example: str, tmp_path: Path) -> None:
    problems = check_fields(data(example, tmp_path), types.type_info(Casus))
    assert [p for p in problems if p.code != "missing_key" or "." in p.path] == []


def test_the_example_of_a_werkwijze_is_a_whole_one(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yml\n(.*?)```", TEXT, re.S)
    werkwijze = msgspec.convert(data(example, tmp_path), Werkwijze)
    trust = Indicator(label="Vertrouwen", question="?", icon="x", low="laag", high="hoog")
    assert check_werkwijze(werkwijze, {"vertrouwen": trust}) == ()


def test_every_section_of_a_casus_has_an_example(tmp_path: Path) -> None:
    shown = {key for example in EXAMPLES for key in data(example, tmp_path)}
    assert shown == set(Casus.__struct_encode_fields__)


def test_every_condition_is_in_the_table() -> None:
    rows = re.findall(r"^\| `\{(\w+): ", TEXT, re.M)
    assert set(rows) == {head.rstrip("_") for head in HEADS}


def test_every_kind_of_trigger_is_in_the_table() -> None:
    kinds = {str(kind.__struct_config__.tag) for kind in Trigger.__args__}
    assert kinds <= set(re.findall(r"^\| `(\w+)` \|", TEXT, re.M))


def test_the_limits_are_the_limits() -> None:
    table = TEXT[TEXT.index("## 15") : TEXT.index("## 16")]
    told = {
        (field, int(most))
        for fields, most in re.findall(r"^\| (.*) \| (\d+) \|", table, re.M)
        for field in re.findall(r"`(\w+)`", fields)
    }
    assert told == {(field, most) for limits in LIMITS.values() for field, most in limits.items()}
    assert f"meer dan {LONG_SENTENCE} woorden" in table
