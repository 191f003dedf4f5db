"""What the repository may not hold: paths of one machine, addresses of registries, unfinished work, code of others."""

from __future__ import annotations

import json
import re
from pathlib import Path

from .source import ROOT, tracked

TEXT = {".py", ".md", ".toml", ".txt", ".json", ".yaml", ".yml", ".html", ".css", ".js", ".svg", ".cfg", ""}
# Written in pieces, or this file would find itself.
PATHS = re.compile("|".join(f"/{name}/" for name in ("work", "root", "home", "Users", "pyenv")))
REGISTRIES = re.compile("|".join(("registry" + r"\.npmjs", "files" + r"\.pythonhosted", r"pypi\.org" + "/simple")))
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME")) + r")\b|NotImplemented" + "Error")
OUTSIDE = re.compile(r"""(?:src=|url\(|@import\s|<link[^>]*href=)["']?https?:""")
CODE = {".py", ".js", ".css", ".html"}


def _found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{path}:{number} {match.group()}"
        for path in paths
        for number, line in enumerate((ROOT / path).read_text().splitlines(), 1)
        if (match := pattern.search(line))
    ]


def _texts() -> list[Path]:
    return [path for path in tracked() if path.suffix in TEXT and path.name != "LICENSE"]


def test_no_path_of_one_machine() -> None:
    assert _found(PATHS, _texts()) == []


def test_no_address_of_a_registry() -> None:
    assert _found(REGISTRIES, _texts()) == []


def test_no_unfinished_work() -> None:
    assert _found(UNFINISHED, [path for path in _texts() if path.suffix in CODE]) == []


def test_pages_load_nothing_from_elsewhere() -> None:
    pages = [path for path in _texts() if path.parts[0] in ("templates", "static")]
    assert _found(OUTSIDE, pages) == []


def test_code_of_others_is_not_committed() -> None:
    kept = [path.as_posix() for path in tracked()]
    assert [name for name in kept if name.startswith(("static/vendor/", "node_modules/")) or ".min." in name] == []


def test_the_lock_names_a_hash_for_each_package_and_no_address() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_every_python_package_is_pinned() -> None:
    lines = [
        line.split("#")[0].strip()
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text().splitlines()
    ]
    assert [line for line in lines if line and not line.startswith("-r ") and "==" not in line] == []
