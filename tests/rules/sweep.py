"""Looking through every pair of eyes at every moment of a few games: what is ever offered, what is ever filled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from game_rules import engine
from game_rules.projections import project
from game_rules.turn import may_be_played
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.state import GameState
from game_rules.vocabulary.views import Allowed, View
from tests.forks import forked
from tests.play import MINUTE, Game
from tests.rules.evening import whole_evening
from tests.rules.story import HELPER, changed, early_choice, even_raad, put, table, third_fractie, vote
from tests.rules.werkwijze_story import STALL, TALK, agreed, answer_all, reach, two_rounds


class Found(msgspec.Struct):
    """What was seen: offers by command, and per type of a view the fields that were ever filled."""

    offered: dict[str, Allowed]
    groups: set[str]
    filled: dict[str, set[str]]


def games() -> dict[str, Game]:
    """A few games in which together everything happens that can happen, and shows."""
    return {
        "evening": whole_evening(),
        "rare_things": _rare_things(),
        "short_table": _short_table(),
        "short_evening": _short_evening(),
        "no_quorum": _no_quorum(),
        "who_falls": _who_falls(),
        "at_a_distance": _at_a_distance(),
        "on_paper": _on_paper(),
        "village_talk": _village_talk(),
        "stopped_halfway": _stopped_halfway(),
        "goes_on": _goes_on(),
    }


@cache
def everything() -> Found:
    """Every moment of these games, as every audience sees it."""
    found = Found(offered={}, groups=set(), filled={})
    for game in games().values():
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
        if may_be_played(state, id_):
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
        for name, empty in _defaults(type(value)).items():
            inner = getattr(value, name)
            if inner != empty:
                filled.add(name)
            _fields(found, inner)
    elif isinstance(value, dict | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            _fields(found, inner)


@cache
def _defaults(card: type[msgspec.Struct]) -> dict[str, Any]:
    """Per field what it holds when nobody filled it; a required field is always filled."""
    return {field.name: _default(field) for field in msgspec.structs.fields(card)}


def _default(field: msgspec.structs.FieldInfo) -> Any:
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


def _village_talk() -> Game:
    """A werkwijze that is changed once, carried out late and in part, and judged."""
    game = Game(two_rounds())
    game.sit_all()
    game.lead(c.ChooseWerkwijze(werkwijze=STALL))
    game.lead(c.ChooseWerkwijze(werkwijze=TALK))
    game.step("r1.talk")
    game.play("griffier", reach("uitnodigen", "Alle huizen bij de brug."))
    game.step("r2.talk")
    game.do(HELPER, reach("loten"))
    answer_all(game, "partly")
    game.step("epilogue")
    return game


def _goes_on() -> Game:
    """A table that goes on from another one, where one thing differs."""
    game = table("r2.act")
    fork = forked(game, len(game.log))
    fork.lead(c.Differ(kind="decision", id="brug", option="dicht"))
    return fork


def _stopped_halfway() -> Game:
    """The burgemeester stops what was agreed; before that nobody could vote."""
    game = agreed("r2.act")
    game.play("burgemeester", c.StopWerkwijze(werkwijze=TALK, reason="De tent lekt."))
    game.step("r2.consequences")
    return game


def _short_table() -> Game:
    """Two seats that nobody plays, on a long way round, up to the debrief."""
    game = Game(changed())
    three = ("burgemeester", "griffier", "lokaal")
    for seat in three:
        game.do(Actor(kind="player", participant=f"p-{seat}"), c.Arrive(profession="griffier"))
    game.sit(**{seat: f"p-{seat}" for seat in three})
    game.step("briefing")
    for seat in three:
        game.play(seat, c.Weigh(moment="before", weights={"vertrouwen": 3, "rust": 3}))
    game.step("r1.act")
    game.play("burgemeester", c.PutToVote(decision="onderzoek", option="snel"))
    game.play("burgemeester", c.RequestVote(decision="onderzoek"))
    vote(game, "onderzoek", burgemeester=(1, 0))
    game.lead(c.CloseVote(decision="onderzoek"))
    game.step("debrief.guess")
    for seat in three:
        game.play(seat, c.GuessCause(answer="hidden"))
    game.lead(c.Reveal())
    game.step("debrief.judge")
    for seat in three:
        verdict = c.JudgeConsequence(
            consequence=game.state.chosen[0], as_role=2, as_person=4, reason="Zuur.", practice="partly"
        )
        game.play(seat, verdict)
    game.step("debrief.again")
    for seat in three:
        game.play(seat, c.ChooseAgain(decision="onderzoek", option="grondig", why="Dan wist je het."))
    game.step("debrief.handvat")
    for seat in three:
        game.play(seat, c.Weigh(moment="after", weights={"vertrouwen": 4, "rust": 2}))
    game.play("lokaal", c.WriteHandvat(whom="de wethouder", what="uitleg", before="vrijdag", moment=9))
    return game


def _nothing_comes_out(casus: dict[str, Any]) -> None:
    casus["acts"]["fluisteren"]["comes_out"]["chance"] = 0
    casus["consequences"]["voorsprong"]["chance"] = 0


def _short_evening() -> Game:
    """The short edition, with people who come and go, and injects that are changed and taken back."""
    game = table("r2.talk", changed(_nothing_comes_out, third_fractie), edition="avond", seed="kort")
    game.do(Actor(kind="player", participant="laat"), c.Arrive())
    game.lead(c.AssignSeat(seat="groen", participant="laat", shadow=True))
    game.lead(c.Depart(participant="laat"))
    game.lead(c.SetStand(seat="dorp", decision="brug", supports=("open",)))
    game.lead(c.EditInject(inject="storm", title="Harde wind", text="Het waait hard."))
    game.lead(c.HoldInject(inject="storm"))
    game.lead(c.ReleaseInject(inject="storm"))
    game.lead(c.FireInject(inject="storm"))
    game.lead(c.RetractInject(inject="storm", reason="De wind ging liggen."))
    game.play("lokaal", c.HandOverCard(card="belofte", to="groen"))
    game.play("wethouder", c.PerformAct(act="fluisteren", target="groen"))
    game.play("lokaal", c.Propose(kind="ordevoorstel", text="Laat ons eerst eten."))
    game.play("lokaal", c.WithdrawProposal(proposal=next(iter(game.state.proposals))))
    _practice_is_asked(game)
    game.step("closed")
    return game


def _practice_is_asked(game: Game) -> None:
    """After the reveal three people say of a consequence and its causes whether it fits their practice."""
    game.step("debrief.guess")
    game.lead(c.Reveal())
    game.step("debrief.judge")
    for seat in ("burgemeester", "griffier", "lokaal"):
        offer = game.sees(seat).allowed["confirm_cause"]
        one = next(iter(offer.choices["consequence"]))
        game.play(seat, c.ConfirmCause(consequence=one, answer="partly", note="Bij ons duurt het langer."))


def _who_falls() -> Game:
    """Two people step down, one as successor and one in a vervolgrol; a latecomer sits beside somebody and takes over."""
    game = table("r1.talk")
    game.play("wethouder", c.SpeakWith(seats=("groen",)), later=2 * MINUTE)
    game.play("lokaal", c.MakePromise(to="groen", text="Ik vraag het na."))
    game.play("lokaal", c.Resign(reason="Ik ben te moe.", onward="opvolger"))
    game.play("wethouder", c.Resign(reason="Ik zei te weinig.", onward="krant"))
    game.do(Actor(kind="player", participant="laat"), c.Arrive())
    game.lead(c.AssignSeat(seat="groen", participant="laat", shadow=True))
    game.lead(c.TakeOver(seat="groen", next_round=True))
    game.step("r2.talk")
    game.play("krant", c.LeaveSeat())
    game.sit(krant="p-wethouder", wethouder="nieuw")
    return game


def _no_quorum() -> Game:
    """Too few members in the first round: the raad meets a second time."""
    game = table("r1.act", changed(early_choice))
    game.lead(c.SetAttendance(seat="lokaal", present=False))
    game.step("r2.act")
    put(game)
    vote(game, groen=(4, 0))
    game.lead(c.CloseVote(decision="brug"))
    game.step("closed")
    return game


def _at_a_distance() -> Game:
    """People who sit at home, and talk in channels."""
    game = table()
    game.lead(c.Settle(read_private=False, talk="afstand"))
    game.step("r1.talk")
    game.play("lokaal", c.Say(channel="tafel", text="Horen jullie mij?"))
    return game


def _on_paper() -> Game:
    """The wifi fails in the second round."""
    game = table("r2.act")
    game.lead(c.Unexpected(kind="paper"))
    game.lead(c.EnterDecision(decision="brug", option="dicht", votes=c.Votes(for_=5, against=4)))
    game.lead(c.EnterAct(act="meten", by="wethouder"))
    return game
