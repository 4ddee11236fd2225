from pathlib import Path

import pytest

from plancheck import read
from plancheck.detect.marks import hollow

EXAMPLES = Path(__file__).parents[2] / "corpora" / "voorbeelden"


def kinds(text: str) -> frozenset[str]:
    return hollow.hollow_kinds(text, hard_content=False)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Een raming van de kosten is nog niet gemaakt.", hollow.DENIAL),
        ("Het kader zelf is om die reden niet bij dit plan bijgevoegd.", hollow.DENIAL),
        ("Tussen ons en de buren bestaan over het beheer geen geschreven afspraken.", hollow.DENIAL),
        ("De verdeling wordt door het bureau nader uitgewerkt.", hollow.PROMISE),
        ("De dekking van dit bedrag is er vooralsnog niet.", hollow.DENIAL),
        ("Of de bron genoeg levert, weten we nog niet.", hollow.UNDECIDED),
        ("De reacties zijn nog niet verwerkt.", hollow.UNDECIDED),
        ("Over de prijs kunnen wij nu niets zeggen.", hollow.UNDECIDED),
        ("Daar valt nog weinig over te zeggen.", hollow.UNDECIDED),
        ("Hulp aan huis is geen taak van de projectgroep.", hollow.DENIAL),
        ("Wat vastligt, viel buiten de opdracht.", hollow.DENIAL),
        ("In de literatuur worden vier treden onderscheiden.", hollow.EXPLANATION),
        ("Een goede lijst helpt bij het vergelijken.", hollow.EXPLANATION),
        ("Een overzicht van de partijen ontbreekt.", hollow.DENIAL),
        ("Wie straks eigenaar wordt, is nog onduidelijk.", hollow.DENIAL),
        ("Over de rolverdeling zijn geen afspraken vastgelegd.", hollow.DENIAL),
        ("Wij kiezen ervoor de taken nu niet vast te leggen.", hollow.DENIAL),
        ("Dit voorjaar gaan wij de tekeningen van de buizen bij het waterbedrijf opvragen.", hollow.PROMISE),
        ("Actie Joris: bij het waterschap navragen.", hollow.PROMISE),
        ("Advies: per partij een overzicht maken.", hollow.PROMISE),
        ("De blanco lijst ligt bij de secretaris.", hollow.PLACEHOLDER),
        ("Svp allemaal zelf invullen.", hollow.INSTRUCTION),
        ("De begroting volgt.", hollow.PROMISE),
        ("De planning werken we in een volgende fase verder uit.", hollow.PROMISE),
        ("Te zijner tijd wordt een projectgroep ingericht.", hollow.PROMISE),
        ("Hier moeten we nog over praten.", hollow.PROMISE),
        ("De stuurgroep komt hier later op terug.", hollow.PROMISE),
        ("PM", hollow.PLACEHOLDER),
        ("Dekking: n.t.b.", hollow.PLACEHOLDER),
        ("Opdrachtgever: [naam wethouder]", hollow.PLACEHOLDER),
        ("Eigenaar: ........", hollow.PLACEHOLDER),
        ("De risico's zijn opgenomen in het risicodossier van de projectleider.", hollow.REFERENCE),
        ("Zie bijlage 4.", hollow.REFERENCE),
        ("In dit hoofdstuk beschrijven we hoe het project is georganiseerd.", hollow.GUIDE),
        ("Een risicoanalyse is een hulpmiddel waarmee je onzekerheden in beeld brengt.", hollow.EXPLANATION),
        ("Goed omgevingsmanagement betekent dat belangen worden gekend, gewogen en gevolgd.", hollow.EXPLANATION),
        ("Beschrijf hier wie de opdrachtgever is.", hollow.INSTRUCTION),
        ("Het uitvoeringsplan bevat straks een overzicht van de kosten.", hollow.OTHER_DOCUMENT),
        ("Wie betaalt dat allemaal?", hollow.QUESTION),
        ("Geen bijzonderheden.", hollow.PLACEHOLDER),
        ("Wij zijn voornemens de afdelingen te bezoeken.", hollow.PROMISE),
        ("De inspraak wordt in een apart raadsbesluit geregeld.", hollow.PROMISE),
        ("De communicatie is ondergebracht in een separaat stuk.", hollow.PROMISE),
        ("Over een vast aanspreekpunt zijn met de corporatie ideeën uitgewisseld.", hollow.PROMISE),
        ("In dit veld noemt u de partners met wie is gesproken.", hollow.INSTRUCTION),
        ("De participatieladder kent vijf treden, van informeren tot meebeslissen.", hollow.EXPLANATION),
        ("In de literatuur heten zij koplopers en volgers.", hollow.EXPLANATION),
        ("Een beoordelingskader helpt om opties naast elkaar te leggen.", hollow.EXPLANATION),
        ("Begeleiding van eigenaars is geen taak van dit bureau.", hollow.DENIAL),
        ("Collega wonen vult dit in.", hollow.PLACEHOLDER),
        ("Het college acht het wenselijk de plannen van alle partijen naast elkaar te leggen.", hollow.PROMISE),
        ("Landelijk staat twee derde van de eigenaren achter de overstap.", hollow.NATION),
        ("Het is van groot belang de sleutelfiguren te kennen.", hollow.PROMISE),
        ("Wij willen graag weten hoe mensen hierover denken.", hollow.PROMISE),
        ("We zijn heel benieuwd naar de wensen in de buurt.", hollow.PROMISE),
        ("In het voorjaar vragen we de corporatie en het waterschap welke plannen zij hebben.", hollow.PROMISE),
        ("Kartrekkers zijn mensen die anderen meekrijgen.", hollow.EXPLANATION),
        ("Wij volgen de methode Kuiper, waarbij gevaren worden benoemd en gewogen.", hollow.EXPLANATION),
        ("Voorlopig zien wij af van een contract met de molenaar.", hollow.DENIAL),
        ("Bij een collectieve bron horen afspraken over storingen.", hollow.EXPLANATION),
        ("Voor een plan met grote ingrepen kan een milieuonderzoek nodig zijn.", hollow.EXPLANATION),
        ("Het is van groot belang dat partijen met elkaar in gesprek blijven.", hollow.EXPLANATION),
        ("De gemeente biedt zelf geen klussendienst aan.", hollow.DENIAL),
        ("Bekijk vooraf wie er al meedoen.", hollow.EXPLANATION),
        ("Zorg dat de taken helder verdeeld zijn.", hollow.EXPLANATION),
        ("Breng de belangen van alle spelers in beeld.", hollow.EXPLANATION),
        ("In deze stap bepaal je hoe vaak het team samenkomt.", hollow.EXPLANATION),
        ("Een buurtplan begint met een verkenning.", hollow.EXPLANATION),
        ("Het buurtplan is namelijk het document waarover de raad beslist.", hollow.EXPLANATION),
        ("Elke buurt is anders.", hollow.EXPLANATION),
        ("Gemeenten hebben van het Rijk de regie gekregen.", hollow.EXPLANATION),
        ("In een buurtplan (BUP) worden de maatregelen uitgewerkt.", hollow.OTHER_DOCUMENT),
        ("Het aanbod voorziet niet in een logeerwoning.", hollow.DENIAL),
        ("Hulp bij het leeghalen wordt niet aangeboden.", hollow.DENIAL),
        ("We zijn van plan per brief te laten zien wat ermee is gedaan.", hollow.PROMISE),
        ("Of de buren instemmen, kunnen we nu nog niet beantwoorden.", hollow.UNDECIDED),
    ],
)
def test_hollow_text_is_recognised(text: str, kind: str) -> None:
    assert kind in kinds(text), kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente vult dit formulier samen met u in en levert het aan.",
        "Bij een klacht hoort u dezelfde dag van de wijkbeheerder.",
        "Wij bieden geen lening aan, maar de aannemer rekent af na de oplevering.",
        "Een aannemer helpt de bewoners met de brandladder.",
        "De projectleider stuurt het team aan en rapporteert elke maand aan de stuurgroep.",
        "Een warmtenet valt af, omdat de straten te smal zijn voor de leidingen.",
        "Na de bouwvak begint de aannemer in de Havenstraat.",
        "De corporatie vervangt in deze flats de ketels en isoleert het dak.",
        "Het college beslist, de raad wordt geïnformeerd.",
        "Uit de peiling volgt dat twee op de drie eigenaren meedoen.",
        "Niemand hoeft mee te doen.",
        "De bakker is van plan zijn oven te vervangen.",
        "Op het antwoordformulier geeft u aan of u meedoet.",
        "De route is door het bureau nader uitgewerkt en loopt langs de vaart.",
        "Langs de vaart bestaan geen woningen zonder tuin.",
        "Er zijn geen bijzondere bodemlagen, op de kleilaag van de Meent na.",
        "Bij de dijk is een groep ontstaan die gewend is met overheden om tafel te zitten.",
        "Zorg dat uw kruipruimte droog is voordat de aannemer komt.",
        "Bekijk welke bijdrage u kunt krijgen.",
        "Wij spraken met scholen en maatschappelijke organisaties.",
        "Onderzoek naar de bron bij de sluis.",
    ],
)
def test_text_with_content_is_not_called_hollow(text: str) -> None:
    assert kinds(text) == frozenset()


