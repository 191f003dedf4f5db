"""Ids and numbers that no game could use, whatever they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..vocabulary import casus as c
from ..vocabulary.conditions import Condition
from .problem import Part, Problem, error, join, warning
from .tree import structs

ID = re.compile(r"[a-z][a-z0-9_]*\Z")
SECTIONS = (
    "organs",
    "seats",
    "editions",
    "injects",
    "cards",
    "decisions",
    "acts",
    "consequences",
    "rubric",
    "stock",
    "questions",
    "promises",
    "hearings",
)
COUNCILS = (
    (3_000, 9),
    (6_000, 11),
    (10_000, 13),
    (15_000, 15),
    (20_000, 17),
    (25_000, 19),
    (30_000, 21),
    (35_000, 23),
    (40_000, 25),
    (45_000, 27),
    (50_000, 29),
    (60_000, 31),
    (70_000, 33),
    (80_000, 35),
    (100_000, 37),
    (200_000, 39),
)
LARGEST_COUNCIL = 45


def check_values(content: c.Content) -> Iterator[Problem]:
    """Ids in the wrong letters; chances, delays and minutes that are out of bounds; a council of an unlawful size."""
    yield from _ids(content)
    for path, struct in structs(content.casus):
        if not isinstance(struct, Condition):
            yield from _numbers(path, struct)
    yield from _council(content.gemeente)


def _ids(content: c.Content) -> Iterator[Problem]:
    casus = content.casus
    named: list[tuple[str, str, Part]] = [("id", casus.id, "casus")]
    named += [(f"{section}.{name}", name, "casus") for section in SECTIONS for name in getattr(casus, section)]
    named += [(f"rounds[{index}].id", round_.id, "casus") for index, round_ in enumerate(casus.rounds)]
    for key, decision in casus.decisions.items():
        named += [(f"decisions.{key}.options.{name}", name, "casus") for name in decision.options]
    named += [(name, name, "roles") for name in content.roles]
    named += [(name, name, "indicators") for name in content.indicators]
    for path, name, part in named:
        if not ID.match(name):
            meant = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_0123456789")
            message = f"`{name}` is geen goede naam. Gebruik kleine letters, cijfers en `_`, en begin met een letter."
            yield error(path, "bad_id", message, meant, part)


def _numbers(path: str, struct: object) -> Iterator[Problem]:
    match struct:
        case c.Consequence(delay=delay, chance=chance):
            if delay < 0:
                yield error(
                    join(path, "delay"), "delay_negative", "Een gevolg komt niet vóór zijn oorzaak: 0 of meer rondes."
                )
            yield from _chance(path, chance)
        case c.ByChance(chance=chance) | c.ComesOutByChance(chance=chance):
            yield from _chance(path, chance)
        case c.Minutes(read=read, talk=talk, act=act, consequences=consequences):
            if min(read, talk, act, consequences) < 0:
                yield error(path, "minutes_negative", "Een stap duurt 0 of meer minuten.")
        case c.Round(meal=meal) if meal < 0:
            yield error(join(path, "meal"), "minutes_negative", "Een maaltijd duurt 0 of meer minuten.")


def _chance(path: str, chance: float) -> Iterator[Problem]:
    if not 0 < chance <= 1:
        message = "Een kans is een getal boven 0 en hoogstens 1. Een kans van 30 procent schrijf je als 0.3."
        meant = f"{chance / 100:g}" if 1 < chance <= 100 else ""
        yield error(join(path, "chance"), "chance_impossible", message, meant)


def _council(gemeente: c.Gemeente) -> Iterator[Problem]:
    """Gemeentewet 8: the size of the council follows from the number of inhabitants."""
    lawful = next((seats for most, seats in COUNCILS if gemeente.inhabitants <= most), LARGEST_COUNCIL)
    if gemeente.council_seats != lawful:
        message = f"Bij {gemeente.inhabitants} inwoners horen {lawful} raadszetels (Gemeentewet 8)."
        yield warning("council_seats", "council_size", message, str(lawful), "gemeente")
