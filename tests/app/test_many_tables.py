"""Several tables at once: dividing people, and one wish for every table."""

from __future__ import annotations

from app.service import arrivals, dividing, games, meetings, waves
from app.service.dividing import propose
from game_rules.casting import Placing
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import SetPlayer, TakeSeat
from game_rules.vocabulary.meeting import CloseRoom, RemoveParticipant
from tests.app.web import Web

FATIMA = Actor(kind="facilitator", participant="f-fatima")
JOOST = Actor(kind="facilitator", participant="f-joost")


def come_in(web: Web, number: int, *professions: str) -> list[str]:
    """So many people; gives their ids."""
    said = [*professions, *[""] * number][:number]
    return [
        arrivals.join(web.lab, web.code, f"Gast {n}", profession=said[n]).identity.participant for n in range(number)
    ]


def seats_of(web: Web, game: str) -> dict[str, tuple[str, str]]:
    state = games.state(web.lab, game)
    return {id_: (seat.holder, seat.shadow) for id_, seat in state.seats.items() if seat.holder}


def agreed(
    web: Web, way: dividing.Way = "casting", whom: dividing.Whom = "all", seed: str = "x"
) -> tuple[Placing, ...]:
    return propose(web.lab, web.meeting, way, whom, seed).division.placings


def man(web: Web, game: str) -> None:
    """The computer plays what nobody plays."""
    for id_, seat in games.state(web.lab, game).seats.items():
        there = games.state(web.lab, game).casus.seats[id_]
        if not seat.played and there.playable and not there.follow_up:
            games.submit(web.lab, game, FATIMA, SetPlayer(seat=id_, player="computer"), f"man-{id_}")


# --- dividing --------------------------------------------------------------------------------------------------------


def test_what_was_agreed_is_carried_out_and_twice_does_nothing_more(web: Web) -> None:
    other = web.open_room()
    people = come_in(web, 8, "burgemeester", "griffier")
    placings = agreed(web)
    assert dividing.carry_out(web.lab, web.meeting, FATIMA, placings, "eens") == ()
    seated = {**seats_of(web, web.game), **{f"2{k}": v for k, v in seats_of(web, other).items()}}
    assert sorted(holder for holder, _ in seated.values()) == sorted(people)
    assert all(web.state().guests[one.participant].game == one.game for one in placings)
    assert games.state(web.lab, placings[0].game).professions[people[0]] == "burgemeester"
    version = games.state(web.lab, other).version, web.state().version
    assert dividing.carry_out(web.lab, web.meeting, FATIMA, placings, "eens") == ()
    assert dividing.carry_out(web.lab, web.meeting, FATIMA, placings, "nog eens") == ()
    assert (games.state(web.lab, other).version, web.state().version) == version


def test_everybody_can_change_places_before_the_start(web: Web) -> None:
    other = web.open_room()
    come_in(web, 9)
    dividing.carry_out(web.lab, web.meeting, FATIMA, agreed(web, seed="een"), "een")
    again = agreed(web, seed="twee")
    assert dividing.carry_out(web.lab, web.meeting, FATIMA, again, "twee") == ()
    wanted = {(one.game, one.seat, one.shadow): one.participant for one in again}
    found = {
        (game, seat, shadow): person
        for game in (web.game, other)
        for seat, pair in seats_of(web, game).items()
        for shadow, person in zip((False, True), pair, strict=True)
        if person
    }
    assert found == wanted


