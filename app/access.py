"""The only place that answers "who is this?": tokens -> Identity -> Audience (to look) or Actor (to act).

A browser carries its tokens in one HttpOnly cookie: one per meeting and kind of person, so that a
facilitator can have a second tab as a player. A program shows one token as `Authorization: Bearer` or in
`auth` of its socket. What a message says about its sender is never believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from flask import Request

from game_rules.turn import at_table, seat_of
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.meeting import MeetingState
from game_rules.vocabulary.state import GameState

from .lab import Lab
from .ports import Identity, IdentityKind
from .service import meetings
from .service.errors import Forbidden, NotFound, ServiceError
from .tokens import SESSION_LIFE, Stamped, hashed, stamped

COOKIE = "dnalab"
MOST_TOKENS = 8
"""A cookie holds the latest tokens only: nobody plays in more meetings at once."""

KINDS_FOR: dict[str, tuple[IdentityKind, ...]] = {
    "": ("participant", "facilitator", "helper", "observer", "screen"),
    "seat": ("participant", "facilitator"),
    "waiting": ("participant",),
    "facilitator": ("facilitator",),
    "mirror": ("facilitator",),
    "overview": ("facilitator",),
    "helper": ("helper", "facilitator"),
    "screen": ("screen", "facilitator"),
    "plenary": ("screen", "facilitator"),
    "observer": ("observer", "facilitator"),
}
"""Who may want this kind of audience, the first choice first."""

PROBLEMS = {
    "not_signed_in": "Je doet nog niet mee op dit apparaat. Vul de code van de bijeenkomst in, of je terugkeercode.",
    "token_unknown": "Dit toegangsbewijs is niet (meer) geldig. Vul de code van de bijeenkomst opnieuw in.",
    "session_expired": "Je deed te lang geleden mee. Vul je terugkeercode of de code van de bijeenkomst opnieuw in.",
    "taken_over": "Je bent verder gegaan op een ander apparaat. Wil je hier verder? Vul dan je terugkeercode in.",
    "removed": "Je bent uit deze bijeenkomst gehaald. Vraag je spelleider wat er aan de hand is.",
    "link_withdrawn": "De link waarmee je binnenkwam is ingetrokken. Vraag de spelleider om een nieuwe link.",
}
"""Why somebody is not let in (status 401), and what to do."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A token that we once gave: to whom, and why it opens nothing any more (`problem`, empty when it does)."""

    identity: Identity
    problem: str = ""


# --- tokens ----------------------------------------------------------------------------------------------------------


def tokens_of(request: Request, auth: object = None) -> tuple[str, ...]:
    """The tokens that came with a request or socket, the latest first. A token of a program goes before the cookie."""
    if isinstance(auth, dict) and isinstance(auth.get("token"), str):
        return (auth["token"],)
    bearer = bearer_of(request)
    return (bearer,) if bearer else cookie_tokens(request)


