"""What is wrong with a casus, said so that its writer can repair it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

from ..vocabulary.base import Word

Severity = Literal["error", "warning"]
Part = str
"""Which file: casus, gemeente, roles, indicators, or `werkwijze:` with the id of one."""


class Problem(Word):
    """One thing that is wrong (error) or suspicious (warning).

    path: where, inside its part, as `decisions.d_zitting.options.besloten.consequences[2]` (empty: the whole part).
    code: stable, for programs and tests. message: a Dutch sentence. meant: the likeliest intended word, or empty.
    """

    path: str
    code: str
    message: str
    severity: Severity = "error"
    meant: str = ""
    part: Part = "casus"


def error(path: str, code: str, message: str, meant: str = "", part: Part = "casus") -> Problem:
    """A problem that keeps the casus from being played."""
    return Problem(path=path, code=code, message=message, meant=meant, part=part)


def warning(path: str, code: str, message: str, meant: str = "", part: Part = "casus") -> Problem:
    """Something that can be played, but is probably not what the writer wants."""
    return Problem(path=path, code=code, message=message, severity="warning", meant=meant, part=part)


def likely(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one, or empty when none does."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def join(path: str, key: str) -> str:
    """The path of a key below a path."""
    return f"{path}.{key}" if path else key