@pytest.mark.parametrize(
    "cell", ["", "-", "PM", "n.t.b.", "…", "n.n.b", "?", "Nader te bepalen", "zie rapport A-12", "volgt later"]
)
def test_a_cell_that_says_nothing_is_empty(cell: str) -> None:
    assert hollow.is_empty_cell(cell)


@pytest.mark.parametrize("cell", ["ja", "€ 12.000", "wethouder", "0,2 fte", "geen", "zie paragraaf 4.2"])
def test_a_cell_with_content_is_not_empty(cell: str) -> None:
    assert not hollow.is_empty_cell(cell)


@pytest.mark.parametrize(
    "text",
    [
        "In een buurtplan staat hoe de wijk van het gas gaat en wie dat betaalt.",
        "Daar moet in ieder geval in komen te staan:",
        "In het WUP beschrijven we het tijdpad en de kosten.",
        "Voor iedere buurt wordt een uitvoeringsplan opgesteld.",
    ],
)
def test_what_a_plan_holds_in_general_is_about_another_document(text: str) -> None:
    assert hollow.OTHER_DOCUMENT in kinds(text) or hollow.PROMISE in kinds(text)


@pytest.mark.parametrize(
    "text", ["In de buurt staan bijna alleen rijtjeshuizen.", "Wij als gemeente trekken het project."]
)
def test_a_sentence_about_this_place_is_not_about_another_document(text: str) -> None:
    assert kinds(text) == frozenset()


