"""Who stands around a table: the tafelhulp beside it, and who keeps an eye on several tables at once."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from ..vocabulary.audience import Audience
from ..vocabulary.feed import FeedItem
from ..vocabulary.state import GameState
from ..vocabulary.views import (
    Allowed,
    CardCard,
    DecisionCard,
    FacilitatorCard,
    IndicatorCard,
    Me,
    RosterLine,
    View,
)
from . import common, facilitator, outcomes, table
from .allowed import helping, leading
from .allowed.offers import Offers
from .parts import Parts

AFTERWARDS = ("epilogue", "debrief", "closed")


# --- the tafelhulp ---------------------------------------------------------------------------------------------------


def helper(state: GameState, audience: Audience, parts: Parts) -> dict[str, object]:
    """Beside what is public: the titles of the cards, never their texts, and what a tafelhulp may write down."""
    return {
        "me": Me(kind="helper", participant=audience.participant, acting=True),
        "cards": parts.make("cards", lambda: _titles(state), state.cards, state.clock.round),
        "allowed": parts.make("allowed", lambda: _help(state), state),
    }


def _titles(state: GameState) -> dict[str, CardCard]:
    return {
        id_: CardCard(order=card.version, title=state.casus.cards[id_].title, text="", seat=card.holder)
        for id_, card in state.cards.items()
    }


def _help(state: GameState) -> dict[str, Allowed]:
    offers = Offers(state, "helper")
    helping.offer(offers)
    return offers.found


# --- one table among others ------------------------------------------------------------------------------------------


def overview(state: GameState, audience: Audience, parts: Parts) -> View:
    """A table as the facilitator sees it beside others: what goes on, who is stuck, how long there is, the figures."""
    s = state
    return View(
        **_common(s, parts),
        me=Me(kind="overview", participant=audience.participant, acting=True),
        seats=parts.make("seats", lambda: common.seat_cards(s), s.seats, s.speakers, s.resigned),
        feed=parts.make("feed", lambda: _last(s), s.feed),
        decisions=parts.make("decisions", lambda: _open(s), *common.decision_sources(s)),
        indicators=parts.make("indicators", lambda: _figures(s), s.indicators, s.changes, s.clock, s.happened),
        facilitator=parts.make("facilitator", lambda: _host(s), s),
        allowed=parts.make("allowed", lambda: _steer(s), s),
    )


def _common(state: GameState, parts: Parts) -> dict[str, Any]:
    s = state
    return {
        "game": parts.make(
            "game", lambda: common.game_card(s), s.talk, s.read_private, s.screens_closed, s.revealed, s.fork
        ),
        "clock": parts.make("clock", lambda: common.clock_card(s), s.clock, s.suspended_until),
    }


def _last(state: GameState) -> dict[str, FeedItem]:
    """What happened last."""
    if not state.feed:
        return {}
    item = max(state.feed.values(), key=lambda one: one.order)
    return {item.id: item}


def _open(state: GameState) -> dict[str, DecisionCard]:
    """What is on the table to be decided."""
    return {id_: card for id_, card in table.decisions(state, "").items() if card.status != "decided"}


def _figures(state: GameState) -> dict[str, IndicatorCard]:
    return {id_: replace(card, why=()) for id_, card in outcomes.indicators(state, "", True).items()}


def _host(state: GameState) -> FacilitatorCard:
    """Of the console only what tells whether this table needs somebody."""
    whole = facilitator.facilitator_card(state)
    return FacilitatorCard(
        next_label=whole.next_label,
        next_effect=whole.next_effect,
        can_start=whole.can_start,
        ready={id_: check for id_, check in whole.ready.items() if check.state == "missing"},
        waiting=whole.waiting,
        awaited=whole.awaited,
        roster={id_: _brief(line) for id_, line in whole.roster.items()},
        drops=whole.drops,
        rest_minutes=whole.rest_minutes,
        evening_ends_at=whole.evening_ends_at,
        handed_in=whole.handed_in,
        to_hand_in=whole.to_hand_in,
        notes_in=whole.notes_in,
    )


def _brief(line: RosterLine) -> RosterLine:
    return RosterLine(order=line.order, open_todos=line.open_todos, idle_since=line.idle_since)


def _steer(state: GameState) -> dict[str, Allowed]:
    """The clock of this table; everything else is done on its own desk."""
    offers = Offers(state, "facilitator")
    leading.offer(offers)
    return {key: one for key, one in offers.found.items() if one.group == "clock" and one.command != "undo"}


def plenary(state: GameState, audience: Audience, parts: Parts) -> View:
    """A table on the projector of the hall: where it stands, and afterwards its front page. Nobody is named."""
    s = state
    after = s.clock.stage in AFTERWARDS
    causes = (s.happened, s.acts, s.cards, s.injects, s.questions, s.promises, s.moves, s.decisions, s.revealed)
    return View(
        **_common(s, parts),
        me=Me(kind="plenary"),
        consequences=parts.make(
            "consequences", lambda: outcomes.consequences(s, "", False) if after else {}, *causes, s.clock.stage
        ),
    )
