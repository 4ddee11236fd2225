"""Findings in the light of how well a file could be read."""

from dataclasses import replace

import pytest

from plancheck.checker import check
from plancheck.model.document import ReadingWarning
from plancheck.model.finding import Verdict
from plancheck.model.requirement import MilestoneId
from tests.documents import make_document
from tests.shipped import shipped_rules


def test_nothing_is_called_missing_when_pages_were_not_read() -> None:
    ruleset, plan = shipped_rules(), MilestoneId("projectplan")
    document = make_document("# Projectplan warmtenet", "De gemeente legt een net aan.")
    whole = check(document, ruleset, milestone=plan)
    assert Verdict.MISSING in {finding.verdict for finding in whole.findings}
    warning = ReadingWarning(code="paginas-zonder-tekst", message="Pagina 4-9 zijn afbeeldingen en zijn niet gelezen.")
    partly = check(replace(document, unread_pages=(4, 5, 6, 7, 8, 9), warnings=(warning,)), ruleset, milestone=plan)
    for before, after in zip(whole.findings, partly.findings, strict=True):
        if before.verdict is Verdict.MISSING:
            assert after.verdict is Verdict.DOUBT
            assert after.question == "Pagina 4-9 zijn afbeeldingen en zijn niet gelezen. Staat dit onderdeel daar?"
        else:
            assert after == before


def test_a_finding_is_as_sure_as_the_recognised_text_it_rests_on() -> None:
    ruleset, plan = shipped_rules(), MilestoneId("projectplan")
    rows = ("| Risico | Kans | Maatregel |", "|---|---|---|", "| vol net | groot | overleg met de netbeheerder |")
    document = make_document("# Projectplan warmtenet", "## Risico's", *rows, "| hoge prijs | klein | prijsplafond |")
    scanned = replace(document, blocks=tuple(replace(block, confidence=0.8) for block in document.blocks))
    whole, less = (check(each, ruleset, milestone=plan).findings for each in (document, scanned))
    resting = [(before, after) for before, after in zip(whole, less, strict=True) if before.evidence]
    assert resting
    for before, after in resting:
        assert after.verdict is before.verdict
        assert after.confidence == pytest.approx(0.8 * before.confidence)


def test_a_picture_where_something_is_missing_is_named_there_and_changes_no_verdict() -> None:
    ruleset, plan = shipped_rules(), MilestoneId("projectplan")
    text = "Het gebied ligt in het oosten van de stad en heeft 400 woningen uit de jaren zestig."
    document = make_document("# Projectplan warmtenet", "## Het gebied", text, "## Planning", "De planning volgt nog.")
    seen = replace(document, unread_pictures=("Planning", "Bronnen"))
    before, after = (check(each, ruleset, milestone=plan).findings for each in (document, seen))
    assert [finding.verdict for finding in after] == [finding.verdict for finding in before]
    named = [finding.question for finding in after if "Kaart niet gelezen" in finding.question]
    assert named
    assert set(named) == {
        "Kaart niet gelezen: onder “Planning” staat een grote afbeelding. Staat daarop wat hier mist?"
    }
    assert all(
        finding.verdict in (Verdict.MISSING, Verdict.INCOMPLETE) for finding in after if finding.question in named
    )
