"""What people answer as themselves shows to nobody by name: only together, and only from three answers on."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from tests.play import Game
from tests.rules.story import refused, table

SCREEN = Audience(kind="screen")


def at_the_pulse() -> Game:
    game = table()
    game.step(f"{next(r.id for r in game.content.casus.rounds if r.pulse)}.consequences")
    return game


def answer(game: Game, *seats: str) -> None:
    for seat in seats:
        game.play(seat, c.GivePulse(role=4, knew=2, mattered=5))


def test_two_answers_to_the_pulse_show_nothing_yet() -> None:
    game = at_the_pulse()
    answer(game, "griffier", "lokaal")
    assert all(card.role is None for card in game.see(SCREEN).pulse.values())


def test_the_pulse_never_says_which_role_answered_what() -> None:
    game = at_the_pulse()
    answer(game, *(seat for seat, s in game.state.seats.items() if s.holder))
    spread = next(iter(game.see(SCREEN).pulse.values())).role
    assert spread is not None
    assert sum(spread.counts) >= 3
    assert not spread.per_role


@pytest.mark.parametrize("who", [SCREEN, Audience(kind="facilitator", participant="f1")])
def test_the_judgement_as_a_person_is_not_told_per_role(who: Audience) -> None:
    game = table()
    game.step("debrief.judge")
    chosen = game.state.chosen[0]
    for seat, now in game.state.seats.items():
        if now.holder:
            actor = Actor(kind="player", participant=now.holder, seat=seat)
            game.do(actor, c.JudgeConsequence(consequence=chosen, as_role=1, as_person=5))
    debrief = game.see(who).debrief
    assert debrief is not None
    judged = next(card for card in debrief.judge.values() if card.consequence == chosen)
    assert judged.as_person is not None
    assert judged.as_role is not None
    assert not judged.as_person.per_role
    assert judged.as_role.per_role


def test_a_consequence_that_only_some_know_cannot_be_judged_together() -> None:
    game = table()
    game.step("r1.talk")
    game.lead(c.Unexpected(kind="happens", stock=next(iter(game.content.casus.stock)), to=("griffier",)))
    game.step("epilogue")
    secret = next(id_ for id_, h in game.state.happened.items() if h.to)
    others = tuple(id_ for id_, h in game.state.happened.items() if not h.to)[:2]
    with refused("three_needed"):
        game.lead(c.ChooseConsequences(consequences=(*others, secret)))
