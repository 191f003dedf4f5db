"""Why did it happen, and what followed: at the desk, in the replay and on the projector, with keys alone and on a phone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import faults
from tests.browser.conftest import Enter
from tests.browser.site import Room

ONE = "[data-trace-title]"
ROW = "[data-trace-row] > li"


@pytest.fixture
def played(room: Room) -> Room:
    """The wethouder tells of the report, the bridge closes, the village complains; one year later there is a new bridge."""
    room.ada = room.seated("Ada", "wethouder")  # type: ignore[attr-defined]
    room.seated("Bas", "griffier")
    room.begin()
    room.go_to("r1.talk")
    room.command("tell_card", room.ada["token"], card="rapport", to=["groen"])  # type: ignore[attr-defined]
    room.command("override", indicator="rust", shift=-8, reason="Het dorp is boos.")
    room.go_to("r2.act")
    room.command("put_to_vote", decision="brug", option="dicht")
    room.command("hammer", decision="brug")
    room.go_to("epilogue")
    return room


@pytest.fixture
def desk(played: Room, enter: Enter) -> Page:
    page = enter(played.token, f"/kamer/{played.game}/leiding")
    page.locator("#reikwijdte > summary").click()
    return page


@pytest.fixture
def replay(played: Room, enter: Enter) -> Page:
    return enter(played.token, f"/kamer/{played.game}/terugblik")


def box(page: Page, title: str) -> Any:
    return page.locator("[data-kaart] a", has_text=title).first


def test_the_desk_tells_how_far_it_goes_while_it_goes(room: Room, enter: Enter) -> None:
    room.begin()
    room.go_to("r1.talk")
    page = enter(room.token, f"/kamer/{room.game}/leiding")
    expect(page.locator("#reikwijdte")).to_be_hidden()
    room.command("unexpected", kind="happens", stock="klacht")
    page.locator("#reikwijdte > summary").click()
    expect(page.locator(".reach__facts")).to_contain_text("1")
    expect(box(page, "Een klacht")).to_be_visible()


def test_with_keys_alone_one_goes_from_a_box_to_why_and_to_what_followed(desk: Page) -> None:
    first = desk.locator("[data-kaart] a[tabindex='0']")
    expect(first).to_have_count(1)
    first.focus()
    box(desk, "De brug gaat dicht").focus()
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("[data-kaart] a:focus")).to_contain_text("Iedereen rijdt om")
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-trace]")).to_be_focused()
    expect(desk.locator(ONE)).to_have_text("Iedereen rijdt om")
    expect(desk.locator(ROW)).to_contain_text(["De brug gaat dicht"])
    desk.get_by_role("button", name="Wat volgde hieruit?", exact=True).first.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(ROW).filter(has_text="Er komt een nieuwe brug")).to_have_count(1)
    expect(desk.locator("[data-trace-sum]")).to_contain_text("volgende raadsperiode")
    desk.keyboard.press("Escape")
    expect(desk.locator("[data-trace]")).to_be_hidden()
    expect(desk.locator("[data-kaart] a:focus")).to_contain_text("Iedereen rijdt om")


def test_the_path_stands_out_on_the_map(desk: Page) -> None:
    box(desk, "Er komt een nieuwe brug").click()
    for title in ("De brug gaat dicht", "Iedereen rijdt om"):
        expect(box(desk, title)).to_have_class(re.compile("on-trail"))
    expect(desk.locator("[data-van='decision:brug'][data-tot='consequence:omrijden']")).to_have_class(
        re.compile("on-trail")
    )
    desk.get_by_role("button", name="Sluit").last.click()
    expect(desk.locator("svg.has-trail")).to_have_count(0)


def test_a_step_of_the_trail_opens_its_own_trail(desk: Page) -> None:
    box(desk, "Er komt een nieuwe brug").click()
    desk.locator(ROW).get_by_role("button", name="De brug gaat dicht").click()
    expect(desk.locator(ONE)).to_contain_text("De brug gaat dicht")
    expect(desk.locator("[data-trace-sum]")).to_contain_text("Hier begon iets")


def test_of_a_figure_one_asks_why_it_moved(replay: Page) -> None:
    replay.get_by_role("button", name="Rust?").click()
    expect(replay.locator(ONE)).to_have_text("Waarom bewoog Rust?")
    replay.locator(ROW).get_by_role("button", name="Rust −8").click()
    expect(replay.locator(ROW)).to_contain_text(["Ingreep van de spelleider"])
    expect(replay.locator(ROW)).to_contain_text(["Het dorp is boos."])


def test_of_a_card_in_the_log_one_asks_what_followed(replay: Page) -> None:
    line = replay.locator(".log > li", has_text="Het rapport").filter(has=replay.locator("a[href^='#spoor-']")).first
    line.locator("a[href^='#spoor-']").click()
    expect(replay.locator(ONE)).to_have_text("Het rapport")
    expect(replay.locator("[data-trace-detail]")).to_contain_text("deelde dit met")
    expect(replay.locator(ROW).filter(has_text="De raad kent het rapport")).to_have_count(1)


def test_the_trail_goes_to_the_step_at_which_it_was_there(replay: Page) -> None:
    replay.keyboard.press("Home")
    replay.goto(f"{replay.url.partition('#')[0]}#spoor-consequence:nieuwe_brug")
    replay.reload()
    replay.wait_for_selector("html[data-klaar]")
    expect(replay.locator(ONE)).to_have_text("Er komt een nieuwe brug")


def test_on_a_phone_the_list_stands_in_the_place_of_the_map(played: Room, enter: Enter) -> None:
    page = enter(played.token, f"/kamer/{played.game}/terugblik", phone=True)
    page.locator(".tabs__item[data-tab=kaart]").click()
    expect(page.locator("[data-kaart]")).to_be_hidden()
    line = page.locator("[data-knopen] > li", has_text="Iedereen rijdt om").first
    expect(line).to_be_visible()
    line.get_by_role("button", name="Waarom?").click()
    expect(page.locator(ROW)).to_contain_text(["De brug gaat dicht"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_beside_the_causes_one_says_whether_it_fits_ones_practice(played: Room, enter: Enter) -> None:
    ada = played.ada["token"]  # type: ignore[attr-defined]
    played.go_to("debrief.guess")
    played.command("reveal")
    played.go_to("debrief.judge")
    page = enter(ada, f"/kamer/{played.game}/terugblik")
    asked = (page.locator("[data-praktijk]").get_attribute("data-vragen") or "").split()
    page.goto(f"{page.url}#spoor-consequence:{asked[0]}")
    page.reload()
    page.wait_for_selector("html[data-klaar]")
    form = page.locator("[data-praktijk]")
    form.get_by_label("Deels").check()
    form.get_by_role("button", name="Bewaar mijn antwoord").click()
    page.wait_for_selector("html[data-klaar]")
    expect(page.get_by_text("Je antwoord is bewaard.")).to_be_visible()
    expect(form.get_by_label("Deels")).to_be_checked()


@pytest.mark.parametrize("where", ["leiding", "terugblik"])
def test_everybody_can_use_it(played: Room, enter: Enter, where: str) -> None:
    page = enter(played.token, f"/kamer/{played.game}/{where}")
    if where == "leiding":
        page.locator("#reikwijdte > summary").click()
    box(page, "Er komt een nieuwe brug").click()
    expect(page.locator("[data-trace]")).to_be_visible()
    assert faults(page) == []


def test_the_projector_shows_the_longest_chain_after_the_reveal(played: Room, enter: Enter) -> None:
    page = enter(played.token, f"/kamer/{played.game}/scherm")
    played.go_to("debrief.guess")
    played.command("reveal")
    expect(page.locator(".hall__reach")).to_be_hidden()
    played.go_to("debrief.handvat")
    expect(page.locator(".hall__reach [data-knoop]").first).to_be_visible()
    assert faults(page) == []
