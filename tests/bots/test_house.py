"""Seats that the facilitator gave to the computer. See app/bots/house.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bots.house import House
from app.service import games
from game_rules.projections import project
from game_rules.rules.ballots import supports
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.commands import MarkReady, NextStep, Pause, PutToVote, RequestVote, SetPlayer
from game_rules.vocabulary.events import (
    ActPerformed,
    AdviceGiven,
    DecisionTaken,
    MoveMade,
    NoteSent,
    ProposalMade,
    SpokenWith,
    StepStarted,
    VoteCast,
)
from tests.app.playing import LEADER, SEATS, Playing
from tests.app.tiny import HandClock
from tests.small import small_content


@pytest.fixture
def playing(tmp_path: Path) -> Iterator[Playing]:
    made = Playing(tmp_path, HandClock(1_700_000_000_000), running=False)
    yield made
    made.stop()


@pytest.fixture
def game(playing: Playing) -> str:
    """A game in its lobby in which the computer plays every seat."""
    made = games.create(playing.lab, "m-1", "klein", next(iter(small_content().casus.editions)))
    for seat in SEATS:
        playing.leader(made, SetPlayer(seat=seat, player="computer"))
    return made


def house(playing: Playing) -> House:
    return House(playing.lab, lambda seconds: None, pace=0)


def settle(house: House, game: str) -> None:
    """Let the computer act until it has nothing left to do."""
    for _ in range(200):
        if not house.visit(game):
            return
    raise AssertionError("the computer never comes to rest")


def by_computer(playing: Playing, game: str) -> list[str]:
    return [one.actor.seat for one in games.records(playing.lab, game) if one.actor.kind == "computer"]


def test_the_computer_plays_a_whole_round_and_comes_to_rest_in_every_step(playing: Playing, game: str) -> None:
    computer = house(playing)
    for _ in range(6):
        settle(computer, game)
        playing.next_step(game)
    events = [one.event for one in games.records(playing.lab, game)]
    assert set(by_computer(playing, game)) <= set(SEATS)
    assert any(isinstance(event, DecisionTaken) and event.result.how != "unanswered" for event in events)
    assert sum(isinstance(event, StepStarted) for event in events) >= 6


def test_a_seat_acts_once_on_one_version_also_when_it_forgot_that_it_did(playing: Playing, game: str) -> None:
    playing.next_step(game)
    before = games.state(playing.lab, game)
    assert house(playing).visit(game)
    first = games.records(playing.lab, game)[-1]
    view = project(before, Audience(kind="seat", seat=first.actor.seat), None).view
    assert house(playing)._act(before, view, MarkReady())
    assert games.records(playing.lab, game)[-1] == first


def test_a_person_s_seat_is_left_alone(playing: Playing) -> None:
    game = playing.game()
    playing.next_step(game)
    assert not house(playing).visit(game)


def test_the_computer_keeps_quiet_while_the_clock_stands_still(playing: Playing, game: str) -> None:
    for _ in range(3):
        playing.next_step(game)
    playing.do(game, LEADER, Pause())
    assert not house(playing).visit(game)


def test_the_house_follows_the_game_by_itself(playing: Playing, game: str) -> None:
    computer = house(playing)
    spawned: list[tuple[object, ...]] = []
    object.__setattr__(playing.lab, "spawn", lambda work, *args: spawned.append((work, *args)))
    computer.start()
    playing.next_step(game)
    playing.next_step(game)
    assert len(spawned) == 1
    work, stream = spawned[0]
    assert callable(work)
    work(stream)
    assert by_computer(playing, game)
    assert game not in computer._awake


def test_one_game_that_stumbles_is_logged_and_does_no_harm(
    playing: Playing, game: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = house(playing)
    monkeypatch.setattr(computer, "visit", lambda game: 1 // 0)
    computer._changed.add(game)
    computer._follow(game)
    assert "stumbled" in caplog.text


def test_a_game_that_was_taken_away_is_let_go(playing: Playing, caplog: pytest.LogCaptureFixture) -> None:
    computer = house(playing)
    computer._changed.add("g-none")
    computer._follow("g-none")
    assert (caplog.text, computer._awake) == ("", set())


def test_the_computer_leaves_talk_and_temptation_to_people(playing: Playing, game: str) -> None:
    computer = house(playing)
    for _ in range(9):
        settle(computer, game)
        playing.leader(game, NextStep(from_step=games.state(playing.lab, game).clock.key))
    done = [one.event for one in games.records(playing.lab, game) if one.actor.kind == "computer"]
    assert not [
        event for event in done if isinstance(event, (NoteSent, ProposalMade, MoveMade, AdviceGiven, SpokenWith))
    ]
    assert all(event.legality == "legal" for event in done if isinstance(event, ActPerformed))


def test_the_computer_votes_as_the_casus_says(playing: Playing, game: str) -> None:
    state = games.state(playing.lab, game)
    decision, rules = next((id_, one) for id_, one in state.casus.decisions.items() if one.rule == "raad")
    while games.state(playing.lab, game).clock.key != f"{rules.round}.act":
        playing.leader(game, NextStep(from_step=games.state(playing.lab, game).clock.key))
    option = next(iter(rules.options))
    playing.leader(game, PutToVote(decision=decision, option=option))
    playing.do(game, Actor(kind="computer", seat="lokaal"), RequestVote(decision=decision))
    settle(house(playing), game)
    cast = {
        one.event.seat: one.event.votes for one in games.records(playing.lab, game) if isinstance(one.event, VoteCast)
    }
    state = games.state(playing.lab, game)
    for seat, votes in cast.items():
        assert bool(votes.for_) == (option in supports(state, seat, decision))
    assert cast
