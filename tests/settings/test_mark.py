"""The mark of a finding: the same as long as the text is the same on which it rests."""

from plancheck.checker import check
from plancheck.model.finding import Verdict
from plancheck.model.requirement import MilestoneId
from tests.documents import make_document
from tests.shipped import shipped_rules

TITLE = "# Projectplan warmtenet"
RISKS = (
    "## Risico's",
    "Het grootste risico is dat het net vol raakt. Om dat te voorkomen overleggen wij elk kwartaal met "
    "de netbeheerder.",
)
TEAM = ("## Team", "De projectleider is J. de Vries.")


def marks(*lines: str) -> tuple[str, Verdict, str]:
    """The mark and verdict of the risks, and the mark of a part on which there is nothing at all."""
    report = check(make_document(*lines), shipped_rules(), milestone=MilestoneId("projectplan"))
    found = {finding.requirement.id.split(".")[1]: finding for finding in report.findings}
    silent = found["samenwerkingsovereenkomst"]
    assert silent.verdict is Verdict.MISSING
    assert not silent.counter_evidence
    return found["risicoanalyse"].mark, found["risicoanalyse"].verdict, silent.mark


def test_work_on_another_chapter_leaves_the_mark() -> None:
    before, verdict, _ = marks(TITLE, *RISKS, *TEAM)
    assert verdict is Verdict.INCOMPLETE
    assert marks(TITLE, *RISKS, *TEAM, "Ook de wethouder doet mee.")[0] == before


def test_a_change_in_the_chapter_of_the_quotes_changes_the_mark() -> None:
    before = marks(TITLE, *RISKS, *TEAM)[0]
    assert marks(TITLE, *RISKS, "Dit is een zin erbij.", *TEAM)[0] != before


def test_white_space_leaves_the_mark() -> None:
    before = marks(TITLE, *RISKS, *TEAM)[0]
    assert marks(TITLE, RISKS[0], RISKS[1].replace(" ", "  "), *TEAM)[0] == before


def test_what_was_found_nowhere_rests_on_the_whole_text() -> None:
    before = marks(TITLE, *RISKS, *TEAM)[2]
    assert marks(TITLE, *RISKS, *TEAM)[2] == before
    assert marks(TITLE, *RISKS, *TEAM, "Ook de wethouder doet mee.")[2] != before


def test_two_parts_that_rest_on_the_same_text_have_their_own_mark() -> None:
    report = check(make_document(TITLE, *RISKS), shipped_rules(), milestone=MilestoneId("projectplan"))
    every = [finding.mark for finding in report.findings]
    assert len(set(every)) == len(every) > 1
