"""Somebody at a browser of their own: what they see, press and write, and everything their browser was told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, WebSocket, expect

LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
READY = "html[data-klaar='1']"
PATIENCE = 15_000
LONG_RUN = re.compile(r"[A-Za-z0-9 ,.:;]{24,}")


class Person:
    """One person with one browser window. `problems`: script errors, refused content, requests to other hosts."""

    def __init__(self, browser: Browser, url: str, name: str, *, phone: bool = False, dark: bool = False) -> None:
        self.name = name
        self.url = url
        self.problems: list[str] = []
        self._heard: list[str] = []
        self.context: BrowserContext = browser.new_context(
            viewport=PHONE if phone else LAPTOP,  # type: ignore[arg-type]
            color_scheme="dark" if dark else "light",
            locale="nl-NL",
        )
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self._watch(self.page)

    # --- what the browser says and hears -----------------------------------------------------------------------------

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("console", lambda line: self.problems.append(line.text) if _is_problem(line.type, line.text) else None)
        page.on("request", self._asked)
        page.on("websocket", self._listen)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.url, self.url.replace("http", "ws", 1), "data:", "blob:")):
            self.problems.append(f"{self.page.url} asks {request.url}")

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._heard.append(str(frame)))

    def was_told(self, text: str) -> bool:
        """Whether a piece of this text ever came in: over the socket, or in the page as it is now."""
        piece = fragment(text)
        return piece in unescape(self.page.content()) or any(piece in frame for frame in self._heard)

    @property
    def everything(self) -> str:
        """All that came in so far, and the page as it is now."""
        return "\n".join([unescape(self.page.content()), *self._heard])

    @property
    def token(self) -> str:
        """What this browser is known by."""
        return next(str(cookie["value"]) for cookie in self.context.cookies() if cookie["name"] == "dnalab")

    def leave(self) -> None:
        """Close the browser."""
        self.context.close()

    # --- coming in -----------------------------------------------------------------------------------------------------

    def opens(self, path: str, *, ready: bool = True) -> Person:
        """Go to an address of this site (or a full one)."""
        self.page.goto(path if path.startswith("http") else self.url + path)
        if ready:
            self.page.wait_for_selector(READY)
        return self

    def holds(self, token: str) -> Person:
        """Have the cookie of somebody who came in before."""
        self.context.add_cookies([{"name": "dnalab", "value": token, "url": self.url, "httpOnly": True}])
        return self

    def says_who(self) -> Person:
        """On the welcome page: give the own name and come in."""
        self.page.get_by_label("Je naam").fill(self.name)
        self.presses("Ik doe mee")
        self.page.wait_for_selector("html[data-screen=waiting][data-klaar='1']")
        return self

    def sits_down(self, seat: str) -> Person:
        """Choose a free seat in the lobby."""
        self.page.locator(f"#places-{seat}").get_by_role("button").first.click()
        self.page.wait_for_selector("html[data-screen=player][data-klaar='1']")
        self.settles()
        return self

    # --- staying: what comes, comes without a reload -------------------------------------------------------------------

    def settles(self) -> None:
        """From now on this page may not be loaded again; see `stayed`."""
        self.page.evaluate("window.sameVisit = true")

    @property
    def stayed(self) -> bool:
        """Whether the page was never loaded again since `settles`."""
        return bool(self.page.evaluate("window.sameVisit === true"))

    # --- looking and doing ---------------------------------------------------------------------------------------------

    def presses(self, words: str) -> None:
        """Press the button with these words."""
        self.page.get_by_role("button", name=words).first.click()

    def sees(self, text: str | re.Pattern[str], where: str = "main") -> None:
        """Wait until this is on the page, also when it is in another tab of a phone."""
        expect(self.page.locator(where).first).to_contain_text(text, timeout=PATIENCE)

    def sees_not(self, text: str, where: str = "main") -> None:
        """This is not on the page (any more)."""
        expect(self.page.locator(where).first).not_to_contain_text(text, timeout=PATIENCE)

    def reach(self, place: Locator) -> Locator:
        """Do what one does to get to something: choose the tab on a phone, open the folds around it."""
        expect(place).to_be_attached(timeout=PATIENCE)
        panel = place.locator("xpath=ancestor-or-self::*[@data-panel][1]")
        if panel.count():
            tab = self.page.locator(f"nav.tabs [data-tab='{(panel.get_attribute('data-panel') or '').split()[0]}']")
            if tab.is_visible():
                tab.click()
        closed = place.locator("xpath=ancestor::details[not(@open)]")
        while closed.count():
            closed.first.locator("xpath=./summary").click()
        return place

    def form(self, command: str, **fixed: str) -> Locator:
        """The control for a command, within reach. fixed: what it is about."""
        inputs = "".join(f':has(input[name="{name}"][value="{value}"])' for name, value in fixed.items())
        return self.reach(self.page.locator(f"form[data-command={command}]{inputs}").first)

    def does(self, command: str, *, sure: bool = False, **fixed: str) -> None:
        """Press a control that asks for nothing more. sure: answer yes to the question that comes first."""
        self.sends(self.form(command, **fixed), sure=sure)

    def sends(self, form: Locator, *, sure: bool = False) -> None:
        """Press the button of a form that is filled in."""
        form.locator("button[type=submit]").last.click()
        if sure:
            self.page.get_by_role("alertdialog").get_by_role("button", name="Ja").click()

    def chooses(self, form: Locator, field: str, value: str) -> None:
        """Choose in a form, whether it offers a list or buttons."""
        if form.locator(f"select[name={field}]").count():
            form.locator(f"select[name={field}]").select_option(value)
        else:
            form.locator(f"label:has(input[name='{field}'][value='{value}'])").click()

    @contextmanager
    def fills(self, command: str, *, sure: bool = False, **fixed: str) -> Iterator[Locator]:
        """The control for a command, to fill in; sent at the end."""
        form = self.form(command, **fixed)
        yield form
        self.sends(form, sure=sure)


def fragment(text: str) -> str:
    """A piece of a text that reads the same in HTML and in a message: plain letters only."""
    runs: list[str] = LONG_RUN.findall(" ".join(text.split()))
    return max(runs, key=len)


def _is_problem(kind: str, text: str) -> bool:
    return kind == "error" and "WebSocket" not in text and "net::ERR" not in text
