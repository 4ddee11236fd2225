"""What the opening of a document says of its kind: the paper itself, not the papers it comes from or leads to."""

import pytest

from plancheck.checker import detector_for
from plancheck.detect.milestone.naming import namings
from plancheck.model.document import Dossier
from tests.documents import make_document
from tests.shipped import shipped_rules

REST = ("Het dorp telt 312 woningen.", "Het gas gaat er in 2034 uit.")


def named(*lines: str, path: str = "stuk.md") -> dict[str, float]:
    """Milestone -> how strongly it is named, for the kinds that are."""
    detector = detector_for(shipped_rules())
    text = detector.analyse(Dossier(documents=(make_document(*lines, *REST, path=path),)))
    found = namings(text, detector.kinds, detector.lexicon)
    return {
        compiled.kind.milestone: naming.weight
        for compiled, naming in zip(detector.kinds, found, strict=True)
        if compiled.kind.milestone and naming.weight
    }


def test_a_title_names_its_kind() -> None:
    assert named("# Startnotitie De Kolk")["startnotitie"] == 3.0


@pytest.mark.parametrize("title", ["Participatieplan De Kolk", "Concept-uitvoeringsplan voor De Kolk"])
def test_a_name_counts_in_full_although_a_part_of_it_is_a_word_that_other_kinds_bear_too(title: str) -> None:
    assert max(named(f"# {title}").values()) == 3.0


@pytest.mark.parametrize(
    "title",
    [
        "Op weg naar het uitvoeringsplan De Kolk",
        "Alles voor een gedegen uitvoeringsplan",
        "De fase tot en met het uitvoeringsplan",
        "Bevindingen bij het vastgestelde uitvoeringsplan",
        "Evaluatie van het uitvoeringsplan",
        "De Kolk (wijk 3), versie 0.9: op weg naar het uitvoeringsplan",
        "I.s.m. bewoners op weg naar een uitvoeringsplan",
    ],
)
def test_a_paper_that_leads_to_another_or_is_about_it_hardly_bears_its_name(title: str) -> None:
    assert named(f"# {title}")["uitvoeringsplan"] < 1


@pytest.mark.parametrize(
    "title", ["Definitieve versie van het uitvoeringsplan De Kolk", "Uitvoeringsplan voor het gebied rond De Kolk"]
)
def test_a_version_of_a_plan_bears_its_name(title: str) -> None:
    assert named(f"# {title}")["uitvoeringsplan"] == 3.0


def test_the_paper_itself_counts_in_full_where_another_is_named_before_it() -> None:
    found = named("# Op weg naar het uitvoeringsplan: startnotitie De Kolk")
    assert (found["startnotitie"], found["uitvoeringsplan"]) == (3.0, 0.75)


def test_of_two_names_the_first_counts() -> None:
    found = named("# Startnotitie uitvoeringsplan De Kolk")
    assert found["startnotitie"] > 2 * found["uitvoeringsplan"]


def test_strategy_and_plan_in_one_title_are_named_alike() -> None:
    found = named("# Participatiestrategie en participatieplan De Kolk")
    assert found["participatiestrategie"] == found["participatieplan"]


def test_the_first_sentence_may_say_what_this_is() -> None:
    assert named("# De Kolk", "Voor u ligt de wijkanalyse van De Kolk.")["wijkanalyse"] > 2


def test_the_name_of_the_file_says_a_little() -> None:
    assert 0 < named("# De Kolk", path="projectplan_kolk_v2.md")["projectplan"] < 1