def test_strings_that_a_pattern_needs_lose_no_match() -> None:
    """The strings are only a short cut: where one of them is missing, the expression cannot match."""
    texts = [block.text for path in sorted(EXAMPLES.glob("*.docx")) for block in read(path).blocks]
    assert len(texts) > 1000
    for kind, needs, pattern in hollow._PATTERNS:
        for text in texts:
            if needs and pattern.search(text):
                assert any(need in text.lower() for need in needs), (kind, text)


@pytest.mark.parametrize(
    "text",
    [
        "Het kabinet wil dat in 2030 geen enkele woning meer een slecht label heeft.",
        "Zo'n zeventig procent van de Nederlanders heeft geen moeite met een warmtenet.",
        "In Nederland zijn nu 500.000 huishoudens aangesloten.",
    ],
)
def test_what_is_said_of_the_whole_country_is_not_about_this_area(text: str) -> None:
    assert hollow.NATION in hollow.hollow_kinds(text, hard_content=True)


@pytest.mark.parametrize(
    "text",
    [
        "In de hele gemeente heeft 7 procent van de huishoudens energiearmoede.",
        "De gemiddelde leeftijd is 44 jaar (gemeente als geheel, 2026).",
        "Van de inwoners van de gemeente huurt 31 procent.",
    ],
)
def test_figures_of_the_whole_municipality_are_not_about_this_area(text: str) -> None:
    assert hollow.WHOLE in hollow.hollow_kinds(text, hard_content=True)


@pytest.mark.parametrize(
    "text",
    [
        "In deze buurt huurt 64 procent, in de hele gemeente 31 procent.",
        "De gemeente heeft 1,2 miljoen euro gereserveerd.",
        "De gemeente is opdrachtgever.",
    ],
)
def test_the_municipality_as_a_party_or_beside_the_own_area_takes_nothing_away(text: str) -> None:
    assert hollow.WHOLE not in hollow.hollow_kinds(text, hard_content=True)


@pytest.mark.parametrize(
    "text",
    [
        "Van het kabinet krijgt deze wijk 4,2 miljoen euro.",
        "De subsidie van de minister dekt 40 procent van de kosten.",
        "Wij sluiten als eersten in Nederland 300 woningen aan op oppervlaktewater.",
    ],
)
def test_a_national_word_beside_the_own_area_takes_nothing_away(text: str) -> None:
    assert hollow.NATION not in hollow.hollow_kinds(text, hard_content=True)


@pytest.mark.parametrize(
    "heading", ["Bijlage 3. Geraadpleegde bronnen", "Literatuur", "Bronvermelding", "12 Gebruikte stukken"]
)
def test_a_list_of_what_was_read_is_known_by_its_heading(heading: str) -> None:
    assert hollow.lists_sources(heading)


@pytest.mark.parametrize("heading", ["Bronnen van warmte", "Bronnen", "Welke stukken liggen ter inzage?"])
def test_sources_of_heat_and_papers_to_inspect_are_no_list_of_what_was_read(heading: str) -> None:
    assert not hollow.lists_sources(heading)
