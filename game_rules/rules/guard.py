"""Who may wish what, and when: the first gate, as one table. What is asked beyond this stands with the rule itself."""

from __future__ import annotations

from ..turn import Turn
from ..vocabulary import commands as c
from ..vocabulary.base import Fact
from ..vocabulary.reasons import refuse

ALWAYS = ("lobby", "briefing", "round", "meal", "epilogue", "debrief")
BEFORE_END = ("lobby", "briefing", "round", "meal")
PLAY = ("round", "meal")
ROUND = ("round",)
STARTED = ("briefing", "round", "meal", "epilogue", "debrief")
TALKING = ("read", "talk", "act")

SEAT = ("player", "computer", "seat")
LEAD = ("facilitator",)
AID = ("facilitator", "helper")


class Needs(Fact):
    """who: kinds of actor (`seat`: a facilitator who acts for a seat). steps: of a round or the debrief (none: all).

    paused: also while the clock stands still. paper: who aids may do it while the table plays on paper."""

    who: tuple[str, ...]
    stages: tuple[str, ...] = ALWAYS
    steps: tuple[str, ...] = ()
    paused: bool = True
    paper: bool = False


def _play(*steps: str, stages: tuple[str, ...] = ROUND) -> Needs:
    return Needs(who=SEAT, stages=stages, steps=steps, paused=False)


NEEDS: dict[type[c.Command], Needs] = {
    c.Arrive: Needs(who=("player",)),
    c.Depart: Needs(who=LEAD),
    c.TakeSeat: Needs(who=("player",)),
    c.LeaveSeat: Needs(who=("player",)),
    c.AssignSeat: Needs(who=LEAD),
    c.FreeSeat: Needs(who=LEAD),
    c.SetPlayer: Needs(who=LEAD),
    c.TakeOver: Needs(who=("player", "facilitator")),
    c.SetAttendance: Needs(who=LEAD, stages=BEFORE_END),
    c.SetStand: Needs(who=LEAD, stages=BEFORE_END),
    c.Resign: Needs(who=("player", "seat"), stages=PLAY, paused=False),
    c.MarkReady: Needs(who=SEAT, stages=("briefing", "round"), steps=("read",)),
    c.NextStep: Needs(who=LEAD),
    c.Pause: Needs(who=("facilitator", "helper", "clock"), stages=STARTED),
    c.Resume: Needs(who=LEAD, stages=STARTED),
    c.Extend: Needs(who=LEAD, stages=STARTED),
    c.CloseRound: Needs(who=LEAD, stages=ROUND, steps=TALKING),
    c.GoToEpilogue: Needs(who=LEAD, stages=PLAY),
    c.CloseGame: Needs(who=LEAD, stages=("debrief",)),
    c.Undo: Needs(who=LEAD),
    c.Wake: Needs(who=("clock",)),
    c.FireInject: Needs(who=LEAD, stages=PLAY),
    c.HoldInject: Needs(who=LEAD, stages=BEFORE_END),
    c.ReleaseInject: Needs(who=LEAD, stages=BEFORE_END),
    c.SkipInject: Needs(who=LEAD, stages=BEFORE_END),
    c.EditInject: Needs(who=LEAD, stages=BEFORE_END),
    c.Improvise: Needs(who=LEAD, stages=PLAY),
    c.RetractInject: Needs(who=LEAD, stages=PLAY),
    c.ShowCard: _play(stages=PLAY),
    c.TellCard: Needs(who=(*SEAT, "facilitator", "helper"), stages=PLAY, paused=False, paper=True),
    c.HandOverCard: _play(stages=PLAY),
    c.TickCard: _play("act", "consequences"),
    c.SpeakWith: _play(stages=PLAY),
    c.SendNote: _play(stages=PLAY),
    c.Say: Needs(who=SEAT, stages=STARTED),
    c.SpeakUp: _play("talk", "act"),
    c.AnswerSpeech: _play("talk", "act"),
    c.AskFormally: _play(*TALKING),
    c.AnswerFormally: _play(stages=PLAY),
    c.Propose: _play(*TALKING),
    c.WithdrawProposal: _play(*TALKING),
    c.PlaceOnAgenda: Needs(who=(*SEAT, "facilitator"), stages=ROUND, steps=TALKING, paused=False, paper=True),
    c.GiveAdvice: _play(*TALKING),
    c.AnswerAdvice: _play(*TALKING),
    c.OrderSpeakers: _play(*TALKING),
    c.MakePromise: _play(stages=PLAY),
    c.JudgePromise: Needs(who=SEAT, stages=("round", "meal", "epilogue", "debrief")),
    c.PerformAct: _play(*TALKING),
    c.MakeMove: _play(*TALKING),
    c.ArgueMove: _play(*TALKING),
    c.Adjudicate: Needs(who=LEAD, stages=("round", "meal", "epilogue")),
    c.Decide: _play("act"),
    c.PutToVote: Needs(who=(*SEAT, "facilitator"), stages=ROUND, steps=("act",), paused=False),
    c.RequestVote: _play("act"),
    c.Hammer: Needs(who=(*SEAT, "facilitator"), stages=ROUND, steps=("act",), paused=False),
    c.CastVote: _play("act"),
    c.RecordVote: Needs(who=(*SEAT, "facilitator", "helper"), stages=ROUND, steps=("act",), paused=False),
    c.CastBallot: _play("act"),
    c.CloseVote: Needs(who=(*SEAT, "facilitator"), stages=ROUND, steps=("act",), paused=False),
    c.ChooseWerkwijze: Needs(who=LEAD, stages=("lobby", "briefing")),
    c.DropWerkwijze: Needs(who=LEAD, stages=("lobby", "briefing")),
    c.ReachMilestone: Needs(who=(*SEAT, "facilitator", "helper"), stages=PLAY, steps=TALKING, paused=False, paper=True),
    c.AnswerRecommendation: Needs(
        who=(*SEAT, "facilitator", "helper"), stages=PLAY, steps=TALKING, paused=False, paper=True
    ),
    c.Differ: Needs(who=LEAD, stages=BEFORE_END),
    c.StopWerkwijze: Needs(who=(*SEAT, "facilitator"), stages=PLAY, steps=TALKING, paused=False),
    c.DeclareInterest: _play(*TALKING),
    c.ExplainVote: _play("act", "consequences"),
    c.Settle: Needs(who=LEAD, stages=("lobby",)),
    c.Override: Needs(who=LEAD, stages=("round", "meal", "epilogue", "debrief")),
    c.Bookmark: Needs(who=AID, stages=STARTED),
    c.ScoreRubric: Needs(who=("facilitator", "observer"), stages=("round", "meal", "epilogue", "debrief")),
    c.Unexpected: Needs(who=LEAD, stages=("briefing", "round", "meal", "epilogue", "debrief")),
    c.EnterDecision: Needs(who=AID, stages=ROUND, steps=TALKING),
    c.EnterAct: Needs(who=AID, stages=ROUND, steps=TALKING),
    c.EnterPromise: Needs(who=AID, stages=PLAY),
    c.CloseScreens: Needs(who=LEAD),
    c.BringOut: Needs(who=LEAD, stages=("round", "meal", "epilogue")),
    c.GivePulse: Needs(who=("player",), stages=PLAY),
    c.WriteSilentNote: Needs(who=("player",), stages=("debrief",), steps=("note", "guess")),
    c.ChooseConsequences: Needs(who=LEAD, stages=("epilogue", "debrief")),
    c.Weigh: Needs(who=("player",), stages=("briefing", "round", "debrief"), steps=("read", "handvat")),
    c.GuessCause: Needs(who=("player",), stages=("debrief",), steps=("guess",)),
    c.JudgeConsequence: Needs(who=("player",), stages=("debrief",), steps=("judge",)),
    c.ConfirmCause: Needs(who=("player",), stages=("debrief",), steps=("judge", "again", "handvat")),
    c.ChooseAgain: Needs(who=("player",), stages=("debrief",), steps=("again",)),
    c.WriteHandvat: Needs(who=("player",), stages=("debrief",), steps=("handvat",)),
    c.Reveal: Needs(who=LEAD, stages=("debrief",), steps=("guess", "judge", "again", "handvat")),
}

