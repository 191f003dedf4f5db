"""What many simulated games tell together: a test of the casus, not a prediction.

    tally = Tally(Setting(content=content, edition="dagdeel", seats=seats))
    for outcome in outcomes:
        tally.add(outcome)
    summary = tally.summary()

Only whole numbers are added up, so the same outcomes give the same summary, byte for byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ..vocabulary.base import Fact
from .outcome import Outcome
from .possible import Kind, Never, Setting, possible
from .possible import never as never_reached
from .spread import Fan, Group, Total, by_chance, eta_squared, fan

LATER = "later"
"""The column after the last round: Eén jaar later, when all delayed consequences have fallen."""
NOTHING = ""
"""Of a decision: it was asked and no option was adopted."""


class Asked(Fact):
    """How often a decision came up, how often nothing was adopted, and how often each option was."""

    asked: int
    nothing: int
    options: dict[str, int]


class Fared(Fact):
    """In how many runs a werkwijze held, and in how many it was done well and badly (the rest was not judged)."""

    held: int
    well: int
    badly: int


class Weight(Fact):
    """How much of the differences between the runs at the end goes together with one choice, 0-1 (eta squared).

    groups: how many ways it came out, "not asked" being one. by_chance: what a choice by lot would explain on average.
    together: over all indicators. per: per indicator, which is missing where no run differs from another.
    """

    id: str
    groups: int
    by_chance: float
    together: float
    per: dict[str, float]


class Summary(Fact):
    """All runs of one werkwijze (or none), in ids of the casus.

    fans: per indicator, per played round and LATER. occurred: per kind of thing in how many runs it occurred, every
    possible id, in the order of the casus. kept: of the promises that were made, how often they were kept. lapsed: consequences
    that came up while their condition did not hold. weights: the choice that explains most first. stuck: steps that a game
    did not get out of. refused: wishes that the rules refused.
    """

    runs: int
    start: dict[str, int]
    fans: dict[str, dict[str, Fan]]
    decisions: dict[str, Asked]
    occurred: dict[Kind, dict[str, int]]
    kept: dict[str, int]
    lapsed: dict[str, int]
    werkwijzen: dict[str, Fared]
    never: dict[Kind, tuple[Never, ...]]
    weights: tuple[Weight, ...]
    stuck: dict[str, int]
    refused: int


class Tally:
    """Adds up outcomes of one setting. `setting.werkwijzen`: those that were chosen before the start."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.total = Total()
        self._levels: dict[tuple[str, str], Counter[int]] = {}
        self._groups: dict[str, dict[str, Group]] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        self._refused = 0

    def add(self, outcome: Outcome) -> None:
        """One more run."""
        self.total.add(outcome.final)
        for column, levels in (*outcome.rounds.items(), (LATER, outcome.final)):
            for indicator, value in levels.items():
                self._levels.setdefault((indicator, column), Counter())[value] += 1
        for decision, option in outcome.decisions.items():
            self._groups.setdefault(decision, {}).setdefault(option, Group()).add(outcome.final)
        self._counts.update(_facts(outcome))
        self._refused += len(outcome.refused)

    def summary(self) -> Summary:
        """What there is so far. Raises ValueError when that is nothing."""
        if not self.total.runs:
            raise ValueError("a summary needs at least one run")
        setting = self.setting_seen()
        could = possible(setting)
        occurred = {kind: {id_: self._counts[kind, id_] for id_ in ids} for kind, ids in could.items()}
        lapsed = self._of("lapsed", setting.casus.consequences)
        return Summary(
            runs=self.total.runs,
            start=dict(setting.casus.indicators),
            fans={id_: dict(self._fans(id_)) for id_ in setting.casus.indicators},
            decisions={id_: asked for id_ in setting.casus.decisions if (asked := self._asked(setting, id_))},
            occurred=occurred,
            kept=self._of("kept", setting.casus.promises),
            lapsed=lapsed,
            werkwijzen={id_: self._fared(id_) for id_ in setting.werkwijzen},
            never=never_reached(could, occurred, self._groups, lapsed),
            weights=self._weights(setting),
            stuck={step: count for (kind, step), count in sorted(self._counts.items()) if kind == "stuck"},
            refused=self._refused,
        )

    def setting_seen(self) -> Setting:
        """The setting, with the werkwijzen that were chosen in play in at least one run."""
        here = self.setting
        held = (id_ for id_ in here.content.werkwijzen if self._counts["held", id_] and id_ not in here.werkwijzen)
        return replace(here, werkwijzen=(*here.werkwijzen, *held))

    def _of(self, kind: str, ids: Iterable[str]) -> dict[str, int]:
        """How often each of these was counted; those that never were are left out."""
        return {id_: count for id_ in ids if (count := self._counts[kind, id_])}

    def _fans(self, indicator: str) -> Iterator[tuple[str, Fan]]:
        for column in (*self.setting.rounds, LATER):
            if (indicator, column) in self._levels:
                yield column, fan(self._levels[indicator, column])

    def _asked(self, setting: Setting, decision: str) -> Asked | None:
        groups = self._groups.get(decision)
        if groups is None:
            return None
        counts = {option: groups[option].runs if option in groups else 0 for option in _options(setting, decision)}
        asked = sum(group.runs for group in groups.values())
        return Asked(asked=asked, nothing=groups[NOTHING].runs if NOTHING in groups else 0, options=counts)

    def _fared(self, werkwijze: str) -> Fared:
        return Fared(
            held=self._counts["held", werkwijze],
            well=self._counts["well", werkwijze],
            badly=self._counts["badly", werkwijze],
        )

    def _weights(self, setting: Setting) -> tuple[Weight, ...]:
        known = tuple(setting.casus.indicators)
        found = []
        for decision in setting.casus.decisions:
            asked = list(self._groups.get(decision, {}).values())
            groups = [one for one in (*asked, self.total.rest(asked)) if one.runs]
            found.append(_weight(decision, self.total, groups, known))
        return tuple(sorted((one for one in found if one), key=lambda one: -one.together))


