"""Running headers and footers and page numbers: out of the text, each kept once."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from plancheck.model.document import Block, Role
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.placed import PdfTable
from plancheck.readers.pdf.texts import has_ended, letters

_MARGIN_SHARE = 0.12
_APART = 1.6
_MOST_PAGES, _MANY_PAGES, _SELDOM = 0.6, 0.4, 0.2
_ENOUGH_PAGES = 4
_NEAR = 3
"""Pages within which a running line comes back; left and right pages and a page without one are in between."""
_Shapes = dict[tuple[Role, str], dict[int, float]]
"""What comes back -> the pages where it does, with its distance from the edge of the page."""
_LARGER = 1.1
_REGULAR = 0.8
"""Share of the steps from page to page that are small when a line runs on all pages, or on every other."""
_Look = tuple[float, bool, int]
_PAGE_NUMBER = re.compile(
    r"(?:(?:pagina|pag\.?|blz\.?|p\.)\s*|[-–|]\s*)?\d{1,4}(?:\s*(?:van|/|-|–|\|)\s*\d{0,4})?", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,6}")
_NUMBER_AT_END = re.compile(r"\W*\d{1,4}$")
_SHORTEST_TITLE, _LONGEST_TITLE = 4, 90
_PAGE_AT_END = re.compile(r"\b(?:pagina|pag\.|blz\.?)\s*\d{1,4}(?:\s*(?:van|/)\s*\d{1,4})?$", re.IGNORECASE)

_PAGE_APART = re.compile(r"[|/·•–—-]\s*\d{1,4}$|^\d{1,4}\s*[|/·•–—-]")
"""A page number set apart from the words of a running line."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, in reading order. number: from 1; height in points; blank: nothing is painted on it.

    lines: those outside tables.
    """

    number: int
    height: float
    content: list[PdfLine | PdfTable]
    blank: bool = False
    lines: list[PdfLine] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", [each for each in self.content if isinstance(each, PdfLine)])


def split_margins(pages: list[Page]) -> tuple[list[Block], list[Page]]:
    """Running headers, footers and page numbers, each once, and the pages without them."""
    edges = {page.number: _edges(page) for page in pages}
    shapes: _Shapes = defaultdict(dict)
    places: Counter[tuple[Role, int]] = Counter()
    for page in pages:
        own = [(edges[page.number][id(line)], line) for line in page.lines if id(line) in edges[page.number]]
        for side, line in own:
            for shape in _shapes(line):
                shapes[side, shape][page.number] = _from_edge(line, side, page)
        places.update({(role, _place(line)) for role, line in own if not line.bold})
    usual = _usual_size(pages)
    inside = [line for page in pages for line in page.lines if id(line) not in edges[page.number]]
    looks = {_look(line) for line in inside}
    slots = _Slots(len(pages), places, usual, inside)
    margins: dict[tuple[Role, str], Block] = {}
    kept: list[Page] = []
    for page in pages:
        content: list[PdfLine | PdfTable] = []
        for each in page.content:
            role = edges[page.number].get(id(each))
            if (
                isinstance(each, PdfLine)
                and role
                and not _is_heading(each, role, shapes, usual, looks)
                and (_comes_back(each, role, page, len(pages), shapes) or slots.hold(each, role))
            ):
                block = Block(kind="paragraph", text=each.text, role=role, page=page.number)
                margins.setdefault((role, _said(each, role, shapes)), block)
            else:
                content.append(each)
        kept.append(replace(page, content=content))
    return list(margins.values()), kept


class _Slots:
    """Where lines stand at the edge of many pages, whatever they say.

    places: on how many pages a line stands at a height. usual: size of the text. inside: the lines within the edges.
    """

    def __init__(self, pages: int, places: Counter[tuple[Role, int]], usual: float, inside: list[PdfLine]) -> None:
        self._pages, self._places, self._usual, self._inside = pages, places, usual, inside

    def hold(self, line: PdfLine, role: Role) -> bool:
        """Whether a line at the edge of a page is a page number, stands in small print where most pages have some, or
        names a chapter or a section in plain type where many pages have a line."""
        if _PAGE_NUMBER.fullmatch(line.text) or (_PAGE_AT_END.search(line.text) and line.size <= self._usual):
            return True
        small = line.size < self._usual - 0.4
        if self._pages == 1 and not line.upright and small and not line.text[0].isdigit():
            return True
        often = self._places[role, _place(line)]
        if self._pages < _ENOUGH_PAGES or line.bold:
            return False
        if small and often >= _MOST_PAGES * self._pages:
            return True
        if often < _MANY_PAGES * self._pages or line.size > self._usual + 0.4 or has_ended(line.text):
            return False
        return self._within[_place(line)] <= _SELDOM * often and self._names_a_title(line)

    @cached_property
    def _within(self) -> Counter[int]:
        """How often a line of the text stands at a height: where it does, that is no place for running lines."""
        return Counter(map(_place, self._inside))

    def _names_a_title(self, line: PdfLine) -> bool:
        said = {letters(line.text), letters(_NUMBER_AT_END.sub("", line.text))}
        return any(text.startswith(title) or text.endswith(title) for title in self._titles for text in said)

    @cached_property
    def _titles(self) -> set[str]:
        """What the headings of the text seem to say, letters only."""
        short = (line for line in self._inside if len(line.text) <= _LONGEST_TITLE)
        heads = (line for line in short if line.size > _LARGER * self._usual or line.bold)
        return {title for line in heads if len(title := letters(line.text)) >= _SHORTEST_TITLE}


def _comes_back(line: PdfLine, role: Role, page: Page, pages: int, shapes: _Shapes) -> bool:
    """Whether a line stands on enough other pages, and on one nearby at the same distance from the edge.

    A sentence that a plan repeats in every chapter is no running header.
    """
    for shape in _shapes(line):
        heights = shapes[role, shape]
        if pages == 1 or len(heights) < max(2, min(3, pages - 1)):
            continue
        near = (heights.get(page.number + step) for step in range(-_NEAR, _NEAR + 1) if step)
        here = _from_edge(line, role, page)
        if any(there is not None and abs(there - here) <= line.size for there in near):
            return True
    return False


def _is_heading(line: PdfLine, role: Role, shapes: _Shapes, usual: float, looks: set[_Look]) -> bool:
    """Whether a line at the top of pages is a heading of a chapter, such as "Maatregel 3" or "Planning".

    It is tagged as one; or only its number is also found on other pages, and its type is that of a heading; or it
    looks as lines inside the text do and does not come back page after page.
    """
    if line.tag is not None and line.tag.kind == "heading":
        return True
    larger = line.size > _LARGER * usual
    if role != "header" or line.upright or not (larger or line.bold):
        return False
    pages = sorted(shapes[role, line.text])
    if len(pages) == 1 and larger:
        return not _PAGE_APART.search(line.text)
    if _look(line) not in looks:
        return False
    if len(pages) == 1 and line.size >= usual:
        return not (_PAGE_APART.search(line.text) or _PAGE_AT_END.search(line.text))
    steps = [after - before for before, after in pairwise(pages)]
    regular = sum(step <= (1 if larger else 2) for step in steps)
    return regular < _REGULAR * len(steps)


def _look(line: PdfLine) -> _Look:
    return line.size, line.bold, line.colour


def _from_edge(line: PdfLine, role: Role, page: Page) -> float:
    return page.height - line.base if role == "header" else line.base


def _usual_size(pages: list[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _edges(page: Page) -> dict[int, Role]:
    """Lines (by identity) at the top and the foot of a page that stand apart from the text between, and on its side;
    notes do not."""
    sides = [line for line in page.lines if line.upright]
    found: dict[int, Role] = {id(line): "header" for line in sides}
    between = [each for each in page.content if id(each) not in found]
    notes = _notes(page)
    for role in ("footer", "header"):
        sign = 1 if role == "footer" else -1
        lines = sorted(between, key=lambda each: sign * (each.bottom + each.top))
        group: list[int] = []
        for line, following in pairwise([*lines, None]):
            if not isinstance(line, PdfLine) or not _in_margin(page, line, role) or id(line) in notes:
                break
            group.append(id(line))
            if following is None or id(following) in notes or _gap(line, following) > _APART * line.size:
                found.update(dict.fromkeys(group, role))
                group = []
    return found


def _notes(page: Page) -> set[int]:
    """The lines (by identity) of foot notes: those that begin one, and what follows closely in the same type."""
    found: set[int] = set()
    if not any(map(_begins_note, page.lines)):
        return found
    last: PdfLine | None = None
    for line in sorted(page.lines, key=lambda line: -line.base):
        follows = last is not None and line.size == last.size and last.base - line.base <= _APART * line.size
        numbered = _PAGE_NUMBER.fullmatch(line.text) or _PAGE_APART.search(line.text)
        if _begins_note(line) or (follows and not numbered):
            found.add(id(line))
            last = line
        else:
            last = None
    return found


def _begins_note(line: PdfLine) -> bool:
    return line.is_note or (line.tag is not None and line.tag.kind == "note")


def _gap(line: PdfLine, other: PdfLine | PdfTable) -> float:
    """From base line to base line."""
    if isinstance(other, PdfLine):
        return abs(line.base - other.base)
    return max(line.base - other.top, other.bottom - line.base) + line.size


def _in_margin(page: Page, line: PdfLine, role: str) -> bool:
    if role == "header":
        return line.bottom > page.height * (1 - _MARGIN_SHARE)
    return line.top < page.height * _MARGIN_SHARE


def _shapes(line: PdfLine) -> set[str]:
    """What comes back on other pages: the text itself, or the text with a number that goes up with the pages."""
    found = {line.text}
    for match in _NUMBER.finditer(line.text):
        step = int(match[0]) - line.page
        found.add(f"{line.text[: match.start()]}#{step}{line.text[match.end() :]}")
    return found


def _said(line: PdfLine, role: Role, shapes: _Shapes) -> str:
    """What a running line says, the same on all pages that say it: without the number of the page."""
    if _PAGE_NUMBER.fullmatch(line.text):
        return "#"
    return max(sorted(_shapes(line)), key=lambda shape: len(shapes[role, shape]))


def _place(line: PdfLine) -> int:
    return round(line.base)
