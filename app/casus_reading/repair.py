"""Makes data decodable by filling in what is wrong, so that the rest can be checked too. Never used for playing."""

from __future__ import annotations

from msgspec import inspect as types

from .builder import Data
from .fields import fits

FILLERS: dict[type, Data] = {types.StrType: "", types.IntType: 1, types.FloatType: 1.0, types.BoolType: False}


def repaired(value: Data, kind: types.Type) -> Data:
    """This data with every part that does not fit the type replaced by something that does."""
    match kind:
        case types.UnionType():
            return _union(value, kind)
        case types.LiteralType():
            return value if value in kind.values else kind.values[0]
        case types.StructType():
            return _struct(value if isinstance(value, dict) else {}, kind)
        case types.DictType():
            items = value.items() if isinstance(value, dict) else ()
            return {key: repaired(item, kind.value_type) for key, item in items}
        case types.VarTupleType():
            return [repaired(item, kind.item_type) for item in (value if isinstance(value, list) else [])]
        case types.TupleType():
            given = value if isinstance(value, list) else []
            return [repaired(given[i] if i < len(given) else None, item) for i, item in enumerate(kind.item_types)]
        case _:
            return value if fits(value, type(kind)) else FILLERS.get(type(kind))


def _struct(value: dict[str, Data], kind: types.StructType) -> dict[str, Data]:
    kept = {
        field.encode_name: repaired(value.get(field.encode_name), field.type)
        for field in kind.fields
        if field.required or field.encode_name in value
    }
    return {kind.tag_field: kind.tag, **kept} if kind.tag_field else kept


def _union(value: Data, kind: types.UnionType) -> Data:
    if value is None and any(isinstance(item, types.NoneType) for item in kind.types):
        return None
    rest = [item for item in kind.types if not isinstance(item, types.NoneType)]
    tagged = [item for item in rest if isinstance(item, types.StructType) and item.tag is not None]
    if tagged:
        tag = value.get(tagged[0].tag_field) if isinstance(value, dict) else None
        return repaired(value, next((item for item in tagged if item.tag == tag), tagged[0]))
    return repaired(value, rest[0])
