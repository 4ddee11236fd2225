"""Headings where no style says so: short lines that stand out."""

from dataclasses import replace

from plancheck.model.document import Block, HeadingSource
from plancheck.readers.flow.contents import mark_contents
from plancheck.readers.flow.raw import Raw
from plancheck.readers.flow.standout import candidates as find_candidates
from plancheck.readers.flow.standout import has_text
from plancheck.readers.flow.typed import (
    follows,
    mark_captions,
    mark_lists,
    numbered_headings,
    typed_level,
    typed_number,
)

_MAX_WORDS = 14
_LONGEST = 30
_MOST = 0.6
_MIN_BLOCKS = 12
_WORDS_PER_HEADING = 1200
_DEEPEST = 6
_FEWEST = 4
"""Headings from which it says something that one looks like no other."""
_TITLE_PAGE = 12
"""Blocks among which the title stands; lines above it that have no text under them are no headings."""


def find_headings(raws: list[Raw]) -> tuple[list[Block], HeadingSource]:
    """The blocks, with fake headings found by how they look; and what decided."""
    raws = _distrust(mark_contents(raws))
    styled = sum(raw.block.kind == "heading" for raw in raws)
    words = sum(len(raw.block.text.split()) for raw in raws)
    candidates = find_candidates(raws)
    source: HeadingSource = "stijl" if styled else "geen"
    if styled >= max(3, words // _WORDS_PER_HEADING):
        blocks = _deepen(raws, candidates)
    elif candidates:
        blocks, source = _by_look(raws, candidates), "opmaak"
    else:
        blocks = [raw.block for raw in raws]
        if not styled and (numbered := numbered_headings(blocks)):
            blocks, source = numbered, "tekst"
    return mark_lists(mark_captions(blocks)), source


def _distrust(raws: list[Raw]) -> list[Raw]:
    """Take back headings that are none: whole paragraphs, or a style that makes nearly everything a heading."""
    body = [raw for raw in raws if raw.block.role == "body" and raw.block.kind != "table"]
    share = sum(raw.block.kind == "heading" for raw in body) / max(1, len(body))
    everything = share > _MOST and len(body) >= _MIN_BLOCKS
    return [_as_text(raw) if _is_text(raw, everything=everything) else raw for raw in raws]


def _is_text(raw: Raw, *, everything: bool) -> bool:
    block = raw.block
    if block.kind != "heading":
        return False
    words = len(block.text.split())
    return everything or words > _LONGEST or (words > _MAX_WORDS and block.text.endswith("."))


def _as_text(raw: Raw) -> Raw:
    return replace(raw, block=replace(raw.block, kind="paragraph", level=None))


def _by_look(raws: list[Raw], candidates: list[int]) -> list[Block]:
    """Levels from typed numbers, else from what else looks the same, else from how large and bold a line is.

    A line without number between two with one that look the same belongs to the first of them.
    """
    largest = max(raws[place].size for place in candidates)
    title = next(place for place in candidates if raws[place].size == largest)
    candidates = [place for place in candidates if place >= title or has_text(raws, place) or title > _TITLE_PAGE]
    if _is_subtitle(raws, title, candidates):
        candidates.remove(title + 1)
    levels = _levels_of_looks(raws, candidates)
    blocks = [raw.block for raw in raws]
    last = {_key(raws[place]): place for place in candidates if typed_number(blocks[place].text)}
    above: dict[tuple[int, bool, bool], int] = {}
    for place in candidates:
        own, look = typed_level(blocks[place].text), _key(raws[place])
        between = above[look] + 1 if look in above and place < last[look] else 0
        blocks[place] = replace(blocks[place], kind="heading", level=own or between or levels[look], depth=0)
        if number := typed_number(raws[place].block.text):
            above[look] = len(number)
    return blocks


def _is_subtitle(raws: list[Raw], title: int, candidates: list[int]) -> bool:
    """Whether the line under the title looks like no other heading and has no text of its own."""
    if title + 1 not in candidates or len(candidates) < _FEWEST or has_text(raws, title + 1):
        return False
    look = _key(raws[title + 1])
    alike = sum(_key(raws[place]) == look for place in candidates)
    return alike == 1 and not typed_level(raws[title + 1].block.text)


def _levels_of_looks(raws: list[Raw], candidates: list[int]) -> dict[tuple[int, bool, bool], int]:
    levels: dict[tuple[int, bool, bool], int] = {}
    above = 0
    for look in sorted({_key(raws[place]) for place in candidates}, reverse=True):
        texts = [raws[place].block.text for place in candidates if _key(raws[place]) == look]
        typed = [level for text in texts if (level := typed_level(text))]
        levels[look] = min(typed) if 2 * len(typed) >= len(texts) else min(_DEEPEST, above + 1)
        above = max(above, levels[look])
    return levels


def _key(raw: Raw) -> tuple[int, bool, bool]:
    return raw.size, raw.caps, raw.bold


def _deepen(raws: list[Raw], candidates: list[int]) -> list[Block]:
    """With real headings around, a fake one is one level below the last real one, unless its number goes on from it;
    below one whose number does, too.

    Before the first real one stands a title page: of its lines only the first largest is a heading, and what has
    text under it.
    """
    blocks = [raw.block for raw in raws]
    first = next(place for place, block in enumerate(blocks) if block.kind == "heading")
    title = max(
        (place for place in candidates if place < first), key=lambda place: (raws[place].size, -place), default=-1
    )
    fake = {place for place in candidates if place > first or place == title or has_text(raws, place)}
    level = 1
    number: tuple[int, ...] = (0,)
    counted = 0
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            level, number, counted = block.level or 1, typed_number(block.text) or number, 0
        elif place in fake:
            own = typed_number(block.text)
            goes_on = bool(own) and follows(own, number)
            deeper = len(own) if goes_on else 1 if place == title else min(9, max(level, counted) + 1)
            blocks[place] = replace(block, kind="heading", level=deeper, depth=0)
            number, counted = (own, len(own)) if goes_on else (number, counted)
    return blocks
