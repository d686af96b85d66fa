"""ReportLab's canvas with the four verbs. What is painted says at once what it is; nobody searches operators later."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from ..model.links import is_safe
from ..model.tag import Tag
from .drawing import drawing_operators, shape_operators
from .fonts import DocumentFonts
from .inks import ScreenInks
from .links import annotation, parts
from .metadata import Stamp, describe
from .outline import LEVELS, Bookmark, outline
from .structure import GROUPING, Annotation, Node, structure_tree
from .text import Spot, text_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.brand import Brand
    from ..model.drawing import Drawing, Image, Shape
    from ..model.geometry import Box
    from ..model.placed import Metadata, PlacedLine
    from .links import Part

rl_config.useA85 = 0  # ASCII85 would make every stream a quarter larger

ARTIFACTS = {
    "Artifact": "/Artifact <</Type /Layout>> BDC",
    "Header": "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC",
    "Footer": "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC",
}
"""Property lists of artifacts (ISO 32000-1, 14.8.2.2)."""

FROM_THE_RIGHT = (("O", "/Layout"), ("WritingMode", "/RlTb"))
"""Attributes of what is written from right to left; the elements inside inherit them (ISO 32000-1, 14.8.5.4.2)."""


class ScreenCanvas(Canvas):  # type: ignore[misc] # ReportLab is untyped
    """A tagged canvas in RGB. Coordinates of the verbs are the page's: x from the reading start, y down."""

    def __init__(self, target: Any, *arguments: Any, brand: Brand, metadata: Metadata, **options: Any) -> None:
        """Make a canvas for a document that *metadata* describes."""
        self._brand, self._metadata = brand, metadata
        self._root = Node(Tag("Document", attributes=FROM_THE_RIGHT if metadata.right_to_left else ()), None)
        self._owners = [self._root]
        self._nodes: dict[Tag, Node] = {}
        self._marked: list[list[Node]] = [[]]
        self._bookmarks: dict[Node, Bookmark] = {}
        options |= {"pdfVersion": (1, 7), "lang": metadata.language}
        super().__init__(target, *arguments, **options)
        self._inks, self._fonts = ScreenInks(brand), DocumentFonts(self._doc)
        self._doc._timeStamp = Stamp(metadata.issued)
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.__Refs__ = [key for key in catalog.__Refs__ if key not in {"MarkInfo", "ViewerPreferences"}]

    # -- the four verbs ---------------------------------------------------------------------------------------------

    @contextmanager
    def tagged(self, tag: Tag, box: Box | None = None) -> Iterator[None]:
        """Paint what follows under *tag*; all parts of one tag are one element, wherever they stand."""
        node = self._nodes.get(tag)
        if node is None:
            node = self._nodes[tag] = Node(tag, self._owners[-1])
        if box is not None and node.box is None:
            left, foot = self._left(box.x, box.width), self._pagesize[1] - box.bottom
            node.box = tuple(round(v, 2) for v in (left, foot, left + box.width, foot + box.height))
        self._owners.append(node)
        try:
            yield
        finally:
            self._owners.pop()

    def text(self, lines: tuple[PlacedLine, ...]) -> None:
        """Set *lines* as one string; a link in them is an element, and a string, of its own."""
        self._bookmark(lines)
        spots = [self._spot(placed) for placed in lines]
        if not self._is_element(self._owners[-1]) or not any(run.href for spot in spots for run in spot.line.runs):
            self._emit(text_object(spots, self._fonts, self._inks))
            return
        for part in parts(spots):
            if part.href is None or not is_safe(part.href):
                self._emit(text_object(part.spots, self._fonts, self._inks))
            else:
                self._link(part)

    def shapes(self, *shapes: Shape) -> None:
        """Paint shapes in PDF's own page coordinates."""
        self._emit(" ".join(filter(None, (shape_operators(shape, self._inks) for shape in shapes))))

    def picture(self, drawing: Drawing, box: Box) -> None:
        """Paint *drawing* into *box*, scaled by the width where the sizes differ (an emblem)."""
        x, y = self._left(box.x, box.width), self._pagesize[1] - box.bottom
        scale = box.width / drawing.width
        rtl = self._metadata.right_to_left
        self._emit(drawing_operators(drawing, x, y, scale, rtl, self._fonts, self._inks, self._image))

    # -- links and headings -----------------------------------------------------------------------------------------

    def _link(self, part: Part) -> None:
        """Paint a link: an element with its text and its annotation (ISO 14289-1, 7.18.5)."""
        with self.tagged(Tag("Link", href=part.href)):
            self._emit(text_object(part.spots, self._fonts, self._inks))
            made = annotation(str(part.href), part.spots, part.text)
            self._annotationrefs.append(made)
            self._owners[-1].kids.append(Annotation(self._page, made))

    def _bookmark(self, lines: tuple[PlacedLine, ...]) -> None:
        """Note a heading for the outline."""
        node = self._owners[-1]
        level = LEVELS.get(node.tag.type)
        title = " ".join("".join(placed.line.text for placed in lines if not placed.end).split())
        if level and title and node not in self._bookmarks:
            top = self._pagesize[1] - lines[0].y + lines[0].line.ascent
            self._bookmarks[node] = Bookmark(level, title, self._page, top)

    # -- where things are -------------------------------------------------------------------------------------------

    @property
    def _page(self) -> int:
        """The page that is being painted, counted from 0."""
        return len(self._marked) - 1

    def _left(self, x: float, width: float) -> float:
        """Return the left edge of something *width* wide whose reading start is at *x*."""
        return float(self._pagesize[0]) - x - width if self._metadata.right_to_left else x

    def _spot(self, placed: PlacedLine) -> Spot:
        width = placed.line.width
        start = placed.x - width if placed.end else placed.x
        return Spot(placed.line, self._left(start, width), self._pagesize[1] - placed.y)

    def _image(self, image: Image) -> str:
        """Return the operators of an image; ReportLab makes the XObject, and names it by a hash of its pixels."""
        before = len(self._code)
        self.drawImage(ImageReader(BytesIO(image.data)), image.x, image.y, image.width, image.height, mask="auto")
        operators = " ".join(self._code[before:])
        del self._code[before:]
        return operators

    @staticmethod
    def _is_element(node: Node) -> bool:
        """Say whether what is painted under *node* is content, not decoration."""
        return not node.tag.decorative and node.tag.type not in GROUPING

    def _emit(self, chunk: str) -> None:
        """Write one chunk of operators inside the marked content of its owner."""
        if not chunk:
            return
        node = self._owners[-1]
        kind = node.tag.type
        if not self._is_element(node):
            self._code.append(f"{ARTIFACTS.get(kind, ARTIFACTS['Artifact'])} {chunk} EMC")
            return
        node.use()
        page = self._marked[-1]
        node.kids.append((self._page, len(page)))
        self._code.append(f"/{kind} <</MCID {len(page)}>> BDC {chunk} EMC")
        page.append(node)

    # -- what ReportLab calls ---------------------------------------------------------------------------------------

    def _make_preamble(self) -> None:
        """Start pages empty: ReportLab would select Helvetica on each, a font that no file may leave out."""
        self._preamble = ""

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 # the last hook before a page is closed
        super()._setAnnotations(page)
        if isinstance(page, pdfdoc.PDFPage):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = self._page, "/S"

    def showPage(self) -> None:  # noqa: N802 # ReportLab names it
        """Close the page and start counting marked content anew."""
        super().showPage()
        self._marked.append([])

    def save(self) -> None:
        """Write structure and metadata, then the document."""
        if self._code:
            self.showPage()
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = structure_tree(self._root, self._marked)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        if (bookmarks := outline(tuple(self._bookmarks.values()))) is not None:
            self._doc.Outlines = catalog.Outlines = bookmarks
            if self._page > 1:  # pages are counted from 0, and this is the one that does not come
                catalog.PageMode = pdfdoc.PDFName("UseOutlines")
        self.setViewerPreference("DisplayDocTitle", "true")
        if self._metadata.right_to_left:  # two pages side by side are read from the right, too (ISO 32000-1, 12.2)
            self.setViewerPreference("Direction", "R2L")
        describe(self._doc, self._metadata)
        super().save()
