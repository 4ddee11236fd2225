"""Headings where no style says so: short lines that stand out."""

import re
from collections import Counter
from dataclasses import replace

from plancheck.model.document import Block, HeadingSource
from plancheck.readers.flow.contents import mark_contents
from plancheck.readers.flow.raw import Raw
from plancheck.readers.flow.typed import (
    follows,
    is_caption,
    mark_captions,
    mark_lists,
    numbered_headings,
    typed_level,
    typed_number,
)

_NO_HEADING = re.compile(
    r"^(?:\w+,?\s+)?\d{1,2}\s+\w+\s+20\d{2}$|^(?:versie|datum|status|auteur|opgesteld door|zaaknummer|namens)\b"
    r"|^\W*(?:https?:|www\.)|\S@\S|^[\d\s.,:;/€%-]+$|^\([^()]*\)$",
    re.IGNORECASE,
)
"""Dates, what a title page says of the document, addresses, bare numbers and what stands in brackets as a whole."""
_MAX_WORDS = 14
_MAX_CHARS = 110
_LONGEST = 30
_RUNNING_TEXT = 12
"""Words of a line that is surely running text."""
_LARGER = 3
"""Half points above the size of the text from which a line stands out."""
_MUCH_LARGER = 6
_MOST_BEFORE_COLON = 6
_MOST_BEFORE_STOP = 8
"""Words of a line that is a heading though it ends as a sentence does."""
_MOST = 0.6
_MIN_BLOCKS = 12
_WORDS_PER_HEADING = 1200
_DEEPEST = 6
_TITLE_PAGE = 12
"""Blocks among which the title stands; lines above it that have no text under them are no headings."""


def find_headings(raws: list[Raw]) -> tuple[list[Block], HeadingSource]:
    """The blocks, with fake headings found by how they look; and what decided."""
    raws = _distrust(mark_contents(raws))
    styled = sum(raw.block.kind == "heading" for raw in raws)
    words = sum(len(raw.block.text.split()) for raw in raws)
    candidates = _candidates(raws)
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


def _candidates(raws: list[Raw]) -> list[int]:
    """Places of lines that stand out as headings do. Lines at the end with nothing under them are a signature."""
    usual = _usual(raws)
    found = [place for place in range(len(raws)) if _stands_out(raws[place], usual)]
    last = len(raws) - 1
    while found and found[-1] == last and not typed_number(raws[last].block.text):
        found.pop()
        last -= 1
    return found


def _usual(raws: list[Raw]) -> Raw:
    """How running text looks: what most of the letters of longer lines have."""
    texts = [raw for raw in raws if raw.block.kind in ("paragraph", "list_item") and raw.block.role == "body"]
    long = [raw for raw in texts if len(raw.block.text.split()) >= _RUNNING_TEXT] or [
        raw for raw in texts if not raw.bold
    ]
    looks: Counter[tuple[int, bool, bool, bool]] = Counter()
    for raw in long:
        looks[raw.size, raw.bold, raw.caps, raw.underlined] += len(raw.block.text)
    size, bold, caps, underlined = looks.most_common(1)[0][0] if looks else (22, False, False, False)
    return Raw(block=Block(kind="paragraph", text=""), size=size, bold=bold, caps=caps, underlined=underlined)


def _stands_out(raw: Raw, usual: Raw) -> bool:
    """Whether this is a short line that is larger, bold, in capitals or underlined as a whole."""
    block, text = raw.block, raw.block.text
    if block.role != "body" or block.kind not in ("paragraph", "list_item"):
        return False
    if is_caption(block):
        return False
    bold, larger = raw.bold and not usual.bold, raw.size - usual.size
    if block.kind == "list_item" and not bold and not (larger >= _LARGER and typed_number(text)):
        return False
    if len(text) > _MAX_CHARS or len(text.split()) > _MAX_WORDS or not any(letter.isalpha() for letter in text):
        return False
    if _NO_HEADING.search(text) or not _may_end(block, larger, bold=bold):
        return False
    return larger >= _LARGER or bold or (raw.caps and not usual.caps) or (raw.underlined and not usual.underlined)


def _may_end(block: Block, larger: int, *, bold: bool) -> bool:
    """Whether a heading can end so: with a colon or a full stop only when it is short and clearly stands out."""
    text, words = block.text, len(block.text.split())
    if text[-1] not in ".;,:" or typed_level(text):
        return True
    if block.kind == "list_item":
        return False
    if text[-1] == ":":
        return larger >= _LARGER or (bold and words <= _MOST_BEFORE_COLON and ":" not in text[:-1])
    return text[-1] == "." and larger >= _MUCH_LARGER and words <= _MOST_BEFORE_STOP


def _by_look(raws: list[Raw], candidates: list[int]) -> list[Block]:
    """Levels from typed numbers, else from what else looks the same, else from how large and bold a line is.

    A line without number between two with one that look the same belongs to the first of them.
    """
    largest = max(raws[place].size for place in candidates)
    title = next(place for place in candidates if raws[place].size == largest)
    candidates = [place for place in candidates if place >= title or _has_text(raws, place) or title > _TITLE_PAGE]
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
    """With real headings around, a fake one is one level below the last real one, unless its number goes on from it.

    Before the first real one stands a title page: of its lines only the first largest is a heading, and what has
    text under it.
    """
    blocks = [raw.block for raw in raws]
    first = next(place for place, block in enumerate(blocks) if block.kind == "heading")
    title = max(
        (place for place in candidates if place < first), key=lambda place: (raws[place].size, -place), default=-1
    )
    fake = {place for place in candidates if place > first or place == title or _has_text(raws, place)}
    level = 1
    number: tuple[int, ...] = (0,)
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            level, number = block.level or 1, typed_number(block.text) or number
        elif place in fake:
            own = typed_number(block.text)
            goes_on = bool(own) and follows(own, number)
            deeper = len(own) if goes_on else 1 if place == title else min(9, level + 1)
            blocks[place] = replace(block, kind="heading", level=deeper, depth=0)
            number = own if goes_on else number
    return blocks


def _has_text(raws: list[Raw], place: int) -> bool:
    """Whether running text, a list or a table stands right under a line."""
    if place + 1 >= len(raws):
        return False
    below = raws[place + 1].block
    return below.kind in ("list_item", "table") or len(below.text.split()) >= _RUNNING_TEXT
