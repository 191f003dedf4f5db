"""The running account of a game: one item per thing that happened, shared as it is by everybody who may see it."""

from __future__ import annotations

from typing import Literal

from .base import Fact

FeedKind = Literal[
    "inject", "decision", "vote", "act", "consequence", "override", "promise", "question", "advice", "proposal", "move",
    "notice", "unexpected", "out", "speech", "resigned", "werkwijze"
]  # fmt: skip


class FeedItem(Fact):
    """`to`: the seats that may see it (none: everybody). It never says who is looking and holds no secret of others.

    by: the facilitator or helper who did it, by participant id, so that each action is signed.
    paper: it happened on paper and was entered afterwards.
    look: how it is drawn (the look of an inject). retracted/edited/improvised are told to everybody who sees it.
    """

    id: str
    order: int
    at: int
    round: str
    kind: FeedKind
    title: str
    text: str = ""
    look: str = ""
    source: str = ""
    seat: str = ""
    by: str = ""
    to: tuple[str, ...] = ()
    retracted: str = ""
    edited: bool = False
    improvised: bool = False
    paper: bool = False
