"""Names of facts in texts and options: whether they exist, and what was meant where they do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.message import Message
from ..model.placeholders import scanned
from .document import parts
from .report import did_you_mean, listed, nearest, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.facts import Fact, Point
    from ..problems import Position
    from .document import Place
    from .report import Problems

_DATED = re.compile(r"(.+?)((?:_\d{4})(?:_\d{2}){0,2})", re.ASCII)
_BARE = "_bare"
_RULES = {"brace": "text-brace", "format": "text-format", "plural": "text-plural"}


def find_point(fact: Fact, date: str | None) -> Point | None:
    """Return the drawn point of *fact* at *date*, else its latest one."""
    if date is None:
        return fact.latest
    return next((point for point in fact.drawn if str(point.at) == date), None)


@dataclass(frozen=True, slots=True)
class References:
    """What texts and blocks may name.

    Attributes:
        ids: every fact that the file writes, the badly written ones too: their mistakes are reported once.
        facts: the well-written ones.
        problems: takes what is wrong.
    """

    ids: Mapping[str, object]
    facts: Mapping[str, Fact]
    problems: Problems

    def check_name(self, name: str, position: Position, where: str = "") -> bool:
        """Note a problem unless *name* is a fact that has a value (``staff``) or one of its points (``staff@2017``)."""
        if not self.check_known(name, position, where):
            return False
        return "@" in name or self._check_value(name, None, position, where)

    def check_known(self, name: str, position: Position, where: str = "") -> bool:
        """Note a problem unless *name* is a fact or one of its points, whether or not anything is published of it."""
        fact, _, date = name.partition("@")
        return self._check(fact, date or None, name, "@" + date if date else "", position, where)

    def check_placeholder(self, name: str, position: Position, where: str = "", *, counted: bool = False) -> bool:
        """Note a problem unless *name* is a fact, or a fact with ``_1998`` or ``_2017_12`` and then ``_bare``.

        With *counted*, it is used as a number (``{staff, plural, …}``), so that it needs a value.
        """
        bare = _BARE if name not in self.ids and name.endswith(_BARE) else ""
        stem = name.removesuffix(bare)
        if stem in self.ids or (dated := _DATED.fullmatch(stem)) is None:
            fact, date, suffix = stem, None, bare
        else:
            fact, date, suffix = dated[1], dated[2].removeprefix("_").replace("_", "-"), dated[2] + bare
        if not self._check(fact, date, name, suffix, position, where):
            return False
        return not counted or self._check_value(fact, date, position, where)

    def check_message(self, message: Message, place: Place, where: str = "") -> None:
        """Note every placeholder of *message*, and every fact that it spells out, that does not exist.

        Args:
            message: the text.
            place: where the option is written: the text itself, or a mapping with ``text`` and ``checks``.
            where: the block, as page.area.block.
        """
        if message.where:  # a field of the model, but nothing that an author gives
            remedy = "the keys here are text, checks"
            self.problems.add("key-unknown", "there is no key 'where' here", place.at("where").key, remedy, where=where)
        written = place.at("text") if place.at("text").exists else place
        scan = scanned(message.text)
        for fault in scan.faults:
            word = message.text[fault.offset : fault.offset + fault.length]
            caret = did_you_mean(word, fault.choices) if fault.choices else ""
            position = written.within(message.text, fault.offset, fault.length)
            self.problems.add(_RULES[fault.kind], fault.message, position, fault.remedy, caret, where)
        for one in scan.arguments:
            position = written.within(message.text, one.offset, len(one.name) + 2)
            self.check_placeholder(one.name, position, where, counted=bool(one.format))
        for index, name in enumerate(message.checks):
            position = place.at("checks", index).position
            fact, _, date = name.partition("@")
            if self.check_name(name, position, where) and date:
                self._check_value(fact, date, position, where)

    def check_raw(self, value: Any, place: Place, where: str = "") -> None:
        """Note the placeholders of every text in *value*, which is badly written otherwise: all problems at once."""
        if isinstance(value, str) and "{" in value:
            self.check_message(Message(value), place, where)
        for key, part in parts(value):
            self.check_raw(part, place.at(key), where)

    def _check(self, fact: str, date: str | None, name: str, suffix: str, position: Position, where: str) -> bool:
        if fact not in self.ids:
            near = nearest(fact, self.ids)
            caret = f"did you mean '{near}{suffix}'?" if near else ""
            remedy = f"the facts are {listed(self.ids)}" if self.ids else "write it under 'facts:'"
            self.problems.add("fact-unknown", f"no fact is called {quoted(name)}", position, remedy, caret, where)
            return False
        known = self.facts.get(fact)
        if date is None or known is None or find_point(known, date) is not None:
            return True
        dates = [str(point.at) for point in known.drawn]
        remedy = f"its points are {listed(dates)}" if dates else "it has no points"
        caret = did_you_mean(date, dates)
        self.problems.add("point-unknown", f"'{fact}' has no point at {date}", position, remedy, caret, where)
        return False

    def _check_value(self, fact: str, date: str | None, position: Position, where: str) -> bool:
        known = self.facts.get(fact)
        point = None if known is None else find_point(known, date)
        if known is None or (point is not None and point.value is not None):
            return True
        remedy = "say in words that it is not published, or name one that has a value"
        message = f"'{fact}' has no published value{f' at {date}' if date else ''}"
        self.problems.add("point-empty" if date else "fact-empty", message, position, remedy, where=where)
        return False
