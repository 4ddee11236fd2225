"""What has been and what is to come, told by verbs and by dates beside the document's own."""

import pytest

from plancheck.checker import detector_for
from plancheck.detect.marks.tense import tense, written_in
from plancheck.model.document import Dossier
from tests.documents import make_document
from tests.shipped import shipped_rules

JUNE_2027 = (2027, 6)


@pytest.mark.parametrize(
    "text",
    [
        "We luisterden in het buurthuis naar vijftig bewoners.",
        "Er zijn negen bijeenkomsten gehouden.",
        "3 maart 2026 | Inloop in de bibliotheek | 14",
        "De wethouder sprak met de huurders.",
        "Voor de verkenning golden twee doelen.",
        "De wijkkrant verscheen elke twee weken.",
        "Een panel dacht mee over de eisen.",
    ],
)
def test_what_took_place_is_past(text: str) -> None:
    assert tense(text, JUNE_2027) == "verleden"


@pytest.mark.parametrize(
    "text",
    [
        "Enquête op papier | november 2027",
        "In maart 2029 houden we een avond.",
        "De stemming staat gepland.",
        "Alle deuren gaan wij na de bouwvak langs.",
        "Hoeveel mensen meedoen, tellen we volgend voorjaar.",
        "In oktober leggen we de lijst aan de straat voor.",
    ],
)
def test_what_is_dated_after_the_document_or_announced_is_to_come(text: str) -> None:
    assert tense(text, JUNE_2027) == "toekomst"


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente houdt elke maand spreekuur.",
        "De grote straten krijgen nieuwe bomen.",
        "De bestaande leidingen liggen diep.",
        "In 2024 is een klankbordgroep ingesteld, die elke maand bijeenkomt.",
        "Het uitgewerkte ontwerp van het net ligt in de bijlage.",
        "De beoogde bron is het kanaal.",
        "In oktober hebben we de lijst verstuurd.",
        "Elke dinsdag zitten we in de keet, waar vroeger de smid zat.",
    ],
)
def test_the_present_and_the_mixed_say_nothing(text: str) -> None:
    assert tense(text, JUNE_2027) == ""


def test_without_a_date_of_the_document_only_verbs_tell() -> None:
    assert tense("november 2020 | Inloop", None) == ""
    assert tense("Er kwamen 63 reacties.", None) == "verleden"


def test_a_document_was_written_when_a_short_line_of_its_opening_says() -> None:
    opening = ["Wijkplan De Hoek", "Concept, 14 maart 2028", "Ter inzage tot 1-6-2028"]
    assert written_in(opening) == (2028, 3)
    long = "De transitievisie van december 2021 noemt de wijk als een van de eerste die aan de beurt kan komen."
    assert written_in([long]) is None


@pytest.mark.parametrize(
    "text",
    [
        "We zijn tevreden als de helft van de straat heeft meegedaan.",
        "Nadat de raad heeft ingestemd, begint het werk.",
    ],
)
def test_what_is_done_under_a_condition_is_not_past(text: str) -> None:
    assert tense(text, None) == ""


def test_who_decided_something_tells_of_the_past() -> None:
    assert tense("Op 8 juli heeft de stuurgroep besloten de verkenning af te ronden.", None) == "verleden"


def tenses(*lines: str) -> list[str]:
    text = detector_for(shipped_rules()).analyse(Dossier(documents=(make_document("# Plan", *lines),)))
    return [unit.tense for unit in text.units]


def test_what_has_no_verb_takes_its_time_from_the_sentence_before_it() -> None:
    assert tenses("## Agenda", "In maart hielden we een avond. In mei een rondgang. In juni is er een markt.") == [
        "verleden",
        "verleden",
        "",
    ]


def test_points_take_their_time_from_what_introduces_them_and_not_from_each_other() -> None:
    past = tenses("## Agenda", "Dit waren de avonden:", "- maart: soep in de kantine", "- mei: rondgang")
    assert past == ["verleden"] * 3
    assert tenses("## Agenda", "Dit zijn de avonden:", "- maart: wat we hoorden", "- mei: rondgang")[-1] == ""


def test_rows_take_their_time_from_the_sentence_that_says_they_belong_to_it() -> None:
    rows = ("| stap | maand |", "|---|---|", "| meting | maart |", "| rondgang | mei |")
    assert tenses("## Stappen", "Zij deden de volgende metingen.", *rows) == ["verleden"] * 3
    assert tenses("## Stappen", "Wij spraken af om vaker te meten.", *rows)[1:] == ["", ""]


def test_the_following_things_are_not_yet_to_come() -> None:
    assert tense("Toen werden de volgende huizen bezocht.", None) == "verleden"
    assert tense("In de volgende fase werden er minder verwacht.", None) == ""


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Terugblik", "verleden"),
        ("Wat hebben we gedaan?", "verleden"),
        ("Genomen besluiten", "verleden"),
        ("Verantwoording afgesloten fase", "verleden"),
        ("Agenda", ""),
        ("Verantwoording", ""),
    ],
)
def test_under_a_heading_that_looks_back_any_perfect_is_past(heading: str, told: str) -> None:
    assert tenses(f"## {heading}", "In april zijn de labels geactualiseerd.") == [told]
