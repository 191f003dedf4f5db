"""The files of werkwijzen, and putting them into a casus that allows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import inspect as types

from game_rules.casus_check import Problem, check_names, check_pair, check_werkwijze, error, likely
from game_rules.casus_play import check_pair_play
from game_rules.vocabulary.casus import Casus, Content, Indicator, Named, Werkwijze
from game_rules.weaving import CHOICE, WeavingError, allow, bind

from .builder import Source
from .fields import check_fields
from .finding import Finding
from .source import read_source

FOLDER = "werkwijzen"
SHAPES = {
    "werkwijze_place_unknown": "Bij de plaats `@{place}` staat in de casus `{casus}` niets. Noem haar daar bij `places`.",
    "werkwijze_place_shape": "Op de plaats `@{place}` staan in de casus `{casus}` meer namen of geen. Hier past er precies één.",
}


@dataclass(frozen=True)
class WerkwijzeReading:
    """What reading one file gave: the werkwijze (None when it cannot be used), the lines of its file, and what is wrong."""

    werkwijze: Werkwijze | None
    source: Source
    findings: tuple[Finding, ...]


def finding(source: Source, problem: Problem, message: str = "") -> Finding:
    """A problem with the file and line where its writer finds it."""
    return Finding(
        file=source.file,
        line=source.line(problem.path),
        path=problem.path,
        code=problem.code,
        message=message or problem.message,
        severity=problem.severity,
        meant=problem.meant,
    )


def files(root: Path) -> tuple[Path, ...]:
    """The files of all werkwijzen, in the order of their names."""
    return tuple(sorted((root / FOLDER).glob("*.yaml")))


def read_werkwijze(path: Path, shown: str) -> WerkwijzeReading:
    """One file, strictly; nothing is raised. A file that did not change is read once for all casussen."""
    stat = path.stat()
    return _read(path, shown, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, shown: str, changed: int, size: int) -> WerkwijzeReading:
    source = read_source(path, shown)
    found = list(source.findings)
    if source.data is not None or not found:
        found += [finding(source, problem) for problem in check_fields(source.data, types.type_info(Werkwijze))]
    werkwijze = msgspec.convert(source.data, Werkwijze) if not found else None
    if werkwijze and werkwijze.id != path.stem:
        message = f"Het bestand heet `{path.stem}`, maar de `id` is `{werkwijze.id}`. Maak die gelijk."
        found.append(finding(source, error("id", "file_name", message, path.stem)))
        werkwijze = None
    return WerkwijzeReading(werkwijze, source, tuple(found))


def check_itself(path: Path, shown: str, indicators: dict[str, Indicator]) -> tuple[Finding, ...]:
    """Everything wrong in the file of one werkwijze, whatever casus it is played in."""
    reading = read_werkwijze(path, shown)
    problems = check_werkwijze(reading.werkwijze, indicators) if reading.werkwijze else ()
    found = (*reading.findings, *(finding(reading.source, problem) for problem in problems))
    return tuple(sorted(found, key=lambda item: item.line))


class Binding:
    """The werkwijzen of one casus. `findings` are about the two together; each in the file where it can be mended."""

    def __init__(self, root: Path, casus: Source, shown: dict[Path, str]) -> None:
        self.root = root
        self.casus = casus
        self.shown = shown
        self.findings: list[Finding] = []
        self.sources: dict[str, Source] = {}

    def bound(self, content: Content) -> Content:
        """The content with the werkwijzen that it allows, as far as they can be used, and the names of those it forbids."""
        casus = content.casus
        if casus.werkwijzen is None:
            return content
        read = {id_: self._read(id_, "allowed") for id_ in casus.werkwijzen.allowed}
        found = {id_: bound for id_, one in read.items() if one and (bound := self._bind(one, casus))}
        content = allow(content, found)
        usable = {id_: one for id_, one in found.items() if not self._note_names(content, id_)}
        forbidden = {id_: self._read(id_, "forbidden") for id_ in casus.werkwijzen.forbidden}
        named = {id_: Named(label=one.label, short=one.short) for id_, one in forbidden.items() if one}
        whole = allow(msgspec.structs.replace(content, casus=casus), usable)
        return msgspec.structs.replace(whole, forbidden=named)

    def check(self, content: Content, play: bool) -> None:
        """Notes what is wrong in each pair of this casus and a werkwijze. play: also play each without people."""
        for id_ in content.werkwijzen:
            problems = check_pair(content, id_)
            self._note(id_, problems)
            if play and not any(problem.severity == "error" for problem in problems):
                self._note(id_, check_pair_play(content, id_))

    def _read(self, id_: str, section: str) -> Werkwijze | None:
        path, where = self.root / FOLDER / f"{id_}.yaml", f"werkwijzen.{section}.{id_}"
        known = [one.stem for one in files(self.root)]
        if id_ not in known:
            message = f"Er is geen werkwijze `{id_}` in de map {FOLDER}."
            self.findings.append(finding(self.casus, error(where, "unknown_werkwijze", message, likely(id_, known))))
            return None
        reading = read_werkwijze(path, self.shown.get(path, str(path)))
        self.sources[id_] = reading.source
        if reading.werkwijze is None:
            message = f"De werkwijze `{id_}` heeft fouten en doet hier niet mee. De eerste: {reading.findings[0]}"
            self.findings.append(finding(self.casus, error(where, "werkwijze_broken", message)))
        return reading.werkwijze

    def _bind(self, werkwijze: Werkwijze, casus: Casus) -> Werkwijze | None:
        try:
            return bind(werkwijze, casus)
        except WeavingError as wrong:
            message = SHAPES[wrong.code].format(place=wrong.place, casus=casus.id)
            self._note(werkwijze.id, (error(wrong.path, wrong.code, message, part="werkwijze"),))
        except msgspec.ValidationError as wrong:
            message = f"Met de plaatsen van de casus `{casus.id}` past dit niet: {wrong}."
            self._note(werkwijze.id, (error("places", "werkwijze_place_shape", message, part="werkwijze"),))
        return None

    def _note_names(self, content: Content, id_: str) -> bool:
        """Notes names that the casus does not have. Returns whether there are any: then it cannot be played here."""
        problems = tuple(check_names(content, id_))
        of_werkwijze = (msgspec.structs.replace(one, part="werkwijze") for one in problems)
        self._note(id_, of_werkwijze)
        return bool(problems)

    def _note(self, id_: str, problems: Iterator[Problem] | tuple[Problem, ...]) -> None:
        for problem in problems:
            self.findings.append(self._placed(id_, problem))

    def _placed(self, id_: str, problem: Problem) -> Finding:
        """In the file of the werkwijze when that says it, else in the casus: what it adds there, or the casus itself."""
        source = self.sources[id_]
        if problem.part != "werkwijze":
            return finding(self.casus, problem, f"Met de werkwijze `{id_}`: {problem.message}")
        own = f"werkwijzen.allowed.{id_}.{problem.path}"
        if own in self.casus.lines:
            return finding(self.casus, msgspec.structs.replace(problem, path=own))
        return finding(source, problem, f"In de casus `{self.casus_id}`: {problem.message}")

    @property
    def casus_id(self) -> str:
        """The casus that is read, as its file is called."""
        return Path(self.casus.file).stem


def of_choice(path: str) -> str:
    """Where a writer finds the question that is made from `werkwijzen.choice`."""
    made = f"decisions.{CHOICE}"
    return "werkwijzen.choice" if path == made or path.startswith(f"{made}.") else path
