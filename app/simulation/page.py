"""What the page of a simulation draws: how far it is, or what came out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from game_rules.simulate import Fan

from ..charts import fan_chart
from .desk import Simulation
from .games import WHAT
from .shown import Board, Shown
from .words import POLICY_NAMES


@dataclass(frozen=True, slots=True)
class Drawn:
    """The fan of one indicator with one werkwijze."""

    label: str
    picture: Markup


class SimulationPage:
    """One simulation. ahead: how many wait before it; mine: whether who looks may stop it."""

    def __init__(self, simulation: Simulation, ahead: int, mine: bool) -> None:
        self.of = simulation
        self.order = simulation.order
        self.ahead = ahead
        self.mine = mine
        self.what = WHAT
        self.shown = Shown(simulation.result) if simulation.result else None

    @property
    def percent(self) -> int:
        """How far it is."""
        return 100 * self.of.done // self.order.games

    @property
    def runs(self) -> int:
        """How many games were played with each werkwijze, at least."""
        return min((one.runs for one in self.shown.summaries), default=0) if self.shown else 0

    @property
    def at_most(self) -> str:
        """What "never" means in words, by the rule of three (Hanley & Lippman-Hand, JAMA 249, 1983); empty below 30 runs."""
        return f"{300 / self.runs:.1f}".replace(".", ",") if self.runs >= 30 else ""

    @property
    def styles(self) -> Iterator[tuple[str, str]]:
        """Who played how: the style, and the seats."""
        content = self.of.playing.content
        for policy in dict.fromkeys(self.order.policies.values()):
            seats = [content.casus.seats[seat].label for seat, one in self.order.policies.items() if one == policy]
            yield POLICY_NAMES[policy], ", ".join(seats)

    def fans(self, board: Board) -> Iterator[Drawn]:
        """The pictures of an indicator, one for each werkwijze, on one scale."""
        for place, ray in enumerate(board.rays):
            yield Drawn(
                ray.label,
                fan_chart(
                    board.start, [_quarters(fan) for fan in ray.fans], board.columns, place=place,
                    chart=f"waaier-{board.id}-{place}", title=f"{board.label}, {ray.label}",
                ),
            )  # fmt: skip


def _quarters(fan: Fan) -> tuple[int, int, int, int, int]:
    return (fan.p5, fan.p25, fan.p50, fan.p75, fan.p95)
