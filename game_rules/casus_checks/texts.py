"""Texts that are too long, empty or the same. The limits stand here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..vocabulary import casus as c
from .problem import Problem, error, join, warning
from .tree import structs

LIMITS: dict[type[Struct], dict[str, int]] = {
    c.Seat: {"brief": 120},
    c.Card: {"title": 12, "text": 60},
    c.Inject: {"title": 12, "text": 90},
    c.Option: {"text": 45, "pro": 30, "con": 30, "asked_by": 30},
    c.Consequence: {"title": 12, "text": 60, "headline": 12},
    c.Stock: {"title": 12, "text": 60},
    c.Silence: {"title": 12},
    c.Act: {"title": 12},
    c.Hearing: {"title": 12, "text": 60},
    c.Round: {"title": 12, "intro": 90},
    c.Casus: {"title": 12},
}
MAY_BE_EMPTY = {"brief", "headline"}
LONG_SENTENCE = 28
TITLED = ("injects", "cards", "acts", "consequences")


def check_texts(content: c.Content) -> Iterator[Problem]:
    """Texts over their limit in words, required texts that are empty, sentences that are hard to read."""
    for path, struct in structs(content.casus):
        for field, most in LIMITS.get(type(struct), {}).items():
            text = getattr(struct, field)
            where = join(path, field)
            count = len(text.split())
            if count > most:
                yield error(where, "text_too_long", f"Deze tekst heeft {count} woorden. Hoogstens {most} is te lezen.")
            if not count and field not in MAY_BE_EMPTY:
                yield error(where, "text_empty", "Hier hoort een tekst te staan.")
            if longest_sentence(text) > LONG_SENTENCE:
                message = f"Een zin van {longest_sentence(text)} woorden is moeilijk te lezen. Knip hem in tweeën."
                yield warning(where, "sentence_long", message)
    yield from _twice(content.casus)


def _twice(casus: c.Casus) -> Iterator[Problem]:
    """Two things with the same title look like one thing to a reader."""
    for section in TITLED:
        first: dict[str, str] = {}
        for name, thing in getattr(casus, section).items():
            other = first.setdefault(thing.title, name)
            if other != name:
                yield warning(f"{section}.{name}.title", "duplicate_label", f"`{other}` heeft dezelfde titel.")


def longest_sentence(text: str) -> int:
    """The number of words of the longest sentence."""
    for mark in "!?:;\n":
        text = text.replace(mark, ".")
    return max(len(sentence.split()) for sentence in text.split("."))
