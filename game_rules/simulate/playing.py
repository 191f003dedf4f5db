"""Whole games without people, through the real rules: the same commands, decided and applied by the same engine.

Nobody looks at a View: seats choose straight from the state. They take every decision, vote and answer that is asked, share
or keep cards, act, promise, ask and speak. They write nothing of their own: no proposals, briefjes or free questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from .. import engine
from ..turn import may_be_played, played_rounds
from ..vocabulary import commands as c
from ..vocabulary.casus import Casus, Content
from ..vocabulary.errors import RuleError
from ..vocabulary.events import Record
from ..vocabulary.state import GameState
from . import carrying, deciding, talking
from .outcome import Simulated, levels_before, summarise
from .policies import POLICIES, Policy
from .table import LEADER, Given, Table

Policies = str | Policy | Mapping[str, str | Policy]
"""One policy for all seats, or one per seat (the other seats do as in `eigen_doel`)."""

MOST_WAKES = 60
MOST_TURNS = 4
STEPS_AROUND = 4
STEPS_PER_ROUND = 5
OVER = ("epilogue", "debrief", "closed")
NOTHING_GIVEN = Given()


def usual_table(casus: Casus) -> tuple[str, ...]:
    """The seats of a table of the usual size: those that are needed first, then in the order of the casus."""
    playable = [id_ for id_, seat in casus.seats.items() if seat.playable and not seat.follow_up]
    first = sorted(playable, key=lambda id_: not casus.seats[id_].essential)[: casus.players.usual]
    return tuple(id_ for id_ in playable if id_ in first)


def simulate_game(
    content: Content,
    edition: str,
    seats: Iterable[str],
    policy: Policies,
    seed: str,
    *,
    werkwijze: str = "",
    given: Given = NOTHING_GIVEN,
) -> Simulated:
    """Plays one game up to the end of Eén jaar later, with these seats played by the computer. Same arguments, same log.

    policy: a name from POLICIES, a Policy, or one per seat. werkwijze: chosen before the start (empty: none). given: what
    is laid down, whatever the policies would do. Raises ValueError for an unknown edition or policy, KeyError for an unknown
    seat and RuleError for a werkwijze that the rules refuse here; a later wish that they refuse is counted in the outcome
    and not repeated.
    """
    created = engine.create(content, "simulatie", "simulatie", edition, seed, "")
    first = Record(version=1, at=0, actor=LEADER, command="s0", event=created)
    table = Table(engine.start(content, first), policies_of(content.casus, policy), seed, given)
    table.records.append(first)
    if werkwijze:
        table.insist(c.ChooseWerkwijze(werkwijze=werkwijze))
    for seat in seats:
        _seat(table, seat)
    return _play_on(table, {})


def continue_game(
    state: GameState, policy: Policies, seed: str, *, given: Given = NOTHING_GIVEN, fresh_chance: bool = True
) -> Simulated:
    """Plays on from any state to the end of Eén jaar later: every seat that somebody plays goes to the computer.

    `records` of what comes back are only those that were added; versions go on from `state.version`. seed: of the seats
    and, with fresh_chance, of the chance in the rules from here on; without it that chance stays the one of the game, so
    that only the seats differ from run to run. Same arguments, same records.
    """
    begin = replace(state, seed=seed, undo=None, command_start=None) if fresh_chance else state
    table = Table(begin, policies_of(state.casus, policy), seed, given)
    if state.clock.stage in OVER:
        return _simulated(table, levels_before(state), "")
    _hand_over(table)
    return _play_on(table, levels_before(state))


def refusal_of(content: Content, edition: str, werkwijze: str) -> RuleError | None:
    """Why no table of this casus can start with this werkwijze; None when it can."""
    try:
        simulate_game(content, edition, (), {}, "", werkwijze=werkwijze)
    except RuleError as refusal:
        return refusal
    return None


def policies_of(casus: Casus, policy: Policies) -> dict[str, Policy]:
    """The policy of every seat. Raises ValueError for a name that does not exist."""
    per_seat = policy if isinstance(policy, Mapping) else dict.fromkeys(casus.seats, policy)
    return {seat: _named(per_seat.get(seat, "eigen_doel")) for seat in casus.seats}


def _named(policy: str | Policy) -> Policy:
    if isinstance(policy, Policy):
        return policy
    if policy not in POLICIES:
        raise ValueError(f"there is no policy {policy}; choose from {', '.join(POLICIES)}")
    return POLICIES[policy]


def _seat(table: Table, seat: str) -> None:
    """The computer takes this seat, if it can be played."""
    if table.state.seats[seat].player != "computer" and may_be_played(table.state, seat):
        table.lead(c.SetPlayer(seat=seat, player="computer"))


def _hand_over(table: Table) -> None:
    """Everybody gets up, the computer plays on, and the clock runs."""
    for id_, seat in table.state.seats.items():
        for person in (seat.shadow, seat.holder):
            if person:
                table.lead(c.FreeSeat(participant=person))
        if seat.played:
            _seat(table, id_)
    if table.state.clock.stage != "lobby" and not table.state.clock.running:
        table.lead(c.Resume())


def _play_on(table: Table, levels: dict[str, dict[str, int]]) -> Simulated:
    """Step by step until all delayed consequences have fallen."""
    for _ in range(STEPS_AROUND + STEPS_PER_ROUND * len(table.state.casus.rounds)):
        clock = table.state.clock
        if clock.stage in OVER:
            return _simulated(table, levels, "")
        _play_step(table)
        if clock.stage == "round" and clock.step == "consequences":
            levels[clock.round] = dict(table.state.indicators)
        if not table.lead(c.NextStep(from_step=clock.key)):
            break
    return _simulated(table, levels, table.state.clock.key)


def _simulated(table: Table, levels: dict[str, dict[str, int]], stuck: str) -> Simulated:
    outcome = summarise(table.state, table.seed, levels, table.wishes, table.refused, stuck)
    return Simulated(outcome=outcome, state=table.state, records=tuple(table.records))


def _play_step(table: Table) -> None:
    """Everybody does what there is to do at the start and at every moment at which the clock does something."""
    _everybody(table)
    clock = table.state.clock
    end = clock.since + max(0, clock.ends - clock.elapsed)
    for _ in range(MOST_WAKES):
        wake = engine.next_wake(table.state)
        if wake is None or wake > end:
            break
        table.now = max(table.now, wake)
        table.wake()
        _everybody(table)
    table.now = max(table.now, end)


def _everybody(table: Table) -> None:
    clock = table.state.clock
    if clock.stage == "meal":
        for seat in table.seats():
            talking.share(table, seat)
            talking.promise(table, seat)
    elif clock.stage == "round" and clock.step in ("talk", "act"):
        carrying.carry_out_all(table)
        talking.talk_all(table)
        if clock.step == "act":
            _decide(table)
    elif clock.step == "consequences":
        talking.tick_all(table)
        talking.judge_promises(table, clock.number >= len(played_rounds(table.state)) - 1)


def _decide(table: Table) -> None:
    """Decisions and milestones by turns: one can be what the other waits for."""
    for _ in range(MOST_TURNS):
        before = table.state.version
        carrying.carry_out_all(table)
        deciding.decide_all(table)
        if table.state.version == before:
            return
