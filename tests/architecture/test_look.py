"""The look holds together: enough contrast, every icon drawn, every class known to a stylesheet."""

from __future__ import annotations

import re

import pytest

from tools import colour, icons, theme

from .source import ROOT

CLASS = re.compile(r'class="([^"]*)"')
INSERTED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
ICON = re.compile(r"""icon\(\s*['"]([\w-]+)['"]""")
ICON_NAME = re.compile(r"""icon_name\s*=\s*['"]([\w-]+)['"]""")
CASE_ICON = re.compile(r"\bicon:\s*['\"]?([a-z][\w-]*)")
# Data in a script element is not run, and the content policy lets it be.
INLINE = re.compile(r"<script(?![^>]*(?:\bsrc=|application/json))[^>]*>|<style|\sstyle=|\son[a-z]+=|javascript:")

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def test_every_pair_of_colours_has_the_contrast_that_is_asked() -> None:
    assert theme.too_low() == []


@pytest.mark.parametrize(("one", "other", "ratio"), [("#ffffff", "#000000", 21.0), ("#767676", "#ffffff", 4.54)])
def test_contrast_is_counted_as_wcag_says(one: str, other: str, ratio: float) -> None:
    assert round(colour.contrast(one, other), 2) == ratio


def test_a_colour_that_no_screen_shows_becomes_one_that_it_does() -> None:
    assert re.fullmatch(r"#[0-9a-f]{6}", colour.hex_colour(0.5, 0.4, 150))


def test_every_token_is_there_in_light_and_dark() -> None:
    text = theme.css()
    assert text.count("light-dark(") == len(theme.tokens()) + len(theme.SERIES) + 2
    assert all(name in text for name in theme.tokens())


def test_every_icon_that_a_template_or_case_asks_for_is_drawn() -> None:
    asked = {
        name
        for path in TEMPLATES
        for text in [path.read_text()]
        for name in ICON.findall(text) + ICON_NAME.findall(text)
    }
    asked |= {name for path in (ROOT / "cases").rglob("*.yaml") for name in CASE_ICON.findall(path.read_text())}
    assert asked - set(icons.ICONS) == set()
    assert len(icons.ICONS) == len(set(icons.ICONS))


def test_every_class_in_a_template_is_known_to_a_stylesheet() -> None:
    sheets = [*(ROOT / "static/css").glob("*.css"), *(ROOT / "static/vendor").glob("*.css")]
    known = set(re.findall(r"\.([A-Za-z][\w-]*)", " ".join(path.read_text() for path in sheets)))
    scripts = " ".join(path.read_text() for path in (ROOT / "static/js").rglob("*.js"))
    unknown = {
        f"{path.relative_to(ROOT)}: {word}"
        for path in TEMPLATES
        for words in CLASS.findall(COMMENT.sub("", path.read_text()))
        for word in INSERTED.sub("\0", words).split()
        if "\0" not in word and word not in known and word not in scripts and not _has_variants(word, known)
    }
    assert unknown == set()


def _has_variants(word: str, known: set[str]) -> bool:
    return any(other.startswith(f"{word}--") for other in known)


def test_no_template_has_script_or_style_inside() -> None:
    found = [f"{path.relative_to(ROOT)}: {match}" for path in TEMPLATES for match in INLINE.findall(path.read_text())]
    assert found == []
