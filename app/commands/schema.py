"""`python -m app schema`: the JSON Schema of the files in cases/, for editors that help while typing."""

from __future__ import annotations

import argparse
import re
from typing import Any

import msgspec

from game_rules.vocabulary.casus import Casus, Gemeente, Indicator, Role

KINDS: dict[str, Any] = {
    "casus": Casus,
    "gemeente": Gemeente,
    "rollen": dict[str, Role],
    "indicatoren": dict[str, Indicator],
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
    """The JSON Schema (draft 2020-12) of `casus`, `gemeente`, `rollen` or `indicatoren`."""
    made = msgspec.json.schema(KINDS[kind])
    for definition in made.get("$defs", {}).values():
        definition["description"] = _plain(definition.get("description", ""))
        for key, about in described(definition["description"]).items():
            if key in definition.get("properties", {}):
                definition["properties"][key].setdefault("description", about)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def described(text: str) -> dict[str, str]:
    """Per key what a docstring says about it: `key: what it is.` and `` `key` is …``, up to the end of the sentence."""
    found = re.findall(r"(?:^|[.;] |\n)`?(\w+)`?(?:: | is )([^.]+)\.", text)
    return {key: about.strip() for key, about in found}


def _plain(text: str) -> str:
    return re.sub(r"[ \t]+", " ", text).strip()
