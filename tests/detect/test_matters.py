"""How another matter went, told at length, is not what the plan says of itself."""

import pytest

from plancheck.checker import detector_for
from plancheck.detect.marks import hollow
from plancheck.model.document import Dossier
from tests.documents import make_document
from tests.shipped import shipped_rules

PAST = "De raad besloot in 2021 over het geld. De provincie betaalde de helft. De bewoners kozen de kleur."


def about_another_matter(*lines: str) -> set[str]:
    dossier = Dossier(documents=(make_document("# Projectplan Merelveld", *lines),))
    text = detector_for(shipped_rules()).analyse(dossier, is_part=True)
    return {unit.text for unit in text.units if hollow.OTHER_MATTER in unit.beside}


@pytest.mark.parametrize(
    "lines",
    [
        ("## Hoe het met het windpark ging", PAST),
        ("## Waar het geld van de nieuwe gymzaal vandaan kwam", PAST),
        ("## Wie beslist", f"Bij de rondweg ging het zo. {PAST}"),
    ],
)
def test_a_passage_that_begins_with_another_matter_and_tells_how_it_went_is_about_that(lines: tuple[str, ...]) -> None:
    assert "De provincie betaalde de helft." in about_another_matter(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("## Besluiten", PAST),
        ("## Het plein", "Het plein wordt in 2028 opnieuw bestraat. De gemeente betaalt. Bewoners kiezen de stenen."),
        ("## Het windpark", f"Het warmtenet kwam er dankzij het windpark. {PAST}"),
        ("## Het windpark", "De raad besloot in 2021."),
        ("## Warmte en het windpark", PAST),
    ],
    ids=["no other matter", "to come", "the subject", "in passing", "a heading with the subject"],
)
def test_what_is_to_come_or_about_the_subject_or_told_in_passing_counts(lines: tuple[str, ...]) -> None:
    assert about_another_matter(*lines) == set()


def test_it_ends_where_the_subject_comes_back() -> None:
    found = about_another_matter("## Eerder", f"Bij het windpark ging het zo. {PAST} Het warmtenet kost 2 miljoen.")
    assert "De bewoners kozen de kleur." in found
    assert "Het warmtenet kost 2 miljoen." not in found
