"""Live screens in real browsers: what others do appears, and what somebody is doing stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from tests.browser.conftest import READY, Enter
from tests.browser.site import SEATS, Room

HELLO = "Ik haal de leveranciers bij elkaar."


def fold(page: Page, name: str) -> None:
    """Open the fold with this title."""
    page.locator("details:not([open]) > summary", has_text=name).first.click()


def seat_page(room: Room, enter: Enter, seat: str = "griffier", *, phone: bool = False) -> Page:
    """The screen of a player who just sat down."""
    return enter(room.seated("Ada", seat)["token"], f"/kamer/{room.game}", phone=phone)


def test_everybody_at_the_table_sees_what_the_facilitator_does(room: Room, enter: Enter) -> None:
    tokens = [room.seated(f"Speler {seat}", seat)["token"] for seat in SEATS]
    room.begin()
    pages = [enter(token, f"/kamer/{room.game}", phone=number % 2 == 0) for number, token in enumerate(tokens)]
    leader = enter(room.token, f"/kamer/{room.game}/leiding")
    screen = enter(room.token, f"/kamer/{room.game}/scherm")
    leader.get_by_role("button", name=re.compile("Naar: .*Praten")).click()
    for page in [*pages, screen]:
        expect(page.locator("#bar")).to_contain_text("Praten")
    room.command("improvise", title="De brug valt stil", text="Een vrachtwagen staat dwars.")
    for page in [*pages, leader, screen]:
        expect(page.locator("#feed")).to_contain_text("De brug valt stil")
        assert page.locator("#feed > li", has_text="De brug valt stil").count() == 1


def test_typing_survives_what_others_do(room: Room, enter: Enter) -> None:
    page = seat_page(room, enter)
    room.begin()
    room.go_to("r1.talk")
    fold(page, "Doe een vrije zet")
    text = page.locator("#make_move-text")
    text.fill(HELLO)
    fold(page, "Stuur een briefje")
    page.locator("#o-send_note").get_by_label("Wethouder Kok").check()
    text.focus()
    page.evaluate("document.activeElement.setSelectionRange(3, 7)")
    top = text.bounding_box()
    for number in range(6):
        room.command("improvise", title=f"Gebeurtenis {number}", text="Er gebeurt iets. " * 20)
    room.command("extend", seconds=60)
    expect(page.locator("#feed")).to_contain_text("Gebeurtenis 5")
    room.go_to("r1.act")
    expect(page.locator("#bar")).to_contain_text("Besluiten")
    expect(text).to_be_focused()
    expect(text).to_have_value(HELLO)
    assert page.evaluate("[document.activeElement.selectionStart, document.activeElement.selectionEnd]") == [3, 7]
    expect(page.locator("#o-send_note").get_by_label("Wethouder Kok")).to_be_checked()
    assert page.locator("#o-make_move").get_attribute("open") is not None
    after = text.bounding_box()
    assert top and after and abs(after["y"] - top["y"]) < 60


def test_a_command_is_sent_once_and_its_form_is_empty_again(room: Room, enter: Enter) -> None:
    page = seat_page(room, enter)
    room.begin()
    fold(page, "Stuur een briefje")
    page.locator("#o-send_note").get_by_label("Burgemeester Vos").check()
    page.locator("#send_note-text").fill("Kom je zo even langs?")
    page.locator("#o-send_note").get_by_role("button", name="Stuur een briefje").dblclick()
    expect(page.locator("#notes > li")).to_have_count(1)
    expect(page.locator("#send_note-text")).to_have_value("")
    expect(page.locator("#live")).to_contain_text("Gelukt")


def test_a_refusal_stands_beside_the_form_and_keeps_what_was_typed(room: Room, enter: Enter) -> None:
    page = seat_page(room, enter)
    room.begin()
    fold(page, "Stuur een briefje")
    form = page.locator("#o-send_note form")
    form.get_by_label("Burgemeester Vos").check()
    page.locator("#send_note-text").fill("Kom je zo even langs?")
    page.evaluate("document.querySelector('#o-send_note input[value=burgemeester]').value = 'niemand'")
    form.get_by_role("button").click()
    expect(form.get_by_role("alert")).to_contain_text("zetel")
    expect(page.locator("#send_note-text")).to_have_value("Kom je zo even langs?")


def test_a_draft_survives_a_reload(room: Room, enter: Enter) -> None:
    page = seat_page(room, enter)
    room.begin()
    fold(page, "Doe een vrije zet")
    page.locator("#make_move-text").fill(HELLO)
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator("#make_move-text")).to_have_value(HELLO)
    fold(page, "Doe een vrije zet")
    page.locator("#make_move-reason").fill("Ze willen zelf ook.")
    page.locator("#o-make_move").get_by_role("button", name="Doe een vrije zet").click()
    expect(page.locator("#moves > *")).to_have_count(1)
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator("#make_move-text")).to_have_value("")


def test_what_cannot_be_undone_is_asked_first(room: Room, enter: Enter) -> None:
    page = seat_page(room, enter)
    page.get_by_role("button", name="Sta op").click()
    question = page.get_by_role("alertdialog")
    expect(question).to_contain_text("Weet je het zeker?")
    question.get_by_role("button", name="Nee, terug").click()
    assert room.view()["seats"]["griffier"]["holder"]
    page.get_by_role("button", name="Sta op").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Ja").click()
    page.wait_for_selector("html[data-screen=waiting][data-klaar]")


def test_who_takes_a_seat_gets_the_screen_of_that_seat(room: Room, enter: Enter) -> None:
    page = enter(room.join("Ada")["token"], f"/kamer/{room.game}")
    assert page.locator("html").get_attribute("data-screen") == "waiting"
    page.locator("#places > *", has_text="Griffier").get_by_role("button").first.click()
    page.wait_for_selector("html[data-screen=player][data-klaar]")
    expect(page.locator("#role")).to_contain_text("Griffier")


def test_the_clock_counts_with_the_time_of_the_server(room: Room, enter: Enter) -> None:
    token = room.seated("Ada", "griffier")["token"]
    room.begin()
    late = "const real = Date.now.bind(Date); Date.now = () => real() + 3_600_000;"
    right, wrong = enter(token, f"/kamer/{room.game}"), enter(token, f"/kamer/{room.game}", script=late)
    shown = right.locator("#klok .timer__text").inner_text()
    expect(right.locator("#klok .timer__text")).not_to_have_text(shown)
    minutes = [int(page.locator("#klok .timer__text").inner_text().split(":")[0]) for page in (right, wrong)]
    assert minutes[0] > 0 and abs(minutes[0] - minutes[1]) <= 1


def test_the_last_minute_is_told_by_word_and_aloud(room: Room, enter: Enter) -> None:
    page = seat_page(room, enter)
    room.begin()
    expect(page.locator("#klok")).to_be_visible()
    left = room.view()["clock"]["ends_at"] - room.site.api("GET", f"/games/{room.game}", token=room.token)["now"]
    room.command("extend", seconds=-(left // 1000 - 30))
    expect(page.locator("#klok")).to_have_class(re.compile("timer--soon"))
    expect(page.locator("#klok")).to_contain_text("nog 1 minuut")
    room.command("extend", seconds=60)
    expect(page.locator("#live")).to_contain_text("verlengd")


def test_on_a_phone_the_other_tabs_count_what_is_new(room: Room, enter: Enter) -> None:
    page = seat_page(room, enter, phone=True)
    room.begin()
    page.locator("nav.tabs [data-tab=besluit]").click()
    count = page.locator("nav.tabs [data-tab=casus] .tabs__count")
    expect(page.locator("#feed")).to_contain_text("Ronde 1")
    page.locator("nav.tabs [data-tab=casus]").click()
    expect(count).to_be_empty()
    page.locator("nav.tabs [data-tab=besluit]").click()
    room.command("improvise", title="Een schip komt eraan", text="Het is te hoog.")
    expect(count).to_contain_text("1")
    expect(page.locator("#live")).to_contain_text("Een schip komt eraan")
    assert not page.locator("#nieuws").is_visible()
    page.locator("nav.tabs [data-tab=casus]").click()
    expect(count).to_be_empty()
    assert page.locator("#nieuws").is_visible()


def test_keys_work_for_the_facilitator_but_not_while_typing(room: Room, enter: Enter) -> None:
    room.begin()
    page = enter(room.token, f"/kamer/{room.game}/leiding")
    page.keyboard.press("Space")
    expect(page.locator("#bar")).to_contain_text("Praten")
    page.keyboard.press("p")
    expect(page.locator("#bar")).to_contain_text("staat stil")
    page.locator("#tools").get_by_role("textbox").first.click()
    page.keyboard.type("p n o spatie")
    assert room.view()["clock"].get("running", False) is False
    assert room.view()["clock"]["key"] == "r1.talk"
    page.locator("h1").first.evaluate("document.activeElement.blur()")
    page.keyboard.press("o")
    expect(page.locator("#onverwacht")).to_be_visible()
    page.keyboard.press("p")
    assert room.view()["clock"].get("running", False) is False


def test_the_facilitator_sees_who_is_there_and_who_types(room: Room, enter: Enter) -> None:
    ada = room.seated("Ada", "griffier")
    leader = enter(room.token, f"/kamer/{room.game}/leiding")
    line = leader.locator(f"[data-presence='{ada['participant']}']").first
    expect(line).to_have_attribute("data-status", "")
    room.begin()
    page = enter(ada["token"], f"/kamer/{room.game}")
    expect(line).to_have_attribute("data-status", "connected")
    fold(page, "Doe een vrije zet")
    page.locator("#make_move-text").press_sequentially("Ik")
    expect(line).to_have_attribute("data-status", "typing")
    page.close()
    expect(line).to_have_attribute("data-status", "")
    expect(line).to_contain_text("niet verbonden")


def test_the_old_tab_hears_that_another_device_took_over(room: Room, enter: Enter) -> None:
    ada = room.seated("Ada", "griffier")
    page = enter(ada["token"], f"/kamer/{room.game}")
    again = room.site.api("POST", "/return", {"return_code": ada["return_code"]})
    expect(page.get_by_role("dialog")).to_contain_text("ander apparaat")
    expect(page.locator("#link-bar")).to_have_count(0)
    new = enter(again["token"], f"/kamer/{room.game}")
    expect(new.locator("#role")).to_contain_text("Griffier")


def test_who_is_taken_out_hears_it(room: Room, enter: Enter) -> None:
    ada = room.seated("Ada", "griffier")
    page = enter(ada["token"], f"/kamer/{room.game}")
    command = {"id": "b-out", "type": "remove_participant", "participant": ada["participant"]}
    room.site.api("POST", f"/meetings/{room.meeting}/commands", command, room.token)
    expect(page.get_by_role("dialog")).to_contain_text("Je doet niet meer mee")


def test_a_tab_that_shows_the_same_seat_follows(room: Room, enter: Enter) -> None:
    token = room.seated("Ada", "griffier")["token"]
    one, two = enter(token, f"/kamer/{room.game}"), enter(token, f"/kamer/{room.game}")
    room.begin()
    for page in (one, two):
        expect(page.locator("#bar")).to_contain_text("Lezen")


@pytest.fixture
def lan_browser(browser_type: BrowserType, browser_type_launch_args: dict[str, object]) -> Browser:
    """A browser for which `zaal.test` is this machine, as a laptop in the room sees it: plain http, not localhost."""
    arguments = [*browser_type_launch_args["args"], "--host-resolver-rules=MAP zaal.test 127.0.0.1"]  # type: ignore[misc]
    return browser_type.launch(**{**browser_type_launch_args, "args": arguments})  # type: ignore[arg-type]


def test_it_works_on_plain_http_from_another_machine(room: Room, lan_browser: Browser, tmp_path: Path) -> None:
    ada = room.seated("Ada", "griffier")
    room.begin()
    url = room.site.url.replace("127.0.0.1", "zaal.test")
    context = lan_browser.new_context()
    context.set_default_timeout(10_000)
    context.add_cookies([{"name": "dnalab", "value": ada["token"], "url": url, "httpOnly": True}])
    page = context.new_page()
    page.goto(f"{url}/kamer/{room.game}")
    page.wait_for_selector(READY)
    assert page.evaluate("[isSecureContext, Boolean(crypto.randomUUID), Boolean(navigator.wakeLock)]") == [False] * 3
    fold(page, "Stuur een briefje")
    page.locator("#o-send_note").get_by_label("Burgemeester Vos").check()
    page.locator("#send_note-text").fill("Dit komt van een ander apparaat.")
    page.locator("#o-send_note").get_by_role("button", name="Stuur een briefje").click()
    expect(page.locator("#notes > li")).to_have_count(1)
    lan_browser.close()


def test_the_list_of_tables_shows_who_comes_in(room: Room, enter: Enter) -> None:
    page = enter(room.token, f"/bijeenkomst/{room.meeting}")
    ada = room.join("Ada Lovelace")
    expect(page.locator("#guests")).to_contain_text("Ada Lovelace")
    room.site.api(
        "POST",
        f"/meetings/{room.meeting}/commands",
        {"id": "b-out", "type": "remove_participant", "participant": ada["participant"]},
        room.token,
    )
    expect(page.locator("#guests")).not_to_contain_text("Ada Lovelace")


def test_the_focus_does_not_get_lost_when_what_had_it_goes(room: Room, enter: Enter) -> None:
    page = seat_page(room, enter)
    room.fill_seats()
    room.next_step()
    page.get_by_role("button", name="Ik ben klaar met lezen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ik ben klaar met lezen")).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body && document.activeElement.closest('#nu') !== null")


def test_news_that_is_out_of_view_is_pointed_at_without_taking_the_focus(room: Room, enter: Enter) -> None:
    token = room.seated("Ada", "griffier")["token"]
    room.begin()
    page = enter(token, f"/kamer/{room.game}")
    page.set_viewport_size({"width": 1366, "height": 420})
    fold(page, "Doe een vrije zet")
    page.locator("#make_move-text").fill(HELLO)
    page.mouse.wheel(0, 5000)
    expect(page.locator("#feed > li").first).not_to_be_in_viewport()
    room.command("improvise", title="De brug valt stil", text="Een vrachtwagen staat dwars.")
    bar = page.locator("#news-bar")
    expect(bar).to_contain_text("De brug valt stil")
    expect(page.locator("#make_move-text")).to_be_focused()
    bar.get_by_role("link").click()
    expect(bar).to_have_count(0)
    expect(page.locator("#feed > li", has_text="De brug valt stil")).to_be_in_viewport()


def test_sound_and_colours_are_chosen_per_device(room: Room, enter: Enter) -> None:
    page = seat_page(room, enter)
    sound = page.get_by_role("button", name="Geluid bij nieuws")
    expect(sound).to_have_attribute("aria-pressed", "false")
    sound.click()
    page.get_by_role("button", name="Donker").click()
    page.reload()
    page.wait_for_selector(READY)
    expect(sound).to_have_attribute("aria-pressed", "true")
    expect(page.locator("html")).to_have_attribute("data-kleur", "donker")
    room.begin()
    room.command("improvise", title="De brug valt stil", text="Een vrachtwagen staat dwars.")
    expect(page.locator("#feed")).to_contain_text("De brug valt stil")


def test_a_mirror_only_looks_but_a_seat_of_the_facilitator_can_be_played_there(room: Room, enter: Enter) -> None:
    ada = room.seated("Ada", "griffier")
    room.begin()
    mirror = enter(room.token, f"/kamer/{room.game}/zetel/griffier")
    expect(mirror.locator("form[data-command]")).to_have_count(0)
    own = enter(room.token, f"/kamer/{room.game}/zetel/burgemeester")
    fold(own, "Doe een vrije zet")
    own.locator("#make_move-text").fill(HELLO)
    own.locator("#make_move-reason").fill("Ze willen zelf ook.")
    own.locator("#o-make_move").get_by_role("button", name="Doe een vrije zet").click()
    expect(mirror.locator("#moves")).to_contain_text(HELLO)
    moves = room.view(token=ada["token"])["moves"].values()
    assert [(move["by"], move["text"]) for move in moves] == [("burgemeester", HELLO)]
