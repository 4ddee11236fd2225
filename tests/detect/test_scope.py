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


@pytest.mark.parametrize(
    "heading",
    [
        "## Kopie uit dossier Korenveld",
        "## Kosten van referentieproject De Korenaar",
        "## Kijkje bij het project Korenveld",
        "## Zo ging het in Korenveld",
        "## Uit de evaluatie van Korenveld",
    ],
)
def test_a_heading_that_says_where_its_text_comes_from_takes_all_under_it_along(heading: str) -> None:
    lines = ("Er staan 90 woningen.", "- het net kost 2 miljoen", "- de raad besloot in mei")
    assert set(beside(heading, *lines).values()) == {frozenset((hollow.ELSEWHERE,))}
    assert len(beside(heading, *lines)) == 3


@pytest.mark.parametrize(
    "heading",
    [
        "## Uit de evaluatie van Merelveld",
        "## Kopie uit het dossier",
        "## Gesprek met Woonstichting Korenveld",
        "## Zo gaat het in 2028",
        "## Op bezoek bij mevrouw Korenveld",
    ],
)
def test_a_heading_that_names_no_other_area_or_project_takes_nothing_along(heading: str) -> None:
    assert beside(heading, "Er staan 90 woningen.") == {}


def test_a_list_goes_along_with_the_sentence_that_says_where_it_comes_from() -> None:
    found = beside(
        "## Aanpak",
        "Dit hadden we de vorige keer in Korenveld, overgenomen uit het plan Korenveld:",
        "- een avond in mei",
        "- een rondgang in juni",
        "",
        "In Merelveld houden we twee avonden.",
    )
    assert "een rondgang in juni" in found
    assert "In Merelveld houden we twee avonden." not in found


ROWS = ("|---|---|", "| startavond | mei 2027 |", "| atelier | juni 2027 |")


def test_the_head_of_a_table_may_name_another_project_that_the_text_names_as_such() -> None:
    told = "De kosten zijn afgeleid van het project Korenveld."
    assert len(beside("## Kosten", told, "", "| Activiteit Korenveld | Wanneer |", *ROWS)) == 2


@pytest.mark.parametrize("head", ["| Activiteit | Wanneer |", "| Merelveld | Wanneer |", "| Korenveld | Merelveld |"])
def test_a_head_without_one_other_name_says_nothing(head: str) -> None:
    told = "De kosten zijn afgeleid van het project Korenveld."
    assert beside("## Kosten", told, "", head, *ROWS) == {}


def test_rows_about_elsewhere_fill_no_column() -> None:
    rows = ("|---|---|", "| ketel stuk | reserve |", "| pomp stuk | monteur |", "| lekkage | aannemer |")
    ours, theirs = (
        make_document(TITLE.replace("Startnotitie", "Projectplan"), heading, f"| Risico {name} | Maatregel |", *rows)
        for heading, name in (("## Risico's", ""), ("## Risico's uit dossier Korenveld", "Korenveld"))
    )
    detector = detector_for(shipped_rules())
    key = next(key for key in detector.requirements if key == "projectplan.risicoanalyse")
    found, not_found = (
        {
            each.aspect
            for each in detector.judge(key, detector.analyse(Dossier(documents=(each,)), is_part=True)).evidence
        }
        for each in (ours, theirs)
    )
    assert "maatregelen" in found
    assert not not_found


@pytest.mark.parametrize(
    "closing",
    ["Dat gaat dus over Korenveld.", "Korenveld is Korenveld.", "Die huizen staan los van dit plan."],
)
def test_a_sentence_may_set_apart_what_stands_before_it(closing: str) -> None:
    told = "De 90 huizen van Korenveld krijgen een net."
    assert beside("## Warmte", f"{told} {closing}")[told] == {hollow.ELSEWHERE}


def test_a_sentence_may_say_that_all_around_it_is_of_the_whole_municipality() -> None:
    told, later = "Er wonen 31.000 mensen.", "Het inkomen is 4% hoger."
    found = beside("## Cijfers", told, "De gegevens gelden voor de gemeente als geheel.", later)
    assert found[told] == found[later] == {hollow.WHOLE}


def test_what_is_said_in_passing_to_be_of_the_whole_municipality_is_that_alone() -> None:
    told = "Er wonen 310 mensen."
    assert told not in beside("## Cijfers", f"{told} Er zijn doelen, maar die gelden voor de gemeente als geheel.")


def test_a_point_that_is_about_elsewhere_says_nothing_of_the_points_below_it() -> None:
    found = beside(
        "## Cijfers",
        "- In de hele stad wonen 31.000 mensen",
        "- De wijkagent kent iedereen",
        "",
        "Voor Merelveld is de rest nog niet bekend.",
    )
    assert set(found) == {"In de hele stad wonen 31.000 mensen"}


def test_a_paragraph_that_begins_with_the_whole_municipality_goes_on_about_it() -> None:
    told = "In de hele gemeente staan 21.000 woningen. De meeste hebben een slecht label. Merelveld telt er 300."
    found = beside("## Gebouwen", told)
    assert found == {"De meeste hebben een slecht label.": frozenset((hollow.WHOLE,))}
    assert beside("## Gebouwen", told.replace("In de hele gemeente", "In het dal")) == {}


def test_what_lies_beside_the_area_is_told_of_by_its_name() -> None:
    found = beside(
        "## Gebied",
        "Naast ons ligt de aangrenzende buurt De Zuivel. De Zuivel telt 290 woningen. Er staan 300 huizen uit 1960.",
    )
    assert found == {"De Zuivel telt 290 woningen.": frozenset((hollow.ELSEWHERE,))}


def test_what_an_area_is_compared_with_is_told_of_by_its_name_and_by_daar() -> None:
    found = beside(
        "## Gebied",
        "Wij vergelijken Merelveld met Dalzicht. Dalzicht telt 540 woningen. Het riool dateert daar uit 1960.",
    )
    assert set(found) == {"Dalzicht telt 540 woningen.", "Het riool dateert daar uit 1960."}


def test_what_the_municipality_has_by_numbers_goes_on_about_it() -> None:
    found = beside("## Gebied", "De gemeente Twekkel heeft 26 buurten. Van de woningen is een derde corporatiebezit.")
    assert found == {"Van de woningen is een derde corporatiebezit.": frozenset((hollow.WHOLE,))}
