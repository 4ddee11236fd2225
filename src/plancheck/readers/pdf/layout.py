"""From lines to blocks: margins out, headings found, lines joined to paragraphs, tables put in their place."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from plancheck.model.document import Block, HeadingSource, Role
from plancheck.readers.markdown import table_block
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.tables import PdfTable
from plancheck.readers.text import split_bullet

_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\S)")
_ITEM = re.compile(r"^(?:\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
_CAPTION = re.compile(r"^(?:tabel|figuur|afbeelding|kaart|grafiek)\s+\d+", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"^\S.{1,120}?(?:[\s.]*\.{3,}\s*|\s+)\d{1,3}$")
_CONTENTS_TITLE = re.compile(r"^(?:inhoud|inhoudsopgave)\W*$", re.IGNORECASE)
_ANNEX = re.compile(r"^(?:bijlage|annex)\s+(?:\d+|[A-Z]|[IVX]+)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;][\"'”’)]?$")
_MARGIN_SHARE = 0.12
_ENOUGH_KNOWN = 0.6
_TITLE_SIZE = 1.3
_TITLE_LENGTH = 120
_APART = 1.7
_PAGE_NUMBER = re.compile(r"(?:pagina\s*|-\s*)?\d{1,4}(?:\s*(?:van|/|-)\s*\d{0,4})?", re.IGNORECASE)
_KEEP_HYPHEN = re.compile(r"(?:^|\s)(?:[A-Z]{2,}|cv|vve|co2|e|tv|pv|it|ict|[A-Za-z]|\d+)-$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page (from 1) and its height in points."""

    number: int
    height: float
    lines: list[PdfLine]


def split_margins(pages: list[Page]) -> tuple[list[Block], list[Page]]:
    """Running headers, footers and page numbers, each once, and the pages without them."""
    edges = {page.number: _edges(page) for page in pages}
    counts: Counter[tuple[Role, str]] = Counter()
    for page in pages:
        own = edges[page.number]
        counts.update({(own[id(line)], _shape(line.text)) for line in page.lines if id(line) in own})
    needed = max(2, min(3, len(pages) - 1))
    margins: dict[tuple[Role, str], Block] = {}
    kept: list[Page] = []
    for page in pages:
        lines = []
        for line in page.lines:
            role = edges[page.number].get(id(line))
            shape = _shape(line.text)
            if role and (_PAGE_NUMBER.fullmatch(line.text) or (len(pages) > 1 and counts[role, shape] >= needed)):
                margins.setdefault((role, shape), Block(kind="paragraph", text=line.text, role=role, page=page.number))
            else:
                lines.append(line)
        kept.append(Page(page.number, page.height, lines))
    return list(margins.values()), kept


def _edges(page: Page) -> dict[int, Role]:
    """Lines (by identity) at the top and the foot of a page that stand apart from the text between."""
    found: dict[int, Role] = {}
    by_height = sorted(page.lines, key=lambda line: line.bottom)
    limits: tuple[tuple[Role, list[PdfLine]], ...] = (("footer", by_height), ("header", by_height[::-1]))
    for role, lines in limits:
        group: list[PdfLine] = []
        for line, following in pairwise([*lines, None]):
            if line is None or not _in_margin(page, line, role):
                break
            group.append(line)
            apart = following is None or abs(line.bottom - following.bottom) > _APART * line.height
            if apart:
                found.update(dict.fromkeys(map(id, group), role))
                break
    return found


