"""A table goes on from the middle of a game that was played: everybody has got up, and one thing may differ."""

from __future__ import annotations

import pytest

from game_rules import codec, engine
from game_rules.fork_points import fork_points, whole
from game_rules.rules.clock import FORK_STANDS_STILL
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Actor, Audience
from tests.forks import forked
from tests.play import MINUTE, Game
from tests.rules.story import close, one, outcome, put, refused, table, titles, vote


def played() -> Game:
    """The whole of the small casus: the raad opens the bridge after a vote."""
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(5, 0), groen=(0, 4))
    close(game)
    game.step("closed")
    return game


def before(game: Game, decision: str = "brug") -> Game:
    """A fork just before this decision was taken up."""
    return forked(game, fork_points(game.content, game.log).decisions[decision].at)


CLOSE_BRIDGE = c.Differ(kind="decision", id="brug", option="dicht", former="open")


# --- the copy --------------------------------------------------------------------------------------------------------


def test_a_fork_has_the_records_of_its_parent_and_then_goes_its_own_way() -> None:
    game = played()
    fork = forked(game, 30)
    assert fork.log[:-1] == game.log[: len(fork.log) - 1]
    event = fork.log[-1].event
    assert isinstance(event, e.Forked)
    assert event.at == len(fork.log) - 1
    assert engine.replay(fork.content, fork.log) == fork.state


def test_a_fork_never_cuts_a_command_in_two() -> None:
    game = played()
    step = next(r for r in game.log if isinstance(r.event, e.StepStarted) and r.event.clock.key == "r2.read")
    end = whole(game.log, step.version)
    assert {r.command for r in game.log[step.version - 1 : end]} == {step.command}
    assert game.log[end].command != step.command


@pytest.mark.parametrize("at", [0, -1, 10_000])
def test_a_moment_outside_the_log_is_none(at: int) -> None:
    game = played()
    with pytest.raises(ValueError, match="outside 1-"):
        whole(game.log, at)
    with pytest.raises(ValueError, match="outside 1-"):
        engine.fork(tuple(game.log), at)


def test_everybody_has_got_up_and_the_clock_stands_where_it_stood() -> None:
    game = played()
    fork = before(game)
    parent = engine.replay(game.content, game.log[: fork.state.version - 1])
    assert {seat.player for seat in fork.state.seats.values()} == {"nobody"}
    assert not any(seat.holder or seat.shadow for seat in fork.state.seats.values())
    assert (fork.state.people, fork.state.professions, fork.state.pulses) == ((), {}, {})
    assert fork.state.clock.key == parent.clock.key == "r2.act"
    assert not fork.state.clock.running
    assert fork.state.indicators == parent.indicators
    assert fork.state.game == "g-fork"


def test_game_time_goes_on_from_where_it_stood_however_much_later_people_go_on() -> None:
    fork = before(played())
    stood = fork.state.clock.elapsed
    fork.lead(c.Resume(), later=3 * 24 * 60 * MINUTE)
    fork.lead(c.Pause(), later=2 * MINUTE)
    assert fork.state.clock.elapsed == stood + 2 * MINUTE
    assert fork.now - fork.state.begun_at == fork.state.clock.elapsed


def test_people_and_computers_take_the_seats_and_the_game_comes_to_its_end() -> None:
    fork = before(played())
    for seat in ("burgemeester", "griffier", "wethouder"):
        fork.lead(c.SetPlayer(seat=seat, player="computer"))
    fork.sit(lokaal="new-1", groen="new-2", wethouder="new-3")
    fork.lead(c.Resume())
    assert fork.sees("lokaal").me.seat == "lokaal"
    fork.step("closed")
    assert fork.state.clock.stage == "closed"


def test_everybody_reads_that_this_table_is_a_sequel() -> None:
    fork = before(played())
    fork.sit(lokaal="new-1")
    assert "Deze tafel is een vervolg op “Tafel 1”" in [item.title for item in fork.sees("lokaal").feed.values()]


def test_a_fork_from_the_lobby_waits_as_any_table_does_and_can_still_differ_until_it_begins() -> None:
    game = played()
    fork = forked(game, 2)
    assert (fork.state.clock.stage, fork.state.clock.pause_reason) == ("lobby", "")
    with refused("unknown_decision"):
        fork.lead(CLOSE_BRIDGE)
    fork.sit_all()
    fork.step("briefing")
    with refused("fork_went_on"):
        fork.lead(CLOSE_BRIDGE)


def test_what_was_before_the_fork_cannot_be_taken_back() -> None:
    fork = before(played())
    with refused("nothing_to_undo"):
        fork.lead(c.Undo())


def test_a_fork_of_a_fork_is_a_game_too() -> None:
    fork = before(played())
    fork.lead(CLOSE_BRIDGE)
    again = forked(fork, fork.state.version, name="g-again")
    assert again.state.fork is not None
    assert (again.state.game, again.state.fork.parent, again.state.fork.differs) == ("g-again", "g-fork", "")


def test_the_chance_of_the_fork_is_that_of_its_seed() -> None:
    game = played()
    assert forked(game, 30).state.seed == game.state.seed
    assert forked(game, 30, seed="other").state.seed == "other"


# --- what differs ----------------------------------------------------------------------------------------------------


