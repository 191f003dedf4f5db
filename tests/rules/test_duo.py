"""A duo: two people on one seat see the same of the game; each keeps the own pulse, note, verdict and handvat."""

from __future__ import annotations

import msgspec

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.views import View
from tests.play import Game
from tests.rules.story import table

BRAM = Actor(kind="player", participant="bram", seat="lokaal")
PERSONAL = {"me", "allowed", "todo", "pulse", "weigh", "debrief", "catch_up"}
"""The parts of a View that may differ between the two on one seat."""


def duo(step: str) -> Game:
    """Bram sits beside the holder of Lokaal from the start."""
    game = table()
    game.do(BRAM, c.TakeSeat(seat="lokaal", shadow=True))
    game.step(step)
    return game


def views(game: Game) -> tuple[View, View]:
    """What the holder sees, and what the shadow sees."""
    return game.sees("lokaal"), game.see(Audience(kind="seat", seat="lokaal", participant="bram"))


def test_both_see_the_same_of_the_game() -> None:
    game = duo("r1.talk")
    game.play("groen", c.SendNote(to="lokaal", text="Heb je even?"))
    for step in ("r1.act", "r1.consequences", "r2.act", "epilogue"):
        game.step(step)
        holder, shadow = views(game)
        fields = {field.name for field in msgspec.structs.fields(View)} - PERSONAL
        assert [name for name in fields if getattr(holder, name) != getattr(shadow, name)] == []


def test_both_read_the_same_role() -> None:
    holder, shadow = views(duo("r1.talk"))
    same = ("seat", "brief", "goal", "task", "can", "cannot", "budgets")
    assert [name for name in same if getattr(holder.me, name) != getattr(shadow.me, name)] == []
    assert (holder.me.acting, shadow.me.acting, shadow.me.shadow) == (True, False, True)


def test_the_shadow_has_no_control_of_the_seat() -> None:
    game = duo("r1.talk")
    for step in ("r1.talk", "r1.act", "r2.act"):
        game.step(step)
        assert {offer.command for offer in views(game)[1].allowed.values()} <= {"leave_seat", "take_over"}


def test_both_say_how_the_round_was() -> None:
    game = duo("r2.consequences")
    for who in (game.player("lokaal"), BRAM):
        game.do(who, c.GivePulse(role=3, knew=4, mattered=5))
    assert len(game.state.pulses) == 2


def test_both_say_what_matters_to_them() -> None:
    game = duo("briefing")
    for number, who in enumerate((game.player("lokaal"), BRAM), start=1):
        game.do(who, c.Weigh(moment="before", weights={"vertrouwen": number, "rust": number}))
    holder, shadow = (view.weigh for view in views(game))
    assert holder and shadow
    assert (holder.lines["rust"].mine_before, shadow.lines["rust"].mine_before) == (1, 2)


def test_the_notes_verdicts_and_handvatten_of_the_two_are_their_own() -> None:
    game = duo("debrief.note")
    both = (game.player("lokaal"), BRAM)
    for who in both:
        game.do(who, c.WriteSilentNote(text=f"«{who.participant}»"))
    game.step("debrief.judge")
    for who in both:
        wish = c.JudgeConsequence(
            consequence=game.state.chosen[0], as_role=2, as_person=4, reason=f"«{who.participant}»"
        )
        game.do(who, wish)
    game.step("debrief.handvat")
    for who in both:
        game.do(who, c.WriteHandvat(whom=f"«{who.participant}»", what="uitleg", before="vrijdag", moment=9))
    for view, own, other in zip(views(game), ("p-lokaal", "bram"), ("bram", "p-lokaal"), strict=True):
        seen = msgspec.json.encode(view).decode()
        assert f"«{own}»" in seen
        assert f"«{other}»" not in seen


def test_the_console_counts_both() -> None:
    game = duo("debrief.handvat")
    desk = game.see(Audience(kind="facilitator", participant="f1")).facilitator
    assert desk is not None
    assert desk.to_hand_in == 6


def test_the_facilitator_plans_the_change_for_the_next_round() -> None:
    game = duo("r1.talk")
    game.lead(c.TakeOver(seat="lokaal", next_round=True))
    now = game.state.seats["lokaal"].holder
    assert game.sees("lokaal").seats["lokaal"].swap
    game.step("r2.read")
    assert (now, game.state.seats["lokaal"].holder) == ("p-lokaal", "bram")


def test_when_the_holder_resigns_as_successor_the_duo_stays_together() -> None:
    game = duo("r1.talk")
    game.play("lokaal", c.Resign(reason="Ik ben te moe.", onward="opvolger"))
    now = game.state.seats["lokaal"]
    assert (now.holder, now.shadow) == ("p-lokaal", "bram")
