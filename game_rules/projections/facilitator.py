"""What only the facilitator sees: injects, roster, the check before the start, the plan of the evening."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from ..conditions import holds
from ..rules import acts, ballots, choosing
from ..rules.chains import to_judge
from ..rules.clock import MINUTE, following, planned, round_, step_label, unready
from ..rules.debrief import seated
from ..rules.facilitation import rubric_round
from ..rules.injects import due_time
from ..rules.seats import waiting
from ..turn import at_table, game_time, may_be_played
from ..vocabulary.casus import ByChance, Inject, OnCondition
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import ClockState, InjectState
from ..vocabulary.views import FacilitatorCard, InjectLine, MarkLine, PlanLine, ReadyCheck, RosterLine, RubricLine
from .ending import last_words
from .load import idle_since, load
from .progress import progress, proposed
from .werkwijzen import choosable


def facilitator_card(state: GameState) -> FacilitatorCard:
    """Everything for the console."""
    label, effect = next_step(state)
    plan = tuple(_plan(state))
    people, busy = seated(state), load(state)
    return FacilitatorCard(
        next_label=label,
        next_effect=effect,
        undo_label=state.undo.what if state.undo and not state.undo.too_late else "",
        can_start=not unready(state),
        ready=_ready(state),
        waiting=dict.fromkeys(waiting(state), ""),
        injects=_injects(state),
        awaited=busy.awaited,
        roster={
            id_: _roster(state, order, id_, busy.offers.get(id_, 0))
            for order, id_ in enumerate(state.seats)
            if at_table(state, id_)
        },
        rubric=_rubric(state),
        marks=_marks(state),
        stock={id_: found.label for id_, found in state.casus.stock.items()},
        drops=_drops(state, plan),
        rest_minutes=sum(minutes for _, _, minutes in plan),
        evening_ends_at=_evening_end(state),
        plan={key: PlanLine(order=i, label=text, minutes=minutes) for i, (key, text, minutes) in enumerate(plan)},
        moments=_moments(state),
        hidden={what: rule.text for what, rule in acts.hidden(state)},
        handed_in=sum(1 for p in people if p in state.handvatten),
        to_hand_in=len(people),
        notes_in=sum(1 for p in people if p in state.silent_notes),
        progress=progress(state),
        proposed=proposed(state),
        werkwijzen=choosable(state),
    )


def past_card(state: GameState) -> FacilitatorCard:
    """What of the console is looked back at: the injects and the bookmarks."""
    return FacilitatorCard(injects=_injects(state), marks=_marks(state))


def _injects(state: GameState) -> dict[str, InjectLine]:
    return {id_: _inject(state, order, id_) for order, id_ in enumerate(state.injects)}


def next_step(state: GameState) -> tuple[str, str]:
    """The label of the one primary button, and what pressing it will do."""
    if state.clock.stage == "closed":
        return "", ""
    nxt = following(state)
    return f"Naar: {step_label(state, nxt)}", _effect(state, nxt)


def _effect(state: GameState, nxt: ClockState) -> str:
    if nxt.stage == "briefing":
        return "Iedereen krijgt zijn rol, doel en kaarten te zien."
    if nxt.stage == "round" and nxt.step == "read":
        return f"Ronde “{round_(state, nxt.round).title}” begint. Nieuwe kaarten en gebeurtenissen verschijnen."
    if nxt.stage == "round" and nxt.step == "consequences":
        return _closing(state)
    if nxt.stage == "epilogue":
        return "Alle uitgestelde gevolgen vallen. Iedereen leest de krant van een jaar later."
    return {
        "talk": "Spelers praten. Delen, vragen en toezeggen kan.",
        "act": "Spelers nemen besluiten en stemmen.",
        "meal": "De klok telt de maaltijd af. Praten, delen en toezeggen kan.",
        "note": "Iedereen schrijft in stilte, zonder cijfers.",
        "guess": "Iedereen raadt wat er achter één gevolg zat. Daarna onthul jij alles.",
        "judge": _to_judge(state),
        "again": "Iedereen kiest één besluit dat hij of zij nu anders zou nemen.",
        "handvat": "Iedereen weegt de cijfers opnieuw en schrijft op wat hij of zij maandag doet.",
        "closed": last_words(state),
    }.get(nxt.step or nxt.stage, "")


def _to_judge(state: GameState) -> str:
    count = len(state.chosen) or choosing.enough(state)
    words = f"De cijfers gaan open. Iedereen beoordeelt {count} gevolg{'en' if count != 1 else ''}."
    if not count:
        words = "Er is geen gevolg dat iedereen mag kennen. Praat over wat jullie opviel."
    return words if state.revealed else f"Nog niet onthuld. Dat hoort bij deze stap: zo ziet iedereen de keten. {words}"


def _closing(state: GameState) -> str:
    open_ = [now for now in state.decisions.values() if now.status != "decided" and now.round == state.clock.round]
    waiting = [
        id_
        for id_, inject in state.casus.injects.items()
        if getattr(inject.fires, "round", "") == state.clock.round and state.injects[id_].status in ("waiting", "held")
    ]
    words = ["De gevolgen van deze ronde vallen en de cijfers gaan open."]
    if open_:
        words.append(f"{len(open_)} open besluit{'en' if len(open_) > 1 else ''}: niemand besloot, dat heeft gevolgen.")
    if waiting:
        words.append(
            f"{len(waiting)} gebeurtenis{'sen' if len(waiting) > 1 else ''} van deze ronde {'vervallen' if len(waiting) > 1 else 'vervalt'}."
        )
    return " ".join(words)


def _ready(state: GameState) -> dict[str, ReadyCheck]:
    """*Startklaar*: one line per seat that could be played."""
    checks = {}
    for order, (id_, seat) in enumerate(state.casus.seats.items()):
        if not may_be_played(state, id_):
            continue
        played = state.seats[id_].played
        status = "ok" if played else "missing" if seat.essential else "optional"
        words = (
            "bezet"
            if played
            else "onmisbaar, nog leeg"
            if seat.essential
            else "leeg; de casus zegt hoe deze zetel stemt"
        )
        checks[id_] = ReadyCheck(order=order, text=f"{seat.label}: {words}", state=status, seat=id_)  # type: ignore[arg-type]
    return checks


def _inject(state: GameState, order: int, id_: str) -> InjectLine:
    now, inject = state.injects[id_], state.casus.injects.get(id_)
    if inject is None:
        return _improvised(state, order, now)
    due, clock, fires = due_time(state, inject), state.clock, inject.fires
    return InjectLine(
        order=order,
        title=now.title or inject.title,
        text=now.text or inject.text,
        kind=str(fires.__struct_config__.tag),
        look=inject.look,
        source=inject.source,
        status=now.status,
        to=inject.to if now.to is None else now.to,
        round=getattr(fires, "round", "")
        or (fires.rounds[0] if isinstance(fires, OnCondition) and fires.rounds else ""),
        minute=getattr(fires, "minute", 0),
        due_at=clock.since + due - clock.elapsed
        if due is not None and clock.running and now.status == "waiting"
        else 0,
        chance=round(fires.chance * 100) if isinstance(fires, ByChance) else 0,
        condition=_condition(inject, state),
        expected=inject.expected,
        why=now.why,
        fired_at=now.at,
    )


def _improvised(state: GameState, order: int, now: InjectState) -> InjectLine:
    told = state.feed.get(f"e{now.version}")
    return InjectLine(
        order=order, title=now.title, text=now.text, kind="improvised", look="bericht", source="Spelleider",
        status=now.status, to=now.to or (), why=now.why, fired_at=now.at,
        round=told.round if told else "",
    )  # fmt: skip


def _condition(inject: Inject, state: GameState) -> str:
    if not isinstance(inject.fires, OnCondition):
        return ""
    return "Voorwaarde vervuld" if holds(state, inject.fires.when) else "Wacht op een voorwaarde"


def _roster(state: GameState, order: int, id_: str, offers: int) -> RosterLine:
    seat, now = state.casus.seats[id_], state.seats[id_]
    held = [card for card in state.cards.values() if card.holder == id_]
    return RosterLine(
        order=order,
        last_act=now.last_act,
        cards_held=len(held),
        cards_shared=sum(1 for card in held if len(card.known) > 1),
        open_todos=_open(state, id_),
        stands={} if now.played else _stands(state, id_),
        goal=seat.goal,
        goal_reached=seat.goal_reached is not None and holds(state, seat.goal_reached),
        idle_since=idle_since(state, id_),
        offers=offers,
    )


def _open(state: GameState, seat: str) -> int:
    """Decisions that wait for this seat."""
    count = 0
    for id_, now in state.decisions.items():
        rules = ballots.definition(state, id_)
        if now.status == "voting":
            count += seat in ballots.missing(state, id_)
        elif now.status == "asked":
            count += seat == rules.by
    return count


def _stands(state: GameState, seat: str) -> dict[str, str]:
    """How an unplayed member would vote on what is open, in words."""
    found = {}
    for id_, now in state.decisions.items():
        rules = ballots.definition(state, id_)
        organ = state.casus.organs.get(rules.by)
        if organ and seat in organ.members and now.status != "decided":
            wanted = [rules.options[o].text for o in ballots.supports(state, seat, id_) if o in rules.options]
            found[id_] = f"{rules.question} Voor: {'; '.join(wanted) if wanted else 'niets'}"
    return found


def _rubric(state: GameState) -> dict[str, RubricLine]:
    lines = {}
    for order, (id_, criterion) in enumerate(state.casus.rubric.items()):
        scores = [s for s in state.scores.values() if s.criterion == id_ and s.round == rubric_round(state)]
        last = scores[-1] if scores else None
        lines[id_] = RubricLine(
            order=order, label=criterion.label, levels=criterion.levels, score=last.level if last else -1,
            note=last.note if last else "",
        )  # fmt: skip
    return lines


def _marks(state: GameState) -> dict[str, MarkLine]:
    marks = {f"b{m.version}": MarkLine(order=m.version, at=m.at, text=m.text, by=m.by) for m in state.marks}
    parked = {
        id_: MarkLine(order=p.version, at=0, text=p.text, kind=p.kind)
        for id_, p in state.parked.items()
        if p.kind == "park"
    }
    return {**marks, **parked}


def _drops(state: GameState, plan: tuple[tuple[str, str, int], ...]) -> tuple[str, ...]:
    """The rounds that no longer fit in the evening when the debrief keeps its time, as at the last event."""
    if not state.begun_at or state.clock.stage not in ("briefing", "round", "meal"):
        return ()
    guarded = sum(minutes for key, _, minutes in plan if key == "epilogue" or key.startswith("debrief"))
    room = (_evening_end(state) - state.at - _rest_of_step(state)) / MINUTE - guarded
    late = []
    for key, _, minutes in plan:
        room -= 0 if key == "epilogue" or key.startswith("debrief") else minutes
        if room < 0 and key.endswith(".consequences"):
            late.append(round_(state, key.split(".")[0]).title)
    return tuple(late)


def _rest_of_step(state: GameState) -> int:
    return max(0, state.clock.ends - game_time(state, state.at))


def _plan(state: GameState) -> Iterator[tuple[str, str, int]]:
    """What is still planned after this step, with minutes."""
    walk = state
    while walk.clock.stage != "closed":
        walk = replace(walk, clock=following(walk))
        minutes = planned(walk, walk.clock)
        if minutes:
            yield walk.clock.key, step_label(walk, walk.clock), round(minutes)


def _evening_end(state: GameState) -> int:
    duration = state.casus.editions[state.edition].duration
    return state.begun_at + duration * MINUTE if state.begun_at else 0


def _moments(state: GameState) -> dict[str, str]:
    """Consequences to choose three from, the far-reaching and many-caused first."""
    standing = [(id_, state.happened[id_]) for id_ in to_judge(state)]
    ranked = sorted(
        standing, key=lambda pair: (-pair[1].ring, -sum(map(abs, pair[1].shifts.values())), pair[1].version)
    )
    return {id_: h.title for id_, h in ranked}
