"""What a facilitator may do: steer the clock, the injects and the seats, adjudicate, score, overrule, debrief."""

from __future__ import annotations

from typing import Any

from ...rules import acts, ballots, chains, choosing, facilitation, guard
from ...rules.clock import unready
from ...rules.feed import label
from ...rules.seats import waiting
from ...turn import at_table, may_be_played
from ...vocabulary import commands as c
from ...vocabulary.state import SeatState
from ...vocabulary.state_parts import InjectState
from ..ending import last_words
from . import deciding, paper, werkwijzen
from .offers import Offers


def offer(offers: Offers) -> None:
    """All of it, the next step first."""
    _clock(offers)
    _injects(offers)
    _seats(offers)
    deciding.offer(offers)
    werkwijzen.choose(offers)
    werkwijzen.offer(offers)
    paper.offer(offers)
    if offers.state.on_paper:
        paper.tell_cards(offers)
    _moves(offers)
    _tools(offers)
    _debrief(offers)


def _clock(offers: Offers) -> None:
    state, key = offers.state, offers.state.clock.key
    if offers.fits(c.NextStep) and not (key == "lobby" and unready(state)):
        ends = key == "debrief.handvat"
        offers.add(
            c.NextStep, "Sluit het spel af" if ends else "Volgende stap", "clock", fixed={"from_step": key}, primary=True,
            danger=ends, help=last_words(state) if ends else "",
        )  # fmt: skip
    if offers.fits(c.Pause) and state.clock.running:
        offers.add(c.Pause, "Pauze", "clock", texts={"reason": 140}, optional=("reason",))
    if offers.fits(c.Resume) and not state.clock.running:
        offers.add(c.Resume, "Ga verder", "clock", primary=True)
    if offers.fits(c.Extend):
        for seconds, words in ((60, "+1 minuut"), (300, "+5 minuten"), (-60, "−1 minuut")):
            offers.add(c.Extend, words, "clock", variant=str(seconds), fixed={"seconds": seconds})
    if offers.fits(c.CloseRound):
        offers.add(c.CloseRound, "Sluit de ronde", "clock", fixed={"from_step": key}, danger=True)
    if offers.fits(c.GoToEpilogue):
        offers.add(c.GoToEpilogue, "Direct naar Eén jaar later", "clock", danger=True)
    if offers.fits(c.CloseGame):
        offers.add(c.CloseGame, "Sluit het spel af", "clock", danger=True, help=last_words(state))
    if state.undo and not state.undo.too_late and offers.fits(c.Undo):
        offers.add(c.Undo, f"Neem {state.undo.what} terug", "clock")


def _injects(offers: Offers) -> None:
    for id_, now in offers.state.injects.items():
        if id_ in offers.state.casus.injects:
            _inject(offers, id_, now)
        elif now.status == "fired" and offers.fits(c.RetractInject):
            _retract(offers, id_)
    if offers.fits(c.Improvise):
        offers.add(
            c.Improvise, "Verzin een gebeurtenis", "inject", texts={"title": 120, "text": 900},
            choices={"to": offers.names(_playable(offers))}, many=("to",), none_too=("to",),
        )  # fmt: skip


def _playable(offers: Offers) -> tuple[str, ...]:
    return tuple(id_ for id_ in offers.state.casus.seats if may_be_played(offers.state, id_))


def _inject(offers: Offers, id_: str, now: InjectState) -> None:
    fixed = {"inject": id_}
    if now.status == "fired":
        if offers.fits(c.RetractInject):
            _retract(offers, id_)
        return
    if now.status == "retracted":
        return
    if offers.fits(c.FireInject):
        offers.add(c.FireInject, "Speel nu", "inject", id_, fixed=fixed)
    if now.status == "waiting" and offers.fits(c.HoldInject):
        offers.add(c.HoldInject, "Houd tegen", "inject", id_, fixed=fixed)
    if now.status == "held" and offers.fits(c.ReleaseInject):
        offers.add(c.ReleaseInject, "Laat weer los", "inject", id_, fixed=fixed)
    if now.status != "skipped" and offers.fits(c.SkipInject):
        offers.add(c.SkipInject, "Sla over", "inject", id_, fixed=fixed)
    if offers.fits(c.EditInject):
        to = {"to": offers.names(_playable(offers))}
        offers.add(
            c.EditInject, "Wijzig", "inject", id_, fixed=fixed, texts={"title": 120, "text": 900}, choices=to, many=("to",),
            none_too=("to",),
        )  # fmt: skip


def _retract(offers: Offers, id_: str) -> None:
    offers.add(
        c.RetractInject, "Neem terug", "inject", id_, fixed={"inject": id_}, texts={"reason": 140}, optional=("reason",),
        danger=True,
    )  # fmt: skip


