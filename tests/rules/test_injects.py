"""Injects: at their moment, at the start, on a condition, by chance, by hand; held, skipped, edited, taken back."""

from __future__ import annotations

from game_rules.chance import draw
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.play import CLOCK, MINUTE, Game
from tests.rules.story import one, refused, table, titles


def wait(game: Game, minutes: float) -> None:
    """So many minutes of wall time pass, and the clock wakes."""
    game.do(CLOCK, c.Wake(), later=int(minutes * MINUTE))


def fired(game: Game) -> list[str]:
    return [record.event.inject for record in game.log if isinstance(record.event, e.InjectFired)]


def test_an_inject_fires_at_its_minute_of_the_round() -> None:
    game = table("r1.read")
    wait(game, 4)
    assert fired(game) == ["scheur"]


def test_an_inject_does_not_fire_before_its_minute() -> None:
    game = table("r1.read")
    wait(game, 3.9)
    assert fired(game) == []


def test_an_inject_does_not_fire_twice() -> None:
    game = table("r1.read")
    wait(game, 4)
    wait(game, 4)
    assert fired(game) == ["scheur"]


def test_minutes_of_a_pause_do_not_count() -> None:
    game = table("r1.read")
    game.lead(c.Pause())
    game.lead(c.Resume(), later=10 * MINUTE)
    wait(game, 1)
    assert fired(game) == []


def test_an_inject_reaches_only_its_receivers() -> None:
    game = table("r1.read")
    wait(game, 4)
    seen = [seat for seat in ("burgemeester", "griffier", "wethouder", "lokaal", "groen") if titles_of(game, seat)]
    assert seen == ["wethouder", "groen"]


def titles_of(game: Game, seat: str) -> list[str]:
    return [item.title for item in game.sees(seat).feed.values() if item.kind == "inject"]


def test_an_inject_deals_its_cards() -> None:
    game = table("r1.read")
    wait(game, 4)
    assert game.state.cards["foto"].holder == "groen"


def test_what_belongs_to_the_start_of_a_round_happens_there() -> None:
    assert fired(table("r2.read"))[0] == "krant"


def test_an_inject_on_a_condition_fires_as_soon_as_the_condition_holds() -> None:
    game = table("r2.talk")
    game.lead(c.Override(indicator="vertrouwen", shift=-20, reason="De tafel vindt dit."))
    assert fired(game)[-1] == "gerucht"


def test_an_inject_on_a_condition_waits_for_its_round() -> None:
    game = table("r1.talk")
    game.lead(c.Override(indicator="vertrouwen", shift=-20, reason="De tafel vindt dit."))
    assert "gerucht" not in fired(game)


def test_an_inject_on_a_condition_waits_while_the_game_stands_still() -> None:
    game = table("r2.talk")
    game.lead(c.Pause())
    game.lead(c.Override(indicator="vertrouwen", shift=-20, reason="De tafel vindt dit."))
    assert "gerucht" not in fired(game)


def test_the_lot_decides_about_an_inject_by_chance_and_the_draw_is_kept() -> None:
    game = table("r2.read", seed="kans")
    wait(game, 5)
    now = game.state.injects["vrachtwagen"]
    assert (now.drawn, now.status == "fired") == (draw("kans", "inject:vrachtwagen"), (now.drawn or 0) < 0.5)


def test_the_lot_falls_both_ways() -> None:
    statuses = set()
    for seed in ("a", "l"):
        game = table("r2.read", seed=seed)
        wait(game, 5)
        statuses.add(game.state.injects["vrachtwagen"].status)
    assert statuses == {"fired", "skipped"}


def test_an_inject_by_hand_waits_for_the_facilitator() -> None:
    game = table("r2.talk")
    before = fired(game)
    game.lead(c.FireInject(inject="bezoek"))
    assert (before, fired(game)) == (["krant"], ["krant", "bezoek"])


def test_what_was_meant_for_a_round_and_did_not_happen_is_skipped_at_its_end() -> None:
    assert table("r1.consequences").state.injects["scheur"].why == "closed"


def test_the_reserve_stays_in_reserve_when_a_round_closes() -> None:
    assert table("r2.consequences").state.injects["storm"].status == "waiting"


def test_the_facilitator_can_still_play_what_was_skipped() -> None:
    game = table("r1.consequences")
    game.lead(c.FireInject(inject="scheur"))
    assert fired(game) == ["scheur"]


