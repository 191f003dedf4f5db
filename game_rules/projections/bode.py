"""*Eén jaar later*: what became of it, as the front page of the newspaper. Words only, no figures.

Made from a View alone: a headline names its causes as far as the reader may see them.
"""

from __future__ import annotations

from ..vocabulary.base import Fact
from ..vocabulary.views import CauseLine, ConsequenceCard, View

PRINTED_IN = ("epilogue", "debrief", "closed")
FAR = 3
"""From this ring on (the whole municipality) news reaches the front page, whenever it happened."""

BIG, SHORTS = 4, 8
"""So many stories stand under the lead, and so many short ones."""

YEAR = 365 * 24 * 3600 * 1000


class Story(Fact):
    """One headline with its text. why: how it came, the nearest cause first; `deeper`: how far behind that."""

    id: str
    headline: str
    text: str
    ring: int
    why: tuple[Why, ...] = ()


class Why(Fact):
    """A cause as the reader may see it. An unknown one has neither id nor text."""

    kind: str
    deeper: int
    id: str = ""
    text: str = ""


class FrontPage(Fact):
    """The newspaper. at: its date, wall milliseconds. No `lead`: no news. further: what does not fit the front page."""

    newspaper: str
    gemeente: str
    at: int
    lead: Story | None
    stories: tuple[Story, ...]
    shorts: tuple[Story, ...]
    further: tuple[Story, ...]
    dilemma: str


def front_page(view: View) -> FrontPage | None:
    """The front page for the one who has this View; None while the newspaper is not printed yet."""
    if view.clock.stage not in PRINTED_IN:
        return None
    news = sorted(_news(view), key=lambda pair: _weight(pair[1]))
    stories = [_story(view, id_, card) for id_, card in news]
    big = 1 + min(BIG, sum(1 for _, card in news[1:] if card.headline or card.ring >= FAR))
    return FrontPage(
        newspaper=view.game.newspaper,
        gemeente=view.game.gemeente,
        at=max((card.at for card in view.consequences.values()), default=0) + YEAR,
        lead=stories[0] if stories else None,
        stories=tuple(stories[1:big]),
        shorts=tuple(stories[big : big + SHORTS]),
        further=tuple(stories[big + SHORTS :]),
        dilemma=view.game.dilemma,
    )


def _news(view: View) -> list[tuple[str, ConsequenceCard]]:
    return [
        (id_, card)
        for id_, card in view.consequences.items()
        if not card.retracted and (card.epilogue or card.headline or card.ring >= FAR)
    ]


def _weight(card: ConsequenceCard) -> tuple[bool, bool, int, int]:
    """What comes first: with a headline of its own, of the year after, far-reaching, latest."""
    return (not card.headline, not card.epilogue, -card.ring, -card.order)


def _story(view: View, id_: str, card: ConsequenceCard) -> Story:
    return Story(
        id=id_, headline=card.headline or card.title, text=card.text, ring=card.ring,
        why=_why(view, card, 0, frozenset((id_,))),
    )  # fmt: skip


def _why(view: View, card: ConsequenceCard, deeper: int, told: frozenset[str]) -> tuple[Why, ...]:
    lines: list[Why] = []
    for line in card.causes:
        lines.append(_line(line, deeper))
        behind = view.consequences.get(line.id) if line.kind == "consequence" else None
        if behind is not None and line.id not in told:
            lines += _why(view, behind, deeper + 1, told | {line.id})
    return tuple(dict.fromkeys(lines))


def _line(line: CauseLine, deeper: int) -> Why:
    known = bool(line.id)
    return Why(kind=line.kind if known else "unknown", deeper=deeper, id=line.id, text=line.text if known else "")
