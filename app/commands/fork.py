"""`python -m app fork GAME --at N`: a table that goes on from the middle of a game that was played."""

from __future__ import annotations

import argparse
import sys
import time

import msgspec

from game_rules.simulate import POLICIES
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import Differ
from game_rules.vocabulary.errors import RuleError

from ..config import ConfigError
from ..differing import WITHOUT
from ..lab import Lab
from ..ports import DataFolderInUseError
from ..service import meetings
from ..service.errors import ServiceError
from ..service.forking import Made, Wish, fork
from ..service.onward import play_on
from ..simulation.pool import Pool
from ..storage.schema import UnknownFormatError
from .opening import writing

LEADER = Actor(kind="facilitator", participant="f-opdrachtregel")
RUNNING = (
    "Draait daar je eigen server? Maak het vervolg dan op de webpagina: open het spel bij ‘Terugkijken’ en kies daar "
    "‘Speel vanaf hier opnieuw’."
)
WHO = {"mensen": "people", "computer": "computer", "allebei": "both"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what can be said after `fork`."""
    parser.description = (
        "Maakt van een gespeeld spel een vervolg: tot een moment is alles gelijk, en één ding mag anders. Het "
        "eerdere spel blijft zoals het is. Zonder --at kiest DNa Lab het moment dat hoort bij wat er anders gaat."
    )
    parser.add_argument("game", metavar="GAME", help="het spel (g-…)")
    parser.add_argument("--at", type=int, default=0, metavar="N", help="tot en met welke gebeurtenis alles gelijk is")
    differs = parser.add_mutually_exclusive_group()
    differs.add_argument("--decision", default="", metavar="D", help="dit besluit valt anders; zeg hoe met --option")
    differs.add_argument(
        "--card", default="", metavar="C", help="deze kaart wordt meteen verteld; zeg aan wie met --to"
    )
    differs.add_argument("--werkwijze", default="", metavar="W", help="deze werkwijze geldt vanaf het begin")
    differs.add_argument(
        "--without", default="", metavar="W", help="deze werkwijze, die de spelleider koos, geldt hier niet"
    )
    parser.add_argument("--option", default="", metavar="O", help="de keuze bij --decision")
    parser.add_argument("--to", default="", metavar="S,S", help="de zetels bij --card, met komma’s ertussen")
    parser.add_argument("--players", choices=WHO, default="mensen", help="wie er verder spelen (standaard: mensen)")
    parser.add_argument("--play", action="store_true", help="laat de computer het vervolg meteen tot het einde spelen")
    parser.add_argument("--policy", choices=POLICIES, default="eigen_doel", help="hoe de computer speelt bij --play")
    parser.add_argument("--new-chance", action="store_true", help="loot vanaf hier opnieuw")
    parser.add_argument("--title", default="", help="hoe de nieuwe tafel heet")
    parser.add_argument("--data", default="", help="map met de gegevens (standaard: data)")
    parser.add_argument("--json", action="store_true", help="geef het resultaat als JSON")


def run(args: argparse.Namespace) -> int:
    """Makes the fork and says where it is. Returns 0; 1 with the reason when it cannot be; 2 when something is missing."""
    missing = _missing(args)
    if missing:
        return _fail(args, "incomplete", missing, 2)
    try:
        with writing(args.data) as lab:
            return _tell(args, lab, *_made(args, lab))
    except DataFolderInUseError as busy:
        return _fail(args, "data_in_use", f"{busy}\n{RUNNING}")
    except (ConfigError, UnknownFormatError) as wrong:
        return _fail(args, "cannot_start", str(wrong))
    except (ServiceError, RuleError) as wrong:
        return _fail(args, wrong.code, wrong.message)


def _missing(args: argparse.Namespace) -> str:
    if bool(args.decision) != bool(args.option):
        return "Bij --decision hoort --option: welk besluit, en welke keuze."
    if bool(args.card) != bool(args.to):
        return "Bij --card hoort --to: welke kaart, en aan welke zetels."
    return ""


def _made(args: argparse.Namespace, lab: Lab) -> tuple[Made, int]:
    made = fork(lab, args.game, LEADER, _wish(args))
    played = play_on(lab, Pool(time.sleep), made.game, LEADER, args.policy) if args.play else 0
    return made, played


def _wish(args: argparse.Namespace) -> Wish:
    players = "computer" if args.play else WHO[args.players]
    return Wish(args.at, _differs(args), players, args.title, args.new_chance)  # type: ignore[arg-type]


def _differs(args: argparse.Namespace) -> Differ | None:
    if args.decision:
        return Differ(kind="decision", id=args.decision, option=args.option)
    if args.card:
        return Differ(kind="card", id=args.card, to=tuple(seat.strip() for seat in args.to.split(",") if seat.strip()))
    if args.without:
        return Differ(kind="werkwijze", id=args.without, option=WITHOUT)
    return Differ(kind="werkwijze", id=args.werkwijze) if args.werkwijze else None


def _tell(args: argparse.Namespace, lab: Lab, made: Made, played: int) -> int:
    link = lab.config.public_url + meetings.link(lab, made.meeting, "facilitator")
    if args.json:
        facts = {**msgspec.to_builtins(made), "played": bool(played), "link": link}
        print(msgspec.json.encode(facts | ({"records": played} if played else {})).decode())
        return 0
    print(f"Er is een vervolg op {made.parent}: spel {made.game}. Tot en met gebeurtenis {made.at} is alles gelijk.")
    print(made.differs or "Verder is er niets anders.")
    print(f"De computer speelde het tot het einde: {played} gebeurtenissen." if played else "Het staat klaar.")
    print(f"Start de server en open het met deze link: {link}")
    return 0


def _fail(args: argparse.Namespace, code: str, message: str, exit_code: int = 1) -> int:
    if args.json:
        print(msgspec.json.encode({"error": {"code": code, "message": message}}).decode())
    print(message, file=sys.stderr)
    return exit_code
