"""Which words may stand where: per field of the casus the kind of id it holds, and per kind the ids that exist."""

from __future__ import annotations

from msgspec import Struct

from ..vocabulary import casus as c
from ..vocabulary.conditions import Condition

SPOKEN = {
    "role": "rol",
    "seat": "zetel",
    "decider": "zetel of orgaan",
    "round": "ronde",
    "edition": "editie",
    "inject": "gebeurtenis",
    "card": "informatiekaart",
    "decision": "besluit",
    "act": "ambtshandeling",
    "question": "vraag",
    "promise": "toezegging",
    "hearing": "inspraakmoment",
    "organ": "orgaan",
    "consequence": "gevolg",
    "indicator": "indicator",
    "secret": "ambtshandeling of vraag",
}

SECTIONS: dict[str, tuple[str, ...]] = {
    "seat": ("seats",),
    "decider": ("seats", "organs"),
    "round": ("rounds",),
    "edition": ("editions",),
    "inject": ("injects",),
    "card": ("cards",),
    "decision": ("decisions",),
    "option": ("decisions",),
    "act": ("acts",),
    "question": ("questions",),
    "promise": ("promises",),
    "hearing": ("hearings",),
    "organ": ("organs",),
    "consequence": ("consequences",),
    "indicator": ("indicators",),
    "secret": ("acts", "questions"),
}

REFERENCES: dict[type[Struct], dict[str, str]] = {
    c.Casus: {"indicators": "indicator"},
    c.Seat: {"role": "role", "tasks": "round", "on_resign": "consequence"},
    c.Stand: {"decision": "decision"},
    c.Organ: {"chair": "seat", "members": "seat", "recorder": "seat"},
    c.Edition: {"skip": "round", "minutes": "round"},
    c.Outcome: {"decided": "decision", "consequences": "consequence"},
    c.AtMoment: {"round": "round"},
    c.AtStart: {"round": "round"},
    c.ByChance: {"round": "round"},
    c.ByHand: {"round": "round"},
    c.OnCondition: {"rounds": "round"},
    c.Inject: {"to": "seat", "deals": "card", "consequences": "consequence"},
    c.Card: {"seat": "seat", "round": "round"},
    c.Telling: {"to": "seat", "consequences": "consequence"},
    c.Silence: {"round": "round", "to": "seat", "consequences": "consequence"},
    c.Decision: {"by": "decider", "round": "round"},
    c.Option: {"consequences": "consequence"},
    c.Unanswered: {"consequences": "consequence"},
    c.Act: {
        "by": "seat",
        "rounds": "round",
        "targets": "seat",
        "deals": "card",
        "tells": "card",
        "consequences": "consequence",
    },
    c.ComesOutWhen: {"consequences": "consequence"},
    c.ComesOutByChance: {"consequences": "consequence"},
    c.ComesOutByHand: {"consequences": "consequence"},
    c.Question: {
        "by": "seat",
        "to": "seat",
        "rounds": "round",
        "on_all": "consequence",
        "on_part": "consequence",
        "on_refused": "consequence",
    },
    c.PromiseOffer: {
        "by": "seat",
        "to": "seat",
        "rounds": "round",
        "on_made": "consequence",
        "on_kept": "consequence",
        "on_broken": "consequence",
    },
    c.Hearing: {
        "round": "round",
        "by": "seat",
        "to": "organ",
        "on_spoken": "consequence",
        "on_taken_up": "consequence",
        "on_unanswered": "consequence",
        "on_silent": "consequence",
    },
    c.Consequence: {"shifts": "indicator", "next": "consequence", "to": "seat"},
    c.Stock: {"shifts": "indicator", "to": "seat"},
    Condition: {
        "indicator": "indicator",
        "decided": "decision",
        "acted": "act",
        "told": "card",
        "withheld": "card",
        "to": "seat",
        "from_": "seat",
        "fired": "inject",
        "happened": "consequence",
        "asked": "question",
        "promised": "promise",
        "came_out": "secret",
        "spoken": "hearing",
        "taken_up": "hearing",
        "resigned": "seat",
        "played": "seat",
        "round": "round",
        "edition": "edition",
    },
}


def known_ids(content: c.Content) -> dict[str, tuple[str, ...]]:
    """Per kind of id the ids that exist. In a casus an indicator is one that the casus starts with."""
    casus = content.casus
    return {
        "role": tuple(content.roles),
        "seat": tuple(casus.seats),
        "decider": (*casus.organs, *casus.seats),
        "round": tuple(round_.id for round_ in casus.rounds),
        "edition": tuple(casus.editions),
        "inject": tuple(casus.injects),
        "card": tuple(casus.cards),
        "decision": tuple(casus.decisions),
        "act": tuple(casus.acts),
        "question": tuple(casus.questions),
        "promise": tuple(casus.promises),
        "hearing": tuple(casus.hearings),
        "organ": tuple(casus.organs),
        "consequence": tuple(casus.consequences),
        "indicator": tuple(casus.indicators),
        "secret": (*casus.acts, *casus.questions),
    }
