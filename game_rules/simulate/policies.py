"""How a simulated seat behaves, as data: four named policies. Every figure is an assumption, none was measured."""

from __future__ import annotations

from typing import Literal

from ..vocabulary.base import Word

Spread = Literal["chosen", "all", "duty", "one"]
Leaning = Literal["own", "support", "stand", "draw"]


class Tendency(Word):
    """How likely (0-1) a seat does something that brings its own goal nearer, leaves it where it is, or harms it."""

    helps: float
    neutral: float
    harms: float


def _always(chance: float) -> Tendency:
    return Tendency(helps=chance, neutral=chance, harms=chance)


class Policy(Word):
    """What a seat does each time something is possible; chances are per round.

    shares, legal, forbidden, promises: sharing a card, performing an act, making a promise of the casus. spread: with whom
    a card is shared: `chosen` those by whom the own goal gains, `all` the whole table, `duty` whom the law says must know,
    `one` somebody. void: tries what the law makes void. answers: answers a formal question in full. refuses: of what is
    not answered in full, the part that is refused openly. keeps: keeps a promise. votes: `own` goal and stand, `support`
    what most of the table wants, `stand` the stand of the casus, `draw` by lot. wavers: decides otherwise than it leans.
    carries: does what a werkwijze asks. stops: stops it halfway.
    """

    id: str
    label: str
    about: str
    shares: Tendency
    spread: Spread
    legal: Tendency
    forbidden: Tendency
    promises: Tendency
    answers: Tendency
    votes: Leaning
    void: float = 0.0
    refuses: float = 0.0
    keeps: float = 0.5
    asks: float = 0.3
    speaks: float = 0.7
    takes_up: float = 0.5
    agenda: float = 0.5
    advises: float = 0.5
    follows: float = 0.5
    carries: float = 0.7
    stops: float = 0.0
    wavers: float = 0.0


EIGEN_DOEL = Policy(
    id="eigen_doel",
    label="Eigen doel eerst",
    about=(
        "Iedereen werkt voor het eigen doel. Een kaart die het eigen doel schaadt, blijft binnen. "
        "Een handeling die niet mag maar wel helpt, gebeurt vaak toch."
    ),
    shares=Tendency(helps=0.8, neutral=0.12, harms=0.0),
    spread="chosen",
    legal=Tendency(helps=0.7, neutral=0.12, harms=0.02),
    forbidden=Tendency(helps=0.5, neutral=0.1, harms=0.0),
    promises=Tendency(helps=0.7, neutral=0.2, harms=0.0),
    answers=Tendency(helps=0.9, neutral=0.4, harms=0.05),
    votes="own",
    refuses=0.3,
    keeps=0.45,
    asks=0.4,
    takes_up=0.35,
    agenda=0.4,
    follows=0.4,
    carries=0.6,
    stops=0.02,
    wavers=0.2,
)

CONSENSUS = Policy(
    id="consensus",
    label="Samen eruit komen",
    about=(
        "Iedereen deelt wat hij weet met de hele tafel en kiest wat de meeste steun heeft. "
        "Toezeggingen worden nagekomen. Wat niet mag, gebeurt bijna nooit."
    ),
    shares=Tendency(helps=0.9, neutral=0.7, harms=0.35),
    spread="all",
    legal=Tendency(helps=0.35, neutral=0.2, harms=0.1),
    forbidden=Tendency(helps=0.03, neutral=0.01, harms=0.0),
    promises=_always(0.5),
    answers=Tendency(helps=1.0, neutral=0.9, harms=0.7),
    votes="support",
    keeps=0.95,
    asks=0.3,
    speaks=0.9,
    takes_up=0.85,
    agenda=0.6,
    advises=0.7,
    follows=0.85,
    carries=0.95,
    wavers=0.15,
)

REGELS = Policy(
    id="regels",
    label="Volgens de regels",
    about=(
        "Iedereen doet alleen wat mag. Bestuurders en ambtenaren delen wat zij volgens de wet moeten delen. "
        "Raadsleden en anderen hoeven niets te delen. Op een formele vraag komt een volledig antwoord."
    ),
    shares=_always(0.75),
    spread="duty",
    legal=_always(0.2),
    forbidden=_always(0.0),
    promises=_always(0.15),
    answers=_always(1.0),
    votes="stand",
    keeps=0.9,
    asks=0.5,
    speaks=0.8,
    takes_up=0.5,
    agenda=0.7,
    advises=0.9,
    follows=0.75,
    carries=0.95,
    wavers=0.2,
)

WILLEKEURIG = Policy(
    id="willekeurig",
    label="Willekeurig",
    about="Iedereen doet maar wat: delen, handelen en stemmen gaat bij loting. Dit is de vergelijking voor de andere drie.",
    shares=_always(0.3),
    spread="one",
    legal=_always(0.2),
    forbidden=_always(0.15),
    promises=_always(0.3),
    answers=_always(0.34),
    votes="draw",
    void=0.05,
    stops=0.02,
    refuses=0.5,
)

POLICIES: dict[str, Policy] = {policy.id: policy for policy in (EIGEN_DOEL, CONSENSUS, REGELS, WILLEKEURIG)}
"""The named policies, the order in which they are shown."""
