"""Who may import whom. The contracts stand in pyproject.toml."""

from __future__ import annotations

import ast

import pytest
from importlinter.cli import lint_imports

from .source import ROOT, python_files, tree

# The one file that names the async library.
ASYNC_HOME = "app/server.py"
ASYNC_LIBRARIES = {"eventlet", "gevent"}


def test_every_import_contract_is_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    # It would switch off every logger of ours, and with that the tests that read what is logged.
    monkeypatch.setattr("importlinter.cli._configure_logging", lambda verbose: None)
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert broken == 0, capsys.readouterr().out


def test_one_file_names_the_async_library() -> None:
    named = [
        f"{path}:{node.lineno}"
        for path in python_files("app", "game_rules")
        if path.as_posix() != ASYNC_HOME
        for node in ast.walk(tree(path))
        if ASYNC_LIBRARIES & _imported(node)
    ]
    assert named == []


def _imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
        return {node.module.split(".")[0]}
    return set()
