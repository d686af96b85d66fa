"""From pydantic's errors to located problems in the words of whoever wrote the file."""

from __future__ import annotations

import dataclasses
import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union

from pydantic import BaseModel, ValidationError

from ..model.message import Message
from .report import did_you_mean, listed, quoted
from .syntax import QUOTE_BRACE
from .values import described

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic_core import ErrorDetails

    from .document import Place
    from .report import Problems

Model = TypeVar("Model", bound=BaseModel)

_WANTED = {
    "string": "a text",
    "int": "a whole number",
    "float": "a number",
    "finite_number": "a number",
    "decimal": "a number",
    "bool": "true or false",
    "list": "a list",
    "tuple": "a list",
    "set": "a list",
    "dict": "a mapping of keys to values",
    "mapping": "a mapping of keys to values",
    "model": "a mapping of keys to values",
    "dataclass": "a text",  # the only dataclass among options is a text with its checks
    "none_required": "nothing",
}
"""What is wanted, by the beginning of pydantic's error type."""

_OF_KEYS = {"missing", "extra_forbidden", "unexpected_keyword_argument"}
"""Errors whose location ends in a key: one that is not there, or one that should not be."""

_MISSING = {"alt": "alt-missing", "credit": "credit-missing", "disclaimer": "disclaimer-missing"}
"""Keys whose absence has a rule of its own, because a reader would miss them."""

_BOUNDS = {
    "greater_than": "more than {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than": "less than {lt}",
    "less_than_equal": "{le} or less",
    "multiple_of": "a multiple of {multiple_of}",
    "too_short": "a list of {min_length} or more",
    "too_long": "a list of {max_length} or fewer",
    "string_too_short": "a text of {min_length} characters or more",
    "string_too_long": "a text of {max_length} characters or fewer",
}


def validated(
    model: type[Model], value: Any, place: Place, problems: Problems, *, shorthand: str | None = None, where: str = ""
) -> Model | None:
    """Return *value* as *model*, or None and a problem for each mistake in it.

    Args:
        model: a closed model.
        value: plain values of a document.
        place: where *value* stands.
        problems: takes the mistakes.
        shorthand: the field that the whole of *value* was written for, if it was.
        where: the block, as page.area.block, for the problems.
    """
    whole = value if shorthand is None else {shorthand: value}
    try:
        return model.model_validate(whole)
    except ValidationError as error:
        _Translator(model, place, problems, shorthand, where).add(error.errors(include_url=False))
    return None


@dataclasses.dataclass(slots=True)
class _Translator:
    model: type[BaseModel]
    place: Place
    problems: Problems
    shorthand: str | None
    where: str
    seen: set[tuple[str, str]] = dataclasses.field(default_factory=set)
    braces: list[str] = dataclasses.field(default_factory=list)

    def add(self, errors: Sequence[ErrorDetails]) -> None:
        for error in filter(_own_fault, errors):
            place, kind = self._place(error["loc"]), error["type"]
            name = str(error["loc"][-1]) if kind in _OF_KEYS else ""
            if (place.path, name) in self.seen or any(place.path.startswith(path) for path in self.braces):
                continue  # each branch of a union complains
            self.seen.add((place.path, name))
            if self._is_brace(error):
                self._brace(place)
            elif kind == "missing":
                self._missing(name, place)
            elif kind in _OF_KEYS:
                self._unknown(name, error["loc"], place)
            else:
                message, caret = _said(error)
                self.problems.add("value-invalid", message, place.position, caret=caret, where=self.where)

    def _place(self, loc: Sequence[str | int]) -> Place:
        place = self.place
        for part in loc[1:] if self.shorthand and loc[:1] == (self.shorthand,) else loc:
            if (child := place.at(part)).exists:
                place = child
        return place

    def _is_brace(self, error: ErrorDetails) -> bool:
        """Say whether the value is what YAML makes of an unquoted ``{name}``."""
        value, loc = error["input"], error["loc"]
        if not isinstance(value, dict) or not value or any(part is not None for part in value.values()):
            return False
        return not set(value) & set(keys_of(self.model, loc[:-1] if error["type"] in _OF_KEYS else loc))

    def _brace(self, place: Place) -> None:
        self.braces.append(place.path)
        message = "a value that begins with { is a mapping to YAML, not a text"
        self.problems.add("yaml-brace", message, place.position, QUOTE_BRACE, "quote the text", self.where)

    def _missing(self, name: str, place: Place) -> None:
        message = f"the key '{name}' is missing"
        self.problems.add(_MISSING.get(name, "key-missing"), message, place.key, f"add '{name}:'", where=self.where)

    def _unknown(self, name: str, loc: Sequence[str | int], place: Place) -> None:
        known = keys_of(self.model, loc[:-1])
        remedy = f"the keys here are {listed(known)}" if known else ""
        message, caret = f"there is no key {quoted(name)} here", did_you_mean(name, known)
        self.problems.add("key-unknown", message, place.key, remedy, caret, self.where)


