"""`python -m app` as a process of its own, with the small casus, for tests that kill it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from app.config import ROOT
from tests.conftest import find_free_port

DEADLINE = 60
"""Seconds after which something that should happen will not happen any more."""


class ServerProcess:
    """A server on `data` that can be killed and started again on the same port. `printed` is what it wrote."""

    def __init__(self, data: Path, mode: str = "eventlet") -> None:
        self.data = data
        self.port = find_free_port()
        self._environment = {
            **os.environ,
            "DNALAB_CASES": str(ROOT / "tests" / "small_cases"),
            "DNALAB_ASYNC_MODE": mode,
        }
        self.printed = ""
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def code(self) -> str:
        """The code of the first meeting."""
        return re.findall(r"/m/(\d{6})", self.printed)[-1]

    @property
    def link(self) -> str:
        """The link of the facilitator."""
        return re.findall(r"http\S+/f/\S+", self.printed)[-1]

    def start(self) -> None:
        """Start, and wait until the links are printed."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "app", "--port", str(self.port), "--data", str(self.data)],
            cwd=ROOT, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        ready = threading.Event()
        self._reader = threading.Thread(target=self._read, args=(self.process, ready))
        self._reader.start()
        assert ready.wait(DEADLINE), self.printed

    def _read(self, process: subprocess.Popen[str], ready: threading.Event) -> None:
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                self.printed += line
                if "Ctrl+C" in line:
                    ready.set()
        ready.set()

    def kill(self) -> None:
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._reader.join()

    def sleep(self, seconds: float) -> None:
        """As a laptop of which the lid is closed for so long."""
        self.process.send_signal(signal.SIGSTOP)
        sleep(seconds)
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> int:
        """Ask it to stop; returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(DEADLINE)
        self._reader.join()
        return code


def until(what: Callable[[], object], why: Callable[[], str] = lambda: "it did not happen") -> None:
    """Wait until something is so."""
    end = monotonic() + DEADLINE
    while not what():
        assert monotonic() < end, why()
        sleep(0.05)
