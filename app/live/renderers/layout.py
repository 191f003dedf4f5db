"""What stands where: per kind of audience the page and its parts. Words: see `parts.py`.

Lists show the controls that are `about` one of their items; regions show those that are about nothing in particular.
So everything that is allowed has exactly one place (tests/app/test_parts.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game_rules.vocabulary.views import InjectLine, SeatCard

from .parts import Items, Part, Region, Screen


def settled(item: Any, view: Any) -> bool:
    """Whether this decision is over and of another moment than now: then it is folded away."""
    clock = view.clock
    here = clock.stage in ("round", "meal") and item.round == clock.round
    return bool(item.status == "decided" and not here)


FILTERS: dict[str, Callable[[Any, Any], bool]] = {
    "planned": lambda item, view: isinstance(item, InjectLine) and item.kind != "reserve",
    "reserve": lambda item, view: isinstance(item, InjectLine) and item.kind == "reserve",
    "playable": lambda item, view: isinstance(item, SeatCard) and item.playable,
    "standing": lambda item, view: not settled(item, view),
    "settled": settled,
}
"""Which items of a View a list shows, by the name in `Items.when`."""

GROUPS = (
    "act", "adjudicate", "advice", "again", "agenda", "bookmark", "bring_out", "card", "clock", "debrief",
    "decision", "explain", "guess", "inject", "interest", "judge", "move", "note", "override", "paper", "practice", "promise",
    "proposal", "pulse", "question", "record", "resign", "rubric", "say", "screens", "seat", "settle", "speakers", "speech",
    "stand", "talk", "tick", "unexpected", "vote", "weigh", "werkwijze", "milestone",
)  # fmt: skip
"""Every group that something allowed can belong to."""


def groups(*names: str) -> tuple[str, ...]:
    """These groups of `allowed`, as sources. Who shows a control also needs to know who presses it."""
    return ("me", *(f"allowed:{name}" for name in names))


# --- parts that several screens share --------------------------------------------------------------------------------

BAR = Region("bar", "parts/bar.html", ("game", "clock", "me", "seats"))
BANNER = Region("banner", "parts/banner.html", ("game", "clock", "me"))
CATCH_UP = Region("catch_up", "parts/catch_up.html", ("catch_up",))
COVER = Region("cover", "parts/cover.html", ("game", "clock", "seats", "decisions"))
ROUND = Region("round", "parts/round.html", ("game", "clock", "me"))
FIGURES = Region("figures", "parts/figures.html", ("indicators", *groups("override")))
BOARD = Items("indicators", "parts/indicator.html", "indicators")
FEED = Items("feed", "parts/feed_item.html", "feed", "voor")
CONSEQUENCES = Region("consequences", "parts/consequences.html", ("consequences", "indicators", "clock"))
ON_A_DECISION = ("clock", *groups("decision", "vote", "record", "interest", "explain"))
DECISIONS = Items("decisions", "parts/decision.html", "decisions", "voor", when="standing", also=ON_A_DECISION)
EARLIER = Items("earlier", "parts/decision.html", "decisions", "voor", when="settled", also=ON_A_DECISION)
ADVICE = Items("advice", "parts/advice.html", "advice", "voor", also=groups("advice"))
PROPOSALS = Items("proposals", "parts/proposal.html", "proposals", "voor", also=groups("proposal"))
SPEECHES = Items("speeches", "parts/speech.html", "speeches", "voor")
PROMISES = Items("promises", "parts/promise.html", "promises", "voor", also=groups("promise"))
QUESTIONS = Items("questions", "parts/question.html", "questions", "voor", also=groups("question"))
MOVES = Items("moves", "parts/move.html", "moves", "voor", also=groups("move", "adjudicate"))
ACTS = Items("acts", "parts/act.html", "acts", "voor")
PULSE = Items("pulse", "parts/pulse.html", "pulse", "voor")
CARDS = Items("cards", "parts/card.html", "cards", "voor", also=groups("card", "tick"))
NOTES = Items("notes", "parts/note.html", "notes", "voor")
MESSAGES = Items("messages", "parts/message.html", "messages")
CHANNELS = Items("channels", "parts/channel.html", "channels", also=("me",))
PAIRS = Region("pairs", "parts/pairs.html", ("me", "channels"))
SAYS = Items("says", "parts/say.html", "channels", also=("game", "clock", *groups("say")))
TYPING = Region("typing", "parts/typing.html", ("seats", "me"))
SEATS = Items("seats", "parts/seat.html", "seats")
DEBRIEF = Region(
    "debrief",
    "parts/debrief.html",
    ("debrief", "clock", "game", "consequences", "seats", *groups("debrief", "guess", "judge", "again", "practice")),
)
REACH = Region("reach", "parts/reach.html", ("traced",))
NODES = Items("knoop", "parts/trace_item.html", "traced")
SAMENSPEL = Items("samenspel", "parts/samenspel.html", "samenspel", also=("me", "pulse", "seats"))
WERKWIJZEN = Items("werkwijzen", "parts/werkwijze.html", "werkwijzen", also=groups("werkwijze", "milestone"))
WEIGH = Region("weigh", "parts/weigh.html", ("weigh", "clock", *groups("weigh")))
ENTERING = Region("entering", "parts/entering.html", groups("paper"))
PAPER = Region("paper", "parts/paper.html", ("clock", "game", "consequences"))
TABLE: tuple[Part, ...] = (
    FEED,
    CONSEQUENCES,
    BOARD,
    FIGURES,
    DECISIONS,
    EARLIER,
    ADVICE,
    PROPOSALS,
    PROMISES,
    QUESTIONS,
    SPEECHES,
    MOVES,
    ACTS,
    PULSE,
    SEATS,
    DEBRIEF,
    MESSAGES,
)
"""What may be seen of the table itself, as far as an audience may see it."""

ACTIONS = Region(
    "actions",
    "parts/actions.html",
    groups("act", "agenda", "speakers", "question", "promise", "proposal", "advice", "note", "talk", "move"),
)

# --- screens ---------------------------------------------------------------------------------------------------------

PLAYER: tuple[Part, ...] = (
    BAR,
    BANNER,
    CATCH_UP,
    COVER,
    PAPER,
    ROUND,
    Region("todo", "parts/todo.html", ("todo", "clock", "seats", *groups("seat"))),
    Region(
        "asked",
        "parts/asked.html",
        ("questions", "speeches", "advice", "cards", *groups("question", "speech", "advice", "tick")),
    ),
    Region("role", "parts/role.html", ("seats", "clock", *groups("seat", "resign"))),
    Region("pulse_ask", "parts/pulse_ask.html", groups("pulse")),
    WERKWIJZEN,
    WEIGH,
    SAMENSPEL,
    ACTIONS,
    *TABLE,
    CARDS,
    NOTES,
    CHANNELS,
    PAIRS,
    SAYS,
    TYPING,
)

WAITING: tuple[Part, ...] = (
    BAR,
    BANNER,
    CATCH_UP,
    COVER,
    PAPER,
    ROUND,
    Items("places", "parts/place.html", "seats", when="playable", also=groups("seat")),
    Region("talk", "parts/talk.html", ("game",)),
    WERKWIJZEN,
    *TABLE,
)

FACILITATOR: tuple[Part, ...] = (
    BAR,
    BANNER,
    Items("injects", "parts/inject.html", "facilitator.injects", when="planned", also=("clock", *groups("inject"))),
    Items("reserve", "parts/inject.html", "facilitator.injects", when="reserve", also=("clock", *groups("inject"))),
    Region("improvise", "parts/improvise.html", groups("inject")),
    Region("control", "parts/control.html", ("clock", "game", "facilitator.next_label", "facilitator.next_effect",
                                             "facilitator.undo_label", *groups("clock"))),
    ENTERING,
    Region("awaited", "parts/awaited.html", ("clock", "game", "seats", "facilitator.awaited", "facilitator.roster")),
    Region("unexpected", "parts/unexpected.html", groups("unexpected")),
    Region("endclock", "parts/endclock.html", ("clock", "facilitator.rest_minutes", "facilitator.drops",
                                               "facilitator.evening_ends_at", "facilitator.plan", *groups("clock"))),
    Region("ready", "parts/ready.html", ("clock", "facilitator.ready", "facilitator.waiting", "facilitator.can_start",
                                         *groups("seat"))),
    Items("roster", "parts/roster_line.html", "seats", also=("clock", "game", "facilitator.roster[]", *groups("seat", "stand"))),
    Region("tools", "parts/tools.html", ("game", *groups("screens", "bookmark", "bring_out"))),
    Region("talks", "parts/talks.html", ("game", *groups("settle"))),
    Region("rubric", "parts/rubric.html", ("clock", "facilitator.rubric", *groups("rubric"))),
    Items("marks", "parts/mark.html", "facilitator.marks", "voor"),
    Items("choosable", "parts/werkwijze_choice.html", "facilitator.werkwijzen", also=groups("werkwijze")),
    WERKWIJZEN,
    WEIGH,
    SAMENSPEL,
    Region("progress", "parts/progress.html", ("clock", "debrief", "consequences", "facilitator.handed_in",
                                               "facilitator.to_hand_in", "facilitator.progress", "facilitator.proposed", *groups("debrief"))),
    ACTIONS,
    *TABLE,
    CARDS,
    NOTES,
    CHANNELS,
    PAIRS,
    REACH,
    NODES,
)  # fmt: skip

SCREEN: tuple[Part, ...] = (
    BAR,
    COVER,
    PAPER,
    Region("stage", "parts/stage.html", ("game", "clock", "seats", "decisions")),
    Items("werkwijzen", "parts/werkwijze_hall.html", "werkwijzen"),
    WEIGH,
    Items("samenspel", "parts/samenspel_hall.html", "samenspel"),
    Region("reach", "parts/reach_hall.html", ("traced", "game", "clock")),
    *TABLE,
)

OBSERVER: tuple[Part, ...] = (
    BAR,
    BANNER,
    COVER,
    PAPER,
    ROUND,
    Region("rubric", "parts/rubric.html", ("clock", "facilitator.rubric", *groups("rubric"))),
    WERKWIJZEN,
    SAMENSPEL,
    *TABLE,
)

HELPER: tuple[Part, ...] = (
    BAR,
    BANNER,
    Region("clerk", "parts/clerk.html", ("clock", "game", *groups("clock", "bookmark"))),
    ENTERING,
    Items("titles", "parts/card_title.html", "cards", also=groups("card")),
    WERKWIJZEN,
    *TABLE,
)

OVERVIEW: tuple[Part, ...] = (
    Region("tile", "parts/tile.html", ("game", "clock", "seats", "feed", "decisions", "indicators", "facilitator",
                                       *groups("clock"))),
)  # fmt: skip

PLENARY: tuple[Part, ...] = (Region("tile", "parts/hall.html", ("game", "clock", "consequences")),)

TABLES: tuple[Part, ...] = (
    Region("newcomers", "parts/newcomers.html", ("guests", "rooms", "meeting")),
    Region("showing", "parts/showing.html", ("guests", "division_shown", "rooms", "meeting", "helped")),
    Items("tiles", "parts/tile_place.html", "rooms", also=("meeting",)),
)

HALL: tuple[Part, ...] = (
    Region("entrance", "parts/entrance.html", ("door", "code")),
    Region("division", "parts/hall_division.html", ("rooms", "guests", "division_shown")),
    Region("compared", "parts/hall_compared.html", ("comparison", "meeting")),
    Items("tiles", "parts/hall_place.html", "rooms"),
)

MEETING: tuple[Part, ...] = (
    Region("door", "parts/door.html", ("door",)),
    Region("helpers", "parts/helpers.html", ("leads", "helped", "rooms", "meeting")),
    Items("rooms", "parts/room.html", "rooms", also=("leads", "plays", "meeting")),
    Items("guests", "parts/guest.html", "guests", also=("rooms", "meeting")),
)

SCREENS: dict[str, Screen] = {
    "player": Screen("pages/play.html", PLAYER),
    "mirror": Screen("pages/play.html", PLAYER),
    "waiting": Screen("pages/lobby.html", WAITING),
    "facilitator": Screen("pages/facilitate.html", FACILITATOR),
    "overview": Screen("pages/overview.html", OVERVIEW),
    "helper": Screen("pages/help_table.html", HELPER),
    "screen": Screen("pages/screen.html", SCREEN),
    "plenary": Screen("pages/plenary.html", PLENARY),
    "observer": Screen("pages/observe.html", OBSERVER),
    "meeting": Screen("pages/meeting.html", MEETING),
    "tables": Screen("pages/overview.html", TABLES),
    "hall": Screen("pages/plenary.html", HALL),
}
"""Every screen, by name."""


def screen_of(kind: str) -> str:
    """The name of the screen of an audience: `player` for a seat, else the kind itself."""
    return "player" if kind == "seat" else kind
