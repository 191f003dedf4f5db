"""Any roll call in the raad ends as the law says, counted here once more and apart from the rules."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.errors import RuleError
from tests.rules.story import changed, table

FRACTIES = {"lokaal": 5, "groen": 4, "dorp": 3}


def third_player(casus: dict[str, Any]) -> None:
    casus["seats"]["dorp"] = {"role": "raadslid", "label": "Fractie Dorp", "weight": 3}
    casus["organs"]["raad"]["members"].append("dorp")
    casus["decisions"]["brug"]["round"] = "r1"


RAAD = changed(third_player)


@st.composite
def roll_calls(draw: st.DrawFn) -> dict[str, tuple[str, int]]:
    """Per fractie: votes, is absent, has an interest or stays silent; and how many of its votes are in favour."""
    kinds = st.sampled_from(("votes", "votes", "votes", "votes", "absent", "barred", "silent"))
    return {seat: (draw(kinds), draw(st.integers(0, weight))) for seat, weight in FRACTIES.items()}


def by_law(fracties: dict[str, tuple[str, int]]) -> str:
    """What the Gemeentewet makes of it: 20, 28, 29, 30 and 32."""
    size = {kind: sum(FRACTIES[s] for s, (k, _) in fracties.items() if k == kind) for kind, _ in fracties.values()}
    if 2 * (12 - size.get("absent", 0)) <= 12:
        return "no_quorum"
    voted, may = size.get("votes", 0), 12 - size.get("barred", 0)
    if 2 * voted <= may:
        return "invalid"
    in_favour = sum(votes for kind, votes in fracties.values() if kind == "votes")
    if 2 * in_favour == voted:
        return "rejected" if voted == may else "postponed"
    return "adopted" if 2 * in_favour > voted else "rejected"


def played(fracties: dict[str, tuple[str, int]]) -> str:
    """What the game makes of it."""
    game = table("r1.act", RAAD)
    for seat, (kind, _) in fracties.items():
        if kind == "absent":
            game.lead(c.SetAttendance(seat=seat, present=False))
        if kind == "barred":
            game.play(seat, c.DeclareInterest(decision="brug", reason="Ik woon aan de brug."))
    try:
        game.play("burgemeester", c.PutToVote(decision="brug", option="dicht"))
    except RuleError as refusal:
        return refusal.code
    game.play("burgemeester", c.RequestVote(decision="brug"))
    for seat, (kind, votes) in fracties.items():
        if kind == "votes":
            game.play(seat, c.CastVote(decision="brug", votes=c.Votes(for_=votes, against=FRACTIES[seat] - votes)))
    game.lead(c.CloseVote(decision="brug"))
    now = game.state.decisions["brug"]
    if now.status == "decided":
        return "adopted"
    return "postponed" if now.postponed else "invalid" if now.invalid else "rejected"


@settings(max_examples=150, deadline=None)
@given(roll_calls())
def test_every_roll_call_ends_as_the_law_says(fracties: dict[str, tuple[str, int]]) -> None:
    assert played(fracties) == by_law(fracties)
