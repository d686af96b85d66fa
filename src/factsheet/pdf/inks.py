"""Inks: roles and palette names to colour operators (ISO 32000-1, 8.6.8). Only they know a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.brand import FALLBACK_ROLES

if TYPE_CHECKING:
    from ..model.brand import Brand


class ScreenInks:
    """DeviceRGB operators, made once a role."""

    def __init__(self, brand: Brand) -> None:
        """Take the colours of *brand*."""
        self._brand = brand
        self._known: dict[str, str] = {}

    def fill(self, role: str) -> str:
        """Return the operator that fills with *role*."""
        return f"{self._components(role)} rg"

    def stroke(self, role: str) -> str:
        """Return the operator that strokes with *role*."""
        return f"{self._components(role)} RG"

    def _components(self, role: str) -> str:
        if role not in self._known:
            colours = self._brand.colours
            name = role if role in colours else FALLBACK_ROLES.get(role, role)
            digits = colours[name].rgb.lstrip("#")
            parts = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
            self._known[role] = " ".join(f"{part:.4f}".rstrip("0").rstrip(".") for part in parts)
        return self._known[role]
