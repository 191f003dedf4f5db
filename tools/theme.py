"""Our look: it overrides the `--basis-*` layer of the NL Design System theme 'voorbeeld', light and dark.

Every component of the design system follows that layer. A municipality that wants its own look lays its own
`--basis-*` values over these. `too_low()` proves the contrast by number.
"""

from __future__ import annotations

from tools.colour import contrast, hex_colour

THEME_CLASS = "dnalab-theme"

# Twelve steps per group, from the palest background to the darkest text (in dark the other way round).
LIGHT = (0.985, 0.962, 0.935, 0.885, 0.82, 0.74, 0.655, 0.56, 0.475, 0.42, 0.36, 0.265)
DARK = (0.185, 0.225, 0.265, 0.315, 0.375, 0.44, 0.53, 0.63, 0.765, 0.81, 0.86, 0.94)
CHROMA = (0.10, 0.22, 0.36, 0.55, 0.75, 0.90, 1.0, 1.0, 1.0, 0.95, 0.82, 0.55)

# name: (hue in degrees, chroma at full strength)
GROUPS = {
    "default": (245, 0.014),
    "accent-1": (236, 0.098),
    "accent-2": (62, 0.12),
    "accent-3": (160, 0.09),
    "info": (250, 0.12),
    "positive": (152, 0.125),
    "negative": (25, 0.185),
    "warning": (62, 0.135),
    "highlight": (95, 0.14),
}
SAME_AS = {"action-1": "accent-1", "action-2": "accent-1", "selected": "accent-1"}

# Which step of the scale each token takes; 0 is the page itself.
STEPS = {
    "bg-document": 0,
    "bg-subtle": 1,
    "bg-default": 2,
    "bg-hover": 3,
    "bg-active": 4,
    "border-subtle": 4,
    "border-default": 7,
    "border-hover": 9,
    "border-active": 10,
    "color-subtle": 9,
    "color-default": 9,
    "color-hover": 10,
    "color-active": 11,
    "color-document": 12,
    "inverse-bg-document": 11,
    "inverse-bg-subtle": 12,
    "inverse-bg-default": 9,
    "inverse-bg-hover": 10,
    "inverse-bg-active": 11,
    "inverse-border-subtle": 8,
    "inverse-border-default": 4,
    "inverse-border-hover": 3,
    "inverse-border-active": 2,
    "inverse-color-subtle": 1,
    "inverse-color-default": 0,
    "inverse-color-hover": 0,
    "inverse-color-active": 0,
    "inverse-color-document": 0,
}
PAPER = ("#ffffff", "#12161b")
ON_INVERSE = ("#ffffff", "#10151a")

# Chart lines: hue per line. Each line also has its own dash and a label at its end.
SERIES = (250, 62, 310, 180, 5, 130, 280, 90, 215, 340)

# (foreground, background, ratio asked): WCAG 2.2 AA, with more for running text.
PAIRS = (
    ("color-default", "bg-document", 4.5),
    ("color-default", "bg-default", 4.5),
    ("color-default", "bg-hover", 4.5),
    ("color-active", "bg-active", 4.5),
    ("color-subtle", "bg-document", 4.5),
    ("color-subtle", "bg-default", 4.5),
    ("color-document", "bg-default", 7.0),
    ("color-document", "bg-document", 7.0),
    ("border-default", "bg-document", 3.0),
    ("inverse-color-default", "inverse-bg-default", 4.5),
    ("inverse-color-hover", "inverse-bg-hover", 4.5),
    ("inverse-color-active", "inverse-bg-active", 4.5),
)

Pair = tuple[str, str]

FIXED = """\
  --basis-color-default-bg-page: light-dark(#f3f5f7, #0b0f13);
  --basis-text-font-family-default: 'Source Sans 3 Variable', 'Segoe UI', system-ui, sans-serif;
  --basis-text-font-family-monospace: ui-monospace, 'Cascadia Mono', monospace;
  --basis-heading-font-family: var(--basis-text-font-family-default);
  --basis-heading-font-weight: 650;
  --basis-text-font-weight-bold: 650;
  --basis-focus-background-color: #ffdd00;
  --basis-focus-color: #0b0c0c;
  --basis-focus-outline-color: light-dark(#0b0c0c, #ffffff);
  --basis-focus-outline-style: solid;
  --basis-focus-outline-width: 3px;
  --basis-focus-outline-offset: 2px;
  --basis-pointer-target-min-block-size: 44px;
  --basis-pointer-target-min-inline-size: 44px;
  --basis-border-radius-sm: 6px;
  --basis-border-radius-md: 10px;
  --basis-border-radius-lg: 14px;
  --basis-box-shadow-sm: 0 1px 2px rgb(8 20 32 / 0.06), 0 4px 14px -8px rgb(8 20 32 / 0.22);
  --basis-box-shadow-md: 0 2px 4px rgb(8 20 32 / 0.06), 0 14px 34px -16px rgb(8 20 32 / 0.34);
  --basis-form-control-border-radius: 8px;
  --basis-form-control-max-inline-size: 100%;
  --basis-form-control-padding-block-start: 8px;
  --basis-form-control-padding-block-end: 8px;
  --basis-form-control-padding-inline-start: 12px;
  --basis-form-control-padding-inline-end: 12px;
  --nl-button-border-radius: 8px;
  --nl-button-min-block-size: 44px;
  --nl-button-min-inline-size: 44px;
  --nl-button-padding-inline-start: 16px;
  --nl-button-padding-inline-end: 16px;
  --nl-button-padding-block-start: 8px;
  --nl-button-padding-block-end: 8px;
  --nl-button-icon-size: 1.25rem;
  --utrecht-alert-border-radius: 10px;
"""

