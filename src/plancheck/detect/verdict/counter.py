"""Text that seems to answer what is missing and does not: which of it is worth showing beside a gap.

Under the right heading, or with a word of the subject in it, stands much that is about another aspect. Only what is
about the missing aspect itself explains why it does not count.
"""

from collections.abc import Iterable

from plancheck.detect.evidence.kinds.probe import hollow_for, hollow_numbers
from plancheck.detect.evidence.search import ENOUGH, AspectResult, CompiledAspect, CompiledRequirement, asking, seeming
from plancheck.detect.marks import hollow
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.quotes import evidence_of, in_context
from plancheck.detect.text.unit import Unit
from plancheck.model.finding import Evidence

QUOTES = 3
_ABOUT = -6.9
"""From this score on a text is about an aspect. Set on the labelled lines of fifty plans: of what was shown before, one
in five was about the aspect; of what is shown now two in three, and most of the others are about a sister of it. A line
whose words speak for another facet by four log odds or more was never about the aspect (51 lines)."""
_MENTIONED = -9.5
"""From this score on what only mentions the subject is worth showing: it holds a word of it, learned or asked for."""
_HOME, _WORDS, _TOPIC, _SEEMS, _SAYS_SO = 2.0, 1.5, 0.5, 0.5, 1.0
_QUESTION, _OTHER_TIME, _WIDE = 3.0, 3.0, 2.0
_NO_MODEL, _NOT_LEARNED = -8.0, -10.5
"""What stands for the learned score where there is none: with no model at all, and for an aspect it does not know."""
_LEAST = -11.0
"""So far the learned score can fall: "nog niet bekend" speaks against every facet, whatever it is said of."""
_TIMES = frozenset(hollow.TENSES.values())
_WIDER = frozenset((hollow.WHOLE, hollow.NATION, hollow.ELSEWHERE))
_FLAT = frozenset((hollow.PROMISE, hollow.DEFERRED, hollow.DENIAL, hollow.PLACEHOLDER))


def counter_evidence(
    compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...], belongs: int | None
) -> tuple[Evidence, ...]:
    """Hollow text about what is missing, nearest first; without any, bare headings of the subject.

    belongs: number of the section where what is missing belongs, None where there is none.
    """
    nearest: dict[int, tuple[float, Unit, CompiledAspect]] = {}
    topic = compiled.topic
    homes = {section.number for section in topic.home_sections(text) if topic.is_own_home(section)}
    around = topic.named_numbers(text) | topic.home_numbers(text)
    if belongs is not None:
        around |= frozenset(text.index.in_sections((belongs,)))
    for aspect, result in zip(compiled.aspects, results, strict=True):
        if result.filled:
            continue
        seems = {unit.number for unit in seeming(aspect, text)}
        for unit in text.numbered(hollow_numbers(text, aspect.aspect, aspect.called) & (around | seems)):
            score = about(aspect, compiled, unit, text) + _SEEMS * (unit.number in seems)
            if unit.section.number in homes:
                score += _HOME + _SAYS_SO * bool(hollow_for(unit, aspect.aspect, aspect.called) & _FLAT)
            elif unit.section.number == belongs:
                score += _HOME
            if score > _ABOUT and (unit.number not in nearest or score > nearest[unit.number][0]):
                nearest[unit.number] = (score, unit, aspect)
    order = sorted(nearest.values(), key=lambda each: (-each[0], each[1].number))
    shown = _each_once(counter(unit, aspect, text) for _, unit, aspect in order[:QUOTES])
    return shown or _bare_headings(compiled, text, results, belongs)


def counter(unit: Unit, aspect: CompiledAspect, text: AnalysedText, kind: str = "") -> Evidence:
    """A unit as counter-evidence for an aspect. kind: why it does not count, where that is not how hollow it is."""
    kind = kind or min(hollow_for(unit, aspect.aspect, aspect.called), key=list(hollow.REASONS).index)
    shown = in_context(unit, text=text, blanks=kind == hollow.PLACEHOLDER)
    return evidence_of(unit, kind=kind, strength=0.7, reason=hollow.REASONS[kind], aspect=aspect.aspect.id, text=shown)


def about(aspect: CompiledAspect, compiled: CompiledRequirement, unit: Unit, text: AnalysedText) -> float:
    """How much a hollow unit is about an aspect: by its words, learned and asked for, and its kind."""
    kinds = hollow_for(unit, aspect.aspect, aspect.called)
    names_it = unit.number in asking(aspect, text)
    score = _learned(aspect, unit, text)
    score += _WORDS * names_it
    score += _TOPIC * (bool(compiled.topic.subjects) and compiled.topic.in_unit(unit))
    if hollow.QUESTION in kinds:
        score -= _QUESTION
    if kinds and kinds <= _TIMES:
        score -= _OTHER_TIME
    if kinds & _WIDER and not names_it:
        score -= _WIDE
    return score


def mention(
    compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]
) -> tuple[Evidence, ...]:
    """Of what mentions the subject only in passing that which is most about it; nothing when it says none of it."""
    found = [
        (about(aspect, compiled, unit, text), hit.strength, -unit.number, aspect)
        for aspect, result in zip(compiled.aspects, results, strict=True)
        for hit in result.hits
        if hit.strength >= ENOUGH
        for unit in hit.units
    ]
    score, _, number, aspect = max(found, key=lambda each: each[:3])
    return (counter(text.units[-number], aspect, text, hollow.PASSING),) if score > _MENTIONED else ()


def _each_once(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without what a quote before it already holds."""
    kept: list[Evidence] = []
    for evidence in found:
        if not any(evidence.quote in other.quote or other.quote in evidence.quote for other in kept):
            kept.append(evidence)
    return tuple(kept)


def _learned(aspect: CompiledAspect, unit: Unit, text: AnalysedText) -> float:
    """What the words speak for the aspect, less by how much they speak more for another facet."""
    facets = text.by_words(unit)
    if facets is None:
        return _NO_MODEL
    if aspect.learned is None:
        return _NOT_LEARNED
    own = float(aspect.learned.likely(facets))
    return max(_LEAST, own - (float(facets.max()) - own))


def _bare_headings(
    compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...], belongs: int | None
) -> tuple[Evidence, ...]:
    """Headings of the subject under which nothing counts, that where it belongs first.

    The first heading of a document with more of them is its title, or the like: of that nobody expects an answer.
    """
    hits = [hit for result in results for hit in result.hits if hit.strength >= ENOUGH]
    answered = {heading for hit in hits for unit in hit.units for heading in unit.section.headings}
    reason = "onder deze kop staat niets dat hier nodig is"
    found, opened = [], set()
    for unit in text.headings:
        opens = unit.section.document not in opened and len(text.headings) > 1
        opened.add(unit.section.document)
        named = compiled.topic.headings.hits(unit.terms) and unit.section.heading == unit.text
        if named and unit.text not in answered and (not opens or unit.section.number == belongs):
            found.append(unit)
    found.sort(key=lambda unit: unit.section.number != belongs)
    return tuple(evidence_of(unit, kind="kop", strength=0.6, reason=reason, text=unit.text) for unit in found[:QUOTES])
