"""Lines of a PDF page, split where a wide gap may be the space between columns or cells."""

import re
import statistics
from dataclasses import dataclass, replace
from itertools import pairwise

from plancheck.readers.pdf.glyphs import Glyphs
from plancheck.readers.pdf.structure import Tag
from plancheck.readers.text import clean

_LINE = re.compile(r"[^\r\n\x02]+")
_WORD = re.compile(r"[^\s\x00-\x1f\xa0]+")
_LOWER = 0.6
"""So many times its size lower is another line."""
_BLANKS = " \t\xa0"
_SPACES = re.compile(r"[ \t\xa0]+")
_MARKER = re.compile(r"^(?:[•●▪■◦○‣⁃∙·➢➤✓✔►❖\uf0b7\uf0a7\uf0d8o*–—-]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z][.)])$")
_WIDE_GAP = 1.0
_LEAST_GAP = 7.0
_SPACED_OUT = 6
_WIDE_LETTER = 0.6
_MANY_SPACES = 0.3
_VISIBLE = re.compile(r"[^\s\x00-\x1f\xa0]")


@dataclass(slots=True)
class PdfLine:
    """One line of text, or a piece of it. Size, edges and base line in points; page from 1.

    start, end: pdfium indices of its text.
    hyphenated: pdfium found that the last word goes on in the next line; its hyphen stands in the text.
    upright: it runs up or down the page. column: left and right edge of the column it stands in.
    is_note: it begins with a mark that hangs on a word of its page.
    """

    text: str
    page: int
    start: int
    end: int
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    bold: bool
    colour: int = 0
    hyphenated: bool = False
    upright: bool = False
    tag: Tag | None = None
    column: tuple[float, float] = (0.0, 0.0)
    is_note: bool = False

    @property
    def height(self) -> float:
        """The height of the line in points."""
        return max(self.size, self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """Half-way its height."""
        return (self.top + self.bottom) / 2


def page_lines(glyphs: Glyphs, page: int, tags: dict[int, Tag]) -> list[list[PdfLine]]:
    """The lines of a page in the order of the file, each as one or more pieces."""
    found = []
    for match in _LINE.finditer(glyphs.text):
        pieces: list[PdfLine] = []
        for begin, end in _rows(glyphs, match.start(), match.end()):
            pieces = _pieces(glyphs, begin, end, page, tags)
            if pieces:
                found.append(pieces)
        if pieces and glyphs.text[match.end() : match.end() + 1] == "\x02":
            last = pieces[-1]
            last.hyphenated, last.text = True, last.text.rstrip("-") + "-"
    return _one_upright(found)


def _one_upright(lines: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """The lines of a page, the words of a line along its edge joined; on a page that lies on its side nothing is."""
    stand = sum([line[0].upright for line in lines])
    if not stand or 2 * stand > len(lines):
        for line in lines:
            for piece in line:
                piece.upright = False
        return lines
    found: list[list[PdfLine]] = []
    for line in lines:
        last = found[-1][0] if found else None
        if last and last.upright and line[0].upright and abs(last.left - line[0].left) < last.size:
            found[-1] = [joined([last, *line])]
        else:
            found.append(line)
    return found


def _seen(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where what is seen of a piece of text begins and ends; None when nothing is."""
    first = _VISIBLE.search(text, start, end)
    if first is None:
        return None
    begin = first.start()
    if text[end - 1] in _BLANKS:
        end = begin + len(text[begin:end].rstrip(_BLANKS))
    return begin, end


def _rows(glyphs: Glyphs, start: int, end: int) -> list[tuple[int, int]]:
    """Where the lines begin and end in what pdfium takes for one: it does not see every point of a list as a new one.

    A word that stands lower than the one before it, and not to its right, begins a line.
    """
    seen = _seen(glyphs.text, start, end)
    if seen is None:
        return []
    begin, end = seen
    base = glyphs.baseline(begin)
    drop = base - glyphs.baseline(end - 1)
    # No size is below 1: most lines need not be asked for theirs.
    if drop < _LOWER or drop < _LOWER * min(glyphs.size(begin), glyphs.size(end - 1)):
        return [seen]
    cuts, edge = [begin], 0.0
    for match in _WORD.finditer(glyphs.text, begin, end):
        own = glyphs.baseline(match.start())
        lower = base - own >= _LOWER * glyphs.size(match.start())
        if lower and glyphs.box(match.start())[0] < edge:
            cuts.append(match.start())
        base, edge = own, glyphs.box(match.end() - 1)[2]
    found = (_seen(glyphs.text, *cut) for cut in pairwise([*cuts, end]))
    return [row for row in found if row is not None]


def joined(pieces: list[PdfLine]) -> PdfLine:
    """The pieces of a line as the one line they are when no column runs between them."""
    if len(pieces) == 1:
        return pieces[0]
    return replace(
        pieces[0],
        text=" ".join(piece.text for piece in pieces),
        end=pieces[-1].end,
        left=min(piece.left for piece in pieces),
        right=max(piece.right for piece in pieces),
        bottom=min(piece.bottom for piece in pieces),
        top=max(piece.top for piece in pieces),
        bold=all(piece.bold for piece in pieces),
        hyphenated=pieces[-1].hyphenated,
    )


def _pieces(glyphs: Glyphs, start: int, end: int, page: int, tags: dict[int, Tag]) -> list[PdfLine]:
    """A line, from the first to the last that is seen of it, as one piece, or as several when wide gaps part it."""
    whole = _line(glyphs, start, end, page, tags)
    if whole is None or not _may_be_parted(glyphs, whole):
        return [] if whole is None else [whole]
    gaps = _gaps(glyphs, start, end)
    if _spaced_out(glyphs.text[start:end], gaps):
        whole.text = _without_spacing(glyphs.text, start, end, gaps)
        return [whole]
    cuts, begin = [], start
    for left, right, gap in gaps:
        wide = gap > max(_LEAST_GAP, _WIDE_GAP * whole.size)
        if wide and not (begin == start and _MARKER.match(glyphs.text[begin:left].strip())):
            cuts.append((begin, left))
            begin = right
    if not cuts:
        return [whole]
    parts = [_seen(glyphs.text, *part) for part in (*cuts, (begin, end))]
    lines = [_line(glyphs, *part, page, tags) for part in parts if part is not None]
    return [line for line in lines if line is not None]


def _may_be_parted(glyphs: Glyphs, line: PdfLine) -> bool:
    """Whether a wide gap is possible: between two runs of type, or in a line that is wide for its letters."""
    if glyphs.text.count(" ", line.start, line.end) > _MANY_SPACES * (line.end - line.start):
        return True
    wide = line.right - line.left > _WIDE_LETTER * line.size * (line.end - line.start)
    return wide or glyphs.widest_gap(line.start, line.end) > max(_LEAST_GAP, line.size)


def _gaps(glyphs: Glyphs, start: int, end: int) -> list[tuple[int, int, float]]:
    """(end of the word before, start of the next, width) of every run of spaces."""
    found = []
    for match in _SPACES.finditer(glyphs.text, start, end):
        before, after = match.start(), match.end()
        if start < before and after < end:
            found.append((before, after, glyphs.box(after)[0] - glyphs.box(before - 1)[2]))
    return found


def _spaced_out(text: str, gaps: list[tuple[int, int, float]]) -> bool:
    """Whether a line is set with space between its letters, so that every letter looks like a word."""
    words = text.split()
    return len(gaps) >= _SPACED_OUT and sum(len(word) == 1 and word.isalpha() for word in words) >= 0.75 * len(words)


def _without_spacing(text: str, start: int, end: int, gaps: list[tuple[int, int, float]]) -> str:
    usual = statistics.median(gap for *_, gap in gaps)
    parts, begin = [], start
    for left, right, gap in gaps:
        parts.append(text[begin:left] + (" " if gap > 1.6 * usual + 0.5 else ""))
        begin = right
    return clean("".join(parts) + text[begin:end])


def _line(glyphs: Glyphs, begin: int, end: int, page: int, tags: dict[int, Tag]) -> PdfLine | None:
    """The piece of text that is seen between two places; None when nothing is left of it."""
    text = clean(glyphs.text[begin:end])
    if not text:
        return None
    last = end - 1
    middle = _visible_near(glyphs.text, (begin + last) // 2, begin)
    left, low, right, high = glyphs.box(begin)
    _, low_within, right_within, high_within = glyphs.box(middle)
    _, low_behind, right_behind, high_behind = glyphs.box(last)
    size, upright = glyphs.shape(middle)
    return PdfLine(
        text=text,
        page=page,
        start=begin,
        end=end,
        left=left,
        bottom=min(low, low_within, low_behind),
        right=max(right, right_within, right_behind),
        top=max(high, high_within, high_behind),
        base=glyphs.baseline(middle),
        size=size,
        bold=glyphs.bold(middle) and glyphs.bold(begin) and glyphs.bold(last),
        colour=glyphs.colour(middle),
        upright=upright,
        tag=tags.get(glyphs.mark(begin)) if tags else None,
    )


def _visible_near(text: str, index: int, begin: int) -> int:
    while index > begin and not _VISIBLE.match(text, index):
        index -= 1
    return index
