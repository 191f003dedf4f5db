# ruff: noqa: N999  the command is called `import`, and a command is the module with its name
"""`python -m app import FILE`: open a session file from another server, to look back at it here."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from ..config import ConfigError
from ..exports.importing import Imported, bring_in
from ..exports.problems import LARGEST, problem
from ..exports.session_file import Session, read
from ..ports import DataFolderInUseError
from ..service import meetings
from ..service.errors import ServiceError
from ..storage.schema import UnknownFormatError
from .opening import writing

RUNNING = (
    "Draait daar je eigen server? Open het sessiebestand dan op de webpagina van een bijeenkomst die je leidt: "
    "kies daar ‘Sessiebestand openen’."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what can be said after `import`."""
    parser.description = (
        "Opent een sessiebestand (.jsonl) om op deze computer terug te kijken. Het bestand wordt eerst helemaal "
        "gecontroleerd; klopt er iets niet, dan gebeurt er niets. Sluit af met 1 als dat zo is."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="het sessiebestand; - is: lees van standaardinvoer")
    parser.add_argument("--data", default="", help="map voor alle gegevens (standaard: data)")
    parser.add_argument("--check", action="store_true", help="controleer het bestand alleen; importeer niets")
    parser.add_argument("--json", action="store_true", help="geef het resultaat als JSON")


def run(args: argparse.Namespace) -> int:
    """Checks and imports the file. Returns 0; 1 when it cannot be, with the reason; 2 when there is no such file."""
    try:
        session = read(_bytes(args.file))
        if args.check:
            return _tell(args, session, None, "", "")
        with writing(args.data) as lab:
            done = bring_in(lab, session, lambda meeting: True)
            link = meetings.link(lab, done.meeting, "facilitator")
        return _tell(args, session, done, link, lab.config.public_url)
    except OSError as missing:
        return _fail(args, "no_such_file", f"Het bestand {args.file} kan niet gelezen worden ({missing.strerror}).", 2)
    except DataFolderInUseError as busy:
        return _fail(args, "data_in_use", f"{busy}\n{RUNNING}")
    except (ConfigError, UnknownFormatError) as wrong:
        return _fail(args, "cannot_start", str(wrong))
    except ServiceError as wrong:
        return _fail(args, wrong.code, wrong.message, details=wrong.details)


def _bytes(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    if path.stat().st_size > LARGEST:
        raise problem("file_too_large")
    return path.read_bytes()


def _tell(args: argparse.Namespace, session: Session, done: Imported | None, link: str, url: str) -> int:
    header = session.header
    found = {
        "game": header.game,
        "meeting": header.meeting,
        "casus": header.casus,
        "edition": header.edition,
        "records": len(session.records),
        "personal": header.personal,
        "fingerprint": session.fingerprint,
        "imported": done is not None and not done.again,
        "again": done is not None and done.again,
        "link": url + link,
    }
    print(msgspec.json.encode(found).decode() if args.json else _words(session, done, url + link))
    return 0


def _words(session: Session, done: Imported | None, link: str) -> str:
    header = session.header
    what = f"‘{header.title}’, {len(session.records)} gebeurtenissen (spel {header.game})"
    proof = f"Alle regels kloppen. Vingerafdruk: {session.fingerprint}"
    if done is None:
        return f"{what}.\n{proof}"
    begin = "Dit spel staat hier al" if done.again else "Geïmporteerd"
    return f"{begin}: {what}.\n{proof}\nStart de server en kijk terug met deze link: {link}"


def _fail(
    args: argparse.Namespace, code: str, message: str, exit_code: int = 1, details: dict[str, object] | None = None
) -> int:
    if args.json:
        print(msgspec.json.encode({"error": {"code": code, "message": message, "details": details or {}}}).decode())
    print(message, file=sys.stderr)
    return exit_code
