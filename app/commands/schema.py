"""`python -m app schema`: the JSON Schema of the files in cases/, for editors that help while typing."""

from __future__ import annotations

import argparse
from typing import Any

import msgspec

from app.casus_reading.terms import Term
from game_rules.vocabulary.casus import Casus, Gemeente, Indicator, Role, Werkwijze

from .schema_words import WORDS

KINDS: dict[str, Any] = {
    "casus": Casus,
    "werkwijze": Werkwijze,
    "gemeente": Gemeente,
    "rollen": dict[str, Role],
    "indicatoren": dict[str, Indicator],
    "begrippen": dict[str, Term],
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what can be said after `schema`."""
    parser.description = "Schrijft het JSON Schema van een soort bestand in cases/, voor hulp in je editor."
    parser.add_argument("kind", nargs="?", default="casus", choices=sorted(KINDS), help="welke soort bestand")


def run(args: argparse.Namespace) -> int:
    """Prints the schema. Returns 0."""
    print(msgspec.json.format(msgspec.json.encode(schema(args.kind)), indent=2).decode())
    return 0


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `casus`, `werkwijze`, `gemeente`, `rollen`, `indicatoren` or `begrippen`."""
    made = msgspec.json.schema(KINDS[kind])
    for name, definition in made.get("$defs", {}).items():
        words = WORDS[name]
        definition["description"] = words[""]
        for key, about in definition.get("properties", {}).items():
            if key in words:
                about["description"] = words[key]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
