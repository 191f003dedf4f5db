"""`python -m app check-cases [PATH…] [--json]`: everything that is wrong in casussen, for the people who write them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from app.casus_reading import Finding, Reading, check_werkwijze_file, read_content, werkwijze_files
from app.casus_reading.terms import FILE, read_terms
from game_rules.casus_check import Figures, figures
from game_rules.vocabulary.base import Word

CASES = Path(__file__).parents[2] / "cases"


class Checked(Word, omit_defaults=False):
    """What was found about one casus. `figures` is missing when it could not be decoded."""

    file: str
    errors: int
    warnings: int
    findings: tuple[Finding, ...]
    figures: Figures | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what can be said after `check-cases`."""
    parser.description = "Controleert casussen en zegt alles wat er mis is. Sluit af met 1 als er fouten zijn."
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="een casus, of een map zoals cases/")
    parser.add_argument("--quick", action="store_true", help="speel de casussen niet met computerspelers")
    parser.add_argument("--json", action="store_true", help="geef het resultaat als JSON")


def run(args: argparse.Namespace) -> int:
    """Checks the casussen and prints what was found. Returns 0 when all can be played, 1 on errors, 2 on a bad path."""
    files: list[tuple[Path, Path]] = []
    checked: list[Checked] = []
    werkwijzen: list[Checked] = []
    for path in args.paths or [CASES]:
        found = casus_files(path)
        if not found:
            message = f"{path}: hier is geen casus te vinden. Geef een bestand in casussen/ of een map zoals cases/."
            print(message, file=sys.stderr)
            return 2
        files += found
        checked += check_terms_of(path)
        werkwijzen += check_werkwijzen_of(path)
    checked += [check_file(casus, root, play=not args.quick) for casus, root in files]
    checked += werkwijzen
    print(msgspec.json.encode(checked).decode() if args.json else "\n\n".join(map(report, checked)))
    return 1 if any(item.errors for item in checked) else 0


def casus_files(path: Path) -> list[tuple[Path, Path]]:
    """Per casus at this path its file and the folder with what it leans on."""
    if path.is_file():
        return [(path, path.resolve().parent.parent)]
    folder = path if path.name == "casussen" else path / "casussen"
    return [(file, folder.parent) for file in sorted(folder.glob("*.yaml"))]


def check_file(casus: Path, root: Path, play: bool = True) -> Checked:
    """Everything about one casus. play: also play it without people, which takes seconds."""
    reading: Reading = read_content(casus, root, play=play, pairs=True)
    errors = sum(finding.severity == "error" for finding in reading.findings)
    return Checked(
        file=reading.findings[0].file if reading.findings else str(casus),
        errors=errors,
        warnings=len(reading.findings) - errors,
        findings=reading.findings,
        figures=figures(reading.content.casus) if reading.content else None,
    )


def check_terms_of(path: Path) -> list[Checked]:
    """The words that are explained, when a whole folder is checked and they are there."""
    file = (path.parent if path.name == "casussen" else path) / FILE
    if path.is_file() or not file.exists():
        return []
    return [_checked(str(file), read_terms(file.parent, str(file)).findings)]


def check_werkwijzen_of(path: Path) -> list[Checked]:
    """The werkwijzen on their own, when a whole folder is checked; with each casus they are checked by `check_file`."""
    root = path.parent if path.name == "casussen" else path
    if path.is_file():
        return []
    return [_checked(str(file), check_werkwijze_file(file, root)) for file in werkwijze_files(root)]


def _checked(file: str, findings: tuple[Finding, ...]) -> Checked:
    errors = sum(finding.severity == "error" for finding in findings)
    return Checked(file=file, errors=errors, warnings=len(findings) - errors, findings=findings, figures=None)


def report(checked: Checked) -> str:
    """What was found as Dutch text: a line per finding, and a summary."""
    lines = [str(finding) for finding in checked.findings]
    errors, warnings = (
        _count(checked.errors, "fout", "fouten"),
        _count(checked.warnings, "waarschuwing", "waarschuwingen"),
    )
    verdict = f"{errors}, {warnings}." if lines else "geen fouten."
    return "\n".join([*lines, f"{checked.file}: {verdict}", *(_figures(checked.figures) if checked.figures else [])])


def _figures(found: Figures) -> list[str]:
    """The figures of a casus, indented below its verdict."""
    rings = _counts({f"ring {ring}": count for ring, count in found.rings.items()})
    return [
        f"  {found.rounds} rondes, {found.seats} zetels ({found.playable} speelbaar), {found.cards} informatiekaarten",
        f"  {sum(found.injects.values())} gebeurtenissen ({_counts(found.injects)})",
        f"  {found.decisions} besluiten met {found.options} keuzes",
        f"  {sum(found.acts.values())} ambtshandelingen ({_counts(found.acts)})",
        f"  {found.questions} vragen, {found.promises} toezeggingen",
        f"  {found.consequences} gevolgen ({rings})",
        f"  langste keten: {len(found.chain)} gevolgen ({' → '.join(found.chain)})",
    ]


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())
