"""What is looked for, with all terms looked up, and what is found of one aspect wherever it stands in a text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plancheck.detect.evidence.absent import without_what_is_denied
from plancheck.detect.evidence.columns import Columns, columns_of
from plancheck.detect.evidence.kinds import KINDS, Hit, Probe
from plancheck.detect.evidence.kinds.probe import compile_probe
from plancheck.detect.evidence.learned import LearnedAspect, LearnedModel
from plancheck.detect.evidence.topic import Topic, compile_topic
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import NO_TERMS, Group, Lexicon
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.unit import Unit
from plancheck.model.requirement import Aspect, Requirement

ENOUGH = 0.5
"""An aspect is filled in when its best evidence is at least this strong."""


_BY_PLACE = frozenset(("bijlage", "label"))
"""Kinds of evidence that are known by where they stand: no words tell what would have been it."""


@dataclass(frozen=True, slots=True)
class CompiledAspect:
    """An aspect with its evidence rules ready for use. called: what its answer is called."""

    aspect: Aspect
    probes: tuple[Probe, ...]
    learned: LearnedAspect | None = None
    columns: Columns | None = None
    called: Group = NO_TERMS


@dataclass(frozen=True, slots=True)
class CompiledRequirement:
    """A requirement with everything about it looked up in the lexicon."""

    requirement: Requirement
    topic: Topic
    aspects: tuple[CompiledAspect, ...]


@dataclass(frozen=True, slots=True)
class AspectResult:
    """What was found for one aspect, strongest first."""

    aspect: Aspect
    hits: tuple[Hit, ...]

    @property
    def strength(self) -> float:
        """The strength of the best evidence, 0 when there is none."""
        return self.hits[0].strength if self.hits else 0.0

    @property
    def filled(self) -> bool:
        """Whether the aspect is filled in."""
        return self.strength >= ENOUGH


def compile_requirement(
    requirement: Requirement, lexicon: Lexicon, *, model: LearnedModel | None = None, use_headings: bool = True
) -> CompiledRequirement:
    """Look up all terms of a requirement. Must be done before the text is analysed.

    model: what was learned, if any. use_headings: False makes every heading say nothing, to measure.
    """
    topic = compile_topic(requirement.recognition, lexicon)
    if not use_headings:
        topic = replace(topic, headings=NO_TERMS)
    columns = columns_of(requirement, lexicon)
    aspects = tuple(
        CompiledAspect(
            aspect,
            tuple(compile_probe(rule, aspect, topic, lexicon) for rule in aspect.evidence),
            model.aspect(aspect, topic, lexicon, requirement.theme) if model else None,
            columns.get(aspect.id),
            lexicon.group(aspect.called),
        )
        for aspect in requirement.aspects
    )
    return CompiledRequirement(requirement, topic, aspects)


_PROBED: Memo[int, list[Hit]] = Memo()
"""What one rule finds, by the id of its probe."""
_RULED: Memo[int, list[Hit]] = Memo()
"""What the rules find for an aspect, by its id."""
_ASKING: Memo[int, frozenset[int]] = Memo()
"""The units that hold the words of an aspect, by its id."""
_LOOKED: Memo[int, AspectResult] = Memo()
"""What was found for an aspect, by its id."""


def look_for(compiled: CompiledAspect, text: AnalysedText) -> AspectResult:
    """All evidence for one aspect; worked out once per text."""
    key = id(compiled)
    looked = _LOOKED.of(text)
    if key not in looked:
        looked[key] = _weighed(compiled, _by_rule(compiled, text), text)
    return looked[key]


def seeming(compiled: CompiledAspect, text: AnalysedText) -> list[Unit]:
    """The hollow units that would have been evidence for one aspect, in reading order."""
    found = {
        unit.number: unit
        for probe in compiled.probes
        if probe.rule.kind not in _BY_PLACE
        for unit in probe.seeming(text)
    }
    return [found[number] for number in sorted(found)]


def asking(compiled: CompiledAspect, text: AnalysedText) -> frozenset[int]:
    """The numbers of the units that hold by themselves all words of a rule for one aspect; worked out once per text."""
    known = _ASKING.of(text)
    key = id(compiled)
    if key not in known:
        known[key] = frozenset().union(*(probe.asking(text) for probe in compiled.probes))
    return known[key]


def is_found_by_rules(compiled: CompiledAspect, text: AnalysedText) -> bool:
    """Whether the rules alone find enough for one aspect, whatever the learned model makes of it.

    Stops at the first rule that does: this is asked of many aspects that are not judged.
    """
    ruled = _RULED.of(text).get(id(compiled))
    return any(hit.strength >= ENOUGH for hit in (_hits(compiled, text) if ruled is None else ruled))


def look_within(compiled: CompiledAspect, text: AnalysedText, within: frozenset[int]) -> AspectResult:
    """All evidence for one aspect, where some units need not name the subject; a rule with a topic of its own keeps it.

    within: the numbers of those units. Where rules find no more by it than before, nothing else does either.
    """
    probes = (probe if probe.rule.about else probe.looking(within) for probe in compiled.probes)
    there = replace(compiled, probes=tuple(probes))
    found = _find(there, text)
    return look_for(compiled, text) if found == _by_rule(compiled, text) else _weighed(there, found, text)


def _by_rule(compiled: CompiledAspect, text: AnalysedText) -> list[Hit]:
    """What the rules find for one aspect; worked out once per text."""
    key = id(compiled)
    ruled = _RULED.of(text)
    if key not in ruled:
        ruled[key] = _find(compiled, text)
    return ruled[key]


def _find(compiled: CompiledAspect, text: AnalysedText) -> list[Hit]:
    return list(_hits(compiled, text))


def _hits(compiled: CompiledAspect, text: AnalysedText) -> Iterator[Hit]:
    for probe in compiled.probes:
        yield from _of_probe(probe, text)


def _of_probe(probe: Probe, text: AnalysedText) -> list[Hit]:
    """What one rule finds; worked out once per text for a rule as it is written."""
    if probe.within is not None:
        return KINDS[probe.rule.kind](probe, text)
    probed = _PROBED.of(text)
    found = probed.get(id(probe))
    if found is None:
        found = probed[id(probe)] = KINDS[probe.rule.kind](probe, text)
    return found


def _weighed(compiled: CompiledAspect, found: list[Hit], text: AnalysedText) -> AspectResult:
    hits = list(found) if compiled.learned is None else compiled.learned.weigh(found, text)
    hits = compiled.columns.keep(hits, text) if compiled.columns else hits
    hits = without_what_is_denied(hits, compiled.called, text)
    hits.sort(key=lambda hit: (-hit.strength, hit.units[0].number))
    return AspectResult(compiled.aspect, tuple(hits))
