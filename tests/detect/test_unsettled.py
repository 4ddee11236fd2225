"""A sentence that asks something and leaves it to be found out is no answer, also where an announcement is."""

import pytest

from plancheck.detect.marks import hollow
from plancheck.detect.marks.unsettled import is_unsettled


@pytest.mark.parametrize(
    "text",
    [
        "Waar het pompgebouw komt, zoeken we samen met het waterschap uit.",
        "Met welke aannemer we werken, wordt in het voorjaar bepaald.",
        "Hoe bewoners straks meepraten, bespreken we in de stuurgroep van 12 maart.",
        "Welke straten het eerst gaan, hangt af van het riool.",
        "Of de kabel dikker moet, onderzoekt Noordernet.",
        "Hoe hoog de huur wordt, rekent de corporatie nog uit.",
        "Wie de straat herstelt, is nog een punt van gesprek.",
        "Wanneer en hoe, dat bepalen we als het riool er ligt.",
        "De vorm van het plan (programma of nota) ligt nog open.",
        "Over de vraag of huurders meebeslissen, wordt in februari overleg gevoerd.",
        "Hoe de kern zich tot de andere verhoudt, kan de gemeente beter zelf beschrijven.",
        "Over de volgorde wordt op een later moment meer bekend gemaakt.",
        "De vraag of artikel 4.2 hier geldt, wordt dit voorjaar onderzocht.",
        "Waar het regelhuis komt, is een vraag voor de volgende ronde.",
        "Wie de leeszaal verwarmt: nog niet, eerst praten met de bibliotheek.",
        "Of de monumenten mogen blijven, heeft niemand nagekeken.",
        "Of de school meedoet, vroegen we ons af.",
        "Wij zoeken het met de omgevingsdienst uit.",
        "Dat gaan we nog na.",
        "De motivering komt in een aparte notitie.",
    ],
)
def test_what_is_asked_and_left_to_be_found_out_is_not_known(text: str) -> None:
    assert is_unsettled(text)
    assert hollow.UNDECIDED in hollow.hollow_kinds(text, hard_content=True)


@pytest.mark.parametrize(
    "text",
    [
        "Waar de stoep smal is, bekijken we de gevels vooraf.",
        "Hoeveel u betaalt, hangt af van uw huis: een hoekhuis kost 4.000 euro.",
        "Of u meedoet, bepaalt u zelf.",
        "Wat betreft de volgorde wordt in 2027 de Dijkstraat en in 2028 de Kade bekeken.",
        "Welke straat het eerst gaat, beslist het college.",
        "Hoe het plein wordt ingericht, wordt door de bewoners bepaald.",
        "Wie zich aanmeldt, krijgt een coach aan huis.",
        "Of de flat mee kan, is onderzocht in 2026.",
        "Wanneer uw straat aan de beurt is, hoort u acht weken vooraf.",
        "In 2030 wordt de leiding gelegd.",
        "Het loket is op maandag open.",
        "De vraag of de ketel mag blijven, is met nee beantwoord.",
        "Wat we afspraken: geen hogere huur.",
        "Wie betaalt: de corporatie.",
        "De hoofdleiding komt in een aparte sleuf.",
        "Bij storing gaat het na een uur uit.",
        "Wat het kost, is de vraag die wij het vaakst kregen: 4.000 euro voor een rijwoning met één verdieping.",
    ],
)
def test_an_answer_that_begins_like_a_question_stays_one(text: str) -> None:
    assert not is_unsettled(text)
