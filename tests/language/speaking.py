"""Words of a few facts in any language, for tests of what is printed."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from factsheet.language.words import EditionWords
from factsheet.model.brand import Brand
from factsheet.model.facts import Date, Fact, Point

HOUSE = Brand("House", {}, {}, {})
LANGUAGES = ("en", "fr", "es", "ar", "zh-Hans", "ru", "fa", "ur", "hi", "bn", "th", "my", "am", "el", "pt", "de")


def point(year: int, value: str, **more: Any) -> Point:
    return Point(Date(year), Decimal(value), "a", **more)


FACTS = {
    fact.id: fact
    for fact in (
        Fact("staff", "Staff", "person", (point(1998, "1100", qualifier="about"), point(2017, "10978"))),
        Fact("places", "Places", "place", (point(2014, "480", qualifier="more-than"),)),
        Fact("few", "Few", "place", (point(2014, "3"),)),
        Fact("money", "Money", "USD", (point(2018, "1552"),), scale="million"),
        Fact("health", "Health", "USD", (point(2018, "138.5"),), scale="million"),
        Fact("euros", "Euros", "EUR", (point(2018, "5"),)),
        Fact("loads", "Downloads", "download", (point(2018, "2.8", qualifier="about"),), scale="million"),
        Fact("one", "One", "download", (point(2018, "1.5"),), scale="million"),
        Fact("guess", "Guess", "person", (point(2013, "1300", status="estimated"),)),
        Fact("loss", "Loss", "percent", (point(2017, "-4.0"),)),
        Fact("founded", "Founded", "year", (point(1951, "1951"),)),
    )
}


def words(language: str, brand: Brand = HOUSE) -> EditionWords:
    return EditionWords(SimpleNamespace(facts=FACTS, brand=brand, position=lambda where: None), language)  # type: ignore[arg-type]
