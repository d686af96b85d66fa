"""What authors write: project defaults, editions, sources, facts. Closed and frozen; keys have hyphens."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from ..model.edition import TimeAxis
from ..model.facts import Qualifier, Status
from ..options import FactName, Flag, Options, TextField
from .values import Language, Published, Text, When, unwanted, whole

Version = Annotated[int, BeforeValidator(whole(1, 9999))]
Decimals = Annotated[int, BeforeValidator(whole(0, 6))]
Scale = Literal["thousand", "million", "billion"]
Times = Annotated[int, BeforeValidator(whole(1, 999_999_999))]


def hyphenated(name: str) -> str:
    """Return the key of a field: ``as_of`` is written ``as-of``."""
    return name.replace("_", "-")


def _mapping(value: Any) -> Any:
    if not isinstance(value, dict):
        raise unwanted("a mapping of names to values", value)
    return value


def _list(value: Any) -> Any:
    if not isinstance(value, list):
        raise unwanted("a list", value)
    return value


def _address(value: Any) -> str:
    if not isinstance(value, str) or re.fullmatch(r"https?://[^\s<>\"]+", value) is None:
        raise unwanted("a web address (https://…)", value)
    return value


Address = Annotated[str, BeforeValidator(_address)]

Parts = Annotated[dict[str, Any], BeforeValidator(_mapping)]
"""A mapping whose entries are validated one by one, so that a mistake in one hides none in another."""


class ProjectFile(Options, alias_generator=hyphenated):
    """data/factsheet.yml."""

    language: Language | None = None
    layout: Text | None = None
    brand: Text | None = None
    output: Text = "build"


class EditionFile(Options, alias_generator=hyphenated):
    """data/SHEET/EDITION.yml."""

    title: TextField
    issued: When
    pages: Annotated[list[Any], BeforeValidator(_list)]
    edition: Text | None = None
    as_of: When | None = None
    version: Version = 1
    language: Language | None = None
    translations: tuple[Language, ...] = ()
    time_axis: TimeAxis = "reading"
    digits: Any = None
    layout: Text | None = None
    brand: Text | None = None
    fictional: Flag = False
    sources: Parts = Field(default_factory=dict)
    facts: Parts = Field(default_factory=dict)


class PageFile(Options):
    """One page of an edition."""

    template: Text
    areas: Parts
    section: TextField | None = None
    note: TextField | None = None


class SourceFile(Options):
    """Where figures come from."""

    title: Text
    publisher: Text = ""
    date: When | None = None
    url: Address = ""
    short: Text = ""


class PointFile(Options):
    """One value at one time. ``value: null`` says that it was asked for and is not published."""

    at: When
    value: Published
    qualifier: Qualifier | None = None
    status: Status = "published"
    source: Text | None = None
    note: Text = ""
    preferred: Flag = False
    edition: Flag = False


class FactFile(Options):
    """A fact with its points."""

    label: Text
    points: tuple[PointFile, ...] = ()
    short: Text = ""
    unit: Text = ""
    decimals: Decimals | None = None
    scale: Scale | None = None
    source: Text | None = None


class TableFactFile(Options):
    """A fact whose points are rows of a CSV file: at, value, qualifier, status and note name its columns."""

    label: Text
    from_: Text = Field(alias="from")
    at: Text
    value: Text
    qualifier: Text | None = None
    status: Text | None = None
    note: Text | None = None
    where: Annotated[dict[str, Text], BeforeValidator(_mapping)] = Field(default_factory=dict)
    short: Text = ""
    unit: Text = ""
    decimals: Decimals | None = None
    scale: Scale | None = None
    source: Text | None = None


class DerivedFile(Options):
    """A fact that is reckoned from others."""

    label: Text = ""
    short: Text = ""
    unit: Text | None = None
    decimals: Decimals | None = None
    ratio: tuple[FactName, ...] | None = None
    difference: tuple[FactName, ...] | None = None
    sum: tuple[FactName, ...] | None = None
    share: tuple[FactName, ...] | None = None
    per: tuple[FactName, ...] | None = None
    times: Times | None = None
