"""A data folder is held by one server at a time, however the one before ended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.ports import DataFolderInUseError
from app.storage.folder import DataFolder
from app.storage.schema import FILE, UnknownFormatError, connect

HOLD = "import sys, pathlib; from app.storage.folder import DataFolder; f = DataFolder(pathlib.Path(sys.argv[1]));"


def test_a_second_server_in_the_same_folder_is_refused_and_told_what_to_do(tmp_path: Path) -> None:
    program = [sys.executable, "-c", HOLD + "print('held', flush=True); input()", str(tmp_path)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(DataFolderInUseError, match="--data"):
            DataFolder(tmp_path)
        other.kill()
    DataFolder(tmp_path).release()


def test_the_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    secret = folder.secret()
    assert len(secret) >= 32
    assert folder.secret() == secret
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0
    folder.release()


def test_a_file_of_a_later_release_is_left_alone(tmp_path: Path) -> None:
    connection = connect(tmp_path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(UnknownFormatError, match="nieuwere versie"):
        connect(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before
