"""Pages of an edition: templates, areas, and the blocks that fill them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..model.edition import BlockUse, PageUse
from ..model.image import PictureFile
from ..model.message import Message
from ..model.places import Place as Spot
from ..options import rebuilt
from .document import parts, paths
from .flows import check_flows, flow_of
from .report import did_you_mean, listed, quoted
from .schema import PageFile
from .validate import validated
from .values import described

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.layout import Layout, Template
    from ..options import Block, Leaf
    from ..problems import Position
    from .document import Place
    from .pictures import Pictures
    from .places import Places
    from .references import References
    from .report import Problems


@dataclass(slots=True)
class PageReader:
    """Reads pages.

    Attributes:
        blocks: the registered blocks by name.
        layout: the layout, or None where it could not be read: then templates and areas are not checked.
        references: the facts that options and texts may name.
        problems: takes what is wrong.
        pictures: loads pictures and icons.
        places: knows the coordinates of places.
        positions: gets the place of each block and each of its options, by page.area.block.field.
    """

    blocks: Mapping[str, type[Block]]
    layout: Layout | None
    references: References
    problems: Problems
    pictures: Pictures
    places: Places
    positions: dict[str, Position] = field(default_factory=dict)

    def pages(self, raw: list[Any], place: Place) -> tuple[PageUse, ...]:
        """Return the pages that are well written."""
        if not raw:
            self.problems.add("value-invalid", "an edition has one page or more", place.key, "write its pages")
        read = (self._page(value, place.at(index), f"page{index + 1}") for index, value in enumerate(raw))
        return tuple(page for page in read if page is not None)

    def _page(self, value: Any, place: Place, where: str) -> PageUse | None:
        file = validated(PageFile, value, place, self.problems)
        raw = value.get("areas") if isinstance(value, dict) else None
        template = None if file is None else self._template(file.template, place)
        areas = {}
        for name, content in raw.items() if isinstance(raw, dict) else ():
            at = place.at("areas", name)
            if template is not None and name not in (known := [area.name for area in template.areas()]):
                message, remedy = f"the template has no area {quoted(name)}", f"its areas are {listed(known, 20)}"
                self.problems.add("area-unknown", message, at.key, remedy, did_you_mean(name, known))
            areas[name] = self._area(content, at, f"{where}.{name}")
        if template is not None and isinstance(raw, dict):
            check_flows(template, areas, place, self.problems)
            self._check_filled(template, areas, place)
            areas = {area.name: areas[area.name] for area in template.areas() if area.name in areas}  # as they are read
        if file is None:
            head = {key: part for key, part in parts(value) if key != "areas"}
            self.references.check_raw(head, place, where)
            return None
        section, note = (self._text(file, name, place, where) for name in ("section", "note"))
        return PageUse(file.template, areas, section, note)

    def _template(self, name: str, place: Place) -> Template | None:
        if self.layout is None:
            return None
        template = self.layout.template(name)
        if template is None:
            known = [template.name for template in self.layout.templates]
            message = f"the layout has no template {quoted(name)}"
            remedy = f"its templates are {listed(known)}"
            position = place.at("template").position
            self.problems.add("template-unknown", message, position, remedy, did_you_mean(name, known))
        return template

    def _check_filled(self, template: Template, areas: Mapping[str, tuple[BlockUse, ...]], place: Place) -> None:
        reached = {name for uses in areas.values() for use in uses for name in use.flow}
        for area in template.areas():
            if area.name not in areas and area.name not in reached:
                message = f"the area '{area.name}' is empty"
                self.problems.add("area-empty", message, place.at("areas").key, f"put a block into '{area.name}:'")

    def _text(self, file: PageFile, name: str, place: Place, where: str) -> Message | None:
        message: Message | None = getattr(file, name)
        if message is None:
            return None
        self.positions[f"{where}.{name}"] = place.at(name).position
        self.references.check_message(message, place.at(name), f"{where}.{name}")
        return replace(message, where=f"{where}.{name}")

    def _area(self, content: Any, place: Place, where: str) -> tuple[BlockUse, ...]:
        """Read the block of an area, or its list of blocks; the second one of a name is called NAME-2."""
        entries = [(entry, place.at(index)) for index, entry in enumerate(content)] if isinstance(content, list) else []
        if not isinstance(content, list):
            entries = [(content, place)]
        if not entries:
            self.problems.add(
                "area-empty", f"the area '{where.partition('.')[2]}' is empty", place.key, "put a block in"
            )
        count: dict[str, int] = {}
        uses = []
        for entry, at in entries:
            if (name := self._name(entry, at, where)) is None:
                continue
            flow = flow_of(entry, at, where, self.problems)
            count[name] = count.get(name, 0) + 1
            suffix = f"-{count[name]}" if count[name] > 1 else ""
            use = self._block(name, entry[name], at.at(name), f"{where}.{name}{suffix}")
            if use is not None:
                uses.append(replace(use, flow=flow))
        return tuple(uses)

    def _name(self, entry: Any, place: Place, where: str) -> str | None:
        """Return the name of the block, which is its only key."""
        names = [key for key in entry if key != "flow"] if isinstance(entry, dict) else []
        if len(names) != 1:
            message = f"a block is wanted here, not {described(entry)}"
            if names:
                message = f"a block has one key, its name; here are {listed(names, 6)}"
            self.problems.add(
                "value-invalid", message, place.key, "write '{name: {option: …}}'; more blocks are a list", where=where
            )
            return None
        name = names[0]
        if name not in self.blocks:
            caret, remedy = did_you_mean(name, self.blocks), f"the blocks are {listed(sorted(self.blocks), 30)}"
            message = f"there is no block {quoted(name)}"
            self.problems.add("block-unknown", message, place.at(name).key, remedy, caret, where)
            return None
        return str(name)

    def _block(self, name: str, value: Any, place: Place, where: str) -> BlockUse | None:
        model = self.blocks[name]
        value = {} if value is None else value
        shorthand = None if isinstance(value, dict) else model.shorthand
        options = validated(model, value, place, self.problems, shorthand=shorthand, where=where)
        self._note(value, place, where, shorthand)
        if options is None:
            self.references.check_raw(value, place, where)
            return None
        for path, message in options.messages():
            self.references.check_message(message, _written(place, path, shorthand), where)
        for path, fact in options.fact_names():
            self.references.check_name(fact, _written(place, path, shorthand).position, where)
        return BlockUse(name, rebuilt(options, where, self._finished), where)

    def _finished(self, value: Leaf, where: str) -> Leaf:
        """A text learns its place, which is also its PO context; pictures and icons are loaded, places found."""
        if isinstance(value, Message):
            return replace(value, where=where)
        position = self._nearest(where)
        if isinstance(value, Spot):
            return self.places.place(value, position, where)
        if isinstance(value, PictureFile):
            return self.pictures.picture(value, position, where)
        return self.pictures.icon(value, position, where)

    def _nearest(self, where: str) -> Position:
        """Return the place of a field, or of what was written for it (a name for a mapping)."""
        while where not in self.positions:
            where = where.rpartition(".")[0]
        return self.positions[where]

    def _note(self, value: Any, place: Place, where: str, shorthand: str | None) -> None:
        """Note the place of the block and of each option in it."""
        self.positions[where] = place.key
        inside = f"{where}.{shorthand}" if shorthand else where
        for path in paths(value):
            if path or shorthand:
                self.positions[f"{inside}.{path}" if path else inside] = place.at(path).position


def _written(place: Place, path: str, shorthand: str | None) -> Place:
    """Return where a field of the options is written, the shorthand standing for one of them."""
    if shorthand is not None:
        path = path.removeprefix(shorthand).removeprefix(".")
    return place.at(path) if path else place
