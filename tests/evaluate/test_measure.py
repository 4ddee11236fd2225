"""The judge against people: what counts as there, what as found, and which signals are left out."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from plancheck.checker import detector_for
from plancheck.detect import Detector
from plancheck.evaluate import Measurement, Run, measure, read_corpus, render, run_example, run_examples
from plancheck.evaluate.figures import aspect_counts, document_figures, passage_figures
from plancheck.evaluate.measure import measurable
from plancheck.evaluate.scores import Counts, Share
from plancheck.model.requirement import RequirementId
from plancheck.rules import load_rules
from plancheck.rules.ruleset import RuleSet
from tests.shipped import shipped_rules

EXAMPLES = Path(__file__).parents[2] / "corpora" / "voorbeelden"
WHAT: frozenset[str] = frozenset(("wat",))
NONE: frozenset[str] = frozenset()
RUN = Run(version="0.1.0", rules="klein 1.0.0")


@pytest.fixture
def measured(corpus: Path, ruleset: RuleSet) -> Measurement:
    return measure(read_corpus(corpus), Detector(ruleset))


def test_the_examples_beside_the_rules_are_still_run_from_the_package() -> None:
    assert callable(run_example)
    assert callable(run_examples)


def test_only_requirements_with_facets_are_measured_and_each_content_once(ruleset: RuleSet) -> None:
    assert "later.doel" in ruleset.requirements
    assert [requirement.id for requirement in measurable(ruleset)] == ["plan.doel"]
    assert [requirement.id for requirement in measurable(ruleset, "later")] == ["later.doel"]
    assert measurable(ruleset, "plan.begroting") == ()


def test_an_aspect_is_there_when_a_line_proves_it_and_hollow_when_lines_only_mention_it(measured: Measurement) -> None:
    labels = {verdict.passage.id: (verdict.present, verdict.hollow) for verdict in measured.passages}
    assert labels["001"] == (WHAT, NONE)
    assert labels["002"] == (NONE, WHAT)
    assert labels["004"] == (NONE, NONE)


def test_what_is_proven_elsewhere_in_the_passage_is_not_hollow(tmp_path: Path, ruleset: RuleSet) -> None:
    text = "=== 1 | Plan\nHet doel volgt. [[!aim]]\nOns doel is 80 huizen in 2030. [[aim]]\n"
    (tmp_path / "stem.md").write_text(text, "utf-8")
    verdict = measure(read_corpus(tmp_path), Detector(ruleset)).passages[0]
    assert (verdict.present, verdict.hollow) == (WHAT, NONE)


def test_passages_are_counted_by_requirement_and_by_aspect(measured: Measurement) -> None:
    figures = passage_figures(measured.passages)
    assert figures.found == Counts(both=1, extra=1, missed=1)
    assert figures.seen_through == Share(part=1, number=1)
    assert aspect_counts(measured.passages) == {"plan.doel wat": Counts(both=1, extra=1, missed=1)}


def test_the_tables_and_the_failures_are_dutch_and_fit_a_hundred_columns(
    measured: Measurement, corpus: Path, ruleset: RuleSet
) -> None:
    text = render(measured, read_corpus(corpus), replace(RUN, without=("koppen",), prefix="plan"))
    assert text.startswith("Gemeten: 0 documenten en 4 passages van 1 stem (alleen plan, zonder koppen)\n")
    assert "  krant          2          2       0,50       0,50       0,50" in text
    assert "Fout in passages: de eerste van 2" in text
    assert "maar wat staat er: plan.doel in krant 003" in text
    assert "Regel 6: «Over acht jaar stookt hier niemand meer op gas.»" in text
    assert "maar het staat er niet: plan.doel in krant 004" in text
    assert max(len(line) for line in text.splitlines()) <= 100


def test_no_more_failures_are_shown_than_asked(measured: Measurement, corpus: Path) -> None:
    text = render(measured, read_corpus(corpus), replace(RUN, failures=1))
    assert "krant 003" in text
    assert "krant 004" not in text
    assert "Fout in" not in render(measured, read_corpus(corpus), replace(RUN, failures=0))


def test_rules_without_facets_say_nothing_of_passages(corpus: Path) -> None:
    ruleset = load_rules(None)
    none = {
        key: replace(rule, aspects=tuple(replace(aspect, facets=()) for aspect in rule.aspects))
        for key, rule in ruleset.requirements.items()
    }
    measured = measure(read_corpus(corpus), Detector(replace(ruleset, requirements=none)))
    assert measured.passages == ()
    assert "Geen van deze regels noemt facetten" in render(measured, read_corpus(corpus), RUN)


def test_the_detector_knows_what_it_must_do_without(ruleset: RuleSet) -> None:
    assert Detector(ruleset).without == frozenset()
    assert Detector(ruleset, without=frozenset({"hol"})).without == {"hol"}


@pytest.fixture(scope="module")
def on_document(tmp_path_factory: pytest.TempPathFactory) -> Measurement:
    """A real Word file with gold labels, of which one is made wrong and one is about another kind of document."""
    directory = tmp_path_factory.mktemp("documenten")
    shutil.copy(EXAMPLES / "projectplan-met-gaten.docx", directory)
    gold = json.loads((EXAMPLES / "projectplan-met-gaten.gold.json").read_text("utf-8"))
    risk = gold["labels"]["projectplan.risicoanalyse"]
    labels = {
        "projectplan.risicoanalyse": risk,
        "projectplan.begroting": {**gold["labels"]["projectplan.begroting"], "status": "aanwezig"},
        "startnotitie.gebied": {"status": "ontbreekt", "hollow": True},
    }
    path = directory / "projectplan-met-gaten.gold.json"
    path.write_text(json.dumps({"milestone": "projectplan", "labels": labels}), "utf-8")
    return measure(read_corpus(directory), detector_for(shipped_rules()))


def test_a_label_stands_beside_the_finding_and_a_part_that_is_not_judged_is_wrong(on_document: Measurement) -> None:
    verdicts = {verdict.label.requirement: verdict for verdict in on_document.documents}
    assert verdicts[RequirementId("projectplan.risicoanalyse")].right
    other = verdicts[RequirementId("startnotitie.gebied")]
    assert (other.status, other.right) == ("geen", False)


def test_documents_are_scored_on_kind_verdict_hollow_and_what_is_missing(on_document: Measurement) -> None:
    figures = document_figures(on_document)
    assert figures.kinds == Share(part=1, number=1)
    assert figures.exact == Share(part=1, number=3)
    assert figures.present == Counts(both=0, extra=0, missed=1)
    assert figures.seen_through == Share(part=1, number=1)
    assert figures.missing == Share(part=1, number=1)
    assert figures.doubt == Share(part=0, number=3)


def test_the_report_on_documents_shows_who_said_what(on_document: Measurement) -> None:
    corpus = read_corpus(EXAMPLES)
    text = render(replace(on_document, passages=()), replace(corpus, documents=corpus.documents[:1]), RUN)
    assert "Soort document goed                             1 van 1 (100,0 %)" in text
    assert "moet aanwezig zijn: projectplan.begroting in projectplan-met-gaten.docx" in text
    assert "niet beoordeeld, moet ontbreekt zijn: startnotitie.gebied" in text
    assert "    Mens: " in text
    header = next(line for line in text.splitlines() if line.lstrip().startswith("onvolledig") and "geen" in line)
    assert header.split() == ["onvolledig", "geen"]
