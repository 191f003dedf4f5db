"""How a werkwijze fared on this server: counts of three games or more, worked out once, without the demo and copies."""

from __future__ import annotations

import pytest

from app.service import demo, fared, games, meetings
from app.service.fared import Count
from app.service.forking import Wish, fork
from game_rules.turn import may_be_played
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import ChooseWerkwijze, Command, NextStep, Resume, SetPlayer, StopWerkwijze
from tests.app.session import TALK
from tests.app.web import Web

LEADER = Actor(kind="facilitator", participant="f-1")


class Evenings:
    """Tables that the leader plays alone, without doing anything."""

    def __init__(self, web: Web) -> None:
        self.web, self._count = web, 0

    def do(self, game: str, command: Command) -> None:
        self._count += 1
        games.submit(self.web.lab, game, LEADER, command, f"e-{self._count}")

    def played(self, game: str = "", *, until: str = "debrief.note", stop: bool = False) -> str:
        """A game with the dorpsgesprek, played to this step."""
        game = game or self.web.open_room()
        self.sit(game)
        self.do(game, ChooseWerkwijze(werkwijze=TALK))
        if stop:
            self.go_to(game, "r2.talk")
            self.do(game, StopWerkwijze(werkwijze=TALK, reason="Er kwam niemand."))
        self.go_to(game, until)
        return game

    def sit(self, game: str) -> None:
        """The leader plays every seat that the computer does not."""
        state = games.state(self.web.lab, game)
        for seat, now in state.seats.items():
            if now.player != "computer" and may_be_played(state, seat):
                self.do(game, SetPlayer(seat=seat, player="facilitator"))

    def go_to(self, game: str, until: str) -> None:
        for _ in range(40):
            key = games.state(self.web.lab, game).clock.key
            if key == until:
                return
            self.do(game, NextStep(from_step=key))
        raise AssertionError(f"never at {until}")

    def fared(self) -> fared.Fared | None:
        return fared.fared(self.web.lab, TALK)


@pytest.fixture
def evenings(web: Web) -> Evenings:
    return Evenings(web)


def test_nothing_is_told_of_fewer_than_three_games_that_came_to_their_end(evenings: Evenings) -> None:
    for _ in range(2):
        evenings.played()
    busy = evenings.played(until="r2.talk")
    assert evenings.fared() is None
    evenings.go_to(busy, "debrief.note")
    found = evenings.fared()
    assert found is not None
    assert (found.played, found.complete) == (3, True)
    assert fared.fared(evenings.web.lab, "weekmarkt") is None


def test_it_counts_well_badly_stopped_and_each_merit(evenings: Evenings) -> None:
    for stop in (True, False, False):
        evenings.played(stop=stop)
    found = evenings.fared()
    assert found is not None
    assert (found.well, found.badly, found.stopped) == (0, 3, 1)
    assert found.merits == {name: Count(0, 3) for name in ("geantwoord", "gebruikt", "verteld")}


def test_demo_meetings_and_copies_count_nowhere(evenings: Evenings) -> None:
    lab = evenings.web.lab
    parent = evenings.played(until="r1.talk")
    copy = fork(lab, parent, LEADER, Wish(at=games.state(lab, parent).version)).game
    evenings.sit(copy)
    if not games.state(lab, copy).clock.running:
        evenings.do(copy, Resume())
    for game in (parent, copy):
        evenings.go_to(game, "debrief.note")
    evenings.played()
    opened = demo.open_demo(lab)
    evenings.played(opened.game, until="debrief.note")
    assert evenings.fared() is None


def test_a_game_is_worked_out_once(evenings: Evenings, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        evenings.played()
    first = evenings.fared()

    def again(*_: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(fared, "_outcome", again)
    assert evenings.fared() == first


def test_of_many_games_a_few_are_worked_out_while_somebody_waits_and_the_rest_after(
    evenings: Evenings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        evenings.played()
    later: list[tuple[object, ...]] = []
    monkeypatch.setattr(fared, "AT_ONCE", 3)
    object.__setattr__(evenings.web.lab, "spawn", lambda work, *args: later.append((work, *args)))
    first = evenings.fared()
    assert first is not None
    assert (first.played, first.complete) == (3, False)
    assert len(later) == 1
    evenings.fared()
    work, *args = later[0]
    work(*args)  # type: ignore[operator]
    found = evenings.fared()
    assert found is not None
    assert (found.played, found.complete) == (4, True)


def test_what_was_taken_away_counts_no_more(evenings: Evenings) -> None:
    lab = evenings.web.lab
    last = [evenings.played() for _ in range(3)][-1]
    assert evenings.fared() is not None
    lab.store.remove(last)
    assert evenings.fared() is None
    assert last not in lab.outcomes.known
    assert meetings.state(lab, evenings.web.meeting).rooms


def test_the_page_of_the_werkwijze_tells_it_from_three_tables_on(evenings: Evenings, web: Web) -> None:
    page = f"/lab/werkwijzen/{TALK}"
    evenings.played()
    evenings.played()
    assert "nog geen drie tafels" in web.browser().get(page).text
    evenings.played(stop=True)
    told = web.browser().get(page).text
    assert "3 tafels speelden dit tot het eind" in told
    assert "waarvan 1 keer gestaakt" in told
