"""What every audience sees of a game: the game itself, the clock, the seats."""

from __future__ import annotations

import re

from ..rules.clock import round_, step_label
from ..rules.guard import STEP_WORDS
from ..turn import at_table, played_rounds
from ..vocabulary.state import GameState
from ..vocabulary.views import ClockCard, GameCard, RoundMark, SeatCard

_ROUND = re.compile(r"\bronde (\d+)\b")


def renumbered(state: GameState, text: str) -> str:
    """A text of the casus whose round numbers (`na ronde 6`) are those that this edition plays.

    A round that is skipped takes the number of the last one played before it, and never less than 1.
    """
    played = played_rounds(state)
    order = [one.id for one in state.casus.rounds]
    if len(played) == len(order):
        return text
    return _ROUND.sub(lambda found: f"ronde {max(1, sum(one in played for one in order[: int(found[1])]))}", text)


def decision_sources(s: GameState) -> tuple[object, ...]:
    """Everything that a decision on a screen is made of: also what a condition on an option or a stand may ask."""
    return (
        s.decisions, s.seats, s.stands, s.proposals, s.indicators, s.acts, s.cards, s.clock, s.questions, s.promises,
        s.happened, s.injects, s.speeches, s.resigned, s.werkwijzen,
    )  # fmt: skip


def game_card(state: GameState) -> GameCard:
    """What everybody knows about the game."""
    casus = state.casus
    return GameCard(
        id=state.game,
        meeting=state.meeting,
        title=casus.title,
        gemeente=state.content.gemeente.name,
        newspaper=state.content.gemeente.newspaper,
        constellation=casus.constellation,
        edition=casus.editions[state.edition].label,
        summary=casus.summary,
        dilemma=casus.dilemma,
        opening=casus.opening,
        talk=state.talk,
        read_private=state.read_private,
        screens_closed=state.screens_closed,
        revealed=state.revealed,
        **_fork(state),
    )


def _fork(state: GameState) -> dict[str, str]:
    """On which table this one follows. What only some seats may know is told to all after the reveal."""
    fork = state.fork
    if fork is None:
        return {}
    differs = fork.differs if not fork.to or state.revealed else SECRETLY
    return {"follows": fork.title or "een ander spel", "parent": fork.parent, "differs": differs}


SECRETLY = "Eén kaart is hier op een ander moment gedeeld."


def clock_card(state: GameState) -> ClockCard:
    """Where the game stands."""
    clock = state.clock
    in_round = clock.stage in ("round", "meal")
    here = round_(state, clock.round) if in_round else None
    return ClockCard(
        stage=clock.stage,
        key=clock.key,
        label=step_label(state, clock),
        round=clock.round if in_round else "",
        number=clock.number + 1 if in_round else 0,
        count=len(played_rounds(state)),
        title=here.title if here else "",
        phase=here.phase if here else "",
        moment=here.moment if here else "",
        intro=here.intro if here else "",
        guide=here.guide if here else (),
        step=clock.step,
        step_label=STEP_WORDS[clock.step or clock.stage],
        running=clock.running,
        pause_reason=clock.pause_reason,
        ends_at=clock.since + clock.ends - clock.elapsed if clock.running and clock.ends else 0,
        left=max(0, clock.ends - clock.elapsed) if not clock.running else 0,
        suspended_until=_suspended(state),
        rounds=_marks(state),
    )


def _suspended(state: GameState) -> int:
    clock = state.clock
    return clock.since + state.suspended_until - clock.elapsed if state.suspended_until and clock.running else 0


def _marks(state: GameState) -> dict[str, RoundMark]:
    marks = {}
    for order, id_ in enumerate(played_rounds(state)):
        found = round_(state, id_)
        now = order == state.clock.number and state.clock.stage in ("round", "meal")
        status = "now" if now else "done" if order <= state.clock.number else "later"
        marks[id_] = RoundMark(order=order, title=found.title, phase=found.phase, status=status)  # type: ignore[arg-type]
    return marks


def seat_cards(state: GameState) -> dict[str, SeatCard]:
    """The seats of the table, with the members of an organ that nobody can play. No vervolgrol that nobody took."""
    cards = {}
    for order, (id_, seat) in enumerate(state.casus.seats.items()):
        if not at_table(state, id_):
            continue
        role, now = state.content.roles[seat.role], state.seats[id_]
        cards[id_] = SeatCard(
            order=order,
            label=seat.label,
            role=seat.role,
            role_label=role.label,
            short=role.short,
            hue=role.hue,
            player=now.player,
            weight=seat.weight,
            bloc=seat.bloc,
            holder=now.holder,
            shadow=now.shadow,
            swap=now.swap,
            present=now.present,
            successor=now.successor,
            vacant=now.vacant,
            follow_up=seat.follow_up,
            ready=now.ready,
            essential=seat.essential,
            playable=seat.playable,
            speaks=state.speakers.index(id_) + 1 if id_ in state.speakers else 0,
        )
    return cards
