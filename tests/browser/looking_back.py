"""Chapters of the evening: one year later, the debrief, and the replay."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.evening import Evening
from tests.browser.people import PATIENCE, READY, Person

NOTE = "Ik zag dat niemand de griffier aankeek, ook ik niet. Getekend door {}."


def a_year_later(evening: Evening) -> None:
    """The leader goes straight on; everybody can read the newspaper, and each headline opens its cause."""
    leader = evening.leader
    leader.does("go_to_epilogue", sure=True)
    for person in evening.everybody:
        person.sees("Eén jaar later", "#stage" if person is evening.hall else "main")
    wim = evening.players["wethouder"]
    link = wim.page.get_by_role("link", name="Lees De Waardveense Bode")
    expect(link).to_be_visible()
    paper = wim.context.new_page()
    paper.goto(wim.url + (link.get_attribute("href") or ""))
    headline = paper.locator(".bode__open").first
    headline.locator("summary").click()
    expect(headline.locator(".bode__why")).to_contain_text("Het kwam door")
    assert not any(character.isdigit() for character in paper.locator(".bode__lead .bode__text").inner_text())
    paper.close()
    assert evening.leaks == []


def they_write_in_silence(evening: Evening) -> None:
    """A note before any figure, that nobody else ever gets."""
    evening.step("Stille notitie")
    for person in evening.players.values():
        expect(person.page.locator("#indicators .indicator__value")).to_have_count(0)
        with person.fills("write_silent_note") as form:
            form.locator("textarea").fill(NOTE.format(person.name))
    evening.leader.sees("5 van 5", "#progress")
    for reader in evening.everybody:
        others = [person for person in evening.players.values() if person is not reader]
        assert [other.name for other in others if NOTE.format(other.name) in reader.everything] == [], reader.name


def they_judge_three_consequences(evening: Evening) -> None:
    """Fatima puts exactly three consequences to the table; each judges from the role and as a person."""
    leader = evening.leader
    form = leader.form("choose_consequences")
    for box in form.locator("label.choice input").all()[:3]:
        leader.reach(box).check()
    leader.sends(form)
    expect(form.locator("input:checked")).to_have_count(3)
    evening.step("Gevolgen beoordelen")
    for number, person in enumerate(evening.players.values()):
        stories = person.page.locator("section.judge")
        expect(stories).to_have_count(3, timeout=PATIENCE)
        for place in range(3):
            judges(person, place, 1 + number, 5 - number)
    evening.hall.sees("Vanuit de rol", "#debrief")


def judges(person: Person, place: int, as_role: int, as_person: int) -> None:
    """One verdict, twice: from the office and as the one behind it."""
    story = person.page.locator("section.judge").nth(place)
    form = person.reach(story.locator("form"))
    person.chooses(form, "as_role", str(as_role))
    person.chooses(form, "as_person", str(as_person))
    person.sends(form)
    expect(story).to_contain_text("vanaf drie oordelen" if as_role < 3 else "Iedereen")
    expect(story.get_by_role("button", name="Pas mijn oordeel aan")).to_be_visible()


def they_take_something_home(evening: Evening) -> None:
    """Each hands in one sentence; then everything is opened, and the game is closed."""
    leader = evening.leader
    evening.step("Handvat")
    for person in evening.players.values():
        with person.fills("write_handvat") as form:
            form.locator("[name=whom]").fill("de secretaris")
            form.locator("[name=what]").fill(f"een gesprek met {person.name}")
            form.locator("[name=before]").fill("de volgende raad")
        person.sees("Je handvat is ingeleverd", "#debrief")
    leader.sees("5 van 5", "#progress li:nth-child(2)")
    leader.does("reveal", sure=True)
    for person in evening.players.values():
        person.sees("Wat ieder wilde", "#debrief")
    leader.does("close_game", sure=True)
    for person in evening.everybody:
        person.sees("gesloten" if person is not evening.hall else "Dank voor het spelen")


def they_see_it_through_other_eyes(evening: Evening) -> None:
    """After the reveal Gerda looks back as the wethouder, and finds what he kept to himself."""
    gerda = evening.players["groen"]
    gerda.page.get_by_role("link", name="Bekijk de terugblik").click()
    gerda.page.wait_for_selector(READY)
    gerda.page.get_by_label("Bekijk als").select_option(label="Wethouder Haven en Economie")
    gerda.page.wait_for_url("**als=**")
    gerda.page.wait_for_selector(READY)
    gerda.page.keyboard.press("End")
    secrets = [card["text"] for card in evening.room.view()["cards"].values() if card["seat"] == "wethouder"]
    assert secrets and all(gerda.was_told(secret) for secret in secrets)
    assert NOTE.format("Wim") not in gerda.everything
