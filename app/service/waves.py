"""One wish of a facilitator for every table of a meeting, or for one: what came of it, per table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game_rules.projections import project
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.commands import AnyCommand, CloseRound, Extend, GoToEpilogue, NextStep, Pause, Resume, Reveal
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.state import GameState

from ..lab import Lab
from . import games, meetings
from .errors import NotFound, ServiceError

REFUSALS = {
    "already_begun": "Deze tafel is al begonnen.",
    "not_at_epilogue": "Deze tafel is nog niet bij ‘Eén jaar later’. Ga daar eerst heen, dan kan de nabespreking beginnen.",
    "closes_the_game": "Deze tafel is bij het handvat. Sluit het spel aan die tafel zelf af, als iedereen klaar is.",
    "not_seen": "Deze tafel stond nog niet op je scherm. Kijk waar deze tafel is en doe het opnieuw.",
    "no_such_wish": "Dit kan niet voor alle tafels tegelijk. Ververs de pagina en kies een knop.",
    "no_tables": "Er is geen tafel die nog speelt. Open eerst een tafel.",
}
"""Why a wish is not for this table now."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of the wish at one table: where it stands now (`step`), and why not when it was refused."""

    game: str
    title: str
    done: bool
    step: str
    code: str = ""
    message: str = ""


Make = Callable[[GameState, str], AnyCommand]


def _start(state: GameState, seen: str) -> AnyCommand:
    if state.clock.stage != "lobby":
        raise refusal("already_begun")
    return NextStep(from_step="lobby")


def _next(state: GameState, seen: str) -> AnyCommand:
    if state.clock.key == "debrief.handvat":
        raise refusal("closes_the_game")
    return NextStep(from_step=_seen(seen))


def _close_round(state: GameState, seen: str) -> AnyCommand:
    return CloseRound(from_step=_seen(seen))


def _debrief(state: GameState, seen: str) -> AnyCommand:
    if state.clock.stage != "epilogue":
        raise refusal("not_at_epilogue")
    return NextStep(from_step="epilogue")


def _seen(step: str) -> str:
    if not step:
        raise refusal("not_seen")
    return step


def _extend(seconds: int) -> Make:
    return lambda state, seen: Extend(seconds=seconds)


WISHES: dict[str, Make] = {
    "start": _start,
    "next": _next,
    "pause": lambda state, seen: Pause(),
    "resume": lambda state, seen: Resume(),
    "shorter": _extend(-60),
    "longer": _extend(60),
    "much_longer": _extend(300),
    "close_round": _close_round,
    "epilogue": lambda state, seen: GoToEpilogue(),
    "debrief": _debrief,
    "reveal": lambda state, seen: Reveal(),
}
"""What can be wished for all tables at once, and the command that it is at one of them."""


def refusal(code: str) -> ServiceError:
    """The refusal with this code and its sentence."""
    return ServiceError(code, REFUSALS[code], 409)


def pass_on(
    lab: Lab, meeting: str, actor: Actor, wish: str, once: str, seen: Mapping[str, str], only: str = ""
) -> tuple[Reply, ...]:
    """Wish this at every table that still plays (or at the table `only`), and tell per table what came of it.

    seen: per game the step that stood on the screen of who wishes, so that two clicks or two facilitators move nothing
    twice. once: a random word of the form; the same word is done once at each table.
    Raises NotFound, or ServiceError no_such_wish or no_tables.
    """
    if wish not in WISHES:
        raise refusal("no_such_wish")
    rooms = meetings.state(lab, meeting).rooms
    if only and only not in rooms:
        raise NotFound("no_such_room", "Deze tafel is er niet. Ververs de pagina om te zien welke er zijn.")
    here = [only] if only else [id_ for id_ in rooms if games.state(lab, id_).clock.stage != "closed"]
    if not here:
        raise refusal("no_tables")
    return tuple(_at(lab, actor, id_, rooms[id_].title, wish, once, seen.get(id_, "")) for id_ in here)


def _at(lab: Lab, actor: Actor, game: str, title: str, wish: str, once: str, seen: str) -> Reply:
    try:
        command = WISHES[wish](games.state(lab, game), seen)
        games.submit(lab, game, actor, command, f"{once[:40]}-{wish}"[:64])
    except (RuleError, ServiceError) as problem:
        return Reply(game, title, False, step_of(lab, game), problem.code, problem.message)
    return Reply(game, title, True, step_of(lab, game))


def step_of(lab: Lab, game: str) -> str:
    """Where a table stands, in words."""
    return project(games.state(lab, game), Audience(kind="screen")).view.clock.label
