"""`python -m app bots`: players without a person, over the public protocol."""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bots`."""
    parser.add_argument("--url", default="http://127.0.0.1:8000", help="adres van de server")
    parser.add_argument("--code", required=True, help="code van de bijeenkomst (zes cijfers)")
    parser.add_argument(
        "--players", type=int, default=0, metavar="N", help="hoeveel spelers (standaard: elke vrije zetel)"
    )
    parser.add_argument(
        "--pace", type=float, default=1.0, metavar="TELLEN", help="tellen tussen twee handelingen (standaard 1)"
    )
    parser.add_argument("--facilitator", default="", metavar="TOKEN", help="link van de spelleider: leid het spel ook")
    parser.add_argument("--game", default="", help="de kamer, als er meer zijn")
    parser.add_argument(
        "--all-rooms",
        action="store_true",
        help="speel in alle kamers tegelijk; de spelers worden over de kamers verdeeld",
    )
    parser.add_argument(
        "--zip", default="", metavar="BESTAND", help="bewaar na afloop alles van de bijeenkomst (vraagt --facilitator)"
    )
    parser.add_argument(
        "--patience",
        type=float,
        default=60,
        metavar="TELLEN",
        help="stop na zoveel tellen zonder iets nieuws (0: nooit)",
    )


def run(args: argparse.Namespace) -> int:
    """Play. Returns 0 when the debrief is handed in; 1 when it got stuck or was not let in; 2 for a wrong option."""
    from ..bots.door import ShutOutError
    from ..bots.evening import Evening
    from ..bots.party import Plan
    from ..bots.screen import LostError

    if args.zip and not args.facilitator:
        print("Met --zip hoort ook --facilitator: alleen de spelleider mag alles bewaren.", file=sys.stderr)
        return 2
    plan = Plan(args.url, args.code, args.players, args.pace, args.facilitator, args.game, args.patience)
    evening = Evening(plan, args.all_rooms)
    try:
        done = evening.play()
        if done and args.zip:
            evening.save(args.zip)
    except (ShutOutError, LostError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    if done:
        print("Klaar: iedereen heeft de nabespreking ingeleverd.")
        return 0
    print(f"Vastgelopen: {args.patience:g} tellen gebeurde er niets.\n\n{evening.transcript}", file=sys.stderr)
    return 1
