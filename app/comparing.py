"""Who may compare which tables, and the comparison itself. The rules of one table (`access`) do not answer this.

Who leads a meeting compares its tables at any time. Others only what may be read at each table (`may_read`), and a player
not before the own table is done: nobody learns from another table what is still secret at the own one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from game_rules.comparison import MOST, Comparison, Eyes, Side, check, side_by_side, side_of
from game_rules.projections.report import may_read
from game_rules.projections.report.course import came_later
from game_rules.vocabulary.meeting import MeetingState, Room
from game_rules.vocabulary.state import GameState

from . import access
from .lab import Lab
from .ports import Identity
from .service import games, meetings
from .service.errors import Forbidden, ServiceError

LATER = (
    "De vergelijking komt na het spel: als alles aan jouw tafel en aan nog een tafel is onthuld, of als die tafels zijn "
    "gesloten. Kijk straks nog eens."
)
KEPT_SIDES = 64


@dataclass(frozen=True, slots=True)
class Choice:
    """A table that can be compared. stage: where it is, in a word."""

    room: Room
    title: str
    casus: str


class Sides:
    """The tables as they were last looked at: a comparison is drawn again when one of them moved, not all of them."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Eyes], tuple[int, Side]] = {}

    def __call__(self, state: GameState, eyes: Eyes) -> Side:
        """This table with these eyes."""
        key = (state.game, eyes)
        known = self._known.pop(key, None)
        found = known if known and known[0] == state.version else (state.version, side_of(state, eyes))
        self._known[key] = found
        if len(self._known) > KEPT_SIDES:
            del self._known[next(iter(self._known))]
        return found[1]


def sides_of(extensions: dict[str, Any]) -> Sides:
    """Those of this server, kept among what belongs to it."""
    found: Sides = extensions.setdefault("dnalab_sides", Sides())
    return found


# --- which tables ----------------------------------------------------------------------------------------------------


def choices(lab: Lab, here: Identity) -> tuple[Choice, ...]:
    """The tables of the meeting that this person may compare, in their order; none when it is too early."""
    state = meetings.state(lab, here.meeting)
    found = [(room, games.state(lab, room.game)) for room in state.rooms.values()]
    if here.kind != "facilitator":
        if not _done(lab, here, state, [game for _, game in found]):
            return ()
        found = [(room, game) for room, game in found if may_read(game, here.kind)]
    return tuple(Choice(room, game.casus.title, game.casus.id) for room, game in found)


def _done(lab: Lab, here: Identity, state: MeetingState, played: Sequence[GameState]) -> bool:
    """Whether this person learns nothing that is still secret where they play: the own table is done, or all are."""
    own = state.guests[here.participant].game if here.kind == "participant" else ""
    own = state.helping.get(here.participant, "") if here.kind == "helper" else own
    return all(may_read(game, here.kind) for game in played if game.game == own or not own)


def beginning(found: Sequence[Choice]) -> tuple[str, ...]:
    """What is compared when nothing was chosen: the casus that most tables play, as many of them as can be compared."""
    by_casus: dict[str, list[str]] = {}
    for choice in found:
        by_casus.setdefault(choice.casus, []).append(choice.room.game)
    return tuple(max(by_casus.values(), key=len, default=[])[:MOST])


def check_may(found: Sequence[Choice], wanted: Iterable[str]) -> None:
    """Raises ServiceError 403 when one of these tables is none that may be compared now."""
    if not set(wanted) <= {choice.room.game for choice in found}:
        raise Forbidden("compare_later", LATER)


# --- the comparison --------------------------------------------------------------------------------------------------


def compared(lab: Lab, sides: Sides, named: Sequence[tuple[str, str]], eyes: Eyes) -> Comparison:
    """These games, each with what it is called. The caller checked that they may be compared.

    Raises RuleError with a code of `comparison.MESSAGES`, NotFound.
    """
    states = [(label, games.state(lab, game)) for label, game in named]
    check([(label, state.game, state.casus.id) for label, state in states])
    return side_by_side([(label, sides(state, eyes)) for label, state in states], eyes)


def in_meeting(lab: Lab, sides: Sides, meeting: str, wanted: Sequence[str], eyes: Eyes) -> Comparison:
    """These tables of a meeting, in the order of the meeting."""
    rooms = meetings.state(lab, meeting).rooms
    return compared(lab, sides, [(room.title, id_) for id_, room in rooms.items() if id_ in wanted], eyes)


def hall(lab: Lab, sides: Sides, meeting: str) -> Comparison | None:
    """What the screen of the hall shows now; None: nothing, or not before all of these tables are done."""
    state = meetings.state(lab, meeting)
    wanted = state.comparison
    if wanted is None or not (wanted.early or all(came_later(games.state(lab, game)) for game in wanted.games)):
        return None
    return in_meeting(lab, sides, meeting, wanted.games, "public")


def anywhere(lab: Lab, sides: Sides, tokens: Sequence[str], wanted: Sequence[str]) -> Comparison:
    """These games, of one meeting or more, in this order, for who may look back at all of them.

    Raises ServiceError 401, 403 (`compare_later`, `compare_not_yours`) and 404, and RuleError.
    """
    found = [games.state(lab, game) for game in dict.fromkeys(wanted)]
    several = len({state.meeting for state in found}) > 1
    for state in found:
        _check_game(lab, tokens, state, several)
    labels = [(_label(lab, state, several), state.game) for state in found]
    return compared(lab, sides, labels, "public")


def _check_game(lab: Lab, tokens: Sequence[str], state: GameState, several: bool) -> None:
    here = access.identity(lab, tokens, state.meeting)
    leads = any(one.kind == "facilitator" for one in access.identities(lab, tokens, state.meeting))
    if leads:
        return
    if several:
        raise Forbidden(
            "compare_not_yours", "Tafels van verschillende bijeenkomsten kun je vergelijken als je ze allemaal leidt."
        )
    check_may(choices(lab, here), (state.game,))


def _label(lab: Lab, state: GameState, several: bool) -> str:
    meeting = meetings.state(lab, state.meeting)
    room = meeting.rooms.get(state.game)
    title = room.title if room else state.casus.title
    return f"{title} ({meeting.title})" if several else title


def part_of(wanted: str, parts: Sequence[str]) -> str:
    """The part that is asked for. Raises ServiceError 400."""
    if wanted not in parts:
        raise ServiceError("malformed", "Dit deel van de vergelijking bestaat niet. Kies een deel op de pagina.", 400)
    return wanted
