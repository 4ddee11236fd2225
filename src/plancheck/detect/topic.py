"""Is this unit about the subject of a requirement? And under which headings does the subject belong?"""

from dataclasses import dataclass

from plancheck.detect.lexicon import ANYWHERE, Group, Lexicon
from plancheck.detect.text import Section, Unit, any_hits
from plancheck.model.requirement import Recognition


@dataclass(frozen=True, slots=True)
class Topic:
    """The recognition of a requirement, compiled. `subjects` are groups that must all occur."""

    headings: Group
    subjects: tuple[Group, ...]
    excluded: Group

    def is_home(self, section: Section) -> bool:
        """Whether the heading of the section, or the one above it, names the subject."""
        found = section.homes.get(id(self))
        if found is None:
            found = section.homes[id(self)] = any(self.headings.hits(terms) for terms in section.heading_terms[:2])
        return found

    def in_unit(self, unit: Unit) -> bool:
        """Whether the unit itself names the subject."""
        return all(group.hits(unit.terms) for group in self.subjects)

    def holds(self, unit: Unit) -> bool:
        """Whether the unit is about the subject: by its heading, by itself, or with what stands around it."""
        return self.is_home(unit.section) or all(any_hits(group, unit.context()) for group in self.subjects)


def compile_topic(recognition: Recognition, lexicon: Lexicon) -> Topic:
    """The topic of a requirement."""
    excluded = lexicon.group(recognition.excluded)
    return Topic(
        headings=lexicon.group(recognition.headings).without(excluded),
        subjects=tuple(lexicon.group(group).without(excluded) for group in recognition.concepts),
        excluded=excluded,
    )


def about(terms: tuple[str, ...], topic: Topic, lexicon: Lexicon) -> Topic | None:
    """The topic of one evidence rule: its own `over`, else that of the requirement; None when none is asked."""
    if not terms:
        return topic
    if ANYWHERE in terms:
        return None
    group = lexicon.group(terms).without(topic.excluded)
    return Topic(headings=Group(frozenset()), subjects=(group,), excluded=topic.excluded)
