"""Small files with one subject, small functions with a name: the budgets, and the ten largest of each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from statistics import median, quantiles

import pytest

from .source import OURS, ROOT, python_files, tracked, tree

# The vocabulary is a dictionary: a reader looks one word up and wants all of them in one place.
DICTIONARY, DICTIONARY_MAX = "game_rules/vocabulary/", 600

Sizes = list[tuple[int, str]]


def test_files_stay_small() -> None:
    sizes = sorted(_files(), reverse=True)
    _show("files", sizes)
    lines = [size for size, _ in sizes]
    assert median(lines) <= 120
    assert quantiles(lines, n=10)[-1] <= 300
    assert [(size, name) for size, name in sizes if size > _most(name)] == []


def test_functions_stay_small() -> None:
    sizes = sorted(_functions(), reverse=True)
    _show("functions", sizes)
    lines = [size for size, _ in sizes]
    assert median(lines) <= 8
    assert quantiles(lines, n=10)[-1] <= 25
    assert [(size, name) for size, name in sizes if size > 50] == []


@pytest.mark.parametrize("suffix", [".css", ".js", ".html"])
def test_what_the_browser_gets_is_written_in_small_files(suffix: str) -> None:
    shown = [path for path in tracked() if path.suffix == suffix and path.parts[0] in ("static", "templates")]
    sizes = sorted(((len((ROOT / path).read_text().splitlines()), str(path)) for path in shown), reverse=True)
    _show(suffix, sizes)
    assert [(size, name) for size, name in sizes if size > 400] == []


def _most(name: str) -> int:
    return DICTIONARY_MAX if name.startswith(DICTIONARY) else 400


def _files() -> Iterator[tuple[int, str]]:
    for path in python_files(*OURS):
        lines = len((ROOT / path).read_text().splitlines())
        if lines > 1:
            yield lines, path.as_posix()


def _functions() -> Iterator[tuple[int, str]]:
    for path in python_files(*OURS):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield _length(node), f"{path}:{node.lineno} {node.name}"


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the function without its docstring: explaining more must not cost anything."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring


def _show(what: str, sizes: Sizes) -> None:
    print(f"The ten largest {what}:", *(f"  {size:4d}  {name}" for size, name in sizes[:10]), sep="\n")
