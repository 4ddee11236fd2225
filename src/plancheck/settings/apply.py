"""Decisions of people applied to a report. Pure: no files, no clock."""

from collections.abc import Sequence
from dataclasses import replace

from plancheck.model.dates import dutch_date
from plancheck.model.decision import Agreements, Decision, Exemption, Ruling
from plancheck.model.finding import Finding, Report, Result
from plancheck.model.verdict import Verdict
from plancheck.settings.values import Settings


def apply(report: Report, settings: Settings, *, date: str, bare: bool = False) -> Report:
    """The report with the exemptions and rulings that hold for its document; the others stand in its warnings.

    date: ISO date by which the end of an exemption is judged. bare: apply none, and say so.
    A ruling goes first: what people call present needs no exemption.
    """
    path = report.document.source.path
    findings = {finding.requirement.id: finding for finding in report.findings}
    decisions: list[Decision] = []
    for made in settings.decisions:
        finding = findings.get(made.requirement)
        if finding is None or not settings.fits(made.pattern, path):
            continue
        if bare:
            decisions.append(Decision(made=made, outcome="uitgezet"))
            continue
        decision = _rule(finding, made) if isinstance(made, Ruling) else _exempt(finding, made, date)
        decisions.append(decision)
        if decision.outcome == "toegepast":
            findings[made.requirement] = _changed(finding, made)
    warnings = [decision.message for decision in decisions if decision.message]
    if bare and decisions:
        warnings.append(
            f"De uitzonderingen en eigen oordelen uit {settings.path} zijn niet toegepast (--zonder-uitzonderingen)."
        )
    return replace(
        report,
        findings=tuple(findings.values()),
        warnings=(*report.warnings, *warnings),
        agreements=Agreements(path=settings.path, date=date, applied=not bare, decisions=tuple(decisions)),
    )


def report_unused(results: Sequence[Result], settings: Settings) -> tuple[Result, ...]:
    """The results of one plancheck.yaml; what no document had to do with is told in the first report.

    Nothing is told when no document was judged.
    """
    reports = [report for report in results if isinstance(report, Report) and report.agreements]
    seen = {each.made for report in reports if report.agreements for each in report.agreements.decisions}
    unused = tuple(
        Decision(made=made, outcome="ongebruikt", message=_unused_message(made))
        for made in settings.decisions
        if made not in seen
    )
    first = next((report for report in reports if report.recognised.milestone), None)
    if not unused or first is None or first.agreements is None:
        return tuple(results)
    told = replace(
        first,
        warnings=(*first.warnings, *(each.message for each in unused)),
        agreements=replace(first.agreements, decisions=first.agreements.decisions + unused),
    )
    return tuple(told if result is first else result for result in results)


def _unused_message(made: Exemption | Ruling) -> str:
    file = f" in een bestand als {made.pattern}" if made.pattern else ""
    return f"{_named(made)} is niet gebruikt: deze regel is{file} niet beoordeeld."


def _rule(finding: Finding, ruling: Ruling) -> Decision:
    name = _named(ruling)
    if not ruling.reason:
        return Decision(
            made=ruling, outcome="zonder-reden", message=f"{name} telt niet mee: schrijf bij `waarom` waarop het rust."
        )
    if ruling.mark != finding.mark:
        told = (
            f"{name} is verouderd: de tekst waarop het rust, is veranderd. Kijk opnieuw; blijft u erbij, "
            if ruling.mark
            else f"{name} telt niet mee: het heeft geen kenmerk. Gaat het over deze bevinding, "
        )
        return Decision(made=ruling, outcome="verouderd", message=f"{told}schrijf dan `{finding.mark}` bij `kenmerk`.")
    if finding.ruling is not None:
        told = f"er is een later oordeel van {finding.ruling.who}. Haal het weg."
        return Decision(made=ruling, outcome="ongebruikt", message=f"{name} is niet gebruikt: {told}")
    if ruling.verdict is Verdict.NOT_APPLICABLE and _is_law(finding):
        told = "van een wettelijk onderdeel zegt niemand dat het niet geldt. Geef bij `feiten` waarom het niet geldt."
        return Decision(made=ruling, outcome="wettelijk", message=f"{name} telt niet mee: {told}")
    return Decision(made=ruling, outcome="toegepast")


def _exempt(finding: Finding, exemption: Exemption, date: str) -> Decision:
    name = _named(exemption)
    if not exemption.reason:
        return Decision(
            made=exemption,
            outcome="zonder-reden",
            message=f"{name} telt niet mee: schrijf bij `reden` waarom u ervan afwijkt.",
        )
    if _is_law(finding):
        told = "de wet vraagt dit onderdeel, daarvan kunt u niet afwijken."
        return Decision(made=exemption, outcome="wettelijk", message=f"{name} telt niet mee: {told}")
    if exemption.until < date:
        return Decision(
            made=exemption, outcome="verlopen", message=f"{name} gold tot en met {dutch_date(exemption.until)}."
        )
    if not finding.verdict.is_gap:
        told = (
            "over dit onderdeel is twijfel. Kijk zelf en schrijf uw oordeel bij `oordelen`."
            if finding.verdict is Verdict.DOUBT
            else f"dit onderdeel is {str(finding.verdict).replace('-', ' ')}. Haal haar weg als dat klopt."
        )
        return Decision(made=exemption, outcome="ongebruikt", message=f"{name} is niet gebruikt: {told}")
    return Decision(made=exemption, outcome="toegepast")


def _changed(finding: Finding, made: Exemption | Ruling) -> Finding:
    own = finding.own_verdict or finding.verdict
    if isinstance(made, Exemption):
        return replace(finding, verdict=Verdict.NOT_APPLICABLE, own_verdict=own, exemption=made)
    changed = replace(finding, verdict=made.verdict, own_verdict=own, ruling=made)
    return changed if made.verdict is Verdict.DOUBT else _settled(changed)


def _settled(finding: Finding) -> Finding:
    """A finding that was in doubt, as a person decided it: what was doubted is there, or is missing too."""
    open_ = {*finding.missing_aspects, *([finding.doubted_aspect] if finding.verdict.is_gap else [])}
    missing = tuple(aspect.id for aspect in finding.requirement.aspects if aspect.id in open_)
    return replace(finding, missing_aspects=missing, doubted_aspect="", question="")


def _is_law(finding: Finding) -> bool:
    return finding.requirement.level == "wettelijk"


def _named(made: Exemption | Ruling) -> str:
    what = "De uitzondering voor" if isinstance(made, Exemption) else "Het oordeel over"
    return f"{what} {made.requirement} ({made.who})"
