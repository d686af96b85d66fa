"""What every block is made of: option types, the base class, the standard head.

Authors write options in YAML; pydantic refuses unknown ones and says where. A block turns its options into content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema

from .model.content import Content, Heading, Paragraph, Rule
from .model.image import IconFile, PictureFile
from .model.message import Message
from .model.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .model.brand import Brand
    from .model.words import Words


Leaf = Message | PictureFile | IconFile | Place
"""What options hold that is more than a scalar: read gives each its place, or what its file holds."""


class Options(BaseModel):
    """Frozen, and closed: an option that nobody reads is a mistake of whoever wrote it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _message(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _flag(value: Any) -> Any:
    words = {"true": True, "false": False}
    if isinstance(value, str) and value in words:
        return words[value]
    if isinstance(value, bool):
        return value
    message = "write true or false"
    raise ValueError(message)


TextField = Annotated[Message, BeforeValidator(_message)]
"""A text, or ``{text: …, checks: [fact, …]}`` where it spells a figure out in words."""


class FactRef(str):
    """The id of a fact as an option names it; a class of its own so that a check finds every one."""

    __slots__ = ()


T = TypeVar("T")
if TYPE_CHECKING:
    Loaded = Annotated[T, "loaded"]
else:

    class Loaded:
        """What read loads: pydantic checks the name alone and must not look into what the file holds."""

        def __class_getitem__(cls, item: object) -> Any:
            """Return a type that pydantic takes as it is."""
            return Any


def _name(value: Any, wanted: str) -> str:
    if isinstance(value, str) and value:
        return value
    message = f"{wanted} is wanted here"
    raise ValueError(message)


def _picture(value: Any) -> PictureFile:
    return PictureFile(_name(value, "the name of a file"))


PictureField = Annotated[Loaded[PictureFile], PlainValidator(_picture), WithJsonSchema({"type": "string"})]
"""A JPEG, PNG or SVG file, named from the folder of the sheet (``images/harbour.jpg``)."""


def _icon(value: Any) -> IconFile:
    return IconFile(_name(value, "the name of an icon"))


IconField = Annotated[Loaded[IconFile], PlainValidator(_icon), WithJsonSchema({"type": "string"})]
"""An icon by its name: ``book`` is ``data/icons/book.svg``."""


def _place(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


PlaceField = Annotated[Place, BeforeValidator(_place)]
"""A place by its name in ``data/places.csv``, which knows its coordinates and their source."""

FactName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(@\d{4}(-\d{2}){0,2})?$"), AfterValidator(FactRef)]
"""The id of a fact, or ``id@2014`` for one of its points."""

Flag = Annotated[bool, BeforeValidator(_flag)]


class Block(Options):
    """One kind of block. Its name in YAML is *name*; its class docstring is its documentation."""

    name: ClassVar[str]
    lists_sources: ClassVar[bool] = False  # whether it lists the sources of the edition, so that footers point to it
    shorthand: ClassVar[str | None] = None  # the option that a bare text or list stands for

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the content; texts and figures come from *words*, rule weight and emblem from *brand*."""
        raise NotImplementedError

    def messages(self) -> Iterator[tuple[str, Message]]:
        """Yield (field path, text) of every text in the options, in order."""
        yield from _messages(self, "")

    def with_messages(self, where: str, change: Callable[[Message], Message]) -> Self:
        """Return the same block, which *where* names, with every text in its options changed."""
        return rebuilt(self, where, lambda value, _: change(value) if isinstance(value, Message) else value)

    def fact_names(self) -> Iterator[tuple[str, str]]:
        """Yield (field path, fact name) of every fact that the options name."""
        yield from _facts(self, "")


def rebuilt(value: T, where: str, change: Callable[[Any, str], Any]) -> T:
    """Return *value* with every text and picture in it changed; *change* gets each with its page.area.block.field."""
    made: Any = value
    if isinstance(value, Leaf):
        made = change(value, where)
    elif isinstance(value, tuple):
        made = tuple(rebuilt(entry, f"{where}.{index}", change) for index, entry in enumerate(value))
    elif isinstance(value, Options):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        moved = {name: rebuilt(entry, f"{where}.{name}", change) for name, entry in fields.items()}
        changed = {name: entry for name, entry in moved.items() if entry is not fields[name] and entry != fields[name]}
        made = value.model_copy(update=changed) if changed else value
    return made  # type: ignore[no-any-return] # of the type of *value*, which mypy cannot follow


def _messages(value: Any, path: str) -> Iterator[tuple[str, Message]]:
    if isinstance(value, Message):
        yield path.rstrip("."), value
    elif isinstance(value, Options):
        for key in type(value).model_fields:
            yield from _messages(getattr(value, key), f"{path}{key}.")
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _messages(entry, f"{path}{index}.")


def _facts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, FactRef):
        yield path.rstrip("."), str(value)
    elif isinstance(value, Options):
        for key in type(value).model_fields:
            yield from _facts(getattr(value, key), f"{path}{key}.")
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _facts(entry, f"{path}{index}.")


def head(words: Words, rule: float, title: Message, measure: Message | None = None) -> tuple[Content, ...]:
    """Return the standard head of a block: rule, finding (H2), measure.

    6 pt from rule to title and none from title to measure, so that neighbours share their first baselines.
    """
    content: list[Content] = [Rule(rule), Heading(words.text(title), 2, "h2", above=6)]
    if measure is not None:
        content.append(Paragraph(words.text(measure), "sub"))
    return tuple(content)
