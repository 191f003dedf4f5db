"""Plants one mistake in the small casus, as a writer would make it: in the text of a file."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from app.casus_reading import Finding, read_content
from tests.small import SMALL_CASES

CASUS = "casussen/klein.yaml"


@dataclass(frozen=True)
class Mistake:
    """`old` in the file becomes `new`; then exactly one finding is expected, with this code, path and `meant`.

    at: text on the line that the finding must name (empty: the line where the change begins). also: codes of what
    necessarily follows from the mistake.
    """

    code: str
    old: str
    new: str
    path: str
    meant: str = ""
    at: str = ""
    file: str = CASUS
    severity: str = "error"
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.code}-{self.path}"


def findings_after(folder: Path, *changes: tuple[str, str], file: str = CASUS) -> tuple[Finding, ...]:
    """All findings of the small casus after these changes of text; each old text must stand there once."""
    text = changed(folder, *changes, file=file)
    (folder / file).write_text(text, encoding="utf-8")
    return read_content(folder / CASUS, folder).findings


def changed(folder: Path, *changes: tuple[str, str], file: str = CASUS) -> str:
    """The text of a file of a fresh copy of the small casus after these changes."""
    shutil.copytree(SMALL_CASES, folder, dirs_exist_ok=True)
    text = (folder / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        text = text.replace(old, new)
    return text


def line_of(text: str, part: str) -> int:
    """The number of the first line with this text."""
    return text[: text.index(part)].count("\n") + 1


def expect(mistake: Mistake, folder: Path) -> None:
    """Plants the mistake and demands exactly the finding that it deserves, in the right file and on the right line."""
    everything = findings_after(folder, (mistake.old, mistake.new), file=mistake.file)
    found = [item for item in everything if item.code not in mistake.also]
    assert {item.code for item in everything} == {mistake.code, *mistake.also}, "\n".join(map(str, everything))
    text = (folder / mistake.file).read_text(encoding="utf-8")
    line = line_of(text, mistake.at) if mistake.at else line_of(text, mistake.new)
    assert [(item.code, item.path, item.meant, item.severity) for item in found] == [
        (mistake.code, mistake.path, mistake.meant, mistake.severity)
    ], "\n".join(map(str, found))
    assert (found[0].line, found[0].file) == (line, str(folder / mistake.file)), str(found[0])
