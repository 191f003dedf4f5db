"""Measuring and printing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter


def title(text: str) -> None:
    """The head of a group of figures."""
    print(f"\n{text}\n{'-' * len(text)}")


def line(what: str, figure: str) -> None:
    """One figure."""
    print(f"  {what:<58}{figure:>22}")


def micro(what: str, work: Callable[[], object], times: int = 200) -> None:
    """The median time of a small piece of work, in microseconds."""
    taken = []
    for _ in range(times):
        begin = perf_counter()
        work()
        taken.append(perf_counter() - begin)
    line(what, f"{percentile(taken, 50) * 1e6:,.0f} us")


def spread(what: str, seconds: Sequence[float]) -> None:
    """Median, 95th and 99th percentile, in milliseconds."""
    figures = " / ".join(f"{percentile(seconds, part) * 1000:.1f}" for part in (50, 95, 99))
    line(f"{what} (p50 / p95 / p99 of {len(seconds)})", f"{figures} ms")


def percentile(values: Sequence[float], part: int) -> float:
    """The value below which `part` percent of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * part // 100)] if ordered else 0.0
