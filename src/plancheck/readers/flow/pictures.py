"""Where large pictures stand in a document that flows: a map, scheme or table in them is not read."""

from collections.abc import Iterable, Sequence

from plancheck.model.document import Block
from plancheck.readers.flow.raw import Raw

PICTURE = Raw(block=Block(kind="paragraph", text=""))
"""Stands among the blocks where a large picture does; it says nothing."""


def without_pictures(raws: Iterable[Raw]) -> tuple[list[Raw], list[int]]:
    """The other blocks, and how many of them stand before each large picture."""
    found: list[Raw] = []
    places: list[int] = []
    for raw in raws:
        if raw is PICTURE:
            places.append(len(found))
        else:
            found.append(raw)
    return found, places


def headings_above(blocks: Sequence[Block], places: Iterable[int]) -> tuple[str, ...]:
    """The headings under which pictures stand, each once; "" before the first."""
    return tuple(dict.fromkeys(_heading_at(blocks, place) for place in places))


def _heading_at(blocks: Sequence[Block], place: int) -> str:
    if not place:
        return ""
    block = blocks[place - 1]
    if block.kind == "heading":
        return block.text
    return block.heading_path[-1] if block.heading_path else ""
