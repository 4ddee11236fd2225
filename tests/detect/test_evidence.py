"""The evidence carries the verdict: without the quoted text it would be another."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from plancheck.checker import check, detector_for
from plancheck.detect.volume import open_volume
from plancheck.model.document import Block, Document, Dossier, Span
from plancheck.model.finding import Verdict
from tests.shipped import document_of, shipped_rules

EXAMPLES = sorted((Path(__file__).parents[2] / "corpora" / "voorbeelden").glob("*.docx"))


ALMOST_ALL = 0.995
"""A sentence can take over when the one beside it, which the judge reads with it, is cut away."""


def test_without_its_quotes_an_aspect_is_missing() -> None:
    changed = [each for path in EXAMPLES for each in _changes(path)]
    assert len(changed) > 400
    assert sum(changed) / len(changed) >= ALMOST_ALL


def _changes(path: Path) -> Iterator[bool]:
    """For each aspect with evidence: whether the finding changes when its quotes are cut out of the document."""
    rules = shipped_rules()
    detector = detector_for(rules)
    document = document_of(path)
    report = check(document, rules)
    for finding in report.findings:
        if finding.verdict not in (Verdict.PRESENT, Verdict.INCOMPLETE):
            continue
        for aspect in {evidence.aspect for evidence in finding.evidence}:
            spans = [evidence.span for evidence in finding.evidence if evidence.aspect == aspect]
            cut = Dossier(documents=(without(document, spans),))
            text = open_volume(detector, cut, report.recognised.milestone).text_for(finding.requirement.id)
            again = detector.judge(finding.requirement.id, text)
            yield aspect in again.missing_aspects or again.verdict is not finding.verdict


def without(document: Document, spans: Iterable[Span]) -> Document:
    """The document with the quoted texts cut out."""
    wanted: dict[int, list[Span]] = {}
    for span in spans:
        wanted.setdefault(span.block, []).append(span)
    cut = (_cut(block, wanted.get(place, [])) for place, block in enumerate(document.blocks))
    return replace(document, blocks=tuple(block for block in cut if block.text.strip() or block.kind == "heading"))


def _cut(block: Block, spans: list[Span]) -> Block:
    text = block.text
    for span in sorted(spans, key=lambda span: -span.start):
        text = text[: span.start] + text[span.end :]
    if not block.rows or not spans:
        return replace(block, text=text)
    start, rows = 0, []
    for row in block.rows:
        if not any(span.start == start for span in spans):
            rows.append(row)
        start += len("\t".join(row)) + 1
    return replace(block, rows=tuple(rows), text="\n".join("\t".join(row) for row in rows))