def _in_margin(page: Page, line: PdfLine, role: Role) -> bool:
    if role == "header":
        return line.bottom > page.height * (1 - _MARGIN_SHARE)
    return line.top < page.height * _MARGIN_SHARE


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def body_size(pages: list[Page]) -> float:
    """The type size of most of the text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def heading_levels(
    pages: list[Page], known: dict[str, int], source: HeadingSource, size: float
) -> tuple[dict[int, int], HeadingSource]:
    """Level per line (by identity) that is a heading, and what decided.

    known: heading texts from the structure tree or the bookmarks, letters only -> level.
    """
    lines = [line for page in pages for line in page.lines]
    if known:
        levels = _known_levels(lines, known)
        if levels and len(levels) >= _ENOUGH_KNOWN * len(known):
            return _with_title(lines, levels, size), source
    candidates = [line for line in lines if _stands_out(line, size)]
    looks = sorted({(line.size, line.bold) for line in candidates}, reverse=True)
    levels = {
        id(line): _typed_level(line.text) or min(6, looks.index((line.size, line.bold)) + 1) for line in candidates
    }
    return levels, "opmaak" if levels else "geen"


def _with_title(lines: list[PdfLine], levels: dict[int, int], size: float) -> dict[int, int]:
    """The title of a document often is no heading in its structure: large lines before the first heading count."""
    opening: dict[int, int] = {}
    for line in lines:
        if id(line) in levels:
            break
        if line.size >= size * _TITLE_SIZE and len(line.text) <= _TITLE_LENGTH:
            opening[id(line)] = 1
    return {**opening, **levels}


def letters(text: str) -> str:
    """A text reduced to its letters and digits, to compare what two sources call the same heading."""
    return re.sub(r"[\W_]+", "", text).lower()


def _known_levels(lines: list[PdfLine], known: dict[str, int]) -> dict[int, int]:
    levels: dict[int, int] = {}
    for place, line in enumerate(lines):
        own = letters(line.text)
        both = own + (letters(lines[place + 1].text) if place + 1 < len(lines) else "")
        if own in known:
            levels[id(line)] = known[own]
        elif both in known and place + 1 < len(lines):
            levels[id(line)] = levels[id(lines[place + 1])] = known[both]
    return levels


def _stands_out(line: PdfLine, size: float) -> bool:
    words = line.text.split()
    if len(words) > 16 or len(line.text) > 120 or not any(letter.isalpha() for letter in line.text):
        return False
    if _CAPTION.match(line.text) or split_bullet(line.text)[0] or line.text[-1] in ",;":
        return False
    if line.text.endswith(".") and not _NUMBERED.match(line.text):
        return False
    larger = line.size >= size * 1.12
    return larger or (line.bold and line.size >= size * 0.98 and not line.text.endswith(":"))


def _typed_level(text: str) -> int | None:
    match = _NUMBERED.match(text)
    if match:
        return match[1].count(".") + 1
    return 1 if _ANNEX.match(text) else None


def to_blocks(pages: list[Page], levels: dict[int, int], tables: list[PdfTable], size: float) -> list[Block]:
    """The body as blocks in reading order."""
    builder = _Builder(levels, size)
    for page in pages:
        mine = [table for table in tables if table.page == page.number]
        placed: set[int] = set()
        for line in page.lines:
            inside = next((table for table in mine if _inside(line, table)), None)
            if inside is None:
                builder.add(line)
            elif id(inside) not in placed:
                placed.add(id(inside))
                builder.add_table(inside)
        builder.end_page()
    return mark_contents(builder.finish())


def _inside(line: PdfLine, table: PdfTable) -> bool:
    middle = (line.top + line.bottom) / 2
    across = (line.left + line.right) / 2
    return table.bottom - 2 <= middle <= table.top + 2 and table.left - 4 <= across <= table.right + 4


class _Builder:
    """Joins lines to blocks."""

    def __init__(self, levels: dict[int, int], size: float) -> None:
        self._levels = levels
        self._size = size
        self._blocks: list[Block] = []
        self._current: list[PdfLine] = []
        self._kind = ""
        self._width = 0.0
        self._turned = False

    def add(self, line: PdfLine) -> None:
        kind = self._kind_of(line)
        if self._current and not self._goes_on(line, kind):
            self._flush()
        if not self._current:
            self._kind = kind
        self._current.append(line)
        self._turned = False

    def add_table(self, table: PdfTable) -> None:
        self._flush()
        last = self._blocks[-1] if self._blocks else None
        if (
            last is not None
            and last.kind == "table"
            and last.rows
            and last.rows[0] == table.rows[0]
            and last.page != table.page
        ):
            self._blocks[-1] = table_block(last.rows + table.rows[1:], last.page)
        else:
            self._blocks.append(table_block(table.rows, table.page))

    def end_page(self) -> None:
        self._turned = True

    def finish(self) -> list[Block]:
        self._flush()
        return self._blocks

    def _kind_of(self, line: PdfLine) -> str:
        if id(line) in self._levels:
            return "heading"
        if split_bullet(line.text)[0] or _ITEM.match(line.text):
            return "list_item"
        if _CAPTION.match(line.text) and len(line.text) < 160:
            return "caption"
        return "note" if line.size < self._size * 0.86 else "paragraph"

    def _goes_on(self, line: PdfLine, kind: str) -> bool:
        last = self._current[-1]
        if self._kind == "heading" or kind == "heading":
            same = self._kind == kind and self._levels[id(last)] == self._levels[id(line)] and last.size == line.size
            return (
                same
                and not _typed_level(line.text)
                and 0 < last.bottom - line.bottom < 2.0 * line.height
                and not self._turned
            )
        if kind in ("list_item", "caption") or (self._kind == "note") != (kind == "note"):
            return False
        if self._kind == "caption":
            return last.hyphenated
        ended = bool(_ENDS.search(last.text))
        if self._turned or line.bottom > last.top:
            return last.hyphenated or (not ended and line.text[:1].islower())
        gap = last.bottom - line.bottom
        if gap > 1.75 * line.height or abs(last.size - line.size) > 0.6:
            return last.hyphenated
        self._width = max(self._width, last.right)
        short = last.right < self._right_edge() - 0.18 * max(1.0, self._right_edge() - last.left)
        return not (ended and short) or last.hyphenated

    def _right_edge(self) -> float:
        return max((each.right for each in self._current), default=self._width)

    def _flush(self) -> None:
        if self._current:
            self._blocks.append(self._block())
        self._current = []

    def _block(self) -> Block:
        text, page = join_lines(self._current), self._current[0].page
        if self._kind == "heading":
            return Block(kind="heading", text=text, level=self._levels[id(self._current[0])], page=page)
        if self._kind == "list_item":
            return Block(kind="list_item", text=split_bullet(text)[1], page=page)
        if self._kind == "caption":
            return Block(kind="caption", text=text, page=page)
        return Block(kind="note" if self._kind == "note" else "paragraph", text=text, page=page)


def join_lines(lines: list[PdfLine]) -> str:
    """The text of several lines; a word that was broken at the end of a line becomes one again."""
    text = lines[0].text
    for before, line in pairwise(lines):
        if before.hyphenated:
            text += line.text
        elif text.endswith("-") and line.text[:1].islower() and not line.text.startswith(("en ", "of ")):
            text = text + line.text if _KEEP_HYPHEN.search(text) else text[:-1] + line.text
        else:
            text += " " + line.text
    return text


def mark_contents(blocks: list[Block]) -> list[Block]:
    """Give the printed contents list its role."""
    found = list(blocks)
    place = 0
    while place < len(found):
        run = place
        while run < len(found) and found[run].kind != "table" and _CONTENTS_LINE.match(found[run].text):
            run += 1
        titled = place > 0 and bool(_CONTENTS_TITLE.match(found[place - 1].text))
        if run - place >= (1 if titled else 4):
            for index in range(place, run):
                found[index] = replace(found[index], kind="paragraph", level=None, role="contents")
        place = max(run, place + 1)
    return found
