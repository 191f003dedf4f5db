"""Documents that name a file of the project name one that exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .source import ROOT, tracked

PROMISED = ("README.md", "docs/architecture.md", "docs/recipes.md", "docs/protocol.md", "cases/README.md")
DOCUMENTS = [path.as_posix() for path in tracked() if path.suffix == ".md" and path.name != "CHANGELOG.md"]
TOP = {"app", "game_rules", "cases", "static", "templates", "tests", "tools", "docs", ".ci"}
NAMED = re.compile(r"`([\w./<>*-]+/[\w./<>*-]*)`")
# Made on the machine, not kept in git.
MADE = ("static/vendor",)


def paths_named(text: str) -> list[str]:
    """The files and folders of the project that a text names between backticks; `<id>` and `*` stand for any name."""
    return [name for name in NAMED.findall(text) if name.split("/")[0] in TOP and not name.startswith(MADE)]


@pytest.mark.parametrize("document", PROMISED)
def test_a_promised_document_is_there(document: str) -> None:
    assert document in DOCUMENTS


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_in_a_document_exists(document: str) -> None:
    known = {path.as_posix() for path in tracked()}
    folders = {parent.as_posix() for name in known for parent in Path(name).parents}
    missing = [
        name
        for name in paths_named((ROOT / document).read_text())
        if not any(_pattern(name).fullmatch(there) for there in known | folders)
    ]
    assert missing == []


def test_a_wrong_path_would_be_seen() -> None:
    assert paths_named("see `app/nowhere.py`, `cases/casussen/<id>.yaml` and `a/b`") == [
        "app/nowhere.py",
        "cases/casussen/<id>.yaml",
    ]


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"<\w+>|\\\*+|\*+", "[^/]+", name.rstrip("/").replace(".", r"\.")))
