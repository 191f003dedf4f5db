"""Coming in, going away and coming back, as a browser sees it."""

from __future__ import annotations

import pytest

from app.attempts import MOST_WRONG
from app.codes import grouped
from app.service import arrivals, meetings
from game_rules.vocabulary.meeting import CloseMeeting, RemoveParticipant
from tests.app.web import Web


def test_the_code_may_be_typed_with_spaces_and_leads_to_a_welcome(web: Web) -> None:
    browser = web.browser()
    assert 'name="code"' in browser.get("/").text
    answer = browser.get(f"/?code={grouped(web.code)}")
    assert (answer.status_code, answer.location) == (303, f"/m/{web.code}")
    assert "Avond in Kreekdam" in browser.get(answer.location).text


@pytest.mark.parametrize("typed", ["", "12345", "099 999", "abc", "%00", "<script>alert(1)</script>", "1" * 3000])
def test_a_wrong_code_is_explained_and_the_field_stays(web: Web, typed: str) -> None:
    answer = web.browser().client.get("/", query_string={"code": typed})
    assert answer.status_code == 404
    assert "Deze code klopt niet." in answer.text
    assert "<script>alert" not in answer.text


def test_looking_takes_no_seat(web: Web) -> None:
    browser = web.browser()
    before = web.state().version
    for path in (
        "/",
        f"/?code={web.code}",
        f"/m/{web.code}",
        "/terug",
        meetings.link(web.lab, web.meeting, "facilitator"),
    ):
        browser.get(path)
        browser.client.head(path)
    assert web.state().version == before
    assert web.state().guests == {}


def test_the_button_takes_one_seat_and_a_double_click_no_second(web: Web) -> None:
    browser = web.browser()
    page = browser.get(f"/m/{web.code}").text
    fields = {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("csrf_token", "once")}
    answers = [browser.send(f"/m/{web.code}/join", {**fields, "name": "Mia"}) for _ in range(2)]
    assert [answer.location for answer in answers] == [f"/kamer/{web.game}"] * 2
    assert web.people() == ["Mia"]


def test_a_double_click_before_the_first_answer_takes_no_second_seat(web: Web) -> None:
    first = arrivals.join(web.lab, web.code, "Mia", once="a" * 32)
    second = arrivals.join(web.lab, web.code, "Mia", once="a" * 32)
    assert first.identity == second.identity
    assert web.people() == ["Mia"]


def test_a_name_is_optional_and_never_double(web: Web) -> None:
    for name in ("Mia", "mia", "", "  ", "<b>Bo</b>"):
        assert web.browser().join(web.code, name).status_code == 303
    assert web.people() == ["Mia", "mia (2)", "Deelnemer 3", "Deelnemer 4", "<b>Bo</b>"]
    page = web.leader().get(f"/bijeenkomst/{web.meeting}").text
    assert "&lt;b&gt;Bo&lt;/b&gt;" in page
    assert "<b>Bo</b>" not in page


def test_any_tab_goes_back_to_the_same_seat(web: Web) -> None:
    browser = web.browser()
    browser.join(web.code, "Mia")
    assert f'href="/kamer/{web.game}"' in browser.get("/").text
    assert "al mee als" in browser.get(f"/m/{web.code}").text
    assert browser.join(web.code, "Mia").location == f"/kamer/{web.game}"
    assert web.people() == ["Mia"]


def test_somebody_else_may_take_the_device(web: Web) -> None:
    browser = web.browser()
    browser.join(web.code, "Mia")
    answer = browser.post(f"/m/{web.code}/join", f"/m/{web.code}", name="Ben", **{"else": "ja"})
    assert answer.status_code == 303
    assert web.people() == ["Mia", "Ben"]
    assert "Je doet mee als Ben" in browser.get("/").text


def test_another_device_goes_on_with_the_return_code_and_the_old_one_is_told(web: Web) -> None:
    old, new = web.browser(), web.browser()
    old.join(web.code, "Mia")
    mia = web.state().present[0].participant
    code = arrivals.return_code(web.lab, web.meeting, mia)
    assert new.post("/terug", code=grouped(code, "-").lower()).location == f"/kamer/{web.game}"
    answer = old.get(f"/kamer/{web.game}")
    assert answer.status_code == 401
    assert "verder gegaan op een ander apparaat" in answer.text
    assert new.get(f"/kamer/{web.game}").status_code == 200
    assert old.post("/terug", code=code).status_code == 303
    assert old.get(f"/kamer/{web.game}").status_code == 200
    assert web.people() == ["Mia"]


