"""The replay and the newspaper in a real browser: keys, marks, playing, filters, links, and access for everybody."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter
from tests.browser.site import ROOT, Room

AXE = Path(ROOT / "static/vendor/axe.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def played(room: Room) -> Room:
    """A room that played until one year later; the griffier is Ada."""
    room.ada = room.seated("Ada", "griffier")  # type: ignore[attr-defined]
    room.begin()
    room.command("improvise", title="De brug valt stil", text="Een vrachtwagen staat dwars.")
    room.command("bookmark", text="Iedereen wordt stil")
    room.go_to("r1.talk")
    room.command("override", indicator="rust", shift=-8, reason="Het dorp is boos.")
    room.go_to("r2.talk")
    room.command("improvise", title="De krant belt", text="Is het waar?")
    room.go_to("epilogue")
    return room


@pytest.fixture
def replay(played: Room, enter: Enter) -> Page:
    """The facilitator looks back."""
    return enter(played.token, f"/kamer/{played.game}/terugblik")


def step(page: Page) -> int:
    return int(page.locator("#schuif").input_value())


def last(page: Page) -> int:
    return int(page.locator("#schuif").get_attribute("max") or 0)


def violations(page: Page) -> list[Any]:
    page.evaluate(AXE.read_text())
    found: list[Any] = page.evaluate("tags => axe.run(document, {runOnly: tags}).then(r => r.violations)", RULES)
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def test_arrows_home_and_end_move_through_the_game(replay: Page) -> None:
    end = last(replay)
    assert step(replay) == end
    replay.keyboard.press("ArrowLeft")
    assert step(replay) == end - 1
    replay.keyboard.press("Home")
    assert step(replay) == 0
    expect(replay.locator("[data-naam]").first).to_have_text("Wachten op de start")
    replay.keyboard.press("ArrowRight")
    assert step(replay) == 1
    replay.keyboard.press("End")
    assert step(replay) == end


def test_brackets_go_to_just_before_a_mark(replay: Page) -> None:
    replay.keyboard.press("Home")
    replay.keyboard.press("]")
    marks = [int(mark.get_attribute("data-mark") or 0) for mark in replay.locator("[data-mark]").all()]
    assert step(replay) + 1 in marks
    there = step(replay)
    replay.keyboard.press("]")
    assert step(replay) > there
    replay.keyboard.press("[")
    assert step(replay) == there


def test_keys_can_be_switched_off(replay: Page) -> None:
    replay.get_by_text("Toetsen en uitleg").click()
    replay.get_by_label("Gebruik deze toetsen").uncheck()
    replay.locator("h1").evaluate("element => document.activeElement.blur()")
    replay.keyboard.press("Home")
    assert step(replay) == last(replay)


def test_a_mark_tells_what_it_is_and_a_click_goes_to_just_before_it(replay: Page) -> None:
    mark = replay.get_by_label("Gebeurtenis: De krant belt")
    before = int(mark.get_attribute("data-mark") or 0) - 1
    mark.click()
    assert step(replay) == before
    log = replay.locator(".log")
    expect(log.get_by_text("De krant belt")).to_be_hidden()
    replay.keyboard.press("ArrowRight")
    expect(log.get_by_text("De krant belt")).to_be_visible()
    expect(log.locator("[aria-current]")).to_contain_text("De krant belt")


def test_marks_are_reached_with_arrow_keys_from_one_stop(replay: Page) -> None:
    marks = replay.locator("[data-mark]")
    marks.first.focus()
    replay.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    assert replay.locator("[data-mark][tabindex='0']").count() == 1
    replay.keyboard.press("Enter")
    assert step(replay) == int(marks.nth(1).get_attribute("data-naar") or -1)


def test_playing_goes_on_from_the_start_and_stops_at_the_end(replay: Page) -> None:
    replay.locator("[data-snelheid]").select_option("16")
    replay.get_by_role("button", name="Speel af").click()
    expect(replay.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    expect(replay.get_by_role("button", name="Speel af")).to_be_visible(timeout=30_000)
    assert step(replay) == last(replay)


def test_space_plays_and_stops(replay: Page) -> None:
    replay.keyboard.press("Home")
    replay.keyboard.press(" ")
    expect(replay.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    replay.keyboard.press(" ")
    expect(replay.get_by_role("button", name="Speel af")).to_be_visible()


def test_the_chart_follows(replay: Page) -> None:
    cursor = replay.locator("[data-cursor]")
    at_end = cursor.get_attribute("transform")
    replay.keyboard.press("Home")
    assert cursor.get_attribute("transform") == "translate(36 0)"
    assert at_end != "translate(36 0)"


def test_indicators_show_their_value_of_that_moment(replay: Page) -> None:
    value = replay.locator(".values__one", has_text="Rust").locator("dd")
    replay.keyboard.press("Home")
    expect(value).to_have_text("60")
    replay.get_by_label(re.compile("^Ingreep")).click()
    replay.keyboard.press("ArrowRight")
    expect(value).to_have_text("52")


def test_the_log_is_filtered_by_kind_and_by_seat(replay: Page) -> None:
    replay.get_by_label("Soort").select_option("inject")
    expect(replay.locator(".log > li:visible").first).to_be_visible()
    kinds = {line.get_attribute("data-soort") for line in replay.locator(".log > li:visible").all()}
    assert kinds == {"inject"}
    replay.get_by_label("Soort").select_option("")
    replay.get_by_label("Van of over").select_option("griffier")
    for line in replay.locator(".log > li:visible").all():
        assert "griffier" in (line.get_attribute("data-zetels") or "").split()


def test_a_link_to_a_moment_opens_there_also_where_the_browser_has_no_clipboard(played: Room, enter: Enter) -> None:
    gone = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
    page = enter(played.token, f"/kamer/{played.game}/terugblik", script=gone)
    page.get_by_label("Gebeurtenis: De krant belt").click()
    page.get_by_role("button", name="Kopieer de link naar dit moment").click()
    address = page.locator("#kopie").input_value()
    assert "moment=" in address
    other = enter(played.token, address.split(played.site.url)[1])
    assert step(other) == step(page)


def test_the_address_follows_so_that_a_reload_stays_at_the_moment(replay: Page) -> None:
    replay.keyboard.press("Home")
    replay.keyboard.press("ArrowRight")
    versions = json.loads(replay.locator("#stappen").text_content() or "")["versies"]
    expect(replay).to_have_url(re.compile(rf"moment={versions[1]}(&|$)"))
    replay.reload()
    replay.wait_for_selector("html[data-klaar]")
    assert step(replay) == 1


def test_a_box_of_the_map_opens_its_trail(replay: Page) -> None:
    box = replay.locator("a.map__node").first
    title = box.locator("title").text_content() or ""
    box.click()
    expect(replay.locator("[data-trace]")).to_be_focused()
    assert title.startswith(replay.locator("[data-trace-title]").inner_text())


def test_a_headline_leads_to_its_cause_in_the_replay(played: Room, enter: Enter) -> None:
    paper = enter(played.token, f"/kamer/{played.game}/bode", ready=False)
    paper.locator(".bode__open summary").first.click()
    link = paper.locator(".bode__why a").first
    words = link.inner_text()
    link.click()
    paper.wait_for_selector("html[data-klaar]")
    expect(paper.locator("[data-trace]")).to_be_focused()
    expect(paper.locator("[data-trace-title]")).to_contain_text(words)


def test_one_looks_back_through_other_eyes_at_the_same_moment(replay: Page) -> None:
    replay.get_by_label("Gebeurtenis: De krant belt").click()
    replay.get_by_label("Bekijk als").select_option("screen")
    replay.wait_for_url(re.compile("als=screen"))
    replay.wait_for_selector("html[data-klaar]")
    replay.keyboard.press("ArrowRight")
    expect(replay.locator(".log").get_by_text("De krant belt")).to_be_visible()


def test_on_a_phone_there_is_one_part_at_a_time(played: Room, enter: Enter) -> None:
    page = enter(played.ada["token"], f"/kamer/{played.game}/terugblik", phone=True)  # type: ignore[attr-defined]
    expect(page.locator("#lijst")).to_be_hidden()
    page.get_by_role("link", name="Logboek").click()
    expect(page.locator("#lijst")).to_be_visible()
    expect(page.locator("#verloop")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("rest", ["terugblik", "bode"])
@pytest.mark.parametrize("phone", [False, True])
def test_everybody_can_use_it(played: Room, enter: Enter, rest: str, phone: bool) -> None:
    page = enter(played.token, f"/kamer/{played.game}/{rest}", phone=phone, ready=rest == "terugblik")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert violations(page) == []


def test_the_newspaper_comes_by_itself_on_every_screen_and_goes_when_the_debrief_begins(
    room: Room, enter: Enter
) -> None:
    ada = room.seated("Ada", "griffier")
    room.begin()
    room.go_to("r2.act")
    pages = [enter(ada["token"], f"/kamer/{room.game}"), enter(room.token, f"/kamer/{room.game}/scherm")]
    for page in pages:
        expect(page.locator(".bode")).to_have_count(0)
    room.go_to("epilogue")
    for page in pages:
        expect(page.locator(".bode__name")).to_have_text("De Kreekdammer")
    room.next_step()
    for page in pages:
        expect(page.locator(".bode")).to_have_count(0)
