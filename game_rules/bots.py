"""Plays from a View alone: looks at `allowed`, picks one thing, fills it in. Same View and label, same wish.

A bot does at once what the table waits for, and now and then something that it could also leave. It votes for its own
seat only: it never writes down the vote of somebody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from .bot_texts import sentence
from .chance import draw
from .vocabulary.commands import AnyCommand, Command
from .vocabulary.views import Allowed, View

AT_ONCE: tuple[tuple[str, ...], ...] = (
    ("take_seat",),
    ("mark_ready",),
    ("cast_ballot", "cast_vote"),
    ("close_vote",),
    ("answer_recommendation", "reach_milestone"),
    ("decide", "hammer", "request_vote", "put_to_vote"),
    ("answer_formally", "answer_speech", "answer_advice", "judge_promise"),
    ("tick_card", "give_pulse", "weigh"),
    ("write_silent_note", "guess_cause", "judge_consequence", "choose_again", "write_handvat"),
)
"""What a player does as soon as it is offered: the first group of which something is offered."""

NOW_AND_THEN = {
    "show_card": 0.3,
    "tell_card": 0.5,
    "hand_over_card": 0.03,
    "speak_with": 0.15,
    "send_note": 0.15,
    "say": 0.02,
    "speak_up": 0.6,
    "ask_formally": 0.2,
    "propose": 0.1,
    "place_on_agenda": 0.3,
    "give_advice": 0.4,
    "order_speakers": 0.1,
    "make_promise": 0.2,
    "perform_act": 0.3,
    "make_move": 0.1,
    "argue_move": 0.3,
    "explain_vote": 0.2,
    "request_vote": 0.3,
    "declare_interest": 0.02,
    "confirm_cause": 0.1,
    "stop_werkwijze": 0.01,
}
"""What a player may also do, and how likely each time it is asked."""

QUIET = {"show_card": 0.04, "perform_act": 0.03, "ask_formally": 0.02, "make_promise": 0.02}
"""The same for a computer seat among people: it cannot talk, so it leaves talk to them and only does what is prepared."""

TEMPTED = {"legal": 1.0, "forbidden": 0.4, "void": 0.1}
"""How much of that likelihood is left for what is not allowed."""

LEADING: tuple[tuple[str, ...], ...] = (
    ("set_player",),
    ("resume",),
    ("adjudicate",),
    ("reveal",),
    ("close_vote",),
    ("answer_recommendation", "reach_milestone"),
    ("next_step", "close_game"),
)
"""What a facilitator does to bring the game forward, the first group of which something is offered."""


def choose(view: View, label: str, extras: bool = True, quiet: bool = False) -> Command | None:
    """What this audience does now; None when it waits. `label` is what makes one bot differ from another.

    extras: also something that could be left (NOW_AND_THEN); who plays many moments limits how often.
    quiet: a computer seat at a table with people: nothing in its own words, and nothing that is not allowed.
    """
    sensible = [(key, offer) for key, offer in view.allowed.items() if _sensible(view, offer)]
    if view.me.kind == "facilitator":
        return _first(view, LEADING, sensible, label)
    return _first(view, AT_ONCE, sensible, label) or (_extra(view, label, quiet) if extras else None)


def _first(
    view: View, groups: Iterable[Sequence[str]], offered: list[tuple[str, Allowed]], label: str
) -> Command | None:
    for group in groups:
        found = [(key, offer) for key, offer in offered if offer.command in group]
        if found:
            return _wish(view, *_pick(found, f"{label}|pick"), label)
    return None


def _extra(view: View, label: str, quiet: bool) -> Command | None:
    likely = _quietly if quiet else _likelihood
    tempting = [(key, offer) for key, offer in view.allowed.items() if draw(label, f"wish|{key}") < likely(offer)]
    return _wish(view, *_pick(tempting, f"{label}|extra"), label) if tempting else None


def _likelihood(offer: Allowed) -> float:
    return NOW_AND_THEN.get(offer.command, 0.0) * TEMPTED[offer.legality]


def _quietly(offer: Allowed) -> float:
    """Prepared by the casus, allowed, and without words of one's own."""
    prepared = bool(offer.about) and not offer.texts and offer.legality == "legal"
    return QUIET.get(offer.command, 0.0) if prepared else 0.0


# --- what makes sense now --------------------------------------------------------------------------------------------


def _sensible(view: View, offer: Allowed) -> bool:
    """Whether this still has to be done: much may be done twice, and a bot that does so never comes to an end."""
    check = _STILL_TO_DO.get(offer.command)
    return check is None or check(view, offer)


def _vote_open(view: View, offer: Allowed) -> bool:
    """My own vote is not cast yet."""
    decision = view.decisions.get(_about(offer, "decision"))
    line = decision.votes.get(view.me.seat) if decision else None
    return line is None or not line.cast


def _all_voted(view: View, offer: Allowed) -> bool:
    """Everybody who plays and may vote has done so."""
    decision = view.decisions.get(_about(offer, "decision"))
    lines = decision.votes.values() if decision else ()
    return all(line.cast or line.absent or line.barred or not line.played for line in lines)


def _free_chair(view: View, offer: Allowed) -> bool:
    """A seat of one's own, not the place beside somebody."""
    return not offer.fixed.get("shadow")


def _chair_prefers_a_vote(view: View, offer: Allowed) -> bool:
    """Who may hammer it through may also ask for a vote; the other members do so now and then."""
    return any(one.command == "hammer" and one.about == offer.about for one in view.allowed.values())


def _not_ready(view: View, offer: Allowed) -> bool:
    seat = view.seats.get(view.me.seat)
    return seat is None or not seat.ready