PLAYERS = {"computer": "Laat de computer spelen", "facilitator": "Ik speel deze zetel", "nobody": "Niemand speelt"}


def _seats(offers: Offers) -> None:
    state = offers.state
    for id_, seat in state.seats.items():
        free = may_be_played(state, id_) and not seat.holder
        if free and offers.fits(c.SetPlayer):
            for player, words in PLAYERS.items():
                if player != seat.player:
                    fixed = {"seat": id_, "player": player}
                    offers.add(c.SetPlayer, words, "seat", id_, variant=player, fixed=fixed)
        if free and offers.fits(c.AssignSeat):
            _assign(offers, id_)
        if seat.holder and not seat.shadow and offers.fits(c.AssignSeat):
            _beside(offers, id_)
        if seat.shadow and offers.fits(c.TakeOver):
            _take_over(offers, id_, seat)
        if offers.fits(c.SetAttendance) and at_table(state, id_) and not seat.vacant:
            words = "Meld afwezig" if seat.present else "Meld aanwezig"
            offers.add(c.SetAttendance, words, "seat", id_, fixed={"seat": id_, "present": not seat.present})
        for person in (seat.holder, seat.shadow):
            if person and offers.fits(c.FreeSeat):
                offers.add(
                    c.FreeSeat, "Haal van deze zetel", "seat", id_, variant=person, fixed={"participant": person}, danger=True
                )  # fmt: skip
        _stand(offers, id_)


def _assign(offers: Offers, seat: str) -> None:
    """Somebody without a seat comes to sit here, or somebody from another seat. Names are looked up by who draws it."""
    state = offers.state
    seated = tuple(p for s in state.seats.values() for p in (s.holder, s.shadow) if p)
    people = {person: person for person in (*waiting(state), *seated)}
    if people:
        words = f"Zet iemand op deze zetel: {label(state, seat)}"
        offers.add(c.AssignSeat, words, "seat", seat, fixed={"seat": seat}, choices={"participant": people})


def _beside(offers: Offers, seat: str) -> None:
    """A latecomer sits beside somebody, to read along and take over at the change of round."""
    people = {person: person for person in waiting(offers.state)}
    if people:
        words = f"Zet een laatkomer naast {label(offers.state, seat)}"
        offers.add(
            c.AssignSeat, words, "seat", seat, variant="shadow", fixed={"seat": seat, "shadow": True},
            choices={"participant": people},
        )  # fmt: skip


def _take_over(offers: Offers, seat: str, now: SeatState) -> None:
    fixed = {"seat": seat}
    if offers.state.clock.stage in guard.PLAY and not now.swap:
        offers.add(
            c.TakeOver, "Wissel dit duo bij de volgende ronde", "seat", seat, variant="next", fixed={**fixed, "next_round": True}
        )  # fmt: skip
    offers.add(c.TakeOver, "Wissel dit duo nu", "seat", seat, fixed=fixed)


def _stand(offers: Offers, seat: str) -> None:
    """How an unplayed member votes on what is open now."""
    state = offers.state
    if state.seats[seat].played or not offers.fits(c.SetStand):
        return
    for id_, now in state.decisions.items():
        rules = ballots.definition(state, id_)
        organ = state.casus.organs.get(rules.by)
        if now.status == "decided" or organ is None or seat not in organ.members:
            continue
        options = {option: found.text for option, found in rules.options.items()}
        offers.add(
            c.SetStand, f"Stem van {label(state, seat)}: {rules.question}", "stand", f"{seat}.{id_}",
            fixed={"seat": seat, "decision": id_}, choices={"supports": options}, many=("supports",), none_too=("supports",),
        )  # fmt: skip


def _moves(offers: Offers) -> None:
    if not offers.fits(c.Adjudicate):
        return
    outcomes = {"yes": "Het lukt", "half": "Het lukt half", "no": "Het lukt niet"}
    for id_, move in offers.state.moves.items():
        if not move.outcome:
            offers.add(
                c.Adjudicate, "Beslis over deze zet", "adjudicate", id_, fixed={"move": id_}, choices={"outcome": outcomes},
                texts={"reason": 300, "title": 120, "text": 600}, optional=("title", "text"), help=move.text,
                numbers=_room_to_shift(offers), labels=_shift_labels(offers),
            )  # fmt: skip


def _room_to_shift(offers: Offers) -> dict[str, tuple[int, int]]:
    """Per indicator how far it may be shifted, as a field `shifts.<indicator>`, and the ring that it reaches."""
    room = {f"shifts.{id_}": (max(-30, -value), min(30, 100 - value)) for id_, value in offers.state.indicators.items()}
    return {"ring": (1, 5), **room}


def _shift_labels(offers: Offers) -> dict[str, str]:
    names = offers.state.content.indicators
    return {f"shifts.{id_}": f"{names[id_].label}: hoeveel erbij of eraf?" for id_ in offers.state.indicators}


