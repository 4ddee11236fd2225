"""One evidence rule, compiled, and what is the same for all kinds: topic, words asked for, hollow text."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plancheck.detect.evidence.topic import Topic, about
from plancheck.detect.marks import hollow
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import ANYWHERE, Group, Lexicon, any_hits
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.unit import Unit
from plancheck.model.requirement import Aspect, EvidenceRule

_PROMISES = frozenset((hollow.PROMISE, hollow.OTHER_DOCUMENT))
_LEAST_SPECIFIC = 2
"""A sentence with fewer specific words and without hard content could stand in any plan."""
_QUITE_SPECIFIC = 4
_VAGUE = re.compile(
    r"\b(?:zoveel mogelijk|waar (?:dat )?nodig|waar mogelijk|zo goed mogelijk|op maat|maatwerk|sta(?:an|at) centraal"
    r"|tussen wal en schip|hoog in het vaandel|in goed overleg|nauw (?:betrokken|samen)|er niet alleen voor"
    r"|vanuit (?:hun|haar|zijn|ieders) eigen rol|eigen verantwoordelijkheid|met oog voor|aandacht voor wie"
    r"|niemand (?:\w+ ){0,2}(?:achterblijft|achterlaten|achter te laten|buiten de boot)"
    r"|stip op de horizon|iedereen (?:kan |kunnen |mag )?mee(?:doet|doen|kan|komt))\b",
    re.IGNORECASE,
)
"""Phrases that promise much and fix nothing; without hard content they say nothing about this plan."""
_NOT = re.compile(r"\b(?:niet|geen)\b", re.IGNORECASE)
_HARD: dict[str, Callable[[Unit], Sequence[str]]] = {
    "bedrag": lambda unit: unit.amounts,
    "datum": lambda unit: unit.dates,
    "getal": lambda unit: unit.numbers,
}
_DENIALS = frozenset((hollow.DENIAL,))
_UNDECIDED = frozenset((hollow.UNDECIDED,))
_QUESTIONS = frozenset((hollow.QUESTION,))
_REFERENCES = frozenset((hollow.REFERENCE,))
_MATCHING: Memo[int, list[Unit]] = Memo()
"""Units that fit a probe, by the probe's id."""
_ON_TOPIC: Memo[int, frozenset[int]] = Memo()
"""Numbers of the units about a topic, by the topic's id."""
_FITTING: Memo[int, frozenset[int]] = Memo()
"""Numbers of the units with the words a probe asks, by its rule's id."""
_NO_ANSWER: Memo[tuple[object, ...], frozenset[int]] = Memo()
"""Numbers of the units that are hollow for aspects of a sort."""


BEYOND_DOUBT = 0.9
"""Evidence of this strength counts wherever it stands, and whatever is said beside it."""


class Hit(NamedTuple):
    """Units that together are evidence. strength 0-1; reason: Dutch, what was seen. A long text has thousands of them.

    by_rule, likely: of what the strength is made, where a learned model had a say: the strength by the rule alone (None
    when no rule saw it) and the probability by the model alone.
    """

    units: tuple[Unit, ...]
    strength: float
    reason: str
    kind: str
    by_rule: float | None = None
    likely: float | None = None


