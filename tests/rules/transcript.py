"""A game as a text that people can read and review: who wished what, what came of it, and what each audience got to see.

Write the reviewed files anew with `python -m tests.rules.transcript`, and look at the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from game_rules import engine
from game_rules.projections import project
from game_rules.turn import may_be_played
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.events import Record
from game_rules.vocabulary.state import GameState
from game_rules.vocabulary.views import View
from tests.play import Game
from tests.rules.evening import whole_evening

FOLDER = Path(__file__).parent / "transcripts"
EVENING = FOLDER / "evening.txt"
SHOWN = ("feed", "cards", "decisions", "notes", "questions", "promises", "proposals", "acts", "consequences", "todo")


def transcript(game: Game) -> str:
    """The whole game, one paragraph per command."""
    return "\n".join(_lines(game)) + "\n"


def _lines(game: Game) -> Iterator[str]:
    state = engine.start(game.content, game.log[0])
    yield f"{game.content.casus.title} · {state.edition}"
    seen: dict[str, View] = {}
    rest = game.log[1:]
    while rest:
        command = rest[0].command
        mine = [record for record in rest if record.command == command]
        yield ""
        yield f"{_clock(state, mine[0])} {_who(state, mine[0].actor)}"
        for record in mine:
            state = engine.evolve(state, record)
            yield f"    {_event(record)}"
        yield from _news(game, state, seen)
        rest = rest[len(mine) :]


def _clock(state: GameState, record: Record) -> str:
    seconds = (record.at - 1_000) // 1000
    return f"{seconds // 60:02d}:{seconds % 60:02d} {state.clock.key}"


def _who(state: GameState, actor: Actor) -> str:
    seat = state.casus.seats[actor.seat].label if actor.seat else ""
    return f"{seat} ({actor.participant or actor.kind})" if seat else actor.participant or actor.kind


def _event(record: Record) -> str:
    raw: dict[str, Any] = msgspec.to_builtins(record.event)
    if raw["type"] == "step_undone":
        raw.pop("former")
    if raw["type"] == "step_started":
        raw = {"type": raw["type"], "clock": record.event.clock.key}  # type: ignore[union-attr]
    return " ".join([raw.pop("type"), *(f"{key}={_value(value)}" for key, value in raw.items() if key != "text")])


def _value(value: Any) -> str:
    if isinstance(value, dict) and value.keys() == {"kind", "id", "version"}:
        return f"{value['kind']}:{value['id']}"
    if isinstance(value, dict):
        return "{" + " ".join(f"{key}:{_value(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + " ".join(map(_value, value)) + "]"
    if isinstance(value, float):
        return f"{value:.3f}"
    return f"“{value}”" if isinstance(value, str) and " " in value else str(value)


def _news(game: Game, state: GameState, seen: dict[str, View]) -> Iterator[str]:
    """Per group of audiences that get to see the same new things: what is new."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, audience in _audiences(state):
        view = project(state, audience).view
        new = tuple(_new(seen.get(name), view))
        seen[name] = view
        if new:
            groups.setdefault(new, []).append(name)
    everybody = len(list(_audiences(state)))
    for new, names in groups.items():
        yield f"  > {'iedereen' if len(names) == everybody else ', '.join(names)}: {' · '.join(new)}"


def _audiences(state: GameState) -> Iterator[tuple[str, Audience]]:
    for id_ in state.seats:
        if may_be_played(state, id_):
            yield id_, Audience(kind="seat", seat=id_, participant=state.seats[id_].holder)
    yield "spelleider", Audience(kind="facilitator", participant="f1")
    yield "scherm", Audience(kind="screen")


def _new(before: View | None, after: View) -> Iterator[str]:
    for part in SHOWN:
        old = getattr(before, part) if before else {}
        for id_, item in getattr(after, part).items():
            if id_ not in old or _head(part, old[id_]) != _head(part, item):
                yield f"{part} {_head(part, item)}"
    old_figures = before.indicators if before else {}
    if after.indicators and {k: v.value for k, v in after.indicators.items()} != {
        k: v.value for k, v in old_figures.items()
    }:
        yield "cijfers " + ", ".join(f"{card.label} {card.value}" for card in after.indicators.values())


def _head(part: str, item: Any) -> str:
    if part == "decisions":
        return f"“{item.question}” {item.status}{f' {item.outcome_how}' if item.outcome_how else ''}"
    if part == "consequences":
        causes = " + ".join(cause.text for cause in item.causes)
        return f"“{item.title}” door {causes}{' (teruggenomen)' if item.retracted else ''}"
    if part == "questions":
        return f"“{item.text}” {item.answer}".strip()
    if part in ("promises", "proposals"):
        return f"“{item.text}” {item.status}"
    if part == "feed":
        return f"“{item.title}”{' (teruggenomen)' if item.retracted else ''}"
    return f"“{getattr(item, 'title', '') or item.text}”"


if __name__ == "__main__":
    EVENING.write_text(transcript(whole_evening()), encoding="utf-8")
    print(f"Written: {EVENING}. Look at the difference with: git diff {EVENING}")
