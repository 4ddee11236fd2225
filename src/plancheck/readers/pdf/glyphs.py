"""The characters of a PDF page: their text in one call, and on demand where they stand and how they look.

Coordinates are points as the reader sees the page (its rotation undone): x grows to the right, y upwards.
"""

import ctypes
import math
import re
import unicodedata
from functools import lru_cache

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_BOLD_WEIGHT = 600
_LEAST_SIZE, _MOST_SIZE = 1.0, 1_000.0
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_DOUBLED = re.compile(r"(?<!\S)(?:(\S)\1)+(?!\S)")
_HAIR = 0.3
"""Letters that are this share of their width apart are one letter."""
_BREAK = "\x02"
NOTHING = "\u2060"
"""Fills a place of a text and is seen nowhere."""


class Glyphs:
    """One page of text. `text` has one character per pdfium index; line ends are \\r\\n or \\x02 (a broken word)."""

    def __init__(self, page: pdfium.FPDF_PAGE, text_page: pdfium.FPDF_TEXTPAGE) -> None:
        self._page = text_page
        self._turn = Turn(page)
        self.text = _text(text_page)
        self._values = tuple(ctypes.c_double() for _ in range(4))
        self._pointers = tuple(ctypes.byref(value) for value in self._values)
        self._matrix = pdfium.FS_MATRIX()
        self._shades = tuple(ctypes.c_uint() for _ in range(4))
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)
        self.text = _DOUBLED.sub(self._once, self.text)

    def _once(self, word: re.Match[str]) -> str:
        """A word of which every letter is printed twice, a hair apart to look bold, as it is meant; at its places."""
        first, second = self.box(word.start()), self.box(word.start() + 1)
        if second[0] - first[0] > _HAIR * (first[2] - first[0]):
            return word[0]
        return "".join(letter + NOTHING for letter in word[0][::2])

    def box(self, index: int) -> Box:
        """Where a character stands."""
        left, right, bottom, top = self._values
        pdfium.FPDFText_GetCharBox(self._page, index, *self._pointers)
        box = self._turn.box((left.value, bottom.value, right.value, top.value))
        return box if math.isfinite(sum(box)) else (0.0, 0.0, 0.0, 0.0)

    def widest_gap(self, start: int, end: int) -> float:
        """The widest space between runs of type in a piece of text; cheap, blind to spaces inside one run."""
        count = pdfium.FPDFText_CountRects(self._page, start, end - start)
        widest, edge = 0.0, None
        left, top, right, bottom = self._values
        for place in range(count if count > 1 else 0):
            pdfium.FPDFText_GetRect(self._page, place, *self._pointers)
            box = self._turn.box((left.value, bottom.value, right.value, top.value))
            widest = widest if edge is None else max(widest, box[0] - edge)
            edge = box[2]
        return widest

    def baseline(self, index: int) -> float:
        """The height at which a character stands on its line."""
        x, y = self._values[:2]
        pdfium.FPDFText_GetCharOrigin(self._page, index, *self._pointers[:2])
        base = self._turn.box((x.value, y.value, x.value, y.value))[1]
        return base if math.isfinite(base) else 0.0

    def size(self, index: int) -> float:
        """Type size in points; some producers set size 1 and enlarge with the text matrix."""
        size = float(pdfium.FPDFText_GetFontSize(self._page, index))
        matrix = self._matrix
        if pdfium.FPDFText_GetMatrix(self._page, index, matrix):
            size *= float((matrix.b**2 + matrix.d**2) ** 0.5) or 1.0
        return round(size, 1) if _LEAST_SIZE <= size <= _MOST_SIZE else _LEAST_SIZE

    def bold(self, index: int) -> bool:
        """Whether the weight or the name of the font says bold."""
        if pdfium.FPDFText_GetFontWeight(self._page, index) >= _BOLD_WEIGHT:
            return True
        size = pdfium.FPDFText_GetFontInfo(self._page, index, self._name, 128, self._flags)
        return _says_bold(self._name.raw[: max(0, min(size, 128) - 1)])

    def upright(self, index: int) -> bool:
        """Whether a character stands on its side, as in text that runs up or down along the edge of a page."""
        vertical = abs(math.sin(pdfium.FPDFText_GetCharAngle(self._page, index))) > 0.7
        return vertical is not bool(self._turn.quarter % 2)

    def colour(self, index: int) -> int:
        """Fill colour as 0xRRGGBB; 0 where unknown."""
        if not pdfium.FPDFText_GetFillColor(self._page, index, *self._shades):
            return 0
        red, green, blue, _ = self._shades
        return red.value << 16 | green.value << 8 | blue.value

    def is_invisible(self, index: int) -> bool:
        """Whether a character is written to be searched, not to be seen."""
        text_object = pdfium.FPDFText_GetTextObject(self._page, index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object) if text_object else -1
        return bool(mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)

    def has_no_meaning(self, index: int) -> bool:
        """Whether the font does not say which letter a character is."""
        return bool(pdfium.FPDFText_HasUnicodeMapError(self._page, index) == 1)

    def turned(self, box: Box) -> Box:
        """A box of the page as it is seen."""
        return self._turn.box(box)

    def mark(self, index: int) -> int:
        """The marked-content id that ties a character to the structure tree; -1 when there is none."""
        text_object = pdfium.FPDFText_GetTextObject(self._page, index)
        return int(pdfium.FPDFPageObj_GetMarkedContentID(text_object)) if text_object else -1


class Turn:
    """Undoes the rotation of a page, so that text runs from left to right."""

    def __init__(self, page: pdfium.FPDF_PAGE) -> None:
        self.quarter = int(pdfium.FPDFPage_GetRotation(page)) % 4
        self.width = float(pdfium.FPDF_GetPageWidthF(page))
        self.height = float(pdfium.FPDF_GetPageHeightF(page))

    def box(self, box: Box) -> Box:
        """A box of the page as it is seen."""
        if not self.quarter:
            return box
        left, bottom, right, top = box
        if self.quarter == 1:
            return bottom, self.height - right, top, self.height - left
        if self.quarter == 2:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        return self.width - top, left, self.width - bottom, right


@lru_cache(maxsize=1024)
def _says_bold(font: bytes) -> bool:
    """Whether the name of a font does; lines ask it of the same few fonts."""
    name = font.lower().decode("latin-1")
    return any(word in name for word in _BOLD_NAMES)


def _text(text_page: pdfium.FPDF_TEXTPAGE) -> str:
    """The text of a page, one character per index; character by character only where the bulk call cannot tell."""
    count = max(0, pdfium.FPDFText_CountChars(text_page))
    buffer = (ctypes.c_ushort * (count + 2))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if written == count + 1 and len(text) == count and not _SURROGATE.search(text):
        return text.replace("\ufffe", _BREAK)
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    text = "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)
    return plain_letters(text)


def plain_letters(text: str) -> str:
    """A text in which letters that take two places are plain ones, at the same places; the rest of pairs is blank."""
    return _SURROGATE.sub(" ", _PAIR.sub(_plain_letter, text))


def _plain_letter(pair: re.Match[str]) -> str:
    """A letter that takes two places, such as one of a formula, as the plain letter it stands for; still two places."""
    letter = unicodedata.normalize("NFKC", pair[0].encode("utf-16", "surrogatepass").decode("utf-16"))
    return (letter if len(letter) == 1 else " ") + NOTHING