STEP_WORDS = {
    "lobby": "Wachten op de start",
    "briefing": "Je rol lezen",
    "meal": "Maaltijd",
    "epilogue": "Eén jaar later",
    "debrief": "Nabespreking",
    "read": "Lezen",
    "talk": "Praten",
    "act": "Besluiten",
    "consequences": "Gevolgen",
    "note": "Stille notitie",
    "guess": "Keten raden",
    "judge": "Gevolgen beoordelen",
    "again": "Tweede kans",
    "handvat": "Handvat",
    "closed": "Afgesloten",
}


def check(turn: Turn, command: c.Command) -> None:
    """Refuse a command that does not fit the actor, the stage, the step or the standing clock."""
    needs, clock = NEEDS[type(command)], turn.state.clock
    if turn.actor.kind == "computer" and "computer" not in needs.who and "player" in needs.who:
        raise refuse("computer_cannot")
    if _kind(turn) not in needs.who:
        raise refuse("not_for_you")
    if clock.stage == "closed":
        raise refuse("game_closed")
    in_steps = clock.stage not in ("round", "debrief") or not needs.steps or clock.step in needs.steps
    if clock.stage not in needs.stages or not in_steps:
        raise refuse("not_now", step=STEP_WORDS[clock.step or clock.stage])
    if not needs.paused and not clock.running and not _entered(needs, _kind(turn), turn.state.on_paper):
        raise refuse("paused")


def _entered(needs: Needs, kind: str, on_paper: bool) -> bool:
    """Whether it may be entered while the clock stands still, because the table plays on paper."""
    return on_paper and needs.paper and kind in AID


def fits(
    turn_kind: str, command: type[c.Command], stage: str, step: str, running: bool, on_paper: bool = False
) -> bool:
    """The same gate, for a screen that only wants to know what to offer."""
    needs = NEEDS[command]
    moving = needs.paused or running or _entered(needs, turn_kind, on_paper)
    in_steps = stage not in ("round", "debrief") or not needs.steps or step in needs.steps
    return turn_kind in needs.who and stage in needs.stages and in_steps and moving


def _kind(turn: Turn) -> str:
    return "seat" if turn.actor.kind == "facilitator" and turn.actor.seat else turn.actor.kind
