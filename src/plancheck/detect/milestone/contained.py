"""Other milestone documents inside one file: a participation plan as an annex, or two papers bound in one volume.

Another document starts at a heading that names its kind and that is an annex or looks like a title page, with enough
text below it. Where its own chapters stand at the same level as its heading, as they do when one file is pasted behind
another, all of them are its own up to the next annex.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, takewhile

from plancheck.detect.milestone.naming import CompiledKind, is_named
from plancheck.detect.text.lexicon import Lexicon
from plancheck.model.document import Block, Document, Dossier
from plancheck.rules.ruleset import KindRule

_ANNEX_WORDS = 120
_BOUND_WORDS = 250
"""So many words stand below the title of a paper that is bound in one volume with another."""
_ABOVE_WORDS = 150
"""So many stand above it: with fewer, what stands there is a preface."""
_COVER_WORDS = 60
"""With fewer words between a title and the next heading of its level, what follows are its own chapters."""
_COVER_LINE = 12
_LONGEST_TITLE = 14
"""Words: a longer heading says something about a document."""
_ANNEX = re.compile(r"(?:\d+(?:\.\d+)*\.?\s+)?(?:bijlagen?|annex|appendix|aanhangsel)\b", re.IGNORECASE)
_ANNEX_NUMBER = re.compile(r"(?:[\s\d.:,()–-]|\b(?:[a-zA-Z]|[ivxIVX]+)\b)*")
_BEFORE_NAME = re.compile(
    r"(?:(?:het|de|ons|onze|eerder|eerdere|vastgestelde?|uitgewerkte?|definitieve?|volledige?|separate?)\s+)*",
    re.IGNORECASE,
)
_NOT_THE_PAPER = re.compile(
    r"\b(?:samenvatting|overzicht|reacties|uittreksel|begrippen|leeswijzer|deel)\b", re.IGNORECASE
)
_NAME = re.compile(r"(?<=\s)[A-Z]\w+")
"""A title says for what area it is, a chapter seldom does."""
_OWN_CHAPTERS = 3
"""With so many headings below its own, a paper needs less text to be one."""
_NUMBER = re.compile(r"(?:hoofdstuk\s+)?(\d{1,2})(?:\.\d+)*[.:)]?\s", re.IGNORECASE)
_EMPTY = Block(kind="paragraph", text="", role="contents")


@dataclass(frozen=True, slots=True)
class Part:
    """Where another milestone document stands: blocks `first` up to `end` of a document of the dossier."""

    kind: KindRule
    document: int
    first: int
    end: int
    heading: str
    page: int | None
    is_annex: bool
    is_sure: bool = True
    """False: its heading stands where a chapter may stand, so that its text must read as the kind."""
    is_elsewhere: bool = False
    """Whether its title names another area than the title above it all."""

    @property
    def bears_the_name(self) -> bool:
        """Whether the heading calls the kind by its own name, and not by one that other papers have as well."""
        return _plain(self.kind.name).replace("-", " ") in _plain(self.heading).replace("-", " ")

    def is_another(self, kind: KindRule) -> bool:
        """Whether it is the same kind of document once more, about another area."""
        return self.is_elsewhere and set(kind.judged) == set(self.kind.judged)

    def is_part_of(self, kind: KindRule) -> bool:
        """Whether a document of this kind holds all of it by its nature: what is judged here is judged there too."""
        return set(kind.judged).issuperset(self.kind.judged)


def find_parts(dossier: Dossier, kinds: Sequence[CompiledKind], lexicon: Lexicon) -> tuple[Part, ...]:
    """The milestone documents that stand inside the documents of a dossier, in reading order."""
    named = [each for each in kinds if each.kind.milestone]
    return tuple(
        part
        for number, document in enumerate(dossier.documents)
        for part in _Finder(document, named, lexicon).parts(number)
    )


def without(dossier: Dossier, parts: Iterable[Part]) -> Dossier:
    """The dossier in which these parts say nothing. All other text keeps its place."""
    return _kept(dossier, _places(parts), keep=False)


def alone(dossier: Dossier, parts: Iterable[Part]) -> Dossier:
    """The dossier in which only these parts say something. Their text keeps its place."""
    return _kept(dossier, _places(parts), keep=True)


def _places(parts: Iterable[Part]) -> set[tuple[int, int]]:
    return {(part.document, n) for part in parts for n in range(part.first, part.end)}


def _kept(dossier: Dossier, places: set[tuple[int, int]], *, keep: bool) -> Dossier:
    documents = (
        replace(
            document,
            blocks=tuple(
                block if ((number, n) in places) == keep else _EMPTY for n, block in enumerate(document.blocks)
            ),
        )
        for number, document in enumerate(dossier.documents)
    )
    return Dossier(documents=tuple(documents))


class _Finder:
    """Looks for other milestone documents in one document. Places are indexes of blocks."""

    def __init__(self, document: Document, kinds: Sequence[CompiledKind], lexicon: Lexicon) -> None:
        self._blocks = document.blocks
        self._kinds = kinds
        self._lexicon = lexicon
        self._headings = [n for n, block in enumerate(document.blocks) if _is_heading(block)]
        self._title = _plain(document.blocks[self._headings[0]].text) if self._headings else ""

    def parts(self, document: int) -> Iterator[Part]:
        """The parts, none of them inside another."""
        end = 0
        for order, place in enumerate(self._headings[1:], 1):
            if place < end or (kind := self._starts(order)) is None:
                continue
            last, is_annex = self._end(order), self._is_annex(order)
            little = is_annex or sum(place < n < last for n in self._headings) >= _OWN_CHAPTERS
            if self._words(place + 1, last) >= (_ANNEX_WORDS if little else _BOUND_WORDS):
                end, block = last, self._blocks[place]
                sure, elsewhere = is_annex or self._is_title(order), not is_annex and self._is_elsewhere(order)
                yield Part(kind, document, place, end, block.text, block.page, is_annex, sure, elsewhere)

    def _starts(self, order: int) -> KindRule | None:
        """The kind of the document that starts at this heading; None when none does."""
        text = self._blocks[self._headings[order]].text
        if _NOT_THE_PAPER.search(text) or len(text.split()) > _LONGEST_TITLE:
            return None
        found = self._named_first(text)
        if found is None:
            return None
        is_annex = self._is_annex(order)
        if not is_annex and not self._is_title(order) and not self._is_like_a_paper(order):
            return None
        # A title page may come again after a summary, in other words.
        again = found.titles.hits(self._lexicon.terms_of(self._title.replace("-", " ")))
        new = is_annex or self._begins_anew(order) or self._is_elsewhere(order)
        return None if again and not new else found.kind

    def _named_first(self, text: str) -> CompiledKind | None:
        """The kind that a heading begins with, after annex word, number and the like."""
        annex = _ANNEX.match(text)
        begin = _ANNEX_NUMBER.match(text, annex.end()).end() if annex else 0  # type: ignore[union-attr]  # fits ""
        name = text[_BEFORE_NAME.match(text, begin).end() :]  # type: ignore[union-attr]  # fits ""
        terms = self._lexicon.terms_of(name)
        return next(
            (each for each in self._kinds if is_named(each, terms) and 0 in each.strong_titles.positions(terms)), None
        )

    def _is_annex(self, order: int) -> bool:
        """Whether a heading is an annex: by its own words, those above it, or a bare "Bijlage 2" right before it."""
        place = self._headings[order]
        block, before = self._blocks[place], self._blocks[self._headings[order - 1]]
        above = any(_ANNEX.match(title) for title in block.heading_path)
        divided = bool(_ANNEX.match(before.text)) and not self._words(self._headings[order - 1] + 1, place)
        return bool(_ANNEX.match(block.text)) or above or divided

    def _is_title(self, order: int) -> bool:
        """Whether a heading is the title of a paper bound behind another: chapters begin anew, or it is above them."""
        place = self._headings[order]
        block = self._blocks[place]
        if _NUMBER.match(block.text) or _plain(block.text) == self._title:
            return False
        if self._words(0, place) < _ABOVE_WORDS:
            return False
        if self._begins_anew(order):
            return True
        chapters = [self._blocks[n] for n in self._headings[1:order]]
        over_all = bool(chapters) and all((each.level or 1) > (block.level or 1) for each in chapters)
        return bool(_NAME.search(block.text)) and (over_all or self._stands_bare(order))

    def _is_like_a_paper(self, order: int) -> bool:
        """Whether a heading where a chapter may stand has a name and chapters of its own, as a paper has."""
        place = self._headings[order]
        text = self._blocks[place].text
        if _NUMBER.match(text) or self._words(0, place) < _ABOVE_WORDS:
            return False
        return bool(_NAME.search(text)) and self._chapters_below(order) >= _OWN_CHAPTERS

    def _chapters_below(self, order: int) -> int:
        """How many headings stand below this one, up to the next of its level."""
        level = self._blocks[self._headings[order]].level or 1
        below = takewhile(lambda n: (self._blocks[n].level or 1) > level, self._headings[order + 1 :])
        return sum(1 for _ in below)

    def _is_elsewhere(self, order: int) -> bool:
        """Whether this title and the first one name areas, and have no name in common."""
        here, first = (
            set(_NAME.findall(self._blocks[place].text)) for place in (self._headings[order], self._headings[0])
        )
        return bool(here and first) and here.isdisjoint(first)

    def _begins_anew(self, order: int) -> bool:
        """Whether the chapters were at two or further and the next one is one."""
        before, after = self._number_before(order), self._number_after(order)
        return before >= 2 and after == 1

    def _stands_bare(self, order: int) -> bool:
        """Whether chapters of its own level follow on a heading with no more than lines of a title page."""
        if order + 1 >= len(self._headings) or self._is_annex(order + 1):
            return False
        place, following = self._headings[order], self._headings[order + 1]
        same = (self._blocks[following].level or 1) <= (self._blocks[place].level or 1)
        return same and all(_is_cover_line(block) for block in self._blocks[place + 1 : following])

    def _number_before(self, order: int) -> int:
        """The highest number of a chapter before this heading, 0 for none."""
        return max((_number(self._blocks[n].text) for n in self._headings[:order]), default=0)

    def _number_after(self, order: int) -> int:
        """The number of the first numbered heading after this one, 0 for none."""
        numbers = (_number(self._blocks[n].text) for n in self._headings[order + 1 :])
        return next((number for number in numbers if number), 0)

    def _end(self, order: int) -> int:
        """Where the document that starts at this heading ends."""
        place = self._headings[order]
        level = self._blocks[place].level or 1
        is_annex, flat = self._is_annex(order), False
        for later in range(order + 1, len(self._headings)):
            other = self._blocks[self._headings[later]]
            is_other = self._starts(later) is not None and not self._is_inside(place, later)
            next_annex = is_annex and _ANNEX.match(other.text) and (other.level or 1) <= level
            if is_other or next_annex:
                return self._headings[later]
            if flat or (other.level or 1) > level:
                continue
            if not self._has_chapter(order, later):
                return self._headings[later]
            flat = True
        return len(self._blocks)

    def _has_chapter(self, order: int, later: int) -> bool:
        """Whether the first heading of the same level after a title is a chapter below it, not the next beside it."""
        if self._words(self._headings[order] + 1, self._headings[later]) < _COVER_WORDS:
            return True
        number, before = _number(self._blocks[self._headings[later]].text), self._number_before(order)
        if later > order + 1:
            return number == 1 and before >= 2
        return number != before + 1 or not number

    def _is_inside(self, place: int, later: int) -> bool:
        """Whether a later heading stands below the one at a place."""
        return self._blocks[place].text in self._blocks[self._headings[later]].heading_path

    def _words(self, first: int, end: int) -> int:
        """The number of words of text, headings left out."""
        return self._counted[end] - self._counted[first]

    @cached_property
    def _counted(self) -> list[int]:
        """How many words of text stand before each block, and last in all of them."""
        counts = (0 if _is_heading(each) or each.role != "body" else len(each.text.split()) for each in self._blocks)
        return [0, *accumulate(counts)]


def _is_cover_line(block: Block) -> bool:
    """Whether a block may stand on a title page: subtitle, names, a date, but no sentence."""
    return block.role != "body" or (len(block.text.split()) <= _COVER_LINE and not block.text.rstrip().endswith("."))


def _is_heading(block: Block) -> bool:
    return block.kind == "heading" and block.role == "body"


def _number(text: str) -> int:
    """The chapter number a heading begins with, 0 for none."""
    found = _NUMBER.match(text)
    return int(found[1]) if found else 0


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
