"""Names of people: what somebody typed made presentable, and never two the same in one meeting."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

LONGEST_NAME = 40
UNNAMED = {"f": "Spelleider", "h": "Tafelhulp", "o": "Waarnemer", "s": "Projector"}
"""What somebody without a name is called, by the first letter of the id; anybody else is a Deelnemer."""


def clean_name(text: str, longest: int = LONGEST_NAME) -> str:
    """One line of at most `longest` visible signs, without control signs; empty when nothing is left."""
    visible = (" " if sign.isspace() else sign for sign in text[: 20 * longest] if _visible(sign))
    return " ".join(unicodedata.normalize("NFC", "".join(visible)).split())[:longest].strip()


def _visible(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign)[0] != "C"


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or the name with a number when somebody else is called that."""
    used = {other.casefold() for other in taken}
    if name.casefold() not in used:
        return name
    number = 2
    while f"{name} ({number})".casefold() in used:
        number += 1
    return f"{name} ({number})"


def suggested_name(taken: Collection[str]) -> str:
    """A name for who gave none: the first Deelnemer with a number that is free."""
    number = len(taken) + 1
    while f"Deelnemer {number}" in taken:
        number += 1
    return f"Deelnemer {number}"


def unnamed(participant: str) -> str:
    """What to call somebody whose name is not known, or was deleted."""
    return UNNAMED.get(participant[:1], "Deelnemer")
