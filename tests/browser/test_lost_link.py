"""The power goes off: nobody loses anything, and nobody has to do anything to go on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import READY, Enter, entering
from tests.browser.site import Room, Site


@pytest.fixture
def own_room(own_site: Site) -> Room:
    """A room on that server."""
    return own_site.room()


@pytest.fixture
def own_enter(browser: object, own_site: Site) -> Iterator[Enter]:
    """Open pages on that server."""
    yield from entering(browser, own_site)  # type: ignore[arg-type]


def write_note(page: Page, text: str) -> None:
    """Fill in and send a briefje to the burgemeester."""
    page.locator("#o-send_note").get_by_label("Burgemeester Vos").check()
    page.locator("#send_note-text").fill(text)
    page.locator("#o-send_note").get_by_role("button", name="Stuur een briefje").click()


def test_a_killed_server_costs_nobody_anything(own_site: Site, own_room: Room, own_enter: Enter) -> None:
    token = own_room.seated("Ada", "griffier")["token"]
    own_room.begin()
    page = own_enter(token, f"/kamer/{own_room.game}")
    for name in ("Doe een vrije zet", "Stuur een briefje"):
        page.locator("details:not([open]) > summary", has_text=name).first.click()
    page.locator("#make_move-text").fill("Ik was net aan het typen.")

    own_site.kill()
    expect(page.locator("#link-bar")).to_contain_text("Geen verbinding")
    write_note(page, "Kom je zo langs?")
    form = page.locator("#o-send_note form")
    expect(form.get_by_role("status")).to_contain_text("Nog niet verstuurd")
    expect(page.locator("#link-bar")).to_contain_text("Eén handeling is nog niet verstuurd")
    expect(page.get_by_role("dialog")).to_contain_text("Wat je typte blijft staan", timeout=15_000)

    own_site.start()
    page.wait_for_selector(READY, timeout=15_000)
    expect(page.locator("#link-bar")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    # A game that nobody served stands still: the note waits until the facilitator goes on, and is then sent by itself.
    expect(page.locator("#klok")).to_contain_text("staat stil")
    assert not own_room.view(token=token).get("notes")
    own_room.command("resume")
    expect(page.locator("#notes > li")).to_have_count(1, timeout=10_000)
    expect(page.locator("#send_note-text")).to_have_value("")
    expect(page.locator("#make_move-text")).to_have_value("Ik was net aan het typen.")
    assert [note["text"] for note in own_room.view(token=token)["notes"].values()] == ["Kom je zo langs?"]


def test_what_was_not_sent_survives_a_reload_too(own_site: Site, own_room: Room, own_enter: Enter) -> None:
    ada = own_room.join("Ada")
    page = own_enter(ada["token"], f"/kamer/{own_room.game}")
    own_site.kill()
    page.locator("#places > *", has_text="Griffier").get_by_role("button").first.click()
    expect(page.locator(".form-note")).to_contain_text("Nog niet verstuurd")
    # Left before the server is back: the page would otherwise find it by itself and move on in the middle of our own reload.
    page.goto("about:blank")
    own_site.start()
    page.goto(f"{own_site.url}/kamer/{own_room.game}")
    page.wait_for_selector("html[data-screen=player][data-klaar]", timeout=15_000)
    assert own_room.view()["seats"]["griffier"]["holder"] == ada["participant"]


def test_who_was_refused_meanwhile_is_told(own_site: Site, own_room: Room, own_enter: Enter) -> None:
    ada = own_room.join("Ada")
    page = own_enter(ada["token"], f"/kamer/{own_room.game}")
    own_site.kill()
    page.locator("#places > *", has_text="Griffier").get_by_role("button").first.click()
    expect(page.locator(".form-note")).to_contain_text("Nog niet verstuurd")
    script = page.evaluate("sessionStorage.getItem('dnalab.outbox')")
    page.close()
    own_site.start()
    own_room.seated("Ben", "griffier")
    restore = f"sessionStorage.setItem('dnalab.outbox', {script!r})"
    late = own_enter(ada["token"], f"/kamer/{own_room.game}", script=restore)
    expect(late.get_by_role("alert")).to_contain_text("al bezet")
