"""Where in the document what is missing belongs: the heading whose own text is nearest, else after which one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plancheck.detect.evidence.learned import log_odds
from plancheck.detect.evidence.search import ENOUGH, AspectResult, CompiledRequirement
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.unit import Section
from plancheck.model.finding import Finding

_FITS = 4.0
"""A section of this score is the place. Against the places that the writers of eighty plans gave for 301 gaps, 262 of
those chosen are right, where the first heading of the subject was 193 times."""
_NEAR = 1.5
"""After a section of this score a new one is not out of place."""
_HEADED, _UNDER, _EVIDENCE, _NAMED, _LEARNED, _HEADING = 4.0, 1.0, 2.0, 0.5, 0.5, 0.5
_NAMED_ALONE = 2.0
"""What a sentence that names the subject is worth where nothing was learned of it: two make a place."""
_OTHERS, _OPENING, _BARE = 2.0, 2.0, 1.0
_MOST_NAMED = 3
_BEST = 2
_TITLE = 1
_FLOOR = 7.0
"""So far below even odds lies what the model holds for impossible."""


class _Places(NamedTuple):
    """The sections under which something can stand, and which of them has which number."""

    sections: list[Section]
    at: dict[int, int]


class _Nearness(NamedTuple):
    """What the learned model says of each of those sections. alone: the score of one to which nothing else points."""

    scores: list[float]
    alone: list[float]
    says_something: bool


_PLACES: Memo[str, _Places] = Memo()
"""The places of a text, under one key."""
_NEARNESS: Memo[tuple[int, ...], _Nearness] = Memo()
"""What the learned model says of each section with a heading, by columns of facets; () for nothing."""


class Where(NamedTuple):
    """place: the heading under which it belongs; after: else the one after which to make a new one; "" for none.

    section: number of the section of either, None for none.
    """

    place: str = ""
    after: str = ""
    section: int | None = None


def where(
    compiled: CompiledRequirement, text: AnalysedText, results: Sequence[AspectResult], others: frozenset[int]
) -> Where:
    """Where a requirement belongs: by headings that name it, evidence that stands there, and what the text is about.

    others: numbers of the sections whose own heading names another requirement of the same document.
    """
    places = _places(text)
    if not places.sections:
        return Where()
    found = _evidence(results)
    scores = _scores(compiled, text, places, found, others)
    score = max(scores)
    chosen = places.sections[scores.index(score)]
    if score >= _FITS or chosen.number in found:
        return Where(place=chosen.heading, section=chosen.number)
    if score >= _NEAR and chosen.number > _TITLE:
        return Where(after=chosen.heading, section=chosen.number)
    return Where()


def after_the_plan(findings: Iterable[Finding], text: AnalysedText) -> list[Finding]:
    """The findings, where what fits nowhere comes after the last section that is the place of a part that is there."""
    known = list(findings)
    headings = {finding.place for finding in known if finding.evidence and finding.place}
    parts = [section.heading for section in text.sections if section.heading in headings and not section.is_annex]
    return [each if each.place or each.after or not parts else replace(each, after=parts[-1]) for each in known]


def _evidence(results: Sequence[AspectResult]) -> dict[int, float]:
    """Number of a section -> the strength of the evidence in it, the best of each aspect added up."""
    found: dict[int, float] = {}
    for result in results:
        best: dict[int, float] = {}
        for hit in result.hits:
            if hit.strength >= ENOUGH:
                for unit in hit.units:
                    best[unit.section.number] = max(hit.strength, best.get(unit.section.number, 0.0))
        for number, strength in best.items():
            found[number] = found.get(number, 0.0) + strength
    return found


def _scores(
    compiled: CompiledRequirement,
    text: AnalysedText,
    places: _Places,
    found: dict[int, float],
    others: frozenset[int],
) -> list[float]:
    """How well the requirement fits each section: mostly as any does of which as much was learned."""
    topic = compiled.topic
    named: dict[int, int] = {}
    for unit in topic.named_in(text) if topic.subjects else ():
        named[unit.section.number] = named.get(unit.section.number, 0) + 1
    nearness = _learned(compiled, text)
    headed = frozenset(text.index.headed(topic.headings))
    homes = frozenset(section.number for section in topic.home_sections(text))
    worth = _NAMED if nearness.says_something else _NAMED_ALONE
    scores = nearness.alone.copy()
    for number in homes.union(named, found, others) & places.at.keys():
        place = places.at[number]
        section, score = places.sections[place], nearness.scores[place]
        score += (
            _HEADED
            if number in headed and topic.is_own_home(section)
            else _UNDER * (number in homes) - _OTHERS * (number in others)
        )
        score += _EVIDENCE * found.get(number, 0.0)
        score += worth * min(named.get(number, 0), _MOST_NAMED)
        score -= _OPENING * (number <= _TITLE)
        scores[place] = score - _BARE * (not text.in_section(section))
    return scores


def _places(text: AnalysedText) -> _Places:
    known = _PLACES.of(text)
    if "" not in known:
        sections = [section for section in text.sections if section.heading and not section.lists_sources]
        known[""] = _Places(sections, {section.number: place for place, section in enumerate(sections)})
    return known[""]


def _learned(compiled: CompiledRequirement, text: AnalysedText) -> _Nearness:
    """What the learned model says of each section: of its two best units and of its heading."""
    likely = text.judged_by
    aspects = [aspect.learned for aspect in compiled.aspects if aspect.learned is not None]
    says = likely is not None and len(likely) > 0
    columns = tuple(sorted({column for aspect in aspects for column in aspect.columns})) if says else ()
    known = _NEARNESS.of(text)
    if columns not in known:
        sections = _places(text).sections
        scores = _nearness(list(columns), likely, text, sections) if likely is not None and columns else None
        known[columns] = _kept(scores or [0.0] * len(sections), text, sections)
    return known[columns]


def _kept(scores: list[float], text: AnalysedText, sections: Sequence[Section]) -> _Nearness:
    alone = [
        score - _OPENING * (section.number <= _TITLE) - _BARE * (not text.in_section(section))
        for section, score in zip(sections, scores, strict=True)
    ]
    return _Nearness(scores, alone, any(scores))


def _nearness(
    columns: list[int], likely: NDArray[np.float32], text: AnalysedText, sections: Sequence[Section]
) -> list[float]:
    """The same for some facets, whatever asks for them."""
    chances = likely[:, columns].max(axis=1).tolist()
    headings = np.stack([text.by_heading(section.heading) for section in sections])[:, columns].max(axis=1).tolist()
    scores = []
    for section, heading in zip(sections, headings, strict=True):
        best = sorted([chances[unit.number] for unit in text.in_section(section)], reverse=True)[:_BEST]
        score = _LEARNED * (sum(map(log_odds, best)) / len(best) + _FLOOR) if best else 0.0
        scores.append(score + _HEADING * heading)
    return scores
