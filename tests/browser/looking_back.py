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
    evening.leader.sees("5 van 5", "#progress li:nth-child(1)")
    for reader in evening.everybody:
        others = [person for person in evening.players.values() if person is not reader]
        assert [other.name for other in others if NOTE.format(other.name) in reader.everything] == [], reader.name


def they_guess_and_all_is_opened(evening: Evening) -> None:
    """Everybody guesses what was behind one consequence; then Fatima opens everything and the chain is there."""
    evening.step("Keten raden")
    for person in evening.players.values():
        with person.fills("guess_cause") as form:
            person.chooses(form, "answer", "hidden")
        person.sees("Je antwoord is binnen", "#debrief")
        person.sees_not("Zo kwam het", "#debrief")
    evening.hall.sees("5 van 5 hebben geraden", "#debrief")
    evening.leader.does("reveal", sure=True)
    for person in evening.everybody:
        expect(person.page.locator("#debrief .trail__link").first).to_be_visible(timeout=PATIENCE)


def they_judge_three_consequences(evening: Evening) -> None:
    """Three consequences lie before the table, all different; each judges them from the role and as a person."""
    evening.step("Gevolgen beoordelen")
    for number, person in enumerate(evening.players.values()):
        expect(person.page.locator(".judge")).to_have_count(3, timeout=PATIENCE)
        for place in range(3):
            judges(person, place, 1 + number, 5 - number)
        expect(evening.hall.page.locator("#debrief .spread__bar")).to_have_count(0 if number < 4 else 18)
    evening.hall.sees("Klopt dit met jullie praktijk?", "#debrief")
    evening.players["groen"].sees("Als jezelf", "#debrief")


def judges(person: Person, place: int, as_role: int, as_person: int) -> None:
    """One verdict, twice: from the office and as the one behind it. Then the next one stands open."""
    story = person.page.locator(".judge").nth(place)
    expect(story).to_have_attribute("open", "")
    form = person.reach(story.locator("form"))
    person.chooses(form, "as_role", str(as_role))
    person.chooses(form, "as_person", str(as_person))
    person.chooses(form, "practice", "partly")
    person.sends(form)
    expect(story.locator("summary").first).to_contain_text(f"Jouw oordeel: rol {as_role}, jezelf {as_person}")


def they_would_decide_otherwise(evening: Evening) -> None:
    """Each takes one decision otherwise; what the casus assumes of the most chosen one is called that."""
    evening.step("Tweede kans")
    for person in evening.players.values():
        person.reach(person.page.locator("form[data-command=choose_again]").first)
        form = person.page.locator("form[data-command=choose_again]").first
        form.locator("label.choice").first.click()
        person.sends(form)
        person.sees("jouw keuze", "#debrief")
    evening.hall.sees("5 keer", "#debrief")
    evening.hall.sees("aanname van deze casus", "#debrief")


def they_take_something_home(evening: Evening) -> None:
    """Each says again what is important and hands in one sentence; then the game is closed."""
    leader = evening.leader
    evening.step("Handvat")
    for person in evening.players.values():
        form = person.form("weigh")
        for scale in form.locator("fieldset").all():
            scale.locator("label").nth(3).click()
        person.sends(form)
        person.sees("Je antwoord is binnen", "#weigh")
        with person.fills("write_handvat") as form:
            form.locator("[name=whom]").fill("de secretaris")
            form.locator("[name=what]").fill(f"een gesprek met {person.name}")
            form.locator("[name=before]").fill("de volgende raad")
        person.sees("Je handvat is ingeleverd", "#debrief")
    leader.sees("5 van 5", "#progress li:nth-child(5)")
    evening.hall.sees("Raadslid", "#weigh")
    leader.does("close_game", sure=True)
    for person in evening.players.values():
        person.sees("Wat ieder wilde", "#debrief")
    for person in evening.everybody:
        person.sees("gesloten" if person is not evening.hall else "Dank voor het spelen")


def they_see_it_through_other_eyes(evening: Evening) -> None:
    """After the reveal Gerda looks back as the wethouder, and finds what he kept to himself."""
    gerda = evening.players["groen"]
    gerda.page.get_by_role("link", name="Kijk terug").click()
    gerda.page.wait_for_selector(READY)
    gerda.page.get_by_label("Bekijk als").select_option(label="Wethouder Haven en Economie")
    gerda.page.wait_for_url("**als=**")
    gerda.page.wait_for_selector(READY)
    gerda.page.keyboard.press("End")
    secrets = [card["text"] for card in evening.room.view()["cards"].values() if card["seat"] == "wethouder"]
    assert secrets and all(gerda.was_told(secret) for secret in secrets)
    assert NOTE.format("Wim") not in gerda.everything
