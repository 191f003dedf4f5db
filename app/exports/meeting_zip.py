"""Everything of a meeting as one zip: a folder per table, and a page that says what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from game_rules.vocabulary.meeting import MeetingState

from ..lab import Lab
from ..service import games, meetings
from .parts import PARTS, Part
from .sources import Reader

MIME = "application/zip"
READ_ME = "LEESMIJ.txt"

INTRODUCTION = """DNa Lab – alles van één bijeenkomst

Er staan geen namen in deze bestanden. Wel staat er in wat aan tafel geheim was: geef de zip alleen aan wie alles mag
weten. Maak je een deel openbaar, kijk dan eerst per bestand wat erin staat.
"""
WITHHELD = """Wat deelnemers alleen voor zichzelf schreven of antwoordden, is eruit gehaald: stille notities, handvatten,
briefjes (als dat zo is afgesproken), stembriefjes, en wie wat antwoordde.
"""


def write_zip(lab: Lab, meeting: str, reader: Reader, file: IO[bytes], breathe: Callable[[], object]) -> int:
    """Write the zip of a meeting into `file` and return how many files are in it.

    Computing and packing happen outside the event loop, a piece at a time; `breathe` is called after each file, to let
    tables that play go on. Raises NotFound.
    """
    state = meetings.state(lab, meeting)
    when = datetime.fromtimestamp(state.at / 1000, UTC).timetuple()[:6]
    count = 0
    with ZipFile(file, "w", ZIP_DEFLATED) as bundle:
        for name, data in _files(lab, state, reader):
            entry = ZipInfo(name, date_time=when)
            entry.compress_type = ZIP_DEFLATED
            lab.offload(partial(bundle.writestr, entry, data))
            count += 1
            breathe()
    return count


def _files(lab: Lab, state: MeetingState, reader: Reader) -> Iterator[tuple[str, bytes]]:
    yield READ_ME, read_me(lab, state, reader).encode("utf-8")
    for part in PARTS:
        if part.of == "meeting":
            yield from _made(part, lab, state.meeting, reader, "")
    for game, folder in folders(lab, state).items():
        for part in PARTS:
            if part.of == "game":
                yield from _made(part, lab, game, reader, f"{folder}/")


def _made(part: Part, lab: Lab, of: str, reader: Reader, folder: str) -> Iterator[tuple[str, bytes]]:
    data = part.make(lab, of, reader)
    if data is not None:
        yield folder + part.name, data


def folders(lab: Lab, state: MeetingState) -> dict[str, str]:
    """Per game of this meeting the folder of its table."""
    here = (game for game in state.rooms if games.state(lab, game).meeting == state.meeting)
    return {game: f"tafel-{number}" for number, game in enumerate(here, 1)}


def read_me(lab: Lab, state: MeetingState, reader: Reader) -> str:
    """What is in the zip, in plain words."""
    tables = [f"{folder}: {state.rooms[game].about} ({game})" for game, folder in folders(lab, state).items()]
    files = [f"{part.name}\n    {part.about}" for part in PARTS]
    withheld = WITHHELD if reader == "facilitator" else ""
    parts = (INTRODUCTION + withheld, "Tafels", *tables, "", "Bestanden (per tafel, of één keer)", *files, "")
    return "\n".join(parts)
