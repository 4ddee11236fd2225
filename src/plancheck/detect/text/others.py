"""Which text tells of another area or project than the document is about, as a heading, opening or table head says.

A section that begins with what was taken from elsewhere ("uit dossier Rondweg-Noord") goes on about that until it
comes back to its own area. A name that stands in several sections is that of something here.
"""

from collections.abc import Iterable, Sequence

from plancheck.detect.marks.others import (
    borrowed_from,
    looks_elsewhere,
    named_things,
    neighbours,
    stands_apart,
    told_about,
    visited,
)
from plancheck.detect.marks.places import Area, is_there
from plancheck.detect.text.lazy import lazy
from plancheck.detect.text.unit import Section, Unit

_AT_THE_BEGIN = 15
"""So far into a sentence the name stands of what it is about: "In het oude De Zuivel staan ..."."""
_AT_MOST_TOLD = 2
"""The name of another area or project stands in so many sections at most."""


class Others:
    """What the sections of a document name. own: words of the names that the document bears."""

    def __init__(self, area: Area, own: frozenset[str], sections: Sequence[tuple[Section, Sequence[Unit]]]) -> None:
        self._area = area
        self._own = own
        self._sections = sections
        self._ours: dict[str, bool] = {}
        """Whether names are of something here, as far as it was asked: all text is gone through for it."""

    @lazy
    def _texts(self) -> list[str]:
        return [
            "\n".join(
                (section.heading, *(unit.text for unit in units), *(cell for unit in units for cell in unit.header))
            )
            for section, units in self._sections
        ]

    def _others(self, found: Iterable[str]) -> list[str]:
        """The names of these that are of something else."""
        return [name for name in found if not self._is_ours(name)]

    def _is_ours(self, name: str) -> bool:
        if name not in self._ours:
            self._ours[name] = self._find_ours(name)
        return self._ours[name]

    def _find_ours(self, name: str) -> bool:
        if self._area.is_own_name(name) or self._own.issuperset(name.split(" ")):
            return True
        return sum(name in text for text in self._texts) > _AT_MOST_TOLD

    def told_in(self, section: Section, units: Sequence[Unit]) -> list[Unit]:
        """The units of a section that tell of something else."""
        heading, area = section.heading, self._area
        looked = looks_elsewhere(heading) and not area.is_here(heading)
        whole = bool(not area.is_here(heading) and self._turns_to(heading))
        away, group, found = whole, -1, []
        for unit in units:
            opens = unit.group != group
            if opens and unit.kind == "zin":
                away = whole
                looked = looked and group == -1
            group = unit.group
            if unit.kind == "rij":
                begins = opens and self._heads(unit, heading, units)
            else:
                begins = unit.kind == "zin" and bool(self._turns_to(unit.text, looked=looked))
            away = away or begins
            if area.is_here(unit.text):
                away = whole = whole and begins
                away = away or begins
            elif away:
                found.append(unit)
        return found

    def set_apart_in(self, units: Sequence[Unit]) -> list[Unit]:
        """The units of a section of which a later one says that they are about something else, or stand apart."""
        found: list[Unit] = []
        for place, unit in enumerate(units):
            apart, names = stands_apart(unit.text), self._others(told_about(unit.text))
            if not (apart or names):
                continue
            before = [each for each in units[:place] if not self._area.is_here(each.text)]
            if apart:
                found += [each for each in before if each.group == unit.group]
            for name in names:
                first = next((at for at, each in enumerate(before) if name in each.text), None)
                if first is not None:
                    found += before[first:]
        return found

    def beside_in(self, units: Sequence[Unit]) -> list[Unit]:
        """The units of a section about an area of which an earlier one says that it lies beside this: they begin with
        its name, or go on there."""
        told: list[str] = []
        found: list[Unit] = []
        for before, unit in zip([None, *units], units, strict=False):
            if told and unit.kind == "zin" and not self._area.is_here(unit.text):
                named = any(name in unit.text[: len(name) + _AT_THE_BEGIN] for name in told)
                goes_on = before is not None and before in found and before.group == unit.group and is_there(unit.text)
                found += [unit] if named or goes_on else []
            told += self._others(neighbours(unit.text))
        return found

    def names_one(self, text: str) -> bool:
        """Whether the text names another area or project."""
        return bool(self._others(named_things(text, surely=True)))

    def _turns_to(self, text: str, *, looked: bool = False) -> list[str]:
        """The names of what a text turns to. looked: it stands under what says that somebody looked elsewhere."""
        return self._others([*borrowed_from(text), *visited(text), *(named_things(text) if looked else ())])

    def _heads(self, row: Unit, heading: str, units: Sequence[Unit]) -> bool:
        """Whether the head of a table names one other thing, which the text around it names as such."""
        head = " | ".join(row.header)
        if self._area.is_here(head):
            return False
        around = [heading, *(unit.text for unit in units if unit.kind != "rij")]
        told = {name for text in around for name in self._others([*named_things(text), *borrowed_from(text)])}
        return sum(name in head for name in told) == 1
