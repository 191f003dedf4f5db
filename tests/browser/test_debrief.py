"""The debrief at the own screen: one step at a time, short, and the next thing to do stands open."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.evening import leading
from tests.browser.people import Person
from tests.browser.played import Played
from tests.browser.site import Room

STEPS = ("note", "guess", "judge", "again", "handvat")
FAIR = {"phone": 1.9, "laptop": 1.6}
"""How many screens a step may be high: less than two."""


def player(browser: Browser, room: Room, played: Played, seat: str, *, phone: bool = False) -> Person:
    """Somebody who plays this seat, with the page open."""
    person = Person(browser, room.site.url, seat, phone=phone).holds(played.tokens[seat])
    person.opens(f"/kamer/{room.game}").settles()
    return person


@pytest.mark.parametrize("phone", [True, False], ids=["phone", "laptop"])
def test_no_step_is_a_long_page(room: Room, browser: Browser, phone: bool) -> None:
    played = Played(room)
    played.until("debrief.note")
    groen = player(browser, room, played, "groen", phone=phone)
    high = {}
    for step in STEPS:
        played.until(f"debrief.{step}")
        expect(groen.page.locator(f"[data-step={step}]").first).to_be_attached()
        high[step] = groen.page.evaluate("document.documentElement.scrollHeight / innerHeight")
    assert {step: size for step, size in high.items() if size > FAIR["phone" if phone else "laptop"]} == {}
    groen.leave()


def test_the_next_consequence_opens_when_one_is_judged(room: Room, browser: Browser) -> None:
    played = Played(room)
    played.until("debrief.judge")
    lokaal = player(browser, room, played, "lokaal", phone=True)
    stories = lokaal.page.locator(".judge")
    expect(stories).to_have_count(3)
    for place in (1, 2):
        story = stories.nth(place)
        expect(story).to_have_attribute("open", "")
        form = story.locator("form")
        for field, value in (("as_role", "1"), ("as_person", "5"), ("practice", "no")):
            lokaal.chooses(form, field, value)
        lokaal.sends(form)
        expect(story).not_to_have_attribute("open", "")
        expect(story.locator("summary").first).to_contain_text("Jouw oordeel: rol 1, jezelf 5")
    assert lokaal.problems == []
    lokaal.leave()


def test_a_guess_can_be_made_with_the_keyboard_alone(room: Room, browser: Browser) -> None:
    played = Played(room)
    played.until("debrief.note")
    room.next_step()
    groen = player(browser, room, played, "groen")
    groen.page.locator("form[data-command=guess_cause] input").first.focus()
    groen.page.keyboard.press("ArrowDown")
    groen.page.keyboard.press("Enter")
    groen.sees("Je antwoord is binnen", "#debrief")
    expect(groen.page.locator("form[data-command=guess_cause] input:checked")).to_have_count(1)
    groen.leave()


def test_the_leader_chooses_other_consequences(room: Room, browser: Browser) -> None:
    played = Played(room)
    played.until("debrief.guess")
    leader = leading(browser, room)
    form = leader.form("choose_consequences")
    left = form.locator("label.choice input:not(:checked)").first
    other = leader.reach(left).get_attribute("value")
    left.check()
    leader.sends(form)
    expect(form.locator("input:checked")).to_have_count(3)
    room.next_step()
    griffier = player(browser, room, played, "griffier")
    expect(griffier.page.locator(f".judge[id^='oordeel-{other}']")).to_have_count(1)
    griffier.sees("Gekozen door de spelleider", "#debrief")
    leader.leave()
    griffier.leave()
