"""Compares data with the Structs that it must become, and names everything that differs at once.

msgspec stops at the first mistake; a casus writer wants them all. So this walks the same types, and msgspec decodes
only what this finds right.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import inspect as types

from game_rules.casus_check import Problem, error, join, likely

from .builder import Data

SPOKEN: dict[type, str] = {
    types.StrType: "een tekst",
    types.IntType: "een geheel getal",
    types.FloatType: "een getal",
    types.BoolType: "`true` (ja) of `false` (nee)",
    types.VarTupleType: "een lijst, zoals `[a, b]`",
    types.TupleType: "een lijst, zoals `[a, b]`",
    types.DictType: "een blok met sleutels",
    types.StructType: "een blok met sleutels",
}
PYTHON: dict[type, tuple[type, ...]] = {
    types.StrType: (str,),
    types.IntType: (int,),
    types.FloatType: (int, float),
    types.BoolType: (bool,),
    types.VarTupleType: (list,),
    types.TupleType: (list,),
    types.DictType: (dict,),
    types.StructType: (dict,),
}
YES_NO = {"ja": "true", "yes": "true", "waar": "true", "nee": "false", "no": "false", "onwaar": "false"}


def check_fields(value: Data, kind: types.Type, path: str = "") -> Iterator[Problem]:
    """Everything in this data that does not fit this type, with its path."""
    match kind:
        case types.UnionType():
            yield from _union(value, kind, path)
        case types.LiteralType():
            yield from _literal(value, kind, path)
        case _ if not fits(value, type(kind)):
            yield _wrong_type(value, type(kind), path)
        case types.StructType():
            yield from _struct(value, kind, path)
        case types.DictType():
            for key, item in value.items():
                yield from check_fields(item, kind.value_type, join(path, key))
        case types.VarTupleType():
            for index, item in enumerate(value):
                yield from check_fields(item, kind.item_type, f"{path}[{index}]")
        case types.TupleType():
            yield from _tuple(value, kind, path)


def fits(value: Data, kind: type) -> bool:
    """Whether this value is of the kind that such a type takes; what is inside it is not looked at."""
    wanted = PYTHON.get(kind, (object,))
    return isinstance(value, wanted) and not (isinstance(value, bool) and bool not in wanted)


def _wrong_type(value: Data, kind: type, path: str) -> Problem:
    wanted = SPOKEN.get(kind, "iets anders")
    if value is None:
        return error(path, "value_missing", f"Hier staat niets. Er hoort {wanted}.")
    return error(path, "wrong_type", f"Hier hoort {wanted}, maar er staat {_seen(value)}.", _meant(value, kind))


def _seen(value: Data) -> str:
    if isinstance(value, dict):
        return "een blok met sleutels"
    if isinstance(value, list):
        return "een lijst"
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    return f"het getal {value}" if isinstance(value, int | float) else f"de tekst `{value}`"


def _meant(value: Data, kind: type) -> str:
    """What the writer probably wanted to type."""
    if kind is types.StrType and isinstance(value, dict) and len(value) == 1:
        key, rest = next(iter(value.items()))
        return f'"{key}: {rest}"'
    if kind is types.StrType and isinstance(value, bool):
        return f'"{str(value).lower()}"'
    if kind is types.StrType and isinstance(value, int | float):
        return f'"{value}"'
    if kind is types.BoolType:
        return YES_NO.get(str(value).lower(), "")
    if kind is types.VarTupleType and isinstance(value, str):
        return f"[{value}]"
    if kind is types.IntType and isinstance(value, float):
        return str(round(value))
    if kind in (types.IntType, types.FloatType) and isinstance(value, str):
        digits = value.strip("% ").replace(",", ".")
        return digits if digits.replace(".", "", 1).lstrip("-").isdigit() else ""
    return ""


def _struct(value: dict[str, Data], kind: types.StructType, path: str) -> Iterator[Problem]:
    known = {field.encode_name: field for field in kind.fields}
    absent = [name for name in known if name not in value]
    meant = {key: likely(key, absent) or likely(key, known) for key in value if key not in known}
    for key, item in value.items():
        if key in known:
            yield from check_fields(item, known[key].type, join(path, key))
        elif key != kind.tag_field:
            yield error(join(path, key), "unknown_key", f"De sleutel `{key}` bestaat hier niet.", meant[key])
    for key in absent:
        if known[key].required and key not in meant.values():
            yield error(join(path, key), "missing_key", f"De sleutel `{key}` ontbreekt.")


def _tuple(value: list[Data], kind: types.TupleType, path: str) -> Iterator[Problem]:
    if len(value) != len(kind.item_types):
        message = f"Hier horen {len(kind.item_types)} dingen in de lijst, maar het zijn er {len(value)}."
        yield error(path, "wrong_length", message)
    for index, (item, item_kind) in enumerate(zip(value, kind.item_types, strict=False)):
        yield from check_fields(item, item_kind, f"{path}[{index}]")


def _literal(value: Data, kind: types.LiteralType, path: str) -> Iterator[Problem]:
    if not isinstance(value, str | int) or isinstance(value, bool) or value not in kind.values:
        choices = ", ".join(f"`{choice}`" for choice in kind.values if choice != "")
        known = [str(choice) for choice in kind.values]
        yield error(path, "unknown_value", f"Hier kan alleen {choices} staan.", likely(str(value), known))


def _union(value: Data, kind: types.UnionType, path: str) -> Iterator[Problem]:
    if value is None and any(isinstance(item, types.NoneType) for item in kind.types):
        return
    structs = [item for item in kind.types if isinstance(item, types.StructType)]
    tagged = {str(item.tag): item for item in structs if item.tag is not None}
    if tagged:
        yield from _tagged(value, tagged, path)
        return
    others = [item for item in kind.types if not isinstance(item, types.NoneType)]
    found = [list(check_fields(value, item, path)) for item in others]
    if all(found):
        yield from min(found, key=len)


def _tagged(value: Data, tagged: dict[str, types.StructType], path: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong_type(value, types.StructType, path)
        return
    name = next(iter(tagged.values())).tag_field or "kind"
    tag = value.get(name)
    if isinstance(tag, str) and tag in tagged:
        yield from _struct(value, tagged[tag], path)
        return
    choices = ", ".join(f"`{choice}`" for choice in tagged)
    if tag is None:
        yield error(
            join(path, name), "missing_key", f"De sleutel `{name}` ontbreekt. Zeg welke soort het is: {choices}."
        )
    else:
        message = f"`{name}` kan alleen {choices} zijn."
        yield error(join(path, name), "unknown_value", message, likely(str(tag), tagged))