def test_who_cannot_be_placed_is_named_with_the_reason_and_the_rest_stands(web: Web) -> None:
    other = web.open_room()
    people = come_in(web, 6)
    placings = agreed(web)
    gone = placings[0].participant
    meetings.submit(web.lab, web.meeting, FATIMA, RemoveParticipant(participant=gone))
    taken = next(one for one in placings[1:] if one.seat)
    meetings.rename(web.lab, web.meeting, people[0], "Zeger")
    late = arrivals.join(web.lab, web.code, "Laat").identity.participant
    games.submit(web.lab, taken.game, Actor(kind="player", participant=late), TakeSeat(seat=taken.seat), "late")
    failed = {one.participant: one.message for one in dividing.carry_out(web.lab, web.meeting, FATIMA, placings, "x")}
    assert set(failed) == {gone, taken.participant}
    assert all(message.endswith(".") for message in failed.values())
    rest = [one for one in placings if one.participant not in failed]
    seated = {**seats_of(web, web.game)}, {**seats_of(web, other)}
    assert sum(len(table) for table in seated) == len(rest) + 1


def test_two_facilitators_who_divide_at_once_leave_nobody_on_two_seats(web: Web) -> None:
    other = web.open_room()
    come_in(web, 8)
    one, two = agreed(web, seed="een"), agreed(web, seed="twee")
    dividing.carry_out(web.lab, web.meeting, FATIMA, one, "een")
    assert dividing.carry_out(web.lab, web.meeting, JOOST, two, "twee") == ()
    everybody = [p for game in (web.game, other) for pair in seats_of(web, game).values() for p in pair if p]
    assert len(everybody) == len(set(everybody)) == 8


def test_a_latecomer_is_cast_at_a_running_table_and_nobody_moves(web: Web) -> None:
    other = web.open_room()
    come_in(web, 6)
    dividing.carry_out(web.lab, web.meeting, FATIMA, agreed(web), "x")
    for game in (web.game, other):
        man(web, game)
    waves.pass_on(web.lab, web.meeting, FATIMA, "start", "s", {})
    before = seats_of(web, web.game), seats_of(web, other)
    late = come_in(web, 1)[0]
    proposal = propose(web.lab, web.meeting, "casting", "new", "x")
    assert [one.participant for one in proposal.division.placings] == [late]
    assert propose(web.lab, web.meeting, "casting", "all", "x").games == {}
    dividing.carry_out(web.lab, web.meeting, FATIMA, proposal.division.placings, "laat")
    after = seats_of(web, web.game), seats_of(web, other)
    assert all(before[table].items() <= after[table].items() for table in (0, 1))
    assert sum(map(len, after)) == 7


def test_a_closed_room_and_a_room_without_people_are_said(web: Web) -> None:
    other = web.open_room()
    come_in(web, 5)
    short = propose(web.lab, web.meeting, "lot", "all", "x").division
    assert (sum(short.short.values()), short.close) == (3, (other,))
    meetings.submit(web.lab, web.meeting, FATIMA, CloseRoom(game=other))
    alone = propose(web.lab, web.meeting, "lot", "all", "x")
    assert (list(alone.games), alone.division.short) == ([web.game], {})


# --- one wish for all tables -----------------------------------------------------------------------------------------


def running(web: Web) -> tuple[str, str]:
    """Two tables in the first round."""
    other = web.open_room()
    for game in (web.game, other):
        man(web, game)
    assert all(one.done for one in waves.pass_on(web.lab, web.meeting, FATIMA, "start", "begin", {}))
    assert all(one.done for one in waves.pass_on(web.lab, web.meeting, FATIMA, "next", "lezen", seen(web)))
    return web.game, other


def seen(web: Web) -> dict[str, str]:
    """The step of each table, as it would stand on a screen."""
    return {game: games.state(web.lab, game).clock.key for game in web.state().rooms}


def test_a_table_that_cannot_start_says_why_and_the_other_starts(web: Web) -> None:
    other = web.open_room("Bij het raam")
    man(web, other)
    replies = {one.game: one for one in waves.pass_on(web.lab, web.meeting, FATIMA, "start", "s", {})}
    assert (replies[web.game].done, replies[web.game].code) == (False, "not_ready_to_start")
    assert (replies[other].done, replies[other].title) == (True, "Bij het raam")
    again = {one.game: one.code for one in waves.pass_on(web.lab, web.meeting, JOOST, "start", "t", {})}
    assert again == {web.game: "not_ready_to_start", other: "already_begun"}


