"""A werkwijze as data: what it is, asks, costs and risks, what the engine enforces, and what follows when it is done well or badly.

One file each in cases/werkwijzen/. A file speaks of places (`@griffier`, `@heard`), not of the seats and rounds of one
casus; the casus says which seat or round stands at which place (`Fits`), and `game_rules.weaving` puts the two together.
In texts `{subject}` stands for what the casus is about.
"""

from __future__ import annotations

from typing import Literal

from .base import Word
from .casus_parts import Act, Card, Consequence, Decision, Hearing, Inject, Power, PromiseOffer, Question, Ring, Stand
from .conditions import Condition

Places = dict[str, str | tuple[str, ...]]
Sure = Literal["nagelezen", "eigen kennis", "schatting"]


class Evidence(Word):
    """What is known about this werkwijze, where from, and how sure that is."""

    text: str
    source: str
    sure: Sure


class Example(Word):
    """Where it was done."""

    place: str
    text: str
    source: str = ""


class Price(Word):
    """What it costs. rounds: from its start to its result. money: chips of about 25,000 euro, once.

    capacity: points a round, while it runs, from the budget that the casus names (`Purse`).
    """

    rounds: int = 0
    money: int = 0
    capacity: int = 0


class Effect(Word):
    """The expected shift of one indicator, from -2 to 2, done well and done badly. An assumption, never a measurement."""

    well: int = 0
    badly: int = 0


class Lot(Word):
    """Who may be drawn (id to a few words about an invented person) and how many are."""

    number: int
    pool: dict[str, str]


class Recommendation(Word):
    """Something that comes out of a milestone and must be answered with a reason.

    drawn: it is only made when one of these was drawn (none: always). on_taken, on_rejected: what follows.
    """

    text: str
    drawn: tuple[str, ...] = ()
    on_taken: tuple[str, ...] = ()
    on_rejected: tuple[str, ...] = ()


class Milestone(Word):
    """Something that must happen, in its round or later, and what must have happened before it.

    by: the seats that may say that it happened; a facilitator and a tafelhulp always may. asks: what they then fill in, in
    one sentence (empty: nothing). done: it counts as reached as soon as this holds; then nobody says so. lot: the engine
    draws. recommendations: reached when each is answered with a reason.
    """

    title: str
    text: str
    round: str
    by: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    asks: str = ""
    article: str = ""
    done: Condition | None = None
    lot: Lot | None = None
    recommendations: dict[str, Recommendation] = {}
    consequences: tuple[str, ...] = ()


class Gate(Word):
    """These decisions cannot be taken before these milestones are reached. why: said to who tries."""

    decisions: tuple[str, ...]
    milestones: tuple[str, ...]
    why: str
    article: str = ""


class Merit(Word):
    """One of the things by which it is done well. `when`: it is won if this holds when the werkwijze ends.

    won, lost: said of the moment at which that was decided.
    """

    label: str
    when: Condition
    won: str
    lost: str


class Aftermath(Word):
    """What follows at the end. The shifts come from `effects`, for the indicators that the casus has."""

    title: str
    text: str
    ring: Ring
    headline: str = ""
    next: tuple[str, ...] = ()


class Parts(Word):
    """What it adds to a casus. Every id begins with the id of the werkwijze.

    stands: per seat, or place of seats, how it votes on these decisions when nobody plays it.
    """

    injects: dict[str, Inject] = {}
    cards: dict[str, Card] = {}
    decisions: dict[str, Decision] = {}
    acts: dict[str, Act] = {}
    consequences: dict[str, Consequence] = {}
    questions: dict[str, Question] = {}
    promises: dict[str, PromiseOffer] = {}
    hearings: dict[str, Hearing] = {}
    stands: dict[str, tuple[Stand, ...]] = {}


class Werkwijze(Word):
    """One way of working (cases/werkwijzen/<id>.yaml).

    starters: who may start it. decider: who decides about it. asks: per place what it asks of that office. places: the places that
    it speaks of, with what they mean. ends: the round at whose end it is judged. enough: how many merits make it well
    done. stop: the seats that may stop it halfway, which counts as done badly.
    """

    id: str
    label: str
    short: str
    what: str
    starters: str
    decider: str
    basis: tuple[Power, ...]
    price: Price
    cost: str
    asks: dict[str, str]
    risks: tuple[str, ...]
    effects: dict[str, Effect]
    evidence: tuple[Evidence, ...]
    examples: tuple[Example, ...]
    places: dict[str, str]
    ends: str
    milestones: dict[str, Milestone]
    merits: dict[str, Merit]
    enough: int
    well: Aftermath
    badly: Aftermath
    gates: tuple[Gate, ...] = ()
    stop: tuple[str, ...] = ()
    parts: Parts = Parts()


class Named(Word):
    """What a werkwijze is called, for a list."""

    label: str
    short: str


class Forbidden(Word):
    """Why the law does not allow a werkwijze in this casus."""

    article: str
    why: str


class Fit(Word):
    """How one werkwijze fits in this casus. text: what it means here, to players. places: where it differs from `Fits`.

    in_play: it is one of the options of the choice during play. pro, con: for that option. parts, milestones: what is
    added here, or replaces what the werkwijze says under the same id.
    """

    text: str
    in_play: bool = False
    asked_by: str = ""
    pro: str = ""
    con: str = ""
    places: Places = {}
    parts: Parts = Parts()
    milestones: dict[str, Milestone] = {}


class Purse(Word):
    """What there is to spend on werkwijzen: chips of money in all, and the budget of a seat that gives capacity."""

    money: int
    seat: str
    budget: str


class Choice(Word):
    """The question with which the table may choose a werkwijze during play, before the round in which it starts is over.

    stands: per seat the options it votes for when nobody plays it.
    """

    question: str
    context: str
    by: str
    rule: Literal["raad", "college", "office"]
    round: str
    article: str
    stay: str
    required: bool = False
    stands: dict[str, tuple[str, ...]] = {}


class Fits(Word):
    """Which werkwijzen a casus allows, and which the law forbids. most: how many may be chosen by a decision during play."""

    subject: str
    purse: Purse
    places: Places = {}
    allowed: dict[str, Fit] = {}
    forbidden: dict[str, Forbidden] = {}
    choice: Choice | None = None
    most: int = 1
