"""What the templates of the screens can call besides the words: names for controls, and what belongs where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Environment

from game_rules.projections.bode import front_page
from game_rules.samenspel import TALK
from game_rules.vocabulary.views import Allowed

from ... import texts_nl
from ...charts import spark
from ...newspaper import newspaper_date
from ...reach_page import back_words, chain_of, kind_words, reach_of, when_words
from ...terms import Glossary
from .choosing import chain_length, silent

_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9_.]+")


def install(environment: Environment, glossary: Glossary) -> None:
    """Give the templates `words` (see `app.texts_nl`), the words that are explained, and the functions below."""
    environment.globals.update(
        words=texts_nl, spark=spark, uid=uid, bare=bare, about=about, picking=picking, only=only, by_order=by_order, by_round=by_round, without=without,
        front_page=front_page, chain_length=chain_length, silent=silent, newspaper_date=newspaper_date, spoken=TALK,
        glossary=glossary, explainer=glossary.explainer, reach_of=reach_of, chain_of=chain_of, kind_words=kind_words, when_words=when_words,
        back_words=back_words,
    )  # fmt: skip


def uid(allowed: Allowed) -> str:
    """A name for a control that stays the same while it is on screen, so that what is typed in it stays too."""
    parts = (allowed.command, allowed.about, *(str(value) for value in allowed.fixed.values()))
    return "-".join(_NOT_IN_AN_ID.sub(".", part) for part in parts if part)


def bare(allowed: Allowed) -> bool:
    """Whether there is nothing to fill in: one tap is enough."""
    return not (allowed.choices or allowed.texts or allowed.numbers or allowed.votes)


def about(allowed: Iterable[Allowed], field: str, value: str) -> list[Allowed]:
    """Those in which this field is fixed to this value."""
    return [one for one in allowed if one.fixed.get(field) == value]


def picking(allowed: Iterable[Allowed], field: str) -> Allowed | None:
    """The first that lets one choose this field."""
    return next((one for one in allowed if field in one.choices), None)


def only(allowed: Iterable[Allowed], *commands: str) -> list[Allowed]:
    """Those of these commands."""
    return [one for one in allowed if one.command in commands]


def by_order(items: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """A collection of a View in its own order."""
    return sorted(items.items(), key=lambda pair: pair[1].order)


AFTER_THE_ROUNDS = 99
"""Stands for a round number in `by_round`, for what happened one year later."""


def by_round(consequences: Mapping[str, Any]) -> list[tuple[int, list[tuple[str, Any]]]]:
    """Consequences per round number, the last round first; in a round what reaches furthest and moves most first."""
    rounds: dict[int, list[tuple[str, Any]]] = {}
    for key, one in consequences.items():
        rounds.setdefault(AFTER_THE_ROUNDS if one.epilogue else one.number, []).append((key, one))
    return [(number, sorted(rounds[number], key=_by_size)) for number in sorted(rounds, reverse=True)]


def _by_size(pair: tuple[str, Any]) -> tuple[int, int, int]:
    one = pair[1]
    return (-one.ring, -sum(abs(shift) for shift in one.shifts.values()), one.order)


def without(items: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A collection without one of its items."""
    return {name: item for name, item in items.items() if name != key}
