"""The reasoning for one requirement in Dutch sentences, for `--uitleg`."""

from collections.abc import Iterator, Sequence

from plancheck.detect.evidence.kinds import Hit
from plancheck.detect.evidence.kinds.probe import hollow_for
from plancheck.detect.evidence.place import find_all, why_in_passing
from plancheck.detect.evidence.search import ENOUGH, AspectResult, CompiledAspect, CompiledRequirement, seeming
from plancheck.detect.marks import hollow
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.quotes import quote
from plancheck.detect.text.unit import Unit
from plancheck.detect.verdict.judge import UNSURE, judge
from plancheck.detect.verdict.odds import as_told
from plancheck.model.finding import Finding, Verdict

_SHOWN = 6


def explain(compiled: CompiledRequirement, text: AnalysedText, *, others: frozenset[int] = frozenset()) -> str:
    """Where was looked, what counts and what does not per aspect, and how the verdict follows; others: as `judge`."""
    return "\n".join(_lines(compiled, text, others)) + "\n"


def _lines(compiled: CompiledRequirement, text: AnalysedText, others: frozenset[int]) -> Iterator[str]:
    requirement = compiled.requirement
    yield f"{requirement.id}: {requirement.title}"
    yield ""
    yield "Waar is gekeken"
    yield from _where(compiled, text)
    results = find_all(compiled, text, others)
    finding = judge(compiled, text, others=others)
    for aspect, result in zip(compiled.aspects, results, strict=True):
        yield ""
        in_doubt = result.aspect.id == finding.doubted_aspect
        yield from _aspect(aspect, result, text, in_doubt=in_doubt)
    yield ""
    yield from _conclusion(compiled, finding, results, text)


def _where(compiled: CompiledRequirement, text: AnalysedText) -> Iterator[str]:
    homes = compiled.topic.home_sections(text)
    for section in homes[:_SHOWN]:
        yield f"  onder de kop «{section.heading}» (de kop noemt het onderwerp)"
    counts: dict[str, int] = {}
    for unit in compiled.topic.named_in(text):
        if unit.section not in homes:
            counts[unit.section.heading] = counts.get(unit.section.heading, 0) + 1
    for heading, count in sorted(counts.items(), key=lambda pair: -pair[1])[:_SHOWN]:
        yield f"  {count} keer een zin over het onderwerp onder «{heading or 'het begin van het document'}»"
    if not homes and not counts:
        yield "  nergens gaat een kop of zin over dit onderwerp; het hele document is gelezen"


def _aspect(aspect: CompiledAspect, result: AspectResult, text: AnalysedText, *, in_doubt: bool) -> Iterator[str]:
    state = "niet zeker" if in_doubt else "gevonden" if result.filled else "niet gevonden"
    yield f"{result.aspect.title}: {state} ({result.aspect.question})"
    for hit in result.hits[:_SHOWN]:
        mark = "+" if hit.strength >= ENOUGH else "~"
        strength = as_told(hit.strength, text)
        yield f"  {mark} {strength:.2f} {hit.reason}{_signals(aspect, hit, text)}: {_quoted(hit.units[0])}"
    for unit in seeming(aspect, text)[:_SHOWN]:
        shown = hollow_for(unit, aspect.aspect, aspect.called)
        kinds = "; ".join(reason for kind, reason in hollow.REASONS.items() if kind in shown)
        yield f"  - telt niet mee, {kinds}: {_quoted(unit)}"


def _signals(aspect: CompiledAspect, hit: Hit, text: AnalysedText) -> str:
    """Of what a strength is made, where a learned model had a say."""
    if hit.likely is None:
        return ""
    rule = "geen regel" if hit.by_rule is None else f"regel {hit.by_rule:.2f}"
    around, theme = _of_the_whole(aspect, hit, text)
    beside = "" if around is None else f", eromheen {around:.2f}"
    whole = "" if theme is None else f", geheel {theme:.2f}"
    return f" ({rule}, geleerd {hit.likely:.2f}{beside}{whole})"


def _of_the_whole(aspect: CompiledAspect, hit: Hit, text: AnalysedText) -> tuple[float | None, float | None]:
    """The chances that the text around a find answers the aspect, and that it holds the theme that asks it; None where
    that has no say in its strength."""
    if hit.likely is None or aspect.learned is None:
        return None, None
    unit = hit.units[0]
    return aspect.learned.chance_around(unit, text), aspect.learned.chance_of_theme(unit, text)


def _quoted(unit: Unit) -> str:
    place = f" (§ {unit.section.heading})" if unit.section.heading else ""
    return f"«{quote(unit)}»{place}"


def _conclusion(
    compiled: CompiledRequirement, finding: Finding, results: Sequence[AspectResult], text: AnalysedText
) -> Iterator[str]:
    """How the verdict followed, and what the numbers say."""
    in_passing = why_in_passing(compiled, text, tuple(results))
    filled = sum(result.filled for result in results)
    reasons = {
        Verdict.PRESENT: "alle aspecten hebben bewijs",
        Verdict.INCOMPLETE: f"{filled} van de {len(results)} aspecten hebben bewijs",
        Verdict.MISSING: in_passing or "geen aspect heeft bewijs",
        Verdict.DOUBT: f"één aspect ligt op de grens (tussen {ENOUGH - UNSURE:.2f} en {ENOUGH + UNSURE:.2f})",
    }
    why = reasons.get(finding.verdict, "een mens moet kijken")
    hollow_note = "; wat er staat is hol" if finding.hollow else ""
    yield f"Oordeel: {finding.verdict.value}, want {why}{hollow_note}."
    if finding.question:
        yield finding.question
    yield f"Bewijs telt vanaf sterkte {ENOUGH:.2f}. Het wordt sterker onder een passende kop,"
    yield "als de zin het onderwerp zelf noemt, en door harde inhoud (een bedrag, datum, getal of naam)."
    if any(hit.likely is not None for result in results for hit in result.hits):
        yield "Tussen haakjes: de sterkte volgens de regel, en de kans volgens wat van voorbeeldpassages is geleerd."
    told = [
        _of_the_whole(aspect, hit, text)
        for aspect, found in zip(compiled.aspects, results, strict=True)
        for hit in found.hits[:_SHOWN]
    ]
    if any(around is not None for around, _ in told):
        yield "Eromheen: de kans dat de paragraaf of bladzijde als geheel deze vraag beantwoordt. Is die klein,"
        yield "of geeft het geheel vooral uitleg, dan telt de zin minder; bij een paar zinnen weegt dat licht."
    if any(theme is not None for _, theme in told):
        yield "Geheel: hoe zeker dit onderdeel in de bladzijde staat, naar al haar woorden en haar beste zinnen."
        yield "Hoe vaker vondsten voor een onderdeel elders niet klopten, hoe lager."
