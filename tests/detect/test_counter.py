"""Text that seems to answer and does not: only what is about the missing aspect is shown."""

from plancheck.checker import check
from plancheck.model.finding import Evidence, Finding, Verdict
from plancheck.model.requirement import MilestoneId
from plancheck.rules.loader import load_rules
from tests.documents import make_document

PLAN = ("# Projectplan warmtenet De Wiel", "## Inleiding", "Dit projectplan gaat over het warmtenet in De Wiel.")


def finding(part: str, *lines: str) -> Finding:
    """The finding on a part of a project plan with these lines."""
    report = check(make_document(*PLAN, *lines), load_rules(), milestone=MilestoneId("projectplan"))
    return next(each for each in report.findings if each.requirement.id == f"projectplan.{part}")


def shown(found: Finding) -> list[Evidence]:
    return [evidence for evidence in found.counter_evidence if evidence.kind != "kop"]


def test_what_denies_the_aspect_is_shown_for_that_aspect() -> None:
    found = finding(
        "begroting",
        "## Begroting",
        "Het onderzoek kost € 120.000 en de projectleiding € 80.000.",
        "De dekking van deze kosten is nog niet bekend.",
    )
    assert found.missing_aspects == ("dekking",)
    assert [(each.aspect, each.quote) for each in shown(found)] == [
        ("dekking", "De dekking van deze kosten is nog niet bekend.")
    ]


def test_what_is_hollow_about_something_else_under_the_same_heading_is_not_shown() -> None:
    found = finding(
        "begroting",
        "## Begroting",
        "Het onderzoek kost € 120.000 en de projectleiding € 80.000.",
        "Wie de vergadering voorzit, is nog niet bekend.",
    )
    assert found.missing_aspects == ("dekking",)
    assert shown(found) == []


def test_an_empty_row_is_shown_with_its_empty_cells() -> None:
    found = finding("begroting", "## Begroting", "| Post | 2027 | 2028 |", "|---|---|---|", "| Onderzoek | | |")
    assert found.verdict is Verdict.MISSING
    assert [each.quote for each in shown(found)] == ["Onderzoek | 2027: (leeg) | 2028: (leeg)"]


def test_the_same_words_are_shown_once() -> None:
    found = finding(
        "risicoanalyse",
        "## Risico's",
        "De risico's zijn nog niet in beeld. Ook de risico's voor het riool zijn dat niet.",
    )
    quoted = [each.quote for each in shown(found)]
    assert quoted
    assert not any(one in other for one in quoted for other in quoted if one is not other)
