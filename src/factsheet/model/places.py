"""Places on the Earth, as the project's table of places knows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place as an option names it; read fills in the rest from ``data/places.csv``.

    Attributes:
        name: as written in the table.
        latitude: degrees, north is positive.
        longitude: degrees, east is positive.
        country: two letters of ISO 3166-1.
        source: where the coordinates come from.
    """

    name: str
    latitude: float = 0.0
    longitude: float = 0.0
    country: str = ""
    source: str = ""
