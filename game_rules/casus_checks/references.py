"""Every id that is used must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ..vocabulary.casus import Casus, Content, Decision, Outcome, Stand
from ..vocabulary.conditions import Condition
from .names import REFERENCES, SPOKEN, known_ids
from .problem import Problem, error, join, likely
from .tree import fields, structs


def check_references(content: Content) -> Iterator[Problem]:
    """Ids that do not exist, in every field that names something."""
    yield from unknown_ids(content, content.casus)
    yield from _gemeente(content)


def unknown_ids(content: Content, root: Struct) -> Iterator[Problem]:
    """The same in any part of this content."""
    known = known_ids(content)
    for path, struct in structs(root):
        for name, kind in REFERENCES.get(type(struct), {}).items():
            if isinstance(struct, Casus):
                yield from _unknown(struct, name, path, kind, tuple(content.indicators))
            else:
                yield from _unknown(struct, name, path, kind, known[kind])
        yield from _unknown_options(content.casus, struct, path)


def _unknown(struct: Struct, name: str, path: str, kind: str, known: tuple[str, ...]) -> Iterator[Problem]:
    key = dict(fields(type(struct)))[name]
    for where, used in _used(getattr(struct, name), join(path, key)):
        if used and used not in known:
            message = f"Er is geen {SPOKEN[kind]} met de naam `{used}`."
            yield error(where, f"unknown_{kind}", message, likely(used, known))


def _used(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        yield from ((join(path, key), key) for key in value)
    elif isinstance(value, tuple):
        yield from ((f"{path}[{index}]", item) for index, item in enumerate(value))


def _unknown_options(casus: Casus, struct: Struct, path: str) -> Iterator[Problem]:
    """Options live inside a decision, so they are looked up there."""
    for where, decision, option in _options_used(struct, path):
        asked = casus.decisions.get(decision)
        if asked and option not in asked.options:
            message = f"Het besluit `{decision}` heeft geen keuze `{option}`."
            yield error(where, "unknown_option", message, likely(option, asked.options))


def _options_used(struct: Struct, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(struct, Stand):
        yield from ((f"{path}.supports[{i}]", struct.decision, option) for i, option in enumerate(struct.supports))
    elif isinstance(struct, Outcome):
        yield from ((f"{path}.decided.{key}", key, option) for key, option in struct.decided.items())
    elif isinstance(struct, Condition) and struct.decided and struct.option:
        yield f"{path}.option", struct.decided, struct.option
    elif isinstance(struct, Decision) and struct.unanswered.option:
        yield f"{path}.unanswered.option", path.rpartition("decisions.")[2], struct.unanswered.option


def _gemeente(content: Content) -> Iterator[Problem]:
    if content.casus.gemeente != content.gemeente.id:
        message = f"De casus noemt de gemeente `{content.casus.gemeente}`, maar die heet `{content.gemeente.id}`."
        yield error("gemeente", "unknown_gemeente", message, content.gemeente.id)
