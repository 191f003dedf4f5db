"""Whole games without people: how many a minute on one core, per casus and per policy."""

from __future__ import annotations

from time import process_time

from app.config import ROOT
from app.library import CaseLibrary
from game_rules.simulate import POLICIES, simulate_game, usual_table
from game_rules.vocabulary.casus import Content
from tests.bench.figures import line, title

GAMES = 25
EDITION = "dagdeel"


def figures() -> None:
    folder = ROOT / "cases"
    for path in sorted((folder / "casussen").glob("*.yaml")):
        content = CaseLibrary(folder).content(path.stem)
        seats = len(usual_table(content.casus))
        title(f"Simulation: {path.stem}, {EDITION}, {len(content.casus.rounds)} rounds, {seats} seats, one core")
        for policy in POLICIES:
            _measure(content, policy, "")
        for werkwijze in content.werkwijzen:
            _measure(content, next(iter(POLICIES)), werkwijze)


def _measure(content: Content, policy: str, werkwijze: str) -> None:
    def play(seed: str) -> int:
        table = usual_table(content.casus)
        return simulate_game(content, EDITION, table, policy, seed, werkwijze=werkwijze).outcome.commands

    play("warm")
    begin = process_time()
    commands = sum(play(f"bench-{n}") for n in range(GAMES)) // GAMES
    each = (process_time() - begin) / GAMES
    what = " with ".join(filter(None, (policy, werkwijze)))
    line(f"{what}, {commands} commands a game", f"{each * 1000:.1f} ms, {60 / each:,.0f}/min")
