"""A table without people: its state, its time, the wishes of its seats and the chance behind them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from .. import engine
from ..chance import draw
from ..turn import game_time
from ..vocabulary import commands as c
from ..vocabulary.audience import Actor
from ..vocabulary.base import Word
from ..vocabulary.errors import RuleError
from ..vocabulary.events import Record
from ..vocabulary.state import Context, GameState, SeatState
from .plan import Plan, SeatPlan, plan_of
from .policies import Policy, Tendency

LEADER = Actor(kind="facilitator", participant="simulatie")
CLOCK = Actor(kind="clock")


class Given(Word):
    """What a simulation lays down, for a what-if: which option a decision gets when it comes up, and which cards are told
    to the whole table by their holder (true) or kept by it (false). The rest is left to the policies."""

    decisions: dict[str, str] = {}
    cards: dict[str, bool] = {}


class Table:
    """One game that is being played. `policies`: of every seat that may be played."""

    def __init__(self, state: GameState, policies: Mapping[str, Policy], seed: str, given: Given) -> None:
        self.state = state
        self.policies = policies
        self.seed = seed
        self.given = given
        self._plan = (state.content, plan_of(state))
        self.records: list[Record] = []
        self.refused: list[str] = []
        self.now = state.at
        self.wishes = 0
        self._first = state.version
        self._considered: set[str] = set()
        self._seated: tuple[dict[str, SeatState], tuple[str, ...]] = ({}, ())
        self._actors = {seat: Actor(kind="computer", seat=seat) for seat in state.seats}

    @property
    def plan(self) -> Plan:
        """What the casus offers now: another one since a werkwijze was chosen."""
        if self._plan[0] is not self.state.content:
            self._plan = (self.state.content, plan_of(self.state))
        return self._plan[1]

    def seats(self) -> tuple[str, ...]:
        """The seats that the computer plays now."""
        if self._seated[0] is not self.state.seats:
            played = tuple(id_ for id_, seat in self.state.seats.items() if seat.player == "computer")
            self._seated = (self.state.seats, played)
        return self._seated[1]

    def of(self, seat: str) -> tuple[Policy, SeatPlan]:
        """How this seat behaves, and what the casus offers it."""
        return self.policies[seat], self.plan.seats[seat]

    def lead(self, command: c.Command) -> bool:
        """The one who leads wishes something. Whether the rules granted it."""
        return self._wish(LEADER, command)

    def wake(self) -> bool:
        """What is due by now happens."""
        return self._wish(CLOCK, c.Wake())

    def wish(self, seat: str, command: c.Command) -> bool:
        """A seat wishes something. Whether the rules granted it."""
        return self._wish(self._actors[seat], command)

    def insist(self, command: c.Command) -> None:
        """The one who leads wishes something without which this game makes no sense. Raises RuleError when it is refused."""
        self._carry_out(LEADER, command)

    def _wish(self, actor: Actor, command: c.Command) -> bool:
        try:
            self._carry_out(actor, command)
        except RuleError as refusal:
            where = f"{self.state.clock.key}: {actor.seat or actor.kind}: {refusal.code}"
            self.refused.append(f"{where} ({msgspec.json.encode(command).decode()})")
            return False
        return True

    def _carry_out(self, actor: Actor, command: c.Command) -> None:
        self.wishes += 1
        context = Context(now=self.now, command=f"s{self._first}.{self.wishes}")
        self.state, records = engine.carry_out(self.state, actor, command, context)
        self.records.extend(records)

    def suspended(self) -> bool:
        """Whether the meeting is suspended now."""
        return self.state.suspended_until > game_time(self.state, self.now)

    def chance(self, *label: str) -> float:
        """A value in [0, 1) for this purpose, the same for the same seed and purpose."""
        return draw(self.seed, "|".join(("bot", *label)))

    def pick(self, among: tuple[str, ...], *label: str) -> str:
        """One of these, by lot."""
        return among[int(self.chance(*label) * len(among))]

    def does(self, likely: float, *label: str) -> bool:
        """Whether a seat does this, asked once in a round; a second time the answer is no."""
        if likely <= 0:
            return False
        key = f"{self.state.clock.number}|{'|'.join(label)}"
        if key in self._considered:
            return False
        self._considered.add(key)
        return self.chance(key) < likely


def likely(tendency: Tendency, worth: float) -> float:
    """How likely a seat does something that is worth this much to its own goal."""
    return tendency.helps if worth > 1 else tendency.harms if worth < -1 else tendency.neutral
