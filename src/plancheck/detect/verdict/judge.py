"""The verdict on one requirement: evidence per aspect, counter-evidence, and what follows from them.

The rules are those of the catalogue that the package is built on: every aspect has evidence -> aanwezig; some ->
onvolledig; none -> ontbreekt, hollow when there is only text that says nothing.
"""

from dataclasses import dataclass, replace

from plancheck.detect.evidence.learned import chance_of
from plancheck.detect.evidence.place import find_all, why_in_passing
from plancheck.detect.evidence.search import ENOUGH, AspectResult, CompiledRequirement
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.verdict.counter import QUOTES, counter_evidence, mention
from plancheck.detect.verdict.odds import MEANT, is_overstated, odds_of
from plancheck.detect.verdict.shown import show, show_best
from plancheck.detect.verdict.where import where
from plancheck.model.finding import Evidence, Finding, Place, Verdict

UNSURE = 0.03
"""So near to the border, where that aspect decides, two of five verdicts on plans by writers it knew nothing of were
right: a person must look. Up to 0.1 it is fifteen of twenty-one: there the verdict stands, with its low confidence."""


def judge(compiled: CompiledRequirement, text: AnalysedText, *, others: frozenset[int] = frozenset()) -> Finding:
    """The finding on one requirement, from the text alone.

    others: numbers of the sections whose own heading names another requirement of the same document.
    """
    results = find_all(compiled, text, others)
    outcome = _outcome(compiled, text, results)
    doubt = _doubt(compiled, text, results) if outcome.verdict is Verdict.INCOMPLETE else None
    settled = [result for result in results if doubt is None or result is not doubt.result]
    filled = [result for result in settled if result in outcome.filled]
    belongs = where(compiled, text, results, others)
    against = (
        counter_evidence(compiled, text, results, belongs.section) if outcome.verdict is not Verdict.PRESENT else ()
    )
    if outcome.in_passing:
        against = (*mention(compiled, text, results), *against)[:QUOTES]
    verdict = outcome.verdict if doubt is None else Verdict.DOUBT
    pairs = [pair for pair in zip(compiled.aspects, results, strict=True) if pair[1] in filled]
    shown = tuple(evidence for pair in pairs for evidence in show(*pair, text))
    return Finding(
        requirement=compiled.requirement,
        verdict=verdict,
        confidence=confidence(results, verdict, text),
        evidence=shown if doubt is None else (_nearest(compiled, doubt.result, text), *shown),
        counter_evidence=against,
        missing_aspects=tuple(result.aspect.id for result in settled if result not in filled),
        doubted_aspect=doubt.result.aspect.id if doubt else "",
        question=doubt.question if doubt else "",
        hollow=verdict is Verdict.MISSING and bool(against),
        looked_in=looked_in(compiled, text),
        place=belongs.place,
        after=belongs.after,
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What follows from what was found. in_passing: the subject is only mentioned."""

    verdict: Verdict
    filled: tuple[AspectResult, ...]
    in_passing: bool


def _outcome(compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]) -> _Outcome:
    mentioned = bool(why_in_passing(compiled, text, results))
    filled = tuple(result for result in results if result.filled) if not mentioned else ()
    verdict = Verdict.MISSING if not filled else Verdict.INCOMPLETE if len(filled) < len(results) else Verdict.PRESENT
    return _Outcome(verdict, filled, mentioned)


@dataclass(frozen=True, slots=True)
class _Doubt:
    """An aspect of which a person must say whether the text answers it, and what follows from either answer."""

    result: AspectResult
    answered: Verdict
    unanswered: Verdict

    @property
    def question(self) -> str:
        """What to ask."""
        no = "ontbreekt het" if self.unanswered is Verdict.MISSING else f"is het {self.unanswered}"
        return (
            f"Geeft de tekst echt antwoord op deze vraag: {self.result.aspect.question} "
            f"Zo ja, dan is dit onderdeel {self.answered}; zo nee, dan {no}."
        )


def _doubt(compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]) -> _Doubt | None:
    """The aspect nearest to the border, where that decides the verdict on a plan; None where nothing is in doubt.

    A short text and a piece are judged without asking: there the rest of the document would have to be asked for.
    """
    if text.scorer is None or text.is_piece or not text.is_plan:
        return None
    near = [result for result in results if result.hits and abs(result.strength - ENOUGH) < UNSURE]
    for result in sorted(near, key=lambda each: abs(each.strength - ENOUGH)):
        first, *others = result.hits
        counted = replace(result, hits=(first._replace(strength=max(ENOUGH, first.strength)), *others))
        answered, unanswered = (
            _outcome(compiled, text, tuple(settled if each is result else each for each in results)).verdict
            for settled in (counted, replace(result, hits=()))
        )
        if answered is not unanswered:
            return _Doubt(result, answered, unanswered)
    return None


def _nearest(compiled: CompiledRequirement, result: AspectResult, text: AnalysedText) -> Evidence:
    aspect = next(each for each in compiled.aspects if each.aspect is result.aspect)
    return show_best(aspect, result.hits[0], text)


def confidence(results: tuple[AspectResult, ...], verdict: Verdict, text: AnalysedText) -> float:
    """The share of such verdicts in such a text that is right, 0-1.

    Set by the reliability tables in docs/oordelen.md: on plans by writers who knew no rule, and for any other text on
    retold pages of which readers said what stands in them as a whole.
    """
    if verdict is Verdict.DOUBT:
        return 0.5
    if text.is_plan:
        return round(_in_plan(results, verdict), 2)
    return round(_elsewhere(results, verdict) if is_overstated(text) else _elsewhere_by_rules(results, verdict), 2)


def _in_plan(results: tuple[AspectResult, ...], verdict: Verdict) -> float:
    """The same in a document of the package, by the aspect nearest to the border.

    What is called missing is right nine times in ten, but little more than half the time where something stands in
    passing.
    """
    if verdict is Verdict.MISSING:
        return 0.6 if _strongest(results) >= ENOUGH else 0.92
    if verdict is Verdict.PRESENT:
        return 0.7 + 0.55 * _from_border(results)
    return 0.44 + 0.9 * _from_border(results)


def _elsewhere(results: tuple[AspectResult, ...], verdict: Verdict) -> float:
    """The same in any other text: by the log odds of the strongest aspect, and where all are there by those of the
    weakest."""
    if verdict is Verdict.PRESENT:
        return chance_of(MEANT * odds_of(min(result.strength for result in results)) - 0.96)
    best = odds_of(_strongest(results))
    if verdict is Verdict.MISSING:
        return min(0.99, max(0.5, chance_of(0.89 - 0.152 * best)))
    return chance_of(MEANT * best - 1.18)


def _elsewhere_by_rules(results: tuple[AspectResult, ...], verdict: Verdict) -> float:
    """The same where nothing was learned, and the strength is that of the rules alone."""
    if verdict is Verdict.MISSING:
        return max(0.75, 0.96 - 0.3 * _strongest(results))
    if verdict is Verdict.PRESENT:
        return 0.34 + 0.48 * _from_border(results)
    return 0.09 + 0.92 * _from_border(results)


def _strongest(results: tuple[AspectResult, ...]) -> float:
    return max((result.strength for result in results), default=0.0)


def _from_border(results: tuple[AspectResult, ...]) -> float:
    """How far the aspect nearest to the border is from it, 0-0.5."""
    return min((abs(result.strength - ENOUGH) for result in results if result.hits), default=ENOUGH)


def looked_in(compiled: CompiledRequirement, text: AnalysedText) -> tuple[Place, ...]:
    """The sections whose heading names the subject."""
    found = compiled.topic.home_sections(text)
    return tuple(Place(heading=section.heading, page=section.page) for section in found[:5])
