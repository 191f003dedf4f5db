"""The process that makes a PDF: HTML in on stdin, PDF/UA-1 (tagged, ISO 14289-1) out on stdout.

    python -m app.report.pdf STATIC < report.html > report.pdf

It fetches nothing but files below STATIC, has a limit on its memory and computing time, and ends with MISSING when a
library of the system is not there: WeasyPrint draws text with Pango, which no Python package brings.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

MISSING = 3
"""The exit code when a library is not there. stderr says which."""

NEEDED = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""The packages of Debian that bring what is missing."""

BASE = "https://verslag.invalid/"
MEMORY = 1_500 * 1024 * 1024
SECONDS = 170
TYPES = {".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}


def main(static: Path) -> int:
    """Make the PDF of what is on stdin. Returns the exit code."""
    _limit()
    try:
        from weasyprint import HTML, urls
    except (ImportError, OSError) as problem:
        print(problem, file=sys.stderr)  # noqa: T201  who started this process reads it
        return MISSING

    class OwnFiles(urls.URLFetcher):  # type: ignore[misc]
        """Hands out the files of the application, and nothing else: no network, no other folder."""

        def fetch(self, url: str, headers: object = None) -> urls.URLFetcherResponse:
            path = own_file(static, url)
            return urls.URLFetcherResponse(url, path.read_bytes(), {"Content-Type": TYPES[path.suffix]})

    html = HTML(string=sys.stdin.read(), base_url=BASE, url_fetcher=OwnFiles())
    sys.stdout.buffer.write(html.write_pdf(pdf_variant="pdf/ua-1"))
    return 0


def own_file(static: Path, url: str) -> Path:
    """The file behind an address of our own, `/s/<build>/css/report.css`. Raises ValueError for any other address."""
    parts = urlsplit(url)
    pieces = unquote(parts.path).split("/")
    if not url.startswith(BASE) or pieces[:2] != ["", "s"] or len(pieces) < 4:
        raise ValueError(f"not one of our files: {url}")
    path = static.joinpath(*pieces[3:]).resolve()
    if not path.is_relative_to(static.resolve()) or path.suffix not in TYPES:
        raise ValueError(f"not one of our files: {url}")
    return path


def _limit() -> None:
    """A report that is endless takes this process down, and nothing else."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
