"""The rules of the game touch nothing outside: the same log gives the same state on every machine.

Import contracts do not see calls, so this walks the syntax trees.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .source import name_of, python_files, tree

# open, print, input touch the world; hash and id differ from run to run.
REFUSED_CALLS = {"open", "print", "input", "hash", "id", "eval", "exec", "breakpoint", "__import__"}
SETS = {"set", "frozenset"}


def test_the_rules_of_the_game_are_pure() -> None:
    found = [f"{path}:{line} {what}" for path in python_files("game_rules") for line, what in impurities(tree(path))]
    assert found == []


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("open('x')", "calls open"),
        ("for x in {1, 2}: pass", "loops over a set"),
        ("y = [x for x in set(z)]", "loops over a set"),
        ("def f():\n    global x", "changes a global"),
        ("@dataclass\nclass A: pass", "a dataclass that is not frozen"),
        ("@dataclass(slots=True)\nclass A: pass", "a dataclass that is not frozen"),
        ("class A(Struct): pass", "a Struct that is not frozen"),
    ],
)
def test_an_impurity_would_be_seen(code: str, what: str) -> None:
    assert what in [seen for _, seen in impurities(ast.parse(code))]


@pytest.mark.parametrize(
    "code",
    ["@dataclass(frozen=True)\nclass A: pass", "class A(Struct, frozen=True): pass", "for x in sorted({1, 2}): pass"],
)
def test_pure_code_is_left_alone(code: str) -> None:
    assert list(impurities(ast.parse(code))) == []


def impurities(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Each line that is not pure, with what is wrong there."""
    for node in ast.walk(module):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Call) and name_of(node.func) in REFUSED_CALLS:
            yield line, f"calls {name_of(node.func)}"
        if isinstance(node, ast.Global):
            yield line, "changes a global"
        if isinstance(node, ast.For | ast.comprehension) and _is_set(node.iter):
            yield getattr(node.iter, "lineno", line), "loops over a set"
        if isinstance(node, ast.ClassDef):
            yield from _melting(node)


def _is_set(node: ast.expr) -> bool:
    return isinstance(node, ast.Set | ast.SetComp) or (isinstance(node, ast.Call) and name_of(node.func) in SETS)


def _melting(node: ast.ClassDef) -> Iterator[tuple[int, str]]:
    bases = {name_of(base).rsplit(".", 1)[-1] for base in node.bases}
    if "Struct" in bases and not _frozen(node.keywords):
        yield node.lineno, "a Struct that is not frozen"
    for decorator in node.decorator_list:
        call = decorator if isinstance(decorator, ast.Call) else None
        name = name_of(call.func if call else decorator).rsplit(".", 1)[-1]
        if name == "dataclass" and not (call and _frozen(call.keywords)):
            yield node.lineno, "a dataclass that is not frozen"


def _frozen(keywords: list[ast.keyword]) -> bool:
    return any(
        word.arg == "frozen" and isinstance(word.value, ast.Constant) and word.value.value is True for word in keywords
    )


def test_there_are_rules_to_look_at() -> None:
    assert Path("game_rules/vocabulary/commands.py") in list(python_files("game_rules"))
