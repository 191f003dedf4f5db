"""One whole evening around the bridge of Kreekdam, as a script: who does what, step by step."""

from __future__ import annotations

from collections.abc import Mapping

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.commands import Votes
from tests.play import CLOCK, MINUTE, Game
from tests.rules.story import HELPER, OBSERVER
from tests.small import small_content


def whole_evening() -> Game:
    """The evening from the lobby to the closed door."""
    game = Game(small_content(), "dagdeel", seed="avondje")
    for part in (_welcome, _first_round, _meal, _second_round, _deciding, _debrief):
        part(game)
    return game


def _welcome(game: Game) -> None:
    game.lead(c.Settle(read_private=True))
    game.sit(burgemeester="anna", griffier="bram", wethouder="carla", lokaal="daan")
    game.lead(c.SetPlayer(seat="groen", player="computer"))
    game.step("briefing")
    game.play("lokaal", c.Weigh(moment="before", weights={"vertrouwen": 5, "rust": 2}))
    game.play("lokaal", c.MarkReady())


def _first_round(game: Game) -> None:
    game.step("r1.talk")
    game.do(CLOCK, c.Wake(), later=4 * MINUTE)
    game.play("burgemeester", c.OrderSpeakers(seats=("groen", "lokaal")))
    game.play("groen", c.AskFormally(question="wist_u"))
    game.play("wethouder", c.AnswerFormally(question=_last(game.state.questions), answer="part"))
    game.play("wethouder", c.PerformAct(act="fluisteren", target="lokaal"))
    game.play("griffier", c.GiveAdvice(text="Vraag het college om het rapport aan de hele raad te geven."))
    game.play(
        "burgemeester", c.AnswerAdvice(advice=_last(game.state.advice), followed=False, reason="Dat is te vroeg.")
    )
    game.play("lokaal", c.Propose(kind="motie", text="De brug krijgt een lamp."))
    game.play("griffier", c.PlaceOnAgenda(item=_last(game.state.proposals)))
    game.step("r1.act")
    game.play("burgemeester", c.PutToVote(decision="onderzoek", option="snel"))
    game.play("wethouder", c.RequestVote(decision="onderzoek"))
    game.play("griffier", _spoken("onderzoek", "burgemeester", 1, 0))
    game.play("griffier", _spoken("onderzoek", "wethouder", 0, 1))
    game.play("burgemeester", c.CloseVote(decision="onderzoek"))
    game.play("burgemeester", c.PutToVote(decision="onderzoek", option="grondig"))
    game.play("burgemeester", c.Hammer(decision="onderzoek"))
    motie = _last(game.state.proposals)
    game.play("burgemeester", c.PutToVote(decision=motie, option="aannemen"))
    game.play("burgemeester", c.Hammer(decision=motie))
    game.lead(c.Adjudicate(move=_last(game.state.moves), outcome="yes", reason="De lamp hangt.", shifts={"rust": 2}))
    game.play("wethouder", c.TickCard(card="rapport"))
    game.step("r1.consequences")


def _meal(game: Game) -> None:
    game.step("meal.r1")
    game.play("lokaal", c.SendNote(to="burgemeester", text="Ik weet iets over de brug."))
    game.play("burgemeester", c.SpeakWith(seats=("lokaal",)))
    game.play("lokaal", c.TellCard(card="belofte", to=("burgemeester",)))


