"""Many whole games in other processes, added up: a test of a casus, not a prediction.

    played = Playing(order, content)
    for _ in played.run(pool, jobs=2): ...
    result = played.result()

Same order and same content, same result, byte for byte, on any number of processes. What is stopped halfway is the result of
the games so far, as good as evenly spread over the werkwijzen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from game_rules.simulate import Given, Kind, Outcome, Setting, Summary, Tally, Weight, simulate_game, weight_of_sets
from game_rules.vocabulary.base import Word
from game_rules.vocabulary.casus import Content
from game_rules.weaving import CHOICE, STAY

from ..library import content_hash
from .order import FREE, NONE, Order
from .pool import Pool, Told, Work
from .words import labels_of

WHAT = (
    "Dit is een proef van de casus met computerspelers, geen voorspelling. De uitkomst volgt uit aannames: uit de regels, "
    "uit wat de schrijver van de casus aannam, en uit hoe de computerspelers spelen. Niets hiervan is gemeten."
)
FORMAT = "dnalab-simulation-1"
NAMES = {NONE: "Zonder werkwijze", FREE: "De tafel kiest zelf"}
TASK = "app.simulation.games:make"


class Setup(Word):
    """What a process needs to play."""

    content: Content
    order: Order


class RunSet(Word, omit_defaults=False):
    """All runs with one werkwijze. label: what it is called. summary: none when it was stopped before the first run."""

    werkwijze: str
    label: str
    summary: Summary | None


class Result(Word, omit_defaults=False):
    """What came out. content: the fingerprint of the casus that was played. done: games played, of order.games.

    werkwijze_weight: how much of all differences goes together with the werkwijze. labels: per kind what an id is called.
    """

    format: str
    what: str
    order: Order
    title: str
    content: str
    done: int
    sets: tuple[RunSet, ...]
    werkwijze_weight: Weight | None
    labels: dict[str, dict[str, str]]

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before all games were played."""
        return self.done < self.order.games


def make(setup: bytes) -> Callable[[int, str], Outcome]:
    """Called once per process. Run `number` of the pool is run `number // sets` of one of the werkwijzen, in turn."""
    given = msgspec.json.decode(setup, type=Setup)
    order, sets = given.order, len(given.order.werkwijzen)
    laid_down = [Given(decisions=_laid_down(given.content, one)) for one in order.werkwijzen]

    def one(number: int, seed: str) -> Outcome:
        werkwijze = order.werkwijzen[number % sets]
        own = f"{order.seed}:{number // sets}"
        table, laid = order.policies, laid_down[number % sets]
        chosen = "".join(_chosen(werkwijze))
        return simulate_game(given.content, order.edition, table, table, own, werkwijze=chosen, given=laid).outcome

    return one


def _chosen(werkwijze: str) -> tuple[str, ...]:
    """The werkwijze that is chosen before the start."""
    return () if werkwijze in (NONE, FREE) else (werkwijze,)


def _laid_down(content: Content, werkwijze: str) -> dict[str, str]:
    """The table chooses no (other) werkwijze during play, so that each set is what it is called."""
    return {CHOICE: STAY} if werkwijze != FREE and CHOICE in content.casus.decisions else {}


class Playing:
    """One simulation: its games are played by `run`, and `result` is what there is so far."""

    def __init__(self, order: Order, content: Content) -> None:
        self.order = order
        self.content = content
        self.done = 0
        self._tallies = tuple(Tally(self._setting(werkwijze)) for werkwijze in order.werkwijzen)

    @property
    def games(self) -> int:
        """How many games it is when it is whole."""
        return self.order.games

    def run(
        self, pool: Pool, jobs: int = 0, told: Told = lambda done: None, stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[int]:
        """Plays the games; gives after each how many there are. See `Pool.run` for the rest, and for what is raised."""
        setup = msgspec.json.encode(Setup(content=self.content, order=self.order))
        work = Work(TASK, setup, self.order.games, self.order.seed)
        for line in pool.run(work, jobs=jobs, told=told, stopped=stopped):
            self._tallies[self.done % len(self._tallies)].add(msgspec.json.decode(line, type=Outcome))
            self.done += 1
            yield self.done

    def result(self) -> Result:
        """What there is so far."""
        seen = tuple(dict.fromkeys(id_ for tally in self._tallies for id_ in tally.setting_seen().werkwijzen))
        return Result(
            format=FORMAT,
            what=WHAT,
            order=self.order,
            title=self.content.casus.title,
            content=content_hash(self.content),
            done=self.done,
            sets=tuple(map(self._set, self.order.werkwijzen, self._tallies)),
            werkwijze_weight=weight_of_sets(self._tallies),
            labels=labels_of(self.content, seen),
        )

    def _set(self, werkwijze: str, tally: Tally) -> RunSet:
        summary = tally.summary() if tally.total.runs else None
        return RunSet(werkwijze=werkwijze, label=label_of(self.content, werkwijze), summary=summary)

    def _setting(self, werkwijze: str) -> Setting:
        return Setting(
            content=self.content,
            edition=self.order.edition,
            seats=tuple(self.order.policies),
            werkwijzen=_chosen(werkwijze),
            laid_down=_laid_down(self.content, werkwijze),
        )


def label_of(content: Content, werkwijze: str) -> str:
    """What a set of runs is called."""
    return NAMES.get(werkwijze) or content.werkwijzen[werkwijze].label


def as_json(result: Result) -> bytes:
    """The result as it is written and downloaded: the same result, the same bytes."""
    return msgspec.json.encode(result)


def schema() -> dict[str, Any]:
    """The JSON Schema of a result."""
    return msgspec.json.schema(Result)


KINDS: tuple[Kind, ...] = (
    "options", "injects", "consequences", "headlines", "acts", "cards", "promises", "milestones", "merits", "goals",
)  # fmt: skip
"""Every kind of thing that can occur, in the order in which they are shown."""
