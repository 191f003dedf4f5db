"""The description of the API (OpenAPI 3.1), made from the table of operations and the Structs: it cannot drift."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from game_rules.vocabulary.commands import COMMANDS
from game_rules.vocabulary.meeting import MEETING_COMMANDS

from .messages import Order
from .operations import OPERATIONS, Operation
from .problems import Problem

PREFIX = "/api/v1"
REFS = "#/components/schemas/{name}"
JSON = "application/json"
PROBLEM_JSON = "application/problem+json"
ABOUT = (
    "Programs show their token as `Authorization: Bearer …`. A browser may read with its cookie, and changes nothing"
    " with it. Errors are problem details (RFC 9457) with a stable `code` and a Dutch `detail` that says what to do."
)
_PARAMETER = re.compile(r"<(\w+)>")


@cache
def document() -> dict[str, Any]:
    """The whole description, as plain data."""
    bodies = [one.body for one in OPERATIONS if one.body and one.body is not Order]
    types = [Problem, *(one.answer for one in OPERATIONS), *bodies, *COMMANDS, *MEETING_COMMANDS]
    _, schemas = msgspec.json.schema_components(types, ref_template=REFS)
    schemas["GameOrder"] = _order(COMMANDS)
    schemas["MeetingOrder"] = _order(MEETING_COMMANDS)
    return {
        "openapi": "3.1.0",
        "info": {"title": "DNa Lab", "version": "1", "description": ABOUT, "license": {"name": "EUPL-1.2"}},
        "servers": [{"url": PREFIX}],
        "paths": _paths(),
        "components": {"schemas": schemas, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _order(commands: tuple[type, ...]) -> dict[str, Any]:
    """A command with the id of this sending, and as whom it is done."""
    return {
        "allOf": [
            {"type": "object", "required": ["id"], "properties": {"id": _line(64), "as": _line(200)}},
            {"oneOf": [{"$ref": REFS.format(name=command.__name__)} for command in commands]},
        ]
    }


def _line(longest: int) -> dict[str, Any]:
    return {"type": "string", "maxLength": longest}


def _paths() -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for operation in OPERATIONS:
        address = _PARAMETER.sub(r"{\1}", operation.path)
        paths.setdefault(address, {})[operation.method.lower()] = _operation(operation)
    return paths


def _operation(one: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.summary,
        "parameters": _parameters(one),
        "security": [] if one.open else [{"token": []}],
        "responses": {
            str(one.status): _content("It worked.", JSON, one.answer.__name__),
            "default": _content("It was refused.", PROBLEM_JSON, "Problem"),
        },
    }
    if one.body:
        described["requestBody"] = {"required": True, **_content("", JSON, _body_name(one))}
        described["requestBody"].pop("description")
    return described


def _body_name(one: Operation) -> str:
    if one.body is Order:
        return "GameOrder" if "<game>" in one.path else "MeetingOrder"
    assert one.body
    return one.body.__name__


def _content(description: str, media: str, name: str) -> dict[str, Any]:
    return {"description": description, "content": {media: {"schema": {"$ref": REFS.format(name=name)}}}}


def _parameters(one: Operation) -> list[dict[str, Any]]:
    inside = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _PARAMETER.findall(one.path)
    ]
    return inside + [
        {"name": name, "in": "query", "description": meaning, "schema": {"type": "string"}}
        for name, meaning in one.query
    ]
