"""A game that a test plays: it keeps the log, applies what is decided, and can fill in anything that is offered."""

from __future__ import annotations

import random
from typing import Any

import msgspec

from game_rules import codec, engine
from game_rules.projections import project
from game_rules.turn import at_table, may_be_played, seat_of
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.commands import Command
from game_rules.vocabulary.events import AnyEvent, Record
from game_rules.vocabulary.state import Context, GameState
from game_rules.vocabulary.views import Allowed, View

FACILITATOR = Actor(kind="facilitator", participant="f1")
CLOCK = Actor(kind="clock")
MINUTE = 60_000


class Game:
    """One game in a bare shell. `log` is what a store would hold; `now` is wall time in milliseconds."""

    def __init__(self, content: Content, edition: str = "", seed: str = "seed") -> None:
        self.content = content
        self.now = 1_000
        self.count = 0
        edition = edition or next(iter(content.casus.editions))
        created = engine.create(content, "g-test", "m-test", edition, seed, "hash")
        first = Record(version=1, at=self.now, actor=CLOCK, command="c0", event=created)
        self.log: list[Record] = [first]
        self.state: GameState = engine.start(content, first)

    def do(self, actor: Actor, command: Command, later: int = 1_000) -> tuple[AnyEvent, ...]:
        """Decide and apply a command. Raises RuleError when it is refused; then nothing changed."""
        self.now += later
        self.count += 1
        id_ = f"c{self.count}"
        events = engine.decide(self.state, actor, command, Context(now=self.now, command=id_))
        for event in events:
            record = Record(
                version=self.state.version + 1, at=max(self.now, self.state.at), actor=actor, command=id_, event=event
            )
            self.log.append(record)
            self.state = engine.evolve(self.state, record)
        return events

    def lead(self, command: Command, later: int = 1_000) -> tuple[AnyEvent, ...]:
        """The facilitator does something."""
        return self.do(FACILITATOR, command, later)

    def sit(self, **people: str) -> None:
        """Participants take seats: `sit(griffier="p1")`."""
        from game_rules.vocabulary.commands import TakeSeat

        for seat, participant in people.items():
            self.do(Actor(kind="player", participant=participant), TakeSeat(seat=seat))

    def sit_all(self) -> None:
        """Every playable seat is taken by a participant named after it."""
        self.sit(**{id_: f"p-{id_}" for id_ in self.state.seats if may_be_played(self.state, id_)})

    def play(self, seat: str, command: Command, later: int = 1_000) -> tuple[AnyEvent, ...]:
        """Whoever holds the seat does something."""
        return self.do(self.player(seat), command, later)

    def player(self, seat: str) -> Actor:
        """The actor that plays a seat."""
        now = self.state.seats[seat]
        if now.player == "computer":
            return Actor(kind="computer", seat=seat)
        if now.player == "facilitator":
            return Actor(kind="facilitator", participant="f1", seat=seat)
        return Actor(kind="player", participant=now.holder, seat=seat)

    def step(self, key: str) -> None:
        """Press the next button until the game stands at this step."""
        from game_rules.vocabulary.commands import NextStep

        for _ in range(80):
            if self.state.clock.key == key:
                return
            self.lead(NextStep(from_step=self.state.clock.key))
        raise AssertionError(f"never reached {key}")

    def see(self, audience: Audience) -> View:
        """What an audience sees now."""
        return project(self.state, audience).view

    def sees(self, seat: str) -> View:
        """What the holder of a seat sees now."""
        return self.see(self.audience(seat))

    def audience(self, seat: str) -> Audience:
        """The audience of whoever plays the seat."""
        return Audience(kind="seat", seat=seat, participant=self.state.seats[seat].holder)

    def audiences(self) -> list[Audience]:
        """Everybody who may look at this game."""
        seats = [self.audience(id_) for id_ in self.state.seats if may_be_played(self.state, id_)]
        shadows = [Audience(kind="seat", seat=i, participant=s.shadow) for i, s in self.state.seats.items() if s.shadow]
        mirrors = [Audience(kind="mirror", seat=id_) for id_ in self.state.seats if at_table(self.state, id_)]
        rest = [
            Audience(kind="facilitator", participant="f1"),
            Audience(kind="helper", participant="h1"),
            Audience(kind="screen"),
            Audience(kind="observer", participant="o1"),
            Audience(kind="waiting", participant="w1"),
        ]
        return seats + shadows + mirrors + rest

    @staticmethod
    def onlookers() -> list[Audience]:
        """Who looks at this table among others, and so sees only its outlines."""
        return [Audience(kind="overview", participant="f1"), Audience(kind="plenary")]

    def actor(self, audience: Audience) -> Actor:
        """Who acts when this audience wishes something."""
        if audience.kind in ("facilitator", "overview"):
            return FACILITATOR
        if audience.kind in ("observer", "helper"):
            return Actor(kind=audience.kind, participant=audience.participant)
        if audience.kind == "waiting" or (
            audience.participant and self.state.seats[audience.seat].holder != audience.participant
        ):
            return Actor(
                kind="player", participant=audience.participant, seat=seat_of(self.state, audience.participant)
            )
        return self.player(audience.seat)


def fill_in(offer: Allowed, pick: random.Random, text: str = "Dat doen wij zo.") -> Command:
    """One of the wishes that an offer allows, decoded as strictly as from the wire."""
    raw: dict[str, Any] = {"type": offer.command, **msgspec.to_builtins(offer.fixed)}
    for field, choices in offer.choices.items():
        raw[field] = _choice(offer, field, list(choices), pick)
    for field, limit in offer.texts.items():
        if field not in offer.optional or pick.random() < 0.5:
            raw[field] = text[:limit]
    for field, (low, high) in offer.numbers.items():
        value = pick.randint(low, high) or (high if high else low)
        name, _, key = field.partition(".")
        raw[name] = {**raw.get(name, {}), key: value} if key else value
    if offer.votes:
        in_favour = pick.randint(0, offer.votes)
        raw["votes"] = {"for": in_favour, "against": offer.votes - in_favour}
    return codec.decode_command(raw)


def _choice(offer: Allowed, field: str, choices: list[str], pick: random.Random) -> Any:
    if field not in offer.many:
        return pick.choice(choices)
    lowest = offer.exact or (0 if field in offer.none_too else 1)
    size = offer.exact or pick.randint(lowest, len(choices))
    return pick.sample(choices, size)
