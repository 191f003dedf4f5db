"""A result as a table to take along: one line per figure."""

from __future__ import annotations

from collections.abc import Iterator

from game_rules.simulate import LATER, Summary

from .games import KINDS, Result
from .shown import Shown

COLUMNS = ("werkwijze", "soort", "id", "naam", "moment", "maat", "waarde", "van")
"""waarde, van: so many of so many runs; of an indicator its value, and of what is explained thousandths of 1000."""

Line = tuple[str, str, str, str, str, str, int, int | None]


def lines_of(result: Result) -> Iterator[Line]:
    """Every figure of every werkwijze."""
    shown = Shown(result)
    for one, summary in zip(shown.sets, shown.summaries, strict=True):
        yield (one.werkwijze, "spellen", "", one.label, "", "gespeeld", summary.runs, result.order.runs)
        yield from (
            (one.werkwijze, *line)
            for lines in (_fans, _decisions, _occurred, _weights)
            for line in lines(shown, summary)
        )


Rest = tuple[str, str, str, str, str, int, int | None]


def _fans(shown: Shown, summary: Summary) -> Iterator[Rest]:
    for id_, fans in summary.fans.items():
        for column, fan in fans.items():
            moment = "een_jaar_later" if column == LATER else column
            for name in fan.__struct_fields__:
                yield ("indicator", id_, shown.label("indicators", id_), moment, name, getattr(fan, name), None)


def _decisions(shown: Shown, summary: Summary) -> Iterator[Rest]:
    for id_, asked in summary.decisions.items():
        yield ("besluit", id_, shown.label("decisions", id_), "", "op tafel", asked.asked, summary.runs)
        yield ("besluit", id_, shown.label("decisions", id_), "", "niets besloten", asked.nothing, asked.asked)
        for option, count in asked.options.items():
            name = f"{id_}.{option}"
            yield ("keuze", name, shown.label("options", name), "", "gekozen", count, asked.asked)


def _occurred(shown: Shown, summary: Summary) -> Iterator[Rest]:
    for kind in KINDS[1:]:
        for id_, count in summary.occurred[kind].items():
            yield (kind, id_, shown.label(kind, id_), "", "kwam voor", count, summary.runs)


def _weights(shown: Shown, summary: Summary) -> Iterator[Rest]:
    for weight in summary.weights:
        label = shown.label("decisions", weight.id)
        yield ("verklaard", weight.id, label, "een_jaar_later", "samen", round(1000 * weight.together), 1000)
        for indicator, share in weight.per.items():
            yield ("verklaard", weight.id, label, "een_jaar_later", indicator, round(1000 * share), 1000)
