"""What the tests need from the operating system: a Redis server, a browser, and what draws the text of a PDF.

Installs them with apt-get where that is allowed (as root, or with sudo without a password). Elsewhere it says
which packages to install, and the tests that need them skip nothing: they fail with the same message.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ctypes.util import find_library

# Any of these commands will do -> the package that brings the first.
NEEDED = {
    ("redis-server",): "redis-server",
    ("chromium-headless-shell", "chromium"): "chromium-headless-shell",
}

# A library -> the package that brings it. `make run` does without: the page of a report then says that there is no PDF.
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}


def main() -> int:
    """Install what is missing. Returns the exit code."""
    missing = [package for commands, package in NEEDED.items() if not any(map(shutil.which, commands))]
    missing += [package for library, package in LIBRARIES.items() if find_library(library) is None]
    if not missing:
        return 0
    apt = _apt_get()
    if apt is None:
        return _explain(missing)
    print(f"Installing for the tests: {' '.join(missing)}", flush=True)
    # RUNLEVEL=1 keeps the package from starting a Redis server of its own: the tests start theirs.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    steps = (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *missing])
    for step in steps:
        if subprocess.run([*apt, *step], env=environment, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            return _explain(missing)
    return 0


def _apt_get() -> list[str] | None:
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "-E", "apt-get"]
    return None


def _explain(missing: list[str]) -> int:
    print(
        f"The tests need these Debian packages: {' '.join(missing)}.\n"
        "Install them yourself (for example: sudo apt-get install " + " ".join(missing) + ") and try again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
