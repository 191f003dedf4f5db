"""Leading a meeting: the door, the rooms, the people and the links, as a browser sees them."""

from __future__ import annotations

import re

import pytest

from app.codes import grouped
from app.ports import Identity
from app.service import arrivals, games, meetings
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import TakeSeat
from tests.app.web import Browser, Web


def overview(web: Web) -> str:
    return f"/bijeenkomst/{web.meeting}"


def press(web: Web, leader: Browser, path: str, **fields: str) -> int:
    """Press a button on the page of the meeting."""
    return leader.post(f"{overview(web)}/{path}", overview(web), **fields).status_code


def test_the_link_shows_a_button_first_and_works_on_a_second_device(web: Web) -> None:
    link = meetings.link(web.lab, web.meeting, "facilitator")
    one, two = web.browser(), web.browser()
    assert "Ik leid deze bijeenkomst" in one.get(link).text
    assert one.get(overview(web)).status_code == 401
    for browser, name in ((one, "Fatima"), (two, "Joost")):
        assert browser.follow(link, name).location == overview(web)
        assert browser.get(overview(web)).status_code == 200
    assert "Verder naar de bijeenkomst" in one.get(link).text


def test_the_page_shows_code_qr_link_and_rooms(web: Web) -> None:
    page = web.leader().get(overview(web)).text
    assert grouped(web.code) in page
    assert f"http://zaal.local/m/{web.code}" in page
    assert "<svg" in page.split('class="qr"')[1]
    assert f"/kamer/{web.game}/leiding" in page
    assert f"/kamer/{web.game}/scherm" in page


def test_the_qr_needs_no_exception_in_the_csp(web: Web) -> None:
    page = web.leader().get(overview(web)).text
    assert "style=" not in page
    assert "onclick" not in page


def test_the_door_opens_and_closes(web: Web) -> None:
    leader = web.leader()
    assert press(web, leader, "deur", stand="dicht") == 303
    assert web.state().door == "closed"
    assert "Doe de deur open" in leader.get(overview(web)).text
    assert press(web, leader, "deur", stand="open") == 303
    assert web.state().door == "open"
    assert press(web, leader, "deur", stand="kier") == 400


def test_a_room_is_opened_with_a_casus_and_an_edition(web: Web) -> None:
    leader = web.leader()
    assert press(web, leader, "kamers", casus="klein:avond", title="Bij het raam") == 303
    room = list(web.state().rooms.values())[-1]
    assert (room.title, room.edition) == ("Bij het raam", "avond")
    assert games.state(web.lab, room.game).meeting == web.meeting
    assert "Bij het raam" in leader.get(overview(web)).text
    assert press(web, leader, f"kamers/{room.game}/sluit") == 303
    assert not web.state().rooms[room.game].open


@pytest.mark.parametrize("casus", ["", "klein", "klein:nacht", "groot:avond", "../../etc:avond", ":"])
def test_a_casus_that_is_not_there_opens_no_room(web: Web, casus: str) -> None:
    assert press(web, web.leader(), "kamers", casus=casus) in (400, 404)
    assert len(web.state().rooms) == 1


def test_a_participant_is_renamed_moved_and_taken_out(web: Web) -> None:
    leader, browser = web.leader(), web.browser()
    browser.join(web.code, "Mia")
    mia = web.state().present[0].participant
    games.submit(web.lab, web.game, Actor(kind="player", participant=mia), TakeSeat(seat="griffier"), "t-1")
    page = f"{overview(web)}/deelnemers/{mia}"
    assert "Mia" in leader.get(page).text
    assert leader.post(f"{page}/naam", page, name="Mia de Wit").status_code == 303
    assert leader.post(f"{page}/naam", page, name=" ").status_code == 422
    assert web.people() == ["Mia de Wit"]
    other = web.open_room()
    assert leader.post(f"{page}/tafel", page, game=other).status_code == 303
    assert games.state(web.lab, web.game).seats["griffier"].holder == ""
    assert browser.get(f"/kamer/{web.game}").status_code == 403
    assert leader.post(f"{page}/verwijder", page).status_code == 303
    assert web.people() == []
    assert leader.get(page).status_code == 404


def test_withdrawing_the_link_puts_everybody_out_but_who_did_it(web: Web) -> None:
    leader, other = web.leader(), web.leader()
    old = meetings.link(web.lab, web.meeting, "facilitator")
    assert press(web, leader, "links/facilitator/vernieuw") == 303
    assert leader.get(overview(web)).status_code == 200
    gone = other.get(overview(web))
    assert gone.status_code == 401
    assert "ingetrokken" in gone.text
    assert web.browser().get(old).status_code == 410
    assert meetings.link(web.lab, web.meeting, "facilitator") != old


