"""No audience ever receives a byte that it may not have: every secret is a marker, and all views are searched for it.

The table of who may see what is written here once more, apart from the projections, on purpose.
"""

from __future__ import annotations

import random
import re
from typing import Any

import msgspec
from hypothesis import given, settings

from game_rules.projections import project
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.commands import Arrive, Command, JudgeConsequence
from game_rules.vocabulary.state import GameState
from game_rules.vocabulary.views import Allowed
from tests import play
from tests.play import Game
from tests.properties import games
from tests.properties.games import random_game, seeds
from tests.small import small_data

MARK = re.compile(r"«([a-z_]+):([^»]+)»")


def marked_content() -> Content:
    """The small casus in which every secret text carries a marker that says what it is."""
    data = small_data()
    casus = data["casus"]
    for id_, seat in casus["seats"].items():
        seat["brief"], seat["goal"] = f"«brief:{id_}»", f"«brief:{id_}» doel"
        seat["tasks"] = dict.fromkeys(seat.get("tasks", {}), f"«brief:{id_}»")
    for id_, card in casus["cards"].items():
        card.update(title=f"«title:{id_}»", text=f"«card:{id_}»", harms=f"«held:{id_}»", expires=f"«held:{id_}»")
        for index, silence in enumerate(card.get("silent", ())):
            silence["title"] = f"«silence:{id_}.{index}»"
    for id_, inject in casus["injects"].items():
        inject.update(title=f"«inject:{id_}»", text=f"«inject:{id_}»", expected=f"«lead:{id_}»")
    for id_, act in casus["acts"].items():
        act["title"] = f"«act:{id_}»"
        act["text"] = f"«act:{id_}»"
        if "comes_out" in act:
            act["comes_out"]["text"] = f"«out:{id_}»"
    for id_, question in casus.get("questions", {}).items():
        question["full_answer"] = f"«answer:{id_}»"
    for id_, consequence in casus["consequences"].items():
        consequence.update(title=f"«consequence:{id_}»", text=f"«consequence:{id_}»", headline=f"«consequence:{id_}»")
    return msgspec.convert(data, Content)


CONTENT = marked_content()


def test_the_marked_casus_holds_secrets_of_every_kind() -> None:
    text = msgspec.json.encode(CONTENT).decode()
    assert {kind for kind, _ in MARK.findall(text)} >= {"brief", "card", "held", "inject", "act", "lead", "consequence"}


def may_see(state: GameState, who: Audience, kind: str, id_: str) -> bool:
    """The table of `who may see what` for one marker."""
    seat = who.seat if who.kind in ("seat", "mirror") else ""
    lead = who.kind in ("facilitator", "overview")
    return _TABLE[kind](state, who, seat, lead, id_)


