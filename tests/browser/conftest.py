"""One server and one browser for all these tests; a room of its own for each, several people in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.site import ROOT, Room, Site
from tests.conftest import find_free_port

LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
READY = "html[data-klaar]"
Enter = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server on the small casus."""
    made = Site(tmp_path_factory.mktemp("site") / "data", find_free_port())
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def memo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server on the casussen that people play."""
    made = Site(tmp_path_factory.mktemp("memo") / "data", find_free_port(), ROOT / "cases")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server for this test only, because it is killed."""
    made = Site(tmp_path_factory.mktemp("own") / "data", find_free_port())
    made.start()
    yield made
    made.kill()


@pytest.fixture
def room(site: Site) -> Room:
    """A meeting with one room, for this test only."""
    return site.room()


@pytest.fixture
def enter(browser: Browser, site: Site) -> Iterator[Enter]:
    """`enter(token, path)`: somebody with this token opens a page in a browser of their own.

    Gives the page; live pages are ready. What goes wrong in a script, and every breach of the content security
    policy, fails the test at its end. `script` runs before those of the page.
    """
    yield from entering(browser, site)


def entering(browser: Browser, site: Site) -> Iterator[Enter]:
    """What `enter` gives, for any server."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_page(token: str, path: str, *, phone: bool = False, ready: bool = True, script: str = "") -> Page:
        context = browser.new_context(viewport=PHONE if phone else LAPTOP, locale="nl-NL")
        contexts.append(context)
        context.set_default_timeout(10_000)
        if token:
            context.add_cookies([{"name": "dnalab", "value": token, "url": site.url, "httpOnly": True}])
        if script:
            context.add_init_script(script)
        page = context.new_page()
        watch_for_problems(page, problems)
        answer = page.goto(site.url + path)
        assert answer and answer.ok, f"{path}: {answer and answer.status}; see {site.log}"
        if ready:
            page.wait_for_selector(READY)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


def watch_for_problems(page: Page, problems: list[str]) -> None:
    """Gather script errors and refused content. A lost connection is no problem: some tests make one."""
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            problems.append(f"{page.url}: {message.text}")
            if message.type == "error" and "WebSocket" not in message.text and "net::ERR" not in message.text
            else None
        ),
    )
