"""Colours by number: OKLCH to hex, and the contrast between two colours.

OKLCH is used because equal steps of its lightness look equal, so one row of lightnesses serves every hue.
Source: B. Ottosson, "A perceptual color space for image processing" (Oklab); contrast: WCAG 2.2, 1.4.3.
"""

from __future__ import annotations

import math

Rgb = tuple[float, float, float]


def hex_colour(lightness: float, chroma: float, hue: float) -> str:
    """The colour as `#rrggbb`. Lowers the chroma until the colour can be shown on a screen.

    lightness 0–1, chroma 0–0.4, hue in degrees.
    """
    rgb = _linear_rgb(lightness, chroma, hue)
    while chroma > 0.001 and not all(-0.0005 <= part <= 1.0005 for part in rgb):
        chroma *= 0.97
        rgb = _linear_rgb(lightness, chroma, hue)
    return "#" + "".join(f"{round(_gamma(part) * 255):02x}" for part in rgb)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _linear_rgb(lightness: float, chroma: float, hue: float) -> Rgb:
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _gamma(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = (_degamma(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _degamma(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
