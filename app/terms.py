"""Explains words on the spot: finds them in a text and makes a button of the first one of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup, escape

from .casus_reading.terms import Term, read_terms

KEPT_TEXTS = 4000
JOINED = "\u2060"
"""A word joiner: a browser may break a line around a button, also before a comma or after a quotation mark."""
_LOOSE = re.compile(r"(?<=</button>)(?=[,.;:!?)’”'\"])|(?<=[(‘“])(?=<button )")
Piece = tuple[str, str]
"""A stretch of text, and the id of the word that it is ("" for plain text)."""


class Glossary:
    """The words that are explained. Made once; a text that was cut before is not cut again."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self.terms = dict(sorted(terms.items(), key=lambda pair: pair[1].word.casefold()))
        self._ids = {form.casefold(): id_ for id_, term in terms.items() for form in (term.word, *term.forms)}
        longest_first = sorted(self._ids, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
        self.pieces = lru_cache(KEPT_TEXTS)(self._pieces)

    def _pieces(self, text: str) -> tuple[Piece, ...]:
        """The text cut at the words that can be explained."""
        if not self._ids:
            return ((text, ""),)
        cut = self._pattern.split(text)
        return tuple((part, self._ids[part.casefold()] if odd % 2 else "") for odd, part in enumerate(cut) if part)

    def explainer(self) -> Callable[[str], Markup]:
        """For one item on screen: gives a text as HTML in which each word is a button the first time it comes."""
        seen: set[str] = set()

        def explained(text: str) -> Markup:
            shown = "".join(_shown(part, id_, seen) for part, id_ in self.pieces(text))
            return Markup(_LOOSE.sub(JOINED, shown))  # noqa: S704  escaped

        return explained

    def in_texts(self, texts: Iterable[str]) -> Iterator[tuple[str, Term]]:
        """The words in these texts, each once: for where a button cannot stand in the text itself."""
        found = dict.fromkeys(id_ for text in texts for _, id_ in self.pieces(text) if id_)
        return ((id_, self.terms[id_]) for id_ in found)


def _shown(part: str, id_: str, seen: set[str]) -> str:
    if not id_ or id_ in seen:
        return escape(part)
    seen.add(id_)
    return f'<button type="button" class="term" popovertarget="begrip-{id_}">{escape(part)}</button>'


def glossary_in(cases: Path) -> Glossary:
    """The glossary of a folder with content; one that is broken or missing explains nothing."""
    return Glossary(read_terms(cases).terms)
