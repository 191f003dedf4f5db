"""Prints all figures, or those that are named: rules, simulation, store, live, start."""

from __future__ import annotations

import os
import platform
import sys

from tests.bench import live, rules, simulation, start, store

PARTS = {
    "rules": rules.figures,
    "simulation": simulation.figures,
    "store": store.figures,
    "live": live.figures,
    "start": start.figures,
}


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"Choose from: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load} (other work slows all of it)")
    for name in wanted or PARTS:
        PARTS[name]()
    return 0


sys.exit(main(sys.argv[1:]))
