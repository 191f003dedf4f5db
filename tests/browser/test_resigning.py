"""Wethouder Kok falls: she plays on as a reporter, a latecomer reads along, and the desk sees whom the table waits for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.evening import leading, seated
from tests.browser.people import PATIENCE, Person
from tests.browser.site import Room

REASON = "Ik had het rapport eerder moeten delen."
SIX_MINUTES_AHEAD = "const real = Date.now; window.ahead = 0; Date.now = () => real() + window.ahead;"


@pytest.fixture
def fatima(room: Room, browser: Browser) -> Iterator[Person]:
    """At her desk."""
    person = leading(browser, room)
    yield person
    assert person.problems == []
    person.leave()


@pytest.mark.parametrize("phone", [False, True], ids=["laptop", "phone"])
def test_who_steps_down_plays_on_as_a_reporter(room: Room, browser: Browser, fatima: Person, phone: bool) -> None:
    carla = seated(browser, room, "Carla", "wethouder", phone=phone)
    els = seated(browser, room, "Els", "groen")
    room.begin()
    room.go_to("r1.talk")
    fatima.sees_not("Verslaggever", "#roster")
    with carla.fills("resign", sure=True) as form:
        carla.chooses(form, "onward", "krant")
        form.locator("[name=reason]").fill(REASON)
    expect(carla.page.locator("#role")).to_contain_text("Verslaggever van De Kreekdammer", timeout=PATIENCE)
    carla.sees("Je speelt verder als", "#todo")
    carla.sees("Je schreef jarenlang over de brug", "#role")
    els.sees("Wethouder Kok treedt af", "#feed")
    els.sees(REASON, "#feed")
    els.sees("leeg na aftreden", "#seats-wethouder")
    fatima.sees("Carla", "#roster-krant")
    assert carla.stayed and els.stayed
    assert [*carla.problems, *els.problems] == []
    carla.leave()
    els.leave()


def test_who_says_no_to_the_question_has_not_stepped_down(room: Room, browser: Browser) -> None:
    daan = seated(browser, room, "Daan", "lokaal")
    room.begin()
    room.go_to("r1.talk")
    form = daan.form("resign")
    daan.chooses(form, "onward", "opvolger")
    form.locator("[name=reason]").fill(REASON)
    form.locator("button[type=submit]").click()
    daan.page.get_by_role("alertdialog").get_by_role("button", name="Nee").click()
    assert room.view()["seats"]["lokaal"].get("successor", 0) == 0
    daan.sends(form, sure=True)
    daan.sees("opvolger", "#role")
    assert daan.problems == []
    daan.leave()


@pytest.mark.parametrize("phone", [False, True], ids=["laptop", "phone"])
def test_a_latecomer_reads_for_a_minute_and_is_up_to_date(
    room: Room, browser: Browser, fatima: Person, phone: bool
) -> None:
    seated(browser, room, "Gré", "griffier").leave()
    room.begin()
    room.go_to("r1.talk")
    lot = Person(browser, room.site.url, "Lot", phone=phone).opens(f"/m/{room.code}", ready=False).says_who()
    lot.sees("Wie mag weten hoe slecht de brug is?", "#bijpraten")
    late = fatima.reach(fatima.page.locator("form.late__form"))
    late.locator("select").select_option("griffier")
    fatima.sends(late)
    lot.page.wait_for_selector("html[data-screen=player][data-klaar='1']")
    lot.sees("Je zit naast Gré", "#bijpraten")
    lot.sees("Gré handelt, jij leest mee", "#todo")
    lot.presses("Zet de balk stil")
    expect(lot.page.locator("#bijpraten")).to_have_attribute("data-held", "")
    lot.presses("Ik ben bij")
    expect(lot.page.locator("#bijpraten")).to_be_hidden()
    lot.page.reload()
    lot.page.wait_for_selector("html[data-klaar='1']")
    expect(lot.page.locator("#bijpraten")).to_be_hidden()
    assert lot.problems == []
    lot.leave()


def test_a_duo_changes_places_at_the_next_round(room: Room, browser: Browser, fatima: Person) -> None:
    gre = seated(browser, room, "Gré", "griffier")
    room.begin()
    room.go_to("r1.talk")
    lot = Person(browser, room.site.url, "Lot").opens(f"/m/{room.code}", ready=False).says_who()
    lot.page.locator("#places-griffier button").click()
    lot.page.wait_for_selector("html[data-screen=player][data-klaar='1']")
    lot.settles()
    lot.does("take_over")
    lot.sees("Bij de volgende ronde neem jij het over", "#todo")
    fatima.sees("wisselt straks", "#roster-griffier")
    room.go_to("r2.read")
    gre.sees("Lot handelt, jij leest mee", "#todo")
    expect(lot.page.locator("form[data-command=mark_ready]")).to_be_visible(timeout=PATIENCE)
    assert lot.stayed and gre.stayed
    assert [*lot.problems, *gre.problems] == []
    gre.leave()
    lot.leave()


def test_the_desk_sees_whom_the_table_waits_for(room: Room, browser: Browser, fatima: Person) -> None:
    bas = room.seated("Bas", "burgemeester")
    room.begin()
    room.go_to("r1.act")
    fatima.sees("Breng een keuze in stemming", "#awaited")
    fatima.sees("Burgemeester Vos", "#awaited")
    room.command("put_to_vote", bas["token"], "seat", decision="onderzoek", option="snel")
    fatima.sees("Hamer af of wacht op een stemming", "#awaited")
    fatima.page.locator("#awaited").get_by_role("link", name="Burgemeester Vos").click()
    fatima.page.wait_for_selector("html[data-screen=mirror][data-klaar='1'], html[data-screen=player][data-klaar='1']")
    fatima.sees("Burgemeester Vos", "#bar")


def test_the_desk_sees_who_did_nothing_for_a_while(room: Room, browser: Browser) -> None:
    room.seated("Els", "groen")
    room.begin()
    room.go_to("r1.talk")
    farid = Person(browser, room.site.url, "Farid").holds(room.token)
    farid.context.add_init_script(SIX_MINUTES_AHEAD)
    farid.opens(f"/kamer/{room.game}/leiding")
    quiet = farid.page.locator("#roster-groen .state--idle")
    expect(quiet).to_be_hidden()
    farid.page.evaluate("window.ahead = 6 * 60000")
    expect(quiet).to_have_text("stil sinds 6 min", timeout=PATIENCE)
    farid.sees("Fractie Groen", "#awaited .idle")
    assert farid.problems == []
    farid.leave()


def test_everybody_can_use_what_is_there_then(room: Room, browser: Browser, fatima: Person) -> None:
    carla = seated(browser, room, "Carla", "wethouder")
    els = seated(browser, room, "Els", "groen")
    room.begin()
    room.go_to("r1.act")
    room.command("resign", carla.token, "seat", reason=REASON, onward="krant")
    carla.sees("Je speelt verder als", "#todo")
    lot = Person(browser, room.site.url, "Lot").opens(f"/m/{room.code}", ready=False).says_who()
    lot.sees("Even bijpraten", "#bijpraten")
    fatima.sees("Zet Lot naast", "#ready")
    for person in (carla, els, lot, fatima):
        assert faults(person.page) == [], person.name
    for person in (carla, els, lot):
        person.leave()
