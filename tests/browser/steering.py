"""Chapters of the evening: what the leader does by hand, and who sees that."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.evening import Evening
from tests.browser.people import PATIENCE, READY


def the_leader_corrects(evening: Evening) -> None:
    """Back one step and on again; pause and go on; something made up, taken back; a figure changed by hand."""
    leader = evening.leader
    leader.does("undo")
    for person in evening.everybody:
        person.sees("Besluiten", "#bar")
    evening.step("Gevolgen")
    the_leader_pauses(evening, "De koffie is er.")
    with leader.fills("improvise") as form:
        form.locator("[name=title]").fill("De stroom valt uit")
        form.locator("[name=text]").fill("Het is donker in de raadzaal.")
    for person in evening.everybody:
        person.sees("De stroom valt uit", "#feed")
    with leader.fills("retract_inject", sure=True, inject=made_up(evening, "De stroom valt uit")) as form:
        form.locator("[name=reason]").fill("Dat was een vergissing van mij.")
    with leader.fills("override", indicator="vertrouwen") as form:
        form.locator("[name=shift]").fill("-6")
        form.locator("[name=reason]").fill("De zaal lachte de burgemeester uit.")
    for person in evening.everybody:
        person.sees("Teruggenomen", "#feed .feed__item--retracted")
        person.sees("Dat was een vergissing van mij.", "#feed")
        person.sees("De zaal lachte de burgemeester uit.", "#feed")
    assert [person.name for person in evening.everybody if not person.stayed] == []


def made_up(evening: Evening, title: str) -> str:
    """The id of an event that the leader made up."""
    injects: dict[str, dict[str, str]] = evening.room.view()["facilitator"]["injects"]
    return next(id_ for id_, line in injects.items() if line["title"] == title)


def the_leader_pauses(evening: Evening, reason: str) -> None:
    """With a reason that everybody reads, until the leader goes on."""
    leader = evening.leader
    form = leader.reach(leader.page.locator("#pauze-reden form"))
    form.locator("[name=reason]").fill(reason)
    leader.sends(form)
    for person in evening.everybody:
        person.sees(reason, "#stage" if person is evening.hall else "#banner")
        person.sees("staat stil", "#klok")
    leader.does("resume")
    for person in evening.everybody:
        person.sees_not("staat stil", "#klok")


def the_unexpected_happens(evening: Evening) -> None:
    """One key stops the clock; the screens close and open; the leader looks along with a seat."""
    leader = evening.leader
    leader.presses("Onverwacht")
    dialog = leader.page.locator("dialog#onverwacht")
    expect(dialog).to_be_visible()
    with leader.fills("unexpected", kind="happens") as form:
        leader.chooses(form, "stock", "krant")
        form.locator("[name=text]").fill("Er staat een cameraploeg in de hal.")
    expect(dialog).to_be_hidden()
    for person in evening.everybody:
        person.sees("Er staat een cameraploeg in de hal.", "#feed")
        person.sees("staat stil", "#klok")
    leader.does("resume")
    the_screens_close(evening)
    the_leader_looks_along(evening)


def the_screens_close(evening: Evening) -> None:
    """Nothing to see but the question and the clock, until they open again."""
    leader = evening.leader
    leader.does("close_screens")
    for person in evening.players.values():
        expect(person.page.locator(".screen-cover")).to_be_visible(timeout=PATIENCE)
        person.sees("Kijk elkaar aan en praat", "#cover")
    leader.does("close_screens")
    for person in evening.players.values():
        expect(person.page.locator(".screen-cover")).to_have_count(0)


def the_leader_looks_along(evening: Evening) -> None:
    """The mirror of the griffier: her cards, not her notes, and nothing that acts in her name."""
    leader = evening.leader
    link = leader.reach(leader.page.locator("#roster-griffier a", has_text="Kijk mee"))
    mirror = leader.context.new_page()
    mirror.goto(evening.room.site.url + (link.get_attribute("href") or ""))
    mirror.wait_for_selector(READY)
    expect(mirror.locator("#cards")).to_contain_text("Kaart van Fractie Lokaal Waardveen")
    assert "Zullen we praten?" not in mirror.content()
    assert mirror.locator("form[data-command]").count() == 0
    with leader.fills("improvise") as form:
        form.locator("[name=title]").fill("Iemand klopt op de deur")
        form.locator("[name=text]").fill("Het is de conciërge.")
    expect(mirror.locator("#feed")).to_contain_text("Iemand klopt op de deur")
    mirror.close()


def they_look_back_on_the_round(evening: Evening) -> None:
    """At the end of round two each answers three questions; the leader scores; all see the spread, nobody a name."""
    leader = evening.leader
    for words in ("De nacht", "Praten", "Besluiten", "Gevolgen"):
        evening.step(words)
    for number, person in enumerate(evening.players.values()):
        with person.fills("give_pulse") as form:
            for field in ("role", "knew", "mattered"):
                person.chooses(form, field, str(1 + number))
        person.sees("Ingevuld", "#pulse")
    for person in evening.players.values():
        expect(person.page.locator("#pulse .spread").first).to_be_attached(timeout=PATIENCE)
    with leader.fills("score_rubric", criterion="rolvast") as form:
        leader.chooses(form, "level", "2")
        form.locator("[name=note]").fill("De griffier bleef bij de stemmen.")
    leader.sees("bewaard", "#rubric")
    for person in (evening.hall, *evening.players.values()):
        assert not person.was_told("De griffier bleef bij de stemmen."), person.name
