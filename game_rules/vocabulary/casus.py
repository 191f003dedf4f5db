"""A whole casus, and everything that a game of it needs. What it is made of: `casus_parts`."""

from __future__ import annotations

from typing import Literal

from .base import Word
from .casus_parts import Act as Act
from .casus_parts import Answer as Answer
from .casus_parts import AtMoment as AtMoment
from .casus_parts import AtStart as AtStart
from .casus_parts import Budget as Budget
from .casus_parts import ByChance as ByChance
from .casus_parts import ByHand as ByHand
from .casus_parts import Card as Card
from .casus_parts import ComesOut as ComesOut
from .casus_parts import ComesOutByChance as ComesOutByChance
from .casus_parts import ComesOutByHand as ComesOutByHand
from .casus_parts import ComesOutWhen as ComesOutWhen
from .casus_parts import Consequence as Consequence
from .casus_parts import Cost as Cost
from .casus_parts import Criterion as Criterion
from .casus_parts import DebriefQuestion as DebriefQuestion
from .casus_parts import Decision as Decision
from .casus_parts import Edition as Edition
from .casus_parts import Gemeente as Gemeente
from .casus_parts import Hearing as Hearing
from .casus_parts import Indicator as Indicator
from .casus_parts import Inject as Inject
from .casus_parts import InjectLook as InjectLook
from .casus_parts import InReserve as InReserve
from .casus_parts import Legality as Legality
from .casus_parts import Minutes as Minutes
from .casus_parts import OnCondition as OnCondition
from .casus_parts import Option as Option
from .casus_parts import Organ as Organ
from .casus_parts import Outcome as Outcome
from .casus_parts import Phase as Phase
from .casus_parts import Players as Players
from .casus_parts import Power as Power
from .casus_parts import PromiseOffer as PromiseOffer
from .casus_parts import Question as Question
from .casus_parts import Ring as Ring
from .casus_parts import Role as Role
from .casus_parts import Round as Round
from .casus_parts import Seat as Seat
from .casus_parts import Silence as Silence
from .casus_parts import Stand as Stand
from .casus_parts import Stock as Stock
from .casus_parts import Telling as Telling
from .casus_parts import Trigger as Trigger
from .casus_parts import Unanswered as Unanswered
from .werkwijze import Fits as Fits
from .werkwijze import Named as Named
from .werkwijze import Werkwijze as Werkwijze


class Casus(Word):
    """A whole casus, as one file in cases/casussen/."""

    id: str
    title: str
    constellation: Literal["driehoek", "samenspel"]
    gemeente: str
    summary: str
    opening: str
    dilemma: str
    players: Players
    indicators: dict[str, int]
    organs: dict[str, Organ]
    seats: dict[str, Seat]
    editions: dict[str, Edition]
    rounds: tuple[Round, ...]
    injects: dict[str, Inject]
    cards: dict[str, Card]
    decisions: dict[str, Decision]
    acts: dict[str, Act]
    consequences: dict[str, Consequence]
    rubric: dict[str, Criterion]
    stock: dict[str, Stock]
    debrief: tuple[DebriefQuestion, ...]
    questions: dict[str, Question] = {}
    promises: dict[str, PromiseOffer] = {}
    hearings: dict[str, Hearing] = {}
    werkwijzen: Fits | None = None


class Content(Word):
    """Everything a game needs to be replayed for ever: the casus with what it leans on. Stored by content hash.

    werkwijzen: those that the casus allows, with its own seats and rounds filled in. forbidden: what those are called that
    the law forbids here.
    """

    casus: Casus
    gemeente: Gemeente
    roles: dict[str, Role]
    indicators: dict[str, Indicator]
    werkwijzen: dict[str, Werkwijze] = {}
    forbidden: dict[str, Named] = {}
