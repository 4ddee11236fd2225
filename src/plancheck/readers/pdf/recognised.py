"""From the words that were recognised on a scanned page to lines of type: how large, how heavy, which are bullets."""

import re
import statistics
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from plancheck.readers.pdf.glyphs import Box
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.text import clean

Stroke = Callable[[Box], float]
"""How wide the strokes of the letters in a box are."""

_HIGH = re.compile(r"[A-Z0-9bdfhijkltÀ-ÝéèëïöüíóáÄË€%&?!/()'\"’]")
_LOW = re.compile(r"[gjpqyç,;()/]")
_UP, _SMALL, _DOWN = 0.72, 0.53, 0.21
"""Heights in type sizes: of a capital, of a small letter, of what hangs below the line; usual for sans and serif."""
_BOLD = 1.22
_SMALLER, _LARGER = 0.8, 1.09
_ALIKE = 1.045
_WIDE_GAP = 1.0
_LEAST_GAP = 7.0
_BULLETS = frozenset("eo°«*»©®·.¢•●>+-")
_DOT = 0.45
_LONG_WORD = 4
_HANGS = 0.25
_SPECK = 0.6
_SIGNS = frozenset("€%&+=/–—-•")
_RULE = re.compile(r"^[|¦_]+|[|¦]+$")


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that was recognised: its text, where it stands in points from below, how sure, and its line."""

    text: str
    box: Box
    confidence: float
    line: tuple[int, ...]


class SeenText:
    """The words of a page as one text, with the place of every character: that of its word."""

    def __init__(self, words: Iterable[Seen]) -> None:
        self._boxes: list[Box] = []
        self.starts: list[int] = []
        self.text = ""
        for word in words:
            self.starts.append(len(self.text))
            self.text += word.text + " "
            self._boxes += [word.box] * (len(word.text) + 1)

    def box(self, index: int) -> Box:
        """Where a character stands."""
        return self._boxes[index]


def words_in(table: str, scale: float, height: float) -> list[Seen]:
    """The words in the table of the recogniser: bullets as bullets, without what it made of rules and specks."""
    found = [word for row in table.splitlines()[1:] if (word := _word(row, scale, height)) is not None]
    words: list[Seen] = []
    for place, word in enumerate(found):
        begins = not place or found[place - 1].line != word.line
        if begins and word.text in _BULLETS and place + 1 < len(found) and _is_bullet(word, found[place + 1]):
            words.append(replace(word, text="•"))
        elif word.confidence >= _SPECK or any(sign.isalnum() or sign in _SIGNS for sign in word.text):
            words.append(word)
    return words


def _word(row: str, scale: float, height: float) -> Seen | None:
    cells = row.split("\t")
    text = _RULE.sub("", clean(cells[11])) if len(cells) > 11 and cells[0] == "5" else ""
    if not text:
        return None
    left, top, wide, high = (float(cell) / scale for cell in cells[6:10])
    box = (left, height - top - high, left + wide, height - top)
    return Seen(text, box, max(0.0, float(cells[10])) / 100, tuple(int(cell) for cell in cells[2:5]))


def _is_bullet(first: Seen, second: Seen) -> bool:
    """Whether a line begins with a dot, taken for a letter that would be larger."""
    size = _size(second)
    left, bottom, right, top = first.box
    apart = first.line == second.line and second.box[0] - right > _HANGS * size
    return apart and max(top - bottom, right - left) < _DOT * size


def lie_down(words: list[Seen]) -> bool:
    """Whether most words are higher than they are wide."""
    boxes = [word.box for word in words if len(word.text) >= _LONG_WORD]
    return 2 * sum(box[3] - box[1] > box[2] - box[0] for box in boxes) > len(boxes)


def make_lines(words: list[Seen], page: int, stroke: Stroke) -> list[list[PdfLine]]:
    """The lines of a page (from 1) as pieces between wide gaps."""
    starts = SeenText(words).starts
    lines: dict[tuple[int, ...], list[int]] = {}
    for place, word in enumerate(words):
        lines.setdefault(word.line, []).append(place)
    found: list[list[PdfLine]] = []
    strokes: dict[int, float] = {}
    for line in lines.values():
        found.append([])
        for part in _parted(words, line):
            piece = _piece(words, part, starts, page)
            strokes[id(piece)] = _mean_stroke([words[place] for place in part], stroke) / piece.size
            found[-1].append(piece)
    usual = _usual((strokes[id(piece)], len(piece.text)) for line in found for piece in line)
    for piece in (piece for line in found for piece in line):
        piece.bold = strokes[id(piece)] > _BOLD * usual > 0
    return found


def settle(lines: list[PdfLine]) -> None:
    """Make what was measured of type firm: nearly the usual size is the usual size, and sizes alike are one.

    Lines of one larger size are all bold or all not: weight tells type of the usual size apart.
    """
    usual = _usual((line.size, len(line.text)) for line in lines)
    groups: list[list[PdfLine]] = []
    for line in sorted(lines, key=lambda line: line.size):
        if _SMALLER <= line.size / usual <= _LARGER:
            line.size = round(usual, 1)
        elif groups and line.size <= _ALIKE * groups[-1][-1].size:
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        size = round(statistics.mean(line.size for line in group), 1)
        bold = 2 * sum(line.bold for line in group) >= len(group)
        for line in group:
            line.size, line.bold = size, bold


def _usual(weighed: Iterable[tuple[float, int]]) -> float:
    """The value in the middle, each counted by its weight; 1 when there is none."""
    values = sorted(weighed)
    half = sum(weight for _, weight in values) / 2
    for value, weight in values:
        half -= weight
        if half <= 0:
            return value
    return 1.0


def _parted(words: list[Seen], line: list[int]) -> Iterator[list[int]]:
    """A line cut where a wide gap may part columns or cells; not behind a bullet or a number."""
    size = statistics.median(_size(words[place]) for place in line)
    part = line[:1]
    for before, place in pairwise(line):
        gap = words[place].box[0] - words[before].box[2]
        marker = part == [line[0]] and len(words[before].text.strip(".)")) <= 1
        if gap > max(_LEAST_GAP, _WIDE_GAP * size) and not marker:
            yield part
            part = []
        part = [*part, place]
    yield part


def _piece(words: list[Seen], part: list[int], starts: list[int], page: int) -> PdfLine:
    own = [words[place] for place in part]
    size = statistics.median(_size(word) for word in own)
    text = " ".join(word.text for word in own)
    return PdfLine(
        text=text,
        page=page,
        start=starts[part[0]],
        end=starts[part[-1]] + len(own[-1].text),
        left=own[0].box[0],
        bottom=min(word.box[1] for word in own),
        right=own[-1].box[2],
        top=max(word.box[3] for word in own),
        base=statistics.median(word.box[1] + _below(word.text) * size for word in own),
        size=size,
        bold=False,
        hyphenated=text.endswith("-") and len(own) > 1,
    )


def _mean_stroke(words: list[Seen], stroke: Stroke) -> float:
    letters = [word for word in words if any(sign.isalpha() for sign in word.text)]
    return statistics.median(stroke(word.box) for word in letters) if letters else 0.0


def _below(text: str) -> float:
    return _DOWN if _LOW.search(text) else 0.0


def _size(word: Seen) -> float:
    """Type size in points by how high its letters should stand."""
    share = (_UP if _HIGH.search(word.text) else _SMALL) + _below(word.text)
    return max(1.0, (word.box[3] - word.box[1]) / share)
