"""The few helpers that every picture needs: elements, numbers, and text that fits."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

Attribute = str | int | float | None


def number(value: float) -> str:
    """A coordinate with at most one decimal: `12`, `12.5`."""
    return f"{value:.1f}".removesuffix(".0")


def element(name: str, *content: str, **attributes: Attribute) -> Markup:
    """One element. Plain text is escaped, Markup is not; `class_` is class, `_` is `-`; None is left out."""
    pairs = "".join(_pair(key, value) for key, value in attributes.items() if value is not None)
    inner = "".join(escape(part) for part in content)
    return Markup(f"<{name}{pairs}>{inner}</{name}>" if inner else f"<{name}{pairs}/>")  # noqa: S704 - escaped above


def _pair(key: str, value: str | int | float) -> str:
    name = key.rstrip("_").replace("_", "-")
    shown = number(value) if isinstance(value, float) else escape(value)
    return f' {name}="{shown}"'


def picture(
    chart: str, width: float, height: float, title: str, told: str, *content: str, role: str = "img",
    **extra: Attribute,
) -> Markup:  # fmt: skip
    """A whole picture with a name and, in words, what it tells. `chart` is unique on the page."""
    named = element("title", title, id=f"{chart}-t") + element("desc", told, id=f"{chart}-d")
    return element(
        "svg", named, *content, viewBox=f"0 0 {number(width)} {number(height)}", role=role, id=chart,
        aria_labelledby=f"{chart}-t {chart}-d", **extra,
    )  # fmt: skip


def path(points: Iterable[str]) -> str:
    """Path data from its pieces."""
    return "".join(points)


def wrap(text: str, width: int, lines: int) -> tuple[str, ...]:
    """The text in at most `lines` lines of about `width` letters; what does not fit ends with an ellipsis."""
    found: list[str] = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if len(longer) <= width or not found[-1]:
            found[-1] = longer
        else:
            found.append(word)
    kept = [_short(line, width) for line in found[:lines]]
    if len(found) > lines:
        kept[-1] = _short(f"{kept[-1]} …", width)
    return tuple(kept)


def _short(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 1].rstrip(" …") + "…"
