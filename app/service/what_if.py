"""*Wat als?* What somebody wants to try with the tail of a played game, as two sets of runs that differ in one thing."""

from __future__ import annotations

from msgspec.structs import replace

from game_rules.fork_points import ForkPoints, whole
from game_rules.simulate import POLICIES
from game_rules.vocabulary.commands import Differ
from game_rules.vocabulary.errors import RuleError

from ..simulation.tails import Beginning, Tail, Trying, begin
from .errors import ServiceError
from .forking import PLAYING, Stored, point_of

FEWEST, USUAL, MOST = 20, 200, 1_000
SEED = "wat-als"
NO_POLICY = "Deze manier van spelen is er niet: ‘{policy}’. Kies uit: {among}."
HOW_MANY = f"Kies een aantal keren van {FEWEST} tot en met {MOST}."


def trying(found: Stored, points: ForkPoints, differs: Differ, runs: int, policy: str) -> Trying:
    """The what-if that can be run. Raises ServiceError `runs_wrong`, `no_such_policy` or `fork_no_such`, RuleError."""
    if not FEWEST <= runs <= MOST:
        raise ServiceError("runs_wrong", HOW_MANY, 422)
    if policy not in POLICIES:
        raise ServiceError("no_such_policy", NO_POLICY.format(policy=policy[:64], among=", ".join(POLICIES)), 422)
    at, former = point_of(differs, found, points)
    differs = replace(differs, former=former)
    tail = Tail(
        game=found.game,
        same=_same(found, points, differs, at),
        otherwise=Beginning(at=at, differs=differs),
        runs=runs,
        policy=policy,
        seed=SEED,
    )
    return Trying(tail, found.content, [entry.data for entry in found.entries], found.state)


def _same(found: Stored, points: ForkPoints, differs: Differ, at: int) -> Beginning:
    """As it was: with the same decision laid down in the same way, so that only what was decided differs."""
    if differs.kind == "card":
        return Beginning(at=at, cards={} if points.cards[differs.id].knew else {differs.id: False})
    if differs.kind == "werkwijze":
        return Beginning(at=at)
    again = Beginning(at=at, differs=replace(differs, option=differs.former))
    return again if differs.former and _possible(found, again) else _afterwards(found, differs.id, at)


def _possible(found: Stored, wish: Beginning) -> bool:
    try:
        begin(found.content, found.records, wish)
    except RuleError:
        return False
    return True


def _afterwards(found: Stored, decision: str, at: int) -> Beginning:
    """Nothing was decided, or not what was open then: as it was right after that."""
    taken = whole(found.records, found.state.decisions[decision].version)
    playing = begin(found.content, found.records, Beginning(at=taken)).clock.stage in PLAYING
    return Beginning(at=taken if playing else at)