def _tools(offers: Offers) -> None:
    state = offers.state
    if offers.fits(c.Override):
        for id_, value in state.indicators.items():
            words = f"Stel bij: {state.content.indicators[id_].label}"
            offers.add(
                c.Override,
                words,
                "override",
                id_,
                fixed={"indicator": id_},
                numbers={"shift": (max(-30, -value), min(30, 100 - value))},
                texts={"reason": 300},
            )
    if offers.fits(c.Bookmark):
        offers.add(c.Bookmark, "Markeer dit moment", "bookmark", texts={"text": 140}, optional=("text",))
    if offers.fits(c.ScoreRubric):
        rubric(offers)
    if offers.fits(c.Unexpected):
        _unexpected(offers)
    closed = state.screens_closed
    if offers.fits(c.CloseScreens):
        offers.add(
            c.CloseScreens, "Schermen open" if closed else "Schermen dicht", "screens", fixed={"closed": not closed}
        )
    if offers.fits(c.Settle):
        _settle(offers)
    if offers.fits(c.BringOut):
        _bring_out(offers)


def _settle(offers: Offers) -> None:
    """How people talk, and whether the facilitator reads what is between them: one tap each, told to all."""
    talk, reads = offers.state.talk, offers.state.read_private
    other, where = ("afstand", "We praten op afstand") if talk == "tafel" else ("tafel", "We praten aan tafel")
    offers.add(c.Settle, where, "settle", variant="talk", fixed={"talk": other, "read_private": reads})
    what = "briefjes" if talk == "tafel" else "besloten gesprekken"
    words = f"Ik lees geen {what}" if reads else f"Ik kan {what} lezen"
    offers.add(c.Settle, words, "settle", variant="read", fixed={"talk": talk, "read_private": not reads})


def _bring_out(offers: Offers) -> None:
    for what, rule in acts.hidden(offers.state):
        words = f"{_who_did(offers, what)} Komt het uit, dan leest iedereen: {rule.text}"
        offers.add(c.BringOut, "Laat dit uitkomen", "bring_out", what, fixed={"act": what}, help=words, danger=True)


def _who_did(offers: Offers, what: str) -> str:
    done = offers.state.acts.get(what)
    if done is None:
        asked = offers.state.questions[what]
        return f"{label(offers.state, asked.to)} gaf een half antwoord op: {asked.text}"
    return f"{label(offers.state, done.by)}: {offers.state.casus.acts[done.act].title}."


def rubric(offers: Offers) -> None:
    """The two criteria with their levels, for a facilitator or observer."""
    if not facilitation.rubric_round(offers.state):
        return
    for id_, criterion in offers.state.casus.rubric.items():
        levels = {str(level): text for level, text in enumerate(criterion.levels)}
        offers.add(
            c.ScoreRubric, criterion.label, "rubric", id_, fixed={"criterion": id_}, numbers={"level": (0, 3)},
            texts={"note": 300}, optional=("note",), help=" · ".join(levels.values()),
        )  # fmt: skip


def _unexpected(offers: Offers) -> None:
    stock = {id_: found.label for id_, found in offers.state.casus.stock.items()}
    text: dict[str, Any] = {"texts": {"text": 300}, "optional": ("text",)}
    reach: dict[str, Any] = {
        "choices": {"stock": stock, "to": offers.names(_playable(offers))},
        "many": ("to",),
        "none_too": ("to",),
        **text,
    }
    offers.add(c.Unexpected, "Het gebeurt", "unexpected", variant="happens", fixed={"kind": "happens"}, **reach)
    offers.add(
        c.Unexpected, "De tafel schat de kans", "unexpected", variant="chance", fixed={"kind": "chance"},
        numbers={"chance": (0, 100)}, **reach,
    )  # fmt: skip
    for kind in ("park", "out_of_role", "paper"):
        offers.add(
            c.Unexpected, facilitation.UNEXPECTED[kind], "unexpected", variant=kind, fixed={"kind": kind}, **text
        )


NUMBERS = {2: "twee", 3: "drie"}


def _debrief(offers: Offers) -> None:
    state = offers.state
    standing = {id_: state.happened[id_].title for id_ in chains.to_judge(state)}
    count = choosing.enough(state)
    if offers.fits(c.ChooseConsequences) and count:
        words = f"Kies {'één gevolg' if count == 1 else f'{NUMBERS[count]} gevolgen'} om samen te beoordelen"
        offers.add(
            c.ChooseConsequences, words, "debrief", choices={"consequences": standing}, many=("consequences",), exact=count
        )  # fmt: skip
    if offers.fits(c.Reveal) and not state.revealed:
        offers.add(c.Reveal, "Onthul alles", "debrief", variant="reveal", danger=True)
