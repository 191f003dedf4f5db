"""Fatima hosts: a latecomer, a second leader, events that wait, and a move that no model knows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.evening import leading, seated
from tests.browser.people import PATIENCE, Person
from tests.browser.played import Played
from tests.browser.site import Room


@pytest.fixture
def fatima(room: Room, browser: Browser) -> Iterator[Person]:
    """At her desk, before anybody came."""
    person = leading(browser, room)
    yield person
    assert person.problems == []
    person.leave()


def test_who_comes_late_reads_along_first_and_takes_over_later(room: Room, browser: Browser, fatima: Person) -> None:
    gre = seated(browser, room, "Gré", "griffier")
    room.begin()
    room.go_to("r1.talk")
    lot = Person(browser, room.site.url, "Lot").opens(f"/m/{room.code}", ready=False).says_who()
    fatima.sees("Lot", "main")
    lot.page.locator("#places-griffier button").click()
    lot.page.wait_for_selector("html[data-screen=player][data-klaar='1']")
    lot.settles()
    lot.sees("Gré handelt, jij leest mee", "#todo")
    assert lot.page.locator("form[data-command=send_note]").count() == 0
    fatima.sees("Lot", "#roster-griffier")
    fatima.sends(fatima.reach(fatima.page.locator("#roster-griffier form[data-command=take_over]").last))
    expect(lot.page.locator("form[data-command=send_note]")).to_be_attached(timeout=PATIENCE)
    gre.sees("Lot handelt, jij leest mee", "#todo")
    assert gre.stayed and lot.stayed
    assert [*gre.problems, *lot.problems] == []
    gre.leave()
    lot.leave()


def test_two_leaders_see_each_other_go_on_and_no_step_is_taken_twice(
    room: Room, browser: Browser, fatima: Person
) -> None:
    farid = leading(browser, room)
    room.begin()
    farid.does("next_step")
    for person in (fatima, farid):
        person.sees("Praten", "#bar")
    # Farid pressed again before his screen had heard of the step that Fatima took.
    fatima.does("next_step")
    farid.sees("Besluiten", "#bar")
    farid.page.locator("form[data-command=next_step] [name=from_step]").evaluate("one => { one.value = 'r1.talk'; }")
    farid.does("next_step")
    expect(farid.page.locator("form[data-command=next_step]").get_by_role("alert")).to_be_visible()
    assert room.view()["clock"]["key"] == "r1.act"
    farid.leave()


def test_an_event_is_held_changed_and_sent_to_some(room: Room, browser: Browser, fatima: Person) -> None:
    wim, gre = seated(browser, room, "Wim", "wethouder"), seated(browser, room, "Gré", "griffier")
    room.begin()
    fatima.does("hold_inject", inject="scheur")
    fatima.sees("vastgehouden", "#injects-scheur")
    with fatima.fills("edit_inject", inject="scheur") as form:
        form.locator("[name=title]").fill("Twee scheuren in de brug")
    fatima.sees("Twee scheuren in de brug", "#injects-scheur")
    fatima.does("fire_inject", inject="scheur", sure=True)
    wim.sees("Twee scheuren in de brug", "#feed")
    room.command("improvise", title="Het regent", text="Iedereen hoort de regen.")
    gre.sees("Het regent", "#feed")
    assert not gre.was_told("Een inwoner stuurt een foto van een scheur in de brug.")
    assert "Twee scheuren" not in gre.everything
    wim.leave()
    gre.leave()


def test_a_move_that_no_model_knows_is_argued_and_decided(room: Room, browser: Browser, fatima: Person) -> None:
    played = Played(room)
    played.until("r1.talk")
    loes = Person(browser, room.site.url, "Loes").holds(played.tokens["lokaal"]).opens(f"/kamer/{room.game}")
    with loes.fills("argue_move", side="against") as form:
        form.locator("[name=text]").fill("De krant belt eerst de burgemeester.")
    fatima.sees("De krant belt eerst de burgemeester.", "#moves")
    with fatima.fills("adjudicate") as form:
        fatima.chooses(form, "outcome", "half")
        fatima.chooses(form, "ring", "3")
        form.locator("[name='shifts.rust']").fill("-2")
        form.locator("[name=reason]").fill("De krant schrijft het, maar zonder naam.")
        form.locator("[name=title]").fill("Een stukje in de krant")
        form.locator("[name=text]").fill("Er staat iets over de brug in de krant.")
    for person in (loes, fatima):
        person.sees("De krant schrijft het, maar zonder naam.", "#moves")
        person.sees("Een stukje in de krant", "#consequences")
    assert loes.problems == []
    loes.leave()


def test_nobody_else_gets_at_the_desk(room: Room, browser: Browser, fatima: Person) -> None:
    token = room.seated("Gré", "griffier")["token"]
    gre = Person(browser, room.site.url, "Gré").holds(token)
    for rest in ("/leiding", "/zetel/wethouder", "/meekijken"):
        answer = gre.page.goto(f"{room.site.url}/kamer/{room.game}{rest}")
        assert answer and answer.status == 403, rest
        assert "scheur" not in gre.page.content()
    gre.leave()
