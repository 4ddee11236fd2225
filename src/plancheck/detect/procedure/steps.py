"""Which steps apply to this plan, and what the documents already show of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from plancheck.detect.facts.statements import CompiledStatement, compile_statement, sayings
from plancheck.detect.marks.stance import Stance
from plancheck.detect.procedure.moments import CompiledMoment, Day, dates_of, find_days
from plancheck.detect.procedure.proof import proving
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Lexicon
from plancheck.detect.text.quotes import evidence_of
from plancheck.detect.text.unit import Unit
from plancheck.model.condition import Values, facts_of
from plancheck.model.evidence import Evidence
from plancheck.model.finding import Finding, Verdict
from plancheck.model.procedure import PlannedStep, Step

_QUOTES = 2


@dataclass(frozen=True, slots=True)
class CompiledStep:
    """A step with the terms of what shows how far the plan is with it, and of what proves that it was taken."""

    step: Step
    statements: tuple[CompiledStatement, ...]
    proofs: tuple[CompiledStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known of a plan. date: ISO, by which laws are judged. asked: ISO date to count terms from, or ""."""

    phase: int
    values: Values
    findings: Sequence[Finding]
    date: str
    asked: str = ""


def compile_step(step: Step, lexicon: Lexicon) -> CompiledStep:
    """Look up the terms of a step. Must be done before the text is analysed."""
    statements, proofs = (
        tuple(compile_statement(each, lexicon) for each in many) for many in (step.statements, step.proofs)
    )
    return CompiledStep(step, statements, proofs)


def plan_steps(
    steps: Sequence[CompiledStep],
    moments: tuple[CompiledMoment, ...],
    text: AnalysedText,
    situation: Situation,
    lexicon: Lexicon,
) -> tuple[PlannedStep, ...]:
    """The steps of the phase that apply or may apply, in order."""
    chosen = [each for each in steps if _may_apply(each.step, situation)]
    if not chosen:
        return ()
    days = find_days(moments, text, situation.asked)
    titles = {each.moment.id: each.moment.title for each in moments}
    return tuple(_planned(each, text, situation, days, titles, lexicon) for each in chosen)


def _may_apply(step: Step, situation: Situation) -> bool:
    holds = step.when.holds(situation.values) if step.when else True
    return situation.phase in step.phases and holds is not False and not step.source.on(situation.date).expired


def _planned(
    compiled: CompiledStep,
    text: AnalysedText,
    situation: Situation,
    days: dict[str, Day],
    titles: dict[str, str],
    lexicon: Lexicon,
) -> PlannedStep:
    step = replace(compiled.step, source=compiled.step.source.on(situation.date))
    values = situation.values
    holds = step.when.holds(values) if step.when else True
    wanted = sorted(facts_of(step.when)) if holds is None else []
    proof = _quotes(proving(compiled.proofs, text, lexicon), "het document zegt dat dit is gedaan") if holds else []
    shown = _shown(compiled, text, lexicon)
    by_rule, missing = _from_findings(step, situation.findings)
    evidence = {(each.span, each.quote): each for each in (proof if proof else (*shown, *by_rule))}
    return PlannedStep(
        step=step,
        start=titles.get(step.term.start, "") if step.term else "",
        unknown=tuple(name for name in wanted if name in values and values[name] is None),
        evidence=tuple(evidence.values())[:_QUOTES],
        missing=() if proof else missing,
        done=bool(proof),
        dates=dates_of(step.term, days) if step.term else None,
    )


def _from_findings(step: Step, findings: Sequence[Finding]) -> tuple[list[Evidence], tuple[str, ...]]:
    """What the findings on a step show: the first quote of each, and the titles of what is missing or in doubt."""
    evidence: list[Evidence] = []
    missing: list[str] = []
    for finding in (found for found in findings if found.requirement.id in step.shown_by):
        evidence += [each for each in finding.evidence if not each.aspect or each.aspect != finding.doubted_aspect][:1]
        if finding.verdict.is_gap or finding.verdict is Verdict.DOUBT:
            aspects = finding.requirement.aspects
            open_ = (*finding.missing_aspects, finding.doubted_aspect)
            missing += [aspect.title for aspect in aspects if aspect.id in open_]
    return evidence, tuple(dict.fromkeys(missing))


def _shown(compiled: CompiledStep, text: AnalysedText, lexicon: Lexicon) -> list[Evidence]:
    """Sentences that say how far the plan is with a step: that it is done, will be, or will not be.

    Of each statement only as many as are quoted: which others there are costs as much as all of the steps besides.
    """
    found = (sayings(statement, text, lexicon) for statement in compiled.statements)
    said = (islice((each for each in many if each.stance is not Stance.OPEN), _QUOTES) for many in found)
    return _quotes((each.unit for each in chain.from_iterable(said)), "dit zegt het document erover")


def _quotes(units: Iterable[Unit], reason: str) -> list[Evidence]:
    """The first of some units as evidence, in reading order."""
    found = {unit.number: unit for unit in units}
    first = (found[number] for number in sorted(found)[:_QUOTES])
    return [evidence_of(unit, kind="uitspraak", strength=1.0, reason=reason) for unit in first]
