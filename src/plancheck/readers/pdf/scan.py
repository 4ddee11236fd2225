"""Pages without text, or with letters that mean nothing: recognised by Tesseract where it is installed."""

import math
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2

from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.programs import find_program, run
from plancheck.readers.progress import tick
from plancheck.readers.text import clean

_LANGUAGE = "nld"
_DPI = 300
_MOST_DOTS = 30_000_000
_SECONDS = 120.0
_MOST_PAGES = 150
_USUAL_SIZE = 10.0
_LARGER = 1.35
"""From how many times the usual height a line is larger type; below it the difference is of the letters in it."""
_FEWEST_WORDS = 5
_LEAST_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised on a page (from 1): its lines as they are read, and how sure, 0-1."""

    page: int
    lines: list[PdfLine]
    confidence: float

    @property
    def has_text(self) -> bool:
        """Whether this is text, and not what was seen in a photograph or a map."""
        return sum(len(line.text.split()) for line in self.lines) >= _FEWEST_WORDS and self.confidence >= _LEAST_SURE


@lru_cache(maxsize=1)
def recogniser() -> str | None:
    """The program that recognises Dutch text, None when it is not installed."""
    program = find_program("tesseract")
    if program is None:
        return None
    try:
        _, written = run([program, "--list-langs"], seconds=_SECONDS)
    except (OSError, TimeoutError):
        return None
    return program if _LANGUAGE in written.decode("utf-8", "replace").split() else None


def recognise(pdf: pypdfium2.PdfDocument, pages: Iterable[int]) -> list[Recognised]:
    """What stands on these pages (from 1), of those that could be recognised; nothing without the program."""
    wanted = list(pages)[:_MOST_PAGES]
    program = recogniser() if wanted else None
    found = (_page(program, pdf, number) for number in wanted) if program else ()
    return [each for each in found if each is not None]


def _page(program: str, pdf: pypdfium2.PdfDocument, number: int) -> Recognised | None:
    page = pdf[number - 1]
    try:
        width, height = page.get_size()
        scale = min(_DPI / 72, math.sqrt(_MOST_DOTS / max(1.0, width * height)))
        picture = _picture(page, scale)
    finally:
        page.close()
    dpi = str(max(70, round(scale * 72)))
    command = [program, "stdin", "stdout", "-l", _LANGUAGE, "--psm", "3", "--dpi", dpi, "tsv"]
    try:
        tick()
        code, written = run(command, seconds=_SECONDS, sent=picture, environment={"OMP_THREAD_LIMIT": "1"})
    except (OSError, TimeoutError):
        return None
    return _recognised(written.decode("utf-8", "replace"), number, scale, height) if code == 0 else None


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    """The page in shades of grey, as a PGM file."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = memoryview(bitmap.buffer).cast("B")
        dots = b"".join(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + dots
    finally:
        bitmap.close()


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[int, ...]
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    text: str


def _recognised(table: str, page: int, scale: float, height: float) -> Recognised:
    words = [word for row in table.splitlines()[1:] if (word := _word(row, scale, height)) is not None]
    lines: dict[tuple[int, ...], list[_Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    letters = sum(len(word.text) for word in words)
    sure = sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0
    return Recognised(page, _lines(list(lines.values()), page), round(sure, 3))


def _word(row: str, scale: float, height: float) -> _Word | None:
    """A row of the table of the recogniser; edges in points from below."""
    cells = row.split("\t")
    if len(cells) < 12 or cells[0] != "5" or not (text := clean(cells[11])):
        return None
    left, top, wide, high = (float(cell) / scale for cell in cells[6:10])
    place = tuple(int(cell) for cell in cells[2:5])
    sure = max(0.0, float(cells[10])) / 100
    return _Word(place, left, height - top, left + wide, height - top - high, sure, text)


def _lines(lines: list[list[_Word]], page: int) -> list[PdfLine]:
    heights = [_height(words) for words in lines]
    usual = statistics.median(heights) if heights else 1.0
    blocks: dict[int, tuple[float, float]] = {}
    for words in lines:
        left, right = blocks.get(words[0].line[0], (words[0].left, words[0].right))
        edges = min(left, *(word.left for word in words)), max(right, *(word.right for word in words))
        blocks[words[0].line[0]] = edges
    return [
        _line(words, page, place, high / usual, blocks[words[0].line[0]])
        for place, (words, high) in enumerate(zip(lines, heights, strict=True))
    ]


def _height(words: list[_Word]) -> float:
    return max(1.0, statistics.median(word.top - word.bottom for word in words))


def _line(words: list[_Word], page: int, place: int, relative: float, column: tuple[float, float]) -> PdfLine:
    text = " ".join(word.text for word in words)
    bottom = min(word.bottom for word in words)
    return PdfLine(
        text=text,
        page=page,
        start=place,
        end=place + 1,
        left=words[0].left,
        bottom=bottom,
        right=words[-1].right,
        top=max(word.top for word in words),
        base=bottom,
        size=_USUAL_SIZE * (round(2 * relative) / 2 if relative >= _LARGER else 1.0),
        bold=False,
        hyphenated=text.endswith("-") and len(words) > 1,
        column=column,
    )
