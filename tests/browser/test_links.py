"""Every link leads somewhere, for whoever sees it; and a link that no longer works says so."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.evening import leading
from tests.browser.people import READY, Person
from tests.browser.played import Played
from tests.browser.site import Room

# A link `#spoor-<thing>` opens the trail of that thing: the page must have it in its list.
FOUND = """() => ({
  pages: [...new Set([...document.querySelectorAll('a[href]')].map(one => new URL(one.getAttribute('href'), location).href.split('#')[0]))],
  broken: [...document.querySelectorAll('a[href^="#"]')].map(one => decodeURIComponent(one.getAttribute('href').slice(1)))
    .filter(id => id && !document.getElementById(id) && !document.querySelector(`li[data-knoop="${CSS.escape(id.replace(/^spoor-/, ''))}"]`)),
})"""


def links(room: Room) -> dict[str, Any]:
    found: dict[str, Any] = room.site.api("GET", f"/meetings/{room.meeting}/links", token=room.token)
    return found


@pytest.mark.parametrize("who", ["leader", "griffier", "nobody"])
def test_every_link_leads_somewhere(room: Room, browser: Browser, who: str) -> None:
    played = Played(room)
    played.until("closed")
    kamer, meeting = f"/kamer/{room.game}", f"/bijeenkomst/{room.meeting}"
    inside = ["", "/terugblik", "/bode", *(["/leiding", "/scherm"] if who == "leader" else [])]
    pages = ["/", "/uitleg", "/over", "/terug", f"/m/{room.code}"]
    pages += [] if who == "nobody" else [meeting, *(kamer + rest for rest in inside)]
    person = Person(browser, room.site.url, who)
    if who != "nobody":
        person.holds(played.tokens[who])
    targets: set[str] = set()
    for path in pages:
        found = person.opens(path, ready=False).page.evaluate(FOUND)
        assert found["broken"] == [], path
        targets.update(target for target in found["pages"] if target.startswith(room.site.url))
    wrong = {target: status for target in targets if (status := person.page.request.get(target).status) != 200}
    assert wrong == {}
    assert len(targets) >= len(pages)
    person.leave()


@pytest.mark.parametrize("path", ["/f/onzin", "/s/onzin", "/m/000000", "/kamer/g-nergens", "/bijeenkomst/m-nergens"])
def test_a_link_that_never_was_shows_the_way_out(room: Room, browser: Browser, path: str) -> None:
    person = Person(browser, room.site.url, "Iemand")
    answer = person.page.goto(room.site.url + path)
    assert answer and 400 <= answer.status < 500
    if not path.startswith("/m/"):
        person.page.get_by_role("main").get_by_role("link").last.click()
    expect(person.page.get_by_label("Code van de bijeenkomst")).to_be_visible()
    person.leave()


def test_who_came_in_by_a_link_that_is_withdrawn_is_told_and_who_leads_stays(room: Room, browser: Browser) -> None:
    fatima = leading(browser, room, "/leiding")
    farid = Person(browser, room.site.url, "Farid").opens(links(room)["facilitator"], ready=False)
    farid.page.get_by_label("Je naam").fill("Farid")
    farid.presses("Ik leid deze bijeenkomst")
    farid.opens(f"/kamer/{room.game}/leiding")
    desk = fatima.context.new_page()
    desk.goto(f"{room.site.url}/bijeenkomst/{room.meeting}")
    desk.get_by_role("button", name="Trek de link in").click()
    expect(farid.page.get_by_role("dialog")).to_contain_text("Deze link is ingetrokken")
    fatima.page.reload()
    fatima.page.wait_for_selector(READY)
    farid.leave()
    fatima.leave()


def test_otto_looks_along_by_his_link_and_sees_no_secret(room: Room, browser: Browser) -> None:
    played = Played(room)
    played.until("r1.talk")
    otto = Person(browser, room.site.url, "Otto").opens(links(room)["observer"][room.game], ready=False)
    otto.presses("Begin met meekijken")
    otto.page.wait_for_selector("html[data-screen=observer][data-klaar='1']")
    room.command("improvise", title="Er valt een bord", text="Iedereen kijkt om.")
    otto.sees("Er valt een bord", "#feed")
    for card in room.view()["cards"].values():
        assert not otto.was_told(card["text"])
    assert "Kom je zo even langs?" not in otto.everything
    assert otto.page.locator("form[data-command]").count() == 0
    otto.leave()
