"""A table that goes on from a game that was played: its prefix byte for byte, all of it or nothing, and no people in it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from app.exports.importing import bring_in
from app.exports.parts import session
from app.exports.session_file import read
from app.service import forking, games, meetings
from app.service.errors import NotFound, ServiceError
from app.service.forking import Wish
from app.service.onward import play_on
from app.simulation.onward import TASK, Onward
from app.simulation.pool import Pool, Work
from game_rules import engine
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import Differ, FreeSeat, TakeSeat
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.meeting import CloseMeeting
from tests.app.looking_back import LEADER, Table
from tests.app.web import Web, web_in


@pytest.fixture
def table(web: Web) -> Table:
    """A table that played to its end."""
    table = Table(web)
    table.go_to("closed")
    return table


OTHERWISE = Differ(kind="decision", id="brug", option="dicht")


def test_the_prefix_is_copied_byte_for_byte_at_every_moment(table: Table, web: Web) -> None:
    parent = [entry.data for entry in web.lab.store.read(web.game)]
    for at in range(1, len(parent), 17):
        try:
            made = forking.fork(web.lab, web.game, LEADER, Wish(at=at))
        except ServiceError as refusal:
            assert refusal.code == "fork_too_late"
            continue
        copied = [entry.data for entry in web.lab.store.read(made.game)]
        assert made.at >= at
        assert copied[: made.at] == parent[: made.at]
        assert [entry.data for entry in web.lab.store.read(web.game)] == parent
        assert games.state(web.lab, made.game).fork


def test_the_table_stands_in_the_same_meeting_and_names_its_parent(table: Table, web: Web) -> None:
    made = forking.fork(web.lab, web.game, LEADER, Wish(differs=OTHERWISE))
    room = web.state().rooms[made.game]
    assert (made.meeting, made.new_meeting) == (web.meeting, False)
    assert (room.title, room.parent) == ("Vervolg op Tafel 1", web.game)
    assert forking.fork(web.lab, web.game, LEADER, Wish(at=30)).game != made.game
    assert "Vervolg op Tafel 1 (2)" in [one.title for one in web.state().rooms.values()]


def test_what_differs_says_what_it_was(table: Table, web: Web) -> None:
    made = forking.fork(web.lab, web.game, LEADER, Wish(differs=OTHERWISE))
    state = games.state(web.lab, made.game)
    assert state.decisions["brug"].result
    assert state.decisions["brug"].result.option == "dicht"
    assert made.differs == state.fork.differs  # type: ignore[union-attr]


def test_nobody_sits_there_unless_the_computer_is_asked(table: Table, web: Web) -> None:
    people = forking.fork(web.lab, web.game, LEADER, Wish(at=40))
    computer = forking.fork(web.lab, web.game, LEADER, Wish(at=40, players="both"))
    assert {seat.player for seat in games.state(web.lab, people.game).seats.values()} == {"nobody"}
    played = {id_ for id_, seat in games.state(web.lab, computer.game).seats.items() if seat.player == "computer"}
    assert played == {"burgemeester", "lokaal", "griffier", "wethouder", "groen"}


def test_chance_falls_as_it_would_have_unless_it_is_drawn_anew(table: Table, web: Web) -> None:
    same = forking.fork(web.lab, web.game, LEADER, Wish(at=40))
    anew = forking.fork(web.lab, web.game, LEADER, Wish(at=40, new_chance=True))
    assert games.state(web.lab, same.game).seed == table.state.seed
    assert games.state(web.lab, anew.game).seed != table.state.seed


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish(), "fork_where"),
        (Wish(at=-3), "fork_where"),
        (Wish(at=100_000), "fork_outside"),
        (Wish(differs=Differ(kind="decision", id="bestaat_niet", option="x")), "fork_no_such"),
        (Wish(differs=Differ(kind="card", id="bestaat_niet", to=("groen",))), "fork_no_such"),
    ],
)
def test_a_wish_that_fits_nowhere_is_refused_and_leaves_nothing(table: Table, web: Web, wish: Wish, code: str) -> None:
    before = web.lab.store.streams()
    with pytest.raises(ServiceError) as refused:
        forking.fork(web.lab, web.game, LEADER, wish)
    assert refused.value.code == code
    assert web.lab.store.streams() == before


def test_after_play_it_is_too_late(table: Table, web: Web) -> None:
    with pytest.raises(ServiceError, match="fork_too_late"):
        forking.fork(web.lab, web.game, LEADER, Wish(at=table.state.version))


def test_what_the_rules_refuse_makes_no_table(table: Table, web: Web) -> None:
    before = web.lab.store.streams(), list(web.state().rooms)
    with pytest.raises(RuleError, match="unknown_option"):
        forking.fork(web.lab, web.game, LEADER, Wish(differs=Differ(kind="decision", id="brug", option="omleiden")))
    with pytest.raises(RuleError, match="werkwijze_not_here"):
        forking.fork(web.lab, web.game, LEADER, Wish(differs=Differ(kind="werkwijze", id="burgerberaad")))
    assert (web.lab.store.streams(), list(web.state().rooms)) == before


def test_only_who_leads_makes_one(table: Table, web: Web) -> None:
    player = Actor(kind="player", participant=table.people["griffier"])
    before = web.lab.store.streams()
    with pytest.raises(RuleError, match="facilitator_only"):
        forking.fork(web.lab, web.game, player, Wish(at=40))
    assert web.lab.store.streams() == before


def test_a_meeting_that_is_over_gets_a_new_one_beside_it_without_people(table: Table, web: Web) -> None:
    meetings.submit(web.lab, web.meeting, meetings.HOUSE, CloseMeeting())
    made = forking.fork(web.lab, web.game, LEADER, Wish(at=40))
    assert made.new_meeting
    assert made.meeting != web.meeting
    assert web.lab.beside.names(made.meeting) == {}
    assert games.state(web.lab, made.game).meeting == made.meeting


def test_a_casus_whose_text_is_gone_is_named(table: Table, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    web.lab.tables.forget(web.game)
    monkeypatch.setattr(web.lab.beside, "content", lambda kept: None)
    web.lab.tables._rules["g"]._content.cache_clear()  # type: ignore[attr-defined]
    with pytest.raises(NotFound, match="content_missing") as refused:
        forking.fork(web.lab, web.game, LEADER, Wish(at=40))
    assert "‘klein’" in refused.value.message


def test_the_session_file_of_a_fork_is_a_game_of_its_own(
    table: Table, web: Web, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = forking.fork(web.lab, web.game, LEADER, Wish(differs=OTHERWISE))
    file = session(web.lab, made.game, "host")
    assert read(file).header.game == made.game
    with web_in(tmp_path_factory.mktemp("elders")) as other:
        bring_in(other.lab, read(session(web.lab, web.game, "host")), lambda meeting: True)
        done = bring_in(other.lab, read(file), lambda meeting: True)
        assert (done.game, done.again) == (made.game, False)
        here, there = games.state(web.lab, made.game), games.state(other.lab, made.game)
        assert msgspec.json.encode(here.fork) == msgspec.json.encode(there.fork)
        again = forking.fork(other.lab, made.game, LEADER, Wish(at=30))
        assert games.state(other.lab, again.game).fork.parent == made.game  # type: ignore[union-attr]


# --- played on by the computer ---------------------------------------------------------------------------------------


def pool_of(web: Web) -> Pool:
    pool: Pool = web.server.app.extensions["pool"]
    return pool


def test_the_computer_plays_a_fork_to_its_end_and_everything_can_be_looked_back_at(table: Table, web: Web) -> None:
    made = forking.fork(web.lab, web.game, LEADER, Wish(differs=OTHERWISE))
    last = play_on(web.lab, pool_of(web), made.game, LEADER)
    state = games.state(web.lab, made.game)
    assert (state.version, state.clock.stage, state.revealed) == (last, "closed", True)
    assert engine.replay(state.unwoven, games.records(web.lab, made.game)) == state
    assert {record.actor.kind for record in games.records(web.lab, made.game)[made.at :]} == {
        "facilitator",
        "computer",
        "clock",
    }


def test_the_same_fork_is_played_in_the_same_way(table: Table, web: Web) -> None:
    made = forking.fork(web.lab, web.game, LEADER, Wish(differs=OTHERWISE))
    lines = [list(pool_of(web).run(_work(web, made.game))) for _ in range(2)]
    assert lines[0] == lines[1]


def _work(web: Web, game: str) -> Work:
    found = forking.stored(web.lab, game)
    setup = Onward(
        content=msgspec.Raw(msgspec.json.encode(found.content)),
        records=tuple(msgspec.Raw(entry.data) for entry in found.entries),
        leader="f-1",
        policy="consensus",
        seats=("griffier", "burgemeester", "lokaal", "groen"),
    )
    return Work(TASK, msgspec.json.encode(setup), 1, "s")


def test_the_computer_plays_nothing_that_is_not_for_it(table: Table, web: Web) -> None:
    made = forking.fork(web.lab, web.game, LEADER, Wish(at=30, players="both"))
    with pytest.raises(ServiceError, match="no_such_policy"):
        play_on(web.lab, pool_of(web), made.game, LEADER, "slordig")
    with pytest.raises(ServiceError, match="not_a_fork"):
        play_on(web.lab, pool_of(web), web.game, LEADER)
    person = Actor(kind="player", participant=table.people["griffier"])
    games.submit(web.lab, made.game, person, TakeSeat(seat="griffier"), "sit")
    with pytest.raises(ServiceError, match="people_sit"):
        play_on(web.lab, pool_of(web), made.game, LEADER)
    games.submit(web.lab, made.game, LEADER, FreeSeat(participant=person.participant), "free")
    play_on(web.lab, pool_of(web), made.game, LEADER)
    with pytest.raises(ServiceError, match="already_played"):
        play_on(web.lab, pool_of(web), made.game, LEADER)


def test_who_sits_down_meanwhile_is_not_played_over(table: Table, web: Web) -> None:
    made = forking.fork(web.lab, web.game, LEADER, Wish(at=30, players="both"))
    person = Actor(kind="player", participant=table.people["griffier"])

    class Slow(Pool):
        def run(self, *args: Any, **kwargs: Any) -> Iterator[bytes]:
            yield from super().run(*args, **kwargs)
            games.submit(web.lab, made.game, person, TakeSeat(seat="griffier"), "sit")

    with pytest.raises(ServiceError, match="meanwhile"):
        play_on(web.lab, Slow(time.sleep), made.game, LEADER)
    assert games.state(web.lab, made.game).seats["griffier"].holder == person.participant
