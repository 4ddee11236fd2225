"""The verdict on one requirement: evidence per aspect, counter-evidence, and what follows from them.

The rules are those of the catalogue that the package is built on: every aspect has evidence -> aanwezig; some ->
onvolledig; none -> ontbreekt, hollow when there is only text that says nothing.
"""

from dataclasses import dataclass, replace

from plancheck.detect import hollow
from plancheck.detect.kinds import KINDS, Hit, Probe
from plancheck.detect.kinds.probe import compile_probe, hollow_for
from plancheck.detect.learned import LearnedAspect, LearnedModel
from plancheck.detect.lexicon import Group, Lexicon
from plancheck.detect.text import AnalysedText, Section, Unit
from plancheck.detect.topic import Topic, compile_topic
from plancheck.model.finding import Evidence, Finding, Place, Verdict
from plancheck.model.requirement import Aspect, Requirement

ENOUGH = 0.5
"""An aspect is filled in when its best evidence is at least this strong."""
_MENTION = 0.75
"""A sentence weaker than this, away from its own heading, may be only a mention; by rules alone."""
_MENTION_IN_PLAN, _MENTION_IN_PIECE, _MENTION_LOOSE = 0.7, 0.8, 0.77
"""The same where a learned model had a say: in a document of the package, in a piece of one, elsewhere."""
_SURE = 0.8
"""A section with evidence of this strength for one aspect is about the subject."""
_BEYOND_DOUBT = 0.9
"""Evidence of this strength counts wherever it stands."""
_TWO = 2
_HALF = 0.5
_SPECIFIC = 2
_QUOTES = 3
_QUOTE_LENGTH = 320


@dataclass(frozen=True, slots=True)
class CompiledAspect:
    """An aspect with its evidence rules ready for use."""

    aspect: Aspect
    probes: tuple[Probe, ...]
    learned: LearnedAspect | None = None


@dataclass(frozen=True, slots=True)
class CompiledRequirement:
    """A requirement with everything about it looked up in the lexicon."""

    requirement: Requirement
    topic: Topic
    aspects: tuple[CompiledAspect, ...]


@dataclass(frozen=True, slots=True)
class AspectResult:
    """What was found for one aspect, strongest first, and what seemed to be it but is hollow."""

    aspect: Aspect
    hits: tuple[Hit, ...]
    hollow_units: tuple[Unit, ...]

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
        topic = replace(topic, headings=Group(frozenset()))
    aspects = tuple(
        CompiledAspect(
            aspect,
            tuple(compile_probe(rule, aspect, topic, lexicon) for rule in aspect.evidence),
            model.aspect(aspect, topic) if model else None,
        )
        for aspect in requirement.aspects
    )
    return CompiledRequirement(requirement, topic, aspects)


def judge(compiled: CompiledRequirement, text: AnalysedText, *, others: frozenset[int] = frozenset()) -> Finding:
    """The finding on one requirement, from the text alone.

    others: numbers of the sections whose own heading names another requirement of the same document.
    """
    results = in_company(compiled, text, tuple(look_for(aspect, text) for aspect in compiled.aspects))
    results = in_place(compiled, text, results, others)
    filled = [result for result in results if result.filled]
    passing = in_passing(compiled, text, results)
    counter = counter_evidence(compiled, text, results)
    if passing is not None:
        filled, counter = [], (_counter(passing, None, hollow.PASSING), *counter)[:_QUOTES]
    missing = tuple(result.aspect.id for result in results if result not in filled)
    verdict = Verdict.MISSING if not filled else Verdict.INCOMPLETE if missing else Verdict.PRESENT
    return Finding(
        requirement=compiled.requirement,
        verdict=verdict,
        confidence=confidence(results, verdict, is_plan=text.is_plan),
        evidence=tuple(shown for result in filled for shown in show(result)),
        counter_evidence=counter if verdict is not Verdict.PRESENT else (),
        missing_aspects=missing,
        hollow=verdict is Verdict.MISSING and bool(counter),
        looked_in=looked_in(compiled, text),
        place=best_place(compiled, text, counter),
    )


def in_company(
    compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]
) -> tuple[AspectResult, ...]:
    """The results, where what is missing is looked for once more beside what was found.

    A section in which a rule finds one aspect well is about the subject, whatever its heading: there the other aspects
    need not name the subject again.
    """
    carrying = tuple(result for result in results if result.aspect.carries) or results
    best = (hit for result in carrying for hit in result.hits[:1] if hit.strength >= _SURE)
    sure = [hit for hit in best if hit.by_rule is not None or hit.likely is None]
    sections = {hit.units[0].section.number for hit in sure if hit.units[0].section.heading}
    if not sections or len(results) == 1 or all(result.filled for result in results):
        return results
    within = frozenset(unit.number for unit in text.units if unit.section.number in sections)
    return tuple(
        result if result.filled else _better(result, _look_for(_within(aspect, within), text, is_plan=text.is_plan))
        for aspect, result in zip(compiled.aspects, results, strict=True)
    )


