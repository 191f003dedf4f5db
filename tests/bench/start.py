"""A cold start to the first page, and coming back after kill -9."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from time import perf_counter, sleep

from app.bots.door import join
from app.bots.screen import Screen
from app.config import ROOT
from tests.bench.figures import line, title
from tests.conftest import find_free_port
from tests.faults.process import ServerProcess


def figures() -> None:
    title("Start")
    with tempfile.TemporaryDirectory() as folder:
        line("python -m app in an empty folder, to the first page", f"{_first_page(folder):.2f} s")
        line("the same folder again", f"{_first_page(folder):.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        line("kill -9 and start again, to a screen that is back", f"{_back(Path(folder)):.2f} s")


def _first_page(folder: str) -> float:
    port = find_free_port()
    begin = perf_counter()
    program = [sys.executable, "-m", "app", "--port", str(port), "--data", folder]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.DEVNULL) as server:
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
                    page.read()
                break
            except OSError:
                sleep(0.005)
        taken = perf_counter() - begin
        server.terminate()
    return taken


def _back(folder: Path) -> float:
    server = ServerProcess(folder)
    entrance = join(server.url, server.code, "")
    screen = Screen(server.url, entrance.token, entrance.game)
    screen.open()
    screen.changed.clear()
    server.kill()
    begin = perf_counter()
    server.start()
    screen.changed.wait(60)
    taken = perf_counter() - begin
    screen.close()
    server.stop()
    return taken
