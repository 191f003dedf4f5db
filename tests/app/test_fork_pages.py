"""The pages from the replay: play on from here, and what if. Only for who leads; every mistake stands on the form."""

from __future__ import annotations

import re
from html import unescape

import pytest

from app.service import games, meetings
from game_rules.vocabulary.meeting import CloseMeeting
from tests.app.looking_back import Table
from tests.app.web import Browser, Web


@pytest.fixture
def table(web: Web) -> Table:
    table = Table(web)
    table.go_to("closed")
    return table


@pytest.fixture
def leader(table: Table) -> Browser:
    return table.browser("facilitator")


def address(table: Table, page: str = "vervolg") -> str:
    return f"/kamer/{table.game}/{page}"


def forks(web: Web) -> list[str]:
    return [room.game for room in web.state().rooms.values() if room.parent]


# --- play on from here -----------------------------------------------------------------------------------------------


def test_the_replay_offers_who_leads_to_play_on_from_the_moment_that_shows(table: Table) -> None:
    page = table.page("facilitator", "terugblik?moment=20")
    assert "Speel vanaf hier opnieuw" in page
    assert re.search(r'vervolg" data-bekijk><input type="hidden" name="moment" value="20"', page)
    assert "Speel vanaf hier opnieuw" not in table.page("griffier", "terugblik")


def test_the_form_names_what_else_was_open(table: Table, leader: Browser) -> None:
    page = unescape(leader.get(address(table) + "?moment=20").text)
    assert "Het moment dat je bekeek (gebeurtenis 20)" in page
    assert "Wordt hier: De brug gaat dicht." in page
    assert "Gaat de brug dicht? Werd: De brug blijft open" in page
    assert "Het rapport. Van Wethouder Kok; wist het op het eind: Fractie Groen" in page


def test_people_find_a_table_that_stands_still_with_free_seats(table: Table, web: Web, leader: Browser) -> None:
    answer = leader.post(address(table), soort="niets", moment="20", wie="mensen")
    (fork,) = forks(web)
    assert answer.headers["Location"] == f"/kamer/{fork}/leiding"
    assert games.state(web.lab, fork).clock.running is False
    assert not any(seat.played for seat in games.state(web.lab, fork).seats.values())
    assert "Deze tafel is een vervolg op “Tafel 1”" in leader.get(f"/kamer/{fork}/leiding").text


def test_a_player_takes_a_seat_at_the_fork_and_reads_what_differs(table: Table, web: Web, leader: Browser) -> None:
    leader.post(address(table), soort="besluit", besluit="brug|dicht", wie="allebei")
    (fork,) = forks(web)
    player = web.browser()
    player.join(web.code, "Nora")
    assert "vervolg op “Tafel 1”" in player.get(f"/bijeenkomst/{web.meeting}").text
    assert "Gaat de brug dicht? Hier: De brug gaat dicht." in leader.get(f"/kamer/{fork}/scherm").text


def test_the_computer_plays_it_and_parent_and_fork_stand_side_by_side(table: Table, web: Web, leader: Browser) -> None:
    answer = leader.post(address(table), soort="besluit", besluit="brug|dicht", wie="computer", manier="consensus")
    (fork,) = forks(web)
    assert games.state(web.lab, fork).clock.stage == "closed"
    page = leader.get(answer.headers["Location"]).text
    assert "Vervolg op Tafel 1" in page
    replay = unescape(leader.get(f"/kamer/{fork}/terugblik").text)
    assert "Dit spel is een vervolg op" in replay
    assert "In het eerdere spel: De brug blijft open." in replay
    report = unescape(leader.get(f"/kamer/{fork}/verslag").text)
    assert "Dit spel is een vervolg op “Tafel 1”." in report
    assert "In het eerdere spel: De brug blijft open." in report


def test_a_fork_that_stands_ready_can_be_left_to_the_computer(table: Table, web: Web, leader: Browser) -> None:
    leader.post(address(table), soort="niets", moment="20", wie="mensen")
    (fork,) = forks(web)
    room = f"/bijeenkomst/{web.meeting}/kamers/{fork}"
    assert "Laat de computer het uitspelen" in leader.get(room).text
    leader.post(f"/kamer/{fork}/verder-spelen", room)
    assert "Laat de computer het uitspelen" not in leader.get(room).text
    assert games.state(web.lab, fork).clock.stage == "closed"


def test_a_meeting_that_is_over_gets_a_new_one_that_the_same_person_leads(
    table: Table, web: Web, leader: Browser
) -> None:
    meetings.submit(web.lab, web.meeting, meetings.HOUSE, CloseMeeting())
    assert "krijgt daarom een nieuwe bijeenkomst" in leader.get(address(table)).text
    answer = leader.post(address(table), soort="niets", moment="20", wie="allebei")
    assert leader.get(answer.headers["Location"]).status_code == 200
    assert forks(web) == []


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"soort": "besluit"}, 422, "Kies een besluit."),
        ({"soort": "besluit", "besluit": "brug|onzin"}, 409, "Kies een andere."),
        ({"soort": "kaart", "kaart": "rapport"}, 422, "Kies een kaart, en wie het hoort."),
        ({"soort": "werkwijze"}, 422, "Kies een werkwijze."),
        ({"soort": "werkwijze", "werkwijze": "onzin"}, 409, ""),
        ({"soort": "niets", "moment": ""}, 422, "Kies het moment"),
        ({"soort": "niets", "moment": "99999"}, 400, "Kies een nummer van 1 tot en met"),
        ({"soort": "niets", "moment": "²"}, 422, "Kies het moment"),
    ],
)
def test_a_mistake_stands_on_the_form_and_makes_no_table(
    table: Table, web: Web, leader: Browser, fields: dict[str, str], status: int, words: str
) -> None:
    answer = leader.post(address(table), wie="mensen", **fields)
    assert answer.status_code == status
    assert 'class="form-errors" role="alert"' in answer.text
    assert words in unescape(answer.text)
    assert forks(web) == []


