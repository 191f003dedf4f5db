"""One thing to say to a casus writer, with the file and the line to look at."""

from __future__ import annotations

from game_rules.casus_check import Severity
from game_rules.vocabulary.base import Word


class Finding(Word, omit_defaults=False):
    """A Problem in a file. `line` counts from 1; `path` is empty when the file as a whole is meant."""

    file: str
    line: int
    path: str
    code: str
    message: str
    severity: Severity = "error"
    meant: str = ""

    def __str__(self) -> str:
        """`bestand:regel: pad: wat er mis is. Bedoel je …?`"""
        where = f"{self.file}:{self.line}: " + (f"{self.path}: " if self.path else "")
        kind = "let op: " if self.severity == "warning" else ""
        meant = f" Bedoel je `{self.meant}`?" if self.meant else ""
        return f"{where}{kind}{self.message}{meant}"
