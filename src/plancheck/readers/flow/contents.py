"""Contents lists that were typed or copied in, without the field or the styles that would give them away."""

import re
from dataclasses import replace
from itertools import pairwise

from plancheck.readers.flow.raw import Raw

_LINE = re.compile(r"^\S.{2,120}?(?:\s*\.{3,}\s*|\s)(?:p\.?\s?|blz\.?\s?)?(\d{1,3})$", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:\d+\.?\s+)?(?:inhoud|(inhouds ?(?:opgave|opgaaf|tabel|tafel|overzicht)|table of contents)(?:\s+\w+){0,4}"
    r"|index|contents)\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]?\s+|[\s.]*\d{1,3}$")
_SHORTEST_RUN = 4
_SHORTEST_TITLED_RUN = 2
_LONGEST_LIST = 80
_LONGEST_LINE = 12
"""Lines of a list without page numbers, and words of one of them."""


def is_contents_title(text: str) -> bool:
    """Whether a line is the title of a contents list."""
    return bool(_TITLE.match(text))


def mark_contents(raws: list[Raw]) -> list[Raw]:
    """Give the lines of a typed contents list their role, and its title: no chapter stands under it."""
    found = list(raws)
    last = _last_places(raws)
    place = 0
    while place < len(found):
        titled = place > 0 and is_contents_title(found[place - 1].block.text)
        end = max(
            _run_with_pages(found, place, titled=titled),
            _run_without_pages(found, place, last) if titled else place,
            _run_to_first(found, place) if titled else place,
        )
        for index in range(place, end):
            found[index] = _in_contents(found[index])
        place = max(end, place + 1)
    return [_in_contents(raw) if _is_title(found, place) else raw for place, raw in enumerate(found)]


def _in_contents(raw: Raw) -> Raw:
    return replace(raw, block=replace(raw.block, kind="paragraph", level=None, depth=0, role="contents"))


def _is_title(raws: list[Raw], place: int) -> bool:
    """Whether a contents list has its title here, or had: the list may be a picture or a field without its result.

    "Inhoud" may also be the title of a chapter that says what is in the plan.
    """
    block = raws[place].block
    match = _TITLE.match(block.text) if block.role == "body" and block.kind in ("paragraph", "heading") else None
    if match is None:
        return False
    below = raws[place + 1].block if place + 1 < len(raws) else None
    if match[1] or (below is not None and below.role == "contents"):
        return True
    return block.kind == "heading" and below is not None and below.kind == "heading"


def _run_with_pages(raws: list[Raw], start: int, *, titled: bool) -> int:
    """Where a run of lines with page numbers ends; `start` when it is too short, or the numbers go down."""
    pages: list[int] = []
    for place in range(start, len(raws)):
        raw = raws[place]
        match = _LINE.match(raw.block.text) if _can_be_line(raw) else None
        if not match:
            break
        pages.append(int(match[1]))
    falls = sum(later < earlier for earlier, later in pairwise(pages))
    if titled:
        return start + len(pages) if len(pages) >= _SHORTEST_TITLED_RUN else start
    return start + len(pages) if len(pages) >= _SHORTEST_RUN and not falls else start


def _run_without_pages(raws: list[Raw], start: int, last: dict[str, int]) -> int:
    """Where a run of lines under a contents title ends that each come back further on."""
    end = start
    while end < len(raws) and _can_be_line(raws[end]) and last.get(bare(raws[end].block.text), 0) > end:
        end += 1
    return end if end - start >= _SHORTEST_TITLED_RUN else start


def _run_to_first(raws: list[Raw], start: int) -> int:
    """Where a run of short lines under a contents title ends: where the first of them comes back, as a heading."""
    first = bare(raws[start].block.text)
    for place in range(start, min(len(raws), start + _LONGEST_LIST)):
        raw = raws[place]
        if not _can_be_line(raw) or len(raw.block.text.split()) > _LONGEST_LINE or raw.block.text[-1] in ".;:":
            return start
        if place > start and bare(raw.block.text) == first:
            return place if place - start >= _SHORTEST_TITLED_RUN else start
        if raw.block.kind == "heading":
            return start
    return start


def _last_places(raws: list[Raw]) -> dict[str, int]:
    """The last place where each text stands, apart from its number; empty when no contents title asks for it."""
    if not any(_TITLE.match(raw.block.text) for raw in raws):
        return {}
    return {bare(raw.block.text): place for place, raw in enumerate(raws) if _can_be_line(raw)}


def bare(text: str) -> str:
    """A title without its number and page, to compare it by."""
    return _NUMBER.sub("", text).casefold().strip()


def _can_be_line(raw: Raw) -> bool:
    block = raw.block
    return block.role == "body" and block.kind in ("paragraph", "list_item", "heading") and len(block.text) < 150