@dataclass(frozen=True, slots=True)
class Probe:
    """An evidence rule with its groups. topic None: no topic is asked."""

    rule: EvidenceRule
    aspect: Aspect
    topic: Topic | None
    home: Topic
    groups: tuple[Group, ...]
    without: Group
    columns: Group
    units: Group
    role: Group
    party: Group
    about: Group
    lexicon: Lexicon
    called: Group
    within: frozenset[int] | None = None
    """Numbers of the units that are about the topic whatever words stand there, None when the words tell."""

    def looking(self, within: frozenset[int]) -> "Probe":
        """The same, for which these units are about the topic. Written out: `replace` takes three times as long."""
        return Probe(
            self.rule, self.aspect, self.topic, self.home, self.groups, self.without, self.columns, self.units,
            self.role, self.party, self.about, self.lexicon, self.called, within,
        )  # fmt: skip

    def is_hollow(self, unit: Unit) -> bool:
        """Whether the unit says nothing that counts for this aspect."""
        return is_hollow(unit, self.aspect, self.called)

    def candidates(self, text: AnalysedText) -> list[Unit]:
        """Units about the topic that hold all that the rule asks and are not hollow."""
        hollow = hollow_numbers(text, self.aspect, self.called)
        return [unit for unit in self.matching(text) if unit.number not in hollow]

    def seeming(self, text: AnalysedText) -> list[Unit]:
        """Units that would be candidates if they were not hollow."""
        hollow = hollow_numbers(text, self.aspect, self.called)
        return [unit for unit in self.matching(text) if unit.number in hollow]

    def matching(self, text: AnalysedText) -> list[Unit]:
        """Units about the topic that hold all that the rule asks, hollow or not, in reading order."""
        if self.within is not None:
            return self._match(text)
        known = _MATCHING.of(text)
        found = known.get(id(self))
        if found is None:
            found = known[id(self)] = self._match(text)
        return found

    def _match(self, text: AnalysedText) -> list[Unit]:
        numbers = self.fitting(text)
        if not numbers:
            return []
        on_topic = self.on_topic(text)
        if on_topic is not None:
            numbers &= on_topic
        units = text.numbered(numbers)
        return [unit for unit in units if self.has_substance(unit)] if self.rule.substance else units

    def on_topic(self, text: AnalysedText) -> frozenset[int] | None:
        """Numbers of the units about the topic of the rule, None when no topic is asked."""
        if self.within is not None:
            return self.within
        if self.topic is None:
            return None
        known = _ON_TOPIC.of(text)
        found = known.get(id(self.topic))
        if found is None:
            found = known[id(self.topic)] = self.topic.units(text)
        return found

    def with_words(self, units: Iterable[Unit], text: AnalysedText) -> list[Unit]:
        """The units in which every group of `samen` occurs and none of `zonder`.

        The first group must stand in the unit itself, the others there or around it.
        """
        fitting = self.fitting(text)
        return [unit for unit in units if unit.number in fitting]

    def fitting(self, text: AnalysedText) -> frozenset[int]:
        """The numbers of all units with those words; worked out once per text and rule, which outlives its probes."""
        known = _FITTING.of(text)
        found = known.get(id(self.rule))
        if found is None:
            found = known[id(self.rule)] = self._find_fitting(text)
        return found

    def _find_fitting(self, text: AnalysedText) -> frozenset[int]:
        index = text.index
        found = index.holding(self.groups[0]) if self.groups else text.numbers
        for group in self.groups[1:]:
            if not found:
                return found
            found &= index.holding(group) if self.rule.same_sentence else index.around(group)
        if self.without:
            found -= index.naming(self.without)
        return found & self.home.home_numbers(text) if self.rule.home_only else found

    def asking(self, text: AnalysedText) -> frozenset[int]:
        """The numbers of the units that hold all words by which the rule knows its answer; without any, its topic."""
        groups = self.groups or tuple(filter(None, (self.about or self.columns,)))
        if not groups and self.topic:
            groups = self.topic.subjects
        return frozenset.intersection(*map(text.index.holding, groups)) if groups else frozenset()

    def has_substance(self, unit: Unit) -> bool:
        """Whether the unit holds one of the kinds of hard content that the rule asks."""
        return not self.rule.substance or any(self.holds(kind, unit) for kind in self.rule.substance)

    def holds(self, kind: str, unit: Unit) -> bool:
        """Whether the unit holds this kind of hard content."""
        if kind in _HARD:
            return bool(_HARD[kind](unit))
        if kind == "naam":
            return bool(unit.telling_names)
        if kind == "rol":
            return self.role.hits(unit.terms) or self.party.hits(unit.terms)
        if kind == "reden":
            return unit.gives_reason
        return unit.makes_choice

    def strength(self, unit: Unit, text: AnalysedText) -> float:
        """How well a unit answers: by its place, by naming the subject itself, by its hard content."""
        value = 0.5
        if self.home.is_home(unit.section):
            value += 0.2
        if unit.number in self.home.named_numbers(text):
            value += 0.1
        if unit.is_hard:
            value += 0.15
        elif self._short_answer(unit):
            pass
        elif unit.specific < _LEAST_SPECIFIC or _is_vague(unit):
            value -= 0.35
        return max(0.0, min(1.0, value))

    def _short_answer(self, unit: Unit) -> bool:
        """Whether a few words are a full answer here: any, or a short "that is not needed"."""
        if self.aspect.short_counts:
            return True
        return self.aspect.denial_counts and bool(hollow.DENIAL in unit.hollow or _NOT.search(unit.text))


