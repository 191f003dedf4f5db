"""A tiny complete casus for tests: two rounds, five playable seats, everything a casus can hold at least once.

The files are in `tests/small_cases/`. `small_data()` gives them as plain data to change before decoding.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace
from ruamel.yaml import YAML

from game_rules.vocabulary.casus import Content, Named, Werkwijze
from game_rules.weaving import allow, bind

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
    bericht (office), werkwijze (raad). Werkwijzen dorpsgesprek and weekmarkt; stemdoos is forbidden.
    """
    return with_werkwijzen(msgspec.convert(small_data(), Content))


def with_werkwijzen(content: Content, **changed: Werkwijze) -> Content:
    """The content with the werkwijzen that its casus allows; `changed`: these instead of those in the files."""
    fits = content.casus.werkwijzen
    assert fits
    files = {id_: small_werkwijze(id_) for id_ in (*fits.allowed, *fits.forbidden)} | changed
    content = allow(content, {id_: bind(files[id_], content.casus) for id_ in fits.allowed})
    forbidden = {id_: Named(label=files[id_].label, short=files[id_].short) for id_ in fits.forbidden}
    return replace(content, forbidden=forbidden)


@cache
def small_werkwijze(id_: str) -> Werkwijze:
    """One of the small werkwijzen, before it is put into a casus."""
    return msgspec.convert(_read(f"werkwijzen/{id_}.yaml"), Werkwijze)
