"""A dossier as the detector sees it: units (sentence, list item, table row) with the context they stand in."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from plancheck.detect import hollow, specific, substance
from plancheck.detect.index import Index
from plancheck.detect.lexicon import Terms
from plancheck.detect.tense import Month, Tense, tense
from plancheck.model.document import Dossier, Span
from plancheck.model.finding import Recognised
from plancheck.nlp import Known

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from plancheck.detect.features import Rows
    from plancheck.detect.kinds import Hit
    from plancheck.detect.learned import Likely
    from plancheck.detect.search import AspectResult
    from plancheck.rules.weights import KindMix, Weights

UnitKind = Literal["zin", "punt", "rij", "kop"]
_BARE_NUMBER = re.compile(r"-?\d[\d.,]*\d(?:,-)?")
_SHORT_SECTION = 8
_SAYS_SO = frozenset((hollow.PROMISE, hollow.DENIAL, hollow.PLACEHOLDER, hollow.INSTRUCTION))
_LABEL_AND_VALUE = 2
"""A row with two filled cells is a label and what it says; in longer rows a "niet" is about one cell only."""
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)%][.!?]) (?=[A-Z‘“\"(])")
_STANDS_ALONE = 3
"""A sentence of a point with so many specific words says something whatever the others are."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a domain that say nothing about one plan. everyday: lemmas; no_names: words with a capital.

    counting: kinds of hollow text that are no hollow text in this domain.
    """

    everyday: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()


class Scorer(Protocol):
    """A learned model."""

    @property
    def weights(self) -> "Weights":
        """What was learned."""

    def rows(self, units: Sequence["Unit"], *, in_plan: bool = False) -> "Rows":
        """The rows of the named features of units. in_plan: those of the model of whole documents."""

    def probabilities(
        self, units: Sequence["Unit"], rows: "Rows | None" = None, *, in_plan: bool = False
    ) -> "NDArray[np.float32]":
        """One row per unit, one column per facet, values 0-1. in_plan: as in a whole document of the package."""

    def by_words(self, rows: Sequence[int]) -> "NDArray[np.float32]":
        """What the named features of a unit say of each facet, whatever its form, as log odds."""

    def by_heading(self, heading: str) -> "NDArray[np.float32]":
        """How much a heading speaks for each facet, as log odds above or below the usual."""

    def kind_chances(self, rows: "Rows") -> dict[str, float]:
        """How likely a document is of each kind by its words alone, 0-1; empty where nothing was learned."""


@dataclass(frozen=True, slots=True)
class Section:
    """Text under one heading. heading_terms: of its own heading and of those above, nearest first.

    The title of the document is no heading here: it would put everything under one subject. lists_sources: what stands
    here are papers that were read, and none of it is content.
    """

    number: int
    document: int
    heading: str
    page: int | None
    headings: tuple[str, ...]
    heading_terms: tuple[Terms, ...]
    is_annex: bool
    lists_sources: bool
    homes: dict[int, bool] = field(default_factory=dict, compare=False, repr=False)
    """Whether the section is home to a topic, by the topic's id: filled while judging."""


