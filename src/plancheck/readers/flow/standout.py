"""Lines that stand out as headings do, where no style says so, and lines that only seem to."""

import re
from collections import Counter

from plancheck.model.document import Block
from plancheck.readers.flow.contents import bare
from plancheck.readers.flow.raw import Raw
from plancheck.readers.flow.typed import is_caption, typed_level, typed_number
from plancheck.readers.labels import is_label, is_sum, tells_of_document

_NO_HEADING = re.compile(
    r"^(?:\w+,?\s+)?\d{1,2}\s+\w+\s+20\d{2}$|^(?:versie|datum|status|auteur|opgesteld door|zaaknummer|namens)\b"
    r"|^\W*(?:https?:|www\.)|\S@\S|^[\d\s.,:;/€%-]+$|^\([^()]*\)$",
    re.IGNORECASE,
)
"""Dates, what a title page says of the document, addresses, bare numbers and what stands in brackets as a whole."""
_LABELLED = re.compile(r"[^\W\d]:")
_PAIR = re.compile(r"^[^:]{2,40}:\s+\S")
_LEAD_IN = re.compile(
    r"^(?:wij|we|ik|u)\b.*:$|\bvolgende\b.*:$"
    r"|\b(?:op|voor|uit|aan|af|in|met|van|zijn|is|zoals|namelijk|volgende|worden|bevat|omvat|luidt|verzorgt):$",
    re.IGNORECASE,
)
_MAX_WORDS = 14
_MAX_CHARS = 110
RUNNING_TEXT = 12
"""Words of a line that is surely running text."""
_SENTENCE = 5
"""Words from which a line that ends as a sentence does is text."""
_LARGER = 3
"""Half points above the size of the text from which a line stands out."""
_MUCH_LARGER = 6
_MOST_BEFORE_COLON = 6
_MOST_BEFORE_STOP = 8
"""Words of a line that is a heading though it ends as a sentence does."""
_MOST_ITALIC = 8
_FEWEST_ITALIC = 2
"""One line in italics is a remark, more of them are headings."""
_FEWEST_TITLES, _MOST_TITLES = 3, 0.6
_STACK = 3
"""Lines of one look right under each other that are names, functions or an address, and no headings."""


def candidates(raws: list[Raw]) -> list[int]:
    """Places of lines that stand out as headings do. Lines at the end with nothing under them are a signature.

    What the contents list names is no label.
    """
    usual = _usual(raws)
    found = {place for place in range(len(raws)) if _stands_out(raws[place], usual)}
    slanted = [place for place in range(len(raws)) if place not in found and _is_slanted(raws, place, usual, found)]
    if len(slanted) >= _FEWEST_ITALIC:
        found.update(slanted)
    titles = {bare(raw.block.text) for raw in raws if raw.block.role == "contents"}
    found |= _named(raws, titles, found)
    listed = {place for place in found if titles and bare(raws[place].block.text) in titles}
    labels = {place for place in found if _is_label(raws, place)}
    found -= (_stacked(raws, found) | _points(raws, found) | labels) - listed
    last = len(raws) - 1
    while last in found - listed and not typed_number(raws[last].block.text):
        found.remove(last)
        last -= 1
    return sorted(found)


def has_text(raws: list[Raw], place: int) -> bool:
    """Whether running text, a list or a table stands right under a line."""
    if place + 1 >= len(raws):
        return False
    below = raws[place + 1].block
    if below.kind == "table":
        return not tells_of_document(below.rows)
    return below.kind == "list_item" or len(below.text.split()) >= RUNNING_TEXT


def _named(raws: list[Raw], titles: set[str], found: set[int]) -> set[int]:
    """Lines that look like the text under them, but that the contents list names: each title once.

    Most titles must be found in all, or the list is of another document.
    """
    if len(titles) < _FEWEST_TITLES:
        return set()
    named: dict[str, list[int]] = {}
    for place, raw in enumerate(raws):
        if raw.block.kind in ("paragraph", "heading") and raw.block.role == "body" and bare(raw.block.text) in titles:
            named.setdefault(bare(raw.block.text), []).append(place)
    if len(named) < _MOST_TITLES * len(titles):
        return set()
    once = (places[0] for places in named.values() if len(places) == 1)
    return {place for place in once if place not in found and _may_be(raws[place]) and has_text(raws, place)}


def _points(raws: list[Raw], found: set[int]) -> set[int]:
    """Lines that count from 1 right under each other without text of their own: the points of a list.

    Chapters without text yet have another that goes on from the last, further down.
    """
    points: set[int] = set()
    place = 0
    while place < len(raws):
        end = place
        while end < len(raws) and typed_number(raws[end].block.text) == (end - place + 1,) and _is_point(raws[end]):
            end += 1
        run = set(range(place, end))
        if len(run) >= _STACK and not any(
            typed_number(raws[other].block.text) == (len(run) + 1,) for other in found if other >= end
        ):
            points |= run & found
        place = max(end, place + 1)
    return points


def _is_point(raw: Raw) -> bool:
    return raw.block.kind in ("paragraph", "list_item") and raw.block.role == "body" and not raw.below_picture


