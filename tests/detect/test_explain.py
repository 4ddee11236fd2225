"""The explanation tells how the verdict of the report came about, not that of another reading."""

import re
from pathlib import Path

import pytest

from plancheck.checker import check, detector_for, explain
from plancheck.model.document import Dossier
from plancheck.model.requirement import MilestoneId, RequirementId
from tests.documents import make_document
from tests.shipped import document_of, shipped_rules

PLANS = Path(__file__).parents[2] / "corpora" / "plannen"


@pytest.mark.parametrize("name", ["warm-door-de-lanen", "projectplan-p07-lindeveste"])
def test_the_explained_verdict_is_that_of_the_report(name: str) -> None:
    rules = shipped_rules()
    detector = detector_for(rules)
    document = document_of(PLANS / f"{name}.docx")
    text = detector.analyse(Dossier(documents=(document,)))
    judged = [finding for finding in check(document, rules).findings if finding.requirement.when is None]
    assert len(judged) > 10
    for finding in judged:
        said = detector.explain(finding.requirement.id, text)
        assert f"Oordeel: {finding.verdict.value}, want" in said
        for aspect in finding.requirement.aspects:
            if finding.evidence:
                found = "niet gevonden" if aspect.id in finding.missing_aspects else "gevonden"
                assert f"{aspect.title}: {found} (" in said
        assert not ("geen aspect heeft bewijs" in said and ": gevonden (" in said)


def test_what_somebody_says_that_a_document_is_holds_for_its_explanation_too() -> None:
    rules = shipped_rules()
    letter = document_of(PLANS / "weversbuurt-kwartaalbrief.docx")
    kind = MilestoneId("projectplan")
    read_otherwise = 0
    for finding in check(letter, rules, milestone=kind).findings:
        if finding.requirement.when is None:
            said = explain(letter, rules, finding.requirement.id, milestone=kind)
            assert f"Oordeel: {finding.verdict.value}, want" in said
            read_otherwise += said != explain(letter, rules, finding.requirement.id)
    assert read_otherwise


def test_what_the_text_around_a_sentence_says_is_told_beside_what_is_learned_of_the_sentence() -> None:
    risks = ("# Projectplan Beukenhof", "## Risico's", "Het grootste risico is dat de bron te weinig warmte levert.")
    money = ("## Geld", "Het onderzoek kost € 120.000.")
    said = explain(make_document(*risks, *money), shipped_rules(), RequirementId("projectplan.risicoanalyse"))
    chances = re.findall(r"geleerd [01]\.\d\d, eromheen ([01]\.\d\d)(?:, geheel [01]\.\d\d)?\): «Het grootste", said)
    assert chances
    assert all(0 <= float(chance) <= 1 for chance in chances)
    assert "Eromheen: de kans" in said


def test_the_text_around_is_not_told_where_it_does_not_count() -> None:
    detector = detector_for(shipped_rules())
    document = make_document("## Risico's", "Het grootste risico is dat de bron te weinig warmte levert.")
    piece = detector.analyse(Dossier(documents=(document,)), is_piece=True)
    said = detector.explain(RequirementId("projectplan.risicoanalyse"), piece)
    assert "geleerd " in said
    assert "romheen" not in said
