"""What is still to be made or talked about is no answer, also where an announcement is one."""

import pytest

from plancheck.checker import detector_for
from plancheck.detect.evidence.kinds.probe import hollow_for
from plancheck.detect.marks import hollow
from plancheck.detect.marks.deferral import deferred
from plancheck.detect.text.analysed import AnalysedText
from plancheck.model.document import Dossier
from plancheck.model.finding import Finding
from plancheck.model.requirement import RequirementId
from tests.documents import make_document
from tests.shipped import shipped_rules


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("De jaarplanning wordt door de nieuwe secretaris opgesteld.", "De jaarplanning"),
        ("Hoe dat tekort wordt gevuld, is onderwerp van overleg met de provincie.", "Hoe dat tekort wordt gevuld"),
        ("De dekking is nog in bespreking.", "De dekking"),
        ("De vraag wie het beheer krijgt, komt in de herfst aan de orde.", "De vraag wie het beheer krijgt"),
        ("Welke avonden er komen, bedenken we met de buurt.", "Welke avonden er komen"),
        ("De uitwerking van de rollen gebeurt in het kernteam.", "De uitwerking van de rollen"),
        ("Na de zomer wordt een raming gemaakt door de controller.", "een raming"),
    ],
)
def test_what_is_put_off_is_named_by_the_sentence(text: str, what: str) -> None:
    assert what in deferred(text)


@pytest.mark.parametrize(
    "text",
    [
        "We werken langs vier sporen.",
        "Of de bron genoeg levert, beslist de stuurgroep in juni.",
        "Wanneer de bron te klein is, wordt een andere gezocht.",
        "Bewoners worden in mei uitgenodigd om de eisen te bespreken.",
        "Wie niet mee wil, hoeft niet mee.",
        "De kosten worden gedekt uit de reserve Klimaat.",
        "Wethouder Aksoy wordt aangewezen als opdrachtgever.",
    ],
)
def test_what_is_said_or_decided_is_not_put_off(text: str) -> None:
    assert deferred(text) == ()


def test_an_answer_that_is_put_off_is_none_also_where_an_announcement_counts() -> None:
    put_off = judged("projectplan.plan-van-aanpak", "De planning wordt in maart 2027 opgesteld door bureau Kievit.")
    assert "planning" in put_off.missing_aspects
    assert [each.kind for each in put_off.counter_evidence] == ["uitgesteld"]


def test_a_step_that_is_planned_is_not_put_off_though_its_own_outcome_is() -> None:
    wanted = RequirementId("projectplan.plan-van-aanpak")
    compiled = detector_for(shipped_rules()).requirements[wanted].aspects
    planning = next(each for each in compiled if each.aspect.id == "planning")
    for text, counts in (
        ("In maart 2027 wordt een toetsingskader opgesteld door bureau Kievit.", True),
        ("De planning wordt in maart 2027 opgesteld door bureau Kievit.", False),
    ):
        (unit,) = analysed(text).units
        assert unit.put_off
        assert (hollow.DEFERRED not in hollow_for(unit, planning.aspect, planning.called)) is counts


def judged(requirement: str, text: str) -> Finding:
    return detector_for(shipped_rules()).judge(RequirementId(requirement), analysed(text))


def analysed(text: str) -> AnalysedText:
    document = make_document("# Projectplan Beukenhof", "## Plan van aanpak", text)
    return detector_for(shipped_rules()).analyse(Dossier(documents=(document,)), is_part=True)
