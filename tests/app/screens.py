"""Renders screens from Views without a server, and reads the HTML back."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.config import ROOT
from app.live.renderers import tools
from app.live.renderers.html import HtmlRenderer
from app.live.renderers.layout import SCREENS
from app.terms import glossary_in
from game_rules.vocabulary.views import View

VOID = {"input", "link", "meta", "br", "hr", "img", "use", "rect", "circle", "path"}


def environment() -> Environment:
    """The templates as the server has them; what is not defined fails."""
    made = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True, undefined=StrictUndefined)
    made.globals.update(asset=lambda path: f"/s/x/{path}", name_of=lambda participant: f"naam van {participant}")
    tools.install(made, glossary_in(ROOT / "cases"))
    return made


ENVIRONMENT = environment()


def parts(screen: str, view: View) -> dict[str, str]:
    """Every part of a screen, by target."""
    renderer = HtmlRenderer(ENVIRONMENT, lambda participant: f"naam van {participant}")
    return renderer.whole(SCREENS[screen], view)


def page(screen: str, view: View) -> str:
    """A whole page."""
    content = {target: Markup(html) for target, html in parts(screen, view).items()}
    join = {"join_code": "482 917", "join_link": "http://zaal/m/482917", "join_qr": Markup("<svg></svg>")}
    more = {
        "game": "g-1",
        "meeting": "m-1",
        "audience": screen,
        "version": 7,
        "key": "",
        "return_code": "KL3-9QP",
        **join,
    }
    return ENVIRONMENT.get_template(SCREENS[screen].page).render(parts=content, view=view, screen=screen, **more)


@dataclass(slots=True)
class Control:
    """One thing in a form that has a name."""

    name: str
    kind: str
    value: str
    data: str
    labelled: bool


@dataclass(slots=True)
class Form:
    """A form that sends a command."""

    command: str
    as_: str
    confirm: str
    controls: list[Control] = field(default_factory=list)

    @property
    def hidden(self) -> dict[str, str]:
        """What is sent as it is."""
        return {one.name: one.value for one in self.controls if one.kind == "hidden"}


class Reader(HTMLParser):
    """Forms, ids, tags and texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.targets: set[str] = set()
        self._form: Form | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        """Remember what this tag is."""
        named = {name: value or "" for name, value in attrs}
        self.tags.append((tag, named))
        self.ids += [named["id"]] if "id" in named else []
        self.targets |= {named["for"]} if tag == "label" and "for" in named else set()
        if tag == "form" and "data-command" in named:
            self._form = Form(named["data-command"], named.get("data-as", ""), named.get("data-confirm", ""))
            self.forms.append(self._form)
        if self._form and tag in ("input", "select", "textarea") and "name" in named:
            self._form.controls.append(self._control(tag, named))
        if tag not in VOID:
            self.open.append(tag)

    def _control(self, tag: str, named: dict[str, str]) -> Control:
        kind = named.get("type", tag) if tag == "input" else tag
        labelled = (
            kind == "hidden" or "label" in self.open or named.get("id", "") in self.targets or "aria-label" in named
        )
        return Control(named["name"], kind, named.get("value", ""), named.get("data-type", ""), labelled)

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest open tag of this name."""
        if tag in VOID:
            return
        if tag == "form":
            self._form = None
        assert tag in self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()
