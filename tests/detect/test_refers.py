"""A sentence that begins with "die" or "dat" is about what the sentence before it named."""

import pytest

from plancheck.checker import detector_for
from plancheck.detect.marks.refers import is_about_what_went_before
from plancheck.model.document import Dossier
from plancheck.model.finding import Finding
from plancheck.model.requirement import RequirementId
from tests.documents import make_document
from tests.shipped import shipped_rules


@pytest.mark.parametrize(
    ("sentence", "refers"),
    [
        ("Die werd in maart door de raad vastgesteld.", True),
        ("Het lag zes weken op het stadhuis.", True),
        ("Het college beslist daar binnen acht weken over.", True),
        ("De raad besluit hierover in juni.", True),
        ("Dit plan is door het college vastgesteld.", False),
        ("De raad stelde het vast.", False),
        ("Dat de raad besluit, staat vast.", False),
        ("Er gaan dertig woningen per maand over op het net.", False),
    ],
)
def test_a_pronoun_as_subject_refers_and_before_a_noun_it_does_not(sentence: str, refers: bool) -> None:
    assert is_about_what_went_before(sentence) is refers


def judged(requirement: str, *lines: str) -> Finding:
    """What the shipped rules say of one requirement in a small plan."""
    dossier = Dossier(documents=(make_document("# Uitvoeringsplan Merelveld", *lines),))
    detector = detector_for(shipped_rules())
    return detector.judge(RequirementId(requirement), detector.analyse(dossier, is_part=True))


def test_who_decided_on_an_earlier_paper_did_not_decide_on_the_plan() -> None:
    told = "Eerst kwam de startnotitie. {} is op 12 mei 2026 door het college vastgesteld."
    key = "uitvoeringsplan.bevoegd-gezag"
    assert judged(key, "## Besluit", told.format("Die")).verdict.value == "ontbreekt"
    assert judged(key, "## Besluit", told.format("Dit uitvoeringsplan")).verdict.value == "aanwezig"


def test_a_chapter_that_is_the_report_counts_whatever_its_sentences_are_like() -> None:
    found = judged(
        "uitvoeringsplan.mer",
        "## Deel B. Milieueffectrapport",
        "De drie plekken zijn met elkaar vergeleken op geluid, bodem en natuur. Achter de loods is het stil genoeg. "
        "De sloot houdt daar water vast en de vleermuizen vliegen er niet langs. Langs de spoorlijn is de grond "
        "vervuild en bij de vijver broeden in het voorjaar futen en meerkoeten.",
    )
    assert set(found.missing_aspects) == {"afdeling-34"}
