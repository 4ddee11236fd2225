"""The verdict on one requirement: evidence per aspect, counter-evidence, and what follows from them.

The rules are those of the catalogue that the package is built on: every aspect has evidence -> aanwezig; some ->
onvolledig; none -> ontbreekt, hollow when there is only text that says nothing.
"""

from dataclasses import dataclass, replace

from plancheck.detect import hollow
from plancheck.detect.kinds import Hit
from plancheck.detect.kinds.probe import hollow_for
from plancheck.detect.place import find_all, in_passing
from plancheck.detect.quotes import evidence_of, quote
from plancheck.detect.search import ENOUGH, AspectResult, CompiledRequirement, seeming
from plancheck.detect.text import AnalysedText, Section, Unit
from plancheck.model.finding import Evidence, Finding, Place, Verdict
from plancheck.model.requirement import Aspect

_QUOTES = 3
_NEARLY = 0.43
"""Evidence from this strength on is quoted beside what counts: it could count once the text around it changes."""
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
    counter = counter_evidence(compiled, text, results)
    if outcome.passing is not None:
        counter = (_counter(outcome.passing, None, hollow.PASSING), *counter)[:_QUOTES]
    verdict = outcome.verdict if doubt is None else Verdict.DOUBT
    shown = tuple(evidence for result in filled for evidence in show(result))
    return Finding(
        requirement=compiled.requirement,
        verdict=verdict,
        confidence=confidence(results, verdict, is_plan=text.is_plan),
        evidence=shown if doubt is None else (_best(doubt.result), *shown),
        counter_evidence=counter if verdict is not Verdict.PRESENT else (),
        missing_aspects=tuple(result.aspect.id for result in settled if result not in filled),
        doubted_aspect=doubt.result.aspect.id if doubt else "",
        question=doubt.question if doubt else "",
        hollow=verdict is Verdict.MISSING and bool(counter),
        looked_in=looked_in(compiled, text),
        place=best_place(compiled, text, counter),
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What follows from what was found. passing: the unit that only mentions the subject, if that is all there is."""

    verdict: Verdict
    filled: tuple[AspectResult, ...]
    passing: Unit | None


def _outcome(compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]) -> _Outcome:
    passing = in_passing(compiled, text, results)
    filled = tuple(result for result in results if result.filled) if passing is None else ()
    verdict = Verdict.MISSING if not filled else Verdict.INCOMPLETE if len(filled) < len(results) else Verdict.PRESENT
    return _Outcome(verdict, filled, passing)


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
        counted = replace(result, hits=(replace(first, strength=max(ENOUGH, first.strength)), *others))
        answered, unanswered = (
            _outcome(compiled, text, tuple(settled if each is result else each for each in results)).verdict
            for settled in (counted, replace(result, hits=()))
        )
        if answered is not unanswered:
            return _Doubt(result, answered, unanswered)
    return None


def _best(result: AspectResult) -> Evidence:
    hit = result.hits[0]
    return _quoted(result.aspect, hit, hit.units[0], quote(*hit.units[:3]))


def counter_evidence(
    compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]
) -> tuple[Evidence, ...]:
    """Hollow text: under the headings of the subject, about the subject, or where an aspect should be."""
    found: dict[int, tuple[Unit, Aspect | None]] = {}
    for aspect, result in zip(compiled.aspects, results, strict=True):
        if not result.filled:
            for unit in seeming(aspect, text):
                found.setdefault(unit.number, (unit, result.aspect))
    topic = compiled.topic
    for number in text.hollow_numbers & (topic.home_numbers(text) | topic.named_numbers(text)) - found.keys():
        found[number] = (text.units[number], None)
    order = sorted(found.values(), key=lambda pair: (not compiled.topic.is_home(pair[0].section), pair[0].number))
    shown = [_counter(unit, aspect) for unit, aspect in order[:_QUOTES]]
    if shown:
        return tuple(shown)
    hits = [hit for result in results for hit in result.hits if hit.strength >= ENOUGH]
    answered = {heading for hit in hits for unit in hit.units for heading in unit.section.headings}
    return _bare_headings(compiled, text, answered)


def _counter(unit: Unit, aspect: Aspect | None, kind: str = "") -> Evidence:
    kind = kind or min(hollow_for(unit, aspect) if aspect else unit.hollow, key=list(hollow.REASONS).index)
    about = aspect.id if aspect else ""
    return evidence_of(unit, kind=kind, strength=0.7, reason=hollow.REASONS[kind], aspect=about)


def _bare_headings(compiled: CompiledRequirement, text: AnalysedText, answered: set[str]) -> tuple[Evidence, ...]:
    """Headings of the subject under which nothing counts. answered: headings under which there is evidence."""
    reason = "onder deze kop staat niets dat hier nodig is"
    found = []
    for unit in text.headings:
        named = compiled.topic.headings.hits(unit.terms) and unit.section.heading == unit.text
        if named and unit.text not in answered:
            found.append(evidence_of(unit, kind="kop", strength=0.6, reason=reason, text=unit.text))
    return tuple(found[:_QUOTES])


def show(result: AspectResult) -> list[Evidence]:
    """All evidence of an aspect as quotes, strongest first: without these units the aspect would not be filled in.

    What is nearly enough is shown too.
    """
    shown: list[Evidence] = []
    seen: set[int] = set()
    for hit in result.hits:
        if hit.strength < _NEARLY:
            break
        for unit in hit.units:
            if unit.number not in seen:
                together = hit.units[:3] if unit is hit.units[0] else (unit,)
                shown.append(_quoted(result.aspect, hit, unit, quote(*together)))
                seen.add(unit.number)
    return shown


def _quoted(aspect: Aspect, hit: Hit, unit: Unit, text: str) -> Evidence:
    strength = round(hit.strength, 3)
    return evidence_of(unit, kind=hit.kind, strength=strength, reason=hit.reason, aspect=aspect.id, text=text)


def confidence(results: tuple[AspectResult, ...], verdict: Verdict, *, is_plan: bool) -> float:
    """The share of such verdicts that is right, by the aspect nearest to the border.

    Set by the reliability tables in docs/oordelen.md: on plans by writers who knew no rule, and for any other text on
    labelled pages of real sites.
    """
    best = max((result.strength for result in results), default=0.0)
    nearest = min((abs(result.strength - ENOUGH) for result in results if result.hits), default=ENOUGH)
    if verdict is Verdict.DOUBT:
        return 0.5
    if is_plan:
        return round(_confidence_in_plan(best, nearest, verdict), 2)
    if verdict is Verdict.MISSING:
        return round(max(0.75, 0.96 - 0.3 * best), 2)
    return round(min(0.98, (0.7 if verdict is Verdict.PRESENT else 0.55) + 0.25 * nearest), 2)


def _confidence_in_plan(best: float, nearest: float, verdict: Verdict) -> float:
    """The same in a document of the package. best: strength of the strongest evidence; nearest: of the aspect nearest
    to the border its distance to it, 0-0.5.

    What is called missing is right nine times in ten, but little more than half the time where something stands in
    passing.
    """
    if verdict is Verdict.MISSING:
        return 0.6 if best >= ENOUGH else 0.92
    if verdict is Verdict.PRESENT:
        return 0.7 + 0.55 * nearest
    return 0.44 + 0.9 * nearest


def looked_in(compiled: CompiledRequirement, text: AnalysedText) -> tuple[Place, ...]:
    """The sections whose heading names the subject."""
    found = compiled.topic.home_sections(text)
    return tuple(Place(heading=section.heading, page=section.page) for section in found[:5])


def best_place(compiled: CompiledRequirement, text: AnalysedText, counter: tuple[Evidence, ...]) -> str:
    """The heading under which what is missing belongs: where hollow text stands, its own, else where most is said."""
    homes = [section.heading for section in compiled.topic.home_sections(text)]
    if homes:
        return next((evidence.heading for evidence in counter if evidence.heading in homes), homes[0])
    counts: dict[int, int] = {}
    for unit in compiled.topic.named_in(text):
        if unit.section.heading:
            counts[unit.section.number] = counts.get(unit.section.number, 0) + 1
    best: Section | None = max(text.sections, key=lambda section: counts.get(section.number, 0), default=None)
    return best.heading if best and counts.get(best.number, 0) >= 2 else ""