_NO_DOMAIN = Vocabulary()


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
        self.written: Month | None = None
        """When the document was written, as far as it says so."""
        self.own_names: frozenset[str] = frozenset()
        """Words of the names that the document itself bears: that they occur says nothing."""
        self.vocabulary = _NO_DOMAIN
        """What the package says of words that are in every document of its domain."""
        self.surroundings: tuple[float, ...] = ()
        """How far the text around it is about the subject of the package: filled by `surroundings.mark`."""

    @cached_property
    def hard(self) -> substance.HardContent:
        """Amounts, dates and numbers in the text."""
        return substance.hard_content(self.text)

    @property
    def amounts(self) -> Sequence[str]:
        """Amounts of money in the unit."""
        return self.hard.amounts

    @property
    def dates(self) -> Sequence[str]:
        """Dates and periods in the unit."""
        return self.hard.dates

    @cached_property
    def numbers(self) -> list[str]:
        """Numbers with what they count."""
        bare = [cell for cell in self.cells if _BARE_NUMBER.fullmatch(cell.strip())]
        return [number for number, _ in self.hard.numbers] + bare

    @cached_property
    def names(self) -> list[str]:
        """Proper names in the unit."""
        return substance.names(self.text, self.vocabulary.no_names)

    @cached_property
    def telling_names(self) -> list[str]:
        """Proper names in the unit, but for those of the area and the municipality that the document is about."""
        return [name for name in self.names if not self.own_names.issuperset(name.split(" "))]

    @cached_property
    def shown(self) -> str:
        """The text as a reader sees it: cells apart."""
        return " | ".join(cell.strip() for cell in self.cells if cell.strip()) if self.cells else self.text

    @cached_property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())

    @cached_property
    def specific(self) -> int:
        """The number of words that would not fit just any plan."""
        return specific.specific_words(self.text, self.vocabulary.everyday)

    @cached_property
    def tense(self) -> Tense:
        """Whether the unit is about what has been or about what is to come."""
        return tense(self.text, self.written)

    @cached_property
    def gives_reason(self) -> bool:
        """Whether the unit says why."""
        return substance.gives_reason(self.text)

    @cached_property
    def makes_choice(self) -> bool:
        """Whether the unit says that something was or is chosen."""
        return substance.makes_choice(self.text)

    @cached_property
    def has_hard_content(self) -> bool:
        """Whether the unit holds an amount, date, number or telling name."""
        return bool(self.amounts or self.dates or self.numbers or self.telling_names)

    @property
    def is_hard(self) -> bool:
        """Whether the unit holds hard content, or is a row of a table."""
        return self.has_hard_content or self.kind == "rij"

    @cached_property
    def hollow(self) -> frozenset[str]:
        """Kinds of hollow text the unit shows, but for those that count in the domain of the package."""
        return self._hollow_kinds() - self.vocabulary.counting

    def _hollow_kinds(self) -> frozenset[str]:
        if self.section.lists_sources:
            return frozenset((hollow.REFERENCE,))
        hard = bool(self.amounts or self.numbers or self.dates)
        filled = [cell for cell in self.cells if not hollow.is_empty_cell(cell)]
        if self.kind == "rij":
            if len(filled) <= 1 < len(self.cells):
                return frozenset((hollow.PLACEHOLDER,))
            words = filled[-1] if len(filled) == _LABEL_AND_VALUE else ""
            return hollow.hollow_kinds(words, hard_content=hard) if words else frozenset()
        own = self._kinds_of_a_point(hard) if self.kind == "punt" else hollow.hollow_kinds(self.text, hard_content=hard)
        if self.introduced_by is None or hard:
            return own
        return own | (self.introduced_by.hollow & hollow.INHERITED)

    def _kinds_of_a_point(self, hard: bool) -> frozenset[str]:
        """The hollow kinds of a point of several sentences: none when one of them stands for itself."""
        sentences = _SENTENCE_END.split(self.text)
        if len(sentences) == 1:
            return hollow.hollow_kinds(self.text, hard_content=hard)
        found = [(each, hollow.hollow_kinds(each, hard_content=substance.is_hard(each))) for each in sentences]
        if any(
            not kinds and specific.specific_words(each, self.vocabulary.everyday) >= _STANDS_ALONE
            for each, kinds in found
        ):
            return frozenset()
        return frozenset().union(*(kinds for _, kinds in found))

    def context(self) -> Iterator[Terms]:
        """The unit itself and all that stands around it, nearest first."""
        yield self.terms
        yield from self.lead
        yield from (unit.terms for unit in self.near)
        yield from self.section.heading_terms


