"""Who may simulate which casus: it shows everything that a casus holds, so nobody learns there what is still secret.

Who leads a meeting sees the whole casus anyway. A participant may simulate a casus that was played and revealed at the own
table. Nobody else, and nobody who is not known to a meeting on this server.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game_rules.projections.report import may_read
from game_rules.vocabulary.casus import Content

from . import access
from .lab import Lab
from .library import LibraryError
from .ports import Identity
from .service import games, meetings
from .service.errors import ServiceError

NOBODY = (
    "Een casus doorrekenen kan als je een bijeenkomst leidt. Een deelnemer kan het met een casus die aan de eigen tafel is "
    "gespeeld en onthuld. Open dus eerst de link waarmee je in je bijeenkomst kwam."
)
NOT_YET = "Deze casus kun je nog niet doorrekenen: dan zou je zien wat nog geheim is. Het kan als alles aan je eigen tafel is onthuld."


def askers(lab: Lab, tokens: Sequence[str]) -> tuple[Identity, ...]:
    """Everybody behind these tokens who may simulate something, perhaps. Raises ServiceError `simulate_nobody`."""
    found = tuple(one for one in access.identities(lab, tokens) if one.kind in ("facilitator", "participant"))
    if not found:
        raise ServiceError("simulate_nobody", NOBODY, 401)
    return found


def allowed(lab: Lab, people: Iterable[Identity]) -> tuple[str, ...]:
    """The casussen that these people may simulate."""
    known = lab.library.casussen()
    found: set[str] = set()
    for one in people:
        found |= set(known) if one.kind == "facilitator" else {played} if (played := _played(lab, one)) else set()
    return tuple(casus for casus in known if casus in found)


def check_may(lab: Lab, people: Sequence[Identity], casus: str) -> None:
    """Raises ServiceError 403 `simulate_later` when none of these people may simulate it."""
    if casus not in allowed(lab, people):
        raise ServiceError("simulate_later", NOT_YET, 403)


def playable(lab: Lab, casussen: Iterable[str]) -> dict[str, Content]:
    """Those of these casussen that can be played as they are now."""
    found = {}
    for casus in casussen:
        try:
            found[casus] = lab.library.content(casus)
        except LibraryError:
            continue
    return found


def content_of(lab: Lab, casus: str) -> Content:
    """A casus to simulate. Raises ServiceError `casus_broken` with what is wrong in which file, or `casus_unknown`."""
    try:
        return lab.library.content(casus)
    except LibraryError as problem:
        raise ServiceError(problem.code, problem.message, 409, **problem.details) from problem


def name_of(people: Sequence[Identity]) -> str:
    """By whom something is asked, for the desk: the first of these."""
    return f"{people[0].meeting}/{people[0].kind}/{people[0].participant}"


def _played(lab: Lab, here: Identity) -> str:
    """The casus of the own table when everything was revealed there; else empty."""
    table = meetings.state(lab, here.meeting).guests[here.participant].game
    state = games.state(lab, table) if table else None
    return state.casus.id if state and may_read(state, here.kind) else ""
