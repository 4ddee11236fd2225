"""Contents lists that were typed or copied in, without the field or the styles that would give them away."""

import re
from dataclasses import replace
from itertools import pairwise

from plancheck.readers.flow.raw import Raw

_LINE = re.compile(r"^\S.{2,120}?(?:\s*\.{3,}\s*|\s)(?:p\.?\s?|blz\.?\s?)?(\d{1,3})$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:\d+\.?\s+)?(?:inhoud|inhoudsopgave|inhoudsopgaaf|table of contents)\W*$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]?\s+|[\s.]*\d{1,3}$")
_SHORTEST_RUN = 4
_SHORTEST_TITLED_RUN = 2


def mark_contents(raws: list[Raw]) -> list[Raw]:
    """Give the lines of a typed contents list their role."""
    found = list(raws)
    last = _last_places(raws)
    place = 0
    while place < len(found):
        titled = place > 0 and bool(_TITLE.match(found[place - 1].block.text))
        end = max(
            _run_with_pages(found, place, titled=titled), _run_without_pages(found, place, last) if titled else place
        )
        for index in range(place, end):
            block = replace(found[index].block, kind="paragraph", level=None, depth=0, role="contents")
            found[index] = replace(found[index], block=block)
        place = max(end, place + 1)
    return found


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
    while end < len(raws) and _can_be_line(raws[end]) and last.get(_bare(raws[end].block.text), 0) > end:
        end += 1
    return end if end - start >= _SHORTEST_TITLED_RUN else start


def _last_places(raws: list[Raw]) -> dict[str, int]:
    """The last place where each text stands, apart from its number; empty when no contents title asks for it."""
    if not any(_TITLE.match(raw.block.text) for raw in raws):
        return {}
    return {_bare(raw.block.text): place for place, raw in enumerate(raws) if _can_be_line(raw)}


def _bare(text: str) -> str:
    return _NUMBER.sub("", text).casefold().strip()


def _can_be_line(raw: Raw) -> bool:
    block = raw.block
    return block.role == "body" and block.kind in ("paragraph", "list_item", "heading") and len(block.text) < 150
