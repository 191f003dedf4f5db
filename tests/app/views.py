"""Hand-made Views for tests of what is sent and shown."""

from __future__ import annotations

from game_rules.vocabulary.feed import FeedItem
from game_rules.vocabulary.views import Allowed, ClockCard, GameCard, Me, SeatCard, View


def small_view(**parts: object) -> View:
    """A View with two seats; `parts` replace fields."""
    fields: dict[str, object] = {
        "game": GameCard(
            id="g-1", meeting="m-1", title="De brug", gemeente="Kreekdam", newspaper="De Kreek", constellation="driehoek",
            edition="dagdeel", summary="Een brug.", dilemma="Open of dicht?",
        ),
        "me": Me(kind="seat", seat="griffier", participant="p-1", acting=True),
        "clock": ClockCard(stage="round", key="r1.talk", label="Praten", number=1, count=2, running=True, ends_at=90_000),
        "seats": {"griffier": seat(1, "Griffier"), "burgemeester": seat(2, "Burgemeester")},
    }  # fmt: skip
    return View(**{**fields, **parts})  # type: ignore[arg-type]


def seat(order: int, label: str, **more: object) -> SeatCard:
    """A seat that nobody holds."""
    name = label.lower()
    return SeatCard(
        order=order, label=label, role=name, role_label=label, short=label[:2].upper(), hue=order * 40,
        player="nobody", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def feed_item(order: int, title: str, **more: object) -> FeedItem:
    """An item of the feed."""
    return FeedItem(id=f"i{order}", order=order, at=order, round="r1", kind="inject", title=title, **more)  # type: ignore[arg-type]


def allowed(order: int, command: str, group: str, **more: object) -> Allowed:
    """Something that may be done."""
    return Allowed(order=order, command=command, label=command, group=group, **more)  # type: ignore[arg-type]
