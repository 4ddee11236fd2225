"""The characters of a PDF page: their text in one call, and on demand where they stand and how they look.

Coordinates are points as the reader sees the page (its rotation undone): x grows to the right, y upwards.
"""

import ctypes
import math
import re
import struct
import unicodedata
from functools import lru_cache

import pypdfium2.raw as pdfium

from plancheck.readers.pdf import calls

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_BOLD_WEIGHT = 600
_LEAST_SIZE, _MOST_SIZE = 1.0, 1_000.0
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
_SYMBOL_NAMES = (b"wingdings", b"webdings", b"dingbats", b"opensymbol")
_LONE = re.compile(r"[\r\n][ \t\xa0]*([^\s\x00-\x1f•])(?=[ \t\xa0])")
"""One character before the text of a line."""
_PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Where programs put the characters of a font of symbols."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_DOUBLED = re.compile(r"(\s)((?:(\S)\3)+)(?!\S)")
"""A word of doubled letters; begins with the space before it, which is found in half the time."""
_HAIR = 0.3
"""Letters that are this share of their width apart are one letter."""
_UPRIGHT = 0.7
"""Sine of the angle from which a letter stands rather than lies."""
_FOUR, _FOUR_OF_SIX, _SHADES = struct.Struct("4d").unpack, struct.Struct("4f8x").unpack, struct.Struct("4I").unpack
_NO_MATRIX = (1.0, 0.0, 0.0, 1.0)
_BREAK = "\x02"
NOTHING = "\u2060"
"""Fills a place of a text and is seen nowhere."""


