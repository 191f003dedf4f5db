"""Whole random games: everything that is offered to anybody can be wished, in any order, while the clock ticks."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import strategies as st

from game_rules.turn import played_rounds
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.commands import ChooseWerkwijze, SetPlayer, Settle, TakeSeat, Wake
from tests.play import CLOCK, MINUTE, Game, fill_in

Watcher = Callable[[Game], None]
SLOW = {
    "next_step": 0.4,
    "close_round": 0.1,
    "go_to_epilogue": 0.05,
    "close_game": 0.02,
    "free_seat": 0.02,
    "leave_seat": 0.02,
    "take_over": 0.05,
    "resign": 0.1,
    "stop_werkwijze": 0.03,
    "pause": 0.2,
    "set_player": 0.1,
}
"""What a random facilitator or player rarely does, so that games go deep."""
VOTING = ("put_to_vote", "request_vote", "hammer", "cast_vote", "cast_ballot", "record_vote", "close_vote", "decide")

seeds = st.integers(min_value=0, max_value=2**32)


def fill_seats(game: Game, pick: random.Random) -> None:
    """Any legal filling: the essential seats by somebody, the others perhaps."""
    for id_, seat in game.content.casus.seats.items():
        if not seat.playable or seat.follow_up or (not seat.essential and pick.random() < 0.3):
            continue
        player = pick.choice(("person", "person", "person", "computer", "facilitator"))
        if player == "person":
            game.do(Actor(kind="player", participant=f"p-{id_}"), TakeSeat(seat=id_))
            if pick.random() < 0.2:
                game.do(Actor(kind="player", participant=f"s-{id_}"), TakeSeat(seat=id_, shadow=True))
        else:
            game.lead(SetPlayer(seat=id_, player=player))  # type: ignore[arg-type]


def choose_werkwijze(game: Game, pick: random.Random) -> None:
    """One of those that the casus allows, or none."""
    if game.content.werkwijzen and pick.random() < 0.7:
        game.lead(ChooseWerkwijze(werkwijze=pick.choice(sorted(game.content.werkwijzen))))


def random_game(content: Content, seed: int, edition: str, wishes: int, watch: Watcher | None = None) -> Game:
    """A game of so many random wishes, then pressed on to its end. `watch` looks after every command."""
    pick = random.Random(seed)
    game = Game(content, edition, seed=str(seed))
    if pick.random() < 0.4:
        game.lead(Settle(talk="afstand", read_private=pick.random() < 0.5))
    choose_werkwijze(game, pick)
    fill_seats(game, pick)
    for _ in range(wishes):
        if game.state.clock.stage == "closed":
            break
        wish(game, pick)
        if watch:
            watch(game)
    return game


def wish(game: Game, pick: random.Random) -> None:
    """One random audience wishes one thing that is offered to it, or the clock ticks."""
    if pick.random() < 0.05:
        game.do(CLOCK, Wake(), later=pick.randint(1, 6 * MINUTE))
        return
    audience = pick.choice(game.audiences())
    if audience.kind == "facilitator" and game.state.clock.stage == "lobby":
        man_essentials(game)
        game.step(pick.choice(("briefing", *_steps(game), "debrief.judge")))
        return
    kinds = sorted({o.command for o in game.see(audience).allowed.values() if pick.random() < SLOW.get(o.command, 1)})
    if kinds:
        voting = [kind for kind in kinds if kind in VOTING]
        kind = pick.choice(voting if voting and pick.random() < 0.7 else kinds)
        offer = pick.choice([o for o in game.see(audience).allowed.values() if o.command == kind])
        game.do(game.actor(audience), fill_in(offer, pick), later=pick.randint(0, 20_000))


def _steps(game: Game) -> tuple[str, ...]:
    rounds = played_rounds(game.state)
    return tuple(f"{id_}.{step}" for id_ in rounds for step in ("read", "talk", "act", "consequences"))


def finish(game: Game) -> None:
    """Press on to the end, as a facilitator would."""
    man_essentials(game)
    game.step("closed")


def man_essentials(game: Game) -> None:
    """The computer plays the essential seats that nobody plays."""
    for id_, seat in game.content.casus.seats.items():
        if seat.essential and not game.state.seats[id_].played:
            game.lead(SetPlayer(seat=id_, player="computer"))
