"""How something else went, told at length: the new bridge, the wind farm of some years ago.

A plan names such works all the time, as what will be combined with its own. What tells that a passage is about nothing
else: it begins with them, tells of what has been, and does not name the subject of the package.
"""

from collections.abc import Sequence
from itertools import takewhile

from plancheck.detect.marks import hollow
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Group
from plancheck.detect.text.unit import Section, Unit

_OPENING = 2
_SHORTEST = 3
"""Fewer sentences are a mention in passing, which may be all that a plan has to say of its own works."""
_PAST = 0.4
"""The least share of the sentences of the first paragraph that tell of what has been."""
_OVER = "verleden"


def mark_other_matters(text: AnalysedText, other: Group, subject: Group) -> None:
    """Give the units of passages about another matter that kind. subject: that of the package."""
    if not other:
        return
    for section in text.sections:
        for unit in _told(section, text.in_section(section), other, subject):
            unit.beside |= {hollow.OTHER_MATTER} - unit.vocabulary.counting


def _told(section: Section, units: Sequence[Unit], other: Group, subject: Group) -> list[Unit]:
    """The units of a section, from its begin on, that tell how another matter went."""
    headed = section.heading_terms[:1]
    if any(subject.hits(terms) for terms in headed):
        return []
    told = list(takewhile(lambda unit: not subject.hits(unit.terms), units))
    opening = [*headed, *(unit.terms for unit in told[:_OPENING])]
    first = [unit for unit in told if unit.group == told[0].group]
    over = sum(unit.tense == _OVER for unit in first)
    if len(first) < _SHORTEST or over < _PAST * len(first) or not any(other.hits(terms) for terms in opening):
        return []
    return told
