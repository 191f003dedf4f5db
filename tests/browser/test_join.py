"""From the code on the wall to the own seat: by keyboard, on a phone, without scripts, on plain http, on a second device."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from tests.browser.conftest import LAPTOP, PHONE, READY, Enter, watch_for_problems
from tests.browser.site import Room

AXE = Path(__file__).parents[2] / "static/vendor/axe.js"
SMALL = {"width": 320, "height": 568}
RULES = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"


@pytest.fixture
def laptop(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody who was never here."""
    context = browser.new_context(viewport=LAPTOP, locale="nl-NL")
    context.set_default_timeout(10_000)
    yield context
    context.close()


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).click()


def faults(page: Page) -> list[str]:
    """What axe finds on this page, and whether it must be scrolled sideways."""
    page.evaluate(AXE.read_text())
    found = page.evaluate(RULES)["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] + (["sideways"] if wide else [])


def test_from_the_code_to_a_seat_with_the_keyboard_alone(room: Room, laptop: BrowserContext) -> None:
    problems: list[str] = []
    page = laptop.new_page()
    watch_for_problems(page, problems)
    page.goto(room.site.url)
    page.get_by_label("Code van de bijeenkomst").focus()
    page.keyboard.type(f"{room.code[:3]} {room.code[3:]}")
    page.keyboard.press("Enter")
    page.get_by_label("Je naam").focus()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    button = page.locator("#places-griffier").get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#role")).to_contain_text("Griffier")
    assert room.view()["seats"]["griffier"]["holder"]
    assert problems == []


def test_without_scripts_on_plain_http_of_another_machine(
    room: Room, browser_type: BrowserType, browser_type_launch_args: dict[str, object]
) -> None:
    arguments = [*browser_type_launch_args["args"], "--host-resolver-rules=MAP zaal.test 127.0.0.1"]  # type: ignore[misc]
    lan = browser_type.launch(**{**browser_type_launch_args, "args": arguments})  # type: ignore[arg-type]
    page = lan.new_context(java_script_enabled=False).new_page()
    page.goto(f"{room.site.url.replace('127.0.0.1', 'zaal.test')}/m/{room.code}")
    press(page, "Ik doe mee")
    expect(page.get_by_role("heading", name="Kies je zetel")).to_be_visible()
    assert page.url.endswith(f"/kamer/{room.game}")
    page.goto(f"{room.site.url.replace('127.0.0.1', 'zaal.test')}/m/{room.code}")
    page.get_by_role("link", name="Terug naar mijn plek").click()
    expect(page.get_by_role("heading", name="Kies je zetel")).to_be_visible()
    names = room.site.api("GET", f"/meetings/{room.meeting}", token=room.token)["names"]
    assert [name for who, name in names.items() if who.startswith("p-")] == ["Deelnemer 1"]
    lan.close()


def test_on_another_device_with_the_code_of_the_role_card(room: Room, enter: Enter, laptop: BrowserContext) -> None:
    ada = room.seated("Ada", "griffier")
    old = enter(ada["token"], f"/kamer/{room.game}")
    expect(old.locator("#rol")).to_contain_text(ada["return_code"])
    new = laptop.new_page()
    new.goto(f"{room.site.url}/terug")
    new.get_by_label("Terugkeercode").fill(ada["return_code"].lower())
    press(new, "Ga verder")
    expect(new.locator("#role")).to_contain_text("Griffier")
    expect(old.get_by_role("dialog")).to_contain_text("ander apparaat")


def test_the_leader_sees_who_comes_in_without_a_reload(room: Room, enter: Enter) -> None:
    page = enter(room.token, f"/bijeenkomst/{room.meeting}")
    expect(page.locator("#guests + .empty")).to_be_visible()
    room.join("Ada")
    expect(page.locator("#guests")).to_contain_text("Ada")
    expect(page.locator("#guests + .empty")).to_be_hidden()
    expect(page.locator("#rooms")).to_contain_text("1 deelnemer")


def test_the_leader_closes_the_door_and_opens_a_table(room: Room, enter: Enter, laptop: BrowserContext) -> None:
    page = enter(room.token, f"/bijeenkomst/{room.meeting}")
    press(page, "Doe de deur dicht")
    expect(page.locator("#door")).to_contain_text("De deur is dicht")
    late = laptop.new_page()
    late.goto(f"{room.site.url}/?code={room.code}")
    expect(late.get_by_role("alert")).to_contain_text("De deur van deze bijeenkomst is dicht.")
    page.get_by_text("Open een tafel").click()
    page.get_by_label("Naam van de tafel").fill("Bij het raam")
    press(page, "Open deze tafel")
    expect(page.locator("#rooms")).to_contain_text("Bij het raam")


def test_who_must_choose_a_table_sees_a_new_one_appear(room: Room, enter: Enter) -> None:
    second = {"casus": "klein", "edition": "avond", "title": "Bij de deur"}
    room.site.api("POST", f"/meetings/{room.meeting}/rooms", second, room.token)
    page = enter(room.join("Ada")["token"], f"/bijeenkomst/{room.meeting}")
    room.site.api("POST", f"/meetings/{room.meeting}/rooms", {**second, "title": "Bij het raam"}, room.token)
    expect(page.locator("#rooms")).to_contain_text("Bij het raam")
    page.locator("#rooms > li").last.get_by_role("button").click()
    expect(page.get_by_role("heading", name="Kies je zetel")).to_be_visible()


@pytest.mark.parametrize(
    ("size", "scheme"), [(LAPTOP, "light"), (PHONE, "dark"), (SMALL, "light")], ids=["laptop", "phone", "small"]
)
def test_everybody_can_read_and_use_these_pages(
    room: Room, browser: Browser, size: dict[str, int], scheme: str
) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    address = {"name": "dnalab", "url": room.site.url, "httpOnly": True}
    participant = room.join("Ada")["participant"]
    meeting = f"/bijeenkomst/{room.meeting}"
    guest = ["/", "/?code=1", f"/m/{room.code}", "/terug", "/uitleg", "/over", "/nergens", meeting]
    links = room.site.api("GET", f"/meetings/{room.meeting}/links", token=room.token)
    leader = [meeting, f"{meeting}/kamers/{room.game}", f"{meeting}/deelnemers/{participant}", f"/m/{room.code}"]
    found: dict[str, list[str]] = {}
    for token, paths in (("", [*guest, links["facilitator"], links["observer"][room.game]]), (room.token, leader)):
        if token:
            context.add_cookies([{**address, "value": token}])  # type: ignore[list-item]
        for path in paths:
            page.goto(room.site.url + path)
            page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
            found[path] = faults(page)
    context.close()
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
