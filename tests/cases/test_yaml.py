"""A file that is not good YAML is refused with the line and a sentence, whatever it holds; nothing crashes or hangs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casus_reading.source import MOST_BYTES, read_source

BROKEN = (
    ("yaml_broken", "a: 1\n\tb: 2\n", 2, "tab"),
    ("yaml_broken", "a: b: c\n", 1, "dubbele punt"),
    ("yaml_broken", "a: [1, 2\nb: 3\n", 2, "sluithaak"),
    ("yaml_broken", 'a: "open\n', 2, "aanhalingsteken"),
    ("yaml_broken", "a: 1\nb\nc: 2\n", 2, "dubbele punt"),
    ("yaml_broken", "a:\n    b: 1\n  c: 2\n", 3, "springt"),
    ("yaml_broken", "a: @b\n", 1, "aanhalingstekens"),
    ("yaml_broken", "a: %b\n", 1, "aanhalingstekens"),
    ("key_twice", "a: 1\nb: 2\na: 3\n", 3, "twee keer (ook op regel 1)"),
    ("yaml_alias", "a: &x 1\n", 1, "Verwijzingen"),
    ("yaml_alias", "a: 1\nb: *x\n", 2, "Verwijzingen"),
    ("yaml_tag", "a: !!python/object:os.system x\n", 1, "`!`"),
    ("yaml_documents", "a: 1\n---\nb: 2\n", 2, "één casus"),
    ("yaml_key", "? [a, b]\n: 1\n", 1, "één woord"),
    ("yaml_deep", "[" * 60 + "]" * 60, 1, "30 lagen"),
    ("yaml_deep", "[" * 40_000, 1, "30 lagen"),
    ("yaml_character", "a: 1\nb: \x00\n", 2, "onzichtbaar"),
)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "x.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(("code", "text", "line", "word"), BROKEN, ids=lambda value: str(value)[:20])
def test_broken_yaml_is_told_with_its_line(code: str, text: str, line: int, word: str, tmp_path: Path) -> None:
    found = read_source(written(tmp_path, text), "x.yaml").findings
    assert [(item.code, item.line) for item in found] == [(code, line)], found
    assert word in found[0].message


def test_every_line_with_a_tab_is_told(tmp_path: Path) -> None:
    found = read_source(written(tmp_path, "a: 1\n\tb: 2\nc: 3\n  \td: 4\n"), "x.yaml").findings
    assert [item.line for item in found] == [2, 4]


def test_aliases_that_would_explode_are_refused_one_by_one(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    found = read_source(written(tmp_path, bomb), "x.yaml").findings
    assert {item.code for item in found} == {"yaml_alias"}
    assert len(found) == 7


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    found = read_source(written(tmp_path, b"a: 1\nb: caf\xe9\n"), "x.yaml").findings
    assert [(item.code, item.line) for item in found] == [("file_not_utf8", 2)]


def test_a_file_over_one_megabyte_is_refused(tmp_path: Path) -> None:
    found = read_source(written(tmp_path, b"a: 1\n" + b"#" * MOST_BYTES), "x.yaml").findings
    assert [item.code for item in found] == ["file_too_large"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert [item.code for item in read_source(tmp_path / "none.yaml", "none.yaml").findings] == ["file_unreadable"]


def test_values_are_read_as_yaml_1_2_says(tmp_path: Path) -> None:
    text = "a: yes\nb: true\nc: 010\nd: 0o10\ne: 1.5\nf: ~\ng: 2027-01-01\nh: '1'\ni: 1e3\nj: 12:30\nk: .inf\n"
    values = {"a": "yes", "b": True, "c": 10, "d": 8, "e": 1.5, "f": None, "g": "2027-01-01", "h": "1", "i": 1000.0}
    assert read_source(written(tmp_path, text), "x.yaml").data == values | {"j": "12:30", "k": ".inf"}


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.text(alphabet="ab:- []{}\n\t'\"#&*!|>%@,?0.", max_size=60)))
def test_no_text_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    source = read_source(path, "any.yaml")
    assert all(item.line >= 1 and item.message for item in source.findings)