FONT = """\
@font-face {
  font-family: 'Source Sans 3 Variable';
  font-style: normal;
  font-display: swap;
  font-weight: 200 900;
  src: url('source-sans-3.woff2') format('woff2');
}
"""


def css() -> str:
    """The whole theme file."""
    root = f".{THEME_CLASS}"
    return "\n".join(
        (
            FONT,
            f"{root} {{",
            "  color-scheme: light;",
            *(f"  {name}: light-dark({light}, {dark});" for name, (light, dark) in tokens().items()),
            *_aliases(),
            *(f"  --dnalab-series-{n}: light-dark({a}, {b});" for n, (a, b) in enumerate(series(), 1)),
            FIXED + "}",
            f"{root}[data-kleur='donker'] {{ color-scheme: dark; }}",
            f"@media (prefers-color-scheme: dark) {{ {root}[data-kleur='auto'] {{ color-scheme: dark; }} }}",
            f"@media print {{ {root}[data-kleur] {{ color-scheme: light; }} }}",
            *(f".hue-{hue} {{ --dnalab-hue: {fill}; }}" for hue, fill in hues().items()),
            "",
        )
    )


def tokens() -> dict[str, Pair]:
    """Each colour token with its light and its dark value."""
    return {
        f"--basis-color-{group}-{token}": _pair(group, token, step) for group in GROUPS for token, step in STEPS.items()
    }


def series() -> tuple[Pair, ...]:
    """The chart lines, light and dark."""
    return tuple((hex_colour(0.46, 0.13, hue), hex_colour(0.78, 0.11, hue)) for hue in SERIES)


def hues() -> dict[int, str]:
    """The fill of a role marker per hue, in steps of ten degrees; white text stands on it in light and in dark."""
    return {hue: hex_colour(0.44, 0.11, hue) for hue in range(0, 360, 10)}


def too_low() -> list[str]:
    """Every pair of colours whose contrast is below what it must be. Empty when all is well."""
    pairs = [*_group_pairs(), *_series_pairs(), *(("white", fill, "#ffffff", fill, 4.5) for fill in hues().values())]
    return [
        f"{front} on {back}: {contrast(one, other):.2f}, needs {needed}"
        for front, back, one, other, needed in pairs
        if contrast(one, other) < needed
    ]


def _pair(group: str, token: str, step: int) -> Pair:
    if step == 0:
        return ON_INVERSE if token.startswith("inverse") else PAPER
    return _step(group, step - 1, LIGHT), _step(group, step - 1, DARK)


def _step(group: str, at: int, lightness: tuple[float, ...]) -> str:
    hue, chroma = GROUPS[group]
    # Deep dark backgrounds with full colour look dirty.
    calm = 0.8 if lightness is DARK and at < 5 else 1.0
    return hex_colour(lightness[at], chroma * CHROMA[at] * calm, hue)


def _aliases() -> list[str]:
    return [
        f"  --basis-color-{group}-{token}: var(--basis-color-{source}-{token});"
        for group, source in SAME_AS.items()
        for token in STEPS
    ]


def _group_pairs() -> list[tuple[str, str, str, str, float]]:
    values = tokens()
    return [
        (f"{group} {front}", back, values[f"{stem}{front}"][mode], values[f"{stem}{back}"][mode], needed)
        for group in GROUPS
        for stem in (f"--basis-color-{group}-",)
        for front, back, needed in PAIRS
        for mode in (0, 1)
    ]


def _series_pairs() -> list[tuple[str, str, str, str, float]]:
    return [
        (f"line {n}", "paper", line[mode], PAPER[mode], 4.5) for n, line in enumerate(series(), 1) for mode in (0, 1)
    ]
