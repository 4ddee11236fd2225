"""What a page shows of a finding: every quote once, however many aspects rest on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from plancheck.model.finding import Evidence, Finding
from plancheck.model.requirement import Aspect
from plancheck.reports import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAspect:
    """An aspect with the quotes that were not shown before it, best first.

    repeated: the best of its quotes when all of them were shown before; None otherwise.
    """

    aspect: Aspect
    state: Literal["mist", "onzeker", "er"]
    quotes: tuple[Evidence, ...] = ()
    repeated: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """The aspects of a finding in the order of the rule, then quotes on all of it, then what does not count."""

    aspects: tuple[ShownAspect, ...]
    quotes: tuple[Evidence, ...]
    hollow: tuple[Evidence, ...]


def shown_of(finding: Finding) -> ShownFinding:
    """What to show of a finding. Aspects without evidence that are not said to be missing are left out."""
    seen: list[str] = []
    missing = wording.missing_aspects(finding)
    aspects: list[ShownAspect] = []
    for aspect in finding.requirement.aspects:
        found = [evidence for evidence in finding.evidence if evidence.aspect == aspect.id]
        if aspect in missing:
            aspects.append(ShownAspect(aspect=aspect, state="mist"))
        elif found:
            fresh = _fresh(found, seen)
            aspects.append(
                ShownAspect(
                    aspect=aspect,
                    state="onzeker" if aspect.id == finding.doubted_aspect else "er",
                    quotes=fresh,
                    repeated=None if fresh else found[0],
                )
            )
    loose = _fresh((evidence for evidence in finding.evidence if not evidence.aspect), seen)
    hollow = wording.hollow_texts(finding)
    headings = tuple(evidence for evidence in hollow if evidence.kind == "kop")
    texts = _fresh((evidence for evidence in hollow if evidence.kind != "kop"), seen)
    return ShownFinding(aspects=tuple(aspects), quotes=loose, hollow=(*headings, *texts))


def _fresh(found: Iterable[Evidence], seen: list[str]) -> tuple[Evidence, ...]:
    """The evidence of which the quote is not part of one that was seen, nor one of these and little more.

    `seen` grows with them. What says more than a quote of another aspect is shown: there the rest may be what counts.
    """
    fresh: list[Evidence] = []
    own: list[str] = []
    for evidence in found:
        text = wording.quote_text(evidence.quote).strip(" .,;:…|/")
        if any(text in other for other in seen) or any(each in text and 2 * len(each) >= len(text) for each in own):
            continue
        own.append(text)
        seen.append(text)
        fresh.append(evidence)
    return tuple(fresh)
