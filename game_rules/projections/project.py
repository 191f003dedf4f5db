"""One view per audience: each part is added by name, from the state and the view before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..turn import seat_of
from ..vocabulary.audience import Audience
from ..vocabulary.commands import ScoreRubric
from ..vocabulary.state import GameState
from ..vocabulary.views import Allowed, CatchUpCard, Me, Todo, TraceCard, View, WeighCard
from . import (
    around,
    catch_up,
    causes_seen,
    common,
    facilitator,
    outcomes,
    own,
    reflection,
    table,
    talking,
    together,
    weighed,
    werkwijzen,
)
from .allowed import acting, deciding, leading, sharing
from .allowed import werkwijzen as running
from .allowed.offers import Offers
from .parts import Memo, Parts


class Projected(Struct, frozen=True, kw_only=True):
    """A view with what is needed to keep its unchanged parts next time."""

    view: View
    memo: Memo


def project(
    state: GameState, audience: Audience, before: Projected | None = None, *, looking_back: bool = False
) -> Projected:
    """What this audience may see of the game now. `before`: the projection of the same audience at an earlier version.

    looking_back: for a replay, which needs neither the controls nor the console of the facilitator.
    """
    parts = Parts(before.memo if before else {})
    past = looking_back and audience.kind == "facilitator"
    view = (_facilitator_past if past else _VIEWS[audience.kind])(state, audience, parts)
    if looking_back or audience.kind == "facilitator" or (audience.kind == "screen" and state.revealed):
        view = replace(view, traced=_traced(state, audience, parts))
    return Projected(view=view, memo=parts.memo)


def _traced(state: GameState, audience: Audience, parts: Parts) -> dict[str, TraceCard]:
    """What led to what: live for who leads, on the projector after the reveal, and for everybody who looks back."""
    lead = audience.kind == "facilitator"
    return parts.make("traced", lambda: causes_seen.traced(state, audience.seat, lead), *causes_seen.sources(state))


def _public(state: GameState, parts: Parts, seat: str, all_: bool, opens: str = "") -> dict[str, object]:
    """What everybody sees in the same way, and what depends only on the seat that looks.

    opens: how far private channels are read, when that is not as for who holds the seat.
    """
    s = state
    cause_sources = (s.happened, s.acts, s.cards, s.injects, s.questions, s.promises, s.moves, s.decisions, s.revealed)
    return {
        "game": parts.make(
            "game", lambda: common.game_card(s), s.talk, s.read_private, s.screens_closed, s.revealed, s.fork
        ),
        "clock": parts.make("clock", lambda: common.clock_card(s), s.clock, s.suspended_until),
        "seats": parts.make("seats", lambda: common.seat_cards(s), s.seats, s.speakers, s.resigned),
        "feed": parts.make("feed", lambda: table.feed(s, seat, all_), s.feed),
        "decisions": parts.make("decisions", lambda: table.decisions(s, seat), *common.decision_sources(s)),
        "questions": parts.make("questions", lambda: table.questions(s, seat, all_), s.questions, s.revealed),
        "speeches": parts.make("speeches", lambda: table.speeches(s), s.speeches, s.clock, s.seats),
        "promises": parts.make("promises", lambda: table.promises(s), s.promises, s.resigned),
        "proposals": parts.make("proposals", lambda: table.proposals(s), s.proposals, s.decisions),
        "advice": parts.make("advice", lambda: table.advice(s), s.advice),
        "moves": parts.make("moves", lambda: table.moves(s), s.moves),
        "werkwijzen": parts.make("werkwijzen", lambda: werkwijzen.werkwijzen(s, all_), *werkwijzen.sources(s)),
        "acts": parts.make("acts", lambda: table.acts(s, seat, all_), s.acts, s.revealed),
        "consequences": parts.make(
            "consequences", lambda: outcomes.consequences(s, seat, all_), *cause_sources, s.clock.step, s.clock.stage
        ),
        "indicators": parts.make(
            "indicators",
            lambda: outcomes.indicators(s, seat, all_) if all_ or outcomes.figures_open(s) else {},
            s.indicators,
            s.changes,
            s.clock,
            s.happened,
            s.revealed,
        ),
        **talking.talk(s, parts, seat, opens or talking.opens_for(s, seat, all_)),
    }


def _view(fields: dict[str, object], **more: object) -> View:
    return View(**{**fields, **more})  # type: ignore[arg-type]


def _seat(state: GameState, audience: Audience, parts: Parts) -> View:
    """A player: the own seat, and what follows the participant."""
    seat, person = audience.seat, audience.participant
    if seat not in state.seats:
        return _waiting(state, audience, parts)
    kind = {"person": "player", "computer": "computer", "facilitator": "seat"}.get(state.seats[seat].player, "player")
    acting_ = _acts(state, seat, person)
    fields = _public(state, parts, seat, False)
    talks = fields.get("channels", {})
    allowed = parts.make("allowed", lambda: _offers(state, kind if acting_ else "", seat, person, talks), state)
    known = parts.make("cards", lambda: table.cards(state, (seat,), False), state.cards, state.clock.round)
    return _view(
        fields,
        me=parts.make("me", lambda: own.me_of_seat(state, "seat", seat, person, acting_), *_me_sources(state, seat)),
        cards=known,
        notes=parts.make("notes", lambda: table.notes(state, seat, False), state.notes),
        pulse=parts.make(
            "pulse", lambda: reflection.pulse(state, person, True), state.pulses, state.clock, state.seats
        ),
        debrief=parts.make("debrief", lambda: reflection.debrief(state, person, "own"), *_debrief_sources(state)),
        weigh=_weighed(state, parts, person, False),
        samenspel=together.together(state, parts, False),
        todo=parts.make("todo", lambda: own.todos(state, seat, person, allowed), allowed, state.clock, state),
        catch_up=_caught_up(state, parts, seat, person),
        allowed=allowed,
    )


def _me_sources(state: GameState, seat: str) -> tuple[object, ...]:
    """What the role card is made of; that of a computer seat also says how it leans, which follows everything."""
    return (
        (state,) if state.seats[seat].player == "computer" else (state.seats, state.clock, state.used, state.werkwijzen)
    )


def _debrief_sources(state: GameState) -> tuple[object, ...]:
    return (
        state.clock, state.silent_notes, state.judgements, state.handvatten, state.chosen, state.revealed, state.chain,
        state.guesses, state.again, state.confirmed, state.seats, state.professions, state.happened, state.decisions,
    )  # fmt: skip


def _weighed(state: GameState, parts: Parts, participant: str, host: bool) -> WeighCard | None:
    return parts.make("weigh", lambda: weighed.weigh(state, participant, host), state.weighed, state.clock, state.seats)


def _caught_up(state: GameState, parts: Parts, seat: str, participant: str) -> CatchUpCard | None:
    sources = (state.late, state.clock, state.seats, state.decisions, state.feed)
    return parts.make("catch_up", lambda: catch_up.catch_up(state, seat, participant), *sources)


def _acts(state: GameState, seat: str, participant: str) -> bool:
    """Whether who looks may act for the seat: the holder, or the computer or facilitator that plays it."""
    now = state.seats[seat]
    return now.holder == participant if now.player == "person" else now.played


def _offers(state: GameState, kind: str, seat: str, participant: str, talks: Any) -> dict[str, Allowed]:
    """What the seat may do, and what the participant on it may do (a shadow only the latter). talks: its channels."""
    offers = Offers(state, kind, seat)
    if kind:
        deciding.offer(offers)
        running.offer(offers)
        sharing.offer(offers)
        talking.offer(offers, talks)
        acting.offer(offers)
    person = Offers(state, "player", seat)
    person.found = offers.found
    if participant and seat_of(state, participant):
        acting.offer_person(person, participant)
    return offers.found


def _waiting(state: GameState, audience: Audience, parts: Parts) -> View:
    """A participant without a seat: what is public, and the free seats."""
    person = audience.participant
    offers = Offers(state, "player")
    if person:
        acting.offer_person(offers, person)
    me = Me(kind="waiting", participant=person)
    todo = {"sit": Todo(order=0, text="Kies een zetel", anchor="seats", urgent=True)}
    return _view(
        _public(state, parts, "", False),
        me=me,
        todo=parts.make("todo", lambda: todo),
        catch_up=_caught_up(state, parts, "", person),
        allowed=parts.make("allowed", lambda: offers.found, state),
        debrief=parts.make("debrief", lambda: reflection.debrief(state, person, "own"), *_debrief_sources(state)),
    )


def _mirror(state: GameState, audience: Audience, parts: Parts) -> View:
    """The facilitator looks at a seat: without its hidden votes, and without what belongs to the person.

    Read-only, unless the facilitator plays the seat.
    """
    seat = audience.seat
    fields = _public(state, parts, seat, False, "own" if state.read_private else "table")
    talks = fields.get("channels", {})
    plays = seat in state.seats and state.seats[seat].player == "facilitator"
    return _view(
        fields,
        decisions=parts.make("mirrored", lambda: table.decisions(state, seat if plays else ""), state),
        me=parts.make("me", lambda: own.me_of_seat(state, "mirror", seat, "", plays), *_me_sources(state, seat)),
        allowed=parts.make("allowed", lambda: _offers(state, "seat", seat, "", talks) if plays else {}, state),
        cards=parts.make("cards", lambda: table.cards(state, (seat,), False), state.cards, state.clock.round),
        notes=parts.make(
            "notes",
            lambda: table.notes(state, seat, False) if state.read_private else {},
            state.notes,
            state.read_private,
        ),
    )


def _facilitator(state: GameState, audience: Audience, parts: Parts) -> View:
    """The facilitator: everything but what stays between people or in the ballot box."""
    offers = parts.make("allowed", lambda: _lead(state), state)
    return _view(
        _public(state, parts, "", True),
        me=Me(kind="facilitator", participant=audience.participant, acting=True),
        cards=parts.make("cards", lambda: table.cards(state, (), True), state.cards, state.clock.round),
        notes=parts.make("notes", lambda: table.notes(state, "", True), state.notes, state.read_private),
        pulse=parts.make("pulse", lambda: reflection.pulse(state, "", True), state.pulses, state.clock, state.seats),
        debrief=parts.make("debrief", lambda: reflection.debrief(state, "", "lead"), *_debrief_sources(state)),
        weigh=_weighed(state, parts, "", True),
        samenspel=together.together(state, parts, True),
        facilitator=parts.make("facilitator", lambda: facilitator.facilitator_card(state), state),
        allowed=offers,
    )


def _facilitator_past(state: GameState, audience: Audience, parts: Parts) -> View:
    """The facilitator looking back: the same, without controls and without the console."""
    return _view(
        _public(state, parts, "", True),
        me=Me(kind="facilitator", participant=audience.participant),
        cards=parts.make("cards", lambda: table.cards(state, (), True), state.cards, state.clock.round),
        notes=parts.make("notes", lambda: table.notes(state, "", True), state.notes, state.read_private),
        facilitator=parts.make("past", lambda: facilitator.past_card(state), state),
    )


def _lead(state: GameState) -> dict[str, Allowed]:
    offers = Offers(state, "facilitator")
    leading.offer(offers)
    return offers.found


def _screen(state: GameState, audience: Audience, parts: Parts) -> View:
    """The projector: only what everybody may see."""
    return _view(
        _public(state, parts, "", False),
        me=Me(kind="screen"),
        pulse=parts.make("pulse", lambda: reflection.pulse(state, "", True), state.pulses, state.clock, state.seats),
        debrief=parts.make("debrief", lambda: reflection.debrief(state, "", "screen"), *_debrief_sources(state)),
        weigh=_weighed(state, parts, "", True),
        samenspel=together.together(state, parts, False),
    )


def _observer(state: GameState, audience: Audience, parts: Parts) -> View:
    """Somebody who watches: what is public, and the rubric to score."""
    return _view(
        _public(state, parts, "", False),
        me=Me(kind="observer", participant=audience.participant),
        samenspel=together.together(state, parts, False),
        allowed=parts.make("allowed", lambda: _score(state), state),
    )


def _score(state: GameState) -> dict[str, Allowed]:
    offers = Offers(state, "observer")
    if offers.fits(ScoreRubric):
        leading.rubric(offers)
    return offers.found


_VIEWS: dict[str, Callable[[GameState, Audience, Parts], View]] = {
    "seat": _seat,
    "waiting": _waiting,
    "facilitator": _facilitator,
    "mirror": _mirror,
    "overview": around.overview,
    "helper": lambda state, audience, parts: _view(
        _public(state, parts, "", False), **around.helper(state, audience, parts)
    ),
    "screen": _screen,
    "plenary": around.plenary,
    "observer": _observer,
}
