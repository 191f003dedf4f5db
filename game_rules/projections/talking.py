"""Talk at a distance as one audience may read it: its channels, what was said there, and where it may speak.

`opens` says how far an audience reads: `table` only the whole table, `own` also the channels of its seat, `all` every
channel (the facilitator, as chosen before the start).
"""

from __future__ import annotations

from collections import Counter

from ..rules import channels as rules
from ..rules.feed import label, labels
from ..vocabulary import commands as c
from ..vocabulary.state import GameState
from ..vocabulary.views import ChannelCard, MessageCard
from .allowed.offers import Offers
from .parts import Parts

SHOWN = 200
"""How many messages of one channel are shown, the latest. The log keeps them all."""
LABELS = {rules.TABLE: "Hele tafel", "raad": "Raad onder elkaar", "college": "College", rules.TRIANGLE: "Driehoek"}
"""How the channels of more than two are called. That of the raad is no meeting: what is decided is decided in public."""


def opens_for(state: GameState, seat: str, all_: bool = False) -> str:
    """How far who looks with this seat reads (empty: none); `all_`: the facilitator's column."""
    if all_:
        return "all" if state.read_private else "table"
    return "own" if seat in state.seats and rules.reads_private(state, seat) else "table"


def talk(state: GameState, parts: Parts, seat: str, opens: str) -> dict[str, object]:
    """The channels and messages of a View; nothing at a table that talks at the table."""
    if state.talk != "afstand":
        return {}
    players = parts.make("players", lambda: tuple(one.player for one in state.seats.values()), state.seats)
    used = parts.make("used_channels", lambda: _used(state), state.messages)
    return {
        "channels": parts.make(
            "channels", lambda: channels(state, seat, opens, used), players, used, opens, state.clock.stage == "lobby"
        ),
        "messages": parts.make("messages", lambda: messages(state, seat, opens), state.messages, opens),
    }


def _used(state: GameState) -> tuple[str, ...]:
    return tuple(dict.fromkeys(message.channel for message in state.messages.values()))


def channels(state: GameState, seat: str, opens: str, used: tuple[str, ...]) -> dict[str, ChannelCard]:
    """The channels in which this audience reads: those with somebody to talk to, and those where something was said."""
    if state.clock.stage == "lobby":
        return {}
    found: dict[str, ChannelCard] = {}
    for channel in _possible(state, seat, opens, used):
        now = rules.members(state, channel)
        if len(now) > 1 or channel in used:
            found[channel] = ChannelCard(
                order=len(found), label=_label(state, channel, seat), kind=_kind(channel), members=now
            )
    return found


def _possible(state: GameState, seat: str, opens: str, used: tuple[str, ...]) -> tuple[str, ...]:
    if opens == "table":
        return (rules.TABLE,)
    if opens == "own":
        return rules.channels_of(state, seat)
    groups = (rules.TABLE, *state.casus.organs, rules.TRIANGLE)
    return (*groups, *(channel for channel in used if channel not in groups))


def _label(state: GameState, channel: str, seat: str) -> str:
    if channel in LABELS:
        return LABELS[channel]
    if channel in state.casus.organs:
        return state.casus.organs[channel].label
    two = rules.seats_of(state, channel)
    return next(label(state, other) for other in two if other != seat) if seat in two else labels(state, two)


def _kind(channel: str) -> str:
    if channel in (rules.TABLE, rules.TRIANGLE):
        return {rules.TABLE: "table", rules.TRIANGLE: "driehoek"}[channel]
    return "pair" if channel.startswith(f"{rules.PAIR}:") else "organ"


def others_of(channel: str, seat: str) -> tuple[str, ...]:
    """To whom this seat speaks in a channel one to one; none in a channel of more than two."""
    kind, _, two = channel.partition(":")
    return tuple(other for other in two.split(":") if other != seat) if kind == rules.PAIR else ()


def messages(state: GameState, seat: str, opens: str) -> dict[str, MessageCard]:
    """What was said where this audience reads, oldest first, of each channel the latest."""
    reads: dict[str, bool] = {}
    shown: Counter[str] = Counter()
    found = []
    for message in reversed(state.messages.values()):
        channel = message.channel
        if channel not in reads:
            reads[channel] = _reads(state, seat, opens, channel)
        shown[channel] += 1
        if reads[channel] and shown[channel] <= SHOWN:
            card = MessageCard(
                order=message.version, at=message.at, channel=channel, by=message.by, text=message.text,
                mine=message.by == seat,
            )  # fmt: skip
            found.append((message.id, card))
    return dict(reversed(found))


def _reads(state: GameState, seat: str, opens: str, channel: str) -> bool:
    return channel == rules.TABLE or opens == "all" or (opens == "own" and seat in rules.seats_of(state, channel))


def offer(offers: Offers, cards: dict[str, ChannelCard]) -> None:
    """A message in each of these channels of the seat, as far as it may speak there now."""
    if not offers.fits(c.Say):
        return
    for channel, card in cards.items():
        here = len(card.members) > 1 and offers.seat in card.members
        if here and rules.timely(offers.state, channel):
            offers.add(
                c.Say, f"Zeg iets: {card.label}", "say", channel, fixed={"channel": channel}, texts={"text": 500}
            )
