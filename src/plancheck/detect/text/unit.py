"""A unit of text (sentence, list item, table row or heading) with what it holds and the context it stands in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from plancheck.detect.marks import hollow, substance
from plancheck.detect.marks.tense import Month, Tense
from plancheck.detect.text.lazy import lazy
from plancheck.detect.text.lexicon import Terms
from plancheck.detect.text.told import Told, UnitKind, Vocabulary
from plancheck.model.document import Span
from plancheck.model.requirement import Scale

_BARE_NUMBER = re.compile(r"-?\d[\d.,]*\d(?:,-)?")


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


def shown_row(cells: Iterable[str]) -> str:
    """The filled cells of a row as a reader sees them, apart."""
    return " | ".join(cell.strip() for cell in cells if cell.strip())


class Unit:
    """A sentence, list item or table row with its context. Offsets are those of the block's text."""

    def __init__(self, told: Told, *, section: Section, span: Span, terms: Terms, page: int | None, group: int) -> None:
        self.told = told
        """What its words say by themselves."""
        self.kind: UnitKind = told.kind
        self.text = told.text
        self.cells = told.cells
        self.section = section
        self.span = span
        self.terms = terms
        self.page = page
        self.group = group
        """Units of one paragraph, list or table share this number."""
        self.lead: tuple[Terms, ...] = ()
        self.near: tuple[Unit, ...] = ()
        self.introduced_by: Unit | None = None
        """The sentence that introduces the list in which this unit is a point."""
        self.header: tuple[str, ...] = ()
        self.number = 0
        self.written: Month | None = None
        """When the document was written, as far as it says so."""
        self.own_names: frozenset[str] = frozenset()
        """Words of the names that the document itself bears: that they occur says nothing."""
        self.beside: frozenset[str] = frozenset()
        """Kinds of hollow text it shows by what stands around it: filled by `scope.mark_scope`."""
        self.put_off: tuple[Terms, ...] = ()
        """What it says is still to be made or talked about, in terms."""
        self.surroundings: tuple[float, ...] = ()
        """How far the text around it is about the subject of the package: filled by `surroundings.mark`."""

    @property
    def vocabulary(self) -> Vocabulary:
        """What the package says of words that are in every document of its domain."""
        return self.told.vocabulary

    @lazy
    def hard(self) -> substance.HardContent:
        """Amounts, dates and numbers in the text, for a row also those of the columns in which it is filled.

        A point has also the amount that what introduces the list makes of its figure.
        """
        own = self.told.hard
        if self.introduced_by is not None and not own.amounts:
            money = substance.amount_in_list(self.introduced_by.text, self.text)
            return own._replace(amounts=(money,)) if money else own
        if not self.header:
            return own
        amounts, dates = self._by_column()
        return own._replace(amounts=own.amounts + amounts, dates=own.dates + dates)

    def _by_column(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The amounts and dates that are told by the titles of its columns: "Kosten (x € 1.000)", "2027"."""
        filled = [
            (title, cell.strip())
            for title, cell in zip(self.header, self.cells, strict=False)
            if title.strip() and not hollow.is_empty_cell(cell)
        ]
        money = tuple(filter(None, (substance.amount_in_column(title, cell) for title, cell in filled)))
        return money, tuple(date for title, _ in filled for date in substance.hard_content(title).dates)

    @property
    def amounts(self) -> Sequence[str]:
        """Amounts of money in the unit."""
        return self.hard.amounts

    @property
    def dates(self) -> Sequence[str]:
        """Dates and periods in the unit."""
        return self.hard.dates

    @lazy
    def numbers(self) -> list[str]:
        """Numbers with what they count."""
        bare = [cell for cell in self.cells if _BARE_NUMBER.fullmatch(cell.strip())]
        return [number for number, _ in self.hard.numbers] + bare

    @lazy
    def names(self) -> list[str]:
        """Proper names in the unit."""
        return self.told.names

    @lazy
    def telling_names(self) -> list[str]:
        """Proper names in the unit, but for those of the area and the municipality that the document is about."""
        return [name for name in self.names if not self.own_names.issuperset(name.split(" "))]

    @lazy
    def shown(self) -> str:
        """The text as a reader sees it: cells apart."""
        return shown_row(self.cells) if self.cells else self.text

    @lazy
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())

    @lazy
    def specific(self) -> int:
        """The number of words that would not fit just any plan."""
        return self.told.specific

    @lazy
    def tense(self) -> Tense:
        """Whether the unit is about what has been or about what is to come."""
        return self.told.tense(self.written)

    @lazy
    def scale(self) -> Scale:
        """Whether the amounts in the unit can only be of one household, or only of a whole project."""
        return substance.scale(self.amounts)

    @lazy
    def gives_reason(self) -> bool:
        """Whether the unit says why."""
        return substance.gives_reason(self.text)

    @lazy
    def makes_choice(self) -> bool:
        """Whether the unit says that something was or is chosen."""
        return substance.makes_choice(self.text)

    @lazy
    def has_hard_content(self) -> bool:
        """Whether the unit holds an amount, date, number or telling name."""
        return bool(self.amounts or self.dates or self.numbers or self.telling_names)

    @property
    def is_hard(self) -> bool:
        """Whether the unit holds hard content, or is a row of a table."""
        return self.has_hard_content or self.kind == "rij"

    @lazy
    def hollow(self) -> frozenset[str]:
        """Kinds of hollow text the unit shows, but for those that count in the domain of the package."""
        return self._hollow_kinds() - self.vocabulary.counting

    def _hollow_kinds(self) -> frozenset[str]:
        if self.section.lists_sources:
            return frozenset((hollow.REFERENCE,))
        hard = bool(self.amounts or self.numbers or self.dates)
        own = self.told.hollow_kinds(hard=hard)
        if self.introduced_by is None or hard:
            return own
        return own | (self.introduced_by.hollow & hollow.INHERITED)

    def context(self) -> Iterator[Terms]:
        """The unit itself and all that stands around it, nearest first."""
        yield self.terms
        yield from self.lead
        yield from (unit.terms for unit in self.near)
        yield from self.section.heading_terms
