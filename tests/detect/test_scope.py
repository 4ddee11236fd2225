"""What stands in a document about elsewhere, told by headings, contrasts and paragraphs that go on."""

import pytest

from plancheck.checker import detector_for
from plancheck.detect.marks import hollow
from plancheck.detect.marks.places import area_of
from plancheck.model.document import Dossier
from tests.documents import make_document
from tests.shipped import shipped_rules

TITLE = "# Startnotitie Merelveld"


def beside(*lines: str, title: str = TITLE) -> dict[str, frozenset[str]]:
    """The units that are hollow by what stands around them, with how."""
    dossier = Dossier(documents=(make_document(title, *lines),))
    text = detector_for(shipped_rules()).analyse(dossier, is_part=True)
    return {unit.text: unit.beside for unit in text.units if unit.beside}


def test_what_goes_on_daar_after_another_area_is_about_elsewhere() -> None:
    found = beside(
        "## Ervaring",
        "In de Korenbuurt begon de aanleg in 2024. Daar kwamen 90 woningen aan het net. De corporatie betaalde mee.",
        "## Planning",
        "De aanleg begint in 2029.",
    )
    assert set(found.values()) == {frozenset((hollow.ELSEWHERE,))}
    assert len(found) == 3


def test_the_paragraph_ends_where_the_text_comes_back_to_its_own_area() -> None:
    found = beside(
        "## Ervaring",
        "In de Korenbuurt begon de aanleg in 2024. Daar kwamen 90 woningen aan het net. In Merelveld zijn dat er 300.",
    )
    assert "In Merelveld zijn dat er 300." not in found
    assert len(found) == 2


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("In de hele stad heeft de gemeente negen fte voor dit werk.", hollow.WHOLE),
        ("Met alle gemeenten is een convenant getekend.", hollow.WHOLE),
        ("Aan de overzijde van de vaart wordt het riool vervangen.", hollow.ELSEWHERE),
        ("In Korenhoek is het riool in 2025 vervangen.", hollow.ELSEWHERE),
    ],
)
def test_what_is_wider_or_beside_does_not_count_where_the_text_says_that_here_it_is_not_there(
    told: str, kind: str
) -> None:
    assert beside("## Onderwerp", told, "Voor Merelveld is dat nog niet bekend.") == {told: frozenset((kind,))}


@pytest.mark.parametrize(
    "told",
    [
        "De corporatie bezit 210 woningen.",
        "In de Korenstraat is het riool in 2025 vervangen.",
        "In januari is met alle partijen gesproken.",
        "De Polderhuizen aan de overkant van de vaart horen er niet bij; de grens loopt langs het water.",
    ],
)
def test_what_names_no_other_area_counts_whatever_is_not_there_yet(told: str) -> None:
    assert beside("## Onderwerp", told, "Voor Merelveld is de rest nog niet bekend.") == {}


def test_a_comparison_without_a_gap_counts() -> None:
    assert (
        beside("## Wie wonen er?", "In de hele gemeente is 12 procent 75-plus.", "In Merelveld is dat 20 procent.")
        == {}
    )


def test_the_name_of_a_part_of_the_area_stands_all_over_the_document() -> None:
    lines = ("In de Korenhoek staan 90 woningen.", "In de Korenhoek ligt gietijzer.", "In de Korenhoek wonen huurders.")
    assert beside("## Gebied", *lines, "Voor Merelveld is de rest nog niet bekend.") == {}


@pytest.mark.parametrize(
    "heading", ["## Geleerd van Korenwijk", "## Over de gemeente", "## Kansen in de regio", "## Wonen in onze gemeente"]
)
def test_a_heading_may_say_that_what_follows_is_elsewhere(heading: str) -> None:
    assert "De helft van de huizen is van 1970." in beside(heading, "De helft van de huizen is van 1970.")


@pytest.mark.parametrize(
    "heading",
    ["## De plek van de wijk in de regio", "## Terugblik op de Startavond", "## Uren van de gemeente", "## Merelveld"],
)
def test_a_heading_that_compares_or_names_no_other_area_says_nothing(heading: str) -> None:
    assert beside(heading, "De helft van de huizen is van 1970.") == {}


def test_a_heading_that_turns_to_the_area_closes_what_was_told_of_elsewhere() -> None:
    told = "Uit onze streek tekenden zeven gemeenten een akkoord."
    assert beside("## Eerder", told, "## Merelveld nu", "Er is een appgroep.") == {told: frozenset((hollow.WHOLE,))}


def test_what_the_text_says_such_a_thing_is_not_there_of_is_not_of_this_plan() -> None:
    told = "Opdrachtgever van de wegwerken is het hoofd Beheer."
    found = beside("## Werk aan de weg", told, "## Warmte", "Voor Merelveld is zo'n opdrachtgever er nog niet.")
    assert found == {told: frozenset((hollow.NOT_OF_THIS,))}


def test_means_for_all_areas_are_not_those_of_this_one() -> None:
    told = "Er is 2,1 miljoen euro per jaar."
    found = beside("## Geld", f"{told} Daarmee bedienen we alle twaalf clusters.")
    assert found[told] == {hollow.WHOLE}


def test_rows_under_a_sentence_about_the_whole_municipality_are_about_it_too() -> None:
    rows = ("| Stelling | Eens |", "|---|---|", "| Ik maak me zorgen over de kosten | 61% |", "| Ik wil kiezen | 70% |")
    assert len(beside("## Peiling", "Gemeentebreed is in 2026 een panel bevraagd.", *rows)) == 2
    own = ("| Stelling | Merelveld | Gemeente |", "|---|---|---|", "| Ik maak me zorgen | 61% | 50% |")
    assert beside("## Peiling", "Gemeentebreed is in 2026 een panel bevraagd.", *own) == {}


def test_the_area_of_a_document_is_what_its_title_names_and_its_text_uses() -> None:
    area = area_of("Startnotitie Lage Gouwe", ["In de Lage Gouwe staan 300 huizen.", "Deze startnotitie is kort."])
    assert area.is_named("De Lage Gouwe is oud.")
    assert area.is_named("Langs de Lage Gouwe-Oost loopt het spoor.")
    assert not area.is_named("De Hoge Gouwe is ouder.")
    assert not area.is_named("Deze Startnotitie is kort.")


def test_a_paragraph_that_begins_by_explaining_goes_on_explaining() -> None:
    told = "Een warmtepomp haalt warmte uit lucht of bodem."
    found = beside("## Opties", f"Er bestaan verschillende technieken om te verwarmen. {told}")
    assert found[told] == {hollow.EXPLANATION}


@pytest.mark.parametrize("told", ["Een warmtepomp kost € 9.000.", "Een warmtepomp past in Merelveld op elk dak."])
def test_what_has_a_figure_or_is_about_the_area_is_no_explanation(told: str) -> None:
    assert told not in beside("## Opties", f"Er bestaan verschillende technieken om te verwarmen. {told}")


def test_where_the_writers_speak_of_themselves_nothing_is_explained() -> None:
    told = "De corporatie brengt haar planning in."
    assert beside("## Rollen", f"Wij hebben als gemeente de leiding. {told}") == {}
