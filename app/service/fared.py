"""How a werkwijze fared in the games that were played on this server: only how often, never where, when or by whom.

A game counts once it came to the debrief, because then everything is judged. Its outcome is worked out once and kept. Demo
meetings, copies of a game and games from elsewhere do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial, reduce

from game_rules.vocabulary.state import GameState
from game_rules.vocabulary.state_lab import WerkwijzeState

from ..lab import Lab
from ..ports import Entry
from . import demo
from .errors import NotFound

LEAST = 3
"""Of fewer games than this nothing is told: one could guess which tables they were."""

MOST = 300
"""So many of the newest games count."""

AT_ONCE = 10
"""So many games are worked out while somebody waits; the others after that."""

DONE = ("debrief", "closed")


@dataclass(frozen=True, slots=True)
class Count:
    """How often something was won and lost."""

    won: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Fared:
    """How often a werkwijze was played to its end, and how that went. badly: with `stopped`, those that were stopped halfway.

    merits: by the id of the merit, the ones that were judged. complete: whether every game has been looked at.
    """

    played: int
    well: int
    badly: int
    stopped: int
    merits: Mapping[str, Count]
    complete: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of a game. tried: what it carried out (none while it does not count). final: nothing can change it."""

    version: int
    final: bool
    tried: tuple[WerkwijzeState, ...] = ()


@dataclass
class Outcomes:
    """What is known of the games of this server. busy: the rest is being worked out."""

    known: dict[str, Outcome] = field(default_factory=dict)
    busy: bool = False


def fared(lab: Lab, werkwijze: str) -> Fared | None:
    """How this werkwijze fared; None while fewer than three games of it were played to their end (or nobody knows it)."""
    games = lab.offload(partial(lab.store.streams, "g-"))[-MOST:]
    _forget(lab, games)
    left = _look_at(lab, games, AT_ONCE)
    if left and not lab.outcomes.busy:
        lab.outcomes.busy = True
        lab.spawn(_look_at_the_rest, lab, games)
    tried = [one for game in lab.outcomes.known.copy().values() for one in game.tried if one.id == werkwijze]
    return _counted(tried, not left) if len(tried) >= LEAST else None


def _counted(tried: Sequence[WerkwijzeState], complete: bool) -> Fared:
    well = sum(1 for one in tried if one.well)
    merits: dict[str, Count] = {}
    for id_, won in ((id_, merit.won) for one in tried for id_, merit in one.merits.items()):
        so_far = merits.get(id_, Count())
        merits[id_] = Count(so_far.won + won, so_far.lost + (not won))
    stopped = sum(1 for one in tried if one.stopped)
    return Fared(len(tried), well, len(tried) - well, stopped, merits, complete)


# --- one game after the other ----------------------------------------------------------------------------------------


def _forget(lab: Lab, games: Iterable[str]) -> None:
    """What was taken away, or is too long ago, is not kept."""
    for game in set(lab.outcomes.known) - set(games):
        lab.outcomes.known.pop(game, None)


def _look_at(lab: Lab, games: Sequence[str], most: int) -> bool:
    """Look at the newest games that are not known, at most so many. Returns whether there are more."""
    for number, (game, entries) in enumerate(_news(lab, games)):
        if number == most:
            return True
        lab.outcomes.known[game] = _outcome(lab, game, entries)
    return False


def _look_at_the_rest(lab: Lab, games: Sequence[str]) -> None:
    try:
        _look_at(lab, games, len(games))
    finally:
        lab.outcomes.busy = False


def _news(lab: Lab, games: Sequence[str]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The games of which something is not known, with their events; the newest first."""
    for game in reversed(games):
        known = lab.outcomes.known.get(game)
        if known and known.final:
            continue
        if known is None or lab.offload(partial(lab.store.read, game, known.version)):
            entries = lab.offload(partial(lab.store.read, game))
            if entries:
                yield game, entries


def _outcome(lab: Lab, game: str, entries: tuple[Entry, ...]) -> Outcome:
    version = entries[-1].version
    if lab.beside.imported(game):
        return Outcome(version, final=True)
    rules = lab.tables.rules(game)
    try:
        begin = rules.start(rules.decode(entries[0].data))
    except NotFound:  # the text of its casus is gone, so nothing can be said of it
        return Outcome(version, final=True)
    state: GameState = lab.offload(
        lambda: reduce(lambda now, entry: rules.evolve(now, rules.decode(entry.data)), entries[1:], begin)
    )
    if state.fork is not None or demo.is_demo(lab, state.meeting):
        return Outcome(version, final=True)
    if state.clock.stage not in DONE:
        return Outcome(version, final=False)
    return Outcome(version, final=True, tried=tuple(one for one in state.werkwijzen.values() if one.well is not None))
