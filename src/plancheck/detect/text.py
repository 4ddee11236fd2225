"""A dossier as the detector sees it: units (sentence, list item, table row) with the context they stand in."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from plancheck.detect import hollow, specific, substance
from plancheck.detect.lexicon import Group, Lexicon, Terms
from plancheck.model.document import Block, Document, Dossier, Span
from plancheck.nlp import Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UnitKind = Literal["zin", "punt", "rij", "kop"]
_BARE_NUMBER = re.compile(r"-?\d[\d.,]*\d(?:,-)?")
_NEAR = 2
_LABEL_AND_VALUE = 2
"""A row with two filled cells is a label and what it says; in longer rows a "niet" is about one cell only."""
_TITLE_WORDS = 5
_COLUMNS = 3
_JUDGED_KINDS = ("paragraph", "list_item", "table", "note", "caption")


class Scorer(Protocol):
    """A learned model."""

    def probabilities(self, units: Sequence["Unit"]) -> "NDArray[np.float32]":
        """One row per unit, one column per facet, values 0-1."""


@dataclass(frozen=True, slots=True)
class Section:
    """Text under one heading. heading_terms: of its own heading and of those above, nearest first.

    The title of the document is no heading here: it would put everything under one subject.
    """

    number: int
    document: int
    heading: str
    page: int | None
    headings: tuple[str, ...]
    heading_terms: tuple[Terms, ...]
    is_annex: bool
    homes: dict[int, bool] = field(default_factory=dict, compare=False, repr=False)
    """Whether the section is home to a topic, by the topic's id: filled while judging."""


class Unit:
    """A sentence, list item or table row with its context. Offsets are those of the block's text."""

    def __init__(
        self, *, kind: UnitKind, section: Section, span: Span, text: str, terms: Terms, page: int | None, group: int
    ) -> None:
        self.kind = kind
        self.section = section
        self.span = span
        self.text = text
        self.terms = terms
        self.page = page
        self.group = group
        """Units of one paragraph, list or table share this number."""
        self.lead: tuple[Terms, ...] = ()
        self.near: tuple[Unit, ...] = ()
        self.introduced_by: Unit | None = None
        """The sentence that introduces the list in which this unit is a point."""
        self.cells: tuple[str, ...] = ()
        self.header: tuple[str, ...] = ()
        self.number = 0
        self.surroundings: tuple[float, ...] = ()
        """How far the text around it is about the subject of the package: filled by `surroundings.mark`."""

    @cached_property
    def amounts(self) -> list[str]:
        """Amounts of money in the unit."""
        return substance.amounts(self.text)

    @cached_property
    def dates(self) -> list[str]:
        """Dates and periods in the unit."""
        return substance.dates(self.text)

    @cached_property
    def numbers(self) -> list[str]:
        """Numbers with what they count."""
        bare = [cell for cell in self.cells if _BARE_NUMBER.fullmatch(cell.strip())]
        return substance.numbers(self.text) + bare

    @cached_property
    def names(self) -> list[str]:
        """Proper names in the unit."""
        return substance.names(self.text)

    @cached_property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())

    @cached_property
    def specific(self) -> int:
        """The number of words that would not fit just any plan."""
        return specific.specific_words(self.text)

    @cached_property
    def hollow(self) -> frozenset[str]:
        """Kinds of hollow text the unit shows."""
        hard = bool(self.amounts or self.numbers or self.dates)
        filled = [cell for cell in self.cells if not hollow.is_empty_cell(cell)]
        if self.kind == "rij":
            if len(filled) <= 1 < len(self.cells):
                return frozenset((hollow.PLACEHOLDER,))
            words = filled[-1] if len(filled) == _LABEL_AND_VALUE else ""
            return hollow.hollow_kinds(words, hard_content=hard) if words else frozenset()
        own = hollow.hollow_kinds(self.text, hard_content=hard)
        if self.introduced_by is None or hard:
            return own
        return own | (self.introduced_by.hollow & hollow.INHERITED)

    def context(self) -> Iterator[Terms]:
        """The unit itself and all that stands around it, nearest first."""
        yield self.terms
        yield from self.lead
        yield from (unit.terms for unit in self.near)
        yield from self.section.heading_terms


