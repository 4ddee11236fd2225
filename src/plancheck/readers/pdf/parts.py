"""Lines joined to parts: one paragraph, heading, list item, note or caption each, before it is known which."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from plancheck.readers.pdf.habits import Habits, is_point
from plancheck.readers.pdf.joins import is_broken
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.margins import Page
from plancheck.readers.pdf.placed import PdfTable
from plancheck.readers.pdf.texts import ITEM, NUMBERED, has_ended, is_caption, typed_level
from plancheck.readers.text import split_bullet

PartKind = Literal["text", "list", "caption", "note", "table", "contents"]
_ROOM = 0.1
_MUCH_ROOM = 0.3
_LOOSE = 1.3
_INDENT = 6.0
_LARGE, _VERY_LARGE = 1.3, 1.8
"""So many times the usual size is the type of headings, and of the title of a document or a chapter."""
_WIDE = 2.2
_SMALL = 0.88
_NOTE_MARK = re.compile(r"^(?:\d{1,3}|\*{1,3}|[a-z]\))\s*\S")


@dataclass(slots=True)
class Part:
    """Lines that belong together, or a table. above: white above it, in usual line distances; 9 at the top."""

    kind: PartKind
    lines: list[PdfLine] = field(default_factory=list)
    table: PdfTable | None = None
    above: float = 9.0

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.table.page if self.table else self.lines[0].page

    @property
    def look(self) -> tuple[float, bool, int]:
        """Size, weight and colour of its type."""
        first = self.lines[0]
        return first.size, all(line.bold for line in self.lines), first.colour


def make_parts(pages: list[Page], usual: Habits, contents: set[int], titles: dict[int, int]) -> list[Part]:
    """The parts of a document in reading order.

    contents: lines (by identity) of a contents list. titles: line -> number of the known title it belongs to.
    """
    maker = _Maker(usual, contents, titles)
    for page in pages:
        notes = _foot_notes(page, usual)
        for each in page.content:
            if isinstance(each, PdfTable):
                maker.add_table(each)
            elif id(each) not in notes:
                maker.add(each)
        maker.add_notes([line for line in page.lines if id(line) in notes])
    return maker.finish()


def _foot_notes(page: Page, usual: Habits) -> set[int]:
    """Small type below all other text of a page, or of a column, that begins with a mark."""
    found: set[int] = set()
    by_column: dict[tuple[float, float], list[PdfLine]] = {}
    for line in page.lines:
        by_column.setdefault(line.column, []).append(line)
    for lines in by_column.values():
        small = []
        for line in sorted(lines, key=lambda line: line.base):
            if line.size > _SMALL * usual.size or line.top > 0.6 * page.height:
                break
            small.append(line)
        if any(_NOTE_MARK.match(line.text) for line in small):
            found.update(map(id, small))
    return found


class _Maker:
    """Takes lines one by one and puts each to the part it continues, or begins a new one."""

    def __init__(self, usual: Habits, contents: set[int], titles: dict[int, int]) -> None:
        self._usual = usual
        self._contents = contents
        self._titles = titles
        self._parts: list[Part] = []
        self._open: Part | None = None
        self._last: PdfLine | None = None
        self._later: list[Part] = []

    def add(self, line: PdfLine) -> None:
        kind = self._kind(line)
        if self._open is None or not self._goes_on(self._open, line, kind):
            self._close()
            self._open = Part(kind, [], above=self._above(line))
        self._open.lines.append(line)
        self._last = line

    def add_table(self, table: PdfTable) -> None:
        self._close()
        self._parts.append(Part("table", table=table))
        self._last = None

    def add_notes(self, lines: Iterable[PdfLine]) -> None:
        """Notes stand after the paragraph that was being read, which may go on over the page."""
        for line in lines:
            if self._later and not _NOTE_MARK.match(line.text) and self._later[-1].page == line.page:
                self._later[-1].lines.append(line)
            else:
                self._later.append(Part("note", [line]))

    def finish(self) -> list[Part]:
        self._close()
        return self._parts

    def _close(self) -> None:
        if self._open is not None:
            if self._open.kind == "text" and self._usual.believed and is_point(self._open.lines[0]):
                self._open.kind = "list"
            self._parts.append(self._open)
        self._parts += self._later
        self._open, self._later = None, []

    def _above(self, line: PdfLine) -> float:
        last = self._last
        if last is None or last.page != line.page or last.base <= line.base or last.column != line.column:
            return 9.0
        return (last.base - line.base) / self._usual.distance(max(line.size, last.size))

    def _kind(self, line: PdfLine) -> PartKind:
        if id(line) in self._contents:
            return "contents"
        if is_caption(line.text):
            return "caption"
        if line.text[0].isupper():
            return "text"
        return "list" if split_bullet(line.text)[0] or ITEM.match(line.text) else "text"

    def _goes_on(self, part: Part, line: PdfLine, kind: PartKind) -> bool:
        last = part.lines[-1]
        if kind in ("contents", "caption") or part.kind == "contents":
            return False
        if self._titles:
            if self._titles.get(id(last)) != self._titles.get(id(line)):
                return False
            if id(line) in self._titles:
                return True
        tied = last.hyphenated or is_broken(last.text)
        told = self._usual.believed and last.tag and line.tag and last.tag.kind and line.tag.kind
        if told and last.page == line.page and last.tag != line.tag:
            return False
        if last.page != line.page or line.base > last.base + 2 or line.column != last.column:
            return kind == "text" and self._turns(part, line, tied)
        if told:
            return True
        return kind == "text" and self._same_paragraph(part, line, tied)

    def _turns(self, part: Part, line: PdfLine, tied: bool) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        last = part.lines[-1]
        if abs(last.size - line.size) > 0.6 or part.kind == "caption" or last.bold != line.bold:
            return False
        if tied or (not has_ended(last.text) and line.text[:1].islower()):
            return True
        return not has_ended(last.text) and len(last.text) > 25 and not line.bold and not _has_room(last, line, _ROOM)

    def _same_paragraph(self, part: Part, line: PdfLine, tied: bool) -> bool:
        last = part.lines[-1]
        distance = self._usual.distance(last.size)
        if abs(last.size - line.size) > 0.6:
            return tied and line.size < last.size * 1.2
        if self._goes_on_in_large(last, line):
            return True
        if last.base - line.base > _LOOSE * distance:
            return False
        if tied or self._hangs(part, line):
            return True
        ended, room = has_ended(last.text), _has_room(last, line, _ROOM)
        if (last.bold, last.colour) != (line.bold, line.colour) and (ended or room or self._heads(part, line)):
            return False
        if room and (ended or part.kind == "caption" or _has_room(last, line, _MUCH_ROOM)):
            return False
        if part.kind == "list" and ended and line.left < part.lines[-1].left - _INDENT / 2:
            return False
        return not (ended and _INDENT < line.left - last.left < 10 * _INDENT and part.kind == "text")

    def _hangs(self, part: Part, line: PdfLine) -> bool:
        """Whether a line goes on with a point of a list of which the first line is bold: it stands right of most text.

        A short bold line without a full stop may be a heading, of which the number stands in the margin.
        """
        first = part.lines[0]
        if (
            len(part.lines) > 1
            or not first.bold
            or line.bold
            or line.column[0] + self._usual.indent > line.left - _INDENT
        ):
            return False
        if part.kind != "list" and not NUMBERED.match(first.text):
            return False
        near = _INDENT < line.left - first.left < 10 * _INDENT and first.base - line.base > line.size / 2
        return near and (has_ended(first.text) or not _has_room(first, line, _ROOM))

    def _goes_on_in_large(self, last: PdfLine, line: PdfLine) -> bool:
        """Whether a line is more of a title in large type: broken where its maker wished, or set wide and full."""
        if last.size < _LARGE * self._usual.size or has_ended(last.text):
            return False
        if (last.bold, last.colour) != (line.bold, line.colour) or typed_level(line.text) is not None:
            return False
        step = last.base - line.base
        close = step <= _LOOSE * self._usual.distance(last.size)
        wide = last.size >= _VERY_LARGE * self._usual.size and step <= _WIDE * last.size
        return close or (wide and not _has_room(last, line, _ROOM))

    def _heads(self, part: Part, line: PdfLine) -> bool:
        """Whether a line that fills its column is a heading: bold or coloured, before a line that is not."""
        first = part.lines[0]
        stands_out = first.bold or (first.colour != self._usual.colour and line.colour == self._usual.colour)
        return len(part.lines) == 1 and stands_out and not line.text[0].islower()


def _has_room(last: PdfLine, line: PdfLine, share: float) -> bool:
    """Whether the first word of a line would have fitted on the line before, so that the break was meant."""
    left, right = last.column
    per_letter = (last.right - last.left) / max(1, len(last.text))
    word = line.text.split(" ", 1)[0]
    return last.right + per_letter * (len(word) + 1.5) + 0.5 * share * (right - left) < right
