"""Fatima agrees on a werkwijze with her table; Gré carries it out by keyboard; nobody votes before the village was heard."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.evening import leading, seated
from tests.browser.people import PATIENCE
from tests.browser.site import Room

PANEL = "#werkwijzen-dorpsgesprek"


def test_a_werkwijze_is_chosen_before_the_start_and_what_is_forbidden_says_why(room: Room, browser: Browser) -> None:
    fatima = leading(browser, room)
    forbidden = fatima.page.locator("#choosable-stemdoos")
    expect(forbidden).to_contain_text("Gemeentewet 27")
    assert forbidden.locator("button").count() == 0
    button = fatima.page.locator("#choosable-dorpsgesprek").get_by_role("button", name="Kies deze: Dorpsgesprek")
    button.focus()
    fatima.page.keyboard.press("Enter")
    fatima.sees("Onze werkwijze: Dorpsgesprek", PANEL)
    expect(fatima.page.locator("#choosable-dorpsgesprek")).to_contain_text("Gekozen")
    fatima.does("drop_werkwijze", werkwijze="dorpsgesprek")
    expect(fatima.page.locator(PANEL)).to_have_count(0)
    assert fatima.problems == []
    fatima.leave()


def test_the_griffier_carries_it_out_and_the_gate_opens(room: Room, browser: Browser) -> None:
    room.command("choose_werkwijze", werkwijze="dorpsgesprek")
    gre = seated(browser, room, "Gré", "griffier")
    room.begin()
    room.go_to("r2.act")
    gre.sees("De raad sprak af om eerst het dorp te laten praten.", PANEL)
    form = gre.form("reach_milestone", milestone="uitnodigen")
    form.get_by_label("Wie krijgt er een brief?").fill("Alle huizen bij de brug.")
    gre.sends(form)
    gre.sees("“Alle huizen bij de brug.”", PANEL)
    lot = gre.form("reach_milestone", milestone="loten").get_by_role("button")
    lot.focus()
    gre.page.keyboard.press("Enter")
    gre.sees("Geloot:", PANEL)
    expect(gre.page.locator(PANEL)).not_to_contain_text("De raad sprak af", timeout=PATIENCE)
    assert gre.stayed and gre.problems == []
    gre.leave()


def test_a_fractie_answers_an_advice_on_a_phone(room: Room, browser: Browser) -> None:
    room.command("choose_werkwijze", werkwijze="dorpsgesprek")
    sam = seated(browser, room, "Sam", "groen", phone=True)
    room.begin()
    room.go_to("r2.talk")
    room.command("reach_milestone", werkwijze="dorpsgesprek", milestone="uitnodigen", text="Iedereen.")
    room.command("reach_milestone", werkwijze="dorpsgesprek", milestone="loten")
    form = sam.form("answer_recommendation", recommendation="licht")
    form.get_by_text("Dit nemen wij voor een deel over").click()
    form.get_by_label("Waarom? Zeg het ook hardop.").fill("Eén lamp kan.")
    sam.sends(form)
    sam.sees("Voor een deel overgenomen", PANEL)
    assert sam.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert sam.problems == []
    sam.leave()


def test_the_panel_passes_axe_on_every_screen(room: Room, browser: Browser) -> None:
    room.command("choose_werkwijze", werkwijze="dorpsgesprek")
    gre = seated(browser, room, "Gré", "griffier")
    fatima = leading(browser, room)
    room.begin()
    room.go_to("r2.act")
    room.command("reach_milestone", werkwijze="dorpsgesprek", milestone="uitnodigen", text="Iedereen.")
    for person in (gre, fatima):
        person.sees("“Iedereen.”", PANEL)
        assert faults(person.page) == []
    room.go_to("r2.consequences")
    fatima.sees("Hoe het ging", PANEL)
    assert faults(fatima.page) == []
    gre.leave()
    fatima.leave()
