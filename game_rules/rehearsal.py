"""Plays whole games without people, from View to command to event, as fast as it goes. Nothing here waits.

For whoever wants to know how a casus plays: does it come to an end, and what then happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from . import engine
from .bots import NOW_AND_THEN, choose
from .projections import Projected, project
from .vocabulary import commands as c
from .vocabulary.audience import Actor, Audience
from .vocabulary.casus import Content
from .vocabulary.errors import RuleError
from .vocabulary.events import Record
from .vocabulary.state import Context, GameState

LEADER = Actor(kind="facilitator", participant="leader")
CLOCK = Actor(kind="clock")
MOST_WISHES = 120
STEPS_AROUND = 8
STEPS_PER_ROUND = 5
EXTRAS_PER_STEP = 2


@dataclass(frozen=True)
class Rehearsed:
    """A game without people. `stuck`: the step it did not get out of (empty: it came to its end).

    refused: wishes that a View offered and the rules then refused, as `step: seat: code`.
    """

    state: GameState
    records: tuple[Record, ...]
    stuck: str = ""
    refused: tuple[str, ...] = ()


def rehearse(content: Content, edition: str, seats: Iterable[str], seed: str, werkwijze: str = "") -> Rehearsed:
    """Plays one game to its end with a bot on each of these seats and one that leads.

    werkwijze: chosen before the start (empty: none). Same arguments, same game. Raises ValueError for an edition that the
    casus does not have.
    """
    table = _Table(content, edition, tuple(seats), seed)
    if werkwijze:
        table.wish(LEADER, c.ChooseWerkwijze(werkwijze=werkwijze))
    for seat in table.seats:
        table.wish(LEADER, c.AssignSeat(seat=seat, participant=f"p-{seat}"))
    for _ in range(STEPS_AROUND + STEPS_PER_ROUND * len(content.casus.rounds)):
        if table.state.clock.stage == "closed":
            return table.rehearsed()
        if not table.play_step():
            break
    return table.rehearsed(stuck=table.state.clock.key)


class _Table:
    """A game that is being played: its log, its time, and what each bot did."""

    def __init__(self, content: Content, edition: str, seats: tuple[str, ...], seed: str) -> None:
        self.seats = seats
        self.seed = seed
        self.now = 0
        self.wishes = 0
        self.refused: list[str] = []
        self.views: dict[str, Projected] = {}
        created = engine.create(content, "rehearsal", "rehearsal", edition, seed, "")
        self.records = [Record(version=1, at=0, actor=LEADER, command="c0", event=created)]
        self.state = engine.start(content, self.records[0])

    def rehearsed(self, stuck: str = "") -> Rehearsed:
        """What came of it."""
        return Rehearsed(self.state, tuple(self.records), stuck, tuple(self.refused))

    def wish(self, actor: Actor, command: c.Command) -> bool:
        """Whether the rules granted this; a refusal is remembered."""
        self.wishes += 1
        name = f"c{self.wishes}"
        try:
            events = engine.decide(self.state, actor, command, Context(now=self.now, command=name))
        except RuleError as refusal:
            self.refused.append(f"{self.state.clock.key}: {actor.seat or actor.kind}: {refusal.code}")
            return False
        for event in events:
            record = Record(version=self.state.version + 1, at=self.now, actor=actor, command=name, event=event)
            self.state = engine.evolve(self.state, record)
            self.records.append(record)
        return True

    def play_step(self) -> bool:
        """Everybody does what there is to do until the step is over in time. Whether the game then moved on."""
        key = self.state.clock.key
        bots = [_Bot(Audience(kind="seat", seat=seat, participant=f"p-{seat}")) for seat in self.seats]
        for moment in self._moments():
            self.now = max(self.now, moment)
            self.wish(CLOCK, c.Wake())
            for _ in range(MOST_WISHES):
                busy = [bot for bot in bots if self._take_turn(bot)]
                if not busy:
                    break
        leader = _Bot(Audience(kind="facilitator", participant="leader"))
        while self.state.clock.key == key and leader.turns < MOST_WISHES:
            if not self._take_turn(leader):
                return False
        return self.state.clock.key != key

    def _moments(self) -> Iterator[int]:
        """The start of the step, every moment at which the clock has something to do, and the planned end."""
        yield self.now
        clock = self.state.clock
        end = clock.since + max(0, clock.ends - clock.elapsed)
        while clock.running and (wake := engine.next_wake(self.state)) is not None and self.now < wake <= end:
            yield wake
        yield end if clock.running else self.now

    def _take_turn(self, bot: _Bot) -> bool:
        """Whether this bot did something."""
        seen = self.views[bot.audience.key] = project(self.state, bot.audience, self.views.get(bot.audience.key))
        allowed = {key: offer for key, offer in seen.view.allowed.items() if key not in bot.given_up}
        label = f"{self.seed}|{bot.audience.key}|{self.state.version}"
        command = choose(replace(seen.view, allowed=allowed), label, extras=bot.extras < EXTRAS_PER_STEP)
        if command is None:
            return False
        bot.turns += 1
        kind = str(command.__struct_config__.tag)
        bot.extras += kind in NOW_AND_THEN
        if not self.wish(bot.actor, command):
            bot.given_up.update(key for key, offer in allowed.items() if offer.command == kind)
        return True


class _Bot:
    """One seat (or the leader) during one step. given_up: offers that turned out to be refused."""

    def __init__(self, audience: Audience) -> None:
        self.audience = audience
        self.actor = (
            LEADER
            if audience.kind == "facilitator"
            else Actor(kind="player", participant=audience.participant, seat=audience.seat)
        )
        self.turns = 0
        self.extras = 0
        self.given_up: set[str] = set()
