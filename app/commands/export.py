"""`python -m app export GAME|MEETING`: a game as session file, or everything of a meeting as one zip."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

import msgspec

from ..config import ConfigError
from ..exports import meeting_zip
from ..exports.parts import session
from ..exports.session_file import AROUND, MIME, SUFFIX, fingerprint
from ..exports.sources import Reader
from ..lab import Lab
from ..service.errors import ServiceError
from ..storage.schema import UnknownFormatError
from .opening import reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what can be said after `export`."""
    parser.description = (
        "Bewaart een spel als sessiebestand (.jsonl), of alles van een bijeenkomst als zip. Een server die draait, "
        "mag doordraaien. Er staat alles van het spel in, ook geheimen, maar geen namen."
    )
    parser.add_argument("id", metavar="GAME", help="het spel (g-…) of de bijeenkomst (m-…)")
    parser.add_argument("--to", default="", metavar="FILE", help="waarheen; - is: schrijf naar standaarduitvoer")
    parser.add_argument("--data", default="", help="map met de gegevens (standaard: data)")
    parser.add_argument(
        "--without-personal",
        action="store_true",
        help="zonder wat deelnemers alleen voor zichzelf schreven, en zonder wie wat antwoordde",
    )
    parser.add_argument("--json", action="store_true", help="geef het resultaat als JSON")


def run(args: argparse.Namespace) -> int:
    """Writes the file and says where. Returns 0; 1 with the reason when it cannot be made or written."""
    reader: Reader = "facilitator" if args.without_personal else "host"
    try:
        with reading(args.data) as lab:
            return (_meeting if args.id.startswith("m-") else _game)(lab, args, reader)
    except (ConfigError, UnknownFormatError) as wrong:
        return _fail(args, "cannot_start", str(wrong))
    except ServiceError as wrong:
        return _fail(args, wrong.code, wrong.message)
    except OSError as wrong:
        return _fail(args, "cannot_write", f"Het bestand kan niet geschreven worden ({wrong.strerror}). Kies --to.")


def _game(lab: Lab, args: argparse.Namespace, reader: Reader) -> int:
    data = session(lab, args.id, reader)
    records = data.count(b"\n") - AROUND
    facts = {"game": args.id, "mime": MIME, "records": records, "fingerprint": fingerprint(data)}
    return _deliver(args, data, f"{args.id}{SUFFIX}", facts)


def _meeting(lab: Lab, args: argparse.Namespace, reader: Reader) -> int:
    file = io.BytesIO()
    count = meeting_zip.write_zip(lab, args.id, reader, file, lambda: None)
    facts: dict[str, object] = {"meeting": args.id, "mime": meeting_zip.MIME, "files": count}
    return _deliver(args, file.getvalue(), f"{args.id}.zip", facts)


def _deliver(args: argparse.Namespace, data: bytes, name: str, facts: dict[str, object]) -> int:
    """Write the file, whole or not at all, and say what it is."""
    if args.to == "-":
        sys.stdout.buffer.write(data)
        return 0
    path = Path(args.to or name)
    path = path / name if path.is_dir() else path
    unfinished = path.with_name(path.name + ".deel")
    unfinished.write_bytes(data)
    unfinished.replace(path)
    if args.json:
        print(msgspec.json.encode({"file": str(path), "bytes": len(data), **facts}).decode())
    else:
        print(f"Bewaard in {path} ({len(data) // 1024 + 1} kB).")
        print("\n".join(f"  {name}: {value}" for name, value in facts.items()))
    return 0


def _fail(args: argparse.Namespace, code: str, message: str) -> int:
    if args.json:
        print(msgspec.json.encode({"error": {"code": code, "message": message}}).decode())
    print(message, file=sys.stderr)
    return 1
