"""Which milestone document is this: from its title, its headings and what it is about."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from plancheck.detect.judge import CompiledRequirement
from plancheck.detect.lexicon import Group, Lexicon
from plancheck.detect.text import AnalysedText, Unit
from plancheck.model.finding import Evidence, Recognised
from plancheck.model.requirement import MilestoneId, RequirementId
from plancheck.rules.ruleset import KindRule

_TITLE_WEIGHT = 3.0
_PROPERTY_WEIGHT = 1.0
_FILE_WEIGHT = 0.7
_PHRASE_WEIGHT = 1.2
_CONTENT_WEIGHT = 3.0
_HEADING_WEIGHT = 1.2
_ENOUGH = 2.6
_MARGIN = 0.6
_FIRST_UNITS = 6
_FULL_CONTENT = 0.5


@dataclass(frozen=True, slots=True)
class CompiledKind:
    """A kind of document with its terms looked up."""

    kind: KindRule
    titles: Group
    title_excluded: Group
    phrases: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class KindScore:
    """What points to a kind. title: the unit that names it, None when none does."""

    kind: KindRule
    score: float
    content: float
    title: Unit | None


def compile_kind(kind: KindRule, lexicon: Lexicon) -> CompiledKind:
    """Look up the terms of a kind. Must be done before the text is analysed."""
    return CompiledKind(
        kind=kind,
        titles=lexicon.group(kind.titles),
        title_excluded=lexicon.group(kind.title_excluded),
        phrases=tuple(lexicon.group([phrase]) for phrase in kind.phrases),
    )


def recognise(
    text: AnalysedText,
    kinds: tuple[CompiledKind, ...],
    requirements: dict[RequirementId, CompiledRequirement],
    lexicon: Lexicon,
) -> Recognised:
    """The kind of the dossier's first document, with the runner-up when it is uncertain."""
    scores = sorted((score(kind, text, requirements, lexicon) for kind in kinds), key=lambda each: -each.score)
    best = scores[0]
    if best.score < _ENOUGH or best.kind.milestone is None:
        return _none(best, scores)
    rivals = [each for each in scores[1:] if each.score > best.score - _MARGIN and each.kind.milestone]
    contains = _contained(best, text, kinds)
    certainty = min(0.99, 0.5 + 0.12 * (best.score - (scores[1].score if len(scores) > 1 else 0.0)))
    return Recognised(
        milestone=best.kind.milestone,
        origin="herkend",
        confidence=round(max(0.5, certainty), 2),
        reason=_reason(best),
        alternatives=tuple(each.kind.milestone for each in rivals[:1] if each.kind.milestone),
        contains=contains,
        evidence=(_evidence(best.title),) if best.title else (),
    )


def score(
    compiled: CompiledKind,
    text: AnalysedText,
    requirements: dict[RequirementId, CompiledRequirement],
    lexicon: Lexicon,
) -> KindScore:
    """How much points to this kind."""
    title = next((unit for unit in _title_units(text) if _names(compiled, unit)), None)
    value = 0.0
    if title is not None:
        value += _TITLE_WEIGHT * (1.0 if title.kind == "kop" else 0.6)
    document = text.dossier.documents[0]
    for words, weight in ((document.properties.title, _PROPERTY_WEIGHT), (_stem(document.source.path), _FILE_WEIGHT)):
        terms = lexicon.terms_of(words)
        if compiled.titles.hits(terms) and not compiled.title_excluded.hits(terms):
            value += weight
    content = _content(compiled, text, requirements)
    if compiled.phrases:
        seen = sum(any(phrase.hits(unit.terms) for unit in text.units) for phrase in compiled.phrases)
        value += _PHRASE_WEIGHT * seen / len(compiled.phrases) * (1.0 if compiled.kind.milestone else 1.6)
    return KindScore(compiled.kind, value + _CONTENT_WEIGHT * content, content, title)


def _stem(path: str) -> str:
    return re.sub(r"[_.\-]+", " ", PurePosixPath(path).stem)


def _names(compiled: CompiledKind, unit: Unit) -> bool:
    return compiled.titles.hits(unit.terms) and not compiled.title_excluded.hits(unit.terms)


def _title_units(text: AnalysedText) -> list[Unit]:
    """The first heading and the short lines around it: where a document says what it is."""
    first_heading = [unit for unit in text.headings[:1] if unit.span.block <= 4]
    opening = [unit for unit in text.units[:_FIRST_UNITS] if unit.span.block <= 5 and unit.words <= 14]
    return first_heading + opening


def _content(
    compiled: CompiledKind, text: AnalysedText, requirements: dict[RequirementId, CompiledRequirement]
) -> float:
    """Share of the requirements of this kind that have a heading or a sentence of their own, 0-1."""
    own = [requirements[key] for key in compiled.kind.judged]
    if not own or not text.units:
        return 0.0
    found = 0.0
    for each in own:
        if any(each.topic.is_home(section) for section in text.sections):
            found += 1.0
        elif any(each.topic.in_unit(unit) for unit in text.units):
            found += 0.3
    return found / len(own)


def _contained(best: KindScore, text: AnalysedText, kinds: tuple[CompiledKind, ...]) -> tuple[MilestoneId, ...]:
    """Other milestone documents that stand inside this one under a heading of their own name."""
    judged = set(best.kind.judged)
    found = []
    for compiled in kinds:
        kind = compiled.kind
        if not kind.milestone or kind is best.kind or judged.issuperset(kind.judged):
            continue
        for unit in text.headings[1:]:
            if unit.section.is_annex and _names(compiled, unit) and _words_in(text, unit) > 120:
                found.append(kind.milestone)
                break
    return tuple(found)


def _words_in(text: AnalysedText, heading: Unit) -> int:
    return sum(unit.words for unit in text.units if heading.text in unit.section.headings)


def _evidence(unit: Unit) -> Evidence:
    return Evidence(
        aspect="",
        span=unit.span,
        quote=unit.text[:200],
        kind="titel",
        strength=0.9,
        reason="de titel noemt de soort",
        heading=unit.section.heading,
        page=unit.page,
    )


def _reason(best: KindScore) -> str:
    by = []
    if best.title is not None:
        by.append("de titel")
    if best.content >= _FULL_CONTENT:
        by.append("de hoofdstukken")
    return "herkend aan " + " en ".join(by) if by else "herkend aan de inhoud"


def _none(best: KindScore, scores: list[KindScore]) -> Recognised:
    if best.kind.milestone is None and best.score > 1.0:
        reason = f"dit lijkt {best.kind.name}, geen mijlpaaldocument"
    else:
        reason = "titel, koppen en inhoud wijzen op geen van de mijlpaaldocumenten"
    near = [each.kind.milestone for each in scores if each.kind.milestone]
    return Recognised(
        milestone=None,
        origin="geen",
        confidence=0.8,
        reason=reason,
        alternatives=tuple(near[:1]),
        evidence=(_evidence(best.title),) if best.title else (),
    )
