"""Large pictures among the text of pages: a map, scheme or table in them is not read."""

from collections import Counter
from collections.abc import Iterable

from plancheck.model.document import Block
from plancheck.readers.flow.descriptions import LARGE
from plancheck.readers.pdf.glyphs import Box

_POINTS_PER_CM = 72 / 2.54
_EVERYWHERE = 0.5
_FEW_PAGES = 2


def large_pictures(pictures: list[Box], page: tuple[float, float]) -> list[Box]:
    """The pictures that are large enough on a page of this width and height to be a map or a scheme."""
    found = []
    for left, bottom, right, top in pictures:
        box = max(0.0, left), max(0.0, bottom), min(page[0], right), min(page[1], top)
        if box[2] - box[0] >= LARGE[0] * _POINTS_PER_CM and box[3] - box[1] >= LARGE[1] * _POINTS_PER_CM:
            found.append(box)
    return found


def pages_with_pictures(pictures: dict[int, list[Box]], count: int, passed: set[int]) -> list[int]:
    """The pages with a picture that is not the same on most of all pages: that is their paper. passed: pages that were
    told of elsewhere."""
    places = Counter(_place(box) for boxes in pictures.values() for box in boxes)
    paper = {place for place, often in places.items() if often > max(_FEW_PAGES, _EVERYWHERE * count)}
    return [
        page
        for page, boxes in pictures.items()
        if page not in passed and any(_place(box) not in paper for box in boxes)
    ]


def headings_on(blocks: Iterable[Block], pages: list[int]) -> tuple[str, ...]:
    """The headings under which a picture on these pages may stand: the last before each page, and those on it."""
    titles = [(block.page or 0, block.text) for block in blocks if block.kind == "heading"]
    found: dict[str, None] = {}
    for page in pages:
        before = [text for on, text in titles if on < page]
        found.update(dict.fromkeys([*before[-1:], *(text for on, text in titles if on == page)]))
    return tuple(found)


def _place(box: Box) -> tuple[int, ...]:
    return tuple(round(edge) for edge in box)
