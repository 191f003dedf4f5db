"""Every line on the board must be able to move, both ways."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary.casus import Content
from .problem import Problem, error, warning

USUAL_SHIFT = 15


def check_indicators(content: Content) -> Iterator[Problem]:
    """Indicators that no consequence moves, or only one way; values and shifts that are out of bounds."""
    casus = content.casus
    for name, start in casus.indicators.items():
        path = f"indicators.{name}"
        if not 0 <= start <= 100:
            yield error(path, "indicator_out_of_bounds", "Een indicator begint tussen 0 en 100.")
        shifts = [item.shifts[name] for item in casus.consequences.values() if name in item.shifts]
        if not any(shifts) and name in content.indicators:
            yield error(path, "indicator_untouched", f"Geen enkel gevolg verandert de indicator `{name}`.")
        elif shifts and all(shift <= 0 for shift in shifts):
            yield warning(path, "indicator_one_way", f"De indicator `{name}` kan alleen dalen.")
        elif shifts and all(shift >= 0 for shift in shifts):
            yield warning(path, "indicator_one_way", f"De indicator `{name}` kan alleen stijgen.")
    for section in ("consequences", "stock"):
        for name, thing in getattr(casus, section).items():
            yield from _shifts(f"{section}.{name}.shifts", thing.shifts)


def _shifts(path: str, shifts: dict[str, int]) -> Iterator[Problem]:
    for name, shift in shifts.items():
        if shift == 0:
            yield warning(f"{path}.{name}", "shift_zero", "Een verandering van 0 doet niets. Haal haar weg.")
        elif abs(shift) > USUAL_SHIFT:
            message = (
                f"{shift:+d} is een heel grote stap op een schaal van 0 tot 100. Gebruikelijk is -12 tot en met +12."
            )
            yield warning(f"{path}.{name}", "shift_large", message)