def is_hollow(unit: Unit, aspect: Aspect, called: Group) -> bool:
    """Whether the unit shows a kind of hollow text that is no answer for this aspect.

    called: what its answer is called.
    """
    return bool(hollow_for(unit, aspect, called))


def hollow_for(unit: Unit, aspect: Aspect, called: Group) -> frozenset[str]:
    """The kinds of hollow text by which the unit is no answer for this aspect: also the wrong time, and whose money.

    called: what the answer is called. A unit that puts that off is none, also where an announcement counts.
    """
    kinds = _hollow_for(unit, aspect)
    if unit.put_off and called and not unit.amounts and any_hits(called, unit.put_off):
        kinds |= {hollow.DEFERRED}
    return kinds


def _hollow_for(unit: Unit, aspect: Aspect) -> frozenset[str]:
    if aspect.time and unit.tense and unit.tense != aspect.time:
        return unit.hollow | unit.beside | {hollow.TENSES[unit.tense]}
    kinds = unit.hollow | unit.beside
    if aspect.scale and unit.scale and unit.scale != aspect.scale:
        kinds |= {hollow.SCALES[unit.scale]}
    if aspect.announced_counts:
        kinds -= _PROMISES
    if aspect.denial_counts:
        kinds -= _DENIALS | _UNDECIDED if aspect.announced_counts else _DENIALS
    if aspect.reference_counts:
        kinds -= _REFERENCES
    if aspect.question_counts:
        kinds -= _QUESTIONS
    return kinds


def hollow_numbers(text: AnalysedText, aspect: Aspect, called: Group) -> frozenset[int]:
    """The numbers of all units that are hollow for an aspect; worked out once for aspects to which the same counts."""
    sort = (
        aspect.time, aspect.scale, called,
        aspect.announced_counts, aspect.denial_counts, aspect.reference_counts, aspect.question_counts,
    )  # fmt: skip
    known = _NO_ANSWER.of(text)
    found = known.get(sort)
    if found is None:
        maybe = text.hollow_numbers | text.numbers_in_a_tense if aspect.time else text.hollow_numbers
        maybe = maybe | text.numbers_of_a_scale if aspect.scale else maybe
        maybe = maybe | text.numbers_that_put_off if called else maybe
        found = frozenset(number for number in maybe if is_hollow(text.units[number], aspect, called))
        known[sort] = found
    return found


def can_answer(unit: Unit, aspect: Aspect) -> bool:
    """Whether the unit names what an answer must name: a day where the question is when."""
    return not aspect.answer or any(_HARD[kind](unit) for kind in aspect.answer)


def says_something(unit: Unit) -> bool:
    """Whether the unit holds hard content, or enough words that would not fit just any plan. A row alone is nothing."""
    return unit.has_hard_content or (unit.specific >= _LEAST_SPECIFIC and not _is_vague(unit))


def _is_vague(unit: Unit) -> bool:
    """Whether the few words of a unit that would not fit just any plan stand in a phrase that fixes nothing."""
    return unit.specific < _QUITE_SPECIFIC and _VAGUE.search(unit.text) is not None


def compile_probe(rule: EvidenceRule, aspect: Aspect, home: Topic, lexicon: Lexicon) -> Probe:
    """Compile one evidence rule of an aspect."""
    return Probe(
        rule=rule,
        aspect=aspect,
        topic=about(rule.about, home, lexicon),
        home=home,
        groups=tuple(lexicon.without(lexicon.group(group), home.excluded) for group in rule.together),
        without=lexicon.group(rule.without),
        columns=lexicon.group(rule.columns),
        units=lexicon.group(rule.units),
        role=lexicon.role,
        party=lexicon.party,
        about=lexicon.group(term for term in rule.about if term != ANYWHERE),
        lexicon=lexicon,
        called=lexicon.group(aspect.called),
    )
