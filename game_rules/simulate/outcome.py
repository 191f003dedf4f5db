"""What came of a simulated game: small enough to send to another process and to keep a thousand of."""

from __future__ import annotations

from dataclasses import dataclass

from ..conditions import holds
from ..turn import played_rounds, played_seats
from ..vocabulary.base import Fact
from ..vocabulary.events import Record
from ..vocabulary.state import GameState


class Outcome(Fact):
    """What happened, in ids of the casus.

    rounds: per played round, in order, the indicators after its consequences. final: the indicators when all delayed
    consequences have fallen. decisions: per decision that was asked its option (empty: nothing was adopted). how: how it
    was decided, as in Result. acts: performed, with the seat: `act:seat`. shared: cards that somebody else knows in the
    end. headlines: the consequences that make the front page, which is how a casus ends. goals: per played seat with a
    goal whether it was reached. promises: made, per promise of the casus, and whether kept. werkwijzen: those that held, and
    whether each was done well. merits: `werkwijze.merit`, and whether it was won. reached, missed (in time): `werkwijze.milestone`. stuck: the step that the game
    did not get out of (empty: it came to its end). refused: wishes that the rules refused, as `step: seat: code`.
    """

    seed: str
    rounds: dict[str, dict[str, int]]
    final: dict[str, int]
    decisions: dict[str, str]
    how: dict[str, str]
    injects: tuple[str, ...]
    consequences: tuple[str, ...]
    lapsed: tuple[str, ...]
    acts: tuple[str, ...]
    shared: tuple[str, ...]
    headlines: tuple[str, ...]
    goals: dict[str, bool]
    promises: dict[str, bool | None]
    came_out: tuple[str, ...]
    werkwijzen: dict[str, bool | None]
    merits: dict[str, bool]
    missed: tuple[str, ...]
    commands: int
    events: int
    reached: tuple[str, ...] = ()
    stuck: str = ""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True)
class Simulated:
    """A game without people. records: what was added to the log, from the start or from where it went on."""

    outcome: Outcome
    state: GameState
    records: tuple[Record, ...]


def levels_before(state: GameState) -> dict[str, dict[str, int]]:
    """The indicators after each round that is over, worked out from the changes: for a game that goes on from its middle."""
    clock = state.clock
    over = clock.number + (0 if clock.stage == "round" else 1)
    year_later = min((one.version for one in state.happened.values() if one.epilogue), default=state.version + 1)
    found = {}
    for number, round_ in enumerate(played_rounds(state)[: max(0, over)]):
        upto = (one for one in state.changes if one.number <= number and one.version < year_later)
        found[round_] = state.casus.indicators | {one.indicator: one.value for one in upto}
    return found


def summarise(
    state: GameState, seed: str, rounds: dict[str, dict[str, int]], commands: int, refused: list[str], stuck: str
) -> Outcome:
    """The outcome of a game at this state."""
    acts = [done for done in state.acts.values() if not done.article]
    return Outcome(
        seed=seed,
        rounds=rounds,
        final=dict(state.indicators),
        decisions={id_: now.result.option for id_, now in state.decisions.items() if now.result},
        how={id_: now.result.how for id_, now in state.decisions.items() if now.result},
        injects=tuple(id_ for id_, now in state.injects.items() if now.status == "fired"),
        consequences=tuple(id_ for id_, one in state.happened.items() if not one.retracted),
        lapsed=tuple(state.lapsed),
        acts=tuple(dict.fromkeys(f"{done.act}:{done.by}" for done in acts)),
        shared=tuple(id_ for id_, card in state.cards.items() if len(card.known) > 1),
        headlines=tuple(id_ for id_, one in state.happened.items() if one.headline and not one.retracted),
        goals=_goals(state),
        promises={one.offer: one.kept for one in state.promises.values() if one.offer},
        came_out=tuple(dict.fromkeys(done.act for done in acts if done.out)),
        werkwijzen={id_: now.well for id_, now in state.werkwijzen.items()},
        merits={f"{id_}.{one}": m.won for id_, now in state.werkwijzen.items() for one, m in now.merits.items()},
        missed=tuple(f"{id_}.{one}" for id_, now in state.werkwijzen.items() for one in now.missed),
        reached=tuple(f"{id_}.{one}" for id_, now in state.werkwijzen.items() for one in now.reached),
        commands=commands,
        events=state.version,
        stuck=stuck,
        refused=tuple(refused),
    )


def _goals(state: GameState) -> dict[str, bool]:
    seats = state.casus.seats
    return {id_: holds(state, goal) for id_ in played_seats(state) if (goal := seats[id_].goal_reached) is not None}
