"""What a piece of text says by itself, wherever it stands: the same for every unit with that text.

A volume is cut more than once (with the documents inside it, without them, each of them alone) and what stands in it
recurs. What only the words tell is worked out once for all of that, and only when it is asked.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from plancheck.detect.marks import hollow, specific, substance
from plancheck.detect.marks.deferral import deferred
from plancheck.detect.marks.tense import Month, Tense, tense
from plancheck.detect.text.lazy import lazy
from plancheck.nlp import Known

UnitKind = Literal["zin", "punt", "rij", "kop"]
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


class Told:
    """What the words of a unit say. cells: of a row; vocabulary: of the domain that the package is about."""

    def __init__(self, kind: UnitKind, text: str, cells: tuple[str, ...], vocabulary: Vocabulary) -> None:
        self.kind = kind
        self.text = text
        self.cells = cells
        self.vocabulary = vocabulary
        self._kinds: dict[bool, frozenset[str]] = {}
        self._tenses: dict[Month | None, Tense] = {}

    @lazy
    def hard(self) -> substance.HardContent:
        """Amounts, dates and numbers."""
        return substance.hard_content(self.text)

    @lazy
    def names(self) -> list[str]:
        """Proper names."""
        return substance.names(self.text, self.vocabulary.no_names)

    @lazy
    def specific(self) -> int:
        """The number of words that would not fit just any plan."""
        return specific.specific_words(self.text, self.vocabulary.everyday)

    @lazy
    def deferred(self) -> tuple[str, ...]:
        """What it puts off, in its own words."""
        return deferred(self.text)

    def tense(self, written: Month | None) -> Tense:
        """Whether it is about what has been or about what is to come. written: when the document was."""
        if written not in self._tenses:
            self._tenses[written] = tense(self.text, written)
        return self._tenses[written]

    def hollow_kinds(self, *, hard: bool) -> frozenset[str]:
        """The kinds of hollow text it shows, whether or not they count. hard: it holds an amount, date or number."""
        if hard not in self._kinds:
            self._kinds[hard] = self._hollow_kinds(hard)
        return self._kinds[hard]

    def _hollow_kinds(self, hard: bool) -> frozenset[str]:
        if self.kind == "punt":
            return self._kinds_of_a_point(hard)
        if self.kind != "rij":
            return hollow.hollow_kinds(self.text, hard_content=hard)
        filled = [cell for cell in self.cells if not hollow.is_empty_cell(cell)]
        if len(filled) <= 1 < len(self.cells):
            return frozenset((hollow.PLACEHOLDER,))
        words = filled[-1] if len(filled) == _LABEL_AND_VALUE else ""
        return hollow.hollow_kinds(words, hard_content=hard) if words else frozenset()

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


@dataclass(frozen=True, slots=True)
class Before:
    """What was made of the texts of a dossier, in one choice from it or another; it grows."""

    sentences: Known = field(default_factory=dict)
    told: dict[tuple[UnitKind, str, tuple[str, ...]], Told] = field(default_factory=dict)

    def of(self, kind: UnitKind, text: str, cells: tuple[str, ...], vocabulary: Vocabulary) -> Told:
        """What a text says by itself."""
        key = (kind, text, cells)
        found = self.told.get(key)
        if found is None:
            found = self.told[key] = Told(kind, text, cells, vocabulary)
        return found