def test_an_inject_that_happened_does_not_happen_again_by_hand() -> None:
    game = table("r2.talk")
    with refused("inject_done"):
        game.lead(c.FireInject(inject="krant"))


def test_an_inject_that_is_not_in_the_casus_cannot_be_played() -> None:
    with refused("unknown_inject"):
        table("r2.talk").lead(c.FireInject(inject="draak"))


def test_a_held_inject_lets_its_moment_pass() -> None:
    game = table("r1.read")
    game.lead(c.HoldInject(inject="scheur"))
    wait(game, 5)
    assert fired(game) == []


def test_a_released_inject_of_which_the_moment_passed_happens_at_the_next_tick() -> None:
    game = table("r1.read")
    game.lead(c.HoldInject(inject="scheur"))
    wait(game, 5)
    game.lead(c.ReleaseInject(inject="scheur"))
    wait(game, 0)
    assert fired(game) == ["scheur"]


def test_holding_twice_changes_nothing() -> None:
    game = table("r1.read")
    game.lead(c.HoldInject(inject="scheur"))
    with refused("no_change"):
        game.lead(c.HoldInject(inject="scheur"))


def test_what_is_not_held_is_not_released() -> None:
    with refused("inject_not_held"):
        table("r1.read").lead(c.ReleaseInject(inject="scheur"))


def test_a_skipped_inject_does_not_fire() -> None:
    game = table("r1.read")
    game.lead(c.SkipInject(inject="scheur"))
    wait(game, 5)
    assert fired(game) == []


def test_skipping_twice_changes_nothing() -> None:
    game = table("r1.read")
    game.lead(c.SkipInject(inject="scheur"))
    with refused("no_change"):
        game.lead(c.SkipInject(inject="scheur"))


def edited(text: str = "Twee scheuren.", to: tuple[str, ...] = ("lokaal",)) -> c.EditInject:
    return c.EditInject(inject="scheur", title="Meer scheuren", text=text, to=to)


def test_an_edited_inject_happens_in_other_words_for_other_seats() -> None:
    game = table("r1.read")
    game.lead(edited())
    wait(game, 4)
    item = next(i for i in game.state.feed.values() if i.kind == "inject")
    assert (item.title, item.text, item.to) == ("Meer scheuren", "Twee scheuren.", ("lokaal",))


def test_everybody_who_reads_it_is_told_that_it_was_edited() -> None:
    game = table("r1.read")
    game.lead(edited())
    wait(game, 4)
    assert next(i for i in game.state.feed.values() if i.kind == "inject").edited


def test_an_inject_is_not_edited_into_nothing() -> None:
    with refused("empty_text"):
        table("r1.read").lead(edited(text=" "))


def test_an_inject_is_not_sent_to_a_seat_that_is_not_there() -> None:
    with refused("unknown_seat"):
        table("r1.read").lead(edited(to=("koning",)))


def test_the_facilitator_can_make_an_inject_up() -> None:
    game = table("r1.talk")
    game.lead(c.Improvise(title="Een zwaan", text="Er zit een zwaan op de brug."))
    assert titles_of(game, "groen") == ["Een zwaan"]


def test_a_made_up_inject_says_that_it_was_made_up() -> None:
    game = table("r1.talk")
    game.lead(c.Improvise(title="Een zwaan", text="Er zit een zwaan op de brug."))
    assert next(i for i in game.state.feed.values() if i.kind == "inject").improvised


def test_an_inject_that_happened_can_be_taken_back_visibly() -> None:
    game = table("r2.talk")
    game.lead(c.RetractInject(inject="krant", reason="Te vroeg"))
    assert next(i for i in game.sees("groen").feed.values() if i.kind == "inject").retracted == "Teruggenomen: Te vroeg"


def test_what_did_not_happen_is_not_taken_back() -> None:
    with refused("inject_not_fired"):
        table("r2.talk").lead(c.RetractInject(inject="storm"))


def test_an_inject_has_its_consequences() -> None:
    game = table("r1.act")
    game.play("burgemeester", c.PutToVote(decision="onderzoek", option="grondig"))
    game.play("burgemeester", c.Hammer(decision="onderzoek"))
    game.step("meal.r1")
    events = game.lead(c.NextStep(from_step="meal.r1"))
    assert one(events, e.ConsequenceScheduled).consequence == "onrust"


def test_an_inject_told_to_everybody_stands_in_the_account() -> None:
    assert "De krant schrijft over de brug" in titles(table("r2.read"), "inject")
