"""Where the terms of a rule set stand in an analysed text, as sets of unit numbers: judging is set algebra on them.

Asking every unit for every group took half of the time of judging.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from plancheck.detect.marks.refers import is_about_what_went_before
from plancheck.detect.text.lazy import lazy
from plancheck.detect.text.lexicon import Group, Terms, any_hits

if TYPE_CHECKING:
    from plancheck.detect.text.unit import Section, Unit

Postings = dict[int, set[int]]
"""Term number -> the places whose texts hold it."""


class Index:
    """The postings of one text. What is asked of a group is remembered by its identity: groups outlive texts."""

    def __init__(self, units: Sequence["Unit"], sections: Sequence["Section"]) -> None:
        self._units = units
        self._sections = sections
        self._holding: dict[int, frozenset[int]] = {}
        self._around: dict[int, frozenset[int]] = {}

    def holding(self, group: Group) -> frozenset[int]:
        """Numbers of the units in which the group occurs: the same as asking `group.hits` of each."""
        found = self._holding.get(id(group))
        if found is None:
            found = self._holding[id(group)] = frozenset(self._find_holding(group))
        return found

    def around(self, group: Group) -> frozenset[int]:
        """Numbers of the units in or around which the group occurs.

        The same as asking every unit's `context()`: the unit itself, the sentences near it, the lead-in or table
        header, the headings.
        """
        found = self._around.get(id(group))
        if found is None:
            found = self._around[id(group)] = frozenset(self._find_around(group))
        return found

    def naming(self, group: Group) -> frozenset[int]:
        """Numbers of the units in which the group occurs, and of the sentences after them that only say "die" or "dat".

        What a sentence is about it may leave to the one before it: "Die werd vastgesteld door de raad."
        """
        held = self.holding(group)
        return held | {number + 1 for number in held if number + 1 in self._going_on}

    @lazy
    def _going_on(self) -> frozenset[int]:
        """Numbers of the sentences whose subject stands in the sentence before, in the same paragraph."""
        return frozenset(
            unit.number
            for before, unit in pairwise(self._units)
            if unit.kind == before.kind == "zin" and unit.group == before.group and is_about_what_went_before(unit.text)
        )

    def _find_holding(self, group: Group) -> set[int]:
        found = _places(self._postings, group.numbers)
        if not found or not group.excluded:
            return found
        doubtful = found & _places(self._postings, group.excluded)
        return found - {number for number in doubtful if not group.positions(self._units[number].terms)}

    def _find_around(self, group: Group) -> set[int]:
        held = self.holding(group)
        found = set(held).union(*[self._near[number] for number in held if number in self._near])
        for place in _places(self._lead_postings, group.numbers):
            if any_hits(group, self._by_lead[place][0].lead):
                found.update([unit.number for unit in self._by_lead[place]])
        found.update(self.in_sections(self._under(group)))
        return found

    def _under(self, group: Group) -> set[int]:
        """Numbers of the sections in whose headings, or those above, the group occurs."""
        found = _places(self._heading_postings, group.numbers)
        doubtful = found & _places(self._heading_postings, group.excluded)
        return found - {place for place in doubtful if not any_hits(group, self._sections[place].heading_terms)}

    def headed(self, group: Group) -> list[int]:
        """Numbers of the sections in whose headings, or those above, the group may occur."""
        return sorted(_places(self._heading_postings, group.numbers))

    def in_sections(self, places: Iterable[int]) -> list[int]:
        """Numbers of the units in some sections."""
        return [number for place in places for number in self._numbers_in.get(place, ())]

    @lazy
    def _near(self) -> dict[int, list[int]]:
        """Number of a unit -> the numbers of those near it."""
        return {unit.number: [other.number for other in unit.near] for unit in self._units if unit.near}

    @lazy
    def _numbers_in(self) -> dict[int, list[int]]:
        """Section -> the numbers of its units."""
        found: dict[int, list[int]] = {}
        for unit in self._units:
            found.setdefault(unit.section.number, []).append(unit.number)
        return found

    @lazy
    def _by_lead(self) -> dict[int, list["Unit"]]:
        found: dict[int, list[Unit]] = {}
        for unit in self._units:
            if unit.lead:
                found.setdefault(id(unit.lead), []).append(unit)
        return found

    @lazy
    def _postings(self) -> Postings:
        return _postings((unit.number, (unit.terms,)) for unit in self._units)

    @lazy
    def _lead_postings(self) -> Postings:
        return _postings((place, units[0].lead) for place, units in self._by_lead.items())

    @lazy
    def _heading_postings(self) -> Postings:
        return _postings((section.number, section.heading_terms) for section in self._sections)


def _postings(entries: Iterable[tuple[int, Iterable[Terms]]]) -> Postings:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for place, many in entries:
        for terms in many:
            for number in terms:
                found[number].add(place)
    return dict(found)


def _places(postings: Postings, numbers: frozenset[int]) -> set[int]:
    """The places that hold one of these terms."""
    return set().union(*(postings[number] for number in numbers if number in postings))
