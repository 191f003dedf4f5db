"""Everything that can be wrong with a session file: a stable code, and a Dutch sentence that says what to do."""

from __future__ import annotations

from ..service.errors import ServiceError

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest session file that is read. A long evening makes about one."""

AGAIN = "Vraag wie het bestand maakte om het opnieuw te exporteren en onveranderd te sturen."

PROBLEMS = {
    "file_empty": "Dit bestand is leeg. Kies het sessiebestand: de naam eindigt op .jsonl.",
    "file_too_large": f"Dit bestand is groter dan {LARGEST // 1024**2} MB. Een sessiebestand is veel kleiner. "
    "Kies het goede bestand.",
    "file_not_utf8": "Dit bestand is geen tekst in UTF-8, of een ander programma heeft het opgeslagen. "
    f"Een sessiebestand is gewone tekst. {AGAIN}",
    "file_is_zip": "Dit is een zipbestand. Pak het eerst uit, en kies daarna het bestand met een naam op .jsonl.",
    "not_a_session_file": "Dit is geen sessiebestand van DNa Lab. Kies een bestand dat DNa Lab zelf heeft gemaakt: "
    "de naam eindigt op .jsonl.",
    "line_altered": f"Regel {{line}} van dit bestand is veranderd. Er is niets geïmporteerd. {AGAIN}",
    "line_missing": f"Regel {{line}} van dit bestand ontbreekt: daar staat regel {{found}}. Er is niets geïmporteerd. "
    f"{AGAIN}",
    "line_moved": f"Op regel {{line}} van dit bestand staat regel {{found}} (nog een keer). Er is niets geïmporteerd. "
    f"{AGAIN}",
    "cut_short": f"Dit bestand is afgebroken: vanaf regel {{line}} ontbreekt de rest. Er is niets geïmporteerd. {AGAIN}",
    "after_end": f"Na het einde van dit bestand staat nog iets, op regel {{line}}. Er is niets geïmporteerd. {AGAIN}",
    "later_release": "Dit bestand komt uit een nieuwere versie van DNa Lab (regel {line}). "
    "Maak DNa Lab hier nieuwer en probeer het opnieuw. Er is niets geïmporteerd.",
    "line_unreadable": "Regel {line} van dit bestand kan deze versie van DNa Lab niet lezen. Er is niets geïmporteerd. "
    "Maak DNa Lab nieuwer en probeer het opnieuw, of vraag om een nieuwe export.",
    "content_differs": "De casus in dit bestand (regel {line}) is niet de casus waarmee gespeeld is. "
    f"Er is niets geïmporteerd. {AGAIN}",
    "does_not_replay": "Wat op regel {line} van dit bestand staat, past niet bij wat ervoor gebeurde. "
    f"Er is niets geïmporteerd. {AGAIN}",
}
"""Code and sentence. `{line}` is the first wrong line, counted from 1."""


class SessionFileError(ServiceError):
    """A file that cannot be imported. `details` holds `line` when one line is to blame."""


def problem(code: str, line: int = 0, **more: int) -> SessionFileError:
    """The error with this code. Raises KeyError for a code that is not in PROBLEMS."""
    details = ({"line": line} if line else {}) | more
    status = 413 if code == "file_too_large" else 422
    return SessionFileError(code, PROBLEMS[code].format(**details), status, **details)
