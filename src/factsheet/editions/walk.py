"""From the models of what people write to JSON Schema (draft 2020-12) and to plain words."""

from __future__ import annotations

import inspect
import types
import typing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from .kinds import ANYTHING, NAMED, NULL, READERS, SHORTENED, SPARED, TRANSPARENT, WORDS, Kind, Schema, name_of, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Model = Any
    """A class of pydantic's. Its fields tell all about themselves, so nothing here needs pydantic."""

    FieldInfo = Any

_PLAIN: dict[Any, Kind] = {
    bool: Kind({"type": "boolean"}, "true or false"),
    int: Kind({"type": "integer"}, "a whole number"),
    float: Kind({"type": "number"}, "a number"),
    str: Kind(WORDS.schema, WORDS.words),
}


@dataclass
class Walker:
    """Walks models and keeps what they share.

    Attributes:
        special: kinds of fields whose models say no more than "a mapping", by ``module.Model.field``.
        described: descriptions of fields whose models have none, by the same names.
        definitions: what goes under ``$defs``.
        strangers: readers that are not known, so that anything goes.
    """

    special: Mapping[str, Callable[[Walker], Kind]] = field(default_factory=dict)
    described: Mapping[str, str] = field(default_factory=dict)
    definitions: dict[str, Schema] = field(default_factory=lambda: {name: kind.schema for name, kind in NAMED.items()})
    strangers: set[str] = field(default_factory=set)

    def model(self, model: Model) -> Kind:
        """Return a reference to *model*, which then stands under ``$defs``."""
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # models may hold themselves
            self.definitions[name] = self.mapping(model)
        return Kind({"$ref": f"#/$defs/{name}"}, "a mapping")

    def mapping(self, model: Model) -> Schema:
        """Return the schema of *model* itself."""
        fields = fields_of(model)
        schema: Schema = {
            "type": "object",
            "description": said(model),
            "properties": {key: self.property(model, name, info) for key, name, info in fields},
            "additionalProperties": model.model_config.get("extra") != "forbid",
        }
        needed = [key for key, _, info in fields if info.is_required()]
        return schema | ({"required": needed} if needed else {})

    def property(self, model: Model, name: str, info: FieldInfo) -> Schema:
        """Return the schema of a field with its description and its default."""
        schema = dict(self.field(model, name, info).schema)
        if text := self.describe(model, name, info):
            schema["description"] = text
        if (default := default_of(info)) is not None:
            schema["default"] = default
        return schema

    def describe(self, model: Model, name: str, info: FieldInfo) -> str:
        """Return what a field is for."""
        return info.description or self.described.get(_path(model, name), "")

    def field(self, model: Model, name: str, info: FieldInfo) -> Kind:
        """Return the kind of a field."""
        own = self.special.get(_path(model, name))
        return own(self) if own is not None else self.of(info.annotation, info.metadata)

    def of(self, kind: Any, metadata: Sequence[Any] = ()) -> Kind:
        """Return the kind of an annotation; *metadata* are the validators and bounds round it."""
        origin = typing.get_origin(kind)
        if origin is Annotated:
            inner, *more = typing.get_args(kind)
            return self.of(inner, (*_flat(more), *metadata))
        if (read := self._read(kind, metadata)) is not None:
            return read
        if origin in {Union, types.UnionType}:
            return _either([NULL if part is type(None) else self.of(part) for part in typing.get_args(kind)])
        if origin is Literal:
            choices = list(typing.get_args(kind))
            return Kind({"enum": choices}, " or ".join(choices) if len(choices) < 3 else f"one of {', '.join(choices)}")
        if origin in {list, tuple}:
            return self._list(typing.get_args(kind)[0], metadata)
        if origin is dict:
            value = self.of(typing.get_args(kind)[1])
            return Kind({"type": "object", "additionalProperties": value.schema}, "a mapping of names to values")
        if hasattr(kind, "model_fields"):
            return self.model(kind)
        return _PLAIN.get(kind, ANYTHING)

    def _read(self, kind: Any, metadata: Sequence[Any]) -> Kind | None:
        """Return the kind that the outermost reader among *metadata* says."""
        functions = [entry.func for entry in metadata if hasattr(entry, "func")]
        readers = [function for function in functions if name_of(function) not in TRANSPARENT]
        if not readers:
            return None
        name = name_of(readers[-1])
        if name in SHORTENED:
            inner = self.of(kind)
            return Kind({"anyOf": [{"$ref": "#/$defs/words"}, inner.schema]}, f"a text, or {inner.words}")
        if name in SPARED:
            return _either([self.of(kind), Kind({"const": SPARED[name]}, SPARED[name])])
        found = READERS.get(name) or whole(readers[-1])
        if found is None:
            self.strangers.add(name)
        return found or ANYTHING

    def _list(self, entry: Any, metadata: Sequence[Any]) -> Kind:
        inner = ANYTHING if entry is Any else self.of(entry)
        schema: Schema = {"type": "array", "items": inner.schema}
        for bound in metadata:
            for key, name in (("min_length", "minItems"), ("max_length", "maxItems")):
                if (value := getattr(bound, key, None)) is not None:
                    schema[name] = value
        return Kind(schema, f"a list; each entry is {inner.words}")


def fields_of(model: Model) -> list[tuple[str, str, FieldInfo]]:
    """Return key, name and field of each field of *model*: keys have hyphens where names have underscores."""
    return [(info.alias or name, name, info) for name, info in model.model_fields.items()]


def inner_model(kind: Any) -> Model | None:
    """Return the model that *kind* is, or that its entries are, or None."""
    if hasattr(kind, "model_fields"):
        return kind
    return next(filter(None, (inner_model(part) for part in typing.get_args(kind) if part is not ...)), None)


def said(model: Model) -> str:
    """Return the first paragraph of the documentation of a class, as one line."""
    paragraph = inspect.cleandoc(model.__doc__ or "").split("\n\n")[0]
    return " ".join(paragraph.split()).replace("``", "`")


def default_of(info: FieldInfo) -> str | int | bool | None:
    """Return the default of a field as one writes it, or None where there is none to write."""
    default = info.default
    if isinstance(default, float):
        return f"{default:g}pt"  # the only floats with a default are lengths
    return default if isinstance(default, str | int | bool) and default != "" else None


def _path(model: Model, name: str) -> str:
    return f"{model.__module__.rpartition('.')[2]}.{model.__name__}.{name}"


def _flat(metadata: Sequence[Any]) -> Iterator[Any]:
    """Yield metadata, those inside of a ``Field`` one by one."""
    for entry in metadata:
        if hasattr(entry, "metadata"):
            yield from entry.metadata
        else:
            yield entry


def _either(kinds: Sequence[Kind]) -> Kind:
    words = " or ".join(dict.fromkeys(kind.words for kind in kinds if kind is not NULL))
    return Kind({"anyOf": [kind.schema for kind in kinds]}, words)