def test_a_decision_is_taken_otherwise_with_all_that_follows_from_it() -> None:
    game = played()
    fork = before(game)
    events = fork.lead(CLOSE_BRIDGE)
    assert [type(event) for event in events][:2] == [e.Differed, e.DecisionTaken]
    assert outcome(fork) == ("dicht", "fork")
    assert fork.state.fork is not None
    assert fork.state.fork.differs == one(events, e.Differed).words
    assert "In het eerdere spel: " in fork.state.fork.differs
    fork.step("epilogue")
    followed = [one for one in fork.state.happened.values() for cause in one.causes if cause.id == "brug"]
    assert followed
    assert {one.id for one in followed} != {
        one.id for one in game.state.happened.values() for cause in one.causes if cause.id == "brug"
    }


def test_what_was_laid_down_cannot_be_taken_back_nor_changed_again() -> None:
    fork = before(played())
    fork.lead(CLOSE_BRIDGE)
    with refused("nothing_to_undo"):
        fork.lead(c.Undo())
    with refused("fork_went_on"):
        fork.lead(c.Differ(kind="decision", id="bericht", option="ja"))


def test_the_option_must_have_been_open_there() -> None:
    fork = before(played())
    with refused("unknown_option"):
        fork.lead(c.Differ(kind="decision", id="brug", option="omleiden"))
    with refused("unknown_decision"):
        fork.lead(c.Differ(kind="decision", id="bestaat_niet", option="open"))
    with refused("decided"):
        fork.lead(c.Differ(kind="decision", id="onderzoek", option="ja"))


def test_only_a_fork_that_stands_still_can_differ() -> None:
    game = played()
    with refused("not_a_fork"):
        table("r2.act").lead(CLOSE_BRIDGE)
    fork = before(game)
    assert fork.state.clock.pause_reason == FORK_STANDS_STILL
    fork.lead(c.Resume())
    with refused("fork_went_on"):
        fork.lead(CLOSE_BRIDGE)
    with refused("not_for_you"):
        fork.do(Actor(kind="helper", participant="h1"), CLOSE_BRIDGE)


def test_a_card_is_told_at_the_first_moment_at_which_it_could_be() -> None:
    game = played()
    told = next(iter(fork_points(game.content, game.log).cards.values()))
    fork = forked(game, told.at)
    fork.lead(c.Differ(kind="card", id=told.id, to=told.seats[:1]))
    assert told.seats[0] in fork.state.cards[told.id].known
    with refused("fork_went_on"):
        fork.lead(c.Differ(kind="card", id=told.id, to=told.seats[:1]))


def test_only_who_knows_the_card_reads_which_one_was_told() -> None:
    game = played()
    told = next(iter(fork_points(game.content, game.log).cards.values()))
    fork = forked(game, told.at)
    fork.lead(c.Differ(kind="card", id=told.id, to=told.seats[:1]))
    title = game.content.casus.cards[told.id].title
    for seat in ("burgemeester", "griffier", "wethouder", "lokaal", "groen"):
        seen = fork.see(Audience(kind="seat", seat=seat)).feed
        assert any(title in item.text for item in seen.values()) == (seat in (told.holder, told.seats[0]))


def test_a_card_is_told_to_who_is_there_and_does_not_know_it() -> None:
    game = played()
    told = next(iter(fork_points(game.content, game.log).cards.values()))
    fork = forked(game, told.at)
    with refused("already_known"):
        fork.lead(c.Differ(kind="card", id=told.id, to=(told.holder,)))
    with refused("already_known"):
        fork.lead(c.Differ(kind="card", id=told.id))
    with refused("not_playable"):
        fork.lead(c.Differ(kind="card", id=told.id, to=("wethouder_2",)))
    with refused("unknown_card"):
        fork.lead(c.Differ(kind="card", id="bestaat_niet", to=("groen",)))


# --- where it could have gone otherwise ------------------------------------------------------------------------------


def test_the_points_say_what_was_decided_and_what_else_was_open() -> None:
    game = played()
    points = fork_points(game.content, game.log)
    assert points.decisions["brug"].former == "open"
    assert "dicht" in points.decisions["brug"].others
    assert "open" not in points.decisions["brug"].others
    at = points.decisions["brug"].at
    state = engine.replay(game.content, game.log[:at])
    assert state.decisions["brug"].status == "asked"
    assert isinstance(game.log[at].event, e.OptionPut)


def test_a_decision_that_nobody_took_has_its_point_in_its_round() -> None:
    points = fork_points((game := played()).content, game.log)
    assert points.decisions["onderzoek"].former == ""
    assert points.decisions["onderzoek"].round == "r1"


def test_before_the_first_round_is_the_start() -> None:
    game = played()
    start = fork_points(game.content, game.log).start
    assert engine.replay(game.content, game.log[:start]).clock.stage == "briefing"
    assert isinstance(game.log[start].event, e.RoundSkipped | e.StepStarted)


def test_after_play_there_is_nothing_to_go_on_from() -> None:
    game = played()
    last = fork_points(game.content, game.log).last
    assert engine.replay(game.content, game.log[:last]).clock.stage in ("round", "meal")
    assert engine.replay(game.content, game.log[: last + 1]).clock.key != "closed"


def test_the_prefix_is_the_same_in_every_byte() -> None:
    game = played()
    stored = [codec.encode_record(record) for record in game.log]
    fork = before(game)
    again = [codec.encode_record(record) for record in fork.log]
    assert again[:-1] == stored[: len(again) - 1]


def test_titles_stay_as_they_were() -> None:
    game = played()
    fork = before(game)
    assert titles(fork)[:-1] == titles(game)[: len(titles(fork)) - 1]
