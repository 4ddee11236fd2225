"""Pages without text, or with letters that mean nothing: recognised by Tesseract where it is installed."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pypdfium2

from plancheck.readers.pdf.drawn import Edge
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.recognised import SeenText, lie_down, make_lines, settle, words_in
from plancheck.readers.programs import find_program, run
from plancheck.readers.progress import tick

if TYPE_CHECKING:
    from plancheck.readers.pdf.raster import Frame, Picture, Rule

_LANGUAGE = "nld"
_DPI = 300
_MOST_DOTS = 30_000_000
_SECONDS = 120.0
_MOST_PAGES = 150
_FEWEST_WORDS = 5
_LEAST_SURE = 0.5
_TURN = re.compile(rb"^Rotate: (90|180|270)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised on a page (from 1), of this height in points: its lines, its rules, and how sure, 0-1.

    lies_down: its words run up or down the page.
    """

    page: int
    height: float
    text: SeenText
    lines: list[list[PdfLine]]
    edges: list[Edge] = field(default_factory=list)
    confidence: float = 0.0
    lies_down: bool = False

    @property
    def has_text(self) -> bool:
        """Whether this is text, and not what was seen in a photograph or a map."""
        words = sum(len(piece.text.split()) for line in self.lines for piece in line)
        return words >= _FEWEST_WORDS and self.confidence >= _LEAST_SURE


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
    tried = [_page(program, pdf, number) for number in wanted] if program else []
    found = [each for each in tried if each is not None]
    settle([piece for each in found if each.has_text for line in each.lines for piece in line])
    return found


def _page(program: str, pdf: pypdfium2.PdfDocument, number: int) -> Recognised | None:
    page = pdf[number - 1]
    try:
        width, height = page.get_size()
        scale = min(_DPI / 72, math.sqrt(_MOST_DOTS / max(1.0, width * height)))
        picture = _picture(page, scale)
    except (ValueError, pypdfium2.PdfiumError):  # a page without a size
        return None
    finally:
        page.close()
    try:
        found = _recognised(program, picture, number, scale)
        if found is None or (found.has_text and not found.lies_down):
            return found
        turned = _turned(program, picture, scale)
        return found if turned is None else _recognised(program, turned, number, scale)
    except (OSError, TimeoutError):
        return None


def _picture(page: pypdfium2.PdfPage, scale: float) -> "Picture":
    """The page in shades of grey."""
    import numpy as np

    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)  # fields are read as what is filled in
    try:
        dots = np.frombuffer(bitmap.buffer, dtype=np.uint8).reshape(bitmap.height, bitmap.stride)
        return dots[:, : bitmap.width].copy()
    finally:
        bitmap.close()


def _recognised(program: str, picture: "Picture", page: int, scale: float) -> Recognised | None:
    """What stands on a picture of so many dots a point, put straight and without the rules of its tables."""
    from plancheck.readers.pdf import raster

    level = raster.without_specks(raster.straightened(picture), scale * 72)
    rules = raster.find_rules(level, scale * 72)
    code, table = _asked(program, raster.without(level, rules), scale, "-l", _LANGUAGE, "--psm", "3", "tsv")
    if code != 0:
        return None
    frame = raster.Frame(level.shape[0], scale)
    words = [
        replace(word, box=frame.points(raster.trimmed(level, frame.dots(word.box))))
        for word in words_in(table.decode("utf-8", "replace"), scale, frame.height)
    ]
    letters = sum(len(word.text) for word in words)
    sure = sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0
    lines = make_lines(words, page, lambda box: raster.stroke(level, frame.dots(box)))
    edges = _edges(rules, frame)
    return Recognised(page, frame.height, SeenText(words), lines, edges, round(sure, 3), lies_down=lie_down(words))


def _turned(program: str, picture: "Picture", scale: float) -> "Picture | None":
    """The picture upright, when the recogniser sees that it lies on its side or upside down."""
    import numpy as np

    code, written = _asked(program, picture, scale, "--psm", "0")
    match = _TURN.search(written) if code == 0 else None
    return np.ascontiguousarray(np.rot90(picture, -int(match[1]) // 90)) if match else None


def _asked(program: str, picture: "Picture", scale: float, *options: str) -> tuple[int, bytes]:
    """The exit code of the recogniser and what it wrote about a picture, which goes as a PGM file."""
    dpi = str(max(70, round(scale * 72)))
    height, width = picture.shape
    tick()
    return run(
        [program, "stdin", "stdout", "--dpi", dpi, *options],
        seconds=_SECONDS,
        sent=b"P5 %d %d 255\n" % (width, height) + picture.tobytes(),
        environment={"OMP_THREAD_LIMIT": "1"},
    )


def _edges(rules: "list[Rule]", frame: "Frame") -> list[Edge]:
    found = []
    for rule in rules:
        left, bottom, right, top = frame.points(rule.box)
        if rule.horizontal:
            found.append(Edge(True, (bottom + top) / 2, left, right))
        else:
            found.append(Edge(False, (left + right) / 2, bottom, top))
    return found