def _own_fault(error: ErrorDetails) -> bool:
    """Say whether a list is too short as it is written, not for the entries in it that are wrong themselves."""
    return error["type"] != "too_short" or len(error["input"]) < error["ctx"]["min_length"]


def _said(error: ErrorDetails) -> tuple[str, str]:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind in {"value_error", "assertion_error"}:
        return str(context["error"]), ""
    if kind in {"literal_error", "enum"}:
        choices = [choice.strip("'") for choice in str(context["expected"]).replace(" or ", ", ").split(", ")]
        caret = did_you_mean(value, choices) if isinstance(value, str) else ""
        return f"one of {listed(choices)} is wanted here, not {described(value)}", caret
    if kind == "string_pattern_mismatch":
        return _misspelt(str(value), str(context["pattern"]))
    if kind in _BOUNDS:
        return f"{_BOUNDS[kind].format(**context)} is wanted here", ""
    wanted = next((words for prefix, words in _WANTED.items() if kind.startswith(prefix)), "another value")
    return f"{wanted} is wanted here, not {described(value)}", ""


def _misspelt(value: str, pattern: str) -> tuple[str, str]:
    if pattern.startswith("^[a-z][a-z0-9_]*"):
        better = value.lower().replace("-", "_") if "@" not in value else ""
        caret = f"did you mean '{better}'?" if better and better != value else ""
        return f"{quoted(value)} is not the id of a fact: ids look like staff_2, or staff_2@2017 for one point", caret
    return f"{quoted(value)} is not written as it should be here ({pattern})", ""


def keys_of(kind: Any, loc: Sequence[str | int]) -> list[str]:
    """Return the keys that a value at *loc* in *kind* may have: what was probably meant is among them."""
    return next(filter(None, (_keys(branch, loc) for branch in _branches(kind))), [])


def _keys(kind: Any, loc: Sequence[str | int]) -> list[str]:
    if (fields := _fields(kind)) is not None:
        if not loc:
            return list(fields)
        return keys_of(fields.get(str(loc[0]), kind), loc[1:])  # what is no field is pydantic's name of a branch
    inner = typing.get_args(kind)
    return keys_of(inner[-1] if isinstance(loc[0], str) else inner[0], loc[1:]) if inner and loc else []


def _fields(kind: Any) -> dict[str, Any] | None:
    if kind is Message:
        return {"text": str, "checks": tuple[str, ...]}
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
    return None


def _branches(kind: Any) -> Iterator[Any]:
    """Yield the types that *kind* is made of, without annotations and unions round them."""
    origin = typing.get_origin(kind)
    if origin is Annotated:
        yield from _branches(typing.get_args(kind)[0])
    elif origin in {Union, types.UnionType}:
        for part in typing.get_args(kind):
            yield from _branches(part)
    else:
        yield kind
