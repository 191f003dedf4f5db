"""A whole server in a folder, with the small casus, and browsers and programs that talk to it over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.assembly import start, stop
from app.config import Config
from app.factory import Server, create_app
from app.lab import Lab
from app.service import meetings
from game_rules.vocabulary.meeting import CloseDoor, OpenDoor

CASES = Path(__file__).parents[1] / "small_cases"
CASUS, EDITION = "klein", "dagdeel"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_ONCE = re.compile(r'name="once" value="([^"]+)"')


class Browser:
    """One browser: it keeps cookies, and fills in the hidden fields of the forms that it sees."""

    def __init__(self, client: FlaskClient, scheme: str = "http") -> None:
        self.client = client
        self.base = f"{scheme}://zaal.local"

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, base_url=self.base)

    def post(self, path: str, seen: str = "", **fields: str) -> TestResponse:
        """Send a form as if it stood on the page `seen` (default: the page with the same address)."""
        token = _TOKEN.search(self.get(seen or path).text)
        assert token, f"no form on {seen or path}"
        return self.send(path, {"csrf_token": token[1], **fields})

    def send(self, path: str, fields: dict[str, str]) -> TestResponse:
        """Send exactly these fields."""
        return self.client.post(path, data=fields, base_url=self.base)

    def join(self, code: str, name: str = "") -> TestResponse:
        """Read the welcome page and press the button."""
        once = _ONCE.search(self.get(f"/m/{code}").text)
        assert once, "no welcome"
        return self.post(f"/m/{code}/join", f"/m/{code}", name=name, once=once[1])

    def follow(self, link: str, name: str = "") -> TestResponse:
        return self.post(link, name=name)


class Web:
    """A server with one meeting, whose door is open, and one room."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.lab: Lab = server.lab
        self.meeting = meetings.create(self.lab, "Avond in Kreekdam")
        self.code = meetings.state(self.lab, self.meeting).code
        self.game = self.open_room()

    def open_room(self, title: str = "") -> str:
        return meetings.open_room(self.lab, self.meeting, meetings.HOUSE, CASUS, EDITION, title)

    def close_door(self) -> None:
        meetings.submit(self.lab, self.meeting, meetings.HOUSE, CloseDoor())

    def open_door(self) -> None:
        meetings.submit(self.lab, self.meeting, meetings.HOUSE, OpenDoor())

    def state(self) -> Any:
        return meetings.state(self.lab, self.meeting)

    def people(self) -> list[str]:
        """The names of who is in."""
        return [self.lab.beside.name(guest.participant) or "-" for guest in self.state().present]

    def browser(self, scheme: str = "http") -> Browser:
        return Browser(self.server.app.test_client(), scheme)

    def leader(self) -> Browser:
        """A browser that came in by the facilitator's link."""
        browser = self.browser()
        browser.follow(meetings.link(self.lab, self.meeting, "facilitator"), "Fatima")
        return browser

    def api(self, method: str, path: str, token: str = "", body: Any = None) -> TestResponse:
        """A program, without cookies."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        client = self.server.app.test_client(use_cookies=False)
        return client.open(f"/api/v1{path}", method=method, json=body, headers=headers)


@contextmanager
def web_in(folder: Path, public_url: str = "", cases: Path = CASES) -> Iterator[Web]:
    """A running server in this folder, until the end of the block."""
    server = create_app(
        Config(data=folder, cases=cases, async_mode="threading", secret_key="k" * 40, public_url=public_url)
    )
    start(server.lab)
    try:
        yield Web(server)
    finally:
        stop(server.lab)
        server.lab.store.close()
        server.folder.release()
