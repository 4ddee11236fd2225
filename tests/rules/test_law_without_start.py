"""A law of which the start is not confirmed: additional, and "zodra" in every report, until somebody sets the date."""

import json
from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.model.finding import Report
from plancheck.reports import RENDERERS
from plancheck.rules import RuleSet, load_rules
from tests.shipped import document_of, shipped_rules

CORPORA = Path(__file__).parents[2] / "corpora"
PLAN = CORPORA / "voorbeelden" / "kavelplan-met-gaten.docx"
PENDING = [each for each in shipped_rules().requirements.values() if each.source.valid_from is None]
WORDS = "De wet noemt dit, zodra artikel 2.16 geldt (Wet collectieve warmte, {place})."
SHORT = "[Wet collectieve warmte, {further}, zodra artikel 2.16 geldt]"
DATED = """\
id: gemeente
titel: Pakket dat de dag weet
versie: "1.0.0"
breidt-uit: warmtetransitie
"""


def judged(rules: RuleSet) -> Report:
    return check(document_of(PLAN), rules, facts={"warmteoplossing": "warmtenet"}, reference_date="2027-06-01")


def texts(report: Report) -> dict[str, str]:
    return {
        name: " ".join(renderer([report]).decode("utf-8").replace("\u00a0", " ").split())
        for name, renderer in RENDERERS.items()
    }


def test_the_example_holds_all_that_the_law_will_ask() -> None:
    report = judged(shipped_rules())
    assert len(PENDING) == 14
    assert {each.id for each in PENDING} <= {finding.requirement.id for finding in report.findings}
    assert {f.requirement.level for f in report.findings if f.requirement.source.valid_from is None} == {"aanvullend"}


@pytest.mark.parametrize("name", ["console", "html", "json"])
def test_every_report_says_that_the_law_mentions_it_once_its_article_is_in_force(name: str) -> None:
    report = judged(shipped_rules())
    text = texts(report)[name]
    open_ones = [f for f in report.findings if f.requirement.source.valid_from is None and f.verdict.is_gap]
    assert len(open_ones) > 5
    for finding in open_ones:
        place = finding.requirement.source.place
        assert (SHORT if name == "console" else WORDS).format(place=place, further=place.partition(", ")[2]) in text
        assert f"De wet vraagt dit (Wet collectieve warmte, {finding.requirement.source.place})" not in text


def test_no_gap_under_such_a_law_keeps_a_plan_from_being_complete() -> None:
    report = judged(shipped_rules())
    assert any(finding.verdict.is_gap for finding in report.findings)
    assert report.complete


def test_who_sets_the_date_has_a_law_that_asks(tmp_path: Path) -> None:
    (tmp_path / "pakket.yaml").write_text(DATED, "utf-8")
    source = CORPORA.parent / "rules" / "warmtetransitie" / "kavelplan" / "kosten.yaml"
    text = source.read_text("utf-8")
    assert "geldig-vanaf: onbekend" in text
    (tmp_path / "kavelplan").mkdir()
    (tmp_path / "kavelplan" / "kosten.yaml").write_text(
        text.replace("geldig-vanaf: onbekend", 'geldig-vanaf: "2027-01-01"'), "utf-8"
    )
    report = judged(load_rules(tmp_path))
    levels = {str(finding.requirement.id): finding.requirement.level for finding in report.findings}
    assert (levels["kavelplan.kosten"], levels["kavelplan.tarieven"]) == ("wettelijk", "aanvullend")
    assert not report.complete
    findings = json.loads(RENDERERS["json"]([report]))["documenten"][0]["bevindingen"]
    said = {each["regel"]: each["bron"]["in_woorden"] for each in findings}
    assert said["kavelplan.kosten"] == "De wet vraagt dit (Wet collectieve warmte, artikel 2.16, lid 2, onder i)."
    assert said["kavelplan.tarieven"].startswith("De wet noemt dit, zodra")
