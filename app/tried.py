"""What the page *Wat als?* draws: how far it is, or what came out beside what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt

from markupsafe import Markup

from game_rules.simulate import LATER, POLICIES, Fan, Kind

from .charts import fan_chart
from .simulation.desk import Asked
from .simulation.shown import Board, Cell, Row, Shown
from .simulation.tails import WHAT, TailResult, Trying

SHOWN: tuple[tuple[Kind, str], ...] = (
    ("headlines", "Hoe het een jaar later afliep"),
    ("consequences", "Gevolgen"),
    ("options", "Latere keuzes"),
    ("goals", "Doelen van zetels die gehaald werden"),
)
"""Per kind how its rows are called."""

MOST = 10
"""So many rows of a kind stand open."""


class Tried(Asked[TailResult]):
    """A what-if that somebody asked for."""

    def __init__(self, trying: Trying, asker: str, words: str) -> None:
        self.trying = trying
        self.words = words
        super().__init__(trying, asker)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing: whether it happened, and how often with either set. more: percentage points more often when otherwise."""

    label: str
    happened: bool
    same: Cell
    otherwise: Cell

    @property
    def more(self) -> int:
        """In percentage points, rounded."""
        return round(100 * (self.otherwise.share - self.same.share))


@dataclass(frozen=True, slots=True)
class Drawn:
    """The fan of one indicator in one set."""

    label: str
    picture: Markup


class TriedPage:
    """One what-if. ahead: how many wait before it; mine: whether who looks may stop it."""

    def __init__(self, tried: Tried, ahead: int, mine: bool) -> None:
        self.of = tried
        self.tail = tried.trying.tail
        self.ahead = ahead
        self.mine = mine
        self.what = WHAT
        self.shown = Shown(tried.result) if tried.result else None

    @property
    def percent(self) -> int:
        """How far it is."""
        return 100 * self.of.done // self.of.runs.games

    @property
    def runs(self) -> int:
        """How often both were played, at least."""
        return min((one.runs for one in self.shown.summaries), default=0) if self.whole and self.shown else 0

    @property
    def whole(self) -> bool:
        """Whether there is at least one run of either."""
        return self.shown is not None and len(self.shown.sets) == 2

    @property
    def policy(self) -> str:
        """How the computer played."""
        return POLICIES[self.tail.policy].label

    def fans(self, board: Board) -> Iterator[Drawn]:
        """Both pictures of an indicator on one scale, with what happened in each."""
        line = self._happened(board.id)
        for place, ray in enumerate(board.rays):
            yield Drawn(
                ray.label,
                fan_chart(
                    board.start, [_quarters(fan) for fan in ray.fans], board.columns, place=place, happened=line,
                    chart=f"waaier-{board.id}-{place}", title=f"{board.label}, {ray.label}",
                ),
            )  # fmt: skip

    def _happened(self, indicator: str) -> tuple[int | None, ...]:
        if self.of.result is None or self.shown is None:
            return ()
        found = self.of.result.happened
        columns = self.shown.summaries[0].fans[indicator]
        return tuple((found.final if one == LATER else found.rounds.get(one, {})).get(indicator) for one in columns)

    def ends(self, board: Board) -> tuple[int, int, int | None]:
        """The middle of the last values of either set, and the value that it really had."""
        line = self._happened(board.id)
        return board.rays[0].fans[-1].p50, board.rays[1].fans[-1].p50, line[-1] if line else None

    @property
    def margin(self) -> int:
        """The difference, in percentage points, that two sets of the same size show by chance in one of twenty cases at most.

        1.96 standard errors of the difference between two proportions of a half (Wald; Agresti, Categorical Data Analysis, 3.1).
        """
        return ceil(196 * sqrt(0.5 / self.runs)) if self.runs else 100

    def lists(self) -> Iterator[tuple[str, str, tuple[Line, ...], tuple[Line, ...]]]:
        """Per kind, with its name, what occurred: what differs most, and more than by chance; and the rest."""
        for kind, name in SHOWN:
            lines = sorted(self._lines(kind), key=lambda line: -abs(line.more))
            differs = sum(abs(line.more) >= self.margin for line in lines)
            first = min(differs, MOST)
            if lines:
                yield kind, name, tuple(lines[:first]), tuple(lines[first:])

    def _lines(self, kind: Kind) -> Iterator[Line]:
        if self.shown is None:
            return
        real = self._occurred(kind)
        for row in self._rows(kind):
            same, otherwise = row.cells
            if same is not None and otherwise is not None:
                yield Line(row.label, row.id in real, same, otherwise)

    def _rows(self, kind: Kind) -> Iterator[Row]:
        if self.shown is None:
            return
        if kind != "options":
            yield from next((rows for found, _, rows in self.shown.kinds() if found == kind), ())
            return
        for question in self.shown.questions():
            for row in question.options:
                id_ = f"{question.id}.{row.id}" if row.id else f"{question.id}."
                yield Row(id_, f"{question.label} {row.label}", row.cells)

    def _occurred(self, kind: Kind) -> set[str]:
        found = self.of.result.happened if self.of.result else None
        if found is None:
            return set()
        options = {f"{id_}.{option}" for id_, option in found.decisions.items()}
        goals = {id_ for id_, reached in found.goals.items() if reached}
        kinds = {"headlines": found.headlines, "consequences": found.consequences, "options": options, "goals": goals}
        return set(kinds[kind])


def _quarters(fan: Fan) -> tuple[int, int, int, int, int]:
    return (fan.p5, fan.p25, fan.p50, fan.p75, fan.p95)
