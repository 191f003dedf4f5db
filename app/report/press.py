"""Starts the process that makes a PDF and waits for it, while everybody else is served. At most one per core at a time."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import IO

from ..config import ROOT
from ..service.errors import ServiceError
from .pdf import MISSING, NEEDED

log = logging.getLogger(__name__)

PATIENCE = 180.0
"""Seconds after which a PDF is given up: an evening of ten tables is hundreds of pages."""

LOOK_AGAIN = 0.05
WORKER = (sys.executable, "-m", "app.report.pdf", str(ROOT / "static"))

Sleep = Callable[[float], object]


class PdfError(ServiceError):
    """There is no PDF. The sentence says why, and what one can do."""


class Press:
    """Makes PDFs. sleep: lets others work; everything here waits by it alone, so it holds up nobody."""

    def __init__(self, sleep: Sleep, worker: tuple[str, ...] = WORKER, places: int = 0) -> None:
        self._sleep = sleep
        self._worker = worker
        self._places = places or os.cpu_count() or 1
        self._busy = 0

    def pdf(self, html: str) -> bytes:
        """The PDF of a page. Raises PdfError: pdf_missing (a library is not there), pdf_busy or pdf_failed."""
        waited = 0.0
        while self._busy >= self._places:
            waited = self._wait(waited, "pdf_busy")
        self._busy += 1
        try:
            return self._press(html)
        finally:
            self._busy -= 1

    def _press(self, html: str) -> bytes:
        with tempfile.TemporaryFile() as page, tempfile.TemporaryFile() as made, tempfile.TemporaryFile() as said:
            page.write(html.encode())
            page.seek(0)
            process = subprocess.Popen(self._worker, cwd=ROOT, stdin=page, stdout=made, stderr=said)
            code = self._ended(process)
            if code:
                raise _refusal(code, said)
            made.seek(0)
            return made.read()

    def _ended(self, process: subprocess.Popen[bytes]) -> int:
        """The exit code of the process, which does not outlive its time."""
        waited = 0.0
        try:
            while (code := process.poll()) is None:
                waited = self._wait(waited, "pdf_failed")
            return code
        finally:
            if process.returncode is None:
                process.kill()
                process.wait()

    def _wait(self, waited: float, otherwise: str) -> float:
        if waited >= PATIENCE:
            raise PdfError(otherwise, MESSAGES[otherwise], 503)
        self._sleep(LOOK_AGAIN)
        return waited + LOOK_AGAIN


MESSAGES = {
    "pdf_busy": "Er worden nu te veel pdf’s tegelijk gemaakt. Probeer het over een minuut nog eens.",
    "pdf_failed": "De pdf is niet gelukt. Gebruik ‘Druk af’: je browser kan de pagina ook als pdf bewaren.",
    "pdf_missing": f"Deze server kan geen pdf maken, want er ontbreekt software: {', '.join(NEEDED)}. "
    "Vraag de beheerder om die te installeren. Gebruik tot dan ‘Druk af’: je browser kan de pagina ook als pdf bewaren.",
}
"""Why there is no PDF, and what to do."""


def _refusal(code: int, said: IO[bytes]) -> PdfError:
    said.seek(0)
    log.error("no PDF, exit code %s: %s", code, said.read()[-2000:].decode(errors="replace"))
    found = "pdf_missing" if code == MISSING else "pdf_failed"
    return PdfError(found, MESSAGES[found], 503)
