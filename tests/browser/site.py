"""A server in a process of its own, spoken to over its HTTP API, as any program would."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.small import SMALL_CASES

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
SEATS = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")


class Site:
    """The server. `stop` and `start` may alternate: data and port stay the same."""

    def __init__(self, data: Path, port: int, cases: Path = SMALL_CASES, host: str = "127.0.0.1") -> None:
        self.data, self.port, self.cases, self.host = data, port, cases, host
        self.url = f"http://127.0.0.1:{port}"
        self.log = data.with_suffix(".log")
        self._process: subprocess.Popen[bytes] | None = None
        self.token = ""

    def start(self) -> None:
        """Serve, and wait until the links are printed."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "app", "serve", "--host", self.host, "--port", str(self.port), "--data", str(self.data)],
                cwd=ROOT, env={**os.environ, "DNALAB_CASES": str(self.cases)}, stdout=log, stderr=log,
            )  # fmt: skip
        link = self._wait_for_link()
        self.token = self.token or self.api("POST", "/links", {"token": link})["token"]

    def kill(self) -> None:
        """The power goes off."""
        assert self._process
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Ask the server to end."""
        assert self._process
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)

    def api(self, method: str, path: str, body: object = None, token: str = "") -> Any:
        """One call. Raises urllib.error.HTTPError when it is refused."""
        request = urllib.request.Request(
            f"{self.url}/api/v1{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {token or self.token}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            refusal.add_note(refusal.read().decode())
            raise

    def room(self, casus: str = "klein", edition: str = "dagdeel") -> Room:
        """A new meeting with one room."""
        made = self.api("POST", "/meetings", {"title": "Proef"})
        room = self.api(
            "POST", f"/meetings/{made['meeting']}/rooms", {"casus": casus, "edition": edition}, made["token"]
        )
        return Room(self, made["meeting"], made["code"], room["game"], made["token"])

    def _wait_for_link(self) -> str:
        begin = self.log.stat().st_size if self.token else 0
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self._process and self._process.poll() is None, self.log.read_text()
            found = re.search(r"/f/(\S+)", self.log.read_text()[begin:])
            if found and self._answers():
                return found[1]
            time.sleep(0.05)
        raise AssertionError(self.log.read_text())

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url, timeout=1):
                return True
        except OSError:
            return False


@dataclass
class Room:
    """One game in a meeting of its own."""

    site: Site
    meeting: str
    code: str
    game: str
    token: str
    _count: int = field(default=0)

    def join(self, name: str) -> dict[str, Any]:
        """A participant comes in; gives token, participant and return code."""
        joined: dict[str, Any] = self.site.api("POST", "/join", {"code": self.code, "name": name})
        return joined

    def command(self, type_: str, token: str = "", as_: str = "", **fields: object) -> Any:
        """A command of the facilitator, or of whose token it is."""
        self._count += 1
        body = {"id": f"b-{self._count}", "as": as_, "type": type_, **fields}
        return self.site.api("POST", f"/games/{self.game}/commands", body, token or self.token)

    def view(self, as_: str = "", token: str = "") -> Any:
        """What the facilitator (or whose token it is) sees now."""
        return self.site.api("GET", f"/games/{self.game}?as={as_}", token=token or self.token)["view"]

    def seated(self, name: str, seat: str) -> dict[str, Any]:
        """A participant who sits on a seat."""
        joined = self.join(name)
        self.command("take_seat", joined["token"], seat=seat)
        return joined

    def next_step(self) -> str:
        """The facilitator moves on; gives the step that the game came from."""
        step: str = self.view()["clock"]["key"]
        self.command("next_step", from_step=step)
        return step

    def fill_seats(self) -> None:
        """Seats that nobody holds are played by the facilitator."""
        for seat, card in self.view()["seats"].items():
            if card["player"] == "nobody" and card.get("playable", True):
                self.command("set_player", seat=seat, player="facilitator")

    def begin(self) -> None:
        """All seats are played; the first round begins."""
        self.fill_seats()
        self.next_step()
        self.next_step()

    def go_to(self, step: str) -> None:
        """Move on until the clock stands at this step, for example `r1.act`."""
        for _ in range(30):
            if self.view()["clock"]["key"] == step:
                return
            self.next_step()
        raise AssertionError(f"no step {step}")
