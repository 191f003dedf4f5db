"""The result of a simulation as text for a terminal, the werkwijzen beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from game_rules.simulate import Weight

from ..simulation.games import Result
from ..simulation.shown import Board, Cell, Row, Shown

PAGE = 110
WIDE = 58
COLUMN = 15
ABOUT_WEIGHTS = (
    "Het deel van alle verschillen aan het einde dat samengaat met de keuze (eta kwadraat); tussen haakjes wat een "
    "willekeurige indeling van de spellen gemiddeld al zou geven. Keuzes hangen samen: de delen tellen niet op tot 100%, en wat "
    "samengaat is nog geen oorzaak."
)


def text_of(result: Result) -> str:
    """Everything that came out, in plain lines."""
    shown = Shown(result)
    return "\n".join(
        [*_head(result, shown), *_boards(shown), *_weights(result, shown), *_occurred(shown), *_never(shown)]
    )


def _head(result: Result, shown: Shown) -> Iterator[str]:
    order = result.order
    yield f"{result.title}, editie {order.edition}, {order.runs} spellen per werkwijze, zaad {order.seed}"
    yield from wrap(result.what, PAGE)
    for policy in dict.fromkeys(order.policies.values()):
        yield from wrap(f"{policy}: " + ", ".join(seat for seat, one in order.policies.items() if one == policy), PAGE)
    for one, summary in zip(shown.sets, shown.summaries, strict=True):
        if summary.stuck or summary.refused:
            yield f"Let op: {one.label}: {sum(summary.stuck.values())} spellen liepen vast, {summary.refused} wensen geweigerd."


def _boards(shown: Shown) -> Iterator[str]:
    yield from ("", "INDICATOREN: het midden van de spellen, en waar negen van de tien tussen liggen")
    for board in shown.boards():
        yield from _board(board)


def _board(board: Board) -> Iterator[str]:
    yield _line(f"{board.label} (begin {board.start})", board.columns, 34, 12)
    for ray in board.rays:
        yield _line(f"  {ray.label}", [f"{one.p50} ({one.p5}–{one.p95})" for one in ray.fans], 34, 12)


def _weights(result: Result, shown: Shown) -> Iterator[str]:
    yield from ("", "WELK BESLUIT MAAKTE HET MEESTE UIT")
    yield from wrap(ABOUT_WEIGHTS, PAGE)
    yield _heads(shown)
    for label, found in shown.weights():
        yield _line(label, [_weight(one) for one in found])
    weight = result.werkwijze_weight
    if weight:
        yield f"De werkwijze zelf: {_weight(weight)} van alle verschillen tussen deze spellen samen."


def _weight(weight: Weight | None) -> str:
    return "–" if weight is None else f"{_part(weight.together)} ({_part(weight.by_chance)})"


def _part(share: float) -> str:
    return f"{100 * share:.0f}%" if share >= 0.005 else "<1%"


def _occurred(shown: Shown) -> Iterator[str]:
    yield from ("", "BESLUITEN", _heads(shown))
    for question in shown.questions():
        yield _line(question.label, [_asked(cell) for cell in question.asked])
        yield from (_row(row, "  ") for row in question.options)
    for held, well in shown.fared():
        yield from ("", f"WERKWIJZE {held.label}", _heads(shown), _named(held, "gold"), _named(well, "goed gedaan"))
    for _, name, rows in shown.kinds():
        yield from ("", name.upper(), _heads(shown))
        yield from map(_row, rows)


def _named(row: Row, name: str) -> str:
    return _row(Row(row.id, name, row.cells))


def _asked(cell: Cell | None) -> str:
    return "–" if cell is None else "" if cell.count == cell.of else f"kwam op {cell.percent}"


def _never(shown: Shown) -> Iterator[str]:
    runs = min((one.runs for one in shown.summaries), default=0)
    yield from ("", f"NOOIT BEREIKT in {runs} spellen{_at_most(runs)}")
    for name, missing in shown.never():
        yield f"{name}:"
        for one in missing:
            notes = [one.why, f"alleen bij: {', '.join(one.where)}" if one.where else ""]
            note = "; ".join(filter(None, notes))
            yield f"  {one.label} [{one.id}]" + (f" ({note})" if note else "")


def _at_most(runs: int) -> str:
    """The rule of three (Hanley & Lippman-Hand, JAMA 249, 1983): never in n runs is, for 95% sure, less than 3 in n."""
    return (
        f": komt bij deze speelstijl vrijwel zeker in minder dan {300 / runs:.1f}% van de spellen voor"
        if runs >= 30
        else ""
    )


def _heads(shown: Shown) -> str:
    return _line("", [one.label for one in shown.sets])


def _row(row: Row, indent: str = "") -> str:
    return _line(indent + row.label, [cell.percent if cell else "–" for cell in row.cells])


def _line(label: str, cells: Sequence[str], wide: int = WIDE, column: int = COLUMN) -> str:
    short = label if len(label) <= wide else label[: wide - 1] + "…"
    return (f"{short:<{wide}} " + " ".join(f"{_cut(cell, column):>{column}}" for cell in cells)).rstrip()


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
