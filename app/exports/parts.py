"""What goes into the zip of a meeting: one line per export. An export is one file, and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from ..lab import Lab
from . import codebook, events_csv, judgements_csv, paper_html, report_html, session_file
from .csv_file import MIME as CSV
from .sources import Reader, source

Make = Callable[[Lab, str, Reader], bytes | None]


@dataclass(frozen=True, slots=True)
class Part:
    """One export.

    name   of the file; an export of a game stands in the folder of its table
    about  one Dutch sentence that says what is in it and who may have it
    of     game: made once per table; meeting: made once
    make   (lab, id of the game or meeting, reader) -> the bytes, or None when there is nothing to export (yet)
    """

    name: str
    mime: str
    about: str
    of: Literal["game", "meeting"]
    make: Make


def session(lab: Lab, game: str, reader: Reader) -> bytes:
    """The session file of a game."""
    found = source(lab, game, reader)
    withheld = reader == "facilitator" or source(lab, game, "facilitator").entries == found.entries
    return lab.offload(partial(session_file.written, found.content, found.entries, personal=not withheld))


PARTS: tuple[Part, ...] = (
    Part(
        "papier.html",
        paper_html.MIME,
        "Rolbladen, kaarten, stemlijst, draaiboek en lege briefjes om af te drukken. Alle geheimen van de casus staan erin.",
        "game",
        paper_html.make,
    ),
    Part(
        "verslag.html",
        report_html.MIME,
        "Het verslag van de tafel, zonder namen. Open het in je browser; daar kun je het ook afdrukken of als pdf bewaren. "
        "Er is pas een verslag als de nabespreking is begonnen.",
        "game",
        report_html.make,
    ),
    Part(
        "sessie.jsonl",
        session_file.MIME,
        "Het hele spel als sessiebestand: open het op een andere DNa Lab en kijk terug. Ook de geheimen van het spel "
        "staan erin. Geef het alleen aan wie alles mag weten.",
        "game",
        session,
    ),
    Part(
        "gebeurtenissen.csv",
        CSV,
        "Alles wat gebeurde, een regel per gebeurtenis, zonder namen. Ook wat aan tafel geheim was, als code.",
        "game",
        events_csv.make,
    ),
    Part(
        "oordelen.csv",
        CSV,
        "Oordelen, pols, weging, rubriek, doelen en indicatoren, zonder namen.",
        "game",
        judgements_csv.make,
    ),
    Part(
        "codeboek.csv",
        CSV,
        "Wat elke kolom en elke code in de twee andere csv-bestanden betekent.",
        "meeting",
        codebook.make_csv,
    ),
    Part(
        "codeboek.md",
        "text/markdown",
        "Hetzelfde codeboek om te lezen, met uitleg over hoe de cijfers anoniem zijn gemaakt.",
        "meeting",
        codebook.make_text,
    ),
)


def part_named(name: str) -> Part | None:
    """The export with this file name."""
    return next((part for part in PARTS if part.name == name), None)