def _not_ticked(view: View, offer: Allowed) -> bool:
    card = view.cards.get(_about(offer, "card"))
    return card is None or not card.ticked


def _no_pulse(view: View, offer: Allowed) -> bool:
    return not all(pulse.given for pulse in view.pulse.values()) or not view.pulse


def _no_note(view: View, offer: Allowed) -> bool:
    return view.debrief is None or not view.debrief.note


def _not_judged(view: View, offer: Allowed) -> bool:
    judge = view.debrief.judge if view.debrief else {}
    about = _about(offer, "consequence")
    return not any(card.mine_role for card in judge.values() if about in ("", card.consequence))


def _no_guess(view: View, offer: Allowed) -> bool:
    chain = view.debrief.chain if view.debrief else None
    return chain is not None and not chain.mine


def _not_again(view: View, offer: Allowed) -> bool:
    again = view.debrief.again if view.debrief else {}
    return not any(card.mine for card in again.values())


def _not_weighed(view: View, offer: Allowed) -> bool:
    lines = view.weigh.lines.values() if view.weigh else ()
    after = offer.fixed.get("moment") == "after"
    return not all(line.mine_after if after else line.mine_before for line in lines)


def _no_handvat(view: View, offer: Allowed) -> bool:
    return view.debrief is None or not view.debrief.whom


def _seat_missing(view: View, offer: Allowed) -> bool:
    """A seat without which the game cannot start is given to the computer; others are left as they are."""
    ready = view.facilitator.ready.values() if view.facilitator else ()
    missing = [line.seat for line in ready if line.state == "missing"]
    return offer.fixed.get("player") == "computer" and _about(offer, "seat") in missing


def _mine_to_say(view: View, offer: Allowed) -> bool:
    """Who leads says it only when nobody at the table can."""
    return view.me.kind != "facilitator" or offer.primary


def _all_handed_in(view: View, offer: Allowed) -> bool:
    leader = view.facilitator
    return leader is None or leader.handed_in >= leader.to_hand_in


_STILL_TO_DO = {
    "take_seat": _free_chair,
    "request_vote": _chair_prefers_a_vote,
    "mark_ready": _not_ready,
    "cast_vote": _vote_open,
    "cast_ballot": _vote_open,
    "close_vote": _all_voted,
    "tick_card": _not_ticked,
    "give_pulse": _no_pulse,
    "write_silent_note": _no_note,
    "judge_consequence": _not_judged,
    "write_handvat": _no_handvat,
    "set_player": _seat_missing,
    "weigh": _not_weighed,
    "guess_cause": _no_guess,
    "choose_again": _not_again,
    "close_game": _all_handed_in,
    "reach_milestone": _mine_to_say,
    "answer_recommendation": _mine_to_say,
}


def _about(offer: Allowed, field: str) -> str:
    return offer.about or str(offer.fixed.get(field, ""))


# --- filling in ------------------------------------------------------------------------------------------------------


def _wish(view: View, key: str, offer: Allowed, label: str) -> Command | None:
    """The offer with everything that was left open filled in; None when it cannot be filled in."""
    label = f"{label}|{key}"
    fields: dict[str, Any] = {"type": offer.command, **offer.fixed}
    for field, choices in offer.choices.items():
        fields[field] = _leaning(view, offer, field) or _choice(offer, field, tuple(choices), label)
    for field, longest in offer.texts.items():
        if field not in offer.optional:
            fields[field] = sentence(field, f"{label}|{field}")[:longest]
    for field, (low, high) in offer.numbers.items():
        name, _, inner = field.partition(".")
        value = low + int(draw(label, field) * (high - low + 1))
        if inner:
            fields[name] = {**fields.get(name, {}), inner: value}
        elif field not in fields:
            fields[field] = value
    if offer.votes:
        fields["votes"] = _votes(view, offer, label)
    try:
        wish: Command = msgspec.convert(fields, AnyCommand)
    except msgspec.ValidationError:
        return None
    return wish


def _choice(offer: Allowed, field: str, values: tuple[str, ...], label: str) -> str | tuple[str, ...]:
    if field not in offer.many:
        return values[int(draw(label, field) * len(values))] if values else ""
    low, high = (offer.exact, offer.exact) if offer.exact else (0 if field in offer.none_too else 1, 2)
    number = min(low + int(draw(label, f"{field}|number") * (high - low + 1)), len(values))
    return tuple(sorted(values, key=lambda value: draw(label, f"{field}|{value}"))[:number])


def _leaning(view: View, offer: Allowed, field: str) -> str:
    """The option that the casus makes this seat want, when it says so."""
    wanted = view.me.leaning.get(_about(offer, "decision"), ()) if field == "option" else ()
    return next((option for option in wanted if option in offer.choices[field]), "")


def _votes(view: View, offer: Allowed, label: str) -> dict[str, int]:
    """As the casus makes this seat vote; else all for or all against, and a larger fractie is sometimes divided."""
    weight, about = offer.votes, _about(offer, "decision")
    if about in view.me.leaning and about in view.decisions:
        in_favour = view.decisions[about].put in view.me.leaning[about]
        return {"for": weight} if in_favour else {"against": weight}
    if weight > 3 and draw(label, "divided") < 0.1:
        return {"for": weight - 2, "against": 2}
    return {"for": weight} if draw(label, "votes") < 0.6 else {"against": weight}


def _pick(offers: list[tuple[str, Allowed]], label: str) -> tuple[str, Allowed]:
    return offers[int(draw(label, "which") * len(offers))]
