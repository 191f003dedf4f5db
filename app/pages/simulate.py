"""Simulating a casus from the lab: choose, follow how far it is, stop, look at what came out, and take it along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from game_rules.simulate import POLICIES, usual_table
from game_rules.vocabulary.casus import Content

from .. import simulating
from ..exports.csv_file import MIME, csv_file
from ..service.errors import Forbidden
from ..simulation.desk import Desk, Simulation, SimulationError
from ..simulation.files import COLUMNS, lines_of
from ..simulation.games import NAMES, WHAT, as_json
from ..simulation.order import FREE, MOST_WERKWIJZEN, USUAL_POLICY, Order, OrderError, order_of
from ..simulation.page import SimulationPage
from .here import lab, tokens

blueprint = Blueprint("simulate", __name__, url_prefix="/lab/simuleren")

MOST_GAMES = 2_000
"""So many games at once on a page; the command line plays more."""
USUAL_RUNS = 200
AS_TABLE = ""
"""A seat that does as the rest of the table; LEFT_OUT: that is not at the table."""
LEFT_OUT = "-"
PUBLIC_STOP = "Alleen wie deze simulatie startte, kan haar stoppen."


@dataclass(frozen=True, slots=True)
class Chosen:
    """What stands in the form: what somebody chose, or what it begins with."""

    casus: str
    edition: str
    werkwijzen: tuple[str, ...]
    policy: str
    seats: Mapping[str, str]
    runs: str
    seed: str


def desk() -> Desk[Simulation]:
    """The one of this server."""
    found = current_app.extensions.get("dnalab_simulations")
    if not isinstance(found, Desk):
        pool = current_app.extensions["pool"]
        found = Desk(pool, lab().spawn)
        current_app.extensions["dnalab_simulations"] = found
    return found


@blueprint.get("")
def choose() -> str:
    """The form. `casus`, `editie`, `werkwijze` (several): what is chosen already."""
    return _form(_begin())


@blueprint.post("")
def start() -> Answer | tuple[str, int]:
    """Starts it, or says beside the field why not."""
    people = simulating.askers(lab(), tokens())
    chosen = _typed()
    simulating.check_may(lab(), people, chosen.casus)
    content = simulating.content_of(lab(), chosen.casus)
    try:
        made = desk().ask(Simulation(_order(content, chosen), content, simulating.name_of(people)))
    except OrderError as wrong:
        return _form(chosen, wrong), 400
    except SimulationError as wrong:
        return _form(chosen, wrong), wrong.status
    return redirect(url_for("simulate.show", simulation=made.id), 303)


@blueprint.get("/<simulation>")
def show(simulation: str) -> str:
    """How far it is, or what came out. `deel=1`: only that."""
    found, mine = _found(simulation)
    page = SimulationPage(found, desk().ahead_of(found), mine)
    return render_template("simulation/all.html" if request.args.get("deel") else "pages/simulated.html", v=page)


@blueprint.post("/<simulation>/stop")
def stop(simulation: str) -> Answer:
    """By who started it."""
    found, mine = _found(simulation)
    if not mine:
        raise Forbidden("simulation_not_yours", PUBLIC_STOP)
    desk().stop(found.id)
    return redirect(url_for("simulate.show", simulation=found.id), 303)


@blueprint.get("/<simulation>.json")
def as_json_file(simulation: str) -> Response:
    """The whole result, as `python -m app simulate --json` gives it."""
    found = _over(simulation)
    assert found.result
    return _file(as_json(found.result), "application/json", found, "json")


@blueprint.get("/<simulation>.csv")
def as_csv_file(simulation: str) -> Response:
    """Every figure on a line."""
    found = _over(simulation)
    assert found.result
    return _file(csv_file(COLUMNS, lines_of(found.result)), MIME, found, "csv")


def _file(data: bytes, mime: str, found: Simulation, ending: str) -> Response:
    answer = Response(data, mimetype=mime)
    name = f"simulatie-{found.order.casus}-{found.order.runs}.{ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _over(simulation: str) -> Simulation:
    found, _ = _found(simulation)
    if found.result is None:
        raise SimulationError("simulation_not_over", "Deze simulatie is nog niet klaar. Wacht even, of stop haar.", 409)
    return found


def _found(simulation: str) -> tuple[Simulation, bool]:
    """The simulation, and whether it is of who asks. Raises ServiceError 401, 403, 404."""
    people = simulating.askers(lab(), tokens())
    found = desk().find(simulation)
    simulating.check_may(lab(), people, found.order.casus)
    return found, any(simulating.name_of([one]) == found.asker for one in people)


# --- the form --------------------------------------------------------------------------------------------------------


def _begin() -> Chosen:
    query = request.args
    casussen = _contents()
    casus = query.get("casus", "")
    return Chosen(
        casus=casus if casus in casussen else next(iter(casussen), ""),
        edition=query.get("editie", ""),
        werkwijzen=tuple(query.getlist("werkwijze")) or (FREE,),
        policy=USUAL_POLICY,
        seats={},
        runs=str(USUAL_RUNS),
        seed="",
    )


def _typed() -> Chosen:
    form = request.form
    seats = {name.removeprefix("zetel."): style for name, style in form.items() if name.startswith("zetel.")}
    return Chosen(
        casus=form.get("casus", ""),
        edition=form.get("editie", ""),
        werkwijzen=tuple(form.getlist("werkwijze")),
        policy=form.get("speelstijl", ""),
        seats=seats,
        runs=form.get("spellen", ""),
        seed=form.get("zaad", "")[:40],
    )


def _order(content: Content, chosen: Chosen) -> Order:
    if not chosen.werkwijzen:
        raise OrderError("werkwijze_missing", "werkwijze", "Kies ten minste één aanpak.")
    runs = int(chosen.runs) if chosen.runs.isascii() and chosen.runs.isdecimal() and len(chosen.runs) < 9 else 0
    order = order_of(
        content,
        edition=chosen.edition,
        werkwijzen=chosen.werkwijzen,
        policies=[chosen.policy, *_per_seat(chosen.seats)],
        runs=runs,
        seed=chosen.seed,
        most=MOST_GAMES,
    )
    if order.games > MOST_GAMES:
        each = MOST_GAMES // len(order.werkwijzen)
        raise OrderError(
            "too_many_games", "runs",
            f"Samen zijn dat {order.games} spellen. Hier kunnen er {MOST_GAMES} tegelijk: kies er hoogstens {each}.",
        )  # fmt: skip
    return order


def _per_seat(seats: Mapping[str, str]) -> Iterable[str]:
    return (f"{seat}={style}" for seat, style in seats.items() if style not in (AS_TABLE, LEFT_OUT))


def _contents() -> dict[str, Content]:
    """The casussen that who asks may simulate. Raises ServiceError 401 for somebody that nobody knows."""
    return simulating.playable(lab(), simulating.allowed(lab(), simulating.askers(lab(), tokens())))


def _form(chosen: Chosen, wrong: OrderError | SimulationError | None = None) -> str:
    contents = _contents()
    content = contents.get(chosen.casus)
    return render_template(
        "pages/simulate.html",
        casussen={id_: one.casus.title for id_, one in contents.items()},
        content=content,
        table=usual_table(content.casus) if content else (),
        chosen=chosen,
        wrong=wrong,
        place=wrong.place if isinstance(wrong, OrderError) else "",
        names=NAMES,
        policies=POLICIES,
        most=MOST_GAMES,
        most_werkwijzen=MOST_WERKWIJZEN,
        what=WHAT,
        latest=_latest(contents),
    )


def _latest(contents: Mapping[str, Content]) -> tuple[Simulation, ...]:
    """The simulations of this server that who asks may see."""
    return tuple(one for one in desk().latest() if one.order.casus in contents)[:8]
