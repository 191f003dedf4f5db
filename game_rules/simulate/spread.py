"""How values spread over many runs, and how much of that a choice explains. Whole numbers inside: the same on every machine.

Quantiles are values that occurred (the inverse of the empirical distribution: Hyndman & Fan, Sample Quantiles in Statistical
Packages, The American Statistician 50, 1996, definition 1). Eta squared is the sum of squares between the groups divided by
the total sum of squares (Fisher, Statistical Methods for Research Workers, 1925; Cohen, Statistical Power Analysis for the
Behavioral Sciences, 1988, 8.2). Over several indicators together both sums are added up first, which is the R squared of
Anderson, A new method for non-parametric multivariate analysis of variance, Austral Ecology 26, 2001.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from ..vocabulary.base import Fact

DIGITS = 4


class Fan(Fact):
    """One indicator at one moment over all runs, 0-100: half of the runs lies from p25 to p75, nine out of ten from p5 to p95."""

    p5: int
    p25: int
    p50: int
    p75: int
    p95: int


def fan(seen: Counter[int]) -> Fan:
    """The fan of values with how often each was seen; there is at least one."""
    p5, p25, p50, p75, p95 = quantiles(seen, (5, 25, 50, 75, 95))
    return Fan(p5=p5, p25=p25, p50=p50, p75=p75, p95=p95)


def quantiles(seen: Counter[int], percents: Iterable[int]) -> list[int]:
    """The lowest value that at least this part (in percent, ascending) of all values does not exceed."""
    runs, found = seen.total(), []
    left = sorted(seen)
    below = seen[left[0]]
    at = 0
    for percent in percents:
        while below * 100 < percent * runs:
            at += 1
            below += seen[left[at]]
        found.append(left[at])
    return found


class Group:
    """The runs in which a choice came out one way: how many, and per indicator their sum."""

    def __init__(self) -> None:
        self.runs = 0
        self.sums: Counter[str] = Counter()

    def add(self, values: Mapping[str, int]) -> None:
        """One more run."""
        self.runs += 1
        self.sums.update(values)


class Total(Group):
    """All runs, with the squares too."""

    def __init__(self) -> None:
        super().__init__()
        self.squares: Counter[str] = Counter()

    def add(self, values: Mapping[str, int]) -> None:
        """One more run."""
        super().add(values)
        self.squares.update({id_: value * value for id_, value in values.items()})

    def variation(self, indicator: str) -> Fraction:
        """The total sum of squares: how far the runs lie from their mean."""
        return self.squares[indicator] - Fraction(self.sums[indicator] ** 2, self.runs)

    def rest(self, groups: Iterable[Group]) -> Group:
        """The runs that are in none of these groups."""
        left = Group()
        left.runs, left.sums = self.runs, Counter(self.sums)
        for group in groups:
            left.runs -= group.runs
            left.sums.subtract(group.sums)
        return left


def between(total: Total, groups: Iterable[Group], indicator: str) -> Fraction:
    """The part of the variation that lies between these groups, which together are all runs."""
    inside = sum((Fraction(one.sums[indicator] ** 2, one.runs) for one in groups if one.runs), Fraction(0))
    return inside - Fraction(total.sums[indicator] ** 2, total.runs)


def eta_squared(total: Total, groups: Iterable[Group], indicators: Iterable[str]) -> float | None:
    """The part (0-1) of the variation of these indicators together that the groups explain; None when nothing varies."""
    known, groups = tuple(indicators), tuple(groups)
    whole = sum((total.variation(id_) for id_ in known), Fraction(0))
    if not whole:
        return None
    return round(float(sum((between(total, groups, id_) for id_ in known), Fraction(0)) / whole), DIGITS)


def by_chance(runs: int, groups: int) -> float:
    """What eta squared is on average when the groups are drawn by lot: `groups` of them, among `runs`."""
    return round((groups - 1) / (runs - 1), DIGITS) if runs > 1 else 1.0
