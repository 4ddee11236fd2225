"""What a report says of a document that is about something else than the rules."""

import pytest

from plancheck.checker import check
from plancheck.model.requirement import MilestoneId
from plancheck.reports.wording import serious_warnings
from tests.documents import make_document
from tests.shipped import shipped_rules


@pytest.mark.parametrize(("sentence", "warned"), [("De app toont een lokaal.", True), ("Het warmtenet komt.", False)])
def test_the_report_says_first_that_a_document_is_about_something_else(sentence: str, warned: bool) -> None:
    document = make_document("# Plan van aanpak", *[sentence] * 40)
    report = check(document, shipped_rules(), milestone=MilestoneId("projectplan"))
    assert any("bijna nergens over het onderwerp" in text for text in serious_warnings(report)) is warned
