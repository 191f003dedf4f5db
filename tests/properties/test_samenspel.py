"""In any game the measures of samenspel add up, agree with the state, and name no participant."""

from __future__ import annotations

import re

import msgspec
from hypothesis import given, settings

from game_rules.samenspel import MEASURES, measure
from game_rules.vocabulary.state import GameState
from game_rules.vocabulary.views_samenspel import Figure, MeasureCard
from tests.play import Game
from tests.properties.games import finish, random_game, seeds
from tests.properties.test_secrets import CONTENT, MARK

WHOLES = {measure.id: {part.key: part.whole for part in measure.parts} for measure in MEASURES}


def sums_up(id_: str, found: tuple[Figure, ...]) -> None:
    """Parts of one whole are together that whole, and none is zero."""
    for figure in found:
        whole = WHOLES[id_].get(figure.key, "")
        together = sum(one.count for one in found if whole and WHOLES[id_].get(one.key) == whole)
        assert figure.of == together, (id_, figure)
        assert figure.count > 0 or figure.key in ("delay", "follows", "moved"), (id_, figure)


def rows_are_the_whole(id_: str, card: MeasureCard) -> None:
    """What the offices did is what the table did, except what belongs to no office."""
    for figure in card.figures:
        rows = sum(one.count for line in card.roles.values() for one in line.figures if one.key == figure.key)
        assert rows <= figure.count, (id_, figure)
        if figure.key in WHOLES[id_] and id_ not in ("weten", "overname"):
            assert rows == figure.count, (id_, figure)


def agrees(state: GameState, cards: dict[str, MeasureCard]) -> None:
    """The wholes are what the state holds."""
    found = {id_: {one.key: one for one in card.figures} for id_, card in cards.items()}
    kept = sum(found["weten"][key].count for key in ("shared", "kept") if key in found["weten"])
    assert kept == len(state.cards)
    silent = found["stilte"].get("silent")
    assert (silent.count if silent else 0) == len(state.silences)
    assert sum(one.count for one in found["toezeggingen"].values()) == len(state.promises)
    assert sum(one.count for one in found["rol"].values()) == len(state.acts)
    asked = found["tegenspraak"].get("asked")
    assert (asked.count if asked else 0) == len(state.questions)


def holds_together(game: Game) -> None:
    cards = measure(game.state, True)
    agrees(game.state, cards)
    for id_, card in cards.items():
        sums_up(id_, card.figures)
        for line in card.roles.values():
            sums_up(id_, line.figures)
        rows_are_the_whole(id_, card)
        assert bool(card.empty) != bool(card.figures), id_
        assert [line.order for line in card.roles.values()] == list(range(len(card.roles)))


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_the_figures_of_any_game_add_up(seed: int) -> None:
    game = random_game(CONTENT, seed, "", 60, holds_together)
    finish(game)
    holds_together(game)


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_what_is_not_for_everybody_is_not_in_the_open_measures(seed: int) -> None:
    """Neither a secret text nor a participant: a role is a part that is played."""

    def watch(game: Game) -> None:
        text = msgspec.json.encode(measure(game.state, False)).decode()
        assert set(MARK.findall(text)) == set()
        assert re.findall(r'"[ps]-[a-z_0-9]+"', msgspec.json.encode(measure(game.state, True)).decode()) == []

    random_game(CONTENT, seed, "", 50, watch)
