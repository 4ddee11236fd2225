"""Whole proposals, judged by the package for them, against their gold; and plans, which that package leaves alone."""

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from plancheck.checker import check, detector_for
from plancheck.model.document import Dossier
from plancheck.model.finding import Report, Verdict
from plancheck.rules import RuleSet, load_rules, shipped_folder
from tests.shipped import document_of

CORPORA = Path(__file__).parents[2] / "corpora"
FOLDER = CORPORA / "voorbeelden-raadsvoorstel"
NAMES = sorted(path.stem for path in (FOLDER / "bronnen").glob("*.md"))
DOCUMENTS = sorted([*FOLDER.glob("*.docx"), *FOLDER.glob("*.pdf")])
PLANS = sorted([*(CORPORA / "plannen").glob("*.docx"), *(CORPORA / "voorbeelden").glob("*.docx")])


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules(shipped_folder("raadsvoorstel"))


@pytest.fixture(scope="module")
def reports(rules: RuleSet) -> dict[Path, Report]:
    return {path: answered(path, rules) for path in DOCUMENTS}


def answered(path: Path, rules: RuleSet) -> Report:
    """The report once its writer has answered what it asks: only facts on which the text is silent are given."""
    report = check(document_of(path), rules, reference_date="2027-06-01")
    unknown = {fact.name for fact in report.facts if fact.value is None}
    answers = {"overeenkomst-ingrijpend": "nee", **gold(path)["facts"]}
    given = {name: value for name, value in answers.items() if name in unknown and value is not None}
    return check(document_of(path), rules, reference_date="2027-06-01", facts=given)


@pytest.fixture(scope="module")
def builder() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(CORPORA / "voorbeelden"))
        yield importlib.import_module("bouw")


def gold(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / f"{path.stem}.gold.json").read_text("utf-8"))
    return loaded


def right(reports: dict[Path, Report], names: tuple[str, ...]) -> tuple[int, int]:
    """How many verdicts are those of the gold files, of how many, in documents whose name begins so."""
    labels = found = 0
    for path, report in reports.items():
        if path.name.startswith(names):
            verdicts = {finding.requirement.id: finding.verdict.value for finding in report.findings}
            statuses = {rule: label["status"] for rule, label in gold(path)["labels"].items()}
            labels += len(statuses)
            found += sum(verdicts.get(rule) == status for rule, status in statuses.items())
    return found, labels


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_files_are_what_the_source_gives(builder: ModuleType, name: str) -> None:
    for file_name, data in builder.build(name, FOLDER).items():
        assert data == (FOLDER / file_name).read_bytes(), f"{file_name} differs: run corpora/voorbeelden/bouw.py"


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_labels_what_is_judged_in_the_kind_and_agrees_with_itself(rules: RuleSet, name: str) -> None:
    labels = gold(FOLDER / f"{name}.docx")
    source = (FOLDER / "bronnen" / f"{name}.md").read_text("utf-8")
    assert set(labels["labels"]) == {requirement.id for requirement in rules.judged(labels["milestone"])}
    for rule, label in labels["labels"].items():
        aspects = {aspect.id for aspect in rules.requirements[rule].aspects}
        assert set(label["missing_aspects"]) <= aspects, rule
        assert bool(label["missing_aspects"]) == (label["status"] in {"onvolledig", "ontbreekt"}), rule
        assert label["where"] in source, rule


def test_the_kind_of_every_proposal_is_recognised(reports: dict[Path, Report]) -> None:
    wrong = {
        path.name: report.recognised.milestone
        for path, report in reports.items()
        if report.recognised.milestone != gold(path)["milestone"]
    }
    assert not wrong


@pytest.mark.parametrize("names", [("raadsvoorstel-", "collegevoorstel-"), ("ander-",)])
def test_ninety_five_in_a_hundred_verdicts_are_those_of_the_gold_files(
    reports: dict[Path, Report], names: tuple[str, ...]
) -> None:
    found, labels = right(reports, names)
    assert labels > 100
    assert found >= 0.95 * labels, f"{found} of {labels}"


def test_without_answers_nothing_is_judged_otherwise_than_by_a_question_on_what_the_law_asks(
    rules: RuleSet, reports: dict[Path, Report]
) -> None:
    unanswered = {path: check(document_of(path), rules, reference_date="2027-06-01") for path in DOCUMENTS}
    for path, report in unanswered.items():
        for finding, known in zip(report.findings, reports[path].findings, strict=True):
            if finding.verdict is not known.verdict:
                assert (finding.verdict, finding.requirement.level) == (Verdict.DOUBT, "wettelijk"), path.name
                assert finding.question
    found, labels = right(unanswered, ("raadsvoorstel-", "collegevoorstel-", "ander-"))
    assert found >= 0.85 * labels, f"{found} of {labels}"


def test_hollow_parts_of_a_proposal_are_never_called_present(reports: dict[Path, Report]) -> None:
    for path, report in reports.items():
        hollow = {rule for rule, label in gold(path)["labels"].items() if label["hollow"]}
        found = {finding.requirement.id for finding in report.findings if finding.verdict is Verdict.PRESENT}
        assert not hollow & found, path.name


def test_a_proposal_that_is_nearly_all_hollow_is_not_called_complete(reports: dict[Path, Report]) -> None:
    report = next(report for path, report in reports.items() if path.name == "ander-collegeadvies-hol.docx")
    gaps = [
        finding for finding in report.findings if finding.verdict.is_gap and finding.requirement.level != "aanvullend"
    ]
    assert not report.complete
    assert len(gaps) >= 8


def test_no_plan_is_taken_for_a_proposal(rules: RuleSet) -> None:
    detector = detector_for(rules)
    texts = {path.name: detector.analyse(Dossier(documents=(document_of(path),))) for path in PLANS}
    taken = {name: detector.recognise(text).milestone for name, text in texts.items()}
    assert {name for name, kind in taken.items() if kind} == set()
