"""`python -m app simulate CASUS`: many games without people, added up. A test of the casus, not a prediction."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import msgspec

from game_rules.casus_check import check_pair
from game_rules.simulate import POLICIES
from game_rules.vocabulary.casus import Content

from ..casus_reading import read_content
from ..config import ROOT
from ..service.errors import ServiceError
from ..simulation.games import Playing, as_json, schema
from ..simulation.order import FREE, MOST_WERKWIJZEN, NONE, USUAL_POLICY, USUAL_SEED, Order, OrderError, order_of
from ..simulation.pool import Pool
from .simulate_text import text_of

CASES = ROOT / "cases"
MOST_RUNS = 100_000
MOST_JOBS = 64
USUAL_RUNS = 200
STOPPED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what can be said after `simulate`."""
    parser.description = (
        "Speelt een casus vaak met alleen computerspelers en telt op wat er gebeurde. Het is een proef van de casus, geen "
        "voorspelling. Dezelfde opdracht geeft altijd hetzelfde antwoord, met elk aantal processen. "
        "Ctrl-C stopt en toont wat er dan is. Sluit af met 0 (klaar), 1 (de casus heeft fouten of het ging mis), "
        "2 (dit kan niet gevraagd worden) of 130 (gestopt)."
    )
    parser.add_argument("casus", nargs="?", metavar="CASUS", help="een casus uit cases/, of een bestand in casussen/")
    parser.add_argument("--edition", default="", metavar="NAAM", help="dagdeel of avond (standaard: dagdeel)")
    parser.add_argument(
        "--werkwijze", default="", metavar="A,B",
        help=f"hoogstens {MOST_WERKWIJZEN} werkwijzen, elk met eigen spellen, naast elkaar; "
        f"{NONE}: zonder werkwijze; {FREE}: de tafel kiest zelf tijdens het spel (standaard)",
    )  # fmt: skip
    parser.add_argument(
        "--runs", default=str(USUAL_RUNS), metavar="N", help=f"spellen per werkwijze (standaard {USUAL_RUNS})"
    )
    parser.add_argument(
        "--policy", action="extend", nargs="+", default=[], metavar="NAAM",
        help=f"speelstijl van alle zetels, of ZETEL=NAAM voor één zetel: {', '.join(POLICIES)} (standaard {USUAL_POLICY}). "
        "Een zetel die je noemt, schuift aan als hij er anders niet was",
    )  # fmt: skip
    parser.add_argument("--jobs", default="0", metavar="N", help="processen tegelijk (standaard: een per kern)")
    parser.add_argument("--seed", default=USUAL_SEED, metavar="TEKST", help="ander toeval (standaard: dnalab)")
    parser.add_argument("--json", action="store_true", help="geef het resultaat als JSON")
    parser.add_argument("--schema", action="store_true", help="toon het JSON Schema van het resultaat, en speel niet")


def run(args: argparse.Namespace) -> int:
    """Plays and prints what came of it. Returns 0; 1: not done; 2: cannot be asked; 130: stopped halfway."""
    if args.schema:
        print(msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode())
        return 0
    try:
        content = content_of(args.casus or "")
        order = _order(args, content)
        check_pairs(content, order)
        jobs = _number(args.jobs, "jobs", 0, MOST_JOBS, f"Kies 1 tot en met {MOST_JOBS} processen.")
        return _play(order, content, jobs, args.json)
    except OrderError as wrong:
        return _fail(args, wrong, f"--{wrong.place}: " if wrong.place != "casus" else "", 2)
    except ServiceError as wrong:
        return _fail(args, wrong, "", 1)


def content_of(named: str) -> Content:
    """The casus with this id, or in this file, when `check-cases` finds no errors in it.

    Raises OrderError `casus_unknown`, and ServiceError `casus_unfit` with the findings.
    """
    file = Path(named) if named.endswith((".yaml", ".yml")) else CASES / "casussen" / f"{named}.yaml"
    if not named or not file.is_file():
        there = ", ".join(sorted(path.stem for path in (CASES / "casussen").glob("*.yaml")))
        begin = f"Er is geen casus `{named}`." if named else "Noem een casus."
        raise OrderError("casus_unknown", "casus", f"{begin} Kies uit: {there}; of geef een bestand.")
    reading = read_content(file, file.resolve().parent.parent)
    errors = [str(finding) for finding in reading.findings if finding.severity == "error"]
    if errors or reading.content is None:
        raise _unfit("casus_unfit", f"De casus `{named}`", "casus", errors)
    return reading.content


