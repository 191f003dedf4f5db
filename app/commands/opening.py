"""A data folder, opened by a command of the command line: to read it while a server may be working, or to write."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from ..assembly import adapters_on, build_lab, one_thread
from ..config import Config, config_from
from ..lab import Lab
from ..service.errors import NotFound
from ..storage.folder import DataFolder
from ..storage.schema import FILE

NOTHING = "In de map {folder} staan geen gegevens van DNa Lab. Kies de goede map met --data."


def config_of(data: str) -> Config:
    """The settings, with the data folder that was typed (empty: the usual one)."""
    return config_from(os.environ, data=data)


@contextmanager
def reading(data: str) -> Iterator[Lab]:
    """The lab of this folder, to read only; a server may go on working in it. Raises NotFound when there is no data."""
    config = config_of(data)
    if not (config.data / FILE).is_file():
        raise NotFound("no_data", NOTHING.format(folder=config.data))
    with _lab(config) as lab:
        yield lab


@contextmanager
def writing(data: str) -> Iterator[Lab]:
    """The lab of this folder, as its only user. Raises DataFolderInUseError while a server works in it."""
    config = config_of(data)
    folder = DataFolder(config.data)
    try:
        with _lab(replace(config, secret_key=config.secret_key or folder.secret())) as lab:
            lab.spawn(lab.committer.run)
            try:
                yield lab
            finally:
                lab.committer.stop()
    finally:
        folder.release()


@contextmanager
def _lab(config: Config) -> Iterator[Lab]:
    lab = build_lab(config, adapters_on(config, _in_thread, one_thread()))
    try:
        yield lab
    finally:
        lab.beside.close()
        lab.store.close()


def _in_thread(work: Any, *arguments: Any) -> None:
    threading.Thread(target=work, args=arguments, daemon=True).start()
