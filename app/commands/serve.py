"""`python -m app serve`: start the server and print the links to begin with."""

from __future__ import annotations

import argparse
import logging
import os
import socket
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from ..config import Config, ConfigError, config_from

if TYPE_CHECKING:
    from ..factory import Server
    from ..lab import Lab

FIRST_CASUS = "memo"
FIRST_EDITION = "avond"
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - compared with, not listened on


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `serve`."""
    parser.add_argument("--host", default="", help="adres om op te luisteren; 0.0.0.0 is: iedereen in het netwerk")
    parser.add_argument("--port", type=int, default=None, help="poort (standaard 8000; 0: kies een vrije poort)")
    parser.add_argument("--data", default="", help="map voor alle gegevens (standaard: data)")
    parser.add_argument("--workers", type=int, default=1, help="aantal processen (meer dan 1 vraagt om Redis)")


def run(args: argparse.Namespace) -> int:
    """Serve until the process is stopped. Returns 1, with a reason on the screen, when it cannot start."""
    from .. import server

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        config = config_from(os.environ, host=args.host, port=args.port, data=args.data)
        if args.workers != 1:
            raise ConfigError("Meer dan een proces kan alleen met Redis, en dat kan deze versie niet. Gebruik 1.")
        server.patch(config.async_mode)
        listener = server.listen(config.host, config.port)
    except ConfigError as problem:
        return _fail(str(problem))
    except OSError as problem:
        return _fail(f"Op {config.host}:{config.port} kan niet geluisterd worden ({problem.strerror}). Kies --port.")
    return _serve(replace(config, public_url=config.public_url or url_of(listener)), listener)


def _serve(config: Config, listener: socket.socket) -> int:
    from .. import assembly, factory, server
    from ..ports import DataFolderInUseError
    from ..storage.schema import UnknownFormatError

    try:
        made = factory.create_app(config, server.offload(config.async_mode))
    except (DataFolderInUseError, UnknownFormatError, ConfigError) as problem:
        listener.close()
        return _fail(str(problem))
    assembly.start(made.lab)
    made.house.start()
    made.lab.spawn(_greet, made)
    server.serve(made, listener, lambda: assembly.stop(made.lab))
    return 0


def _greet(made: Server) -> None:
    """Print the links. Reading the first casus takes a second: who opens the first page does not wait for that."""
    made.socketio.sleep(0.1)
    print(welcome(made.lab), flush=True)


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def url_of(listener: socket.socket) -> str:
    """How others reach this socket: by the network address of this machine when it listens everywhere."""
    host, port = listener.getsockname()[:2]
    host = lan_address() if host in EVERYWHERE else host
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def lan_address() -> str:
    """The address of this machine in the local network; 127.0.0.1 when it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent: this only asks which way out there is
        except OSError:
            return "127.0.0.1"
        address: str = probe.getsockname()[0]
        return address


def welcome(lab: Lab) -> str:
    """The links to begin with, for the newest meeting; in an empty data folder that meeting is made first."""
    from ..service import meetings

    meeting = newest_meeting(lab) or first_meeting(lab)
    url, code = lab.config.public_url, lab.beside.code_of(meeting) or ""
    return "\n".join(
        (
            f"\nDNa Lab draait op {url}\n",
            f"  Spelleider:  {url}{meetings.link(lab, meeting, 'facilitator')}",
            f"  Deelnemers:  {url}/m/{code}   (code {code[:3]} {code[3:]})\n",
            *(("Alleen op deze computer. Met de hele zaal? Start met --host 0.0.0.0",) if _alone(lab) else ()),
            f"De gegevens staan in {lab.config.data}. Stoppen: Ctrl+C.\n",
        )
    )


def newest_meeting(lab: Lab) -> str:
    """The newest meeting in which people play; empty when there is none. Those to look back at do not count."""
    from ..service import meetings

    for meeting in reversed(lab.store.streams("m-")):
        rooms = meetings.state(lab, meeting).rooms.values()
        if not rooms or not all(room.imported for room in rooms):
            return meeting
    return ""


def _alone(lab: Lab) -> bool:
    return lab.config.host in ("127.0.0.1", "localhost", "::1") and "://127.0.0.1" in lab.config.public_url


def first_meeting(lab: Lab) -> str:
    """A meeting to begin with: door open, one room."""
    from ..library import LibraryError
    from ..service import meetings

    meeting = meetings.create(lab, "Eerste bijeenkomst")
    known = lab.library.casussen()
    casus = FIRST_CASUS if FIRST_CASUS in known else next(iter(known), "")
    try:
        editions = lab.library.content(casus).casus.editions
        edition = FIRST_EDITION if FIRST_EDITION in editions else next(iter(editions))
        meetings.open_room(lab, meeting, meetings.HOUSE, casus, edition)
    except LibraryError as problem:
        print(problem.message, file=sys.stderr)
    return meeting