def bearer_of(request: Request) -> str:
    """The token in `Authorization: Bearer …`; empty when there is none."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def cookie_tokens(request: Request) -> tuple[str, ...]:
    """The tokens in the cookie of a browser, the latest first."""
    return tuple(request.cookies.get(COOKIE, "").split(".")[:MOST_TOKENS])


def cookie_with(lab: Lab, request: Request, token: str) -> str:
    """The cookie after getting this token: older tokens for the same person or with no use any more drop out."""
    new = standing(lab, token)
    kept = [
        other
        for other in cookie_tokens(request)
        if (old := standing(lab, other)) and new and not _replaces(new.identity, old)
    ]
    return ".".join([token, *kept][:MOST_TOKENS])


def _replaces(new: Identity, old: Standing) -> bool:
    return bool(old.problem) or (new.meeting, new.kind) == (old.identity.meeting, old.identity.kind)


# --- who is this? ----------------------------------------------------------------------------------------------------


def standing(lab: Lab, token: str) -> Standing | None:
    """Whose token this is and whether it still opens something; None for a token that we do not know."""
    claim = stamped(token)
    if claim is None:
        return None
    owner = lab.beside.token(hashed(lab.config.secret_key, "session", token), "session")
    if owner is None:
        return None
    if lab.clock.now() > claim.issued + SESSION_LIFE:
        return Standing(owner, "session_expired")
    return Standing(owner, _problem(meetings.state(lab, owner.meeting), owner, claim))


def _problem(state: MeetingState, identity: Identity, claim: Stamped) -> str:
    """The meeting remembers how often somebody moved to another device, and how often a link was withdrawn."""
    if identity.kind != "participant":
        return "" if claim.stamp == state.links.get(identity.kind, 0) else "link_withdrawn"
    guest = state.guests.get(identity.participant)
    if guest is None or guest.removed:
        return "removed"
    return "" if claim.stamp == guest.device else "taken_over"


def identities(lab: Lab, tokens: Iterable[str], meeting: str = "") -> tuple[Identity, ...]:
    """Everybody that these tokens stand for now, in this meeting (empty: in any)."""
    known = (standing(lab, token) for token in tokens)
    return tuple(one.identity for one in known if one and not one.problem and meeting in ("", one.identity.meeting))


def identity(lab: Lab, tokens: Sequence[str], meeting: str = "", kinds: Sequence[IdentityKind] = ()) -> Identity:
    """Who this is in a meeting (empty: in any), of the first of these kinds that there is.

    Raises ServiceError 401 with a code of PROBLEMS.
    """
    kinds = kinds or KINDS_FOR[""]
    found = [one for one in identities(lab, tokens, meeting) if one.kind in kinds]
    if not found:
        raise refused(lab, tokens, meeting)
    return min(found, key=lambda one: kinds.index(one.kind))


def refused(lab: Lab, tokens: Iterable[str], meeting: str = "") -> ServiceError:
    """Why these tokens open nothing here."""
    for token in filter(None, tokens):
        known = standing(lab, token)
        if known is None:
            return _unauthorized("token_unknown")
        if known.problem and meeting in ("", known.identity.meeting):
            return _unauthorized(known.problem)
    return _unauthorized("not_signed_in")


def _unauthorized(code: str) -> ServiceError:
    return ServiceError(code, PROBLEMS[code], 401)


# --- looking and acting ----------------------------------------------------------------------------------------------


def enter(lab: Lab, tokens: Sequence[str], state: GameState, wanted: str) -> tuple[Identity, Audience]:
    """Who looks at this game and as which audience.

    `wanted` is an audience key or its first word; empty: the natural one.

    Raises ServiceError 401 (nobody), 403 (somebody else) or 404 (no such seat).
    """
    here = _best(lab, tokens, state, wanted)
    return here, audience_of(here, state, wanted)


def act(lab: Lab, tokens: Sequence[str], state: GameState, as_: str) -> Actor:
    """Who acts in this game when `as_` (an audience key or its first word) is asked for. Raises like `enter`."""
    return actor_of(_best(lab, tokens, state, as_), state, as_)


def _best(lab: Lab, tokens: Sequence[str], state: GameState, wanted: str) -> Identity:
    """The one of the people behind these tokens who fits best what is wanted."""
    kinds = KINDS_FOR.get(wanted.partition(":")[0])
    if kinds is None:
        raise _unknown_audience()
    somebody = identities(lab, tokens, state.meeting)
    if not somebody:
        raise refused(lab, tokens, state.meeting)
    fitting = [one for one in somebody if one.kind in kinds]
    if not fitting:
        raise Forbidden("other_audience", "Dit scherm is niet voor jou. Ga terug naar je eigen scherm.")
    here = min(fitting, key=lambda one: (not _sits(one, state, wanted), kinds.index(one.kind)))
    _check_table(lab, here, state)
    return here


def _sits(one: Identity, state: GameState, wanted: str) -> bool:
    """Whether this person fits the seat that is named, if one is: a facilitator may be a player in another tab."""
    _, named, seat = wanted.partition(":")
    return not named or one.kind != "participant" or seat_of(state, one.participant) == seat.partition(":")[0]


def _check_table(lab: Lab, here: Identity, state: GameState) -> None:
    """A participant looks at the own table only, a tafelhulp at the table of the link."""
    if here.kind not in ("participant", "helper"):
        return
    meeting = meetings.state(lab, here.meeting)
    helps = here.kind == "helper"
    table = meeting.helping.get(here.participant, "") if helps else meeting.guests[here.participant].game
    if not table:
        raise Forbidden(
            "no_table", "Je hebt nog geen tafel gekozen. Kies eerst een tafel in de bijeenkomst.", meeting=here.meeting
        )
    if table != state.game:
        raise Forbidden("other_table", "Je zit aan een andere tafel. Ga terug naar je eigen tafel.", game=table)


def audience_of(here: Identity, state: GameState, wanted: str) -> Audience:
    """As which audience this person may look at the game when `wanted` is asked for.

    Raises ServiceError 403 for somebody else's audience and 404 for an unknown seat or audience.
    """
    _check_meeting(here, state)
    word = wanted.partition(":")[0]
    if word and word not in KINDS_FOR:
        raise _unknown_audience()
    if here.kind == "participant":
        return _audience_of_participant(here.participant, state, wanted)
    if here.kind == "facilitator":
        return _audience_of_facilitator(here.participant, state, wanted)
    if here.kind == "screen" and word == "plenary":
        return Audience(kind="plenary")
    if word not in ("", here.kind):
        raise Forbidden("other_audience", "Dit scherm is niet voor jou. Ga terug naar je eigen scherm.")
    return Audience(kind=here.kind, participant=here.participant)


def _audience_of_participant(participant: str, state: GameState, wanted: str) -> Audience:
    seat = seat_of(state, participant)
    own = Audience(kind="seat" if seat else "waiting", seat=seat, participant=participant)
    if wanted in ("", "seat", "waiting", own.key, f"seat:{seat}"):
        return own
    raise Forbidden("other_audience", "Je kunt alleen als jezelf kijken en spelen. Ververs de pagina.")


def _audience_of_facilitator(participant: str, state: GameState, wanted: str) -> Audience:
    kind, _, rest = wanted.partition(":")
    if kind == "mirror":
        return Audience(kind="mirror", seat=_seat(state, rest.partition(":")[0]), participant=participant)
    if kind in ("screen", "plenary"):
        return Audience(kind=kind)  # type: ignore[arg-type]
    if kind in ("", "facilitator", "overview", "helper", "observer"):
        return Audience(kind=kind or "facilitator", participant=participant)  # type: ignore[arg-type]
    raise Forbidden("other_audience", "Een spelleider kijkt mee met een zetel, maar zit er niet op.")


def actor_of(here: Identity, state: GameState, as_: str) -> Actor:
    """As whom this person may act in the game when `as_` is asked for. A shadow reads; the holder acts.

    Raises ServiceError 403 (also for who may only look) and 404 for an unknown seat or audience.
    """
    if here.kind == "facilitator" and as_.startswith("seat:"):
        return _facilitator_on_seat(here, state, as_.split(":")[1])
    audience = audience_of(here, state, as_)
    if audience.kind in ("mirror", "screen", "plenary"):
        raise Forbidden("read_only", "Hier kun je alleen kijken.")
    if audience.kind in ("facilitator", "overview"):
        return Actor(kind="facilitator", participant=here.participant)
    if audience.kind in ("helper", "observer"):
        return Actor(kind=audience.kind, participant=here.participant)
    return Actor(kind="player", participant=here.participant, seat=audience.seat)


def _facilitator_on_seat(here: Identity, state: GameState, seat: str) -> Actor:
    _check_meeting(here, state)
    if state.seats[_seat(state, seat)].player != "facilitator":
        raise Forbidden("not_your_seat", "Deze zetel speel jij niet. Zet eerst ‘spelleider’ als speler van de zetel.")
    return Actor(kind="facilitator", participant=here.participant, seat=seat)


def _seat(state: GameState, seat: str) -> str:
    if seat not in state.seats or not at_table(state, seat):
        raise NotFound("no_such_seat", "Deze zetel is er niet aan deze tafel.")
    return seat


def _check_meeting(here: Identity, state: GameState) -> None:
    if here.meeting != state.meeting:
        raise Forbidden("other_meeting", "Deze kamer hoort bij een andere bijeenkomst.")


def _unknown_audience() -> NotFound:
    return NotFound("no_such_audience", "Dit scherm bestaat niet. Ga terug naar het begin.")


def actor_in_meeting(here: Identity) -> Actor:
    """As whom this person may act in the own meeting. Raises ServiceError 403 for who may only look."""
    kinds: dict[str, Literal["facilitator", "player"]] = {"facilitator": "facilitator", "participant": "player"}
    if here.kind not in kinds:
        raise Forbidden("read_only", "Hier kun je alleen kijken.")
    return Actor(kind=kinds[here.kind], participant=here.participant)
