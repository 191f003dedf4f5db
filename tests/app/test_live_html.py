"""What is rendered and sent: only what changed, never twice, never more than a template may see."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest
from msgspec.structs import replace

from app.live.renderers.html import HtmlRenderer
from app.live.renderers.parts import Items, Region, Screen
from app.live.renderers.sight import NotInLayoutError
from tests.app.views import allowed, feed_item, seat, small_view

TEMPLATES = {
    "clock.html": "<b>{{ view.clock.label }}</b>{{ count() }}",
    "item.html": '<li id="{{ id }}">{{ item.title }}{{ count() }}</li>',
    "button.html": '<li id="{{ id }}">{{ item.title }}{% for a in allowed_for("card", key) %}[{{ a.label }}]{% endfor %}</li>',
    "seat.html": "{% for key, one in view.seats.items() %}{{ seat(key).label }}:{{ name_of(one.holder) }};{% endfor %}",
    "greedy.html": "{{ view.me.goal }}",
    "greedy_group.html": "{{ allowed_for('vote') }}",
    "part.html": "{{ view.facilitator.next_label if view.facilitator else 'niets' }}",
}
CLOCK = Region("clock", "clock.html", ("clock",))
FEED = Items("feed", "item.html", "feed", "voor")
LOG = Items("log", "item.html", "feed", "achter")


class Bench:
    """A renderer that counts how often a template really ran."""

    def __init__(self, *parts: Region | Items) -> None:
        self.screen = Screen("page.html", parts)
        self.rendered = 0
        self.names = {"p-1": "Ada"}
        environment = jinja2.Environment(
            loader=jinja2.DictLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
        )
        environment.globals["count"] = self._count
        self.renderer = HtmlRenderer(environment, lambda who: self.names.get(who, "Deelnemer"))

    def _count(self) -> str:
        self.rendered += 1
        return ""

    def changes(self, before: Any, after: Any) -> list[dict[str, str]]:
        return self.renderer.changes(self.screen, before, after)


def feed(*titles: str) -> dict[str, Any]:
    return {f"i{number}": feed_item(number, title) for number, title in enumerate(titles, 1)}


def test_an_unchanged_part_is_neither_rendered_nor_sent() -> None:
    bench = Bench(CLOCK, FEED)
    before = small_view(feed=feed("een"))
    assert bench.changes(before, replace(before, todo={})) == []
    assert bench.rendered == 0


def test_equal_but_other_objects_are_not_sent() -> None:
    bench = Bench(CLOCK, FEED)
    assert bench.changes(small_view(feed=feed("een")), small_view(feed=feed("een"))) == []
    assert bench.rendered == 0


def test_only_the_changed_region_is_sent() -> None:
    bench = Bench(CLOCK, FEED)
    before = small_view(feed=feed("een"))
    after = replace(before, clock=replace(before.clock, label="Besluiten"))
    assert bench.changes(before, after) == [{"op": "vul", "target": "clock", "html": "<b>Besluiten</b>"}]


def test_a_change_that_the_template_does_not_show_is_not_sent() -> None:
    bench = Bench(CLOCK)
    before = small_view()
    assert bench.changes(before, replace(before, clock=replace(before.clock, ends_at=1))) == []


@pytest.mark.parametrize(
    ("part", "op"),
    [(FEED, {"op": "voor", "target": "feed"}), (LOG, {"op": "achter", "target": "log"})],
)
def test_a_new_item_comes_at_its_end_of_the_list(part: Items, op: dict[str, str]) -> None:
    ops = Bench(part).changes(small_view(feed=feed("een")), small_view(feed=feed("een", "twee")))
    assert ops == [{**op, "html": f'<li id="{part.target}-i2">twee</li>'}]


def test_several_new_items_keep_their_order() -> None:
    ops = Bench(FEED).changes(small_view(feed=feed("een")), small_view(feed=feed("een", "twee", "drie")))
    assert [(op["op"], op["target"]) for op in ops] == [("voor", "feed"), ("na", "feed-i3")]


def test_an_item_in_the_middle_comes_after_the_one_before_it() -> None:
    one, two, three = feed("een", "twee", "drie").items()
    ops = Bench(LOG).changes(small_view(feed=dict([one, three])), small_view(feed=dict([one, two, three])))
    assert [(op["op"], op["target"]) for op in ops] == [("na", "log-i1")]


def test_a_changed_item_is_morphed_and_a_gone_item_removed() -> None:
    after = feed("een", "anders")
    del after["i1"]
    ops = Bench(FEED).changes(small_view(feed=feed("een", "twee")), small_view(feed=after))
    assert ops == [
        {"op": "weg", "target": "feed-i1"},
        {"op": "morf", "target": "feed-i2", "html": '<li id="feed-i2">anders</li>'},
    ]


def test_another_order_sends_the_whole_list() -> None:
    after = {key: replace(item, order=9 - item.order) for key, item in feed("een", "twee").items()}
    ops = Bench(FEED).changes(small_view(feed=feed("een", "twee")), small_view(feed=after))
    assert [(op["op"], op["target"]) for op in ops] == [("vul", "feed")]


def test_what_two_audiences_both_see_is_rendered_once() -> None:
    bench = Bench(CLOCK, FEED)
    views = [small_view(feed=feed("een", "twee")), small_view(feed=feed("een", "twee"), todo={})]
    first, second = (bench.renderer.whole(bench.screen, view) for view in views)
    assert first == second
    assert bench.rendered == 3


def test_the_cache_is_bounded() -> None:
    bench = Bench(FEED)
    for number in range(2000):
        bench.renderer.whole(bench.screen, small_view(feed=feed(f"titel {number}")))
    assert len(bench.renderer.cache) <= 1500


def test_a_fragment_with_a_name_is_rendered_anew_when_the_name_changes() -> None:
    bench = Bench(Region("seats", "seat.html", ("seats",)))
    view = small_view(seats={"griffier": seat(1, "Griffier", holder="p-1")})
    assert bench.renderer.whole(bench.screen, view) == {"seats": "Griffier:Ada;"}
    bench.names.clear()
    assert bench.renderer.whole(bench.screen, view) == {"seats": "Griffier:Deelnemer;"}


def test_buttons_of_an_item_follow_what_is_allowed() -> None:
    bench = Bench(Items("cards", "button.html", "feed", "voor", also=("allowed:card",)))
    before = small_view(feed=feed("een", "twee"))
    after = replace(before, allowed={"a": allowed(1, "show_card", "card", about="i2")})
    html = '<li id="cards-i2">twee[show_card]</li>'
    assert bench.changes(before, after) == [{"op": "morf", "target": "cards-i2", "html": html}]


@pytest.mark.parametrize("template", ["greedy.html", "greedy_group.html"])
def test_a_template_cannot_reach_beyond_its_sources(template: str) -> None:
    bench = Bench(Region("clock", template, ("clock", "allowed:card")))
    with pytest.raises(NotInLayoutError):
        bench.renderer.whole(bench.screen, small_view())


def test_a_part_that_this_audience_does_not_have_is_nothing() -> None:
    bench = Bench(Region("next", "part.html", ("facilitator.next_label",)))
    assert bench.renderer.whole(bench.screen, small_view()) == {"next": "niets"}


def test_what_people_typed_is_never_html() -> None:
    html = Bench(FEED).changes(small_view(), small_view(feed=feed("<script>alert(1)</script>")))[0]["html"]
    assert "<script>" not in html
