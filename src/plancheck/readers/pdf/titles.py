"""Lines that say a title which the file itself names, in its bookmarks or its contents list."""

from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.texts import letters

_MOST_LINES = 3
_SAME_SIZE = 0.6


def title_lines(lines: list[PdfLine], titles: set[str], contents: set[int]) -> dict[int, int]:
    """Line (by identity) -> number of the title it is a part of; a title may run over three lines."""
    found: dict[int, int] = {}
    if not titles:
        return found
    place = 0
    while place < len(lines):
        length = _title_at(lines, place, titles, contents)
        for line in lines[place : place + length]:
            found[id(line)] = place
        place += max(1, length)
    return found


def _title_at(lines: list[PdfLine], place: int, titles: set[str], contents: set[int]) -> int:
    """How many lines from a place on are one title; the longest that fits, 0 when none does."""
    best, text = 0, ""
    first = lines[place]
    for length, line in enumerate(lines[place : place + _MOST_LINES], 1):
        if id(line) in contents or line.page != first.page or abs(line.size - first.size) > _SAME_SIZE:
            break
        text = f"{text} {line.text}"
        if letters(text.strip()) in titles:
            best = length
    return best
