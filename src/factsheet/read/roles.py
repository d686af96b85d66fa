"""Roles of colour: what the brand writes, what follows from the standard's own colours, and whether it can be read.

A role that ``defaults: factsheet: roles:`` leaves out is derived, so that a plain brand.yml is a brand:

===========  ==========================================================================================================
paper        ``color.background``, else white
text         ``color.foreground``, else black: the defaults of the standard
ink          ``typography.headings.color``, else text; readable
panel        ``color.light`` where it is a tint of paper (1.02:1 to 1.4:1), else paper with 5 % of text
data         ``color.primary``; readable. Nothing can stand in for it
accent       the first of ``secondary``, ``warning``, ``danger``, ``tertiary``, ``info``, ``success`` that is no grey,
             is not data, and has 3:1 on paper; else the first of these without 3:1; else data
accent_text  accent; readable
muted        ``color.secondary`` where it is a grey, else text with 35 % of paper; readable
ground       ``color.dark`` where paper has 4.5:1 on it, else ink
hair         paper with 25 % of text
pale         paper with 14 % of data
others       see FALLBACK_ROLES; ground_muted and ground_accent readable on ground
===========  ==========================================================================================================

Readable: mixed with text (on the ground: with ground_text) in steps of 5 % until it has 4.5:1 on paper and panel.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ..model.brand import FALLBACK_ROLES, Colour
from .colours import BLACK, WHITE, chroma, contrast, mixed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..problems import Position
    from .colours import Palette
    from .document import Place

ENOUGH = 4.5
"""Contrast of text against what it stands on (WCAG 2.2, success criterion 1.4.3, level AA)."""

VISIBLE = 3.0
"""Contrast of a mark that says something against its ground (WCAG 2.2, success criterion 1.4.11)."""

_TEXTS = {
    **dict.fromkeys(("ink", "text", "muted", "data", "accent_text"), ("paper", "panel")),
    **dict.fromkeys(("ground_text", "ground_muted", "ground_accent"), ("ground",)),
}
"""Roles that text is set in, and what it stands on."""

_MARKS = ("accent", "data")
_ACCENTS = ("secondary", "warning", "danger", "tertiary", "info", "success")
_COLOURED = 0.2  # spread of channels from which a colour is no grey; slate greys have up to 0.15
_TINT = (1.02, 1.4)
_STEPS = 20


class Given(NamedTuple):
    """A colour and where the brand gives it."""

    colour: Colour
    position: Position


@dataclass(slots=True)
class RoleReader:
    """Fills the roles of a brand.

    Attributes:
        palette: what names mean.
        written: role to the name of its colour and where it is written.
        headings: the colour of headings as the standard has it, and where.
        labelled: marks that never stand without a label, so that they may be pale.
        place: where the roles stand.
    """

    palette: Palette
    written: Mapping[str, tuple[str, Place]]
    headings: tuple[str, Place] | None
    labelled: Sequence[str]
    place: Place
    found: dict[str, Given] = field(default_factory=dict)

    def colours(self) -> dict[str, Colour]:
        """Return the colours by role; note what is missing, unknown, or cannot be read."""
        for role, (name, place) in self.written.items():
            self._keep(role, self._named(name, place))
        for role, derive in self._derivations().items():
            if role not in self.written:
                self._keep(role, derive())
        self._fall_back()
        self._check_texts()
        self._check_marks()
        return {role: given.colour for role, given in self.found.items()}

    def _derivations(self) -> dict[str, Callable[[], Given | None]]:
        """Return how each role follows from others, in an order in which those are known."""
        return {
            "paper": self._paper,
            "text": self._text,
            "panel": self._panel,
            "ink": self._ink,
            "data": self._data,
            "accent": self._accent,
            "accent_text": lambda: self._readable("accent_text", self.found.get("accent")),
            "muted": self._muted,
            "ground": self._ground,
            "hair": lambda: self._mix("paper", "text", 0.25),
            "pale": lambda: self._mix("paper", "data", 0.14),
        }

    def _keep(self, role: str, given: Given | None) -> None:
        if given is not None:
            self.found[role] = given

    def _named(self, name: str, place: Place) -> Given | None:
        colour = self.palette.named(name, place)
        return None if colour is None else Given(colour, place.position)

    def _semantic(self, name: str) -> Given | None:
        """Return a colour of the standard, if it is given; now that it is needed, it must be one."""
        return self._named(name, self.palette.place.at(name)) if name in self.palette.theme else None

    def _mix(self, one: str, other: str, share: float) -> Given | None:
        if one not in self.found or other not in self.found:
            return None
        first = self.found[one]
        return Given(mixed(first.colour, self.found[other].colour, share), first.position)

    def _contrast(self, colour: Colour, *grounds: str) -> float:
        """Return the least contrast of *colour* with *grounds*, as far as they are known."""
        known = [self.found[ground].colour.rgb for ground in grounds if ground in self.found]
        return min((contrast(colour.rgb, rgb) for rgb in known), default=21)

    def _readable(self, role: str, given: Given | None) -> Given | None:
        """Return *given* with as little as it needs of the colour of text to be read where *role* stands."""
        base = self.found.get("ground_text" if role.startswith("ground_") else "text")
        if given is None or base is None:
            return given
        mixtures = (mixed(given.colour, base.colour, step / _STEPS) for step in range(_STEPS + 1))
        enough = (colour for colour in mixtures if self._contrast(colour, *_TEXTS[role]) >= ENOUGH)
        return Given(next(enough, base.colour), given.position)

    def _paper(self) -> Given | None:
        if "background" in self.palette.theme:
            return self._semantic("background")
        return Given(self.palette.colour("white") or WHITE, self.place.key)

    def _text(self) -> Given | None:
        if "foreground" in self.palette.theme:
            return self._semantic("foreground")
        return Given(self.palette.colour("black") or BLACK, self.place.key)

    def _panel(self) -> Given | None:
        light = self._semantic("light")
        if light is not None and _TINT[0] <= self._contrast(light.colour, "paper") <= _TINT[1]:
            return light
        return self._mix("paper", "text", 0.05)

    def _ink(self) -> Given | None:
        headings = None if self.headings is None else self._named(*self.headings)
        return self._readable("ink", headings) or self.found.get("text")

    def _data(self) -> Given | None:
        if "primary" not in self.palette.theme:
            remedy = "write 'primary:' under 'color:', or give it a palette entry under defaults.factsheet.roles"
            self.palette.problems.add("role-missing", "no colour is given for data", self.place.key, remedy)
        return self._readable("data", self._semantic("primary"))

    def _accent(self) -> Given | None:
        data = self.found.get("data")
        given = (self._semantic(name) for name in _ACCENTS)
        coloured = [one for one in given if one is not None and chroma(one.colour.rgb) >= _COLOURED]
        others = [one for one in coloured if data is None or one.colour.rgb != data.colour.rgb]
        seen = [one for one in others if self._contrast(one.colour, "paper") >= VISIBLE]
        return next(iter([*seen, *others]), data)

    def _muted(self) -> Given | None:
        secondary = self._semantic("secondary")
        if secondary is None or chroma(secondary.colour.rgb) >= _COLOURED:
            secondary = self._mix("text", "paper", 0.35)
        return self._readable("muted", secondary)

    def _ground(self) -> Given | None:
        dark = self._semantic("dark")
        return dark if dark is not None and self._contrast(dark.colour, "paper") >= ENOUGH else self.found.get("ink")

    def _fall_back(self) -> None:
        """Fill the roles that a brand may leave out; text on the ground stays readable."""
        for role, other in FALLBACK_ROLES.items():
            if role in self.written or role in self.found or other not in self.found:
                continue
            given = self.found[other]
            if role in _TEXTS and "ground" in self.found:
                given = Given(given.colour, self.found["ground"].position)
            if role in {"ground_muted", "ground_accent"}:
                self._keep(role, self._readable(role, given))
            else:
                self._keep(role, given)

    def _check_texts(self) -> None:
        """Note texts that cannot be read. What is derived can be, if what it was mixed with can: so that is checked."""
        checked = {"text", *self.written, *(("ground_text",) if "ground" in self.written else ())}
        for role, grounds in _TEXTS.items():
            if role not in self.found or role not in checked:
                continue
            given = self.found[role]
            ground = min(grounds, key=lambda name: self._contrast(given.colour, name))
            if (ratio := self._contrast(given.colour, ground)) < ENOUGH:
                message = f"{role} on {ground} has a contrast of {_rounded(ratio)}:1"
                remedy = f"text needs {ENOUGH}:1; take a darker colour for {role} or a lighter one for {ground}"
                if ground == "ground":
                    remedy = f"text needs {ENOUGH}:1; take a lighter colour for {role} or a darker one for {ground}"
                self.palette.problems.add("contrast-low", message, given.position, remedy)

    def _check_marks(self) -> None:
        for role in _MARKS:
            given = self.found.get(role)
            if given is None or role in self.labelled or (ratio := self._contrast(given.colour, "paper")) >= VISIBLE:
                continue
            message = f"{role} on paper has a contrast of {_rounded(ratio)}:1; marks need {VISIBLE:g}:1 to be seen"
            remedy = f"take a darker colour, or write 'labelled: [{role}]' if every mark in it has a label or an edge"
            self.palette.problems.warn("contrast-mark", message, given.position, remedy)


def _rounded(ratio: float) -> str:
    """Spell a ratio, rounded down: 4.498 is not 4.5."""
    return f"{int(ratio * 100) / 100:.2f}"
