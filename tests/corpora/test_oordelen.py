"""The examples as a user would check them: kind, verdicts and hollow text against their gold files."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plancheck.checker import check
from plancheck.model.finding import Report, Verdict
from plancheck.reports import console
from tests.shipped import document_of, shipped_rules

EXAMPLES = Path(__file__).parents[2] / "corpora" / "voorbeelden"
DOCUMENTS = sorted([*EXAMPLES.glob("*.docx"), *EXAMPLES.glob("*.pdf")])


@pytest.fixture(scope="module")
def reports() -> dict[Path, Report]:
    rules = shipped_rules()
    return {path: check(document_of(path), rules, reference_date="2026-11-25") for path in DOCUMENTS}


def gold(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((EXAMPLES / f"{path.stem}.gold.json").read_text("utf-8"))
    return loaded


def test_the_kind_of_every_example_is_recognised(reports: dict[Path, Report]) -> None:
    wrong = {
        path.name: report.recognised.milestone
        for path, report in reports.items()
        if report.recognised.milestone != gold(path)["milestone"]
    }
    assert not wrong


def test_ninety_five_in_a_hundred_verdicts_are_those_of_the_gold_files(reports: dict[Path, Report]) -> None:
    labels, right = 0, 0
    for path, report in reports.items():
        found = {finding.requirement.id: finding.verdict.value for finding in report.findings}
        for rule, label in gold(path)["labels"].items():
            labels += 1
            right += found.get(rule) == label["status"]
    assert right >= 0.95 * labels, f"{right} of {labels}"


def test_hollow_parts_are_never_called_present(reports: dict[Path, Report]) -> None:
    for path, report in reports.items():
        hollow = {rule for rule, label in gold(path)["labels"].items() if label["hollow"]}
        present = {finding.requirement.id for finding in report.findings if finding.verdict is Verdict.PRESENT}
        assert not hollow & present, path.name


def test_every_verdict_shows_what_it_rests_on(reports: dict[Path, Report]) -> None:
    for report in reports.values():
        for finding in report.findings:
            if finding.verdict in (Verdict.PRESENT, Verdict.INCOMPLETE):
                shown = {evidence.aspect for evidence in finding.evidence}
                missing = set(finding.missing_aspects)
                assert shown == {aspect.id for aspect in finding.requirement.aspects} - missing


@pytest.mark.parametrize(
    ("name", "most"),
    [("startnotitie-met-gaten", 74), ("projectplan-met-gaten", 120), ("uitvoeringsplan-compleet", 89)],
)
def test_the_report_on_the_screen_is_short(name: str, most: int) -> None:
    """With the date of the document itself, as a user gets it; its name alone, for a long folder takes more lines."""
    read = document_of(EXAMPLES / f"{name}.docx")
    document = replace(read, source=replace(read.source, path=f"{name}.docx"))
    report = check(document, shipped_rules(), reference_date=document.properties.modified[:10])
    assert len(console.render([report]).decode().splitlines()) <= most
