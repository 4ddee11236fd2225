"""Lines of a PDF page with where they stand and how they look, from pdfium's text page.

Coordinates are PDF points; x grows to the right, y upwards from the bottom of the page.
"""

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from plancheck.readers.text import clean

_BOLD_WEIGHT = 600
_BREAKS = frozenset((0x0A, 0x0D, 0x02))
_HYPHEN_MARK = 0xFFFE


@dataclass(slots=True)
class PdfLine:
    """One line of text. size: points; right and left edge, top and bottom in page points; page from 1."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    hyphenated: bool = False

    @property
    def height(self) -> float:
        """The height of the line in points."""
        return max(self.size, self.top - self.bottom, 1.0)


def page_lines(text_page: pdfium.FPDF_TEXTPAGE, page: int) -> list[PdfLine]:
    """The lines of a page in pdfium's reading order."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return []
    get = pdfium.FPDFText_GetUnicode
    codes = [get(text_page, index) for index in range(count)]
    lines: list[PdfLine] = []
    start = 0
    for index in range(count + 1):
        if index == count or codes[index] in _BREAKS:
            line = _line(text_page, codes, start, index, page)
            if line is not None:
                line.hyphenated = index < count and codes[index] == 0x02
                lines.append(line)
            start = index + 1
    return lines


def _line(text_page: pdfium.FPDF_TEXTPAGE, codes: list[int], start: int, end: int, page: int) -> PdfLine | None:
    text = clean("".join(chr(code) for code in codes[start:end] if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000))
    visible = [index for index in range(start, end) if codes[index] > 0x20 and codes[index] != 0xA0]
    if not text or not visible:
        return None
    first, middle, last = visible[0], visible[len(visible) // 2], visible[-1]
    left, _, bottom, top = _box(text_page, first)
    middle_box, last_box = _box(text_page, middle), _box(text_page, last)
    return PdfLine(
        text=text,
        page=page,
        left=left,
        right=last_box[1],
        bottom=min(bottom, middle_box[2], last_box[2]),
        top=max(top, middle_box[3], last_box[3]),
        size=round(pdfium.FPDFText_GetFontSize(text_page, middle) * _scale(text_page, middle), 1),
        bold=all(_is_bold(text_page, index) for index in {first, middle, last}),
    )


def _box(text_page: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[float, float, float, float]:
    """(left, right, bottom, top) of a character."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return left.value, right.value, bottom.value, top.value


def _scale(text_page: pdfium.FPDF_TEXTPAGE, index: int) -> float:
    """How much the text matrix enlarges the font; some producers set size 1 and scale."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page, index, matrix):
        return 1.0
    return float((matrix.b**2 + matrix.d**2) ** 0.5) or 1.0


def _is_bold(text_page: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 128, flags)
    name = buffer.raw[: max(0, min(size, 128) - 1)].decode("latin-1").lower()
    return any(word in name for word in ("bold", "black", "heavy", "semibold", "demi"))