@dataclass(frozen=True, slots=True)
class Claims:
    """Numbers of the sections whose own heading names few requirements of a milestone: all, and those of each one."""

    all: frozenset[int]
    of: Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class AnalysedText:
    """All units of a dossier in reading order, and the sections they stand in."""

    dossier: Dossier
    units: tuple[Unit, ...]
    sections: tuple[Section, ...]
    headings: tuple[Unit, ...]
    memory: dict[int, list[Unit]] = field(default_factory=dict, compare=False, repr=False)
    """Units that fit a probe, by the probe's id: filled while judging."""
    topics: dict[int, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    """Numbers of the units about a topic, by the topic's id: filled while judging."""
    claims: dict[str, "Claims"] = field(default_factory=dict, compare=False, repr=False)
    """Milestone -> which requirements of it the headings of sections name: filled while judging."""
    homes: dict[int, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    """Numbers of the units under the headings of a topic, by the topic's id: filled while judging."""
    named: dict[int, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    """Numbers of the units that name the subject of a topic themselves, by the topic's id: filled while judging."""
    home_sections: dict[int, list[Section]] = field(default_factory=dict, compare=False, repr=False)
    """The sections under the headings of a topic, by the topic's id: filled while judging."""
    fitting: dict[int, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    """Numbers of the units with the words a probe asks, by its rule's id: filled while judging."""
    no_answer: dict[tuple[object, ...], frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    """Numbers of the units that are hollow for aspects of a sort: filled while judging."""
    probed: dict[int, "list[Hit]"] = field(default_factory=dict, compare=False, repr=False)
    """What one rule finds, by the id of its probe: filled while recognising and judging."""
    alone: dict[tuple[int, ...], "Likely"] = field(default_factory=dict, compare=False, repr=False)
    """What the learned model alone makes of each unit, by the columns of an aspect's facets: filled while judging."""
    nearness: dict[tuple[int, ...], list[float]] = field(default_factory=dict, compare=False, repr=False)
    """What the learned model says of each section with a heading, by columns of facets: filled while judging."""
    ruled: dict[int, "list[Hit]"] = field(default_factory=dict, compare=False, repr=False)
    """What the rules find for an aspect, by its id: filled while recognising and judging."""
    looked: dict[int, "AspectResult"] = field(default_factory=dict, compare=False, repr=False)
    """What was found for an aspect, by its id: filled while judging."""
    worded: dict[int, "NDArray[np.float32]"] = field(default_factory=dict, compare=False, repr=False)
    """What the words of a unit say of each facet, by its number: filled while judging."""
    headed: dict[str, "NDArray[np.float32]"] = field(default_factory=dict, compare=False, repr=False)
    """What a heading says of each facet: filled while judging."""
    scorer: "Scorer | None" = field(default=None, compare=False, repr=False)
    plan_test: "Callable[[AnalysedText], bool] | None" = field(default=None, compare=False, repr=False)
    known: Known = field(default_factory=dict, compare=False, repr=False)
    """The sentences of texts that stand in the dossier."""
    is_piece: bool = False
    """Whether this is a piece of a document: less of what it seems to say is about the plan than in a whole one."""
    recognised: list[Recognised] = field(default_factory=list, compare=False, repr=False)
    """Which kind of document this is, once it has been worked out: it costs more than the verdicts themselves."""

    @cached_property
    def is_plan(self) -> bool:
        """Whether this reads as one of the documents the package knows: there a find is much more often right."""
        return self.plan_test is None or self.plan_test(self)

    @cached_property
    def learned(self) -> "NDArray[np.float32] | None":
        """How likely each unit (row) proves each facet (column), None without a learned model; worked out once."""
        return self.scorer.probabilities(self.units) if self.scorer else None

    @cached_property
    def learned_in_plan(self) -> "NDArray[np.float32] | None":
        """The same, read as a whole document of the package."""
        return self.scorer.probabilities(self.units, self._rows_in_plan, in_plan=True) if self.scorer else None

    @property
    def judged_by(self) -> "NDArray[np.float32] | None":
        """How likely each unit proves each facet, by the model for what this text is."""
        return self.learned_in_plan if self.is_plan else self.learned

    def by_words(self, unit: Unit) -> "NDArray[np.float32] | None":
        """What the words of a unit say of each facet, as log odds, None without a learned model; worked out once."""
        if self.scorer is None or self._rows_in_plan is None:
            return None
        if unit.number not in self.worded:
            self.worded[unit.number] = self.scorer.by_words(self._rows_in_plan.of_one(unit.number))
        return self.worded[unit.number]

    def by_heading(self, heading: str) -> "NDArray[np.float32]":
        """How much a heading speaks for each facet, as log odds above or below the usual; worked out once."""
        if self.scorer is None:
            raise ValueError("nothing was learned")
        if heading not in self.headed:
            self.headed[heading] = self.scorer.by_heading(heading)
        return self.headed[heading]

    @cached_property
    def _rows_in_plan(self) -> "Rows | None":
        return self.scorer.rows(self.units, in_plan=True) if self.scorer else None

    @cached_property
    def kind_words(self) -> dict[str, float]:
        """How likely it is of each kind ("" for none) by its words alone, 0-1; empty where nothing was learned."""
        rows = self._rows_in_plan
        return self.scorer.kind_chances(rows) if self.scorer and rows else {}

    @property
    def kind_mix(self) -> "KindMix | None":
        """How the words are weighed beside the other signs of a kind, None where nothing was learned."""
        learned = self.scorer.weights.of_kinds if self.scorer else None
        return learned.mix if learned else None

    @cached_property
    def index(self) -> Index:
        """Where the terms stand."""
        return Index(self.units, self.sections)

    def numbered(self, numbers: Iterable[int]) -> list[Unit]:
        """The units with these numbers, in reading order."""
        return [self.units[number] for number in sorted(numbers)]

    @cached_property
    def _by_section(self) -> dict[int, list[Unit]]:
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.section.number, []).append(unit)
        return found

    def in_section(self, section: Section) -> list[Unit]:
        """The units of one section."""
        return self._by_section.get(section.number, [])

    def is_hollow_section(self, section: Section) -> bool:
        """Whether a short section holds hollow text: what stands beside it is then seldom more than an intention."""
        return section.number in self._hollow_sections

    @cached_property
    def _hollow_sections(self) -> frozenset[int]:
        short = {place: units for place, units in self._by_section.items() if len(units) <= _SHORT_SECTION}
        return frozenset(place for place, units in short.items() if any(unit.hollow & _SAYS_SO for unit in units))

    @cached_property
    def table_of(self) -> dict[int, int]:
        """Number of a row -> the place of its table in `tables`."""
        return {unit.number: place for place, rows in enumerate(self.tables) for unit in rows}

    @cached_property
    def hollow_numbers(self) -> frozenset[int]:
        """The numbers of the units that show a kind of hollow text."""
        return frozenset(unit.number for unit in self.units if unit.hollow)

    @cached_property
    def numbers_in_a_tense(self) -> frozenset[int]:
        """The numbers of the units that are clearly about what has been, or about what is to come."""
        return frozenset(unit.number for unit in self.units if unit.tense)

    @cached_property
    def tables(self) -> list[list[Unit]]:
        """The rows of each table."""
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            if unit.kind == "rij":
                found.setdefault(unit.group, []).append(unit)
        return list(found.values())
