"""What the learned model sees of a unit: its words and pairs of words, the words of its heading, and its form.

Named features ("riool", "riool_vervangen", "kop:planning") are looked up in the model; the form is a row of numbers.
Training and judging use this one module. What was tried and left out: docs/corpora.md.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from plancheck.detect.marks import hollow
from plancheck.detect.marks.words import OfWord
from plancheck.detect.text.unit import Unit
from plancheck.nlp import lemmas

_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORTEST = 3
_LONG, _SHORT, _SPECIFIC = 40, 6, 8
_LABEL = re.compile(r"([^:.;,!?()]{2,40}):\s")
_LABEL_WORDS = 4
_KINDS = tuple(kind for kind in hollow.REASONS if kind not in hollow.NO_MARKS)


def named_features(unit: Unit) -> frozenset[str]:
    """The words of a unit (form, lemma, compound parts), pairs of lemmas, and the words of its headings."""
    found = set(_keys(unit.text)) | set(_pairs(unit.text))
    for heading in _headings(unit):
        found.update(f"kop:{key}" for key in _keys(heading))
    return frozenset(found)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The rows of many units, behind each other. ends: where those of each unit end."""

    flat: NDArray[np.int32]
    ends: tuple[int, ...]

    def of_each(self) -> Iterator[slice]:
        """Where the rows of each unit stand."""
        return map(slice, (0, *self.ends), self.ends)

    def of_one(self, place: int) -> list[int]:
        """The rows of one unit, by its place."""
        found: list[int] = self._own(place).tolist()
        return found

    def of_some(self, places: Sequence[int]) -> NDArray[np.int32]:
        """The rows of some units together, by their places: a row as often as it occurs."""
        return np.concatenate([self._own(place) for place in places])

    def _own(self, place: int) -> NDArray[np.int32]:
        return self.flat[self.ends[place - 1] if place else 0 : self.ends[place]]

    def distinct(self, count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The different rows, ascending, and for all rows the place of each among them. count: of the table's rows."""
        seen = np.zeros(count, dtype=bool)
        seen[self.flat] = True
        return np.flatnonzero(seen), (np.cumsum(seen) - 1)[self.flat]


class FeatureRows:
    """The named features of units as rows of a table: the same as looking up each of `named_features`, without making
    their names anew for every word.

    rows: name -> row.
    """

    def __init__(self, rows: Mapping[str, int]) -> None:
        self._rows = rows
        self._words = OfWord(self._word)
        self._headings: dict[str, tuple[int, ...]] = {}

    def of_all(self, units: Iterable[Unit]) -> Rows:
        """The rows of some units."""
        flat: list[int] = []
        ends: list[int] = []
        for unit in units:
            flat += self.of(unit)
            ends.append(len(flat))
        return Rows(np.array(flat, dtype=np.int32), tuple(ends))

    def of(self, unit: Unit) -> list[int]:
        """The rows of a unit, ascending."""
        found: list[int] = []
        words, rows = self._words, self._rows
        before = ""
        for token in _TOKEN.findall(unit.text):
            word, own = words[token]
            found += own
            pair = f"{before}_{word}"
            if pair in rows:
                found.append(rows[pair])
            before = word
        for heading in _headings(unit):
            known = self._headings.get(heading)
            found += self._heading(heading) if known is None else known
        return sorted(set(found))

    def of_heading(self, heading: str) -> list[int]:
        """The rows of a heading alone, ascending."""
        return sorted(set(self._known(f"kop:{key}" for key in _keys(heading))))

    def _word(self, token: str) -> tuple[str, tuple[int, ...]]:
        return _word_of(token), self._known(_keys_of(token))

    def _heading(self, heading: str) -> tuple[int, ...]:
        found = self._headings[heading] = self._known(f"kop:{key}" for key in _keys(heading))
        return found

    def _known(self, names: Iterable[str]) -> tuple[int, ...]:
        return tuple(self._rows[name] for name in names if name in self._rows)


def _headings(unit: Unit) -> Iterator[str]:
    """What tells what a unit is about: its heading, the heads of its filled columns, a label before a colon."""
    yield from unit.section.headings[-1:]
    if unit.header:
        yield from (head for head, cell in zip(unit.header, unit.cells, strict=False) if cell.strip())
    label = _LABEL.match(unit.text)
    if label and len(label.group(1).split()) <= _LABEL_WORDS:
        yield label.group(1)


def form(unit: Unit) -> tuple[float, ...]:
    """Marks of the form of a unit, 0-1: hard content, kind, length, hollow kinds, surroundings."""
    text, shown = unit.text, unit.hollow
    return (
        *map(float, (bool(unit.amounts), bool(unit.dates), bool(unit.numbers), bool(unit.names), len(unit.names) > 1)),
        *map(float, (unit.kind == "rij", unit.kind == "punt")),
        min(unit.words, _LONG) / _LONG,
        float(unit.words < _SHORT),
        float(unit.specific < 2),
        min(unit.specific, _SPECIFIC) / _SPECIFIC,
        *map(float, ("?" in text, '"' in text or "‘" in text)),
        *(float(kind in shown) for kind in _KINDS),
        float(bool(shown)),
        *unit.surroundings,
    )


def forms(units: Iterable[Unit]) -> NDArray[np.float32]:
    """The marks of form of some units, one row each."""
    return np.array([form(unit) for unit in units], dtype=np.float32)


@lru_cache(maxsize=8192)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(key for token in _TOKEN.findall(text) for key in _keys_of(token))


@lru_cache(maxsize=100_000)
def _keys_of(token: str) -> tuple[str, ...]:
    if token[0].isdigit():
        return ("#jaar",) if _YEAR.fullmatch(token) else ("#",)
    return tuple(sorted(key for key in lemmas.keys(token) if len(key) >= _SHORTEST))


def _pairs(text: str) -> Iterator[str]:
    before = ""
    for token in _TOKEN.findall(text):
        word = _word_of(token)
        if before:
            yield f"{before}_{word}"
        before = word


@lru_cache(maxsize=100_000)
def _word_of(token: str) -> str:
    return "#" if token[0].isdigit() else lemmas.lemma(token)
