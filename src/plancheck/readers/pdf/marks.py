"""Marks of footnotes: put before their note, and taken out of the words they hang on."""

import re
import statistics

from plancheck.readers.pdf.glyphs import NOTHING, Glyphs
from plancheck.readers.pdf.lines import PdfLine, joined
from plancheck.readers.text import clean

_MARK = re.compile(r"\d{1,3}|\*{1,3}")
_NOTE = re.compile(r"^(\d{1,3}|\*{1,3})\s*\S")
_REFERENCE = re.compile(r"(?<=[\w.,;:%)”’\"'])(?:\d+|\*{1,3})(?=[\s.,;:)?!\u2060]|$)")
_POWER = re.compile(r"(?<!\w)[kcdm]?m$", re.IGNORECASE)
"""A measure of length, of which a raised number makes one of area or volume."""
_CLOSING = ".,;:)?!"
_SMALL = 0.88
_RAISED = 0.12
_LEVEL = 0.05


def settle_marks(glyphs: Glyphs, lines: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """The lines of a page with every note beginning with its mark, and no mark stuck to a word."""
    lines = _unbroken(glyphs, _with_marks(lines))
    size = statistics.median(piece.size for line in lines for piece in line)
    small = sorted((line[0] for line in lines if line[0].size < _SMALL * size), key=lambda piece: -piece.base)
    notes = {match[1] for piece in small if (match := _NOTE.match(piece.text))}
    for piece in [piece for line in lines for piece in line] if notes else ():
        for mark in _drop_references(glyphs, piece, notes):
            own = (each for each in small if each.base < piece.base and _is_marked(each, mark))
            first = next(own, None)
            if first is not None:
                first.is_note = True
    return lines


def _is_marked(piece: PdfLine, mark: str) -> bool:
    match = _NOTE.match(piece.text)
    return match is not None and match[1] == mark


def _with_marks(lines: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """A raised number right before a line is part of it; pdfium gives it a line of its own."""
    found: list[list[PdfLine]] = []
    for line in lines:
        mark = found[-1][0] if found and len(found[-1]) == 1 else None
        if mark is not None and _MARK.fullmatch(mark.text) and _belongs(mark, line[0]):
            first = line[0]
            first.text, first.left = f"{mark.text} {first.text}", mark.left
            found[-1] = line
        else:
            found.append(line)
    return found


def _belongs(mark: PdfLine, line: PdfLine) -> bool:
    near = -1 <= line.left - mark.right <= 2 * line.size
    return mark.size < line.size and near and 0 < mark.base - line.base < 0.8 * line.size


def _unbroken(glyphs: Glyphs, lines: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """Lines that go on behind a raised mark as one; pdfium begins a new one there."""
    found: list[list[PdfLine]] = []
    for line in lines:
        last, first = found[-1][-1] if found else line[0], line[0]
        near = 0 <= first.left - last.right <= last.size and abs(first.base - last.base) <= _LEVEL * last.size
        if found and near and _is_raised(glyphs, last.end - 1, last):
            found[-1] = [*found[-1][:-1], _rejoined(glyphs, last, first), *line[1:]]
        else:
            found.append(line)
    return found


def _rejoined(glyphs: Glyphs, last: PdfLine, first: PdfLine) -> PdfLine:
    """Two pieces of a line as one, a stop or a comma right behind the word before the mark."""
    whole = joined([last, first])
    if first.text[0] in _CLOSING and first.start > last.end:
        _blank(glyphs, last.end, first.start)
        whole.text = f"{last.text}{first.text}"
    return whole


def _blank(glyphs: Glyphs, start: int, end: int) -> None:
    """Take a piece out of the text of the page; the rest stays at its places."""
    glyphs.text = f"{glyphs.text[:start]}{NOTHING * (end - start)}{glyphs.text[end:]}"


def _is_raised(glyphs: Glyphs, index: int, piece: PdfLine) -> bool:
    """Whether a character stands above the line: it was moved up, or is a digit that its font draws up there."""
    drawn_up = glyphs.text[index].isdigit() and glyphs.box(index)[1] > piece.base + _RAISED * piece.size
    return drawn_up or glyphs.baseline(index) > piece.base + _RAISED * piece.size


def _drop_references(glyphs: Glyphs, piece: PdfLine, notes: set[str]) -> list[str]:
    """Take the marks of these notes out of a piece, and out of the text of the page; which they are."""
    before, found = glyphs.text, []
    for match in _REFERENCE.finditer(before, piece.start, piece.end):
        begin = match.end()
        while begin > match.start() and _is_raised(glyphs, begin - 1, piece):
            begin -= 1
        mark = before[begin : match.end()]
        if mark in notes and not (mark in ("2", "3") and _POWER.search(before[piece.start : begin])):
            _blank(glyphs, begin, match.end())
            found.append(mark)
    if found:
        text = clean(glyphs.text[piece.start : piece.end])
        piece.text = text.rstrip("-") + "-" if piece.hyphenated else text
    return found
