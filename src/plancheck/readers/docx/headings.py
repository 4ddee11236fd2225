"""Headings where no style says so: short lines that stand out, and typed contents lists."""

import re
from dataclasses import replace

from plancheck.model.document import Block, HeadingSource
from plancheck.readers.docx.content import Raw

_NUMBER = re.compile(
    r"^(?:(?:hoofdstuk|paragraaf|bijlage|deel)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+\S", re.IGNORECASE
)
_ANNEX = re.compile(r"^(?:bijlage|annex)\s+(?:\d+|[A-Z]|[IVX]+)\b", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"^\S.{2,120}?(?:\s*\.{3,}\s*|\s{2,}|\s)\d{1,3}$")
_CONTENTS_TITLE = re.compile(r"^(?:inhoud|inhoudsopgave|table of contents)\W*$", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"^(?:\w+,?\s+)?\d{1,2}\s+\w+\s+20\d{2}$|^(?:versie|datum|status|auteur|opgesteld door)\b", re.IGNORECASE
)
_MAX_WORDS = 14
_LONGEST = 30
_MOST = 0.6
_MIN_BLOCKS = 12
_MAX_CHARS = 110


def find_headings(raws: list[Raw]) -> tuple[list[Block], HeadingSource]:
    """The blocks, with fake headings found by how they look; and what decided."""
    raws = _distrust(_mark_contents(raws))
    styled = sum(raw.block.kind == "heading" for raw in raws)
    body_size = _body_size(raws)
    candidates = [place for place in range(len(raws)) if _stands_out(raws, place, body_size)]
    words = sum(len(raw.block.text.split()) for raw in raws)
    if styled >= max(3, words // 1200):
        return _deepen(raws, candidates), "stijl"
    if not candidates:
        return [raw.block for raw in raws], "stijl" if styled else "geen"
    looks = sorted({_key(raws[place]) for place in candidates}, reverse=True)
    blocks = [raw.block for raw in raws]
    for place in candidates:
        level = _typed_level(blocks[place].text) or min(6, looks.index(_key(raws[place])) + 1)
        blocks[place] = replace(blocks[place], kind="heading", level=level, depth=0)
    return blocks, "opmaak"


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


def _deepen(raws: list[Raw], candidates: list[int]) -> list[Block]:
    """With real headings around, a fake one is one level below the last real one."""
    blocks = [raw.block for raw in raws]
    fake = set(candidates)
    level = 1
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            level = block.level or 1
        elif place in fake:
            blocks[place] = replace(block, kind="heading", level=min(9, level + 1), depth=0)
    return blocks


def _key(raw: Raw) -> tuple[int, bool, bool]:
    return raw.size, raw.caps, raw.bold


def _body_size(raws: list[Raw]) -> int:
    sizes: dict[int, int] = {}
    for raw in raws:
        if raw.block.kind in ("paragraph", "list_item") and not raw.bold:
            sizes[raw.size] = sizes.get(raw.size, 0) + len(raw.block.text)
    return max(sizes, key=lambda size: sizes[size], default=22)


def _stands_out(raws: list[Raw], place: int, body_size: int) -> bool:
    """A short line, larger or bold as a whole, that is followed by something that is not a heading forever."""
    raw = raws[place]
    block, text = raw.block, raw.block.text
    if (
        block.role != "body"
        or block.kind not in ("paragraph", "list_item")
        or (block.kind == "list_item" and not raw.bold)
    ):
        return False
    if len(text) > _MAX_CHARS or len(text.split()) > _MAX_WORDS or not any(letter.isalpha() for letter in text):
        return False
    if (text[-1] in ".;,:" and not _typed_level(text)) or _DATE_LINE.match(text):
        return False
    if raw.size >= body_size + 3 or raw.bold or (raw.caps and len(text.split()) >= 1):
        return place + 1 < len(raws)
    return False


def _typed_level(text: str) -> int | None:
    match = _NUMBER.match(text)
    if match:
        return match[1].count(".") + 1
    return 1 if _ANNEX.match(text) else None


def _mark_contents(raws: list[Raw]) -> list[Raw]:
    """Give typed contents lists their role: a run of lines that end in a page number."""
    found = list(raws)
    place = 0
    while place < len(found):
        run = place
        while run < len(found) and _is_contents_line(found[run]):
            run += 1
        titled = place > 0 and bool(_CONTENTS_TITLE.match(found[place - 1].block.text))
        if run - place >= (2 if titled else 4):
            for index in range(place, run):
                found[index] = replace(
                    found[index], block=replace(found[index].block, kind="paragraph", level=None, role="contents")
                )
        place = max(run, place + 1)
    return found


def _is_contents_line(raw: Raw) -> bool:
    block = raw.block
    return (
        block.role == "body"
        and block.kind in ("paragraph", "list_item", "heading")
        and bool(_CONTENTS_LINE.match(block.text))
    )