def _second_round(game: Game) -> None:
    game.step("r2.talk")
    game.lead(c.Override(indicator="vertrouwen", shift=-10, reason="De tafel vindt dat dit pijn doet."))
    game.lead(c.Undo())
    game.play("wethouder", c.MakePromise(to="groen", promise="elke_week"))
    game.play("wethouder", c.SpeakUp(hearing="aan_het_woord", text="Kies voordat het gaat vriezen."))
    game.play("groen", c.AnswerSpeech(speech=_last(game.state.speeches), takes_up="partly", reason="Veilig gaat voor."))
    game.play("burgemeester", c.PerformAct(act="meestemmen"))
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    game.lead(c.Pause(reason="Koffie"))
    game.lead(c.Resume(), later=5 * MINUTE)
    game.do(CLOCK, c.Wake(), later=3 * MINUTE)
    game.lead(c.Improvise(title="Een zwaan op de brug", text="Iedereen kijkt naar buiten.", look="melding"))
    game.do(HELPER, c.Bookmark(text="Hier viel het stil"))
    game.play("groen", c.Propose(kind="amendement", text="Alleen 's nachts dicht.", decision="brug"))
    for item in (_last(game.state.proposals), "bericht"):
        game.play("griffier", c.PlaceOnAgenda(item=item))
    game.lead(c.PlaceOnAgenda(item="voorzitter"))
    game.do(CLOCK, c.Wake(), later=MINUTE)


def _deciding(game: Game) -> None:
    game.step("r2.act")
    amendement = _last(game.state.proposals)
    game.play("burgemeester", c.PutToVote(decision=amendement, option="aannemen"))
    game.play("lokaal", c.RequestVote(decision=amendement))
    game.play("lokaal", c.CastVote(decision=amendement, votes=Votes(against=5)))
    game.play("groen", c.CastVote(decision=amendement, votes=Votes(for_=4)))
    game.play("burgemeester", c.CloseVote(decision=amendement))
    game.play("burgemeester", c.PutToVote(decision="brug", option="dicht"))
    game.play("lokaal", c.RequestVote(decision="brug"))
    game.play("lokaal", c.CastVote(decision="brug", votes=Votes(for_=2, against=3)))
    game.play("griffier", _spoken("brug", "groen", 4, 0))
    game.play("burgemeester", c.CloseVote(decision="brug"))
    game.play("lokaal", c.ExplainVote(decision="brug", text="Twee van ons zijn bang voor de brug."))
    game.play("burgemeester", c.Decide(decision="bericht", option="kort", reason="Eerst wil ik alles weten."))
    game.play("groen", c.DeclareInterest(decision="voorzitter", reason="Ik ben zelf kandidaat."))
    game.play("burgemeester", c.PutToVote(decision="voorzitter", option="stembriefje"))
    game.play("lokaal", c.CastBallot(decision="voorzitter", option="lid_groen"))
    game.play("burgemeester", c.CloseVote(decision="voorzitter"))
    game.step("r2.consequences")
    game.play("lokaal", c.GivePulse(role=4, knew=2, mattered=5))
    game.do(OBSERVER, c.ScoreRubric(criterion="samenwerking", level=2))
    game.lead(c.BringOut(act=_last(game.state.questions)))


def _debrief(game: Game) -> None:
    game.step("debrief.note")
    game.play("lokaal", c.WriteSilentNote(text="Ik had het moeten zeggen."))
    game.step("debrief.guess")
    game.play("lokaal", c.GuessCause(answer="hidden"))
    game.lead(c.Reveal())
    game.step("debrief.judge")
    game.play("lokaal", c.JudgeConsequence(consequence=game.state.chosen[0], as_role=2, as_person=4, practice="yes"))
    game.play("groen", c.JudgePromise(promise=_last(game.state.promises), kept=True))
    game.step("debrief.again")
    game.play("lokaal", c.ChooseAgain(decision="brug", option=_other(game), why="Dan wist ik meer."))
    game.step("debrief.handvat")
    game.play("lokaal", c.Weigh(moment="after", weights={"vertrouwen": 5, "rust": 4}))
    game.play("lokaal", c.WriteHandvat(whom="de wethouder", what="het rapport", before="vrijdag", moment=40))
    game.step("closed")


def _other(game: Game) -> str:
    """The option for the bridge that was not taken."""
    result = game.state.decisions["brug"].result
    return "dicht" if result and result.option == "open" else "open"


def _spoken(decision: str, seat: str, in_favour: int, against: int) -> c.RecordVote:
    return c.RecordVote(decision=decision, seat=seat, votes=Votes(for_=in_favour, against=against))


def _last(found: Mapping[str, object]) -> str:
    return list(found)[-1]