def _usual(raws: list[Raw]) -> Raw:
    """How running text looks: what most of the letters of longer lines have."""
    texts = [raw for raw in raws if raw.block.kind in ("paragraph", "list_item") and raw.block.role == "body"]
    long = [raw for raw in texts if len(raw.block.text.split()) >= RUNNING_TEXT] or [
        raw for raw in texts if not raw.bold
    ]
    looks: Counter[tuple[int, bool, bool, bool]] = Counter()
    slanted = 0
    for raw in long:
        looks[raw.size, raw.bold, raw.caps, raw.underlined] += len(raw.block.text)
        slanted += len(raw.block.text) if raw.italic else 0
    size, bold, caps, underlined = looks.most_common(1)[0][0] if looks else (22, False, False, False)
    return Raw(
        block=Block(kind="paragraph", text=""),
        size=size,
        bold=bold,
        caps=caps,
        underlined=underlined,
        italic=2 * slanted > looks.total(),
    )


def _stands_out(raw: Raw, usual: Raw) -> bool:
    """Whether this is a short line that is larger, bold, in capitals or underlined as a whole."""
    block, text = raw.block, raw.block.text
    if not _may_be(raw):
        return False
    bold, larger = raw.bold and not usual.bold, raw.size - usual.size
    if block.kind == "list_item" and not bold and not (larger >= _LARGER and typed_number(text)):
        return False
    if not _may_end(block, larger, bold=bold):
        return False
    return larger >= _LARGER or bold or (raw.caps and not usual.caps) or (raw.underlined and not usual.underlined)


def _may_be(raw: Raw) -> bool:
    block, text = raw.block, raw.block.text
    if block.role != "body" or block.kind not in ("paragraph", "list_item") or is_caption(block):
        return False
    if len(text) > _MAX_CHARS or len(text.split()) > _MAX_WORDS or not any(letter.isalpha() for letter in text):
        return False
    return not _NO_HEADING.search(text) and not is_sum(text)


def _may_end(block: Block, larger: int, *, bold: bool) -> bool:
    """Whether a heading can end so: with a colon or a full stop only when it is short and clearly stands out."""
    text, words = block.text, len(block.text.split())
    if text[-1] not in ".;,:":
        return True
    if typed_level(text):
        return text[-1] == ":" or (text[-1] == "." and words <= _MOST_BEFORE_STOP and not _LABELLED.search(text))
    if block.kind == "list_item":
        return False
    if text[-1] == ":":
        short = bold and words <= _MOST_BEFORE_COLON and ":" not in text[:-1]
        return (larger >= _LARGER or short) and not _LEAD_IN.search(text)
    return text[-1] == "." and larger >= _MUCH_LARGER and words <= _MOST_BEFORE_STOP


def _is_slanted(raws: list[Raw], place: int, usual: Raw, found: set[int]) -> bool:
    """Whether a short line is in italics as a whole, with text or a line that stands out under it, and is no caption.

    Italics that go on are a quotation or a remark.
    """
    raw = raws[place]
    text = raw.block.text
    if not raw.italic or usual.italic or raw.block.kind != "paragraph" or not _may_be(raw):
        return False
    if len(text.split()) > _MOST_ITALIC or not (text[0].isupper() or text[0].isdigit()) or not text[-1].isalnum():
        return False
    above = raws[place - 1].block.kind if place else "paragraph"
    if raw.below_picture or above in ("table", "caption") or place + 1 >= len(raws) or raws[place + 1].italic:
        return False
    words = raws[place + 1].block.text.split()
    ended = len(words) >= _SENTENCE and words[-1][-1] in ".:;?!"
    return ended or has_text(raws, place) or (place + 1 in found and has_text(raws, place + 1))


def _is_label(raws: list[Raw], place: int) -> bool:
    """Whether a line tells who, where or when, as a title page or a signature does, with nothing under it."""
    text = raws[place].block.text
    if typed_level(text) or has_text(raws, place):
        return False
    beside = [raws[each] for each in (place - 1, place + 1) if 0 <= each < len(raws)]
    alike = (each.block.text for each in beside if _look(each) == _look(raws[place]))
    pairs = bool(_PAIR.match(text)) and any(_PAIR.match(each) and len(each) <= _MAX_CHARS for each in alike)
    return pairs or is_label(text) or raws[place].tabbed


def _stacked(raws: list[Raw], found: set[int]) -> set[int]:
    """Lines without number in a stack of one look: what has another such line under it has no text of its own.

    The first of all may be the title.
    """
    stacked: set[int] = set()
    run: list[int] = []
    first = min(found, default=0)
    for place, raw in enumerate(raws):
        goes_on = bool(run) and _goes_on(raws[run[-1]], raw)
        if not goes_on and place not in found:
            run = []
            continue
        run = [*run, place] if goes_on else [place]
        if len(run) >= _STACK:
            stacked.update(run[:-1] if run[0] > first else run[1:-1])
    return stacked | {place for place in found if place - 1 in stacked and not has_text(raws, place)}


def _goes_on(above: Raw, raw: Raw) -> bool:
    """Whether a short line without number stands right under another that looks the same."""
    if raw.below_picture or raw.block.kind != "paragraph" or raw.block.role != "body" or _look(raw) != _look(above):
        return False
    short = len(raw.block.text.split()) <= _MAX_WORDS
    return short and not typed_level(raw.block.text) and not typed_level(above.block.text)


def _look(raw: Raw) -> tuple[int, bool, bool, bool]:
    return raw.size, raw.bold, raw.caps, raw.underlined
