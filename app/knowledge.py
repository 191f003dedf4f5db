"""What the lab page tells of a werkwijze that is not played yet: its places in words, where it fits, and in how many rounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec.structs import replace

from game_rules.vocabulary.casus import Casus, Content, Werkwijze

from .lab import Lab
from .library import LibraryError

SUBJECT = "het onderwerp"
CHIP = 25_000
"""Euros for one chip of money."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """One casus and this werkwijze. allowed: whether it can be played there; else the article that forbids it, and why."""

    casus: str
    title: str
    allowed: bool
    text: str
    article: str = ""


def in_words(werkwijze: Werkwijze) -> Werkwijze:
    """The werkwijze with its places explained and its subject filled in, as nobody plays it now."""
    words = {f"@{place}": text for place, text in werkwijze.places.items()}
    filled: Werkwijze = msgspec.convert(_filled(msgspec.to_builtins(werkwijze), words), Werkwijze)
    own = {id_: f"het besluit ‘{one.question}’" for id_, one in filled.parts.decisions.items()}
    gates = tuple(replace(gate, decisions=tuple(own.get(id_, id_) for id_ in gate.decisions)) for gate in filled.gates)
    return replace(filled, gates=gates)


def _filled(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return words.get(value, value).replace("{subject}", SUBJECT)
    if isinstance(value, list | tuple):
        return [_filled(one, words) for one in value]
    if isinstance(value, dict):
        return {key: _filled(one, words) for key, one in value.items()}
    return value


def all_werkwijzen(lab: Lab) -> tuple[Werkwijze, ...]:
    """Every werkwijze that can be read, in words, in the order of the alphabet."""
    found = (in_words(one) for one in lab.library.werkwijzen().values())
    return tuple(sorted(found, key=lambda one: one.label.casefold()))


def fittings(lab: Lab, werkwijze: str) -> tuple[Fitting, ...]:
    """The casussen that say something about this werkwijze: those that allow it first."""
    found = [fitting for content in _contents(lab) for fitting in _fitting(content.casus, werkwijze)]
    return tuple(sorted(found, key=lambda one: (not one.allowed, one.title)))


def indicator_labels(lab: Lab) -> dict[str, str]:
    """The indicators by their names, as the first casus that can be read leans on them; none when there is no casus."""
    content = next(_contents(lab), None)
    return {id_: one.label for id_, one in content.indicators.items()} if content else {}


def _contents(lab: Lab) -> Iterator[Content]:
    for name in lab.library.casussen():
        try:
            yield lab.library.content(name)
        except LibraryError:
            continue


def _fitting(casus: Casus, werkwijze: str) -> Iterator[Fitting]:
    if casus.werkwijzen is None:
        return
    fit, forbidden = casus.werkwijzen.allowed.get(werkwijze), casus.werkwijzen.forbidden.get(werkwijze)
    if fit:
        yield Fitting(casus.id, casus.title, True, fit.text.replace("{subject}", casus.werkwijzen.subject))
    elif forbidden:
        yield Fitting(casus.id, casus.title, False, forbidden.why, forbidden.article)
