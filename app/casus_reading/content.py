"""From the files in cases/ to one Content, or to everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import inspect as types
from msgspec.structs import replace

from game_rules.casus_check import CHECKS, LOCAL_CHECKS, SECTIONS, Part, Problem, check_content, error, likely
from game_rules.casus_play import check_play
from game_rules.vocabulary.casus import Casus, Content, Gemeente, Indicator, Role

from .builder import Source
from .fields import check_fields
from .finding import Finding
from .repair import repaired
from .source import read_source
from .werkwijzen import Binding, check_itself, files, finding, of_choice

T = TypeVar("T")
ROLES: Any = dict[str, Role]
INDICATORS: Any = dict[str, Indicator]


@dataclass(frozen=True)
class Reading:
    """What reading gave: the content (None when it cannot be decoded), all findings, and the files that were read."""

    content: Content | None
    findings: tuple[Finding, ...]
    files: tuple[Path, ...]


def read_content(casus_file: Path, root: Path, check: bool = True, play: bool = False, pairs: bool = False) -> Reading:
    """Reads one casus with the gemeente, roles, indicators and werkwijzen it leans on. Nothing is raised.

    root: the folder that holds casussen/, gemeenten/, werkwijzen/, rollen.yaml and indicatoren.yaml. check: also look for
    what is wrong in the casus itself (`game_rules.casus_check`). pairs: and in the casus with each werkwijze that it
    allows. play: when that finds no errors, also play it without people.
    """
    read = _Files(root)
    casus = read.decode("casus", casus_file, Casus)
    roles = read.decode("roles", root / "rollen.yaml", ROLES)
    indicators = read.decode("indicators", root / "indicatoren.yaml", INDICATORS)
    gemeente = read.gemeente(casus) if casus else None
    content = None
    if casus and gemeente and roles is not None and indicators is not None:
        content = Content(casus=casus, gemeente=gemeente, roles=roles, indicators=indicators)
        read.check_name(casus_file, casus)
        content = content if read.broken else read.bound(content)
    if content and check:
        read.check(content)
    fine = not any(item.severity == "error" for item in read.findings())
    if content and play and fine:
        read.note_all(check_play(content))
    if content and pairs and not read.broken and read.binding:
        read.binding.check(content, play and fine)
    return Reading(None if read.broken else content, tuple(read.findings()), tuple(read.paths))


def check_werkwijze_file(path: Path, root: Path) -> tuple[Finding, ...]:
    """Everything wrong in the file of one werkwijze, whatever casus it is played in. Nothing is raised."""
    indicators = _Files(root).decode("indicators", root / "indicatoren.yaml", INDICATORS)
    return check_itself(path, _shown(path), indicators or {})


class _Files:
    """The files of one casus, read once. `broken`: something did not fit and was filled in to check the rest."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sources: dict[Part, Source] = {}
        self.paths: list[Path] = []
        self.broken = False
        self.binding: Binding | None = None

    def bound(self, content: Content) -> Content:
        """The content with the werkwijzen that the casus allows; one that cannot be used is left out and noted."""
        used = files(self.root) if content.casus.werkwijzen else ()
        self.paths += used
        self.binding = Binding(self.root, self.sources["casus"], {path: _shown(path) for path in used})
        return self.binding.bound(content)

    def decode(self, part: Part, path: Path, kind: type[T]) -> T | None:
        """The file as this type, after noting everything that differs from it; None when there is nothing to decode."""
        source = self.sources[part] = read_source(path, _shown(path))
        self.paths.append(path)
        wanted = types.type_info(kind)
        self.broken = self.broken or bool(source.findings)
        if source.data is not None or not source.findings:
            refused = [item.path for item in source.findings]
            for problem in check_fields(source.data, wanted):
                if not _follows(problem, refused):
                    self._note(source, problem)
        if not source.findings:
            return msgspec.convert(source.data, kind)
        self.broken = True
        return msgspec.convert(repaired(source.data, wanted), kind) if isinstance(source.data, dict) else None

    def gemeente(self, casus: Casus) -> Gemeente | None:
        """The gemeente in which the casus plays."""
        folder = self.root / "gemeenten"
        known = sorted(path.stem for path in folder.glob("*.yaml"))
        if casus.gemeente in known:
            return self.decode("gemeente", folder / f"{casus.gemeente}.yaml", Gemeente)
        message = f"Er is geen gemeente `{casus.gemeente}` in de map gemeenten."
        meant = likely(casus.gemeente, known)
        self._note(self.sources["casus"], error("gemeente", "unknown_gemeente", message, meant))
        self.broken = True
        return None

    def check_name(self, path: Path, casus: Casus) -> None:
        """A casus is found by the name of its file."""
        if casus.id != path.stem:
            message = f"Het bestand heet `{path.stem}`, maar de `id` is `{casus.id}`. Maak die gelijk."
            self._note(self.sources["casus"], error("id", "file_name", message, path.stem))

    def check(self, content: Content) -> None:
        """Notes what is wrong or suspicious in the content itself; of broken content only what stands on its own."""
        noted = {part: [item.path for item in source.findings] for part, source in self.sources.items()}
        for problem in check_content(content, LOCAL_CHECKS if self.broken else CHECKS):
            if not _follows(problem, noted[problem.part]):
                self._note(self.sources[problem.part], problem)

    def note_all(self, problems: Iterable[Problem]) -> None:
        """Notes problems of content that could be decoded."""
        for problem in problems:
            self._note(self.sources[problem.part], problem)

    def findings(self) -> list[Finding]:
        """All findings, per file by line."""
        found = [item for source in self.sources.values() for item in source.findings]
        found += self.binding.findings if self.binding else []
        order = [source.file for source in self.sources.values()]
        return sorted(found, key=lambda item: (_place(order, item.file), item.file, item.line))

    def _note(self, source: Source, problem: Problem) -> None:
        source.findings.append(finding(source, replace(problem, path=of_choice(problem.path))))


def _follows(problem: Problem, noted: list[str]) -> bool:
    """Whether a problem may only come from what was filled in: there, around it, or in a list that is missing."""
    lists = SECTIONS.get(problem.code.removeprefix("unknown_"), ())
    spots = [path.removesuffix(".kind") for path in noted if path]
    return any(path in lists or _inside(problem.path, path) or _inside(path, problem.path) for path in spots)


def _place(order: list[str], file: str) -> int:
    """The casus and what it leans on come first, then the werkwijzen."""
    return order.index(file) if file in order else len(order)


def _inside(path: str, around: str) -> bool:
    return path == around or path.startswith((f"{around}.", f"{around}["))


def _shown(path: Path) -> str:
    """The file as the writer knows it: from the current folder when it is in there."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
