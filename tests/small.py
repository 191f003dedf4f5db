"""A tiny complete casus for tests: two rounds, five playable seats, everything a casus can hold at least once.

The files are in `tests/small_cases/`. `small_data()` gives them as plain data to change before decoding.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from ruamel.yaml import YAML

from game_rules.vocabulary.casus import Content

SMALL_CASES = Path(__file__).parent / "small_cases"


def _read(path: str) -> Any:
    return YAML(typ="safe", pure=True).load(SMALL_CASES / path)


def small_data() -> dict[str, Any]:
    """The small Content as plain dicts and lists, fresh for every call: change it, then `msgspec.convert` it."""
    return {
        "casus": _read("casussen/klein.yaml"),
        "gemeente": _read("gemeenten/kreekdam.yaml"),
        "roles": _read("rollen.yaml"),
        "indicators": _read("indicatoren.yaml"),
    }


@cache
def small_content() -> Content:
    """The small Content: rounds r1 and r2; seats burgemeester, griffier, wethouder, lokaal (5), groen (4), wethouder_2.

    Organs raad (9 votes) and college (3). Decisions onderzoek (college), brug (raad), voorzitter (persons),
    bericht (office).
    """
    return msgspec.convert(small_data(), Content)
