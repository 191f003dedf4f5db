"""The graph of causes, and how far something goes."""

from __future__ import annotations

from hypothesis import given, settings

from game_rules.projections.causes_of_state import graph_of_state
from game_rules.projections.causes_seen import graph_of_cards, graph_seen
from game_rules.tracing import (
    Edge,
    Graph,
    Node,
    costliest,
    essence,
    following,
    longest_chain,
    preceding,
    reach,
)
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import Decide, Hammer, PlaceOnAgenda, PutToVote
from tests.play import Game
from tests.properties.games import random_game, seeds
from tests.small import small_content

LEADER = Audience(kind="facilitator", participant="f1")


def graph(*pairs: str) -> Graph:
    """A graph from `a>b` pairs: one letter per node, capitals are causes; ring and round follow the alphabet."""
    letters = sorted({letter for pair in pairs for letter in pair.split(">")}, key=lambda x: (x.islower(), x))
    nodes = {letter: node(letter, order) for order, letter in enumerate(letters)}
    edges = tuple(Edge(cause=pair[0], effect=pair[2]) for pair in pairs)
    return Graph(nodes=nodes, edges=edges)


def node(letter: str, order: int) -> Node:
    ring = 0 if letter.isupper() else min(5, "abcdefgh".index(letter) + 1)
    kind = "decision" if letter.isupper() else "consequence"
    return Node(
        key=letter, kind=kind, id=letter, title=letter, ring=ring, number=max(ring - 1, 0), order=order,
        seats=(f"s-{letter}",), indicators=("rust",),
    )  # fmt: skip


BRIDGE = graph("D>a", "a>b", "b>c", "D>c", "E>d", "d>e")


def test_the_longest_chain_is_the_row_with_most_links() -> None:
    assert longest_chain(BRIDGE) == ("D", "a", "b", "c")
    assert longest_chain(BRIDGE, "E") == ("E", "d", "e")
    assert longest_chain(graph("A>a")) == ("A", "a")


def test_what_follows_and_what_went_before() -> None:
    assert following(BRIDGE, "D") == ("a", "b", "c")
    assert preceding(BRIDGE, "c") == {"D", "a", "b", "c"}


def test_reach_counts_consequences_rounds_rings_seats_and_indicators() -> None:
    far = reach(BRIDGE, "D")
    assert (far.consequences, far.rounds, far.rings) == (3, 3, (1, 2, 3))
    assert far.seats == ("s-a", "s-b", "s-c")
    assert far.indicators == ("rust",)
    assert reach(BRIDGE).consequences == 5


def test_nothing_happened_reaches_nowhere() -> None:
    empty = Graph(nodes={}, edges=())
    assert reach(empty).rounds == 0
    assert longest_chain(empty) == ()
    assert costliest(empty, ("D",)) == ""


def test_the_essence_keeps_what_reached_furthest_with_everything_before_it() -> None:
    small = essence(BRIDGE, 3)
    assert set(small.nodes) == {"E", "d", "e"}
    assert {(edge.cause, edge.effect) for edge in small.edges} == {("E", "d"), ("d", "e")}
    assert essence(BRIDGE, 99) == BRIDGE


def test_the_costliest_cause_is_the_one_with_most_after_it() -> None:
    assert costliest(BRIDGE, ("E", "D", "elsewhere")) == "D"


def closed_bridge() -> Game:
    """The raad closes the bridge: people drive around, and later there must be a new bridge."""
    game = Game(small_content())
    game.sit_all()
    game.step("r2.act")
    game.play("burgemeester", PutToVote(decision="brug", option="dicht"))
    game.play("burgemeester", Hammer(decision="brug"))
    game.step("epilogue")
    return game


def test_the_graph_of_a_game_leads_from_the_decision_to_the_next_council() -> None:
    game = closed_bridge()
    found = graph_of_state(game.state)
    after = [key for key in following(found, "decision:brug") if found.nodes[key].kind == "consequence"]
    assert after == ["consequence:omrijden", "consequence:nieuwe_brug"]
    assert found.nodes["decision:brug"].title == "De brug gaat dicht."
    assert [found.nodes[key].number for key in longest_chain(found, "decision:brug")] == [1, 1, 2]
    assert reach(found, "decision:brug").rings == (4, 5)


def test_the_facilitator_sees_the_same_graph_in_the_view() -> None:
    game = closed_bridge()
    whole, seen = graph_of_state(game.state), graph_of_cards(game.see(LEADER).traced)
    assert set(seen.nodes) == set(whole.nodes)
    assert set(seen.edges) == set(whole.edges)
    assert {key: one.number for key, one in seen.nodes.items()} == {key: one.number for key, one in whole.nodes.items()}


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_what_an_audience_sees_is_part_of_what_there_was(seed: int) -> None:
    game = random_game(small_content(), seed, "", 60)
    whole = graph_of_state(game.state)
    for audience in game.audiences():
        seen = graph_seen(game.state, audience.seat, audience.kind == "facilitator")
        assert set(seen.nodes) <= set(whole.nodes)
        assert set(seen.edges) <= set(whole.edges)


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_every_node_of_a_played_game_has_a_title_and_no_effect_goes_before_its_cause(seed: int) -> None:
    found = graph_of_state(random_game(small_content(), seed, "", 60).state)
    places = list(found.nodes)
    assert all(one.title for one in found.nodes.values())
    for edge in found.edges:
        assert places.index(edge.cause) < places.index(edge.effect)
        assert found.nodes[edge.cause].number <= found.nodes[edge.effect].number


def test_a_cause_that_may_not_be_seen_is_no_node() -> None:
    game = Game(small_content())
    game.sit_all()
    game.step("r2.talk")
    game.play("griffier", PlaceOnAgenda(item="bericht"))
    game.step("r2.act")
    game.play("burgemeester", Decide(decision="bericht", option="eerlijk", reason="Het dorp wacht."))
    game.step("epilogue")
    seen = graph_seen(game.state)
    assert not [one for one in seen.nodes.values() if one.kind == "silence"]
    assert [one.id for one in seen.nodes.values() if one.unknown_cause]
