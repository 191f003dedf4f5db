"""The words of law and trade that are explained on the spot: cases/begrippen.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect as types

from game_rules.casus_check import LONG_SENTENCE, Problem, error, join, longest_sentence, warning
from game_rules.vocabulary.base import Word

from .fields import check_fields
from .finding import Finding
from .source import read_source

FILE = "begrippen.yaml"
MOST_WORDS = 45
_ID = re.compile(r"[a-z][a-z0-9_]*")


class Term(Word):
    """A word with its explanation. `forms`: how else it stands in a text, apart from `word` itself."""

    word: str
    text: str
    forms: tuple[str, ...] = ()
    article: str = ""


TERMS: Any = dict[str, Term]


@dataclass(frozen=True)
class TermsReading:
    """The words by id (none when the file cannot be used), and what is wrong with the file."""

    terms: dict[str, Term]
    findings: tuple[Finding, ...]


def read_terms(root: Path, shown: str = "") -> TermsReading:
    """The words in the folder with the content; a folder without the file has none. Nothing is raised.

    shown: the name of the file in findings.
    """
    path = root / FILE
    if not path.exists():
        return TermsReading({}, ())
    source = read_source(path, shown or str(path))
    problems = list(check_fields(source.data, types.type_info(TERMS))) if source.data is not None else []
    terms: dict[str, Term] = {}
    if not problems and not source.findings:
        terms = msgspec.convert(source.data, TERMS)
        problems = list(check_terms(terms))
    for problem in problems:
        source.findings.append(
            Finding(
                file=source.file, line=source.line(problem.path), path=problem.path, code=problem.code,
                message=problem.message, severity=problem.severity, meant=problem.meant,
            )
        )  # fmt: skip
    return TermsReading(terms, tuple(sorted(source.findings, key=lambda item: item.line)))


def check_terms(terms: dict[str, Term]) -> Iterator[Problem]:
    """Words without a usable name, explanations that are empty or too long, and forms that stand with two words."""
    first: dict[str, str] = {}
    for id_, term in terms.items():
        if not _ID.fullmatch(id_):
            yield error(id_, "term_id", "Een naam bestaat uit kleine letters, cijfers en `_`.")
        yield from _text(id_, term)
        for form in (term.word, *term.forms):
            other = first.setdefault(form.casefold(), id_)
            if other != id_:
                yield error(f"{id_}.forms", "term_twice", f"`{form}` staat ook bij `{other}`. Kies één plek.")


def _text(id_: str, term: Term) -> Iterator[Problem]:
    where, count = join(id_, "text"), len(term.text.split())
    if not count or not term.word.strip() or not all(form.strip() for form in term.forms):
        yield error(where, "text_empty", "Hier hoort een tekst te staan.")
    if count > MOST_WORDS:
        yield error(where, "text_too_long", f"Deze tekst heeft {count} woorden. Hoogstens {MOST_WORDS} is te lezen.")
    if longest_sentence(term.text) > LONG_SENTENCE:
        message = f"Een zin van {longest_sentence(term.text)} woorden is moeilijk te lezen. Knip hem in tweeën."
        yield warning(where, "sentence_long", message)
