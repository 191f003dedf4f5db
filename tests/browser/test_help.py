"""Help where it is needed: words on the spot, a walk through a demo table, pages that explain, paper when the wifi fails."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.evening import leading, seated
from tests.browser.keys import Keys
from tests.browser.people import PATIENCE, Person
from tests.browser.practising import Beginner
from tests.browser.site import Room, Site

FIVE_MINUTES = 300
LEAF = "article.leaf"


# --- the walk-through -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phone", [False, True], ids=["laptop", "phone"])
def test_a_beginner_comes_from_the_start_to_the_replay_by_pressing_what_is_pointed_at(
    memo_site: Site, browser: Browser, phone: bool
) -> None:
    began = time.monotonic()
    beginner = Beginner(browser, memo_site, phone=phone)
    beginner.begins()
    beginner.plays()
    beginner.page.get_by_role("link", name="Kijk terug").click()
    beginner.page.wait_for_selector("[data-replay]")
    print(f"from the start to the replay: {time.monotonic() - began:.0f} s of {FIVE_MINUTES}")
    beginner.person.sees("Terugkijken naar", "h1")
    beginner.person.presses("Stop en ruim op")
    expect(beginner.page).to_have_url(f"{memo_site.url}/bijeenkomst/{beginner.page.url.rpartition('/')[2]}")
    beginner.person.sees("Eerste keer", "h1")
    assert beginner.person.problems == []
    beginner.person.leave()


def test_the_walk_is_hidden_taken_up_again_and_remembered(memo_site: Site, browser: Browser) -> None:
    beginner = Beginner(browser, memo_site)
    beginner.begins()
    beginner.reads("Laat iets gebeuren")
    beginner.person.presses("Verberg")
    expect(beginner.title).to_be_hidden()
    expect(beginner.pointed).to_have_count(0)
    beginner.page.reload()
    beginner.page.wait_for_selector("html[data-klaar='1']")
    expect(beginner.title).to_be_hidden()
    beginner.person.presses("Toon de rondleiding")
    beginner.reads("Laat iets gebeuren")
    beginner.person.presses("Sla over")
    beginner.reads("Ga naar besluiten")
    beginner.page.reload()
    beginner.page.wait_for_selector("html[data-klaar='1']")
    beginner.reads("Ga naar besluiten")
    beginner.person.leave()


def test_the_walk_follows_what_is_done_in_another_order(memo_site: Site, browser: Browser) -> None:
    beginner = Beginner(browser, memo_site)
    beginner.begins()
    beginner.reads("Laat iets gebeuren")
    beginner.until("talk")
    beginner.person.does("go_to_epilogue", sure=True)
    beginner.reads("Begin de nabespreking")
    beginner.person.leave()


def test_the_walk_goes_on_when_everything_of_the_round_has_happened(memo_site: Site, browser: Browser) -> None:
    beginner = Beginner(browser, memo_site)
    beginner.begins()
    beginner.reads("Laat iets gebeuren")
    game = beginner.page.url.split("/kamer/")[1].partition("/")[0]
    token = next(one["value"] for one in beginner.page.context.cookies() if one["name"] == "dnalab").partition(".")[0]
    room = Room(memo_site, "", "", game, token)
    while offers := [one for one in room.view()["allowed"].values() if one["command"] == "fire_inject"]:
        room.command("fire_inject", inject=offers[0]["about"])
    beginner.reads("Ga naar besluiten")
    beginner.person.leave()


def test_the_walk_needs_no_mouse(memo_site: Site, browser: Browser) -> None:
    beginner = Beginner(browser, memo_site)
    keys = Keys(beginner.page)
    beginner.reads("Begin het spel")
    keys.press(beginner.page.get_by_role("button", name="Wijs het aan"))
    expect(beginner.pointed).to_be_focused()
    beginner.page.keyboard.press("Enter")
    expect(beginner.page.locator("#control [data-stage]")).to_have_attribute("data-stage", "briefing", timeout=PATIENCE)
    beginner.page.keyboard.press("Space")
    beginner.reads("Laat iets gebeuren")
    keys.press(beginner.page.get_by_role("button", name="Verberg"))
    expect(beginner.page.get_by_role("button", name="Toon de rondleiding")).to_be_focused()
    beginner.person.leave()


def test_everybody_can_use_the_walk(memo_site: Site, browser: Browser) -> None:
    beginner = Beginner(browser, memo_site)
    beginner.reads("Begin het spel")
    found = faults(beginner.page)
    beginner.begins()
    beginner.reads("Laat iets gebeuren")
    beginner.page.evaluate("scrollTo(0, 0)")
    assert [*found, *faults(beginner.page)] == []
    beginner.person.leave()


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phone", [False, True], ids=["laptop", "phone"])
def test_a_word_is_explained_where_it_stands(memo_site: Site, browser: Browser, phone: bool) -> None:
    room = memo_site.room("memo", "avond")
    player = seated(browser, room, "Loes", "lokaal", phone=phone)
    room.begin()
    word = player.reach(player.page.locator("#feed .term", has_text="Bibob").first)
    word.click()
    card = player.page.locator("#begrip-bibob")
    expect(card).to_be_visible()
    expect(card).to_be_focused()
    expect(card).to_contain_text("betrouwbaar")
    assert faults(player.page) == []
    player.page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert player.stayed
    player.leave()


def test_a_word_is_explained_without_a_mouse_and_the_focus_comes_back(memo_site: Site, browser: Browser) -> None:
    room = memo_site.room("memo", "avond")
    player = seated(browser, room, "Loes", "lokaal")
    room.begin()
    player.sees("Bibob", "#feed")
    keys, word = Keys(player.page), player.page.locator("#feed .term").first
    keys.press(word)
    expect(player.page.locator(".term-card:popover-open")).to_be_focused()
    player.page.keyboard.press("Escape")
    expect(word).to_be_focused()
    player.leave()


def test_a_word_stays_open_while_news_comes_in(memo_site: Site, browser: Browser) -> None:
    room = memo_site.room("memo", "avond")
    player = seated(browser, room, "Loes", "lokaal")
    room.begin()
    player.page.locator("#feed .term").first.click()
    room.command("improvise", title="De brug kraakt", text="Iedereen hoort het.")
    player.sees("De brug kraakt", "#feed")
    expect(player.page.locator(".term-card:popover-open")).to_be_visible()
    player.leave()


# --- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/uitleg", "/uitleg/begrippen", "/privacy", "/toegankelijkheid", "/over"])
def test_everybody_can_read_the_pages_that_explain(memo_site: Site, browser: Browser, path: str) -> None:
    reader = Person(browser, memo_site.url, "Loes").opens(path, ready=False)
    assert faults(reader.page) == []
    assert reader.problems == []
    reader.leave()


# --- paper ------------------------------------------------------------------------------------------------------------


def test_the_sheets_print_one_secret_per_page(memo_site: Site, browser: Browser) -> None:
    room = memo_site.room("memo", "avond")
    leader = leading(browser, room, "/papier")
    assert faults(leader.page) == []
    playable = [seat for seat in room.view()["seats"].values() if seat.get("playable", True)]
    sheets = leader.page.locator(f"{LEAF}[aria-label^='Rolblad']")
    assert sheets.count() >= len(playable) > 0
    leader.page.emulate_media(media="print")
    breaks = leader.page.locator(LEAF).evaluate_all("all => all.slice(1).map(one => getComputedStyle(one).breakBefore)")
    assert set(breaks) == {"page"}
    assert leader.page.locator(".no-print").evaluate_all(
        "all => all.every(one => getComputedStyle(one).display === 'none')"
    )
    leader.opens(f"/kamer/{room.game}/papier?zetel=griffier")
    expect(leader.page.locator(LEAF)).to_have_count(2)
    leader.leave()


def test_what_happened_on_paper_is_entered_and_everybody_reads_it(room: Room, browser: Browser) -> None:
    player = seated(browser, room, "Loes", "lokaal")
    room.begin()
    room.go_to("r2.act")
    leader = leading(browser, room)
    leader.page.keyboard.press("o")
    dialog = leader.page.locator("dialog#onverwacht")
    dialog.locator("summary", has_text="We spelen verder op papier").click()
    dialog.locator("form:has(input[value=paper]) button[type=submit]").click()
    player.sees("We spelen verder op papier", "#banner")
    leader.sees("Gaat de brug dicht?", "#entering")
    assert faults(leader.page) == []
    form = leader.reach(leader.page.locator("#entering form:has([name='votes.for']):has(input[value=brug])"))
    leader.chooses(form, "option", "dicht")
    form.locator("[name='votes.for']").fill("5")
    form.locator("[name='votes.against']").fill("4")
    leader.sends(form)
    item = player.page.locator("#feed .feed__item--decision").first
    expect(item).to_contain_text("Met 5 stemmen voor en 4 tegen", timeout=PATIENCE)
    expect(item).to_contain_text("op papier")
    leader.sees_not("Gaat de brug dicht?", "#entering")
    leader.does("next_step")
    player.sees("Gevolgen", "#bar")
    leader.does("resume")
    leader.sees_not("Invullen wat op papier gebeurde", "main")
    leader.leave()
    player.leave()
