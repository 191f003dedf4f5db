"""Everything that goes to a browser leaves by one door, where one can see that no secret goes with it."""

from __future__ import annotations

import ast

from .source import name_of, python_files, tree

DOOR = "app/live/fanout.py"
# The computer players are clients: they talk to the server, not to people.
CLIENTS = ("app/bots/",)
SENDING = {"emit", "send"}


def test_only_the_fanout_sends_to_browsers() -> None:
    elsewhere = [
        f"{path}:{node.lineno}"
        for path in python_files("app")
        if path.as_posix() != DOOR and not path.as_posix().startswith(CLIENTS)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and name_of(node.func).rsplit(".", 1)[-1] in SENDING
    ]
    assert elsewhere == []
