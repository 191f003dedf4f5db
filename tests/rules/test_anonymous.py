"""What people answer as themselves shows to nobody by name: only together, and only from three answers on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game_rules.projections.spreads import per_profession
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


# --- per profession --------------------------------------------------------------------------------------------------


def spread_of(**professions: str) -> dict[str, int]:
    """The named groups, with how many answered, of people with these professions."""
    state = replace(table().state, professions=professions)
    shown = per_profession(state, ((person, 3) for person in professions))
    return {name: sum(counts) for name, counts in shown.per_profession.items()} if shown else {"too few": 0}


def test_two_answers_show_nothing_at_all() -> None:
    assert spread_of(a="griffier", b="griffier") == {"too few": 0}


def test_a_profession_is_named_from_three_answers() -> None:
    three = dict.fromkeys("abc", "griffier")
    others = {"d": "wethouder", "e": "raadslid", "f": "anders"}
    assert spread_of(**three, **others) == {"Griffier": 3, "Anders": 3}


def test_a_rest_of_one_or_two_takes_the_smallest_group_with_it() -> None:
    """Else the rest could be counted back from the whole: here it would be one wethouder."""
    griffiers, raadsleden = dict.fromkeys("abc", "griffier"), dict.fromkeys("defg", "raadslid")
    assert spread_of(**griffiers, **raadsleden, h="wethouder") == {"Raadslid": 4, "Anders": 4}


def test_groups_that_are_all_too_small_are_not_told_apart() -> None:
    assert spread_of(a="griffier", b="wethouder", c="raadslid") == {}


def test_who_did_not_say_what_they_do_counts_with_the_others() -> None:
    assert spread_of(**dict.fromkeys("abc", "griffier"), **dict.fromkeys("def", "")) == {"Griffier": 3, "Anders": 3}


@given(st.lists(st.sampled_from(["griffier", "wethouder", "raadslid", "burgemeester", "anders"]), max_size=14))
def test_no_named_group_and_no_rest_is_ever_smaller_than_three(professions: list[str]) -> None:
    groups = spread_of(**{f"p{number}": found for number, found in enumerate(professions)})
    assert all(size >= 3 for size in groups.values()) or groups == {"too few": 0}
    assert sum(groups.values()) in (0, len(professions))


def test_a_consequence_that_only_some_know_cannot_be_judged_together() -> None:
    game = table()
    game.step("r1.talk")
    game.lead(c.Unexpected(kind="happens", stock=next(iter(game.content.casus.stock)), to=("griffier",)))
    game.step("epilogue")
    secret = next(id_ for id_, h in game.state.happened.items() if h.to)
    others = tuple(id_ for id_, h in game.state.happened.items() if not h.to)[:2]
    with refused("three_needed"):
        game.lead(c.ChooseConsequences(consequences=(*others, secret)))
