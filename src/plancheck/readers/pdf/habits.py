"""How a document is set: its usual type, colour, distances and indent, and whether its structure tree is believed."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.margins import Page
from plancheck.readers.pdf.texts import has_ended


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document is set. size: of most of its text; leading: usual distance of lines per size; colour: of the text.

    indent: how far most text stands from the left of its column. believed: whether an element of the structure tree is
    a paragraph.
    """

    size: float
    colour: int
    leading: dict[float, float]
    believed: bool
    indent: float = 0.0

    def distance(self, size: float) -> float:
        """Usual distance from base line to base line at a type size."""
        return self.leading.get(size, 1.25 * size)


def habits(pages: list[Page]) -> Habits:
    """What is usual in a document."""
    sizes: Counter[float] = Counter()
    colours: Counter[int] = Counter()
    indents: Counter[int] = Counter()
    steps: dict[float, list[float]] = {}
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
            colours[line.colour] += len(line.text)
            indents[round(line.left - line.column[0])] += len(line.text)
        for before, after in pairwise(page.lines):
            step = before.base - after.base
            wraps = after.text[0].islower() and not has_ended(before.text) and before.size == after.size
            if wraps and 0.8 * before.size < step < 2.6 * before.size:
                steps.setdefault(before.size, []).append(step)
    leading = {size: _most_common(found) for size, found in steps.items() if len(found) >= 3}
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    colour = colours.most_common(1)[0][0] if colours else 0
    indent = float(indents.most_common(1)[0][0]) if indents else 0.0
    return Habits(size, colour, leading, _believed([line for page in pages for line in page.lines]), indent)


def _most_common(steps: list[float]) -> float:
    """The distance that occurs most; of equals the smallest."""
    counts = Counter(round(step * 2) / 2 for step in steps)
    return max(counts, key=lambda step: (counts[step], -step))


def _believed(lines: list[PdfLine]) -> bool:
    """Whether lines that plainly go on in the next share their element with it; in some files every line is a P."""
    if sum(line.tag is not None for line in lines) < 0.9 * len(lines):
        return False
    pairs = [
        (before, after)
        for before, after in pairwise(lines)
        if before.page == after.page
        and not has_ended(before.text)
        and after.text[:1].islower()
        and before.tag
        and after.tag
        and not (is_point(after) and before.tag != after.tag)  # a point may well begin with a small letter
    ]
    same = sum(before.tag == after.tag for before, after in pairs)
    return same >= 0.7 * len(pairs)


def is_point(line: PdfLine) -> bool:
    """Whether the structure tree calls a line a point of a list; its bullet may be drawn."""
    return line.tag is not None and line.tag.kind == "list"
