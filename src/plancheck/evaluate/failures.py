"""What went wrong, a few lines each: who says what, the quote, and why the judge thought so."""

from collections.abc import Iterator, Sequence
from itertools import islice

from plancheck.evaluate.measure import DocumentVerdict, PassageVerdict
from plancheck.evaluate.tables import fraction, wrapped
from plancheck.model.finding import Evidence, Finding
from plancheck.reports.wording import quote_text

_QUOTE = 110


def document_failures(verdicts: Sequence[DocumentVerdict], most: int) -> Iterator[str]:
    """The first `most` verdicts on documents that are not the person's."""
    for verdict in islice((each for each in verdicts if not each.right), most):
        label = verdict.label
        yield from wrapped(
            f"{_verdict(verdict.finding)}, moet {label.status} zijn: {label.requirement} in {verdict.document}"
        )
        yield from wrapped(_reasoning(verdict.finding, absent=verdict.missing or frozenset()), "    ")
        if label.why:
            yield from wrapped(f"Mens: {label.why}", "    ", most=1)


def passage_failures(verdicts: Sequence[PassageVerdict], most: int) -> Iterator[str]:
    """The first `most` requirements that were found where they are not, or not found where they are."""
    for verdict in islice((each for each in verdicts if not each.right), most):
        present = [aspect.id for aspect in verdict.requirement.aspects if aspect.id in verdict.present]
        should = f"maar {', '.join(present)} staat er" if present else "maar het staat er niet"
        yield from wrapped(f"{_verdict(verdict.finding)}, {should}: {verdict.requirement.id} in {verdict.passage.name}")
        lines = verdict.lines()
        place = f"Regel {lines[0].number}: «{quote_text(lines[0].text, longest=_QUOTE)}». " if lines else ""
        yield from wrapped(place + _reasoning(verdict.finding), "    ")


def _verdict(finding: Finding | None) -> str:
    return f"{finding.verdict.value} ({fraction(finding.confidence)})" if finding else "niet beoordeeld"


def _reasoning(finding: Finding | None, absent: frozenset[str] = frozenset()) -> str:
    """What the verdict rests on. absent: aspects that a person did not find; their evidence is shown first."""
    if finding is None:
        return "Dit onderdeel hoort volgens plancheck niet bij dit document."
    lacking = f" Mist: {', '.join(finding.missing_aspects)}." if finding.missing_aspects else ""
    found = finding.evidence or finding.counter_evidence
    if not found:
        return (finding.question or "Geen zin lijkt erop.") + lacking
    weighs = "Bewijs" if finding.evidence else "Telt niet mee"
    shown = next((evidence for evidence in found if evidence.aspect in absent), found[0])
    return f"{weighs}: {_quoted(shown)}{lacking}"


def _quoted(evidence: Evidence) -> str:
    aspect = f" ({evidence.aspect})" if evidence.aspect else ""
    return f"«{quote_text(evidence.quote, longest=_QUOTE)}»{aspect}, {evidence.reason.rstrip('.')}."
