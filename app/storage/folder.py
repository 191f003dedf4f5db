"""The data folder: made when it is not there, and held by one server at a time."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from filelock import FileLock, Timeout

from ..ports import DataFolderInUseError


class DataFolder:
    """Holds the lock of a data folder until `release` (or until the process ends, however it ends)."""

    def __init__(self, path: Path) -> None:
        """Raises DataFolderInUseError when another server holds the folder."""
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = path
        self._lock = FileLock(path / "server.lock", timeout=0)
        try:
            self._lock.acquire()
        except Timeout:
            raise DataFolderInUseError(
                f"In de map {path} werkt al een server van DNa Lab. Stop die eerst, of kies een andere met --data.\n"
                f"Another DNa Lab server is using the folder {path}. Stop it first, or choose another one with --data."
            ) from None

    def secret(self) -> str:
        """The secret of this folder: made once, readable by its owner only."""
        path = self.path / "secret.key"
        if not path.exists():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(32))
        return path.read_text(encoding="ascii")

    def release(self) -> None:
        """Let another server in."""
        self._lock.release()
