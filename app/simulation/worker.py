"""One process of the pool: does its share of the runs and writes a line of JSON per run. See `pool.py`.

    python -m app.simulation.worker TASK SEED FIRST STEP RUNS < setup

It steps aside for the server that started it, has a limit on its memory, and stops when that server is gone.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import msgspec

MEMORY = 2_000 * 1024 * 1024
ASIDE = 10
"""Niceness: who plays at a table comes first."""

One = Callable[[int, str], Any]


def main(task: str, seed: str, first: int, step: int, runs: int) -> int:
    """Do runs `first`, `first + step`, … below `runs`. Returns the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.nice(ASIDE)
    starter = os.getppid()
    one = task_named(task)(sys.stdin.buffer.read())
    gc.collect()
    gc.freeze()
    out = sys.stdout.buffer
    for number in range(first, runs, step):
        if os.getppid() != starter:
            return 1
        out.write(msgspec.json.encode(one(number, f"{seed}:{number}")) + b"\n")
        out.flush()
    return 0


def task_named(name: str) -> Callable[[bytes], One]:
    """The function behind `module:function`."""
    module, _, function = name.partition(":")
    found: Callable[[bytes], One] = getattr(import_module(module), function)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], *(int(text) for text in sys.argv[3:6])))