def check_pairs(content: Content, order: Order) -> None:
    """The casus with each werkwijze that can come to hold. Raises ServiceError `werkwijze_unfit` with what is wrong."""
    fits = content.casus.werkwijzen
    in_play = (id_ for id_, fit in fits.allowed.items() if fit.in_play) if fits and FREE in order.werkwijzen else ()
    for id_ in dict.fromkeys((*order.werkwijzen, *in_play)):
        problems = check_pair(content, id_) if id_ in content.werkwijzen else ()
        errors = [f"{one.path}: {one.message} ({one.code})" for one in problems if one.severity == "error"]
        if errors:
            raise _unfit("werkwijze_unfit", f"De casus `{content.casus.id}` met werkwijze `{id_}`", "werkwijze", errors)


def _unfit(code: str, what: str, place: str, errors: Sequence[str]) -> ServiceError:
    lines = "\n".join(f"  {line}" for line in errors)
    message = f"{what} heeft fouten en wordt niet gesimuleerd. Herstel eerst:\n{lines}"
    return ServiceError(code, message, 400, place=place, findings=list(errors))


def _order(args: argparse.Namespace, content: Content) -> Order:
    return order_of(
        content,
        edition=args.edition,
        werkwijzen=args.werkwijze.split(","),
        policies=args.policy,
        runs=_number(args.runs, "runs", 1, MOST_RUNS, f"Kies een aantal spellen van 1 tot en met {MOST_RUNS}."),
        seed=args.seed,
        most=MOST_RUNS,
    )


def _number(typed: str, place: str, least: int, most: int, message: str) -> int:
    if not typed.isascii() or not typed.isdecimal() or len(typed) > 9 or not least <= int(typed) <= most:
        raise OrderError(f"{place}_wrong", place, f"`{typed}` kan niet. {message}")
    return int(typed)


def _play(order: Order, content: Content, jobs: int, json: bool) -> int:
    """Plays the games and prints what there is when they are over, or stopped."""
    playing, begin = Playing(order, content), time.monotonic()
    with _interrupts() as interrupted:
        pool = Pool(time.sleep, places=jobs)
        progress = _Progress(order.games)
        for _ in playing.run(pool, told=progress.told, stopped=lambda: bool(interrupted)):
            pass
    seconds = time.monotonic() - begin
    progress.end(playing.done, seconds, min(pool.places, order.games))
    result = playing.result()
    if result.stopped:
        print(f"Gestopt. Dit gaat over {playing.done} van de {order.games} spellen.", file=sys.stderr)
    if json:
        print(as_json(result).decode())
    elif playing.done:
        print(text_of(result))
    return STOPPED if result.stopped else 0


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """Ctrl-C is noted; a second time it ends the program at once."""
    noted: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        noted.append(number)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, before)


class _Progress:
    """Tells on stderr how far it is: on one line of a terminal, and elsewhere at the first games and at every tenth."""

    def __init__(self, games: int) -> None:
        self._games = games
        self._tenths = -1
        self._live = sys.stderr.isatty()

    def told(self, done: int) -> None:
        """So many games are done."""
        tenths = done * 10 // self._games
        if self._live:
            print(f"\r{done} van {self._games} spellen", end="", file=sys.stderr, flush=True)
        elif tenths > self._tenths:
            print(f"{done} van {self._games} spellen", file=sys.stderr, flush=True)
        self._tenths = tenths

    def end(self, done: int, seconds: float, jobs: int) -> None:
        """How long it took."""
        a_minute = round(done * 60 / seconds / jobs) if seconds else 0
        start = "\n" if self._live else ""
        print(
            f"{start}{done} spellen in {seconds:.1f} tellen met {jobs} processen: {a_minute} per minuut per proces.",
            file=sys.stderr,
        )


def _fail(args: argparse.Namespace, wrong: ServiceError, where: str, code: int) -> int:
    if args.json:
        error = {"code": wrong.code, "message": wrong.message, **wrong.details}
        print(msgspec.json.encode({"error": error}).decode())
    print(f"{where}{wrong.message}", file=sys.stderr)
    return code
