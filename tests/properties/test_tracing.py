"""Of everything that ever follows one can ask why, back to what a person or the lot began; and nothing reaches back less."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game_rules import engine
from game_rules.projections.causes_of_state import graph_of_state
from game_rules.projections.causes_seen import graph_of_cards, graph_seen, traced
from game_rules.tracing import Graph, drawable, following, led_to, origins, preceding, reach, why
from game_rules.vocabulary.commands import ChooseWerkwijze, Reveal
from game_rules.vocabulary.events import InjectRetracted, StepUndone
from game_rules.vocabulary.state import GameState
from tests.play import Game
from tests.properties.games import finish, random_game, seeds
from tests.small import small_content

EDITIONS = tuple(small_content().casus.editions)
editions = st.sampled_from(EDITIONS)
some = settings(max_examples=40, deadline=None)
TAKES_BACK = (StepUndone, InjectRetracted)


def played(seed: int, edition: str) -> Game:
    game = random_game(small_content(), seed, edition, 60)
    finish(game)
    return game


def states(game: Game) -> list[GameState]:
    found = [engine.start(game.content, game.log[0])]
    for record in game.log[1:]:
        found.append(engine.evolve(found[-1], record))
    return found


@some
@given(seeds, editions)
def test_every_consequence_goes_back_to_what_a_person_or_the_lot_began(seed: int, edition: str) -> None:
    graph = graph_of_state(played(seed, edition).state)
    for key, node in graph.nodes.items():
        began = {one.made_by for one in origins(graph, key)}
        assert began & {"seat", "lead", "chance"}, f"{key} ({node.title}) comes from nowhere"


@some
@given(seeds, editions)
def test_everything_that_may_begin_something_says_who_began_it(seed: int, edition: str) -> None:
    graph = graph_of_state(played(seed, edition).state)
    effects = {edge.effect for edge in graph.edges}
    assert [key for key, node in graph.nodes.items() if key not in effects and not node.made_by] == []


@some
@given(seeds, editions)
def test_a_cause_comes_before_its_effect_in_order_and_in_round(seed: int, edition: str) -> None:
    graph = graph_of_state(played(seed, edition).state)
    places = {key: place for place, key in enumerate(graph.nodes)}
    for edge in graph.edges:
        cause, effect = graph.nodes[edge.cause], graph.nodes[edge.effect]
        assert places[edge.cause] < places[edge.effect]
        assert (cause.order, cause.number) <= (effect.order, effect.number) or cause.number <= effect.number
        assert cause.order <= effect.order


@some
@given(seeds, editions)
def test_reach_never_shrinks_while_the_log_grows_unless_something_is_taken_back(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 60)
    former = reach(Graph(nodes={}))
    for record, state in zip(game.log, states(game), strict=True):
        now = reach(graph_of_state(state))
        if not isinstance(record.event, TAKES_BACK):
            assert now.consequences >= former.consequences
            assert now.rounds >= former.rounds
            assert len(now.chain) >= len(former.chain)
            assert set(now.rings) >= set(former.rings)
            assert set(now.seats) >= set(former.seats)
            assert set(now.indicators) >= set(former.indicators)
        former = now


@some
@given(seeds, editions)
def test_why_and_what_followed_are_each_others_mirror(seed: int, edition: str) -> None:
    graph = graph_of_state(played(seed, edition).state)
    for key in graph.nodes:
        for after in following(graph, key):
            assert key in preceding(graph, after)
        assert set(why(graph, key).nodes) == preceding(graph, key)
        assert set(led_to(graph, key).nodes) == {key, *following(graph, key)}
        far = reach(graph, key)
        assert far.consequences <= reach(graph).consequences
        assert not far.chain or far.chain[0] in (key, *following(graph, key))


@some
@given(seeds, editions)
def test_the_map_keeps_who_led_to_what_without_what_only_explains(seed: int, edition: str) -> None:
    graph = graph_of_state(played(seed, edition).state)
    drawn = drawable(graph)
    for key in drawn.nodes:
        assert set(following(drawn, key)) == set(following(graph, key)) & set(drawn.nodes)
    assert {key for key, node in graph.nodes.items() if node.ring} <= set(drawn.nodes)


@some
@given(seeds, editions)
def test_the_cards_of_a_view_hold_the_whole_graph(seed: int, edition: str) -> None:
    state = random_game(small_content(), seed, edition, 50).state
    for seat, all_ in (("", False), ("groen", False), ("", True)):
        assert graph_of_cards(traced(state, seat, all_)) == graph_seen(state, seat, all_)


@some
@given(seeds, editions)
def test_before_the_reveal_nobody_else_reads_a_condition_a_chance_or_the_plan(seed: int, edition: str) -> None:
    game = random_game(small_content(), seed, edition, 50)
    if game.state.revealed:
        return
    for seat in ("", *game.state.seats):
        graph = graph_seen(game.state, seat)
        assert not {edge.how for edge in graph.edges} & {"condition", "chance"}
        assert not {node.kind for node in graph.nodes.values()} & {"chance", "plan"}
    if game.state.clock.key.startswith("debrief.guess"):
        game.lead(Reveal())
        assert graph_seen(game.state) == graph_of_state(game.state)


def test_every_allowed_werkwijze_can_be_traced() -> None:
    content = small_content()
    for id_ in content.werkwijzen:
        game = Game(content)
        game.lead(ChooseWerkwijze(werkwijze=id_))
        finish(game)
        graph = graph_of_state(game.state)
        assert f"judged:{id_}" in graph.nodes
        assert f"werkwijze:{id_}" in preceding(graph, f"judged:{id_}")
