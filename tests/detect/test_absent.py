"""A text that says of an answer that it is not there gives none, unless what stands beside it is beyond doubt."""

import pytest

from plancheck.detect import Detector
from plancheck.detect.evidence.absent import without_what_is_denied
from plancheck.detect.evidence.kinds.probe import Hit
from plancheck.detect.text.lexicon import NO_TERMS
from plancheck.model.document import Dossier
from plancheck.model.requirement import RequirementId
from tests.documents import make_document
from tests.shipped import shipped_rules

SAID = "In mei 2027 komt een brief."


@pytest.mark.parametrize(
    ("beside", "strength", "kept"),
    [
        ("De planning is nog niet bekend.", 0.7, False),
        ("De planning wordt door bureau Kievit opgesteld.", 0.7, False),
        ("De planning is nog niet bekend.", 0.95, True),
        ("De begroting is nog niet bekend.", 0.7, True),
        ("De planning staat hieronder.", 0.7, True),
    ],
)
def test_what_is_weak_does_not_count_beside_a_denial_of_the_answer(beside: str, strength: float, kept: bool) -> None:
    assert bool(_kept(f"{SAID} {beside}", strength)) is kept


def test_a_denial_in_another_chapter_is_about_something_else() -> None:
    assert _kept(SAID, 0.7, "## Geld", "De planning is nog niet bekend.")


def test_without_a_name_for_the_answer_nothing_is_left_out() -> None:
    assert _kept(f"{SAID} De planning is nog niet bekend.", 0.7, called=False)


def _kept(text: str, strength: float, *more: str, called: bool = True) -> list[Hit]:
    detector = Detector(shipped_rules())
    aspects = detector.requirements[RequirementId("projectplan.plan-van-aanpak")].aspects
    compiled = next(each for each in aspects if each.aspect.id == "planning")
    document = make_document("# Projectplan Beukenhof", "## Aanpak", text, *more)
    analysed = detector.analyse(Dossier(documents=(document,)))
    hit = Hit(analysed.units[:1], strength, "", "geleerd")
    return without_what_is_denied([hit], compiled.called if called else NO_TERMS, analysed)