@pytest.mark.parametrize("typed", ["", "HDW-7VQ", "12", "x" * 999, "OOO OOO"])
def test_a_wrong_return_code_is_explained(web: Web, typed: str) -> None:
    answer = web.browser().post("/terug", code=typed)
    assert answer.status_code == 404
    assert "Deze terugkeercode klopt niet." in answer.text


def test_a_closed_door_says_so_but_return_codes_still_work(web: Web) -> None:
    browser = web.browser()
    browser.join(web.code, "Mia")
    code = arrivals.return_code(web.lab, web.meeting, web.state().present[0].participant)
    web.close_door()
    late = web.browser().get(f"/m/{web.code}")
    assert late.status_code == 409
    assert "De deur van deze bijeenkomst is dicht." in late.text
    assert browser.get(f"/kamer/{web.game}").status_code == 200
    assert web.browser().post("/terug", code=code).status_code == 303


def test_before_it_opens_when_it_is_full_and_when_it_is_over(web: Web) -> None:
    early = meetings.create(web.lab, "Morgen", door_open=False)
    full = meetings.create(web.lab, "Klein zaaltje", places=1)
    over = meetings.create(web.lab, "Gisteren")
    arrivals.join(web.lab, meetings.state(web.lab, full).code)
    meetings.submit(web.lab, over, meetings.HOUSE, CloseMeeting())
    expected = {early: (409, "nog niet open"), full: (409, "is vol"), over: (410, "is voorbij")}
    for meeting, (status, words) in expected.items():
        answer = web.browser().get(f"/m/{meetings.state(web.lab, meeting).code}")
        assert (answer.status_code, words in answer.text) == (status, True)


def test_who_was_removed_is_told(web: Web) -> None:
    browser = web.browser()
    browser.join(web.code, "Mia")
    mia = web.state().present[0].participant
    code = arrivals.return_code(web.lab, web.meeting, mia)
    meetings.submit(web.lab, web.meeting, meetings.HOUSE, RemoveParticipant(participant=mia))
    answer = browser.get(f"/kamer/{web.game}")
    assert answer.status_code == 401
    assert "uit deze bijeenkomst gehaald" in answer.text
    assert web.lab.beside.name(mia) is None
    assert web.browser().post("/terug", code=code).status_code == 404


def test_thirty_people_come_in_from_one_address_and_a_guesser_is_stopped(web: Web) -> None:
    for _ in range(MOST_WRONG - 1):
        web.browser().get("/m/000000")
    for _ in range(30):
        assert web.browser().join(web.code).status_code == 303
    web.browser().get("/m/000000")
    stopped = web.browser().get(f"/m/{web.code}")
    assert stopped.status_code == 429
    assert "te vaak een verkeerde code" in stopped.text


def test_a_form_without_its_token_does_nothing(web: Web) -> None:
    client = web.server.app.test_client()
    for path in (f"/m/{web.code}/join", "/terug", f"/bijeenkomst/{web.meeting}/deur"):
        answer = client.post(path, data={"code": "HDW7VQ", "stand": "dicht"})
        assert answer.status_code == 400
        assert "Ververs de pagina" in answer.text
    assert web.state().guests == {}
    assert web.state().door == "open"


def test_two_rooms_ask_which_table(web: Web) -> None:
    second = web.open_room()
    browser = web.browser()
    assert browser.join(web.code, "Mia").location == f"/bijeenkomst/{web.meeting}"
    refused = browser.get(f"/kamer/{second}")
    assert refused.status_code == 403
    assert f'href="/bijeenkomst/{web.meeting}"' in refused.text
    page = browser.get(f"/bijeenkomst/{web.meeting}").text
    assert page.count("Kies deze tafel") == 2
    assert "Mia" in page
    chosen = browser.post(f"/bijeenkomst/{web.meeting}/tafel", f"/bijeenkomst/{web.meeting}", game=second)
    assert chosen.location == f"/kamer/{second}"
    assert browser.get(f"/kamer/{second}").status_code == 200
    other = browser.get(f"/kamer/{web.game}")
    assert other.status_code == 403
    assert f'href="/kamer/{second}"' in other.text