@dataclass(frozen=True)
class AnalysedText:
    """All units of a dossier in reading order, and the sections they stand in."""

    dossier: Dossier
    units: tuple[Unit, ...]
    sections: tuple[Section, ...]
    headings: tuple[Unit, ...]
    memory: dict[int, list[Unit]] = field(default_factory=dict, compare=False, repr=False)
    """Units that fit a probe, by the probe's id: filled while judging."""
    _around: dict[int, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    topics: dict[int, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    """Numbers of the units about a topic, by the topic's id: filled while judging."""
    scorer: "Scorer | None" = field(default=None, compare=False, repr=False)
    plan_test: "Callable[[AnalysedText], bool] | None" = field(default=None, compare=False, repr=False)

    @cached_property
    def is_plan(self) -> bool:
        """Whether this reads as one of the documents the package knows: there a find is much more often right."""
        return self.plan_test is None or self.plan_test(self)

    @cached_property
    def learned(self) -> "NDArray[np.float32] | None":
        """How likely each unit (row) proves each facet (column), None without a learned model; worked out once."""
        return self.scorer.probabilities(self.units) if self.scorer else None

    def with_terms(self, numbers: frozenset[int]) -> list[Unit]:
        """Units that hold one of the terms, in reading order."""
        found = {place for number in numbers for place in self._postings.get(number, ())}
        return [self.units[place] for place in sorted(found)]

    def around(self, group: Group) -> frozenset[int]:
        """Numbers of the units in or around which the group occurs; worked out once per group.

        The same as asking every unit's `context()`, by way of the index: the unit itself, the sentences near it, the
        lead-in or table header, the headings.
        """
        found = self._around.get(id(group))
        if found is None:
            found = self._around[id(group)] = frozenset(self._find_around(group))
        return found

    def _find_around(self, group: Group) -> set[int]:
        found: set[int] = set()
        for unit in self.with_terms(group.numbers):
            if group.hits(unit.terms):
                found.add(unit.number)
                found.update([other.number for other in unit.near])
        for place in _places(self._lead_postings, group):
            if any_hits(group, self._by_lead[place][0].lead):
                found.update([unit.number for unit in self._by_lead[place]])
        for place in _places(self._heading_postings, group):
            if any_hits(group, self.sections[place].heading_terms):
                found.update(self._numbers_in.get(place, ()))
        return found

    @cached_property
    def _numbers_in(self) -> dict[int, list[int]]:
        """Section -> the numbers of its units."""
        return {place: [unit.number for unit in units] for place, units in self._by_section.items()}

    @cached_property
    def _by_lead(self) -> dict[int, list[Unit]]:
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            if unit.lead:
                found.setdefault(id(unit.lead), []).append(unit)
        return found

    @cached_property
    def _lead_postings(self) -> dict[int, set[int]]:
        return _index((place, units[0].lead) for place, units in self._by_lead.items())

    @cached_property
    def _heading_postings(self) -> dict[int, set[int]]:
        return _index((section.number, section.heading_terms) for section in self.sections)

    @cached_property
    def _by_section(self) -> dict[int, list[Unit]]:
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.section.number, []).append(unit)
        return found

    def in_section(self, section: Section) -> list[Unit]:
        """The units of one section."""
        return self._by_section.get(section.number, [])

    @cached_property
    def _postings(self) -> dict[int, list[int]]:
        postings: dict[int, list[int]] = {}
        for unit in self.units:
            for number in unit.terms:
                postings.setdefault(number, []).append(unit.number)
        return postings

    @cached_property
    def tables(self) -> list[list[Unit]]:
        """The rows of each table."""
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            if unit.kind == "rij":
                found.setdefault(unit.group, []).append(unit)
        return list(found.values())


def _index(entries: Iterable[tuple[int, Iterable[Terms]]]) -> dict[int, set[int]]:
    """Term number -> the places whose texts hold it."""
    found: dict[int, set[int]] = {}
    for place, many in entries:
        for terms in many:
            for number in terms:
                found.setdefault(number, set()).add(place)
    return found


def _places(postings: Mapping[int, set[int]], group: Group) -> list[int]:
    """The places that hold a term of the group, in reading order."""
    return sorted(set().union(*(postings[number] for number in group.numbers if number in postings)))


def analyse(
    dossier: Dossier,
    lexicon: Lexicon,
    scorer: Scorer | None = None,
    plan_test: Callable[[AnalysedText], bool] | None = None,
) -> AnalysedText:
    """Cut a dossier into units and find the terms of the lexicon in them.

    scorer: the learned model, if any. plan_test: tells whether the text reads as a document of the package.
    """
    units: list[Unit] = []
    sections: list[Section] = []
    headings: list[Unit] = []
    for number, document in enumerate(dossier.documents):
        builder = _Builder(number, document, lexicon, first_section=len(sections), first_group=len(units))
        builder.run()
        units += builder.units
        sections += builder.sections
        headings += builder.headings
    for index, unit in enumerate(units):
        unit.number = index
    return AnalysedText(dossier, tuple(units), tuple(sections), tuple(headings), scorer=scorer, plan_test=plan_test)


class _Builder:
    """Builds the units of one document, block by block."""

    def __init__(
        self, number: int, document: Document, lexicon: Lexicon, *, first_section: int, first_group: int
    ) -> None:
        self.number = number
        self.document = document
        self.lexicon = lexicon
        self.units: list[Unit] = []
        self.sections: list[Section] = []
        self.headings: list[Unit] = []
        self._first_section = first_section
        self._group = first_group + 1
        self._title = title_block(document)
        self._stack: list[tuple[int, str, Terms]] = []
        self._lead: tuple[Terms, ...] = ()
        self._introduction: Unit | None = None
        self._nested: list[tuple[int, Terms]] = []
        self._in_list = False

    def run(self) -> None:
        texts = [text for block in self.document.blocks for text in _texts(block)]
        analysed = iter(self.lexicon.analyser.analyse(texts))
        self._open_section("", None)
        for index, block in enumerate(self.document.blocks):
            parts = [next(analysed) for _ in _texts(block)]
            if block.role != "body":
                continue
            if block.kind == "heading":
                self._heading(index, block, parts)
            elif block.kind == "table":
                self._table(index, block, parts)
            elif block.kind in _JUDGED_KINDS:
                self._prose(index, block, parts[0])

    def _open_section(self, heading: str, page: int | None) -> None:
        terms = tuple(entry[2] for entry in reversed(self._stack))
        titles = tuple(entry[1] for entry in self._stack)
        annex = any(title.lower().startswith(("bijlage", "annex")) for title in titles)
        number = self._first_section + len(self.sections)
        self.sections.append(Section(number, self.number, heading, page, titles, terms, annex))
        self._lead = ()
        self._introduction = None

    def _heading(self, index: int, block: Block, parts: list[tuple[Sentence, ...]]) -> None:
        terms = merge_terms(parts[0])
        if index != self._title:
            level = block.level or 1
            while self._stack and self._stack[-1][0] >= level:
                self._stack.pop()
            self._stack.append((level, block.text, terms))
            self._open_section(block.text, block.page)
        span = Span(document=self.number, block=index, start=0, end=len(block.text))
        self._group += 1
        self.headings.append(
            Unit(
                kind="kop",
                section=self.sections[-1],
                span=span,
                text=block.text,
                terms=terms,
                page=block.page,
                group=self._group,
            )
        )

    def _prose(self, index: int, block: Block, sentences: tuple[Sentence, ...]) -> None:
        is_item = block.kind == "list_item"
        if not is_item or not self._in_list:
            self._group += 1
        if not is_item:
            self._nested = []
            if self._in_list:
                self._lead = ()
        self._in_list = is_item
        if is_item:
            found = [self._unit("punt", index, block, sentences)] if sentences else []
        else:
            found = [self._unit("zin", index, block, (sentence,)) for sentence in sentences]
        lead = self._lead + self._parents(block) if is_item else ()
        for place, unit in enumerate(found):
            unit.lead = lead
            unit.introduced_by = self._introduction if is_item else None
            around = found[max(0, place - _NEAR) : place] + found[place + 1 : place + 1 + _NEAR]
            unit.near = tuple(around)
        self.units += found
        if is_item and found:
            self._nested.append((block.depth, found[0].terms))
        if not is_item and found:
            self._introduction = found[-1] if block.text.rstrip().endswith(":") else None
            self._lead = (found[-1].terms,) if block.text.rstrip().endswith((":", "?")) or len(found) == 1 else ()
            if block.text.rstrip().endswith(":"):
                self._lead = tuple(unit.terms for unit in found[-2:])

    def _parents(self, block: Block) -> tuple[Terms, ...]:
        """The terms of the points above this one in a nested list."""
        while self._nested and self._nested[-1][0] >= block.depth:
            self._nested.pop()
        return tuple(terms for _, terms in self._nested)

    def _unit(self, kind: UnitKind, index: int, block: Block, sentences: Sequence[Sentence]) -> Unit:
        start, end = sentences[0].start, sentences[-1].end
        return Unit(
            kind=kind,
            section=self.sections[-1],
            span=Span(document=self.number, block=index, start=start, end=end),
            text=block.text[start:end],
            terms=merge_terms(sentences),
            page=block.page,
            group=self._group,
        )

    def _table(self, index: int, block: Block, parts: list[tuple[Sentence, ...]]) -> None:
        self._group += 1
        self._in_list = False
        rows = block.rows or tuple(tuple(line.split("\t")) for line in block.text.split("\n"))
        header = rows[0] if has_header(rows) else ()
        lead = ((merge_terms(parts[0]),) if header else ()) + self._lead
        offset = 0
        for row, sentences in zip(rows, parts, strict=True):
            text = "\t".join(row)
            start, offset = offset, offset + len(text) + 1
            if row is header or not any(cell.strip() for cell in row):
                continue
            unit = Unit(
                kind="rij",
                section=self.sections[-1],
                span=Span(document=self.number, block=index, start=start, end=start + len(text)),
                text=text,
                terms=merge_terms(sentences),
                page=block.page,
                group=self._group,
            )
            unit.cells, unit.header = tuple(row), tuple(header)
            unit.lead = lead
            self.units.append(unit)
        self._lead = ()


def title_block(document: Document) -> int | None:
    """Index of the heading that is the title of the document, None when there is none.

    It is a first heading that stands above most of the document, or that has no text of its own before the next.
    """
    body = [(index, block) for index, block in enumerate(document.blocks) if block.role == "body"]
    headings = [(place, index, block) for place, (index, block) in enumerate(body) if block.kind == "heading"]
    if len(headings) < 2:
        return headings[0][1] if headings and headings[0][0] == 0 and len(body) > 12 else None
    place, index, first = headings[0]
    above = sum(first.text in block.heading_path[:1] for _, block in body)
    bare = headings[1][0] - place <= 2 and place <= 3
    return index if place <= 3 and (above > 0.7 * len(body) or bare) and (first.level or 1) == 1 else None


def _texts(block: Block) -> list[str]:
    if block.kind == "table":
        rows = block.rows or tuple(tuple(line.split("\t")) for line in block.text.split("\n"))
        return ["\t".join(row) for row in rows]
    return [block.text]


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a table holds column headings: short texts without amounts or dates.

    A table of one row is a bare header when it has several titles and nothing that is counted or named.
    """
    first = [cell for cell in rows[0] if cell.strip()]
    if len(first) < 2 or (len(rows) == 1 and not _is_bare_header(first)):
        return False
    return all(len(cell) < 60 and not substance.amounts(cell) for cell in first) and not rows[0][0].strip().isdigit()


def _is_bare_header(cells: list[str]) -> bool:
    few = all(len(cell.split()) <= _TITLE_WORDS and not any(sign.isdigit() for sign in cell) for cell in cells)
    return len(cells) >= _COLUMNS and few and not any(substance.names(cell) for cell in cells)


def merge_terms(sentences: Sequence[Sentence]) -> Terms:
    """The terms of several sentences as one; positions count on over the sentences."""
    if len(sentences) == 1:
        return sentences[0].terms
    merged: dict[int, tuple[int, ...]] = {}
    offset = 0
    for sentence in sentences:
        for number, places in sentence.terms.items():
            merged[number] = merged.get(number, ()) + tuple(offset + place for place in places)
        offset += len(sentence.tokens) + 3
    return merged


def any_hits(group: Group, many: Iterator[Terms] | Sequence[Terms]) -> bool:
    """Whether the group occurs in one of the texts."""
    return any(group.hits(terms) for terms in many)
