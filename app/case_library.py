"""The content that can be played: the casussen in the cases folder, each with everything it leans on.

A casus is read when it is first asked for, and again when a file has changed.
"""

from __future__ import annotations

from pathlib import Path

from game_rules.vocabulary.casus import Content


class BadContentError(Exception):
    """A casus that cannot be read. The message names file and line and says what is wrong."""


class FileLibrary:
    """Keeps `app.ports.Library`'s promises for one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, tuple[tuple[int, ...], Content]] = {}

    def casussen(self) -> tuple[str, ...]:
        """The ids of the casussen, sorted."""
        return tuple(sorted(path.stem for path in (self._folder / "casussen").glob("*.yaml")))

    def content(self, casus: str) -> Content:
        """A casus with everything it leans on. Raises KeyError for an unknown id, BadContentError."""
        if casus not in self.casussen():
            raise KeyError(casus)
        changed = tuple(path.stat().st_mtime_ns for path in sorted(self._folder.glob("**/*.yaml")))
        known = self._read.get(casus)
        if known is None or known[0] != changed:
            known = self._read[casus] = (changed, self._content(casus))
        return known[1]

    def _content(self, casus: str) -> Content:
        from .casus_reading import read_content  # slow to import, and only a new game needs it

        reading = read_content(self._folder / "casussen" / f"{casus}.yaml", self._folder, check=False)
        if reading.content is None:
            raise BadContentError("\n".join(f"{one.file}:{one.line}: {one.message}" for one in reading.findings))
        return reading.content
