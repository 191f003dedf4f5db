"""The CSS of the NL Design System components we use, with only those theme variables that they reach."""

from __future__ import annotations

import re
from pathlib import Path

from tools.theme import THEME_CLASS

CANDIDATE = ("button", "data-badge", "heading", "link", "mark", "number-badge", "paragraph", "skip-link")
UTRECHT = (
    "alert",
    "custom-checkbox",
    "form-field",
    "form-field-error-message",
    "form-label",
    "radio-button",
    "select",
    "textarea",
    "textbox",
)
THEME = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
NOTICE = "/* NL Design System: components and theme 'voorbeeld'. EUPL-1.2, see the folder licenses. */\n"

_DECLARATION = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")
_USE = re.compile(r"var\(\s*(--[\w-]+)")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL.*?\*/")


def files() -> tuple[str, ...]:
    """The CSS files, as paths below node_modules."""
    return (
        *(f"@nl-design-system-candidate/{name}-css/dist/{name}.css" for name in CANDIDATE),
        *(f"@utrecht/{name}-css/dist/index.min.css" for name in UTRECHT),
    )


def css(modules: Path) -> str:
    """Theme and components in one file. The whole `--basis-*` layer stays: our own CSS may use any of it."""
    components = _SOURCE_MAP.sub("", "\n".join((modules / path).read_text() for path in files()))
    declared = dict(_DECLARATION.findall((modules / THEME).read_text()))
    kept = _reached(declared, {name for name in declared if name.startswith("--basis-")} | _used(components))
    body = "".join(f"{name}:{' '.join(value.split())};" for name, value in declared.items() if name in kept)
    return f"{NOTICE}.{THEME_CLASS}{{{body}}}\n{components}"


def _reached(declared: dict[str, str], names: set[str]) -> set[str]:
    reached: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        reached.add(name)
        waiting |= _used(declared.get(name, "")) - reached
    return reached


def _used(text: str) -> set[str]:
    return set(_USE.findall(text))
