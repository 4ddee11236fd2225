"""A dossier as the detector sees it: units (sentence, list item, table row) with the context they stand in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from plancheck.detect.marks import hollow
from plancheck.detect.text.index import Index
from plancheck.detect.text.lazy import lazy
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.unit import Section, Unit
from plancheck.model.document import Dossier
from plancheck.nlp import Known
from plancheck.rules.weights import Standing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from plancheck.detect.text.features import Rows
    from plancheck.rules.weights import KindMix, Weights

_SHORT_SECTION = 8
_FEWEST_IN_A_WHOLE = 30
"""A text with fewer units is a page about a plan, or a piece of one, unless its title names it one."""
_SAYS_SO = frozenset((hollow.PROMISE, hollow.DENIAL, hollow.PLACEHOLDER, hollow.INSTRUCTION))


class Scorer(Protocol):
    """A learned model."""

    @property
    def weights(self) -> "Weights":
        """What was learned."""

    def rows(self, units: Sequence["Unit"], *, in_plan: bool = False) -> "Rows":
        """The rows of the named features of units. in_plan: those of the model of whole documents."""

    def marks(self, units: Sequence["Unit"]) -> "NDArray[np.float32]":
        """The marks of form of units, a row each."""

    def probabilities(
        self,
        units: Sequence["Unit"],
        rows: "Rows | None" = None,
        marks: "NDArray[np.float32] | None" = None,
        *,
        in_plan: bool = False,
    ) -> "NDArray[np.float32]":
        """One row per unit, one column per facet, values 0-1. in_plan: as in a whole document of the package."""

    def proof(self, rows: "Rows", marks: "NDArray[np.float32]") -> "NDArray[np.float32]":
        """How likely each unit of a whole document proves anything, as log odds. Both as made of all its units."""

    def around(
        self,
        texts: "Sequence[NDArray[np.int32]]",
        best: "Sequence[NDArray[np.float32]]" = (),
        *,
        in_plan: bool = False,
    ) -> "NDArray[np.float32]":
        """What each text answers as a whole, as log odds: per facet, then per theme, and as the last one anything at
        all. best: how likely the best unit of each proves each facet, 0-1."""

    def by_words(self, rows: Sequence[int]) -> "NDArray[np.float32]":
        """What the named features of a unit say of each facet, whatever its form, as log odds."""

    def by_heading(self, heading: str) -> "NDArray[np.float32]":
        """How much a heading speaks for each facet, as log odds above or below the usual."""

    def kind_chances(self, rows: "Rows") -> dict[str, float]:
        """How likely a document is of each kind by its words alone, 0-1; empty where nothing was learned."""


class Around(NamedTuple):
    """What texts around units answer. said: a row per text, log odds per facet, in the last column of anything at all;
    places: the row of each unit; counts: how many units each text has."""

    said: "NDArray[np.float32]"
    places: list[int]
    counts: list[int]


_WORDED: "Memo[int, NDArray[np.float32]]" = Memo()
"""What the words of a unit say of each facet, by its number."""
_HEADED: "Memo[str, NDArray[np.float32]]" = Memo()
"""What a heading says of each facet."""


@dataclass(frozen=True)
class AnalysedText:
    """All units of a dossier in reading order, and the sections they stand in."""

    dossier: Dossier
    units: tuple[Unit, ...]
    sections: tuple[Section, ...]
    headings: tuple[Unit, ...]
    memory: dict[object, dict[Any, Any]] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out of this text, by the memo of the module that did: filled while recognising and judging."""
    scorer: "Scorer | None" = field(default=None, compare=False, repr=False)
    stand_test: "Callable[[AnalysedText], Standing] | None" = field(default=None, compare=False, repr=False)
    known: Known = field(default_factory=dict, compare=False, repr=False)
    """The sentences of texts that stand in the dossier."""

    @lazy
    def standing(self) -> Standing:
        """What this is to the package; worked out once."""
        return "whole" if self.stand_test is None else self.stand_test(self)

    @property
    def is_piece(self) -> bool:
        """Whether this is a piece of a document: less of what it seems to say is about the plan than in a whole one."""
        return self.standing == "piece"

    @property
    def is_plan(self) -> bool:
        """Whether this is read as one of the documents the package knows: there a find is much more often right."""
        return self.standing != "loose"

    @property
    def is_short(self) -> bool:
        """Whether this is a page, or one part of a plan: whole ones have more units."""
        return len(self.units) < _FEWEST_IN_A_WHOLE

    @lazy
    def learned(self) -> "NDArray[np.float32] | None":
        """How likely each unit (row) proves each facet (column), None without a learned model; worked out once."""
        return self.scorer.probabilities(self.units, self._rows, self._marks_of_form) if self.scorer else None

    @lazy
    def learned_in_plan(self) -> "NDArray[np.float32] | None":
        """The same, read as a whole document of the package."""
        if self.scorer is None:
            return None
        return self.scorer.probabilities(self.units, self._rows_in_plan, self._marks_of_form, in_plan=True)

    @lazy
    def proof(self) -> "NDArray[np.float32]":
        """How likely each unit proves anything, as log odds, read as a whole document; worked out once."""
        if self.scorer is None or self._rows_in_plan is None:
            raise ValueError("nothing was learned")
        return self.scorer.proof(self._rows_in_plan, self._marks_of_form)

    @lazy
    def around(self) -> "Around":
        """What the text around each unit answers by all its words together, and which themes of a plan stand in it,
        also by its best lines: its section in a document of the package, all of a loose text. Worked out once."""
        rows = self._rows_in_plan if self.is_plan else self._rows
        if self.scorer is None or rows is None:
            raise ValueError("nothing was learned")
        if not self.is_plan:
            best = [self.learned.max(axis=0)] if self.learned is not None and self.units else []
            return Around(self.scorer.around([rows.flat], best), [0] * len(self.units), [len(self.units)])
        place = {number: at for at, number in enumerate(self._by_section)}
        of_each = [rows.of_some([unit.number for unit in units]) for units in self._by_section.values()]
        return Around(
            self.scorer.around(of_each, in_plan=True),
            [place[unit.section.number] for unit in self.units],
            [len(units) for units in self._by_section.values()],
        )

    @property
    def judged_by(self) -> "NDArray[np.float32] | None":
        """How likely each unit proves each facet, by the model for what this text is."""
        return self.learned_in_plan if self.is_plan else self.learned

    def by_words(self, unit: Unit) -> "NDArray[np.float32] | None":
        """What the words of a unit say of each facet, as log odds, None without a learned model; worked out once."""
        if self.scorer is None or self._rows_in_plan is None:
            return None
        worded = _WORDED.of(self)
        if unit.number not in worded:
            worded[unit.number] = self.scorer.by_words(self._rows_in_plan.of_one(unit.number))
        return worded[unit.number]

    def by_heading(self, heading: str) -> "NDArray[np.float32]":
        """How much a heading speaks for each facet, as log odds above or below the usual; worked out once."""
        if self.scorer is None:
            raise ValueError("nothing was learned")
        headed = _HEADED.of(self)
        if heading not in headed:
            headed[heading] = self.scorer.by_heading(heading)
        return headed[heading]

    @lazy
    def _rows(self) -> "Rows | None":
        return self.scorer.rows(self.units) if self.scorer else None

    @lazy
    def _rows_in_plan(self) -> "Rows | None":
        return self.scorer.rows(self.units, in_plan=True) if self.scorer else None

    @lazy
    def _marks_of_form(self) -> "NDArray[np.float32]":
        if self.scorer is None:
            raise ValueError("nothing was learned")
        return self.scorer.marks(self.units)

    @lazy
    def kind_words(self) -> dict[str, float]:
        """How likely it is of each kind ("" for none) by its words alone, 0-1; empty where nothing was learned."""
        rows = self._rows_in_plan
        return self.scorer.kind_chances(rows) if self.scorer and rows else {}

    @property
    def kind_mix(self) -> "KindMix | None":
        """How the words are weighed beside the other signs of a kind, None where nothing was learned."""
        learned = self.scorer.weights.of_kinds if self.scorer else None
        return learned.mix if learned else None

    @lazy
    def index(self) -> Index:
        """Where the terms stand."""
        return Index(self.units, self.sections)

    @lazy
    def numbers(self) -> frozenset[int]:
        """The numbers of all units."""
        return frozenset(range(len(self.units)))

    def numbered(self, numbers: Iterable[int]) -> list[Unit]:
        """The units with these numbers, in reading order."""
        return [self.units[number] for number in sorted(numbers)]

    @lazy
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

    @lazy
    def _hollow_sections(self) -> frozenset[int]:
        short = {place: units for place, units in self._by_section.items() if len(units) <= _SHORT_SECTION}
        return frozenset(place for place, units in short.items() if any(unit.hollow & _SAYS_SO for unit in units))

    @lazy
    def table_of(self) -> dict[int, int]:
        """Number of a row -> the place of its table in `tables`."""
        return {unit.number: place for place, rows in enumerate(self.tables) for unit in rows}

    @lazy
    def is_nameless(self) -> bool:
        """Whether nothing in it bears a name: then it is about no place in particular."""
        return not any(unit.telling_names for unit in self.units)

    @lazy
    def hollow_numbers(self) -> frozenset[int]:
        """The numbers of the units that show a kind of hollow text, by themselves or by what stands around them."""
        return frozenset(unit.number for unit in self.units if unit.hollow or unit.beside)

    @lazy
    def numbers_that_put_off(self) -> frozenset[int]:
        """The numbers of the units that say that something is still to be made or talked about."""
        return frozenset(unit.number for unit in self.units if unit.put_off)

    @lazy
    def numbers_in_a_tense(self) -> frozenset[int]:
        """The numbers of the units that are clearly about what has been, or about what is to come."""
        return frozenset(unit.number for unit in self.units if unit.tense)

    @lazy
    def numbers_of_a_scale(self) -> frozenset[int]:
        """The numbers of the units whose amounts can only be of one household, or only of a whole project."""
        return frozenset(unit.number for unit in self.units if unit.scale)

    @lazy
    def tables(self) -> list[list[Unit]]:
        """The rows of each table."""
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            if unit.kind == "rij":
                found.setdefault(unit.group, []).append(unit)
        return list(found.values())
