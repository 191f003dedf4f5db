"""The settings of one server process, read once. Nothing else in `app` reads the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASYNC_MODES = ("eventlet", "gevent", "threading")


class ConfigError(Exception):
    """A setting that cannot work. The message is Dutch and says what to change."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the one who starts the server may choose.

    data        folder with everything that is kept; one server at a time
    secret_key  signs and hashes; empty: made once and kept in the data folder
    public_url  how others reach this server; empty: worked out from host and port
    redis_url   for several processes; empty: SQLite in the data folder
    cases       folder with the content (casussen, gemeenten, rollen, indicatoren)
    organisation, contact   who runs this server and how to reach them, for the pages on privacy and accessibility
    """

    data: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = 8000
    secret_key: str = ""
    async_mode: str = "eventlet"
    public_url: str = ""
    redis_url: str = ""
    cases: Path = ROOT / "cases"
    organisation: str = ""
    contact: str = ""


def config_from(environment: Mapping[str, str], *, host: str = "", port: int | None = None, data: str = "") -> Config:
    """The settings from environment variables; what was typed on the command line wins.

    Reads DNALAB_DATA, DNALAB_HOST, DNALAB_PORT, DNALAB_SECRET_KEY, DNALAB_ASYNC_MODE, DNALAB_PUBLIC_URL,
    DNALAB_REDIS_URL, DNALAB_CASES, DNALAB_ORGANISATION and DNALAB_CONTACT. Raises ConfigError for an unknown async mode or a port that is no port.
    """
    mode = environment.get("DNALAB_ASYNC_MODE", "eventlet")
    if mode not in ASYNC_MODES:
        raise ConfigError(f"DNALAB_ASYNC_MODE is '{mode}'. Kies een van deze woorden: {', '.join(ASYNC_MODES)}.")
    return Config(
        data=Path(data or environment.get("DNALAB_DATA", "data")).resolve(),
        host=host or environment.get("DNALAB_HOST", "127.0.0.1"),
        port=_port(environment.get("DNALAB_PORT", "8000") if port is None else str(port)),
        secret_key=environment.get("DNALAB_SECRET_KEY", ""),
        async_mode=mode,
        public_url=environment.get("DNALAB_PUBLIC_URL", "").rstrip("/"),
        redis_url=environment.get("DNALAB_REDIS_URL", ""),
        cases=Path(environment.get("DNALAB_CASES", str(ROOT / "cases"))),
        organisation=environment.get("DNALAB_ORGANISATION", "").strip(),
        contact=environment.get("DNALAB_CONTACT", "").strip(),
    )


def _port(text: str) -> int:
    if not text.isdigit() or not 0 <= int(text) <= 65535:
        raise ConfigError(f"'{text}' is geen poort. Kies een getal van 0 tot en met 65535, bijvoorbeeld 8000.")
    return int(text)
