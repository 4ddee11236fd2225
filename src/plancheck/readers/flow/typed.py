"""What people type instead of using Word: numbers before headings and list items, captions under tables."""

import re
from dataclasses import replace
from itertools import pairwise

from plancheck.model.document import Block

_COUNTED = (
    r"(?:e|ste|(?i:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|dagen"
    r"|weken|maanden|jaar|jaren|uur|uren|keer|miljoen|miljard|procent|personen|woningen|sterren)\b"
)
"""What makes a number before it an ordinal, a date or an amount: "1 e fase", "12 mei", "3 maanden"."""
_NUMBER = re.compile(
    r"^(?i:(?:hoofdstuk|paragraaf|deel)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})"
    rf"(?:[.):]\s*|\s+(?:[-–:]\s+)?(?!{_COUNTED}))(?=[^\W\d])",
)
_ANNEX = re.compile(r"^(?:bijlage|annex)\s+(?:\d+|[A-Z]|[IVX]+)\b", re.IGNORECASE)
_CAPTION = re.compile(
    r"^(?:tabel|figuur|afbeelding|grafiek|kaart|schema)\s+\d+(?:[.-]\d+)?\b(?:\s*([.:–-])?\s*\S|$)", re.IGNORECASE
)
_ITEM = re.compile(r"^\(?(?:(\d{1,2})|([a-z]))[.)]\s+(?=\S)")
_LONGEST_HEADING = 10
_LONGEST_CAPTION = 25
_FEWEST_HEADINGS = 3
_RUNNING_TEXT = 12


def typed_number(text: str) -> tuple[int, ...]:
    """The number at the start of a heading: (2, 1) for "2.1 Risico's", () for none."""
    match = _NUMBER.match(text)
    return tuple(map(int, match[1].split("."))) if match else ()


def typed_level(text: str) -> int | None:
    """The level that a typed number gives a heading; an annex is of the first level."""
    return len(typed_number(text)) or (1 if _ANNEX.match(text) else None)


def numbered_headings(blocks: list[Block]) -> list[Block]:
    """The blocks with short numbered lines as headings, where nothing but the number tells; [] when they are none.

    The numbers must count on from the first, and running text must stand between them, as in no list.
    """
    places = _counting(blocks)
    texts = [place for place, block in enumerate(blocks) if len(block.text.split()) >= _RUNNING_TEXT]
    if len(places) < _FEWEST_HEADINGS:
        return []
    sections = pairwise([*places, len(blocks)])
    with_text = sum(any(start < text < end for text in texts) for start, end in sections)
    if 2 * with_text < len(places):
        return []
    found = list(blocks)
    for place in places:
        found[place] = replace(blocks[place], kind="heading", level=len(typed_number(blocks[place].text)), depth=0)
    return found


def _counting(blocks: list[Block]) -> list[int]:
    """Places of short lines whose numbers follow each other: 1, 1.1, 1.2, 2."""
    places: list[int] = []
    last: tuple[int, ...] = (0,)
    for place, block in enumerate(blocks):
        number = typed_number(block.text) if block.kind == "paragraph" and block.role == "body" else ()
        short = len(block.text.split()) <= _LONGEST_HEADING and block.text[-1:] not in ".;,:"
        if number and short and follows(number, last):
            places.append(place)
            last = number
    return places


def follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a heading number comes right after another: 2.3 after 2.2, 3 after 2.2, 2.1 after 2."""
    depth = len(number) - 1
    if depth == len(last):
        return number == (*last, 1)
    return depth < len(last) and number[:depth] == last[:depth] and number[depth] == last[depth] + 1


def mark_captions(blocks: list[Block]) -> list[Block]:
    """Lines such as "Tabel 2: kosten" that are no sentence become captions."""
    return [replace(block, kind="caption", depth=0) if is_caption(block) else block for block in blocks]


def is_caption(block: Block) -> bool:
    """Whether a line is a typed caption, such as "Tabel 2: kosten"."""
    if block.kind not in ("paragraph", "list_item") or block.role != "body":
        return False
    match = _CAPTION.match(block.text)
    if not match or len(block.text.split()) > _LONGEST_CAPTION:
        return False
    return bool(match[1]) or block.text[-1] not in ".:;"


def mark_lists(blocks: list[Block]) -> list[Block]:
    """Two or more lines that count on from 1 or a become list items; their number stays in the text."""
    found = list(blocks)
    place = 0
    while place < len(found):
        end = place
        while end < len(found) and _order(found[end]) == end - place + 1:
            end += 1
        if end - place > 1:
            for index in range(place, end):
                found[index] = replace(found[index], kind="list_item")
        place = max(end, place + 1)
    return found


def _order(block: Block) -> int:
    """Which item of a typed list a line is, 0 for none."""
    match = _ITEM.match(block.text) if block.kind in ("paragraph", "list_item") and block.role == "body" else None
    if match is None:
        return 0
    return int(match[1]) if match[1] else ord(match[2]) - ord("a") + 1
