"""A block with how it looks: what the readers of flowing text hand over before headings are decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from plancheck.model.document import Block
from plancheck.readers.text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A block with how it looks, before it is decided what is a heading where no style says so.

    tabbed: a tab stands within the line. below_picture: a picture without text stands right above it.
    """

    block: Block
    size: int = 0
    bold: bool = False
    caps: bool = False
    underlined: bool = False
    italic: bool = False
    tabbed: bool = False
    below_picture: bool = False


def text_of(blocks: Iterable[Raw], notes: list[Raw]) -> str:
    """All text of a cell on one line; notes in it are put aside, since they stand after the table."""
    words = []
    for raw in blocks:
        if raw.block.kind == "note":
            notes.append(raw)
        else:
            words.append(raw.block.text)
    return clean(" ".join(words))
