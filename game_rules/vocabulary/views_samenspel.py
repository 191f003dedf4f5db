"""How the seats worked together, measured from what was recorded: part of a View and of the report.

Always per office, in the order of the casus, and never put in an order of better and worse.
"""

from __future__ import annotations

from .base import Fact


class Figure(Fact):
    """One number. label: what was counted, to be read after it (`3 van 5 op tijd gehoord`).

    of: what it is a part of (0: it stands alone). whole: the name of that, the same for all its parts.
    """

    key: str
    label: str
    count: int
    of: int = 0
    whole: str = ""


class RoleLine(Fact):
    """The figures of one office: those that are not zero. Empty: nothing was recorded."""

    order: int
    role: str
    label: str
    figures: tuple[Figure, ...] = ()


class FollowLine(Fact):
    """A consequence that goes back to something. round: its number, 0 for one year later. shifts: by the label of an indicator."""

    id: str
    title: str
    round: int
    shifts: dict[str, int] = {}


class SamenLine(Fact):
    """One thing behind the figures. who: an office. round: the number of its round (0: none)."""

    id: str
    title: str
    who: str = ""
    round: int = 0
    text: str = ""
    figures: tuple[Figure, ...] = ()
    follows: tuple[FollowLine, ...] = ()


class MeasureCard(Fact):
    """One measure. about: what it counts. covers: where that comes from. beyond: what it does not know.

    figures: of the whole table. empty: the sentence to show when nothing was recorded, else empty.
    """

    order: int
    label: str
    about: str
    covers: str
    beyond: str
    icon: str = ""
    figures: tuple[Figure, ...] = ()
    roles: dict[str, RoleLine] = {}
    lines: dict[str, SamenLine] = {}
    empty: str = ""