class Glyphs:
    """One page of text. `text` has one character per pdfium index; line ends are \\r\\n or \\x02 (a broken word)."""

    def __init__(self, page: pdfium.FPDF_PAGE, text_page: pdfium.FPDF_TEXTPAGE) -> None:
        self._text_page = text_page
        self._page = ctypes.byref(text_page.contents)
        self._turn = Turn(page)
        self._turned, self._sideways = self._turn.quarter > 0, self._turn.quarter % 2 == 1
        self._numbers = (ctypes.c_double * 4)()
        self._places = calls.places(self._numbers)
        self._pair = self._places[:2]
        self._matrix = (ctypes.c_float * 6)()
        self._matrix_place = ctypes.byref(self._matrix)
        self._shades = (ctypes.c_uint * 4)()
        self._shade_places = calls.places(self._shades)
        self._bold: dict[int | None, bool] = {}
        self.text = self._with_bullets(_DOUBLED.sub(self._once, f" {_text(text_page)}")[1:])

    def _with_bullets(self, text: str) -> str:
        """A text in which the bullets of a list are bullets, not the letters that have their place in other fonts."""
        lone = [match.start(1) - 1 for match in _LONE.finditer(f"\n{text}")]
        places = [place for place in lone if _PRIVATE.match(text, place) or self._is_symbol(place)]
        if not places:
            return text
        letters = list(text)
        for place in places:
            letters[place] = "•"
        return "".join(letters)

    def _is_symbol(self, index: int) -> bool:
        return any(word in self._font_name(index) for word in _SYMBOL_NAMES)

    def _font_name(self, index: int) -> bytes:
        """The name of the font of a character, in lower case."""
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        size = pdfium.FPDFText_GetFontInfo(self._text_page, index, name, 128, flags)
        return name.raw[: max(0, min(size, 128) - 1)].lower()

    def _once(self, word: re.Match[str]) -> str:
        """A word of which every letter is printed twice, a hair apart to look bold, as it is meant; at its places."""
        first, second = self.box(word.start()), self.box(word.start() + 1)  # places count from the space put before all
        if second[0] - first[0] > _HAIR * (first[2] - first[0]):
            return word[0]
        return word[1] + "".join(letter + NOTHING for letter in word[2][::2])

    def box(self, index: int) -> Box:
        """Where a character stands."""
        calls.char_box(self._page, index, *self._places)
        left, right, bottom, top = _FOUR(self._numbers)
        box = self._turn.box((left, bottom, right, top)) if self._turned else (left, bottom, right, top)
        return box if math.isfinite(left + right + bottom + top) else (0.0, 0.0, 0.0, 0.0)

    def widest_gap(self, start: int, end: int) -> float:
        """The widest space between runs of type in a piece of text; cheap, blind to spaces inside one run."""
        if calls.text_object(self._page, start) == calls.text_object(self._page, end - 1):
            return 0.0  # one run of type
        count = calls.count_rects(self._page, start, end - start)
        widest, edge = 0.0, None
        for place in range(count if count > 1 else 0):
            calls.get_rect(self._page, place, *self._places)
            left, top, right, bottom = _FOUR(self._numbers)
            box = self._turn.box((left, bottom, right, top))
            widest = widest if edge is None else max(widest, box[0] - edge)
            edge = box[2]
        return widest

    def baseline(self, index: int) -> float:
        """The height at which a character stands on its line."""
        calls.char_origin(self._page, index, *self._pair)
        x, base, _, _ = _FOUR(self._numbers)
        if self._turned:
            base = self._turn.box((x, base, x, base))[1]
        return base if math.isfinite(base) else 0.0

    def size(self, index: int) -> float:
        """Type size in points; some producers set size 1 and enlarge with the text matrix."""
        return self.shape(index)[0]

    def shape(self, index: int) -> tuple[float, bool]:
        """Type size in points; and whether a character stands on its side, as in text that runs up or down a page."""
        size, matrix = calls.font_size(self._page, index), _NO_MATRIX
        if calls.char_matrix(self._page, index, self._matrix_place):
            matrix = _FOUR_OF_SIX(self._matrix)
        size, vertical = _shape(size, matrix)
        return size, vertical is not self._sideways

    def bold(self, index: int) -> bool:
        """Whether the weight or the name of the font says bold."""
        text_object = calls.text_object(self._page, index)
        font = calls.text_font(text_object) if text_object else None
        found = self._bold.get(font)
        if found is None:
            found = self._bold[font] = self._is_bold(index)
        return found

    def _is_bold(self, index: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._text_page, index) >= _BOLD_WEIGHT:
            return True
        return _says_bold(self._font_name(index))

    def colour(self, index: int) -> int:
        """Fill colour as 0xRRGGBB; 0 where unknown."""
        if not calls.fill_colour(self._page, index, *self._shade_places):
            return 0
        red, green, blue, _ = _SHADES(self._shades)
        return int(red << 16 | green << 8 | blue)

    def is_invisible(self, index: int) -> bool:
        """Whether a character is written to be searched, not to be seen."""
        text_object = calls.text_object(self._page, index)
        return bool(text_object and calls.text_mode(text_object) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)

    def has_no_meaning(self, index: int) -> bool:
        """Whether the font does not say which letter a character is."""
        return bool(calls.unknown_letter(self._page, index) == 1)

    def turned(self, box: Box) -> Box:
        """A box of the page as it is seen."""
        return self._turn.box(box)

    def mark(self, index: int) -> int:
        """The marked-content id that ties a character to the structure tree; -1 when there is none."""
        text_object = calls.text_object(self._page, index)
        return int(calls.object_mark(text_object)) if text_object else -1


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
def _shape(size: float, matrix: tuple[float, ...]) -> tuple[float, bool]:
    """Type size in points, and whether a letter stands, by what its font and its matrix say; lines ask the same."""
    a, b, c, d = matrix
    size *= (b * b + d * d) ** 0.5 or 1.0
    size = round(size, 1) if _LEAST_SIZE <= size <= _MOST_SIZE else _LEAST_SIZE
    return size, abs(c) > _UPRIGHT * math.hypot(a, c)


@lru_cache(maxsize=1024)
def _says_bold(font: bytes) -> bool:
    """Whether the name of a font does; lines ask it of the same few fonts."""
    return any(word in font for word in _BOLD_NAMES)


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
