"""Words with their places: only for text in tables, where a line is not the unit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from plancheck.readers.pdf.glyphs import Box
from plancheck.readers.pdf.lines import PdfLine

_WORD = re.compile(r"[^\s\xa0]+")


class Placed(Protocol):
    """A text of which it is known where each character stands."""

    text: str

    def box(self, index: int) -> Box:
        """Where a character stands."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word; edges in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float

    @property
    def middle(self) -> float:
        """Half-way its height."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """Height in points."""
        return max(1.0, self.top - self.bottom)


def words_of(glyphs: Placed, pieces: Iterable[PdfLine]) -> list[Word]:
    """The words of some lines. All words of a line stand at its height, so that they stay one line."""
    found = []
    for piece in pieces:
        matches = list(_WORD.finditer(glyphs.text, piece.start, piece.end))
        for match in matches:
            text = match[0]
            if piece.hyphenated and match is matches[-1] and not text.endswith("-"):
                text += "-"
            left = glyphs.box(match.start())[0]
            right = glyphs.box(match.end() - 1)[2]
            found.append(Word(text, left, piece.bottom, right, piece.top, piece.base))
    return found
