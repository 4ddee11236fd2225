"""Facts about the plan on which rules depend: given by the user, read from the text, or unknown."""

from collections.abc import Mapping
from dataclasses import dataclass

from plancheck.detect.judge import AspectResult, look_for, show
from plancheck.detect.judge import CompiledAspect as _CompiledAspect
from plancheck.detect.kinds.probe import compile_probe
from plancheck.detect.lexicon import Group, Lexicon
from plancheck.detect.text import AnalysedText
from plancheck.detect.topic import Topic
from plancheck.model.finding import Fact
from plancheck.model.requirement import Aspect
from plancheck.rules.ruleset import FactRule

_QUOTES = 3
_CLEAR = 2.0
"""The value that is named most must be named this many times as often as the next."""


@dataclass(frozen=True, slots=True)
class CompiledFact:
    """A fact with the evidence for each of its values."""

    rule: FactRule
    values: tuple[tuple[str, _CompiledAspect], ...]


def compile_fact(rule: FactRule, lexicon: Lexicon) -> CompiledFact:
    """Look up the terms of a fact. Must be done before the text is analysed."""
    nowhere = Topic(headings=Group(frozenset()), subjects=(), excluded=Group(frozenset()))
    values = []
    for value, evidence in rule.values.items():
        aspect = Aspect(
            id=value, title=value, question=rule.question, evidence=evidence, announced_counts=True, denial_counts=True
        )
        probes = tuple(compile_probe(entry, aspect, nowhere, lexicon) for entry in evidence)
        values.append((value, _CompiledAspect(aspect, probes)))
    return CompiledFact(rule, tuple(values))


def find_fact(compiled: CompiledFact, text: AnalysedText, given: Mapping[str, str]) -> Fact:
    """The fact as the user gave it, else as the text says it clearly, else unknown with its question."""
    rule = compiled.rule
    if rule.name in given:
        return Fact(name=rule.name, value=given[rule.name], origin="gegeven", question=rule.question)
    results = {value: look_for(aspect, text) for value, aspect in compiled.values if aspect.probes}
    counts = {value: _weight(result) for value, result in results.items()}
    best = max(counts, key=lambda value: counts[value], default="")
    rest = max((counts[value] for value in counts if value != best), default=0)
    if not best or counts[best] == 0 or counts[best] < _CLEAR * rest:
        evidence = tuple(shown for result in results.values() for shown in show(result)[:1])
        return Fact(name=rule.name, value=None, origin="onbekend", question=rule.question, evidence=evidence)
    evidence = tuple(show(results[best])[:_QUOTES])
    return Fact(name=rule.name, value=best, origin="tekst", question=rule.question, evidence=evidence)


def _weight(result: AspectResult) -> int:
    """The number of different units that say it."""
    return len({unit.number for hit in result.hits for unit in hit.units})
