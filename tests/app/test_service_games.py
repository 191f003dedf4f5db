"""A real game on a real file: create, play, wake, restart. See app/service/games.py."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.service import games
from app.service.errors import NotFound, ServiceError
from app.service.streams import submit_at
from game_rules import engine
from game_rules.vocabulary.commands import Bookmark, NextStep, Pause, Resume, SendNote
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.events import ClockPaused, GameCreated, InjectFired
from tests.app.playing import LEADER, Playing, player
from tests.app.tiny import HandClock
from tests.small import small_content


@pytest.fixture
def clock() -> HandClock:
    return HandClock(1_700_000_000_000)


@pytest.fixture
def playing(tmp_path: Path, clock: HandClock) -> Iterator[Playing]:
    made = Playing(tmp_path, clock, running=False)
    yield made
    made.stop()


def test_a_game_is_created_with_its_content_kept_by_hash(playing: Playing) -> None:
    game = playing.game()
    first = games.records(playing.lab, game)[0].event
    assert isinstance(first, GameCreated)
    assert playing.lab.beside.content(first.content) is not None
    assert games.state(playing.lab, game).casus == small_content().casus


def test_an_unknown_edition_or_game_is_refused(playing: Playing) -> None:
    with pytest.raises(ServiceError, match="no_such_edition"):
        games.create(playing.lab, "m-1", "klein", "week")
    with pytest.raises(NotFound):
        games.state(playing.lab, "g-none")


def test_live_state_equals_the_replayed_log(playing: Playing) -> None:
    game = playing.game()
    for _ in range(5):
        playing.next_step(game)
    replayed = engine.replay(small_content(), games.records(playing.lab, game))
    assert games.state(playing.lab, game) == replayed


def test_a_game_comes_back_the_same_after_a_restart(playing: Playing, tmp_path: Path, clock: HandClock) -> None:
    game = playing.game()
    playing.next_step(game)
    before = games.state(playing.lab, game)
    playing.stop()
    again = Playing(tmp_path, clock, running=False)
    assert games.state(again.lab, game) == before
    again.stop()


def test_a_doubled_click_on_next_step_moves_one_step(playing: Playing) -> None:
    game = playing.game()
    wish = NextStep(from_step="lobby")
    first = games.submit(playing.lab, game, LEADER, wish, "click")
    again = games.submit(playing.lab, game, LEADER, wish, "click")
    assert (again.version, again.again) == (first.version, True)
    assert games.state(playing.lab, game).clock.stage == "briefing"


def test_a_refused_command_says_why_and_stores_nothing(playing: Playing) -> None:
    game = playing.game()
    before = games.state(playing.lab, game)
    with pytest.raises(RuleError):
        playing.do(game, player("griffier"), Bookmark(text="niet voor mij"))
    assert games.state(playing.lab, game) is before


def test_watchers_hear_of_every_commit_until_they_stop(playing: Playing) -> None:
    game = playing.game()
    playing.next_step(game)
    heard: list[int] = []
    unwatch = games.watch(playing.lab, game, lambda stream, version: heard.append(version))
    versions = [playing.leader(game, Bookmark(text="a")), playing.leader(game, Bookmark(text="b"))]
    unwatch()
    playing.leader(game, Bookmark(text="c"))
    assert heard == versions


def to_first_wake(playing: Playing) -> tuple[str, int]:
    """A game in its first round that waits for a scheduled inject; and the moment at which that is due."""
    game = playing.game()
    for _ in range(2):
        playing.next_step(game)
    return game, playing.lab.store.wakes()[game]


def fired(playing: Playing, game: str) -> list[str]:
    return [one.event.inject for one in games.records(playing.lab, game) if isinstance(one.event, InjectFired)]


def test_a_scheduled_inject_falls_when_the_clock_comes_by_and_not_before(playing: Playing, clock: HandClock) -> None:
    game, at = to_first_wake(playing)
    before = fired(playing, game)
    playing.move_clock(clock, at - 1)
    games.wake(playing.lab, game)
    assert fired(playing, game) == before
    playing.move_clock(clock, at)
    games.wake(playing.lab, game)
    games.wake(playing.lab, game)
    assert len(fired(playing, game)) == len(before) + 1


def test_the_running_server_wakes_a_game_by_itself(playing: Playing, clock: HandClock) -> None:
    game, at = to_first_wake(playing)
    before = len(fired(playing, game))
    woken = threading.Event()
    games.watch(playing.lab, game, lambda *_: woken.set())
    playing.move_clock(clock, at)
    playing.lab.spawn(playing.lab.schedule.run)
    assert woken.wait(20)
    assert len(fired(playing, game)) == before + 1


def test_a_pause_moves_the_wake_and_resuming_fires_nothing_early_or_twice(playing: Playing, clock: HandClock) -> None:
    game, at = to_first_wake(playing)
    before = fired(playing, game)
    playing.leader(game, Pause())
    assert game not in playing.lab.store.wakes()
    playing.move_clock(clock, at + 600_000)
    games.wake(playing.lab, game)
    playing.leader(game, Resume())
    games.wake(playing.lab, game)
    assert fired(playing, game) == before
    assert playing.lab.store.wakes()[game] == at + 600_000 + (at - 1_700_000_000_000)


def test_a_crash_pauses_the_game_from_the_last_sign_of_life(playing: Playing, tmp_path: Path, clock: HandClock) -> None:
    game, _ = to_first_wake(playing)
    playing.move_clock(clock, clock.time + 30_000)
    playing.crash()
    clock.time += 3_600_000
    again = Playing(tmp_path, clock, running=False)
    again.lab.heartbeat.start()
    last = games.records(again.lab, game)[-1]
    assert isinstance(last.event, ClockPaused)
    assert last.event.elapsed == 30_000
    assert last.actor.kind == "clock"
    again.leader(game, Resume())
    assert games.state(again.lab, game).clock.running
    again.stop()


def test_a_paused_game_stays_as_it_is_after_a_crash(playing: Playing, tmp_path: Path, clock: HandClock) -> None:
    game, _ = to_first_wake(playing)
    playing.leader(game, Pause(reason="koffie"))
    version = games.state(playing.lab, game).version
    playing.crash()
    again = Playing(tmp_path, clock, running=False)
    again.lab.heartbeat.start()
    assert games.state(again.lab, game).version == version
    again.stop()


def test_an_events_time_never_runs_back(playing: Playing, clock: HandClock) -> None:
    game = playing.game()
    playing.next_step(game)
    submit_at(playing.lab, game, LEADER, Bookmark(text="later"), "b-1", clock.time - 999_999)
    times = [record.at for record in games.records(playing.lab, game)]
    assert times == sorted(times)


def test_a_player_can_send_a_note_in_a_round(playing: Playing) -> None:
    game, _ = to_first_wake(playing)
    playing.do(game, player("griffier"), SendNote(to="lokaal", text="Praten we zo?"))
    assert [note.text for note in games.state(playing.lab, game).notes.values()] == ["Praten we zo?"]