def _within(compiled: CompiledAspect, within: frozenset[int]) -> CompiledAspect:
    """The aspect with its rules looking in some units; a rule with a topic of its own keeps it."""
    probes = (probe if probe.rule.about else replace(probe, within=within) for probe in compiled.probes)
    return replace(compiled, probes=tuple(probes))


def _better(result: AspectResult, other: AspectResult) -> AspectResult:
    return other if other.filled else result


def in_place(
    compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...], others: frozenset[int]
) -> tuple[AspectResult, ...]:
    """The results without what stands under the heading of another subject, where this one has a heading of its own.

    Whoever gives risks a chapter names measures against them there; what looks like one under "Geld" is mostly another
    thing. Only what is beyond doubt counts there.
    """
    homes = {section.number for section in text.sections if compiled.topic.is_home(section)}
    if not homes or not others - homes:
        return results
    away = others - homes
    return tuple(
        replace(
            result,
            hits=tuple(
                hit for hit in result.hits if hit.strength >= _BEYOND_DOUBT or hit.units[0].section.number not in away
            ),
        )
        for result in results
    )


def in_passing(compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]) -> Unit | None:
    """The unit that mentions the subject only in passing, None when there is more to it.

    Under headings about something else, one sentence is a mention and not a part of the plan, and so are two when they
    answer less than half of what is asked. The first aspect carries the others: measures without any risk are no risk
    analysis. Where the subject has a heading of its own with nothing under it, more is asked of what stands elsewhere.
    """
    filled = [result for result in results if result.filled]
    hits = [hit for result in filled for hit in result.hits if hit.strength >= ENOUGH]
    units = {unit.number: unit for hit in hits for unit in hit.units}
    if units and any(result.aspect.carries and not result.filled for result in results):
        return units[min(units)]
    if not units or any(compiled.topic.is_home(unit.section) for unit in units.values()):
        return None
    first = units[min(units)]
    if len(results) > _TWO and len(filled) == 1 and not results[0].filled:
        return first
    share = len(filled) / len(results)
    if has_empty_home(compiled, text):
        return first if len(units) == 1 or share <= _HALF else None
    few = len(units) == 1 or (len(units) == _TWO and share < _HALF)
    strongest = max(hit.strength for hit in hits)
    bar = compiled.requirement.mention_bar
    if bar is not None and not text.is_plan and strongest < bar:
        return first
    return first if few and strongest < _usual_bar(text) else None


def _usual_bar(text: AnalysedText) -> float:
    if text.scorer is None:
        return _MENTION
    if text.is_piece:
        return _MENTION_IN_PIECE
    return _MENTION_IN_PLAN if text.is_plan else _MENTION_LOOSE


def has_empty_home(compiled: CompiledRequirement, text: AnalysedText) -> bool:
    """Whether the subject has a heading of its own, and nothing under it says anything about this plan."""
    homes = [section for section in text.sections if compiled.topic.is_home(section)]
    if not homes:
        return False
    return not any(not unit.hollow and unit.specific >= _SPECIFIC for unit in compiled.topic.home_units(text))


def look_for(compiled: CompiledAspect, text: AnalysedText, *, is_plan: bool | None = None) -> AspectResult:
    """All evidence for one aspect, and the hollow text that would have been evidence; worked out once per text.

    is_plan: whether to weigh evidence as in a document of the package; None: as the text itself reads.
    """
    is_plan = text.is_plan if is_plan is None else is_plan
    key = (id(compiled), is_plan)
    if key not in text.looked:
        text.looked[key] = _look_for(compiled, text, is_plan=is_plan)
    return text.looked[key]


def _look_for(compiled: CompiledAspect, text: AnalysedText, *, is_plan: bool) -> AspectResult:
    hits = [hit for probe in compiled.probes for hit in KINDS[probe.rule.kind](probe, text)]
    if compiled.learned is not None:
        hits = compiled.learned.weigh(hits, text, is_plan=is_plan)
    hits.sort(key=lambda hit: (-hit.strength, hit.units[0].number))
    seeming = {
        unit.number: unit for probe in compiled.probes if probe.rule.kind != "bijlage" for unit in probe.seeming(text)
    }
    return AspectResult(compiled.aspect, tuple(hits), tuple(seeming[number] for number in sorted(seeming)))


def counter_evidence(
    compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]
) -> tuple[Evidence, ...]:
    """Hollow text: under the headings of the subject, about the subject, or where an aspect should be."""
    found: dict[int, tuple[Unit, Aspect | None]] = {}
    for result in results:
        if not result.filled:
            for unit in result.hollow_units:
                found.setdefault(unit.number, (unit, result.aspect))
    for unit in (*compiled.topic.home_units(text), *compiled.topic.named_in(text)):
        if unit.number not in found and unit.hollow:
            found[unit.number] = (unit, None)
    order = sorted(found.values(), key=lambda pair: (not compiled.topic.is_home(pair[0].section), pair[0].number))
    shown = [_counter(unit, aspect) for unit, aspect in order[:_QUOTES]]
    hits = [hit for result in results for hit in result.hits if hit.strength >= ENOUGH]
    answered = {heading for hit in hits for unit in hit.units for heading in unit.section.headings}
    return tuple(shown) or _bare_headings(compiled, text, answered)


