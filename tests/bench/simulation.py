"""Whole games without people: how many a minute on one core, per casus and per policy."""

from __future__ import annotations

from time import process_time

from app.config import ROOT
from app.library import CaseLibrary
from game_rules.simulate import POLICIES, simulate_game, usual_table
from tests.bench.figures import line, title

GAMES = 25
EDITION = "dagdeel"


def figures() -> None:
    folder = ROOT / "cases"
    for path in sorted((folder / "casussen").glob("*.yaml")):
        content = CaseLibrary(folder).content(path.stem)
        seats = usual_table(content.casus)
        title(f"Simulation: {path.stem}, {EDITION}, {len(content.casus.rounds)} rounds, {len(seats)} seats, one core")
        for policy in POLICIES:
            simulate_game(content, EDITION, seats, policy, "warm")
            begin = process_time()
            games = [simulate_game(content, EDITION, seats, policy, f"bench-{n}") for n in range(GAMES)]
            each = (process_time() - begin) / GAMES
            commands = sum(game.outcome.commands for game in games) // GAMES
            line(f"{policy}, {commands} commands a game", f"{each * 1000:.1f} ms, {60 / each:,.0f}/min")
