"""The command line. Each command is a module in `app.commands`, imported only when it is asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "serve": "start de server (dit gebeurt ook als je geen opdracht noemt)",
    "bots": "laat computerspelers meedoen met een bijeenkomst",
    "check-cases": "controleer de casussen in cases/",
    "export": "bewaar een spel als sessiebestand",
    "fork": "speel een gespeeld spel vanaf een moment opnieuw",
    "import": "open een sessiebestand om terug te kijken",
    "simulate": "speel een casus vaak met alleen computerspelers, en tel op wat er gebeurt",
    "schema": "toon het JSON Schema van een casus",
}
"""Every command, with what it does."""


def main(arguments: Sequence[str]) -> int:
    """Do what was typed; returns the exit code (0 done, 1 not done, 2 not understood)."""
    name, *rest = arguments if arguments else ("serve",)
    if name in ("-h", "--help"):
        return _help()
    if name.startswith("-"):
        name, rest = "serve", list(arguments)
    if name not in COMMANDS:
        print(f"De opdracht '{name}' bestaat niet. Kies uit: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    return _run(name, rest)


def _run(name: str, arguments: Sequence[str]) -> int:
    command = import_module(f"app.commands.{name.replace('-', '_')}")
    parser = argparse.ArgumentParser(prog=f"python -m app {name}", description=f"DNa Lab: {COMMANDS[name]}.")
    command.add_arguments(parser)
    try:
        code: int = command.run(parser.parse_args(arguments))
    except KeyboardInterrupt:
        return 130
    return code


def _help() -> int:
    print("Gebruik: python -m app [OPDRACHT] …\n\nOpdrachten:")
    for name, what in COMMANDS.items():
        print(f"  {name:<13}{what}")
    print("\nMeer over een opdracht: python -m app OPDRACHT --help")
    return 0
