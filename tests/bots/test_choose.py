"""What a bot picks from a View, without a server. See game_rules/bots.py."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from game_rules.bots import choose
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.views import (
    AgainCard,
    Allowed,
    ChainCard,
    ClockCard,
    DebriefCard,
    DecisionCard,
    FacilitatorCard,
    GameCard,
    JudgeCard,
    Me,
    ReadyCheck,
    SeatCard,
    View,
    VoteLine,
    WeighCard,
    WeighLine,
)

GAME = GameCard(
    id="g-1", meeting="m-1", title="Brug", gemeente="Kreekdam", newspaper="Bode", constellation="driehoek",
    edition="avond", summary="", dilemma="",
)  # fmt: skip
LABELS = [f"bot-{number}" for number in range(40)]


def offer(command: str, **fields: Any) -> Allowed:
    return Allowed(order=0, command=command, label="", group="", **fields)


def view(*offers: Allowed, kind: str = "seat", seat: str = "lokaal", **fields: Any) -> View:
    allowed = {f"{one.command}:{one.about}:{number}": one for number, one in enumerate(offers)}
    clock = ClockCard(stage="round", key="r1.act", label="", running=True)
    return View(
        game=GAME, me=Me(kind=kind, seat=seat, participant="p-1", acting=True), clock=clock, allowed=allowed, **fields
    )


def picks(seen: View) -> set[str]:
    """Everything that forty different bots would do."""
    wishes = (choose(seen, label) for label in LABELS)
    return {wish.__struct_config__.tag for wish in wishes if wish is not None}  # type: ignore[misc]


def decision(**lines: VoteLine) -> DecisionCard:
    return DecisionCard(
        order=0, question="", context="", by="raad", by_label="", rule="raad", rule_words="", article="",
        status="voting", round="r1", votes=lines,
    )  # fmt: skip


def test_nothing_offered_is_nothing_done() -> None:
    assert choose(view(), "bot") is None


def test_the_same_view_and_label_give_the_same_wish() -> None:
    seen = view(offer("cast_vote", fixed={"decision": "d"}, votes=5))
    assert [choose(seen, label) for label in LABELS] == [choose(seen, label) for label in LABELS]


def test_a_vote_uses_the_weight_of_the_own_seat() -> None:
    seen = view(offer("cast_vote", about="d", fixed={"decision": "d"}, votes=5), decisions={"d": decision()})
    wishes = [choose(seen, label) for label in LABELS]
    assert all(isinstance(wish, c.CastVote) and wish.votes.for_ + wish.votes.against == 5 for wish in wishes)
    assert len({wish.votes.for_ for wish in wishes if isinstance(wish, c.CastVote)}) > 1


def test_a_bot_votes_once() -> None:
    cast = decision(lokaal=VoteLine(order=0, weight=5, cast=True))
    assert (
        choose(view(offer("cast_vote", about="d", fixed={"decision": "d"}, votes=5), decisions={"d": cast}), "x")
        is None
    )


def test_a_bot_never_writes_down_the_vote_of_somebody_else() -> None:
    record = offer("record_vote", about="d.groen", fixed={"decision": "d", "seat": "groen"}, votes=4)
    assert picks(view(record)) == set()
    assert picks(view(record, kind="facilitator", facilitator=FacilitatorCard())) == set()


def test_a_vote_is_closed_when_everybody_who_plays_has_voted() -> None:
    close = offer("close_vote", about="d", fixed={"decision": "d"})
    waiting = decision(a=VoteLine(order=0, weight=1, cast=True), b=VoteLine(order=1, weight=1))
    done = decision(
        a=VoteLine(order=0, weight=1, cast=True),
        b=VoteLine(order=1, weight=1, played=False),
        c=VoteLine(order=2, weight=1, absent=True),
        d=VoteLine(order=3, weight=1, barred="belang"),
    )
    assert picks(view(close, decisions={"d": waiting})) == set()
    assert picks(view(close, decisions={"d": done})) == {"close_vote"}


@pytest.mark.parametrize(
    "never", ["leave_seat", "take_over", "pause", "undo", "override", "withdraw_proposal", "free_seat"]
)
def test_what_disturbs_the_table_is_never_done(never: str) -> None:
    assert picks(view(offer(never, fixed={"seat": "x"}))) == set()


def test_the_chair_sometimes_asks_for_a_vote_and_sometimes_hammers() -> None:
    seen = view(*(offer(name, about="d", fixed={"decision": "d"}) for name in ("hammer", "request_vote")))
    assert picks(seen) == {"hammer", "request_vote"}


def test_what_the_table_waits_for_goes_before_what_could_be_left() -> None:
    seen = view(
        offer("send_note", choices={"to": {"groen": "Groen"}}, texts={"text": 140}),
        offer("decide", fixed={"decision": "d"}, choices={"option": {"ja": "Ja"}}, texts={"reason": 300}),
    )
    assert picks(seen) == {"decide"}


def test_extras_can_be_left_out() -> None:
    seen = view(offer("tell_card", fixed={"card": "k"}, choices={"to": {"groen": "Groen"}}, many=("to",)))
    assert picks(seen) == {"tell_card"}
    assert [choose(seen, label, extras=False) for label in LABELS] == [None] * len(LABELS)


def test_texts_stay_within_their_length_and_optional_ones_may_be_left() -> None:
    seen = view(offer("write_handvat", texts={"whom": 3, "what": 10, "before": 60}, numbers={"moment": (0, 9)}))
    wish = choose(seen, "bot")
    assert isinstance(wish, c.WriteHandvat)
    assert (len(wish.whom), len(wish.what)) == (3, 10)
    assert 0 <= wish.moment <= 9


def test_the_debrief_is_handed_in_once() -> None:
    offers = (
        offer("write_silent_note", texts={"text": 600}),
        offer(
            "judge_consequence", about="x", fixed={"consequence": "x"}, numbers={"as_role": (1, 5), "as_person": (1, 5)}
        ),
        offer("write_handvat", texts={"whom": 80, "what": 200, "before": 60}),
    )
    judged = {"x": JudgeCard(order=0, consequence="x", mine_role=3, mine_person=2)}
    done = DebriefCard(note="gezien", whom="de griffier", judge=judged)
    assert picks(view(*offers, debrief=DebriefCard())) == {"write_silent_note", "judge_consequence", "write_handvat"}
    assert picks(view(*offers, debrief=done)) == set()


def test_a_waiting_bot_takes_a_chair_of_its_own() -> None:
    free = offer("take_seat", about="groen", fixed={"seat": "groen"})
    beside = offer("take_seat", about="lokaal", fixed={"seat": "lokaal", "shadow": True})
    wishes = [choose(view(free, beside, kind="waiting", seat=""), label) for label in LABELS]
    assert {wish.seat for wish in wishes if isinstance(wish, c.TakeSeat)} == {"groen"}
    assert picks(view(beside, kind="waiting", seat="")) == set()


def test_a_ready_player_is_not_ready_twice() -> None:
    seat = SeatCard(order=0, label="", role="", role_label="", short="", hue=0, player="person", ready=True)
    assert picks(view(offer("mark_ready"), seats={"lokaal": seat})) == set()


def test_a_facilitator_fills_a_missing_seat_with_the_computer_before_moving_on() -> None:
    ready = {"griffier": ReadyCheck(order=0, text="", state="missing", seat="griffier")}
    offers = (
        offer("next_step", fixed={"from_step": "lobby"}),
        *(
            offer("set_player", about=seat, fixed={"seat": seat, "player": player})
            for seat in ("griffier", "groen")
            for player in ("computer", "facilitator")
        ),
    )
    seen = view(*offers, kind="facilitator", seat="", facilitator=FacilitatorCard(ready=ready))
    assert {choose(seen, label) for label in LABELS} == {c.SetPlayer(seat="griffier", player="computer")}
    filled = view(*offers, kind="facilitator", seat="", facilitator=FacilitatorCard())
    assert choose(filled, "x") == c.NextStep(from_step="lobby")


def test_a_bot_guesses_once() -> None:
    guess = offer("guess_cause", choices={"answer": {"hidden": "Iets"}})
    chain = ChainCard(consequence="c1", title="", choices={"hidden": "Iets"})
    assert picks(view(guess, debrief=DebriefCard(chain=chain))) == {"guess_cause"}
    assert picks(view(guess, debrief=DebriefCard(chain=replace(chain, mine="hidden")))) == set()


def test_a_bot_takes_one_decision_otherwise() -> None:
    again = offer("choose_again", about="brug", fixed={"decision": "brug"}, choices={"option": {"dicht": "Dicht"}})
    mine = AgainCard(order=0, question="", taken="", option="dicht", text="", count=1, mine=True)
    assert picks(view(again, debrief=DebriefCard())) == {"choose_again"}
    assert picks(view(again, debrief=DebriefCard(again={"brug.dicht": mine}))) == set()


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_bot_weighs_once_per_moment(moment: str) -> None:
    weigh = offer("weigh", fixed={"moment": moment}, numbers={"weights.rust": (1, 5)})
    line = WeighLine(order=0, label="Rust", question="")
    wish = choose(view(weigh, weigh=WeighCard(asked=moment, lines={"rust": line})), "x")
    assert isinstance(wish, c.Weigh)
    assert (wish.moment, set(wish.weights)) == (moment, {"rust"})
    done = replace(line, mine_before=3, mine_after=3)
    assert picks(view(weigh, weigh=WeighCard(asked=moment, lines={"rust": done}))) == set()


def test_a_facilitator_leaves_the_choice_of_consequences_to_the_engine_and_opens_everything() -> None:
    choices = {"consequences": {name: name for name in "abcde"}}
    chooser = offer("choose_consequences", choices=choices, many=("consequences",), exact=3)
    seen = view(chooser, offer("reveal"), kind="facilitator", debrief=DebriefCard(), facilitator=FacilitatorCard())
    assert choose(seen, "x") == c.Reveal()


def test_a_facilitator_closes_when_all_is_handed_in() -> None:
    closing = offer("close_game")
    open_ = view(closing, kind="facilitator", facilitator=FacilitatorCard(handed_in=3, to_hand_in=4))
    assert choose(open_, "x") is None
    done = view(closing, kind="facilitator", facilitator=FacilitatorCard(handed_in=4, to_hand_in=4))
    assert choose(done, "x") == c.CloseGame()


def test_an_offer_that_cannot_be_filled_in_is_left_alone() -> None:
    assert choose(view(offer("decide", fixed={"decision": "d"})), "x") is None
