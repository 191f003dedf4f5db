"""A file as text, as plain data and as lines; and everything that is wrong with it as YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from .builder import Builder, RefusedError, Source

MOST_BYTES = 1_000_000
TAB = "Hier staat een tab. Gebruik spaties om te laten inspringen."

SYNTAX = (
    (r"\\t", TAB),
    (r"mapping values are not allowed", "Hier staat een dubbele punt te veel. Zet de tekst tussen aanhalingstekens."),
    (r"could not find expected ':'", "Hier mist een dubbele punt na de sleutel, of de regel springt verkeerd in."),
    (r"expected <block end>", "Deze regel springt verkeerd in. Zet hem recht onder de vorige sleutel of streep."),
    (r"expected ',' or '[\]}]'", "Hier mist een komma of een sluithaak."),
    (r"unexpected end of stream", "Er mist een aanhalingsteken of een haak aan het einde."),
    (r"cannot start any token", "Een tekst mag niet met dit teken beginnen. Zet hem tussen aanhalingstekens."),
    (r"unknown escape character", "Dit teken mag niet na een `\\`. Gebruik enkele aanhalingstekens."),
)


def read_source(path: Path, shown: str) -> Source:
    """Reads a YAML file. Nothing is raised: what is wrong is in the findings. `shown`: the name used in findings."""
    source = Source(shown)
    text = _text(path, source)
    if text is not None:
        _parse(text, source)
    return source


def _text(path: Path, source: Source) -> str | None:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        source.complain(1, "file_unreadable", f"Dit bestand kan niet gelezen worden ({error.strerror}).")
        return None
    if len(raw) > MOST_BYTES:
        source.complain(1, "file_too_large", "Dit bestand is groter dan 1 MB. Een casus is veel kleiner.")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        source.complain(line, "file_not_utf8", "Dit bestand is geen UTF-8. Sla het opnieuw op met de codering UTF-8.")
        return None


def _parse(text: str, source: Source) -> None:
    try:
        builder = Builder(source)
        for event in _events(text):
            builder.take(event)
        source.data = builder.root
    except RefusedError:
        return
    except MarkedYAMLError as error:
        _complain_syntax(error, text, source)
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        message = "Hier staat een onzichtbaar teken dat niet mag. Typ deze regel opnieuw."
        source.complain(line, "yaml_character", message)
    except (YAMLError, RecursionError, ValueError):
        source.complain(1, "yaml_broken", "Dit bestand is geen geldige YAML.")


def _events(text: str) -> Iterator[Any]:
    parser: Any = YAML(typ="safe", pure=True)
    yield from parser.parse(text)


def _complain_syntax(error: MarkedYAMLError, text: str, source: Source) -> None:
    problem = str(error.problem or error.context or "")
    unfinished = "could not find expected" in problem  # seen a line too late: the context is where it began
    mark = (unfinished and error.context_mark) or error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    known = next((say for pattern, say in SYNTAX if re.search(pattern, problem)), "")
    source.complain(line, "yaml_broken", known or f"De YAML klopt hier niet ({problem}).")
    if known == TAB:
        for number, other in enumerate(text.splitlines(), 1):
            if re.match(r" *\t", other) and number != line:
                source.complain(number, "yaml_broken", TAB)
