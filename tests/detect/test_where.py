"""Where what is missing belongs: beside its sisters, under a heading of its own, else after a heading that is near."""

from pathlib import Path

from plancheck import load_rules, read
from plancheck.checker import check
from plancheck.model.finding import Report, Verdict
from plancheck.model.requirement import EvidenceRule, MilestoneId
from plancheck.reports.wording import where_to_put
from tests.detect.test_judge import aspect, detector, judge

CORPUS = Path(__file__).parents[2] / "corpora" / "ongezien"


def places(name: str, kind: str) -> dict[str, tuple[str, str]]:
    """Part -> its place, and after which heading else, of the gaps in a plan nothing is trained on."""
    return {
        finding.requirement.id: (finding.place, finding.after)
        for finding in report(name, kind).findings
        if finding.verdict.is_gap
    }


def report(name: str, kind: str) -> Report:
    return check(read(CORPUS / f"{name}.docx"), load_rules(), milestone=MilestoneId(kind))


def test_it_belongs_where_its_sisters_stand_before_any_other_heading_of_the_subject() -> None:
    found = places("w8-7-dewielen", "uitvoeringsplan")
    assert found["uitvoeringsplan.participatie"] == ("13 Artikel 12. Contact met inwoners", "")


def test_without_evidence_it_belongs_under_its_own_heading() -> None:
    assert judge("## Overig", "De markt is dinsdag.", "## 5 Risico's", "Volgt.").place == "5 Risico's"


def test_a_heading_about_something_else_is_no_place() -> None:
    finding = judge("## Groen", "Het stadhuis aan de Lindelaan is in 1920 gebouwd.", by=detector(aspect("x", _RULE)))
    assert finding.verdict is Verdict.MISSING
    assert (finding.place, finding.after) == ("", "")


_RULE = EvidenceRule(kind="begrippen", together=(("uitloop",),))


def test_writers_of_other_plans_put_it_there_too() -> None:
    found = places("uitvoeringsplan-polderzicht", "uitvoeringsplan")
    assert found["uitvoeringsplan.toetsing-aan-kader"] == ("4 Toetsing", "")
    assert found["uitvoeringsplan.omgevingsplan"] == ("13.3 Wijziging omgevingsplan", "")


def test_what_fits_nowhere_comes_after_a_part_of_the_plan() -> None:
    judged = report("w8-4-klaverhoek", "projectplan")
    finding = next(each for each in judged.findings if each.requirement.id == "projectplan.samenwerkingsovereenkomst")
    parts = {each.place for each in judged.findings if each.evidence}
    assert finding.place == ""
    assert finding.after in parts
    assert where_to_put(finding).endswith(f"maak er een paragraaf voor, na § {finding.after}.".replace("§ ", "§\u00a0"))