def test_the_projector_has_a_link_and_rights_of_its_own(web: Web) -> None:
    leader = web.leader()
    page = leader.get(f"{overview(web)}/kamers/{web.game}").text
    found = re.search(r"http://zaal.local(/s/[^<\"]+)", page)
    assert found
    projector = web.browser()
    assert projector.follow(found[1]).location == f"/kamer/{web.game}/scherm"
    assert projector.get(f"/kamer/{web.game}/scherm").status_code == 200
    for path in ("/leiding", "/zetel/griffier", "/meekijken"):
        assert projector.get(f"/kamer/{web.game}{path}").status_code == 403
    assert "Kies deze tafel" not in projector.get(overview(web)).text
    assert press(web, leader, "links/screen/vernieuw") == 303
    assert projector.get(f"/kamer/{web.game}/scherm").status_code == 401
    assert web.browser().get(found[1]).status_code == 410


def test_a_leader_opens_the_projector_without_becoming_the_projector(web: Web) -> None:
    leader = web.leader()
    assert leader.post(meetings.link(web.lab, web.meeting, "screen", web.game)).location == f"/kamer/{web.game}/scherm"
    for path in ("/scherm", "/leiding", "/zetel/griffier", "/meekijken"):
        assert leader.get(f"/kamer/{web.game}{path}").status_code == 200
    assert leader.get(f"/kamer/{web.game}").location == f"/kamer/{web.game}/leiding"


def test_a_leader_may_play_in_another_tab(web: Web) -> None:
    leader = web.leader()
    leader.join(web.code, "Fatima speelt")
    assert leader.get(f"/kamer/{web.game}").status_code == 200
    assert leader.get(f"/kamer/{web.game}/leiding").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["deur", "kamers", "einde", "namen-wissen", "nieuw", "links/facilitator/vernieuw", "deelnemers/p-1/verwijder"],
)
def test_a_participant_leads_nothing(web: Web, path: str) -> None:
    browser = web.browser()
    browser.join(web.code, "Mia")
    before = web.state()
    assert browser.post(f"{overview(web)}/{path}", f"/m/{web.code}", stand="dicht").status_code == 401
    assert web.state() == before


def test_a_participant_sees_no_code_links_or_other_people(web: Web) -> None:
    web.open_room()
    web.browser().join(web.code, "Ben de Geheime")
    browser = web.browser()
    browser.join(web.code, "Mia")
    page = browser.get(overview(web)).text
    for secret in (grouped(web.code), web.code, "/f/", "/s/ey", "Ben de Geheime", "/leiding"):
        assert secret not in page


def test_names_are_wiped_and_the_game_stays(web: Web) -> None:
    leader = web.leader()
    web.browser().join(web.code, "Mia")
    assert press(web, leader, "namen-wissen") == 303
    page = leader.get(overview(web)).text
    assert "Mia" not in page
    assert "Deelnemer" in page
    assert len(web.state().present) == 1


def test_another_meeting_gets_its_own_code_and_the_same_leader(web: Web) -> None:
    leader = web.leader()
    answer = leader.post(f"{overview(web)}/nieuw", overview(web), title="Morgenochtend")
    assert answer.status_code == 303
    assert "Morgenochtend" in leader.get(answer.location).text
    assert leader.get(overview(web)).status_code == 200
    assert web.leader().get(answer.location).status_code == 401


def test_the_meeting_is_closed_for_good(web: Web) -> None:
    leader = web.leader()
    assert press(web, leader, "einde") == 303
    assert web.state().door == "over"
    assert press(web, leader, "deur", stand="open") == 410
    assert press(web, leader, "kamers", casus="klein:avond") == 410


@pytest.mark.parametrize(
    "path", ["/bijeenkomst/m-0", "/bijeenkomst/g-0", "/kamer/g-0", "/kamer/m-0/leiding", "/f/x", "/s/x.y"]
)
def test_what_does_not_exist_is_not_found_or_not_yours(web: Web, path: str) -> None:
    answer = web.leader().get(path)
    assert answer.status_code in (401, 404)
    assert "Traceback" not in answer.text


def test_a_game_of_another_meeting_is_not_yours(web: Web) -> None:
    other = meetings.create(web.lab, "Elders")
    game = meetings.open_room(web.lab, other, meetings.HOUSE, "klein", "avond")
    browser = web.browser()
    browser.join(web.code, "Mia")
    for who in (web.leader(), browser):
        for path in ("", "/leiding", "/scherm", "/meekijken", "/zetel/griffier"):
            assert who.get(f"/kamer/{game}{path}").status_code == 401


def test_a_return_code_that_is_taken_gets_another(web: Web) -> None:
    from app.codes import return_code_of
    from app.tokens import hashed

    secret = web.lab.config.secret_key
    clash = hashed(secret, "return", return_code_of(secret, "p-1"))
    web.lab.beside.keep_token(clash, "return", Identity("participant", web.meeting, "p-2"), 0)
    assert arrivals.return_code(web.lab, web.meeting, "p-1") == return_code_of(secret, "p-1", 1)
