"""The answer a report begins with, and the counts behind it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plancheck.model.finding import Finding, Report, Result, Unreadable, Verdict
from plancheck.model.requirement import Level
from plancheck.reports import agreed, wording

State = Literal["compleet", "gaten", "twijfel", "geen"]
HEADLINES: dict[State, str] = {
    "compleet": "Compleet",
    "gaten": "Niet compleet",
    "twijfel": "Nog niet zeker",
    "geen": "Geen mijlpaaldocument",
}
TOO_SHORT = "Nog te kort"
_NOUNS: dict[Level, tuple[str, str]] = {
    "wettelijk": ("wettelijk onderdeel", "wettelijke onderdelen"),
    "kern": ("kernonderdeel", "kernonderdelen"),
    "aanvullend": ("aanvullend onderdeel", "aanvullende onderdelen"),
}
_VERBS = (
    (Verdict.MISSING, "ontbreekt", "ontbreken"),
    (Verdict.INCOMPLETE, "is onvolledig", "zijn onvolledig"),
    (Verdict.DOUBT, "moet u zelf bekijken", "moet u zelf bekijken"),
    (Verdict.PRESENT, "is er", "zijn er"),
    (Verdict.ELSEWHERE, "staat in een ander document", "staan in een ander document"),
    (Verdict.NOT_APPLICABLE, "is niet van toepassing", "zijn niet van toepassing"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Complete or not, in a few words (`headline`) and one or more sentences (`details`)."""

    state: State
    headline: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCount:
    """How a run of documents came out.

    incomplete: a gap at level wettelijk or kern. doubtful: no such gap, but a doubt.
    """

    documents: int
    complete: int
    incomplete: int
    doubtful: int
    unreadable: int
    no_milestone: int


def tally(findings: Sequence[Finding], level: Level) -> Counter[Verdict]:
    """How often each verdict occurs at this level."""
    return Counter(finding.verdict for finding in findings if finding.requirement.level == level)


def state_of(report: Report) -> State:
    """Whether the document is complete, lacks something, is in doubt, or is none of the milestone documents."""
    if report.recognised.milestone is None:
        return "geen"
    if report.complete:
        return "compleet"
    weighty = [finding for finding in report.findings if finding.requirement.level != "aanvullend"]
    return "gaten" if any(finding.verdict.is_gap for finding in weighty) else "twijfel"


def answer(report: Report) -> Answer:
    """The answer of a report."""
    state = state_of(report)
    if state == "geen":
        reason = report.recognised.reason or "Er is daarom niets beoordeeld."
        details: tuple[str, ...] = (wording.sentence(reason),)
    else:
        lines = [level_line(report, level) for level in wording.LEVEL_ORDER]
        details = tuple(line for line in (*lines, _not_yet(report), agreed.summary(report)) if line)
    headline = TOO_SHORT if report.recognised.too_short else HEADLINES[state]
    return Answer(state=state, headline=headline, details=details)


def in_short(report: Report) -> str:
    """The answer in one line: "Niet compleet: 1 kernonderdeel ontbreekt, 3 zijn onvolledig, 6 zijn er."."""
    found = answer(report)
    return f"{found.headline}: {' '.join(found.details)}"


def _not_yet(report: Report) -> str:
    """That a law which does not count yet names gaps of a document that is complete without them; "" for none."""
    if not report.complete:
        return ""
    gaps = [finding for finding in report.findings if finding.verdict.is_gap and finding.requirement.source.pending]
    if not gaps:
        return ""
    law = "in een wet die nog niet geldt, of waarvan het begin niet is bevestigd"
    if len(gaps) == 1:
        return f"Let op: 1 onderdeel dat ontbreekt of onvolledig is, staat {law}; het telt nog niet mee."
    return f"Let op: {len(gaps)} onderdelen die ontbreken of onvolledig zijn, staan {law}; zij tellen nog niet mee."


def level_line(report: Report, level: Level, *, only: Sequence[Verdict] = tuple(Verdict)) -> str:
    """The counts of one level: "3 kernonderdelen ontbreken, 2 zijn onvolledig, 5 zijn er."; "" without any.

    only: the verdicts that are counted.
    """
    counts = tally(report.findings, level)
    clauses: list[str] = []
    for verdict, one, more in _VERBS:
        number = counts[verdict]
        if not number or verdict not in only:
            continue
        noun = "" if clauses else f" {_NOUNS[level][0 if number == 1 else 1]}"
        clauses.append(f"{number}{noun} {one if number == 1 else more}")
    return ", ".join(clauses) + "." if clauses else ""


def brief(report: Report) -> str:
    """How many parts keep the document from being complete, by level, or how many there are: one sentence."""
    counted = tuple(Verdict) if report.complete else wording.VERDICT_ORDER[:3]
    lines = (level_line(report, level, only=counted) for level in wording.LEVEL_ORDER[:2])
    said = "; ".join(line.rstrip(".") for line in lines if line)
    return f"{said}." if said else ""


def open_lines(report: Report) -> tuple[str, ...]:
    """The names of what keeps the document from being complete, a line per verdict; empty when nothing does."""
    lines: list[str] = []
    for verdict in wording.VERDICT_ORDER[:3]:
        titles = [
            finding.requirement.title
            for level in wording.LEVEL_ORDER[:2]
            for finding in report.findings
            if finding.verdict is verdict and finding.requirement.level == level
        ]
        if titles:
            lines.append(f"{wording.VERDICT_TITLES[verdict].replace(':', ',')}: {'; '.join(titles)}.")
    return tuple(lines)


def count_run(results: Sequence[Result]) -> RunCount:
    """How the documents of a run came out."""
    states = Counter(state_of(report) for report in results if not isinstance(report, Unreadable))
    return RunCount(
        documents=len(results),
        complete=states["compleet"],
        incomplete=states["gaten"],
        doubtful=states["twijfel"],
        unreadable=sum(isinstance(report, Unreadable) for report in results),
        no_milestone=states["geen"],
    )


def by_phase(results: Sequence[Result]) -> tuple[Result, ...]:
    """Judged documents by phase, then documents of no phase, then unreadable files; else in the order of the run."""

    def key(report: Result) -> int:
        if isinstance(report, Unreadable):
            return 100
        return report.milestone.phase if report.milestone else 99

    return tuple(sorted(results, key=key))


def phase_lines(results: Sequence[Result]) -> tuple[str, ...]:
    """Per phase how many documents there are, and how many of them are complete."""
    totals: Counter[int] = Counter()
    complete: Counter[int] = Counter()
    for report in results:
        if not isinstance(report, Unreadable) and report.milestone:
            totals[report.milestone.phase] += 1
            complete[report.milestone.phase] += report.complete
    return tuple(
        f"Fase {phase}: {wording.count_of(number, 'document', 'documenten')}, waarvan {complete[phase]} compleet."
        for phase, number in sorted(totals.items())
    )


def run_line(results: Sequence[Result]) -> str:
    """The whole run in one sentence."""
    count = count_run(results)
    parts = [
        (count.complete, "compleet"),
        (count.incomplete, "niet compleet"),
        (count.doubtful, "nog niet zeker"),
        (count.no_milestone, "geen mijlpaaldocument"),
        (count.unreadable, "niet gelezen"),
    ]
    said = ", ".join(f"{number} {text}" for number, text in parts if number)
    return f"{wording.count_of(count.documents, 'document', 'documenten')}: {said}."
