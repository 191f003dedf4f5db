"""The proefbijeenkomst: who leads practises at a table of computers, it counts as no real meeting, and it can be taken away."""

from __future__ import annotations

import re

import pytest

from app.bots.house import House
from app.service import demo, games, meetings
from app.service.errors import NotFound, ServiceError
from game_rules.vocabulary.commands import NextStep

from .web import Browser, Web


def practise(web: Web, leader: Browser) -> str:
    """The leader presses the button on the page of the own meeting. Gives the id of the game."""
    answer = leader.post(f"/bijeenkomst/{web.meeting}/proef", f"/bijeenkomst/{web.meeting}")
    assert answer.status_code == 303
    found = re.fullmatch(r"/kamer/(g-\w+)/leiding", answer.headers["Location"])
    assert found
    return found[1]


def test_who_leads_practises_at_a_table_that_can_start_at_once(web: Web) -> None:
    leader = web.leader()
    game = practise(web, leader)
    state = games.state(web.lab, game)
    playable = [id_ for id_, seat in state.casus.seats.items() if seat.playable and not seat.follow_up]
    assert {state.seats[id_].player for id_ in playable} == {"computer"}
    assert demo.is_demo(web.lab, state.meeting)
    assert not demo.is_demo(web.lab, web.meeting)
    games.submit(web.lab, game, meetings.HOUSE, NextStep(from_step="lobby"), "begin")
    assert games.state(web.lab, game).clock.stage == "briefing"


def test_its_steps_are_short_and_its_rounds_are_those_of_the_shortest_edition(web: Web) -> None:
    state = games.state(web.lab, practise(web, web.leader()))
    edition = state.casus.editions[state.edition]
    shortest = min(web.lab.library.content("klein").casus.editions.values(), key=lambda one: one.duration)
    assert edition.skip == shortest.skip
    assert {(each.read, each.talk, each.act) for each in edition.minutes.values()} == {(2, 3, 2)}


def test_its_computers_do_what_people_would_but_ask_nothing_of_who_learns_to_lead(web: Web) -> None:
    game = practise(web, web.leader())
    computers = House(web.lab, lambda seconds: None)
    for step in ("lobby", "briefing", "r2.read", "r2.talk", "r2.act"):
        games.submit(web.lab, game, meetings.HOUSE, NextStep(from_step=step), f"after-{step}")
        while computers.visit(game):
            pass
    events = {type(record.event).__name__ for record in games.records(web.lab, game) if record.actor.kind == "computer"}
    assert "DecisionTaken" in events
    assert not events & {"MoveMade", "ProposalMade"}
    assert events & {"CardShared", "PromiseMade", "QuestionAsked", "SpokenWith", "ActPerformed"}


def test_nobody_comes_in_and_every_page_says_what_it_is(web: Web) -> None:
    leader = web.leader()
    game = practise(web, leader)
    meeting = games.state(web.lab, game).meeting
    assert meetings.state(web.lab, meeting).door == "not_open_yet"
    for path in (
        f"/kamer/{game}/leiding",
        f"/kamer/{game}/scherm",
        f"/kamer/{game}/zetel/griffier",
        f"/bijeenkomst/{meeting}",
    ):
        assert "Proefbijeenkomst." in leader.get(path).text, path
    assert 'id="rondleiding"' in leader.get(f"/kamer/{game}/leiding").text
    real = leader.get(f"/kamer/{web.game}/leiding").text
    assert "Proefbijeenkomst." not in real and 'id="rondleiding"' not in real


def test_the_offer_stands_on_the_first_page_and_not_for_players(web: Web) -> None:
    assert "Oefen vijf minuten" in web.leader().get("/").text
    player = web.browser()
    player.join(web.code, "Loes")
    assert "Oefen vijf minuten" not in player.get("/").text
    refused = player.post(f"/bijeenkomst/{web.meeting}/proef", "/terug")
    assert refused.status_code in (401, 403)


def test_one_button_takes_all_of_it_away(web: Web) -> None:
    leader = web.leader()
    game = practise(web, leader)
    meeting = games.state(web.lab, game).meeting
    answer = leader.post(f"/bijeenkomst/{meeting}/proef/weg", f"/kamer/{game}/leiding")
    assert answer.headers["Location"] == f"/bijeenkomst/{web.meeting}"
    assert web.lab.store.read(game) == web.lab.store.read(meeting) == ()
    with pytest.raises(NotFound):
        games.state(web.lab, game)
    assert leader.get("/").status_code == 200
    assert leader.get(f"/bijeenkomst/{web.meeting}").status_code == 200


def test_practising_again_takes_the_former_table_away(web: Web) -> None:
    leader = web.leader()
    first, second = practise(web, leader), practise(web, leader)
    assert web.lab.store.read(first) == ()
    assert web.lab.store.read(second) != ()


def test_a_real_meeting_cannot_be_taken_away_like_this(web: Web) -> None:
    leader = web.leader()
    answer = leader.post(f"/bijeenkomst/{web.meeting}/proef/weg", f"/bijeenkomst/{web.meeting}")
    assert answer.status_code == 409
    assert web.lab.store.read(web.meeting) != ()


def test_without_a_casus_there_is_nothing_to_practise(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meetings, "playable", lambda lab: [])
    with pytest.raises(ServiceError, match="no_casus"):
        demo.open_demo(web.lab)
