"""From the events of the YAML parser to plain data with the line of every value.

Events instead of the parser's own objects: so lines are kept, a key that stands twice is seen, and no alias can make
a small file large. YAML 1.2, without anchors, aliases and tags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml import events as ev
from ruamel.yaml.nodes import ScalarNode

from game_rules.casus_check import join

from .finding import Finding

MOST_DEPTH = 30

# What YAML can say without tags: dict, list, text, number, bool or None.
Data: TypeAlias = Any
# The events of ruamel carry no types.
Event: TypeAlias = Any


@dataclass
class Source:
    """A file as data (None when it cannot be read), with a line per path and what is wrong with it."""

    file: str
    data: Data = None
    lines: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def line(self, path: str) -> int:
        """The line of a path, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = re.sub(r"(\.[^.\[]*|\[\d+\]|^[^.\[]+)$", "", path)
        return self.lines.get(path, 1)

    def complain(self, line: int, code: str, message: str, path: str = "") -> None:
        """Adds a finding about the text of the file."""
        self.findings.append(Finding(file=self.file, line=line, path=path, code=code, message=message))


class RefusedError(Exception):
    """The rest of the file cannot be read; the finding is already made."""


@dataclass
class _Open:
    """A list or mapping that is being read."""

    path: str
    value: Data
    key: str | None = None


class Builder:
    """Makes plain data out of parser events; what is wrong becomes a finding of the source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Data = None
        self.stack: list[_Open] = []
        self.documents = 0

    def take(self, event: Event) -> None:
        """Takes the next event of the parser. Raises RefusedError when going on makes no sense."""
        line = event.start_mark.line + 1
        if isinstance(event, ev.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                message = "Een bestand bevat één casus. Haal de regel `---` weg."
                self.source.complain(line, "yaml_documents", message)
                raise RefusedError
        elif isinstance(event, ev.NodeEvent):
            self._take_node(event, line)
        elif isinstance(event, ev.CollectionEndEvent):
            self.stack.pop()

    def _take_node(self, event: Event, line: int) -> None:
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._take_key(event, top, line)
            return
        path = self._place(top)
        self.source.lines.setdefault(path, line)
        self._refuse_tricks(event, line, path)
        value = _value(event)
        self._put(top, value)
        if isinstance(value, dict | list):
            self._open(path, value, line)

    def _open(self, path: str, value: Data, line: int) -> None:
        if len(self.stack) >= MOST_DEPTH:
            message = f"Hier zit te veel in elkaar. Een casus is hoogstens {MOST_DEPTH} lagen diep."
            self.source.complain(line, "yaml_deep", message)
            raise RefusedError
        self.stack.append(_Open(path, value))

    def _take_key(self, event: Event, top: _Open, line: int) -> None:
        self._refuse_tricks(event, line, top.path)
        if not isinstance(event, ev.ScalarEvent):
            self.source.complain(line, "yaml_key", "Een sleutel is één woord.", top.path)
            raise RefusedError
        key = str(event.value)
        path = join(top.path, key)
        if key in top.value:
            message = f"De sleutel `{key}` staat er twee keer (ook op regel {self.source.lines[path]})."
            self.source.complain(line, "key_twice", message, path)
        top.key = key
        self.source.lines.setdefault(path, line)

    def _refuse_tricks(self, event: Event, line: int, path: str) -> None:
        if isinstance(event, ev.AliasEvent) or event.anchor:
            message = "Verwijzingen met `&` en `*` mogen niet. Zet een tekst die zo begint tussen aanhalingstekens."
            self.source.complain(line, "yaml_alias", message, path)
        elif event.tag and event.tag != "!":
            message = "Een woord met `!` ervoor mag niet. Zet de tekst tussen aanhalingstekens."
            self.source.complain(line, "yaml_tag", message, path)

    def _place(self, top: _Open | None) -> str:
        if top is None:
            return ""
        return f"{top.path}[{len(top.value)}]" if isinstance(top.value, list) else join(top.path, top.key or "")

    def _put(self, top: _Open | None, value: Data) -> None:
        if top is None:
            self.root = value
        elif isinstance(top.value, list):
            top.value.append(value)
        else:
            top.value[top.key] = value
            top.key = None


_resolver: Any = YAML(typ="safe", pure=True).resolver


def _value(event: Event) -> Data:
    if isinstance(event, ev.MappingStartEvent):
        return {}
    if isinstance(event, ev.SequenceStartEvent):
        return []
    return _scalar(event.value, event.implicit) if isinstance(event, ev.ScalarEvent) else None


def _scalar(text: str, implicit: tuple[bool, bool]) -> Data:
    """The value of a scalar by the core schema of YAML 1.2: numbers, true, false and null; all else is text."""
    kind = str(_resolver.resolve(ScalarNode, text, implicit)).rsplit(":", 1)[-1]
    match kind:
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return _whole(text)
        case "float" if not text.lower().endswith(("inf", "nan")):
            return float(text)
        case _:
            return text


def _whole(text: str) -> Data:
    """0o17 and 0x1f as in YAML 1.2; 007 is seven."""
    base = {"0o": 8, "0x": 16, "0b": 2}.get(text.lstrip("+-")[:2], 10)
    return int(text.replace("_", ""), base) if len(text) < 20 else text
