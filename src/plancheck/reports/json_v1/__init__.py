"""The JSON report, version 1. Its form is a promise: rules/schema/rapport.schema.json describes it.

Its own structs, not a dump of the model: the model may change, this form may only grow.
"""

import json
from collections.abc import Sequence

from plancheck.model.decision import Agreements, Exemption, Ruling
from plancheck.model.finding import Evidence, Fact, Finding, Report, Result, Unreadable, Verdict
from plancheck.model.requirement import Advice
from plancheck.reports import answer, identity, wording
from plancheck.reports.json_v1 import values
from plancheck.reports.json_v1.steps import step
from plancheck.reports.json_v1.values import Struct
from plancheck.version import __version__

VERSION = "1.6"


def render(results: Sequence[Result]) -> bytes:
    """The run as JSON: UTF-8, indented, keys in a fixed order, a line break at the end."""
    text = json.dumps(run_struct(results), ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode("utf-8", "replace")


def run_struct(results: Sequence[Result]) -> Struct:
    """The run as plain lists and dictionaries with Dutch keys."""
    reports = [report for report in results if isinstance(report, Report)]
    dates = {report.reference_date for report in reports}
    count = answer.count_run(results)
    return {
        "versie": VERSION,
        "plancheck": next((report.tool_version for report in reports), __version__),
        "regelpakketten": [
            {
                "id": name,
                "versie": version,
                "breidt_uit": [{"id": each.id, "versie": each.version} for each in extended],
            }
            for name, version, extended in sorted(
                {(report.package_id, report.rules_version, report.extended) for report in reports},
                key=lambda package: package[:2],
            )
        ],
        "peildatum": dates.pop() if len(dates) == 1 else None,
        "documenten": [
            _unreadable(report) if isinstance(report, Unreadable) else _document(report) for report in results
        ],
        "samenvatting": {
            "documenten": count.documents,
            "compleet": count.complete,
            "met_gaten": count.incomplete,
            "alleen_twijfel": count.doubtful,
            "niet_gelezen": count.unreadable,
            "geen_mijlpaal": count.no_milestone,
        },
    }


def _unreadable(unreadable: Unreadable) -> Struct:
    return {
        "pad": unreadable.path,
        "fout": {"code": unreadable.error.code, "melding": wording.unreadable_sentence(unreadable)},
    }


def _document(report: Report) -> Struct:
    document, recognised = report.document, report.recognised
    return {
        "pad": document.source.path,
        "sha256": document.source.sha256,
        "formaat": document.source.format,
        "paginas": document.source.pages,
        "taal": document.language or None,
        "koppen_herkomst": document.heading_source,
        "peildatum": report.reference_date,
        "mijlpaal": recognised.milestone,
        "mijlpaal_herkomst": recognised.origin,
        "mijlpaal_zekerheid": round(recognised.confidence, 4),
        "mijlpaal_reden": recognised.reason or None,
        "mijlpaal_alternatieven": list(recognised.alternatives),
        "mijlpaal_dichtstbij": [{"mijlpaal": name, "zekerheid": chance} for name, chance in recognised.nearest],
        "bevat": list(recognised.contains),
        "stukken": [values.held(each) for each in recognised.held],
        "alleen_stuk": values.held(recognised.part) if recognised.part else None,
        "fase": report.milestone.phase if report.milestone else None,
        "compleet": report.complete,
        "kort": answer.in_short(report),
        "tellingen": _counts(report),
        "feiten": [_fact(fact) for fact in report.facts],
        "bevindingen": [_finding(finding) for finding in report.findings],
        "hygiene": [],
        "procedure": [step(report, planned) for planned in report.procedure],
        "waarschuwingen": _warnings(report),
        "afspraken": _agreements(report.agreements) if report.agreements else None,
    }


def _counts(report: Report) -> Struct:
    counts: Struct = {}
    for level in wording.LEVEL_ORDER:
        tally = answer.tally(report.findings, level)
        if tally:
            counts[level] = {str(verdict): tally[verdict] for verdict in Verdict if tally[verdict]}
    return counts


def _fact(fact: Fact) -> Struct:
    return {
        "naam": fact.name,
        "titel": fact.title or None,
        "waarde": fact.value,
        "herkomst": fact.origin,
        "waarden": list(fact.values),
        "vraag": fact.question or None,
        "bewijs": [values.evidence(evidence) for evidence in fact.evidence],
        "tegenspraak": [_contrary(evidence) for evidence in fact.contradiction],
    }


def _contrary(evidence: Evidence) -> Struct:
    struct = values.evidence(evidence)
    return {"waarde": struct.pop("aspect"), **struct}


def _finding(finding: Finding) -> Struct:
    requirement = finding.requirement
    return {
        "regel": requirement.id,
        "titel": requirement.title,
        "niveau": requirement.level,
        "herkomst": requirement.origin or None,
        "status": str(finding.verdict),
        "hol": finding.hollow,
        "zekerheid": round(finding.confidence, 4),
        "ontbrekende_aspecten": [
            {"id": aspect.id, "titel": aspect.title}
            for aspect in requirement.aspects
            if aspect.id in finding.missing_aspects
        ],
        "twijfel_aspect": next(
            ({"id": each.id, "titel": each.title} for each in requirement.aspects if each.id == finding.doubted_aspect),
            None,
        ),
        "advies": _advice(requirement.advice),
        "bron": values.reference(requirement.source) | {"in_woorden": wording.source_sentence(requirement.source)},
        "bewijs": [values.evidence(evidence) for evidence in finding.evidence],
        "tegenbewijs": [values.evidence(evidence) for evidence in finding.counter_evidence],
        "gezocht_in": [values.place(place) for place in finding.looked_in],
        "plaats": finding.place or None,
        "plaats_na": finding.after or None,
        "vraag": finding.question or None,
        "kenmerk": finding.mark or None,
        "reden": _ground(finding),
        "status_plancheck": str(finding.own_verdict or finding.verdict),
        "uitzondering": _decided(finding.exemption) if finding.exemption else None,
        "oordeel": _decided(finding.ruling) if finding.ruling else None,
    }


def _ground(finding: Finding) -> str | None:
    """Why the status is not plancheck's own, or why the part does not apply; None for a plain verdict."""
    if finding.exemption:
        return "uitzondering"
    if finding.ruling:
        return "oordeel"
    if finding.verdict is not Verdict.NOT_APPLICABLE:
        return None
    return "vervallen" if finding.requirement.source.expired else "voorwaarde"


def _decided(made: Exemption | Ruling) -> Struct:
    if isinstance(made, Exemption):
        return {"reden": made.reason, "wie": made.who, "tot": made.until}
    return {"oordeel": str(made.verdict), "wie": made.who, "wanneer": made.date, "waarom": made.reason}


def _agreements(agreements: Agreements) -> Struct:
    return {
        "bestand": agreements.path,
        "datum": agreements.date,
        "toegepast": agreements.applied,
        "regels": [
            {
                "soort": each.kind,
                "regel": each.made.requirement,
                "wie": each.made.who,
                "stand": each.outcome,
                "melding": each.message or None,
            }
            for each in agreements.decisions
        ],
    }


def _advice(advice: Advice) -> Struct:
    return {"aanvullen": advice.add, "wie": advice.who or None, "besluit": advice.decision or None}


def _warnings(report: Report) -> list[Struct]:
    codes = {warning.message: warning.code for warning in report.document.warnings}
    decisions = report.agreements.decisions if report.agreements else ()
    codes |= {each.message: f"{each.kind}-{each.outcome}" for each in decisions if each.message}
    warnings: list[Struct] = [
        {"code": "stuk-niet-beoordeeld", "melding": text} for text in identity.again_lines(report)
    ]
    if report.recognised.milestone is None:
        reason = wording.sentence(report.recognised.reason or "Dit is geen mijlpaaldocument")
        code = "te-kort" if report.recognised.too_short else "geen-mijlpaal"
        warnings.append({"code": code, "melding": reason})
    return warnings + [{"code": codes.get(text), "melding": text} for text in wording.warnings_of(report)]
