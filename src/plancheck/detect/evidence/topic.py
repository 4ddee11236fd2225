"""Is this unit about the subject of a requirement? And under which headings does the subject belong?"""

from dataclasses import dataclass

from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import ANYWHERE, NO_TERMS, Group, Lexicon
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.unit import Section, Unit
from plancheck.model.requirement import Recognition

_HOMES: Memo[int, frozenset[int]] = Memo()
"""Numbers of the units under the headings of a topic, by the topic's id."""
_HOME_SECTIONS: Memo[int, list[Section]] = Memo()
"""The sections under the headings of a topic, by the topic's id."""
_NAMED: Memo[int, frozenset[int]] = Memo()
"""Numbers of the units that name the subject of a topic themselves, by the topic's id."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The recognition of a requirement, compiled. `subjects` are groups that must all occur."""

    headings: Group
    subjects: tuple[Group, ...]
    excluded: Group

    def is_home(self, section: Section) -> bool:
        """Whether the heading of the section, or the one above it, names the subject."""
        homes, key = section.homes, id(self)
        if key not in homes:
            homes[key] = any(self.headings.hits(terms) for terms in section.heading_terms[:2])
        return homes[key]

    def is_own_home(self, section: Section) -> bool:
        """Whether the heading of the section itself names the subject."""
        return bool(section.heading_terms) and self.headings.hits(section.heading_terms[0])

    def in_unit(self, unit: Unit) -> bool:
        """Whether the unit itself names the subject."""
        return all(group.hits(unit.terms) for group in self.subjects)

    def named_in(self, text: AnalysedText) -> list[Unit]:
        """The units that name the subject themselves, in reading order."""
        return text.numbered(self.named_numbers(text))

    def named_numbers(self, text: AnalysedText) -> frozenset[int]:
        """The numbers of those units, of all where there is no subject to name; worked out once per text."""
        known = _NAMED.of(text)
        found = known.get(id(self))
        if found is None:
            found = known[id(self)] = text.numbers.intersection(*map(text.index.holding, self.subjects))
        return found

    def home_units(self, text: AnalysedText) -> list[Unit]:
        """The units under the headings of the subject, in reading order."""
        return text.numbered(self.home_numbers(text))

    def home_sections(self, text: AnalysedText) -> list[Section]:
        """The sections under the headings of the subject, in reading order; worked out once per text."""
        known = _HOME_SECTIONS.of(text)
        found = known.get(id(self))
        if found is None:
            headed = (text.sections[place] for place in text.index.headed(self.headings))
            found = known[id(self)] = [section for section in headed if self.is_home(section)]
        return found

    def home_numbers(self, text: AnalysedText) -> frozenset[int]:
        """The numbers of the units in those sections; worked out once per text."""
        known = _HOMES.of(text)
        found = known.get(id(self))
        if found is None:
            homes = [section.number for section in self.home_sections(text)]
            found = known[id(self)] = frozenset(text.index.in_sections(homes))
        return found

    def units(self, text: AnalysedText) -> frozenset[int]:
        """Numbers of the units about the subject: by their heading, by themselves, or with what stands around them."""
        homes = self.home_numbers(text)
        if not self.subjects:
            return text.numbers
        return frozenset.intersection(*map(text.index.around, self.subjects)) | homes


def compile_topic(recognition: Recognition, lexicon: Lexicon) -> Topic:
    """The topic of a requirement."""
    excluded = lexicon.group(recognition.excluded)
    return Topic(
        headings=lexicon.group(recognition.headings).without(excluded),
        subjects=tuple(lexicon.without(lexicon.group(group), excluded) for group in recognition.concepts),
        excluded=excluded,
    )


def about(terms: tuple[str, ...], topic: Topic, lexicon: Lexicon) -> Topic | None:
    """The topic of one evidence rule: its own `over`, else that of the requirement; None when none is asked."""
    if not terms:
        return topic
    if ANYWHERE in terms:
        return None
    group = lexicon.without(lexicon.group(terms), topic.excluded)
    return Topic(headings=NO_TERMS, subjects=(group,), excluded=topic.excluded)