@pytest.mark.parametrize("page", ["vervolg", "wat-als"])
def test_only_who_leads_comes_here(table: Table, page: str) -> None:
    assert table.browser("griffier").get(address(table, page)).status_code in (401, 403)
    assert table.web.browser().get(address(table, page)).status_code == 401


# --- what if ---------------------------------------------------------------------------------------------------------


def tried(leader: Browser, table: Table, **fields: str) -> str:
    answer = leader.post(address(table, "wat-als"), manier="eigen_doel", keren="20", **fields)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def over(leader: Browser, where: str) -> str:
    """The page when nothing more comes."""
    for _ in range(20_000):
        page = leader.get(where).text
        if "data-busy" not in page:
            return unescape(page)
    raise AssertionError("it never ended")


@pytest.mark.parametrize(
    "fields",
    [{"soort": "besluit", "besluit": "brug|dicht"}, {"soort": "kaart", "kaart": "rapport", "aan": "lokaal"}],
    ids=["decision", "card"],
)
def test_both_ranges_stand_beside_what_happened_and_stay(table: Table, leader: Browser, fields: dict[str, str]) -> None:
    where = tried(leader, table, **fields)
    page = over(leader, where)
    assert "geen voorspelling" in page
    assert "20 keer zoals het was en 20 keer anders" in page
    assert page.count("chart--fan") == 4
    assert "wat er gebeurde: R1" in page
    assert where in leader.get(address(table, "wat-als")).text
    assert leader.get(where + ".json").json["done"] == 40  # type: ignore[index]


def test_the_same_choices_give_the_same_outcome(table: Table, leader: Browser) -> None:
    found = []
    for _ in range(2):
        where = tried(leader, table, soort="besluit", besluit="brug|dicht")
        over(leader, where)
        found.append(leader.get(where + ".json").data)
    assert found[0] == found[1]


def test_it_can_be_stopped_and_shows_what_there_is(table: Table, leader: Browser) -> None:
    answer = leader.post(address(table, "wat-als"), soort="besluit", besluit="brug|dicht", keren="1000")
    where = answer.headers["Location"]
    leader.post(where + "/stop", where)
    assert "De proef is gestopt." in over(leader, where)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"soort": "besluit", "besluit": "brug|dicht", "keren": "5"}, "van 20 tot en met 1000"),
        ({"soort": "besluit", "besluit": "brug|dicht", "keren": "veel"}, "van 20 tot en met 1000"),
        ({"soort": "besluit", "besluit": "brug|dicht", "keren": "20", "manier": "slordig"}, "Kies uit: eigen_doel"),
        ({"keren": "20"}, "Kies een besluit, een kaart of een werkwijze."),
        ({"soort": "besluit", "besluit": "brug|onzin", "keren": "20"}, "Kies een andere."),
    ],
)
def test_a_mistake_in_a_what_if_stands_on_the_form(
    table: Table, leader: Browser, fields: dict[str, str], words: str
) -> None:
    answer = leader.post(address(table, "wat-als"), **fields)
    assert answer.status_code in (409, 422)
    assert words in unescape(answer.text)


def test_what_is_not_there_any_more_says_so(table: Table, leader: Browser) -> None:
    answer = leader.get(address(table, "wat-als/weg"))
    assert answer.status_code == 404
    assert "Deze proef is er niet meer" in answer.text


# --- for programs ----------------------------------------------------------------------------------------------------


def test_a_program_forks_too(table: Table, web: Web) -> None:
    token = table.tokens["facilitator"]
    points = web.api("GET", f"/games/{table.game}/fork-points", token).json
    assert points["decisions"]["brug"]["others"] == ["dicht"]
    body = {"differs": {"kind": "decision", "id": "brug", "option": "dicht"}, "play": True}
    made = web.api("POST", f"/games/{table.game}/forks", token, body)
    assert made.status_code == 201
    assert made.json["records"] == games.state(web.lab, made.json["game"]).version


def test_a_program_that_does_not_lead_may_not(table: Table, web: Web) -> None:
    token = table.tokens["griffier"]
    assert web.api("POST", f"/games/{table.game}/forks", token, {"at": 20}).status_code == 403
    assert web.api("GET", f"/games/{table.game}/fork-points", token).status_code == 403
    assert web.api("POST", f"/games/{table.game}/forks", table.tokens["facilitator"], {"at": -1}).status_code == 400
    wrong = web.api("POST", f"/games/{table.game}/forks", table.tokens["facilitator"], {})
    assert (wrong.status_code, wrong.json["code"]) == (400, "fork_where")
