"""Talking at a distance: who is in a channel reads it at once, nobody else ever does, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import faults
from tests.browser.conftest import READY, Enter, entering
from tests.browser.people import Person
from tests.browser.site import Room, Site

SECRET = "De scheur is tien centimeter en niemand mag het weten"
PAIR = "een:griffier:lokaal"


def apart(room: Room, *, read_private: bool = False) -> dict[str, str]:
    """A room whose people sit at home, in the first talk; gives the token of each seat."""
    room.command("settle", talk="afstand", read_private=read_private)
    names = {"burgemeester": "Ada", "griffier": "Ben", "wethouder": "Carla", "lokaal": "Dirk", "groen": "Eva"}
    tokens = {seat: room.seated(name, seat)["token"] for seat, name in names.items()}
    room.begin()
    room.go_to("r1.talk")
    return tokens


def say(room: Room, token: str, text: str, channel: str = "tafel") -> None:
    """Somebody says something, from another program."""
    room.command("say", token, channel=channel, text=text)


def tab(page: Page, name: str) -> Locator:
    """The tab of a channel."""
    return page.locator("#channels [role=tab]").filter(has_text=name)


def field(page: Page) -> Locator:
    """Where one writes in the chosen channel."""
    return page.locator(".say.is-here textarea")


def lines(page: Page) -> Locator:
    """What was said in the chosen channel."""
    return page.locator("#messages > .is-here .say-line__text")


def test_a_private_word_reaches_one_and_nobody_else_ever(browser: Browser, site: Site, room: Room) -> None:
    tokens = apart(room)
    watchers = {"groen": "", "leader": "/leiding", "hall": "/scherm"}
    people = {}
    for who, rest in {"griffier": "", "lokaal": "", **watchers}.items():
        people[who] = Person(browser, site.url, who)
        people[who].holds(tokens.get(who, room.token)).opens(f"/kamer/{room.game}{rest}")
    ben, dirk = people["griffier"].page, people["lokaal"].page
    ben.get_by_label("Praat één op één").select_option("Fractie Lokaal Kreekdam")
    field(ben).fill(SECRET)
    field(ben).press("Enter")
    expect(lines(ben)).to_have_text([SECRET])
    expect(ben.locator("#messages > .is-here")).to_contain_text("Jij")
    expect(field(ben)).to_have_value("")
    expect(field(ben)).to_be_focused()
    expect(tab(dirk, "Griffier Bos")).to_contain_text("1")
    tab(dirk, "Griffier Bos").click()
    expect(lines(dirk)).to_have_text([SECRET])
    expect(dirk.locator(".say.is-here")).to_contain_text("Alleen jullie tweeën lezen dit.")
    say(room, tokens["lokaal"], "Dit mag iedereen weten")
    for who in watchers:
        people[who].sees("Dit mag iedereen weten", "#messages")
        assert not people[who].was_told(SECRET), who
    assert [person.problems for person in people.values()] == [[]] * 5
    for person in people.values():
        person.leave()


def test_enter_sends_and_shift_enter_makes_a_line(room: Room, enter: Enter) -> None:
    page = enter(apart(room)["griffier"], f"/kamer/{room.game}")
    field(page).press("Enter")
    field(page).press_sequentially("Een")
    field(page).press("Shift+Enter")
    field(page).press_sequentially("Twee")
    field(page).press("Enter")
    expect(lines(page)).to_have_text(["Een\nTwee"])
    assert len(room.view()["messages"]) == 1


def test_what_is_typed_while_a_line_is_on_its_way_stays(room: Room, enter: Enter) -> None:
    page = enter(apart(room)["griffier"], f"/kamer/{room.game}")
    field(page).fill("Eerst dit.")
    page.evaluate(
        """() => { const field = document.querySelector('.say.is-here textarea');
        field.form.requestSubmit(); field.value = 'En nu'; field.dispatchEvent(new Event('input', {bubbles: true})); }"""
    )
    expect(lines(page)).to_have_text(["Eerst dit."])
    expect(page.locator("#live")).to_contain_text("Verstuurd")
    expect(field(page)).to_have_value("En nu")


def test_a_draft_and_what_is_unread_survive_a_reload(room: Room, enter: Enter) -> None:
    tokens = apart(room)
    page = enter(tokens["griffier"], f"/kamer/{room.game}")
    tab(page, "Driehoek").click()
    field(page).fill("Zullen we eerst")
    tab(page, "Hele tafel").click()
    field(page).fill("Voorzitter, een vraag")
    for number in range(3):
        say(room, tokens["lokaal"], f"Bericht {number}", "raad")
    expect(tab(page, "Raad")).to_contain_text("3")
    page.reload()
    page.wait_for_selector(READY)
    expect(tab(page, "Hele tafel")).to_have_attribute("aria-selected", "true")
    expect(tab(page, "Raad")).to_contain_text("3")
    expect(field(page)).to_have_value("Voorzitter, een vraag")
    tab(page, "Driehoek").click()
    expect(field(page)).to_have_value("Zullen we eerst")
    tab(page, "Raad").click()
    expect(lines(page)).to_have_count(3)
    expect(tab(page, "Raad").locator(".channel__count")).to_be_empty()
    page.reload()
    page.wait_for_selector(READY)
    expect(tab(page, "Raad").locator(".channel__count")).to_be_empty()


def test_a_phone_counts_what_is_unread_on_its_tab(room: Room, enter: Enter) -> None:
    tokens = apart(room)
    page = enter(tokens["griffier"], f"/kamer/{room.game}", phone=True)
    counter = page.locator("nav.tabs [data-tab=gesprek] .tabs__count")
    say(room, tokens["lokaal"], "Ben je daar?", PAIR)
    say(room, tokens["lokaal"], "Goedenavond allemaal")
    expect(counter).to_contain_text("2")
    page.reload()
    page.wait_for_selector(READY)
    expect(counter).to_contain_text("2")
    page.locator("nav.tabs").get_by_text("Gesprek").click()
    expect(counter).to_contain_text("1")
    expect(lines(page)).to_have_text(["Goedenavond allemaal"])


def test_who_types_to_the_table_shows_and_who_types_elsewhere_does_not(room: Room, enter: Enter) -> None:
    tokens = apart(room)
    ben, dirk = (enter(tokens[seat], f"/kamer/{room.game}") for seat in ("griffier", "lokaal"))
    tab(ben, "Driehoek").click()
    field(ben).press_sequentially("Niet voor iedereen")
    tab(ben, "Hele tafel").click()
    field(ben).press_sequentially("Wel")
    expect(dirk.get_by_text("Griffier Bos typt")).to_be_visible()
    heard = dirk.evaluate("[...document.querySelectorAll('.typing:not([hidden])')].map(one => one.textContent)")
    assert heard == ["Griffier Bos typt …"]


def test_typing_elsewhere_is_told_to_nobody(room: Room, enter: Enter) -> None:
    tokens = apart(room)
    ben = enter(tokens["griffier"], f"/kamer/{room.game}")
    frames: list[str] = []
    ben.on("websocket", lambda socket: socket.on("framesent", lambda frame: frames.append(str(frame))))
    ben.reload()
    ben.wait_for_selector(READY)
    tab(ben, "Driehoek").click()
    field(ben).press_sequentially("Niet voor iedereen")
    field(ben).press("Enter")
    expect(lines(ben)).to_have_text(["Niet voor iedereen"])
    assert any('"say"' in frame for frame in frames)
    assert not any("typing" in frame or "talking" in frame for frame in frames)


def test_what_comes_in_moves_neither_focus_nor_field_nor_an_older_place(room: Room, enter: Enter) -> None:
    tokens = apart(room)
    for number in range(30):
        say(room, tokens["lokaal"], f"Eerder bericht {number}")
    page = enter(tokens["griffier"], f"/kamer/{room.game}")
    sheet = page.locator("#gesprek-blad")
    assert sheet.evaluate("one => one.scrollHeight - one.scrollTop - one.clientHeight") < 40
    field(page).fill("Ik was aan het typen")
    sheet.evaluate("one => { one.scrollTop = 100; }")
    expect(page.get_by_role("button", name="Naar het laatste bericht")).to_be_visible()
    top = field(page).bounding_box()
    say(room, tokens["lokaal"], "Het nieuwste bericht")
    expect(page.locator("#messages")).to_contain_text("Het nieuwste bericht")
    assert sheet.evaluate("one => one.scrollTop") == 100
    assert field(page).bounding_box() == top
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("Ik was aan het typen")
    page.get_by_role("button", name="Naar het laatste bericht").click()
    expect(lines(page).last).to_be_in_viewport()
    expect(tab(page, "Hele tafel").locator(".channel__count")).to_be_empty()


def test_who_looks_elsewhere_on_the_page_is_led_to_what_was_said(room: Room, enter: Enter) -> None:
    tokens = apart(room)
    page = enter(tokens["griffier"], f"/kamer/{room.game}")
    page.locator("#tafel").scroll_into_view_if_needed()
    expect(page.locator("#gesprek-blad")).not_to_be_in_viewport()
    say(room, tokens["lokaal"], "Ben je daar?", PAIR)
    page.locator("#news-bar").get_by_role("link", name="één op één: Ben je daar?").click()
    expect(tab(page, "Fractie Lokaal Kreekdam")).to_have_attribute("aria-selected", "true")
    expect(lines(page).last).to_be_in_viewport()


def test_each_message_is_read_aloud_in_one_sentence(room: Room, enter: Enter) -> None:
    tokens = apart(room)
    page = enter(tokens["griffier"], f"/kamer/{room.game}")
    say(room, tokens["lokaal"], "Hoort u mij?", "raad")
    expect(page.locator("#live")).to_have_text("Fractie Lokaal Kreekdam, raad: Hoort u mij?")


def test_channels_are_chosen_with_the_arrows(room: Room, enter: Enter) -> None:
    page = enter(apart(room)["griffier"], f"/kamer/{room.game}")
    tab(page, "Hele tafel").focus()
    page.keyboard.press("ArrowRight")
    expect(tab(page, "Raad")).to_be_focused()
    expect(tab(page, "Raad")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(tab(page, "Driehoek")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(tab(page, "Hele tafel")).to_be_focused()


def test_a_facilitator_chooses_how_a_table_talks_and_all_are_told(room: Room, enter: Enter) -> None:
    token = room.seated("Ada", "griffier")["token"]
    lead = enter(room.token, f"/kamer/{room.game}/leiding")
    ada = enter(token, f"/kamer/{room.game}")
    lead.get_by_role("button", name="Op afstand", exact=True).click()
    expect(lead.locator("#talks")).to_contain_text("Je leest alleen het kanaal van de hele tafel.")
    lead.locator("#praten-lezen").get_by_role("button", name="Ja").click()
    expect(lead.locator("#talks")).to_contain_text("Je leest alle kanalen.")
    expect(ada.locator("#feed")).to_contain_text("De spelleider kan besloten gesprekken lezen.")
    room.begin()
    room.go_to("r1.talk")
    tab(ada, "Raad").click()
    field(ada).fill("Even onder ons")
    field(ada).press("Enter")
    expect(ada.locator(".say.is-here")).to_contain_text("en de spelleider")
    tab(lead, "Raad").click()
    expect(lines(lead)).to_have_text(["Even onder ons"])
    expect(lead.locator("#talks")).to_contain_text("staat vast")


def test_a_table_that_talks_has_nothing_of_it_on_the_screen(room: Room, enter: Enter) -> None:
    token = room.seated("Ada", "griffier")["token"]
    room.begin()
    page = enter(token, f"/kamer/{room.game}")
    expect(page.locator("#gesprek")).to_be_hidden()
    expect(page.locator("#o-send_note")).to_be_attached()
    assert page.locator("#channels > *, #messages > *, #says > *").count() == 0


def test_in_the_debrief_the_table_talks_on(room: Room, enter: Enter) -> None:
    tokens = apart(room)
    room.go_to("epilogue")
    page = enter(tokens["griffier"], f"/kamer/{room.game}")
    field(page).fill("Wat een avond")
    field(page).press("Enter")
    expect(lines(page)).to_have_text(["Wat een avond"])
    tab(page, "Raad").click()
    expect(page.locator(".say.is-here")).to_contain_text("Hier praat je tijdens de rondes.")


@pytest.mark.parametrize("phone", [False, True], ids=["laptop", "phone"])
def test_everybody_can_use_it(room: Room, enter: Enter, phone: bool) -> None:
    tokens = apart(room)
    say(room, tokens["lokaal"], "Goedenavond allemaal")
    say(room, tokens["lokaal"], "Ben je daar?", PAIR)
    page = enter(tokens["griffier"], f"/kamer/{room.game}", phone=phone)
    if phone:
        page.locator("nav.tabs").get_by_text("Gesprek").click()
    expect(lines(page)).to_have_text(["Goedenavond allemaal"])
    assert faults(page) == []


@pytest.mark.parametrize("where", ["/leiding", "/scherm"])
def test_who_leads_and_who_looks_at_the_wall_can_use_it(room: Room, enter: Enter, where: str) -> None:
    tokens = apart(room)
    say(room, tokens["lokaal"], "Goedenavond allemaal")
    page = enter(room.token, f"/kamer/{room.game}{where}")
    expect(page.locator("#messages")).to_contain_text("Goedenavond allemaal")
    assert faults(page) == []


# --- a lost link -----------------------------------------------------------------------------------------------------


@pytest.fixture
def own_enter(browser: Browser, own_site: Site) -> Iterator[Enter]:
    """Open pages on that server."""
    yield from entering(browser, own_site)


@pytest.mark.parametrize("reload", [False, True], ids=["waiting", "over a reload"])
def test_what_is_written_without_a_link_is_sent_once(own_site: Site, own_enter: Enter, reload: bool) -> None:
    room = own_site.room()
    page = own_enter(apart(room)["griffier"], f"/kamer/{room.game}")
    own_site.kill()
    expect(page.locator("#link-bar")).to_contain_text("Geen verbinding")
    field(page).fill("Ben ik er nog?")
    field(page).press("Enter")
    expect(page.locator(".say.is-here")).to_contain_text("Nog niet verstuurd")
    if reload:
        page.goto("about:blank")
    own_site.start()
    if reload:
        page.goto(f"{own_site.url}/kamer/{room.game}")
    page.wait_for_selector(READY, timeout=15_000)
    room.command("resume")
    expect(lines(page)).to_have_text(["Ben ik er nog?"], timeout=15_000)
    expect(field(page)).to_have_value("")
    assert [one["text"] for one in room.view()["messages"].values()] == ["Ben ik er nog?"]
