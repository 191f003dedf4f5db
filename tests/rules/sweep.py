"""Looking through every pair of eyes at every moment of a few games: what is ever offered, what is ever filled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from game_rules import engine
from game_rules.projections import project
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.state import GameState
from game_rules.vocabulary.views import Allowed, View
from tests.play import MINUTE, Game
from tests.rules.evening import whole_evening
from tests.rules.story import changed, even_raad, put, table, vote


class Found(msgspec.Struct):
    """What was seen: offers by command, and per type of a view the fields that were ever filled."""

    offered: dict[str, Allowed]
    groups: set[str]
    filled: dict[str, set[str]]


@cache
def everything() -> Found:
    """Every moment of these games, as every audience sees it."""
    found = Found(offered={}, groups=set(), filled={})
    for game in (whole_evening(), _rare_things(), _short_table()):
        for view in _views(game):
            _note(found, view)
    return found


def _views(game: Game) -> Iterator[View]:
    state = engine.start(game.content, game.log[0])
    for before, record in zip(game.log, game.log[1:], strict=False):
        if record.command != before.command:
            yield from _seen(state)
        state = engine.evolve(state, record)
    yield from _seen(state)


def _seen(state: GameState) -> Iterator[View]:
    for audience in _audiences(state):
        yield project(state, audience).view


def _audiences(state: GameState) -> Iterator[Audience]:
    for id_, seat in state.seats.items():
        if state.casus.seats[id_].playable:
            yield Audience(kind="seat", seat=id_, participant=seat.holder)
        if seat.shadow:
            yield Audience(kind="seat", seat=id_, participant=seat.shadow)
    yield Audience(kind="facilitator", participant="f1")
    yield Audience(kind="observer", participant="o1")
    yield Audience(kind="waiting", participant="w1")
    yield Audience(kind="screen")
    yield Audience(kind="mirror", seat="groen")


def _note(found: Found, view: View) -> None:
    for offer in view.allowed.values():
        found.offered[offer.command] = offer
        found.groups.add(offer.group)
    _fields(found, view)


def _fields(found: Found, value: Any) -> None:
    if isinstance(value, msgspec.Struct):
        filled = found.filled.setdefault(type(value).__name__, set())
        for field in msgspec.structs.fields(value):
            inner = getattr(value, field.name)
            if field.required or (inner != field.default and inner != _empty(field)):
                filled.add(field.name)
            _fields(found, inner)
    elif isinstance(value, dict | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            _fields(found, inner)


def _empty(field: msgspec.structs.FieldInfo) -> Any:
    return field.default_factory() if callable(field.default_factory) else field.default


def _asks_for_words(casus: dict[str, Any]) -> None:
    casus["acts"]["meten"]["text_asked"] = "Waarom laat je meten?"


def _rare_things() -> Game:
    """What the evening does not show."""
    game = table(content=changed(even_raad, _asks_for_words))
    game.do(Actor(kind="player", participant="w1"), c.Arrive())
    game.do(Actor(kind="player", participant="duo"), c.TakeSeat(seat="lokaal", shadow=True))
    game.step("r1.talk")
    _talk(game)
    _tie_in_the_college(game)
    game.step("r2.talk")
    game.lead(c.FireInject(inject="storm"), later=150 * MINUTE)
    game.play("griffier", c.PlaceOnAgenda(item="voorzitter"))
    game.step("r2.act")
    _decide(game)
    game.step("r2.consequences")
    for seat in ("burgemeester", "griffier", "wethouder", "lokaal", "groen"):
        game.play(seat, c.GivePulse(role=3, knew=3, mattered=3))
    game.do(Actor(kind="player", participant="p-lokaal"), c.GivePulse(role=3, knew=3, mattered=3))
    game.lead(c.ScoreRubric(criterion="samenwerking", level=2, note="Dat ging goed."))
    return game


def _talk(game: Game) -> None:
    game.lead(c.HoldInject(inject="scheur"))
    game.play("lokaal", c.TakeOver(seat="lokaal"))
    game.lead(c.Unexpected(kind="park", text="Wie betaalt de brug?"))
    game.lead(c.Resume())
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.play("wethouder", c.PerformAct(act="meten", text="Omdat de scheur groeit."))
    game.play("lokaal", c.MakeMove(text="Ik bel de bakker.", reason="Hij weet alles."))
    game.play("groen", c.ArgueMove(move=next(iter(game.state.moves)), side="for", text="Dat klopt."))
    game.lead(c.Extend(seconds=300))
    game.lead(c.CloseScreens(closed=True))
    game.lead(c.Unexpected(kind="happens", stock="klacht"))
    game.lead(c.Undo())
    game.step("r1.act")


def _tie_in_the_college(game: Game) -> None:
    game.lead(c.SetAttendance(seat="wethouder_2", present=False))
    put(game, "onderzoek", "snel")
    vote(game, "onderzoek", burgemeester=(1, 0), wethouder=(0, 1))
    game.play("burgemeester", c.CloseVote(decision="onderzoek"))


def _decide(game: Game) -> None:
    game.play("groen", c.DeclareInterest(decision="voorzitter", reason="Ik ben kandidaat."))
    put(game, option="dicht")
    vote(game, lokaal=(4, 0), groen=(0, 4))
    game.lead(c.CloseVote(decision="brug"))
    game.lead(c.PutToVote(decision="brug", option="open"))
    game.lead(c.Hammer(decision="brug"))
    game.lead(c.Undo())
    put(game, "voorzitter", "stembriefje")
    game.play("lokaal", c.CastBallot(decision="voorzitter", option="lid_groen"))


def _short_table() -> Game:
    """Two seats that nobody plays, on a long way round, up to the debrief."""
    game = Game(changed())
    game.sit(burgemeester="p-burgemeester", griffier="p-griffier", lokaal="p-lokaal")
    game.step("r1.act")
    game.play("burgemeester", c.PutToVote(decision="onderzoek", option="snel"))
    game.play("burgemeester", c.RequestVote(decision="onderzoek"))
    vote(game, "onderzoek", burgemeester=(1, 0))
    game.lead(c.CloseVote(decision="onderzoek"))
    game.step("debrief.judge")
    game.play("lokaal", c.JudgeConsequence(consequence=game.state.chosen[0], as_role=2, as_person=4, reason="Zuur."))
    game.lead(c.Reveal())
    game.step("debrief.handvat")
    game.play("lokaal", c.WriteHandvat(whom="de wethouder", what="uitleg", before="vrijdag", moment=9))
    return game
