"""A whole round without a mouse: Kees plays, Fatima leads; and nothing that others do takes the focus away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.evening import leading, seated
from tests.browser.keys import Keys
from tests.browser.people import READY, Person
from tests.browser.site import Room

SENTENCE = "Ik bel de ingenieur en vraag om een meting."


@pytest.mark.timeout(240)
def test_kees_plays_and_fatima_leads_a_round_with_the_keyboard_alone(room: Room, browser: Browser) -> None:
    fatima = leading(browser, room)
    kees = kees_joins(room, browser)
    fatima_begins(Keys(fatima.page), kees)
    kees_shows_a_card(kees, room)
    fatima_pauses_and_remembers(fatima)
    kees_votes(kees, fatima, room)
    assert [*kees.problems, *fatima.problems] == []
    kees.leave()
    fatima.leave()


def kees_joins(room: Room, browser: Browser) -> Person:
    """From the code to the seat of the wethouder."""
    kees = Person(browser, room.site.url, "Kees").opens("/", ready=False)
    keys = Keys(kees.page)
    keys.write(kees.page.get_by_label("Code van de bijeenkomst"), room.code)
    kees.page.keyboard.press("Enter")
    keys.write(kees.page.get_by_label("Je naam"), "Kees")
    kees.page.keyboard.press("Enter")
    kees.page.wait_for_selector(READY)
    keys.press(kees.page.locator("#places-wethouder button").first)
    kees.page.wait_for_selector("html[data-screen=player][data-klaar='1']")
    return kees


def fatima_begins(keys: Keys, kees: Person) -> None:
    """One key per empty seat, then the space bar for every step."""
    for seat in ("burgemeester", "griffier", "lokaal", "groen"):
        form = keys.page.locator(f"#ready form:has(input[value={seat}]):has(input[value=facilitator])")
        keys.press(form.locator("button"))
        expect(form).to_have_count(0)
        assert not keys.lost
    keys.page.keyboard.press("Space")
    expect(keys.page.locator("#bar")).to_contain_text("Je rol lezen")
    Keys(kees.page).press(kees.page.locator("form[data-command=mark_ready] button"))
    expect(keys.page.locator("#roster-wethouder .state--ready")).to_be_attached()
    for words in ("Lezen", "Praten"):
        keys.page.keyboard.press("Space")
        expect(keys.page.locator("#bar")).to_contain_text(words)
    kees.sees("Praten", "#bar")


def kees_shows_a_card(kees: Person, room: Room) -> None:
    """He chooses to whom with the space bar."""
    keys = Keys(kees.page)
    form = kees.page.locator("form[data-command=show_card]:has(input[value=rapport])")
    keys.press(form.locator("input[value=groen]"), "Space")
    keys.press(form.locator("button"))
    expect(form.locator("input[value=groen]")).to_have_count(0)
    assert not keys.lost
    assert room.view()["cards"]["rapport"]["known_by"] == ["groen"]


def fatima_pauses_and_remembers(fatima: Person) -> None:
    """P stops and starts the clock, N remembers the moment with words, O stops the clock and opens the unexpected, ? the keys."""
    keyboard, page = fatima.page.keyboard, fatima.page
    keyboard.press("p")
    fatima.sees("staat stil", "#klok")
    keyboard.press("p")
    fatima.sees_not("staat stil", "#klok")
    keyboard.press("n")
    expect(page.locator("#boekenlegger")).to_be_focused()
    keyboard.type("Op de P en de N na werd het stil")
    keyboard.press("Enter")
    fatima.sees("Op de P en de N na werd het stil", "#marks")
    expect(page.locator("#boekenlegger")).not_to_be_focused()
    for key, dialog in (("o", "#onverwacht"), ("?", "#toetsen")):
        keyboard.press(key)
        expect(page.locator(dialog)).to_be_visible()
        keyboard.press("p")
        keyboard.press("Escape")
        expect(page.locator(dialog)).to_be_hidden()
    fatima.sees("staat stil", "#klok")
    keyboard.press("p")
    fatima.sees_not("staat stil", "#klok")


def kees_votes(kees: Person, fatima: Person, room: Room) -> None:
    """The college votes: Kees with one key, Fatima closes it; then what follows is read."""
    fatima.page.keyboard.press("Space")
    kees.sees("Besluiten", "#bar")
    room.command("put_to_vote", as_="seat:burgemeester", decision="onderzoek", option="snel")
    keys, leader = Keys(kees.page), Keys(fatima.page)
    keys.press(kees.page.locator("form[data-command=request_vote] button"))
    keys.press(kees.page.locator(".ballot button").first)
    line = fatima.page.locator("#decisions-onderzoek .rollcall tr", has_text="Wethouder Kok")
    expect(line).to_contain_text("heeft gestemd")
    room.command("record_vote", as_="seat:griffier", decision="onderzoek", seat="burgemeester", votes={"for": 1})
    leader.press(fatima.page.locator("form[data-command=close_vote] button"))
    kees.sees("Een snel onderzoek van een week.", "#decisions-onderzoek .outcome")
    assert not keys.lost
    leader.press(fatima.page.locator("form[data-command=next_step] button"), "Space")
    kees.sees("Gevolgen", "#bar")


def test_a_pushed_update_never_takes_the_focus(room: Room, browser: Browser) -> None:
    kees = seated(browser, room, "Kees", "wethouder")
    room.begin()
    room.go_to("r1.talk")
    kees.sees(room.view()["clock"]["step_label"], "#bar")
    keys = Keys(kees.page)
    keys.press(kees.page.locator("form[data-command=show_card]:has(input[value=rapport]) input[value=groen]"), "Space")
    focused = kees.page.evaluate("document.activeElement.value")
    for step in ("r1.act", "r1.consequences", "meal.r1", "r2.read"):
        room.command("improvise", title=f"Er gebeurt iets voor {step}", text="Iedereen kijkt op.")
        room.go_to(step)
        kees.sees(f"Er gebeurt iets voor {step}", "#feed")
        kees.sees(room.view()["clock"]["step_label"], "#bar")
        assert not keys.lost, step
    assert focused == "groen"
    kees.leave()


def test_what_kees_types_stays_while_the_table_goes_on_and_after_a_reload(room: Room, browser: Browser) -> None:
    kees = seated(browser, room, "Kees", "wethouder")
    room.begin()
    room.go_to("r1.read")
    kees.sees(room.view()["clock"]["step_label"], "#bar")
    keys = Keys(kees.page)
    field = kees.page.locator("#make_move-text")
    keys.write(field, SENTENCE)
    for _ in range(5):
        kees.page.keyboard.press("ArrowLeft")
    for step in ("r1.talk", "r1.act"):
        room.command("override", indicator="rust", shift=-1, reason=f"Het dorp mort in {step}.")
        room.go_to(step)
    kees.sees("Besluiten", "#bar")
    kees.page.keyboard.type("!")
    expect(field).to_be_focused()
    expect(field).to_have_value(SENTENCE[:-5] + "!" + SENTENCE[-5:])
    kees.page.reload()
    kees.page.wait_for_selector(READY)
    expect(field).to_have_value(SENTENCE[:-5] + "!" + SENTENCE[-5:])
    assert kees.problems == []
    kees.leave()
