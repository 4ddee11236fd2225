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
_NEARNESS: Memo[tuple[int, ...], list[float]] = Memo()
"""What the learned model says of each section with a heading, by columns of facets."""


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
    sections = [section for section in text.sections if section.heading and not section.lists_sources]
    if not sections:
        return Where()
    found = _evidence(results)
    scores = _scores(compiled, text, sections, found, others)
    best = max(range(len(sections)), key=lambda place: (scores[place], -place))
    chosen, score = sections[best], scores[best]
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
    sections: Sequence[Section],
    found: dict[int, float],
    others: frozenset[int],
) -> list[float]:
    topic = compiled.topic
    named: dict[int, int] = {}
    for unit in topic.named_in(text) if topic.subjects else ():
        named[unit.section.number] = named.get(unit.section.number, 0) + 1
    learned = _learned(compiled, text, sections)
    headed = frozenset(text.index.headed(topic.headings))
    homes = frozenset(section.number for section in topic.home_sections(text))
    worth = _NAMED if any(learned) else _NAMED_ALONE
    scores = []
    for section, score in zip(sections, learned, strict=True):
        number = section.number
        if number not in homes and number not in named and number not in found and number not in others:
            score -= _OPENING * (number <= _TITLE)  # what follows would only add nothing
            scores.append(score - _BARE * (not text.in_section(section)))
            continue
        score += (
            _HEADED
            if section.number in headed and topic.is_own_home(section)
            else _UNDER * (section.number in homes) - _OTHERS * (section.number in others)
        )
        score += _EVIDENCE * found.get(section.number, 0.0)
        score += worth * min(named.get(section.number, 0), _MOST_NAMED)
        score -= _OPENING * (section.number <= _TITLE)
        scores.append(score - _BARE * (not text.in_section(section)))
    return scores


def _learned(compiled: CompiledRequirement, text: AnalysedText, sections: Sequence[Section]) -> list[float]:
    """What the learned model says of each section: of its two best units and of its heading."""
    likely = text.judged_by
    aspects = [aspect.learned for aspect in compiled.aspects if aspect.learned is not None]
    if likely is None or not len(likely) or not aspects:
        return [0.0] * len(sections)
    columns = tuple(sorted({column for aspect in aspects for column in aspect.columns}))
    nearness = _NEARNESS.of(text)
    if columns not in nearness:
        nearness[columns] = _nearness(list(columns), likely, text, sections)
    return nearness[columns]


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
