"""People between meeting and table: who arrives waits there by name, and a facilitator can put them on a seat."""

from __future__ import annotations

from app.service import games, meetings
from game_rules.rules.seats import waiting
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import AssignSeat
from game_rules.vocabulary.meeting import RemoveParticipant
from tests.app.web import Web

LEADER = Actor(kind="facilitator", participant="f-1")


def arrived(web: Web) -> tuple[str, str]:
    """The game and the participant of somebody who has just come in."""
    web.browser().join(web.code, "Fatima")
    person = web.state().present[0].participant
    return web.state().guests[person].game, person


def test_who_joins_waits_at_the_table_without_a_seat(web: Web) -> None:
    game, person = arrived(web)
    assert waiting(games.state(web.lab, game)) == (person,)


def test_a_facilitator_puts_somebody_who_waits_on_a_seat(web: Web) -> None:
    game, person = arrived(web)
    seat = next(id_ for id_, s in games.state(web.lab, game).casus.seats.items() if s.playable)
    games.submit(web.lab, game, LEADER, AssignSeat(seat=seat, participant=person), "t-1")
    state = games.state(web.lab, game)
    assert state.seats[seat].holder == person
    assert waiting(state) == ()


def test_the_desk_names_who_waits(web: Web) -> None:
    game, _ = arrived(web)
    page = web.leader().get(f"/kamer/{game}/leiding").text
    assert "Zonder zetel" in page
    assert "Fatima" in page


def test_who_is_taken_out_of_the_meeting_leaves_the_table(web: Web) -> None:
    game, person = arrived(web)
    meetings.submit(web.lab, web.meeting, LEADER, RemoveParticipant(participant=person))
    assert games.state(web.lab, game).people == ()
