"""A result in rows, the werkwijzen beside each other: the same for the command line, the page and the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from game_rules.simulate import LATER, Fan, Kind, Never, Summary, Weight

from .games import KINDS, RunSet
from .words import KIND_NAMES, WHY

LATER_NAME = "Eén jaar later"


@dataclass(frozen=True, slots=True)
class Cell:
    """In how many of how many runs."""

    count: int
    of: int

    @property
    def share(self) -> float:
        """The part, 0-1."""
        return self.count / self.of if self.of else 0.0

    @property
    def percent(self) -> str:
        """The part in words: `0%` only when it is never, `100%` only when it is always."""
        if self.count in (0, self.of) or not self.of:
            return "100%" if self.count and self.count == self.of else "0%"
        rounded = round(100 * self.share)
        return "<1%" if rounded < 1 else ">99%" if rounded > 99 else f"{rounded}%"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, and how often it occurred with each werkwijze (None: it does not exist there)."""

    id: str
    label: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A decision: in how many runs it came up, its options, and when nothing was adopted."""

    id: str
    label: str
    asked: tuple[Cell | None, ...]
    options: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Ray:
    """The fan of one indicator with one werkwijze, per column."""

    werkwijze: str
    label: str
    fans: tuple[Fan, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """One indicator: its value at the start, and a ray for each werkwijze. columns: what each moment is called, short and long."""

    id: str
    label: str
    start: int
    columns: tuple[str, ...]
    names: tuple[str, ...]
    rays: tuple[Ray, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that was never reached. where: with which werkwijzen (empty: with none of them was it reached)."""

    id: str
    label: str
    why: str
    where: tuple[str, ...]


class Counted(Protocol):
    """Sets of runs that can be shown beside each other. labels: per kind what an id is called."""

    @property
    def sets(self) -> tuple[RunSet, ...]:
        """The sets."""

    @property
    def labels(self) -> dict[str, dict[str, str]]:
        """The words."""


class Shown:
    """The rows of a result. Only werkwijzen with at least one run have a place in the rows: `sets`."""

    def __init__(self, result: Counted) -> None:
        self.result = result
        self.sets: tuple[RunSet, ...] = tuple(one for one in result.sets if one.summary)
        self.summaries: tuple[Summary, ...] = tuple(one.summary for one in result.sets if one.summary)

    def label(self, kind: str, id_: str) -> str:
        """What an id of this kind is called."""
        return self.result.labels.get(kind, {}).get(id_, id_)

    def boards(self) -> Iterator[Board]:
        """Per indicator its course with every werkwijze."""
        first = self.summaries[0] if self.summaries else None
        for indicator, fans in (first.fans if first else {}).items():
            rays = (
                Ray(one.werkwijze, one.label, tuple(summary.fans[indicator].values()))
                for one, summary in zip(self.sets, self.summaries, strict=True)
            )
            yield Board(
                id=indicator,
                label=self.label("indicators", indicator),
                start=first.start[indicator] if first else 0,
                columns=tuple(_column(at, column) for at, column in enumerate(fans)),
                names=tuple(LATER_NAME if one == LATER else self.label("rounds", one) for one in fans),
                rays=tuple(rays),
            )

    def questions(self) -> Iterator[Question]:
        """The decisions that came up in at least one run, in the order of the casus; those of werkwijzen last."""
        for id_ in dict.fromkeys(id_ for one in self.summaries for id_ in one.decisions):
            found = [one.decisions.get(id_) for one in self.summaries]
            asked = tuple(
                Cell(one.asked, summary.runs) if one else None
                for one, summary in zip(found, self.summaries, strict=True)
            )
            names = dict.fromkeys(option for one in found if one for option in one.options)
            rows = [
                Row(name, self.label("options", f"{id_}.{name}"), tuple(
                    Cell(one.options[name], one.asked) if one and name in one.options else None for one in found
                ))
                for name in names
            ]  # fmt: skip
            if any(one and one.nothing for one in found):
                nothing = tuple(Cell(one.nothing, one.asked) if one else None for one in found)
                rows.append(Row("", "Er werd niets besloten", nothing))
            yield Question(id_, self.label("decisions", id_), asked, tuple(rows))

    def kinds(self) -> Iterator[tuple[Kind, str, tuple[Row, ...]]]:
        """Everything else that can occur, per kind with its name, what occurred at all, most often first."""
        for kind in KINDS[1:]:
            rows = self._rows(kind)
            if rows:
                yield kind, KIND_NAMES[kind], rows

    def _rows(self, kind: Kind) -> tuple[Row, ...]:
        ids = dict.fromkeys(id_ for one in self.summaries for id_, count in one.occurred[kind].items() if count)
        rows = [
            Row(id_, self.label(kind, id_), tuple(self._cell(one, kind, id_) for one in self.summaries)) for id_ in ids
        ]
        return tuple(sorted(rows, key=lambda row: -sum(cell.share for cell in row.cells if cell)))

    def _cell(self, summary: Summary, kind: Kind, id_: str) -> Cell | None:
        if id_ not in summary.occurred[kind]:
            return None
        held = id_.partition(".")[0]
        of = summary.werkwijzen[held].held if kind in ("milestones", "merits") else summary.runs
        return Cell(summary.occurred[kind][id_], of)

    def fared(self) -> Iterator[tuple[Row, Row]]:
        """Per werkwijze that held at all: in how many runs, and in how many of those it was done well."""
        for id_ in dict.fromkeys(id_ for one in self.summaries for id_ in one.werkwijzen):
            found = [(one.werkwijzen.get(id_), one.runs) for one in self.summaries]
            name = self.label("werkwijzen", id_)
            yield (
                Row(id_, name, tuple(Cell(one.held, runs) if one else None for one, runs in found)),
                Row(id_, name, tuple(Cell(one.well, one.held) if one else None for one, _ in found)),
            )

    def weights(self) -> Iterator[tuple[str, tuple[Weight | None, ...]]]:
        """Per decision that matters somewhere how much, with each werkwijze; what explains most first."""
        by_set = [{one.id: one for one in summary.weights} for summary in self.summaries]
        ids = dict.fromkeys(one.id for summary in self.summaries for one in summary.weights)
        most = {id_: max(found[id_].together for found in by_set if id_ in found) for id_ in ids}
        for id_ in sorted(ids, key=lambda id_: -most[id_]):
            yield self.label("decisions", id_), tuple(found.get(id_) for found in by_set)

    def never(self) -> Iterator[tuple[str, tuple[Missing, ...]]]:
        """Per kind, with its name, what was never reached with at least one of the werkwijzen."""
        for kind in KINDS:
            found: dict[str, dict[str, Never]] = {}
            for one, summary in zip(self.sets, self.summaries, strict=True):
                for never in summary.never[kind]:
                    found.setdefault(never.id, {})[one.label] = never
            if found:
                yield KIND_NAMES[kind], tuple(self._missing(kind, id_, where) for id_, where in found.items())

    def _missing(self, kind: Kind, id_: str, where: dict[str, Never]) -> Missing:
        has = [
            one.label for one, summary in zip(self.sets, self.summaries, strict=True) if id_ in summary.occurred[kind]
        ]
        name = self.label(kind, id_)
        if kind == "options":
            name = f"{self.label('decisions', id_.partition('.')[0])} — {name}"
        whys = {WHY[never.why] for never in where.values()}
        why = whys.pop() if len(whys) == 1 else ""
        return Missing(id_, name, why, () if set(has) == set(where) else tuple(where))


def _column(at: int, column: str) -> str:
    return "1 jaar" if column == LATER else f"R{at + 1}"
