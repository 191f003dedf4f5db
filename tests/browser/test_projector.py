"""The screen in the hall: readable from the back, in one view, never touched, and black with one key."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.evening import leading
from tests.browser.played import Played
from tests.browser.site import Room, Site

DEBRIEF = [f"debrief.{step}" for step in ("note", "guess", "judge", "again", "handvat")]
HALL = {"width": 1920, "height": 1080}
FROM_THE_BACK = 18
SMALL_PRINT = """size => [...document.querySelectorAll('#stage *, #indicators *, #decisions *, #werkwijzen *')]
  .filter(one => one.checkVisibility() && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => parseFloat(getComputedStyle(one).fontSize) < size && !one.closest('.sr-only'))
  .map(one => `${getComputedStyle(one).fontSize}: ${one.textContent.trim().slice(0, 60)}`)"""


@pytest.mark.parametrize("step", ["lobby", "r1.talk", "r2.act", "r2.consequences", "closed", *DEBRIEF])
def test_everything_in_one_view_and_large_enough(room: Room, browser: Browser, step: str) -> None:
    Played(room).until(step)
    hall = leading(browser, room, "/scherm")
    hall.page.set_viewport_size(HALL)  # type: ignore[arg-type]
    assert hall.page.evaluate("document.documentElement.scrollHeight") <= HALL["height"]
    assert hall.page.evaluate(SMALL_PRINT, FROM_THE_BACK) == []
    hall.leave()


def test_het_gelekte_memo_fits_too_while_the_council_votes(memo_site: Site, browser: Browser) -> None:
    room = memo_site.room("memo", "avond")
    hall = leading(browser, room, "/scherm")
    hall.page.set_viewport_size(HALL)  # type: ignore[arg-type]
    room.begin()
    room.go_to("r1.act")
    room.command("put_to_vote", as_="seat:burgemeester", decision="vergadering", option="open")
    room.command("request_vote", as_="seat:groen", decision="vergadering")
    hall.sees("In stemming", "#stage")
    assert hall.page.evaluate("document.documentElement.scrollHeight") <= HALL["height"]
    assert hall.stayed
    hall.leave()


def test_fourteen_seats_and_a_werkwijze_fit_too_from_the_lobby_to_the_end(memo_site: Site, browser: Browser) -> None:
    room = memo_site.room("kreek", "avond")
    hall = leading(browser, room, "/scherm")
    hall.page.set_viewport_size(HALL)  # type: ignore[arg-type]
    room.command("choose_werkwijze", werkwijze="burgerberaad")
    hall.sees("Burgerberaad", "#werkwijzen")
    high = {"lobby": hall.page.evaluate("document.documentElement.scrollHeight")}
    room.begin()
    for step in ("r2.talk", "r2.act", "r2.consequences", "r4.act", "r4.consequences", "debrief.judge"):
        room.go_to(step)
        round_, _, part = step.partition(".")
        hall.page.wait_for_selector(
            f'[data-step="{part}"]' + (f'[data-round="{round_}"]' if round_ != "debrief" else ""), state="attached"
        )
        high[step] = hall.page.evaluate("document.documentElement.scrollHeight")
        assert hall.page.evaluate(SMALL_PRINT, FROM_THE_BACK) == []
    room.go_to("closed")
    hall.sees("Dank voor het spelen", "#stage")
    high["closed"] = hall.page.evaluate("document.documentElement.scrollHeight")
    assert {step: size for step, size in high.items() if size > HALL["height"]} == {}
    hall.leave()


def test_b_makes_it_black_and_gives_it_back(room: Room, browser: Browser) -> None:
    hall = leading(browser, room, "/scherm")
    hall.page.keyboard.press("b")
    expect(hall.page.locator("#zwart")).to_be_visible()
    room.begin()
    hall.page.keyboard.press("Escape")
    expect(hall.page.locator("#zwart")).to_be_hidden()
    hall.sees("Lezen", "#stage")
    assert hall.problems == []
    hall.leave()


def test_who_comes_late_finds_the_code_in_the_corner(room: Room, browser: Browser) -> None:
    room.begin()
    hall = leading(browser, room, "/scherm")
    hall.page.locator(".corner__open").click()
    dialog = hall.page.locator("dialog#meedoen")
    expect(dialog.locator(".qr svg")).to_be_visible()
    expect(dialog.locator(".stage__code")).to_have_text(f"{room.code[:3]} {room.code[3:]}")
    hall.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    hall.leave()
