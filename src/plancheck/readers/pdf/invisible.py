"""Text that a reader of the page does not see: white, beside the page, or written to be invisible.

Invisible text over a scan is what a recogniser put there, and is read; any other is reported and left out.
"""

import ctypes

import pypdfium2.raw as pdfium

from plancheck.readers.pdf.glyphs import Box, Glyphs
from plancheck.readers.pdf.lines import PdfLine

_NEARLY_WHITE = 0xFA
_DARKEST_WHITE = 0xFAFAFA
_SCAN = 0.5
"""Share of the page from which a picture on it is a scan."""
_MOST_OBJECTS = 20_000


def take_invisible(
    page: pdfium.FPDF_PAGE, glyphs: Glyphs, lines: list[list[PdfLine]]
) -> tuple[list[list[PdfLine]], int]:
    """The lines that are seen, and how many words are not."""
    area = _area(page)
    doubtful = {
        id(piece): piece
        for line in lines
        for piece in line
        if _is_white(piece.colour) or glyphs.is_invisible(piece.start) or _is_outside(piece, area)
    }
    if not doubtful:
        return lines, 0
    under = _Underlay(page, glyphs)
    unseen = {key for key, piece in doubtful.items() if _is_outside(piece, area) or not under.shows(piece, glyphs)}
    words = sum(len(piece.text.split()) for key, piece in doubtful.items() if key in unseen)
    kept = [[piece for piece in line if id(piece) not in unseen] for line in lines]
    return [line for line in kept if line], words


def has_scan(page: pdfium.FPDF_PAGE, glyphs: Glyphs) -> bool:
    """Whether a picture fills most of the page."""
    return _Underlay(page, glyphs).scan


class _Underlay:
    """What is painted on a page besides text: boxes of pictures and of filled shapes that are not white."""

    def __init__(self, page: pdfium.FPDF_PAGE, glyphs: Glyphs) -> None:
        self._boxes: list[Box] = []
        self.scan = False
        area = _area(page)
        whole = max(1.0, (area[2] - area[0]) * (area[3] - area[1]))
        edges = tuple(ctypes.c_float() for _ in range(4))
        for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
            found = pdfium.FPDFPage_GetObject(page, index)
            kind = pdfium.FPDFPageObj_GetType(found)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT or (kind == pdfium.FPDF_PAGEOBJ_PATH and not _is_filled(found)):
                continue
            if pdfium.FPDFPageObj_GetBounds(found, *edges):
                box = glyphs.turned((edges[0].value, edges[1].value, edges[2].value, edges[3].value))
                self._boxes.append(box)
                size = (box[2] - box[0]) * (box[3] - box[1])
                self.scan |= kind != pdfium.FPDF_PAGEOBJ_PATH and size >= _SCAN * whole

    def shows(self, piece: PdfLine, glyphs: Glyphs) -> bool:
        """Whether a line is seen, or is the text of a scan beneath it."""
        if glyphs.is_invisible(piece.start):
            return self.scan
        x, y = (piece.left + piece.right) / 2, piece.middle
        return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in self._boxes)


def _area(page: pdfium.FPDF_PAGE) -> Box:
    """The part of the page that is shown, as the reader sees it."""
    if pdfium.FPDFPage_GetRotation(page):
        return 0.0, 0.0, float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        return 0.0, 0.0, float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))
    return box.left, box.bottom, box.right, box.top


def _is_outside(piece: PdfLine, area: Box) -> bool:
    left, bottom, right, top = area
    return piece.right <= left or piece.left >= right or piece.top <= bottom or piece.bottom >= top


def _is_white(colour: int) -> bool:
    return colour >= _DARKEST_WHITE and min(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF) >= _NEARLY_WHITE


def _is_filled(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, stroke) or not mode.value:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return True
    return not _is_white(red.value << 16 | green.value << 8 | blue.value)
