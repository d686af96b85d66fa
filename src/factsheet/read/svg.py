"""SVG files as drawings: flat vectors in colours of the brand, read without trusting them.

A document type, and with it every entity, stops reading at once; scripts, styles, pictures and links are refused.
What is understood is painted, all else is a problem: art is never silently incomplete.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from xml.parsers import expat

from ..model.drawing import Drawing, Shape
from ..problems import Position
from .files import decode
from .report import quoted
from .svg_geometry import Matrix, SvgError, matrix_of, numbers_of
from .svg_paint import DIRECTIONAL, Paint, Palette
from .svg_shapes import SHAPES, path_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.brand import Colour
    from .report import Problems

MAX_SVG = 256 * 1024
MAX_DEPTH = 32

SMALLEST = 10.0
"""Units of a viewBox below which it is enlarged: drawings keep two decimals, too few for a box of one unit."""

_NAMESPACE = "http://www.w3.org/2000/svg "
_SILENT = {"title", "desc", "metadata", "defs"}
_UNSAFE = {"script", "foreignObject", "image", "style", "use", "a", "animate", "animateTransform", "set"}


class _UnsafeError(Exception):
    """The document is not read on; *position* is where it became unsafe."""

    def __init__(self, message: str, position: Position) -> None:
        super().__init__(message)
        self.position = position


@dataclass(slots=True)
class _Element:
    name: str
    attributes: dict[str, str]
    position: Position
    children: list[_Element] = field(default_factory=list)


def read_svg(data: bytes, file: str, colours: Mapping[str, Colour], problems: Problems) -> Drawing | None:
    """Return an SVG file as a drawing in units of its viewBox, y up from its lower left.

    Only one of the class ``directional`` is mirrored where text runs from right to left: an arrow, a rising curve.
    Logos, clocks and ticks are the same everywhere.

    Args:
        data: the bytes of the file.
        file: how problems call it.
        colours: colours by role and palette name; a hexadecimal colour becomes the first name of the same colour.
        problems: takes what cannot be painted.
    """
    before = len(problems)
    text = decode(data, file, problems)
    root = None if text is None else _Parser(file, problems).parse(text)
    if root is None:
        return None
    box = _view_box(root, problems)
    if box is None:
        return None
    scale = 1.0 if max(box[2:]) >= SMALLEST else 10 * SMALLEST / max(box[2:])
    painter = _Painter(Palette(colours), problems)
    painter.paint(root, Matrix(scale, 0, 0, -scale, -box[0] * scale, (box[1] + box[3]) * scale), Paint())
    if len(problems) > before:
        return None
    turns = DIRECTIONAL in root.attributes.get("class", "").split()
    return Drawing(box[2] * scale, box[3] * scale, tuple(painter.shapes), mirror=turns)


@dataclass(slots=True)
class _Parser:
    file: str
    problems: Problems
    root: _Element | None = None
    open: list[_Element] = field(default_factory=list)

    def parse(self, text: str) -> _Element | None:
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartDoctypeDeclHandler = lambda *declared: self._doctype(self._at(parser))
        parser.StartElementHandler = lambda name, attributes: self._start(name, attributes, self._at(parser))
        parser.EndElementHandler = self._end
        try:
            parser.Parse(text.encode(), True)
        except _UnsafeError as error:
            self._add("svg-unsafe", str(error), error.position, "save the file as plain SVG")
            return None
        except expat.ExpatError as error:
            message = f"this is not well-formed XML: {expat.ErrorString(error.code)}"
            position = Position(self.file, error.lineno, error.offset + 1)
            self._add("svg-syntax", message, position, "save the file as plain SVG")
            return None
        if self.root is None or self.root.name != "svg":
            self._add("svg-syntax", "this is no SVG drawing", Position(self.file), "save the file as plain SVG")
            return None
        return self.root

    def _add(self, rule: str, message: str, position: Position, remedy: str) -> None:
        self.problems.add(rule, message, position, remedy)

    def _at(self, parser: expat.XMLParserType) -> Position:
        return Position(self.file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _doctype(self, position: Position) -> None:
        message = "a document type can declare entities, which may be bombs or other files"
        raise _UnsafeError(message, position)

    def _start(self, name: str, attributes: dict[str, str], position: Position) -> None:
        if len(self.open) >= MAX_DEPTH:
            message = f"elements are nested more than {MAX_DEPTH} deep"
            raise _UnsafeError(message, position)
        element = _Element(name.removeprefix(_NAMESPACE), attributes, position)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, name: str) -> None:
        self.open.pop()


def _view_box(root: _Element, problems: Problems) -> tuple[float, float, float, float] | None:
    """Return the viewBox; without one, a box of the given width and height."""
    given = root.attributes.get("viewBox")
    if given is None:
        sides = [root.attributes.get(side, "").removesuffix("px").removesuffix("pt") for side in ("width", "height")]
        given = f"0 0 {sides[0]} {sides[1]}"
    try:
        x, y, width, height = numbers_of(given)
        if width > 0 and height > 0:
            return x, y, width, height
    except (SvgError, ValueError):
        pass
    message = "the drawing does not say how large it is"
    problems.add("svg-syntax", message, root.position, 'give the svg element viewBox="0 0 WIDTH HEIGHT"')
    return None


@dataclass(slots=True)
class _Painter:
    palette: Palette
    problems: Problems
    shapes: list[Shape] = field(default_factory=list)

    def paint(self, element: _Element, matrix: Matrix, inherited: Paint) -> None:
        """Add the shapes of *element* and of what is in it."""
        self._check_attributes(element)
        try:
            own = matrix @ matrix_of(element.attributes.get("transform", "")) if element.name != "svg" else matrix
            paint = inherited.but(element.attributes, self.palette)
            if element.name in SHAPES:
                self._shape(element, own, replace(paint, fill_value="none") if element.name == "line" else paint)
        except SvgError as error:
            self.problems.add(error.rule, str(error), element.position, error.remedy)
            return
        for child in element.children if element.name in {"svg", "g"} else ():
            if self._understood(child):
                self.paint(child, own, paint)

    def _shape(self, element: _Element, matrix: Matrix, paint: Paint) -> None:
        outline = SHAPES[element.name](element.attributes)
        if not outline or paint.invisible:
            return
        fill, stroke = paint.fill(self.palette), paint.stroke(self.palette)
        width = paint.width * matrix.scale if stroke else 0.0
        if stroke and not matrix.even:
            raise SvgError("svg-unsupported", "a stroke is stretched", "scale both directions alike")
        dash = tuple(part * matrix.scale for part in paint.dash) if stroke else ()
        self.shapes.append(Shape(path_text(outline, matrix), fill, stroke, width, paint.cap, paint.join, dash))

    def _understood(self, element: _Element) -> bool:
        name = element.name
        if name in {"g", *SHAPES}:
            return True
        if name in _UNSAFE:
            self.problems.add("svg-unsafe", f"{quoted(name)} is refused", element.position, "convert it to paths")
        elif name not in _SILENT and " " not in name:  # elements of other name spaces are notes of drawing programs
            self.problems.add("svg-unsupported", f"{quoted(name)} is not read", element.position, "convert it to paths")
        return False

    def _check_attributes(self, element: _Element) -> None:
        for name in element.attributes:
            bare = name.rpartition(" ")[2]
            if bare.startswith("on") or bare in {"style", "href"}:
                message = f"the attribute {quoted(bare)} is refused"
                remedy = "save the file with presentation attributes"
                self.problems.add("svg-unsafe", message, element.position, remedy)