def test_two_facilitators_and_double_clicks_move_nothing_twice(web: Web) -> None:
    one, other = running(web)
    stood = seen(web)
    assert set(stood.values()) == {"r1.read"}
    first = waves.pass_on(web.lab, web.meeting, FATIMA, "next", "klik", stood)
    twice = waves.pass_on(web.lab, web.meeting, FATIMA, "next", "klik", stood)
    second = waves.pass_on(web.lab, web.meeting, JOOST, "next", "klik", stood)
    assert [reply.done for reply in (*first, *twice)] == [True] * 4
    assert {reply.code for reply in second} == {"step_changed"}
    assert set(seen(web).values()) == {"r1.talk"}
    for _ in range(2):
        waves.pass_on(web.lab, web.meeting, FATIMA, "longer", "klok", {})
    for game in (one, other):
        clock = games.state(web.lab, game).clock
        assert clock.ends - clock.started == 9 * 60_000
    told = [item.title for item in games.state(web.lab, one).feed.values()]
    assert told.count("Deze stap duurt 1 minuut langer") == 1


def test_one_table_alone_and_a_table_that_opened_meanwhile(web: Web) -> None:
    one, other = running(web)
    stood = seen(web)
    assert [r.game for r in waves.pass_on(web.lab, web.meeting, FATIMA, "pause", "p", stood, only=other)] == [other]
    assert games.state(web.lab, one).clock.running
    paused = {r.game: r.code for r in waves.pass_on(web.lab, web.meeting, FATIMA, "pause", "q", stood)}
    assert paused == {one: "", other: "paused"}
    new = web.open_room()
    assert {r.game: r.code for r in waves.pass_on(web.lab, web.meeting, FATIMA, "next", "n", stood)}[new] == "not_seen"


def test_the_whole_evening_goes_on_for_all_tables_together(web: Web) -> None:
    one, other = running(web)
    for wish in ("pause", "resume", "much_longer", "shorter"):
        assert all(r.done for r in waves.pass_on(web.lab, web.meeting, FATIMA, wish, wish, seen(web))), wish
    assert {r.code for r in waves.pass_on(web.lab, web.meeting, FATIMA, "debrief", "te vroeg", {})} == {
        "not_at_epilogue"
    }
    for wish in ("close_round", "epilogue", "debrief"):
        assert all(r.done for r in waves.pass_on(web.lab, web.meeting, FATIMA, wish, wish, seen(web))), wish
    assert set(seen(web).values()) == {"debrief.note"}
    assert {r.step for r in waves.pass_on(web.lab, web.meeting, FATIMA, "pause", "p", {})} == {
        "Nabespreking · Stille notitie"
    }
    assert games.state(web.lab, one).clock.stage == games.state(web.lab, other).clock.stage == "debrief"


def test_a_wish_for_all_tables_closes_no_game(web: Web) -> None:
    running(web)
    for number in range(30):
        replies = waves.pass_on(web.lab, web.meeting, FATIMA, "next", f"stap-{number}", seen(web))
    assert {reply.code for reply in replies} == {"closes_the_game"}
    assert set(seen(web).values()) == {"debrief.handvat"}


def test_everything_opens_at_all_tables_at_once(web: Web) -> None:
    tables = running(web)
    for number in range(30):
        waves.pass_on(web.lab, web.meeting, FATIMA, "next", f"stap-{number}", seen(web))
    assert all(reply.done for reply in waves.pass_on(web.lab, web.meeting, FATIMA, "reveal", "open", {}))
    assert all(games.state(web.lab, game).revealed for game in tables)
    again = waves.pass_on(web.lab, web.meeting, JOOST, "reveal", "nog eens", {})
    assert {reply.code for reply in again} == {"already_revealed"}
