"""The content that can be played, read from cases/ and kept until a file changes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec

from game_rules.vocabulary.casus import Content, Werkwijze

from .casus_reading import Finding, Reading, read_content
from .casus_reading.werkwijzen import files, read_werkwijze

Stamp = tuple[tuple[str, int, int], ...]


class LibraryError(Exception):
    """A casus that cannot be given. `code` is stable; `message` is Dutch and says what to do; `details` is data.

    UnknownCasusError  there is no casus with this id (also a KeyError)
    BrokenCasusError   its files cannot be used as they are; details: findings, as text
    """

    def __init__(self, code: str, message: str, **details: object) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.details = details


class UnknownCasusError(LibraryError, KeyError):
    """There is no casus with this id."""


class BrokenCasusError(LibraryError):
    """The files of this casus cannot be used as they are."""


def content_hash(content: Content) -> str:
    """The SHA-256, in hex, of the content as it is kept: the same content has the same hash everywhere.

    The order in which a casus names things counts: it is the order on the screens, also when a game is looked back at.
    """
    return sha256(msgspec.json.encode(content)).hexdigest()


class CaseLibrary:
    """The casussen in a folder with casussen/, gemeenten/, rollen.yaml and indicatoren.yaml."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._kept: dict[str, tuple[Stamp, Reading]] = {}

    def casussen(self) -> tuple[str, ...]:
        """The ids of the casussen, sorted; also of those that turn out to be broken."""
        return tuple(sorted(path.stem for path in (self._root / "casussen").glob("*.yaml")))

    def titles(self) -> tuple[tuple[str, str], ...]:
        """Id and title of every casus that can be played, sorted by id."""
        usable = ((name, _usable(self._reading(name))) for name in self.casussen())
        return tuple((name, content.casus.title) for name, content in usable if content)

    def content(self, casus: str) -> Content:
        """A casus with everything it leans on. Raises UnknownCasusError or BrokenCasusError."""
        if casus not in self.casussen():
            raise UnknownCasusError(
                "casus_unknown", f"Er is geen casus `{casus}`. Kies een casus uit de lijst.", casus=casus
            )
        reading = self._reading(casus)
        content = _usable(reading)
        if content is None:
            findings = [str(finding) for finding in _blocking(reading)]
            message = (
                f"De casus `{casus}` heeft fouten en kan niet gespeeld worden. "
                f"De eerste: {findings[0]} Bekijk alles met `python -m app check-cases`."
            )
            raise BrokenCasusError("casus_broken", message, casus=casus, findings=findings)
        return content

    def werkwijzen(self) -> dict[str, Werkwijze]:
        """Every werkwijze that can be read, as its file says it: with places in it, not the seats of a casus."""
        found = (read_werkwijze(path, path.name).werkwijze for path in files(self._root))
        return {one.id: one for one in found if one}

    def _reading(self, casus: str) -> Reading:
        kept = self._kept.get(casus)
        if kept and kept[0] == _stamp(kept[1].files):
            return kept[1]
        reading = read_content(self._root / "casussen" / f"{casus}.yaml", self._root)
        self._kept[casus] = (_stamp(reading.files), reading)
        return reading


def _blocking(reading: Reading) -> list[Finding]:
    """The findings with which a game could not be played to its end: all errors when nothing could be decoded."""
    errors = [finding for finding in reading.findings if finding.severity == "error"]
    if reading.content is None:
        return errors
    return [item for item in errors if item.code.startswith("unknown_") and not _of_werkwijze(item)]


def _of_werkwijze(finding: Finding) -> bool:
    """A werkwijze that cannot be used is left out; the casus itself can still be played."""
    return Path(finding.file).parent.name == "werkwijzen" or finding.path.startswith("werkwijzen.")


def _usable(reading: Reading) -> Content | None:
    return None if _blocking(reading) else reading.content


def _stamp(files: tuple[Path, ...]) -> Stamp:
    """What changes when a file is edited: time of change and size."""
    return tuple((str(path), *_facts(path)) for path in files)


def _facts(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return (stat.st_mtime_ns, stat.st_size)