def _counter(unit: Unit, aspect: Aspect | None, kind: str = "") -> Evidence:
    kind = kind or min(hollow_for(unit, aspect) if aspect else unit.hollow, key=list(hollow.REASONS).index)
    return Evidence(
        aspect=aspect.id if aspect else "",
        span=unit.span,
        quote=quote(unit),
        kind=kind,
        strength=0.7,
        reason=hollow.REASONS[kind],
        heading=unit.section.heading,
        page=unit.page,
    )


def _bare_headings(compiled: CompiledRequirement, text: AnalysedText, answered: set[str]) -> tuple[Evidence, ...]:
    """Headings of the subject under which nothing counts. answered: headings under which there is evidence."""
    found = []
    for unit in text.headings:
        named = compiled.topic.headings.hits(unit.terms) and unit.section.heading == unit.text
        if named and unit.text not in answered:
            found.append(
                Evidence(
                    aspect="",
                    span=unit.span,
                    quote=unit.text,
                    kind="kop",
                    strength=0.6,
                    reason="onder deze kop staat niets dat hier nodig is",
                    heading=unit.text,
                    page=unit.page,
                )
            )
    return tuple(found[:_QUOTES])


def show(result: AspectResult) -> list[Evidence]:
    """All evidence of an aspect as quotes, strongest first: without these units the aspect would not be filled in."""
    shown: list[Evidence] = []
    seen: set[int] = set()
    for hit in result.hits:
        if hit.strength < ENOUGH:
            break
        for unit in hit.units:
            if unit.number not in seen:
                together = hit.units[:3] if unit is hit.units[0] else (unit,)
                shown.append(_quoted(result.aspect, hit, unit, quote(*together)))
                seen.add(unit.number)
    return shown


def _quoted(aspect: Aspect, hit: Hit, unit: Unit, text: str) -> Evidence:
    return Evidence(
        aspect=aspect.id,
        span=unit.span,
        quote=text,
        kind=hit.kind,
        strength=round(hit.strength, 3),
        reason=hit.reason,
        heading=unit.section.heading,
        page=unit.page,
    )


def quote(*units: Unit) -> str:
    """The text of one or more units as a reader sees it: cells apart, not longer than a few lines."""
    parts = []
    for unit in units:
        cells = [cell.strip() for cell in unit.cells if cell.strip()]
        parts.append(" | ".join(cells) if unit.cells else unit.text)
    joined = " … ".join(dict.fromkeys(parts))
    return joined if len(joined) <= _QUOTE_LENGTH else joined[: _QUOTE_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def confidence(results: tuple[AspectResult, ...], verdict: Verdict, *, is_plan: bool) -> float:
    """The share of such verdicts that is right, by the aspect nearest to the border.

    Set by the reliability tables in docs/oordelen.md: on plans by writers who knew no rule, and for any other text on
    labelled pages of real sites.
    """
    best = max((result.strength for result in results), default=0.0)
    nearest = min((abs(result.strength - ENOUGH) for result in results if result.hits), default=ENOUGH)
    if verdict is Verdict.MISSING:
        return round(max(0.65, 0.8 - 0.2 * best), 2) if is_plan else round(max(0.75, 0.96 - 0.3 * best), 2)
    if verdict is Verdict.PRESENT:
        return round(min(0.98, (0.82 if is_plan else 0.7) + 0.25 * nearest), 2)
    return round(min(0.95, (0.5 if is_plan else 0.55) + 0.25 * nearest), 2)


def looked_in(compiled: CompiledRequirement, text: AnalysedText) -> tuple[Place, ...]:
    """The sections whose heading names the subject."""
    found = [section for section in text.sections if compiled.topic.is_home(section)]
    return tuple(Place(heading=section.heading, page=section.page) for section in found[:5])


def best_place(compiled: CompiledRequirement, text: AnalysedText, counter: tuple[Evidence, ...]) -> str:
    """The heading under which what is missing belongs: where hollow text stands, its own, else where most is said."""
    homes = [section.heading for section in text.sections if compiled.topic.is_home(section)]
    if homes:
        return next((evidence.heading for evidence in counter if evidence.heading in homes), homes[0])
    counts: dict[int, int] = {}
    for unit in compiled.topic.named_in(text):
        if unit.section.heading:
            counts[unit.section.number] = counts.get(unit.section.number, 0) + 1
    best: Section | None = max(text.sections, key=lambda section: counts.get(section.number, 0), default=None)
    return best.heading if best and counts.get(best.number, 0) >= 2 else ""
