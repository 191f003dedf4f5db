"""*Wat als?* The tail of a played game many times over without people, as it was and with one thing otherwise.

Both begin at the same moment of the same game with the computer on every seat that was played, and run `i` of either has the
same seed, so that they differ in that one thing. Same order and same game, same result, on any number of processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from game_rules import codec, engine
from game_rules.simulate import Given, Outcome, Setting, Summary, Tally, continue_game
from game_rules.simulate.outcome import levels_before, summarise
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.base import Word
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.commands import Command, Differ, SetPlayer
from game_rules.vocabulary.events import Forked, Record
from game_rules.vocabulary.state import Context, GameState

from .games import RunSet
from .pool import Pool, Told, Work
from .words import labels_of

TASK = "app.simulation.tails:make"
LEADER = Actor(kind="facilitator", participant="f-proef")
SAME, OTHERWISE = "zelfde", "anders"
NAMES = {SAME: "Zoals het was", OTHERWISE: "Anders"}
WHAT = (
    "Dit is een proef van de casus met computerspelers, geen voorspelling. De computer speelt het vervolg vele keren, met "
    "steeds ander toeval. De uitkomst volgt uit aannames van de casus en uit hoe de computerspelers spelen."
)
OVER = ("epilogue", "debrief", "closed")


class Beginning(Word):
    """Where a set of runs begins: everything up to `at` as it was, and then these two (None, empty: nothing)."""

    at: int
    differs: Differ | None = None
    cards: dict[str, bool] = {}


class Tail(Word):
    """What is tried. same, otherwise: where either set begins. runs: of each set. policy: how every seat plays."""

    game: str
    same: Beginning
    otherwise: Beginning
    runs: int
    policy: str
    seed: str


class Setup(Word):
    """What a process needs."""

    content: msgspec.Raw
    records: tuple[msgspec.Raw, ...]
    tail: Tail


class TailResult(Word, omit_defaults=False):
    """What came out. happened: the game itself, as far as it was played. differs: the one thing, in words."""

    tail: Tail
    done: int
    happened: Outcome
    differs: str
    sets: tuple[RunSet, ...]
    labels: dict[str, dict[str, str]]

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before all games were played."""
        return self.done < 2 * self.tail.runs


def make(setup: bytes) -> Callable[[int, str], Outcome]:
    """Called once per process. Run `number` of the pool is run `number // 2` of either set, in turn."""
    given = msgspec.json.decode(setup, type=Setup)
    content = codec.decode_content(bytes(given.content))
    records = tuple(codec.decode_record(bytes(data)) for data in given.records)
    tail = given.tail
    sets = [(begin(content, records, one), Given(cards=one.cards)) for one in (tail.same, tail.otherwise)]

    def one(number: int, seed: str) -> Outcome:
        state, laid_down = sets[number % 2]
        return continue_game(state, tail.policy, f"{tail.seed}:{number // 2}", given=laid_down).outcome

    return one


def begin(content: Content, records: tuple[Record, ...], wish: Beginning) -> GameState:
    """The game where this set begins, with the computer on every seat that was played. Raises RuleError, ValueError."""
    before = engine.replay(content, records[: wish.at])
    event = Forked(game="proef", parent=before.game, at=wish.at, seed=before.seed)
    state, _ = engine.branch(content, records, event, LEADER)
    seats = [SetPlayer(seat=id_, player="computer") for id_, seat in before.seats.items() if seat.played]
    commands: Sequence[Command] = (*seats, *((wish.differs,) if wish.differs else ()))
    for number, command in enumerate(commands):
        state, _ = engine.carry_out(state, LEADER, command, Context(now=state.at, command=f"proef-{number}"))
    return state


class Trying:
    """One what-if: its games are played by `run`, and `result` is what there is so far.

    entries: the stored bytes of the game, at least up to where the sets begin. Raises RuleError when the rules do not allow
    what differs, ValueError for a moment outside the log.
    """

    def __init__(self, tail: Tail, content: Content, entries: Sequence[bytes], now: GameState) -> None:
        self.tail = tail
        self.done = 0
        self._content = content
        self._entries = tuple(entries[: max(tail.same.at, tail.otherwise.at)])
        self._happened = happened(now)
        records = tuple(codec.decode_record(data) for data in self._entries)
        states = [begin(content, records, one) for one in (tail.same, tail.otherwise)]
        fork = states[1].fork
        self.differs = fork.differs if fork else ""
        self._tallies = [Tally(setting_of(content, state)) for state in states]

    @property
    def games(self) -> int:
        """How many games it is when it is whole."""
        return 2 * self.tail.runs

    def run(
        self, pool: Pool, jobs: int = 0, told: Told = lambda done: None, stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[int]:
        """Plays the games; gives after each how many there are. See `Pool.run` for the rest, and for what is raised."""
        setup = Setup(
            content=msgspec.Raw(msgspec.json.encode(self._content)),
            records=tuple(msgspec.Raw(data) for data in self._entries),
            tail=self.tail,
        )
        work = Work(TASK, msgspec.json.encode(setup), self.games, self.tail.seed)
        for line in pool.run(work, jobs=jobs, told=told, stopped=stopped):
            self._tallies[self.done % 2].add(msgspec.json.decode(line, type=Outcome))
            self.done += 1
            yield self.done

    def result(self) -> TailResult:
        """What there is so far."""
        seen = tuple(dict.fromkeys(id_ for tally in self._tallies for id_ in tally.setting_seen().werkwijzen))
        return TailResult(
            tail=self.tail,
            done=self.done,
            happened=self._happened,
            differs=self.differs,
            sets=tuple(map(_set, (SAME, OTHERWISE), self._tallies)),
            labels=labels_of(self._content, seen),
        )

    def as_json(self) -> bytes:
        """The result as it is downloaded: the same result, the same bytes."""
        return msgspec.json.encode(self.result())


def setting_of(content: Content, state: GameState) -> Setting:
    """What is played from this state on."""
    seats = tuple(id_ for id_, seat in state.seats.items() if seat.played)
    return Setting(content=content, edition=state.edition, seats=seats, werkwijzen=tuple(state.werkwijzen))


def _set(name: str, tally: Tally) -> RunSet:
    summary: Summary | None = tally.summary() if tally.total.runs else None
    return RunSet(werkwijze=name, label=NAMES[name], summary=summary)


def happened(state: GameState) -> Outcome:
    """The game itself as an outcome; one that is not over has no final values yet."""
    found = summarise(state, "", levels_before(state), 0, [], "")
    return found if state.clock.stage in OVER else msgspec.structs.replace(found, final={})
