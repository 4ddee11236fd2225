"""The Dutch sentences on what people decided: exemptions and their own verdicts."""

from plancheck.model.dates import dutch_date
from plancheck.model.finding import Finding, Report
from plancheck.reports import wording


def sentences(finding: Finding) -> tuple[str, ...]:
    """Who decided what about a finding and why, and what plancheck itself says; empty where nobody did."""
    lines: list[str] = []
    if ruling := finding.ruling:
        given = f"Oordeel van {ruling.who}, {dutch_date(ruling.date)}"
        lines.append(f"{given}: {_words(ruling.verdict)}. {wording.sentence(ruling.reason)}")
    if exemption := finding.exemption:
        until = dutch_date(exemption.until)
        lines.append(f"Uitzondering van {exemption.who}, tot en met {until}: {wording.sentence(exemption.reason)}")
    if lines and finding.own_verdict:
        lines.append(f"Plancheck zelf vindt: {_words(finding.own_verdict)}.")
    return tuple(lines)


def decided(report: Report) -> tuple[Finding, ...]:
    """The findings about which people decided."""
    return tuple(finding for finding in report.findings if finding.exemption or finding.ruling)


def summary(report: Report) -> str:
    """How much of the answer is of people: "2 onderdelen zijn uitgezonderd, ..."; "" when nothing is."""
    exempted = sum(finding.exemption is not None for finding in report.findings)
    ruled = sum(finding.ruling is not None for finding in report.findings)
    parts: list[str] = []
    if exempted:
        parts.append(f"{wording.count_of(exempted, 'onderdeel is', 'onderdelen zijn')} uitgezonderd")
    if ruled:
        parts.append(f"{wording.count_of(ruled, 'oordeel is', 'oordelen zijn')} van mensen")
    if not parts or report.agreements is None:
        return ""
    return f"Let op: {wording.join_words(parts)} ({report.agreements.path})."


def _words(verdict: str) -> str:
    return str(verdict).replace("-", " ")
