"""Whether a row of a table can answer an aspect at all, by what its columns are about.

A party named in the risk itself is no owner of it where the table has no column for owners, and a criterion with
"n.t.b." under "uitkomst" has no outcome. What the rules of an aspect call its columns (`kolom` of `tabel`) tells which
they are.
"""

import re
from dataclasses import dataclass, field

from plancheck.detect.evidence.kinds.probe import Hit
from plancheck.detect.evidence.learned import KIND as LEARNED
from plancheck.detect.marks.hollow import is_empty_cell
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Group, Lexicon, together
from plancheck.detect.text.unit import Unit
from plancheck.model.requirement import Aspect, Requirement

_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_WORD = re.compile(r"\b(?:[A-Z][a-zà-ü]{2,}|[a-zà-ü]{3,}|[A-Z]{3,})\b")
"""A title of a column without a word (nr, R, #, KxG) says nothing about what stands in it, nor does its unit: (k€)."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The words by which tables name the columns of an aspect, and those of the other aspects of its requirement.

    every_row: the aspect asks for an answer in every row, so that a table with a gap gives none.
    """

    own: Group
    others: Group
    every_row: bool
    lexicon: Lexicon
    read: dict[tuple[str, ...], tuple[tuple[int, ...], bool]] = field(default_factory=dict, compare=False, repr=False)
    """Of the headers seen before: the places of the columns of the aspect, and whether all others are of another."""

    def keep(self, hits: list[Hit], text: AnalysedText) -> list[Hit]:
        """The hits without those that are rows which cannot answer the aspect.

        What a rule sees in the words of a row counts under a column of another aspect too.
        """
        return [
            hit for hit in hits if hit.kind == "tabel" or any(self._can_answer(unit, hit, text) for unit in hit.units)
        ]

    def _can_answer(self, unit: Unit, hit: Hit, text: AnalysedText) -> bool:
        if unit.kind != "rij" or not unit.header:
            return True
        own, all_of_others = self._places(unit.header)
        if own:
            rows = text.tables[text.table_of[unit.number]] if self.every_row else [unit]
            return all(_is_filled(row, own) for row in rows)
        label = unit.cells[0] if unit.cells else ""
        return hit.kind != LEARNED or not all_of_others or self.own.hits(self.lexicon.terms_of(label))

    def _places(self, header: tuple[str, ...]) -> tuple[tuple[int, ...], bool]:
        known = self.read.get(header)
        if known is None:
            terms = [self.lexicon.terms_of(title) for title in header]
            own = tuple(place for place, each in enumerate(terms) if self.own.hits(each))
            titled = [each for title, each in zip(header, terms, strict=True) if _WORD.search(_ASIDE.sub(" ", title))]
            known = self.read[header] = (own, bool(titled) and all(self.others.hits(each) for each in titled))
        return known


def _is_filled(row: Unit, places: tuple[int, ...]) -> bool:
    return any(place < len(row.cells) and not is_empty_cell(row.cells[place]) for place in places)


def columns_of(requirement: Requirement, lexicon: Lexicon) -> dict[str, Columns]:
    """The columns of each aspect that a rule looks for in tables, by its id. Must be done before a text is analysed."""
    named = {aspect.id: _named(aspect, lexicon) for aspect in requirement.aspects}
    return {
        aspect.id: Columns(
            own=named[aspect.id],
            others=together(group for key, group in named.items() if key != aspect.id),
            every_row=any(rule.every_row for rule in aspect.evidence),
            lexicon=lexicon,
        )
        for aspect in requirement.aspects
        if named[aspect.id]
    }


def _named(aspect: Aspect, lexicon: Lexicon) -> Group:
    return lexicon.group(term for rule in aspect.evidence for term in rule.columns)
