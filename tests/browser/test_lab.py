"""Somebody looks around in the lab: everybody can use its pages, and finds a werkwijze by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.keys import Keys
from tests.browser.people import Person
from tests.browser.site import Site


@pytest.fixture
def visitor(memo_site: Site, browser: Browser) -> Iterator[Person]:
    """Who takes part in nothing here, and looks around."""
    person = Person(browser, memo_site.url, "visitor")
    yield person
    assert person.problems == []
    person.leave()


@pytest.mark.parametrize("path", ["/lab", "/lab/werkwijzen", "/lab/werkwijzen/burgerberaad"])
def test_everybody_can_use_the_lab(visitor: Person, path: str) -> None:
    visitor.opens(path, ready=False)
    assert faults(visitor.page) == []


def test_by_keyboard_one_finds_a_werkwijze_and_reads_what_it_asks(visitor: Person) -> None:
    visitor.opens("/lab", ready=False)
    keys = Keys(visitor.page)
    keys.press(visitor.page.get_by_role("link", name="Bekijk alle werkwijzen"))
    every = visitor.page.locator("#werkwijzen > li")
    expect(every.filter(visible=True)).to_have_count(18)
    keys.write(visitor.page.get_by_label("Zoek een werkwijze"), "loting")
    expect(visitor.page.locator("[data-found]")).not_to_be_empty()
    visitor.page.get_by_label("Zoek een werkwijze").fill("burgerberaad")
    expect(every.filter(visible=True)).to_have_count(1)
    keys.press(visitor.page.get_by_role("link", name="Burgerberaad"))
    expect(visitor.page.get_by_role("heading", level=1, name="Burgerberaad")).to_be_visible()


def test_what_costs_money_is_left_out_and_nothing_found_says_so(visitor: Person) -> None:
    visitor.opens("/lab/werkwijzen", ready=False)
    visible = visitor.page.locator("#werkwijzen > li").filter(visible=True)
    Keys(visitor.page).press(visitor.page.get_by_label("zonder geld"), "Space")
    expect(visible.filter(has_text="Burgerberaad")).to_have_count(0)
    expect(visible.filter(has_text="Raadsakkoord")).to_have_count(1)
    visitor.page.get_by_label("Zoek een werkwijze").fill("bestaat niet")
    expect(visible).to_have_count(0)
    expect(visitor.page.locator("[data-found]")).not_to_be_empty()
