"""What must be in force first, in the words of a report."""

import pytest

from plancheck.model.requirement import Reference
from plancheck.reports.wording import source_sentence


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("artikel 2.16, lid 2, onder a", "zodra artikel 2.16 geldt"),
        ("artikel 2.16 lid 3, 4, 5, 9 en 10", "zodra artikel 2.16 geldt"),
        ("artikel 2.4 en 2.5", "zodra artikel 2.4 en 2.5 gelden"),
        ("artikelen 3:11, 3:12 en 3:14 lid 1", "zodra artikelen 3:11, 3:12 en 3:14 gelden"),
        ("de aanwijsbevoegdheid, met de acht jaar", "zodra de aanwijsbevoegdheid geldt"),
    ],
)
def test_a_law_without_a_start_says_which_articles_must_be_in_force_first(place: str, said: str) -> None:
    reference = Reference(document="wcw", title="Wet", place=place, authority="wet", valid_from=None).on("2026-11-27")
    assert f"De wet noemt dit, {said} (Wet, {place})." == source_sentence(reference)