def weight_of_sets(tallies: Sequence[Tally]) -> Weight | None:
    """How much of the differences between all runs goes together with the set that they are in: with the werkwijze.

    None when there is one set, or no run differs from another.
    """
    together = Total()
    for tally in tallies:
        together.runs += tally.total.runs
        together.sums.update(tally.total.sums)
        together.squares.update(tally.total.squares)
    groups = [tally.total for tally in tallies if tally.total.runs]
    return _weight("werkwijze", together, groups, tuple(tallies[0].setting.content.casus.indicators))


def _weight(id_: str, total: Total, groups: Sequence[Group], indicators: Sequence[str]) -> Weight | None:
    """None when there is nothing to explain, or nothing to explain it with."""
    together = eta_squared(total, groups, indicators) if len(groups) > 1 else None
    if together is None:
        return None
    per = {one: value for one in indicators if (value := eta_squared(total, groups, (one,))) is not None}
    chance = by_chance(total.runs, len(groups))
    return Weight(id=id_, groups=len(groups), by_chance=chance, together=together, per=per)


def _options(setting: Setting, decision: str) -> tuple[str, ...]:
    return tuple(setting.casus.decisions[decision].options)


def _facts(outcome: Outcome) -> set[tuple[str, str]]:
    """What occurred in a run, each thing once, with its kind."""
    kinds: dict[str, Iterable[str]] = {
        "options": (f"{id_}.{option}" for id_, option in outcome.decisions.items() if option),
        "injects": outcome.injects,
        "consequences": outcome.consequences,
        "headlines": outcome.headlines,
        "acts": (act.partition(":")[0] for act in outcome.acts),
        "cards": outcome.shared,
        "promises": outcome.promises,
        "kept": (id_ for id_, kept in outcome.promises.items() if kept),
        "milestones": outcome.reached,
        "merits": (id_ for id_, won in outcome.merits.items() if won),
        "goals": (id_ for id_, reached in outcome.goals.items() if reached),
        "lapsed": outcome.lapsed,
        "held": outcome.werkwijzen,
        "well": (id_ for id_, well in outcome.werkwijzen.items() if well),
        "badly": (id_ for id_, well in outcome.werkwijzen.items() if well is False),
        "stuck": (outcome.stuck,) if outcome.stuck else (),
    }
    return {(kind, id_) for kind, ids in kinds.items() for id_ in ids}