def _brief(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    reveals_goals = state.revealed and state.clock.stage in ("debrief", "closed")
    return lead or (seat == id_ and state.clock.stage != "lobby") or reveals_goals


def _card(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    held = state.cards.get(id_)
    cause_shown = state.revealed
    return held is not None and (lead or seat in held.known or cause_shown)


def _title(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    """A tafelhulp writes down which card was told, and so knows that there is one."""
    return _card(state, who, seat, lead, id_) or (who.kind == "helper" and id_ in state.cards)


def _held(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    held = state.cards.get(id_)
    return held is not None and (lead or seat == held.holder or state.revealed)


def _silence(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    return _card(state, who, seat, lead, id_.rsplit(".", 1)[0])


def _inject(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    now = state.injects[id_]
    fired = now.status in ("fired", "retracted") or any(i.title == f"«inject:{id_}»" for i in state.feed.values())
    receivers = now.to if now.to is not None else CONTENT.casus.injects[id_].to
    ever = [i.to for i in state.feed.values() if i.kind == "inject" and f"«inject:{id_}»" in i.title + i.text]
    reached = any(not to or seat in to for to in ever)
    return lead or (fired and (not receivers or seat in receivers or reached)) or state.revealed


def _act(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    act = CONTENT.casus.acts[id_]
    done = [d for d in state.acts.values() if d.act == id_]
    entering = who.kind == "helper" and state.on_paper  # a tafelhulp writes down what everybody saw
    public = act.public and act.legality == "legal" and (bool(done) or entering)
    return lead or public or seat in act.by or any(d.out or seat in (d.by, d.target) for d in done) or state.revealed


def _out(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    return lead or any(d.act == id_ and d.out for d in state.acts.values())


def _answer(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    asked = any(q.offer == id_ for q in state.questions.values())
    return asked and (lead or seat == CONTENT.casus.questions[id_].to or state.revealed)


def _consequence(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    happened = [h for h in state.happened.values() if h.id == id_]
    known = any(not h.to or lead or seat in h.to for h in happened) or (bool(happened) and state.revealed)
    return known or (state.revealed and id_ in _assumed(state))


def _assumed(state: GameState) -> set[str]:
    """What the casus assumes of options that somebody would take otherwise: told once everything is open."""
    options = [
        state.casus.decisions[one.decision].options[one.option]
        for one in state.again.values()
        if one.decision in state.casus.decisions
    ]
    direct = {id_ for option in options for id_ in option.consequences}
    return direct | {later for id_ in direct for later in state.casus.consequences[id_].next}


def _note(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    note = state.notes[id_]
    mirrored = who.kind == "mirror" and not state.read_private
    return (seat in (note.by, note.to) and not mirrored) or (lead and state.read_private)


def _message(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    channel = state.messages[id_].channel
    casus, role = CONTENT.casus, CONTENT.casus.seats[seat].role if seat else ""
    organ = casus.organs.get(channel)
    member = organ is not None and seat in (*organ.members, organ.chair)
    attends = (channel, role) in (("raad", "griffier"), ("college", "gemeentesecretaris"))
    triangle = channel == "driehoek" and role in ("burgemeester", "griffier", "gemeentesecretaris")
    inside = bool(seat) and (member or attends or triangle or seat in channel.split(":")[1:])
    leader = who.kind == "mirror" or (bool(seat) and state.seats[seat].player == "facilitator")
    return channel == "tafel" or (inside and (state.read_private or not leader)) or (lead and state.read_private)


def _own(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    return who.participant == id_


def _why(state: GameState, who: Audience, seat: str, lead: bool, id_: str) -> bool:
    """Why somebody would decide otherwise: without a name, after the own choice or when the step is over."""
    return lead or who.kind == "screen" or who.participant in state.again or state.clock.key != "debrief.again"


_TABLE: dict[str, Any] = {
    "brief": _brief,
    "card": _card,
    "title": _title,
    "held": _held,
    "silence": _silence,
    "inject": _inject,
    "lead": lambda state, who, seat, lead, id_: lead,
    "act": _act,
    "out": _out,
    "answer": _answer,
    "consequence": _consequence,
    "note": _note,
    "message": _message,
    "own": _own,
    "why": _why,
}


def search(game: Game) -> None:
    """Every byte of every view, against the table."""
    for who in (*game.audiences(), *game.onlookers()):
        for kind, id_ in set(MARK.findall(msgspec.json.encode(game.see(who)).decode())):
            assert may_see(game.state, who, kind, id_), f"{who.key} sees «{kind}:{id_}» at {game.state.clock.key}"


def search_causes(game: Game) -> None:
    """What led to what, as it goes along in a replay: the same table, and before the reveal no condition, chance or plan."""
    for who in game.audiences():
        traced = project(game.state, who, looking_back=True).view.traced
        for kind, id_ in set(MARK.findall(msgspec.json.encode(traced).decode())):
            assert may_see(game.state, who, kind, id_), f"{who.key} traces «{kind}:{id_}» at {game.state.clock.key}"
        if who.kind != "facilitator" and not game.state.revealed:
            assert not {link.how for card in traced.values() for link in card.causes} & {"condition", "chance"}
            assert not {card.kind for card in traced.values()} & {"plan", "chance"}


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_no_view_holds_a_marker_its_audience_may_not_have(seed: int) -> None:
    random_game(CONTENT, seed, "", 60, search)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_nobody_traces_a_cause_that_is_hidden_from_them(seed: int) -> None:
    game = random_game(CONTENT, seed, "", 60, search_causes)
    games.finish(game)
    search_causes(game)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_briefjes_and_debrief_notes_stay_with_their_people(seed: int) -> None:
    original = play.fill_in

    def fill(offer: Allowed, pick: random.Random, text: str = "") -> Command:
        if offer.command == "send_note":
            return original(offer, pick, f"«note:n{game_of['game'].state.version + 1}»")
        if offer.command in ("write_silent_note", "judge_consequence", "write_handvat", "confirm_cause"):
            return original(offer, pick, f"«own:{game_of['who']}»")
        if offer.command == "choose_again":
            return original(offer, pick, f"«why:{game_of['who']}»")
        return original(offer, pick, "gewone tekst")

    game_of: dict[str, Any] = {}
    pick = random.Random(seed)
    game = game_of["game"] = Game(CONTENT, "", str(seed))
    games.fill_seats(game, pick)
    games.man_essentials(game)
    game.step(pick.choice(("r1.talk", "debrief.note", "debrief.judge", "debrief.again", "debrief.handvat")))
    if game.state.clock.key in ("debrief.judge", "debrief.handvat"):
        game.lead(c.Reveal())
    for _ in range(40):
        who = pick.choice([a for a in game.audiences() if a.kind == "seat"])
        game_of["who"] = who.participant
        mine = ("note", "debrief", "judge", "again", "practice")
        offers = [o for o in game.see(who).allowed.values() if o.group in mine]
        if offers:
            game.do(game.actor(who), fill(pick.choice(offers), pick))
            search(game)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_what_is_said_stays_in_its_channel(seed: int) -> None:
    pick = random.Random(seed)
    game = Game(CONTENT, "", str(seed))
    game.lead(c.Settle(read_private=pick.random() < 0.5, talk="afstand"))
    games.fill_seats(game, pick)
    games.man_essentials(game)
    game.step(pick.choice(("briefing", "r1.talk", "meal.r1", "debrief.note")))
    for _ in range(30):
        who = pick.choice([a for a in game.audiences() if a.kind in ("seat", "mirror")])
        offers = [o for o in game.see(who).allowed.values() if o.group == "say"]
        if offers and not (who.kind == "mirror" and game.state.seats[who.seat].player != "facilitator"):
            mark = f"«message:m{game.state.version + 1}»"
            game.do(game.player(who.seat), play.fill_in(pick.choice(offers), pick, mark))
            search(game)


PEOPLE = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_no_message_tells_what_the_last_one_said_as_a_person(seed: int) -> None:
    """Whoever lays one View beside the next: what people said as themselves comes all at once, or does not change."""
    pick = random.Random(seed)
    game = Game(CONTENT, "", str(seed))
    for seat in PEOPLE:
        game.do(Actor(kind="player", participant=f"p-{seat}"), Arrive(profession=pick.choice(("griffier", "raadslid"))))
    game.sit_all()
    game.step("debrief.judge")
    seen: dict[tuple[str, str], set[tuple[Any, ...]]] = {}
    wishes = [(seat, id_) for seat in PEOPLE for id_ in game.state.chosen if pick.random() < 0.8]
    for seat, id_ in pick.sample(wishes, len(wishes)):
        game.play(seat, _verdict(pick, id_))
        _note_spreads(game, seen)
    game.step("debrief.again")
    _note_spreads(game, seen)
    assert all(len(told) <= 1 for told in seen.values())
    assert all(sum(group) >= 3 for told in seen.values() for groups in told for group in groups)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_no_message_tells_what_the_last_one_said_of_ones_practice(seed: int) -> None:
    pick = random.Random(seed)
    game = Game(CONTENT, "", str(seed))
    game.sit_all()
    game.step("r1.talk")
    for _ in range(pick.randint(1, 4)):
        game.lead(c.Unexpected(kind="happens", stock="klacht"))
    game.step("debrief.guess")
    game.lead(c.Reveal())
    game.step("debrief.judge")
    offer = game.sees(PEOPLE[0]).allowed.get("confirm_cause")
    open_ = list(offer.choices["consequence"]) if offer else []
    seen: dict[tuple[str, str], set[tuple[Any, ...]]] = {}
    wishes = [(seat, id_) for seat in PEOPLE for id_ in open_ if pick.random() < 0.8]
    for seat, id_ in pick.sample(wishes, len(wishes)):
        answer = pick.choice(("yes", "partly", "no"))
        game.play(seat, c.ConfirmCause(consequence=id_, answer=answer))  # type: ignore[arg-type]
        _note_practice(game, seen)
    game.step("closed")
    _note_practice(game, seen)
    assert all(len(told) <= 1 for told in seen.values())
    assert all(sum(counts) >= 3 for told in seen.values() for counts in told)


def _note_practice(game: Game, seen: dict[tuple[str, str], set[tuple[Any, ...]]]) -> None:
    for who in game.audiences():
        debrief = game.see(who).debrief
        for id_, card in (debrief.practice if debrief else {}).items():
            if card.answers:
                seen.setdefault((who.key, id_), set()).add(tuple(card.answers.values()))


def _verdict(pick: random.Random, consequence: str) -> JudgeConsequence:
    return JudgeConsequence(
        consequence=consequence, as_role=3, as_person=pick.randint(1, 5), practice=pick.choice(("yes", "no"))
    )


def _note_spreads(game: Game, seen: dict[tuple[str, str], set[tuple[Any, ...]]]) -> None:
    """What every audience is told now of what people said as themselves."""
    for who in game.audiences():
        debrief = game.see(who).debrief
        for id_, card in (debrief.judge if debrief else {}).items():
            if card.as_person:
                groups = (card.as_person.counts, *card.as_person.per_profession.values())
                seen.setdefault((who.key, id_), set()).add((*groups, tuple(card.practice.values())))


def test_a_running_vote_shows_only_that_it_was_cast() -> None:
    game = Game(CONTENT)
    game.sit_all()
    game.lead(c.Settle(read_private=True))
    decision, rules = next((i, d) for i, d in CONTENT.casus.decisions.items() if d.rule == "raad")
    game.step(f"{rules.round}.act")
    game.play("burgemeester", c.PutToVote(decision=decision, option=next(iter(rules.options))))
    member = CONTENT.casus.organs["raad"].members[0]
    other = CONTENT.casus.organs["raad"].members[1]
    game.play(other, c.RequestVote(decision=decision))
    weight = CONTENT.casus.seats[member].weight
    game.play(member, c.CastVote(decision=decision, votes=c.Votes(for_=weight)))
    for who in game.audiences():
        line = game.see(who).decisions[decision].votes[member]
        own = who.kind == "seat" and who.seat == member
        assert line.cast
        assert line.shown == own
        assert line.votes_for == (weight if own else 0)


def test_a_secret_ballot_never_shows_who_chose_whom() -> None:
    game = Game(CONTENT)
    game.sit_all()
    decision, rules = next((i, d) for i, d in CONTENT.casus.decisions.items() if d.rule == "persons")
    game.step(f"{rules.round}.act" if rules.required else f"{rules.round}.talk")
    if not rules.required:
        game.play("griffier", c.PlaceOnAgenda(item=decision))
        game.step(f"{rules.round}.act")
    game.play("burgemeester", c.PutToVote(decision=decision, option="stembriefje"))
    member = CONTENT.casus.organs["raad"].members[0]
    choice = next(iter(rules.options))
    game.play(member, c.CastBallot(decision=decision, option=choice))
    game.lead(c.CloseVote(decision=decision))
    for who in game.audiences():
        line = game.see(who).decisions[decision].votes[member]
        assert line.option == (choice if who.kind == "seat" and who.seat == member else "")
