"""The three consequences to judge: the longest chain, the largest disagreement, the costliest silence."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Cause, Happened
from . import chains

MOST = 3


def enough(state: GameState) -> int:
    """How many are judged: three, or all when there are fewer."""
    return min(MOST, len(chains.to_judge(state)))


def propose(state: GameState) -> dict[str, str]:
    """The consequences that the engine lays before the table, all different, each with why.

    longest       the last link of the longest chain that everybody may know
    disagreement  what goes back to the most contested decision, move, promise or question (`contested`),
                  rather outside that chain
    silence       what goes back to the silence that cost most (`_by_silence`)
    reach         what reaches furthest, in the place of one that is not there
    """
    found: dict[str, str] = {}
    for why, ranked in _rankings(state):
        first = next((one.id for one in ranked if one.id not in found), "")
        if first:
            found[first] = why
    for one in sorted(_open(state), key=_far):
        if len(found) < enough(state) and one.id not in found:
            found[one.id] = "reach"
    return found


def _rankings(state: GameState) -> Iterator[tuple[str, list[Happened]]]:
    row = chains.longest(state)
    yield "longest", [state.happened[row[-1].id]] if row else []
    yield "disagreement", _by_disagreement(state)
    yield "silence", _by_silence(state)


def _open(state: GameState) -> list[Happened]:
    return [state.happened[id_] for id_ in chains.to_judge(state)]


def _far(one: Happened) -> tuple[int, int, int]:
    return -one.ring, -chains.weight(one), one.version


def _by_disagreement(state: GameState) -> list[Happened]:
    origins = chains.origins(state)
    heat = {one.id: max((contested(state, cause) for cause in origins[one.id]), default=0.0) for one in _open(state)}
    row = {cause.id for cause in chains.longest(state)}
    hot = (one for one in _open(state) if heat[one.id] > 0)
    return sorted(hot, key=lambda one: (-heat[one.id], one.id in row, *_far(one)))


def contested(state: GameState, cause: Cause) -> float:
    """How much the table differed over a cause, from 0 (nobody did) to 1.

    A vote: twice the share of the smaller side, so 13 against 12 is 0.96 and unanimous is 0; at least a half when an option
    was rejected or tied first. A vrije zet: the same for the arguments for and against. A promise that was broken and a
    question that was refused: 1, because somebody said no to somebody.
    """
    match cause.kind:
        case "decision":
            return _divided(state, cause.id)
        case "move" if cause.id in state.moves:
            sides = [side for _, side, _ in state.moves[cause.id].arguments]
            return _evenness(sides.count("for"), sides.count("against"))
        case "promise" if cause.id in state.promises:
            return float(state.promises[cause.id].kept is False)
        case "question" if cause.id in state.questions:
            return float(state.questions[cause.id].answer == "refused")
        case _:
            return 0.0


def _divided(state: GameState, decision: str) -> float:
    now = state.decisions.get(decision)
    if now is None or now.result is None:
        return 0.0
    votes = _evenness(now.result.votes_for, now.result.votes_against)
    return max(votes, 0.5) if now.tried or now.tied else votes


def _evenness(one: int, other: int) -> float:
    return 2 * min(one, other) / (one + other) if one + other else 0.0


def _by_silence(state: GameState) -> list[Happened]:
    """What goes back to a silence: by all that this silence moved together, and then by what it moved itself."""
    origins = chains.origins(state)
    cost: dict[str, int] = {}
    for id_, firsts in origins.items():
        for cause in firsts:
            if cause.kind == "silence":
                cost[cause.id] = cost.get(cause.id, 0) + chains.weight(state.happened[id_])
    dear = {
        one.id: max((cost[cause.id] for cause in origins[one.id] if cause.kind == "silence"), default=-1)
        for one in _open(state)
    }
    rooted = (one for one in _open(state) if dear[one.id] >= 0)
    return sorted(rooted, key=lambda one: (-dear[one.id], -chains.weight(one), -one.ring, one.version))
