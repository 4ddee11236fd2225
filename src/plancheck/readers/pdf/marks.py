"""Marks of footnotes: put before their note, and taken out of the words they hang on."""

import re
import statistics

from plancheck.readers.pdf.glyphs import Glyphs
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.text import clean

_MARK = re.compile(r"\d{1,3}|\*{1,3}")
_NOTE = re.compile(r"^(\d{1,3}|\*{1,3})\s*\S")
_REFERENCE = re.compile(r"(?<=[a-zà-ÿ.,;:)”’\"'])(\d{1,3}|\*{1,3})(?=[\s.,;:)]|$)")
_SMALL = 0.88
_RAISED = 0.12


def settle_marks(glyphs: Glyphs, lines: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """The lines of a page with every note beginning with its mark, and no mark stuck to a word."""
    lines = _with_marks(lines)
    size = statistics.median(piece.size for line in lines for piece in line)
    notes = {match[1] for line in lines if line[0].size < _SMALL * size and (match := _NOTE.match(line[0].text))}
    if notes:
        for line in lines:
            for piece in line:
                _drop_references(glyphs, piece, notes)
    return lines


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


def _drop_references(glyphs: Glyphs, piece: PdfLine, notes: set[str]) -> None:
    raw = glyphs.text[piece.start : piece.end]
    kept, begin = [], 0
    for match in _REFERENCE.finditer(raw):
        index = piece.start + match.start()
        raised = glyphs.baseline(index) > piece.base + _RAISED * piece.size
        if match[1] in notes and (raised or glyphs.size(index) < _SMALL * piece.size):
            kept.append(raw[begin : match.start()])
            begin = match.end()
    if kept:
        text = clean("".join(kept) + raw[begin:])
        piece.text = text.rstrip("-") + "-" if piece.hyphenated else text
