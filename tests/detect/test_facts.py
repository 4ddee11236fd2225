"""Facts are read only where the text states them about this plan: what is left open, is no fact."""

import pytest

from plancheck.checker import detector_for
from plancheck.model.document import Dossier
from plancheck.model.finding import Fact
from tests.documents import make_document
from tests.shipped import shipped_rules

STATED = [
    ("wijziging-omgevingsplan", "ja", "De raad stelt een wijziging van het omgevingsplan vast."),
    ("wijziging-omgevingsplan", "ja", "Dit plan dient als onderbouwing voor een wijziging van het omgevingsplan."),
    ("wijziging-omgevingsplan", "ja", "Voor het pompstation passen we het omgevingsplan in 2028 aan."),
    ("wijziging-omgevingsplan", "nee", "Het omgevingsplan hoeft voor dit plan niet te worden gewijzigd."),
    ("wijziging-omgevingsplan", "nee", "Er komt geen wijziging van het omgevingsplan."),
    ("mer", "ja", "Bij dit programma is een milieueffectrapport opgesteld, dat met het ontwerp ter inzage ligt."),
    ("mer", "ja", "Voor dit plan maken wij een plan-MER."),
    ("mer", "nee", "Een mer is niet nodig."),
    ("mer", "nee", "Het plan vormt geen kader voor besluiten waarvoor een milieueffectrapport nodig is."),
    ("mer", "nee", "Er worden geen kaders gesteld voor mer-plichtige projecten, een plan-mer is niet aan de orde."),
    ("mer", "nee", "Wij gingen na of er een mer nodig is. Dat is niet zo, want het gebied is klein."),
    ("mer", "nee", "Of er een milieueffectrapport moest komen, is met de provincie bekeken: dat was niet nodig."),
    ("mer", "ja", "We hebben bekeken of er een plan-MER nodig is. Dat bleek nodig."),
    ("mer", "nee", "Uit de beoordeling blijkt dat er geen milieueffectrapport nodig is."),
    ("vorm", "programma", "Het college stelt dit plan vast als vrijwillig programma onder de Omgevingswet."),
    ("vorm", "beleidsdocument", "Dit stuk wordt vastgesteld als intern beleidsdocument."),
    ("vorm", "beleidsdocument", "Het plan is geen programma in de zin van de Omgevingswet."),
    ("aanwijsbevoegdheid", "ja", "De gemeente zet de aanwijsbevoegdheid in voor de hele wijk."),
    (
        "aanwijsbevoegdheid",
        "nee",
        "Van de bevoegdheid tot aanwijzing van een gebied waar de gaslevering eindigt, wordt geen gebruik gemaakt.",
    ),
    ("aanwijsbevoegdheid", "nee", "Van de aanwijsbevoegdheid maken wij geen gebruik."),
    ("afdeling-34", "ja", "Het ontwerp wordt voorbereid met afdeling 3.4 van de Algemene wet bestuursrecht."),
    ("afdeling-34", "ja", "Wij volgen de uniforme openbare voorbereidingsprocedure."),
    ("afdeling-34", "nee", "De uniforme openbare voorbereidingsprocedure is niet gevolgd."),
    ("inspraak", "ja", "Op dit plan wordt inspraak verleend volgens de participatieverordening."),
    ("inspraak", "nee", "Er wordt geen inspraak verleend."),
    ("samenwerkingsovereenkomst", "ja", "Op 3 maart 2027 tekenden partijen de samenwerkingsovereenkomst."),
    ("samenwerkingsovereenkomst", "nee", "Wij sluiten geen samenwerkingsovereenkomst met de partners."),
    ("overeenkomst-ingrijpend", "ja", "De overeenkomst heeft ingrijpende gevolgen voor de gemeente."),
    ("overeenkomst-ingrijpend", "nee", "De overeenkomst heeft geen ingrijpende gevolgen voor de gemeente."),
    ("deelneming", "ja", "De gemeente richt samen met de coöperatie een warmtebedrijf op."),
    ("deelneming", "ja", "De gemeente wordt aandeelhouder van het warmtebedrijf."),
    ("deelneming", "nee", "De gemeente neemt niet deel in het warmtebedrijf en richt geen stichting op."),
    ("kavel-meer-gemeenten", "ja", "De warmtekavel ligt in twee gemeenten."),
    ("kavel-meer-gemeenten", "nee", "De warmtekavel ligt geheel binnen de gemeente."),
    ("uitwerking", "80", "Dit concept is voor 80 procent uitgewerkt."),
    ("uitwerking", "99", "U leest de 99 procent versie van het plan."),
    ("warmteoplossing", "warmtenet", "Alle woningen in de buurt worden aangesloten op een warmtenet."),
    ("warmteoplossing", "warmtenet", "De stuurgroep heeft gekozen voor stadsverwarming."),
    ("warmteoplossing", "all-electric", "Elke woning krijgt een eigen warmtepomp."),
    ("warmteoplossing", "hybride", "Wij kiezen voor hybride warmtepompen."),
    ("warmteoplossing", "duurzaam-gas", "De wijk stapt over op groen gas."),
    ("warmteoplossing", "open", "Welke warmteoplossing het wordt, is nog open."),
    ("warmteoplossing", "open", "In mei 2028 kiest het college welke oplossing wordt uitgewerkt."),
    ("warmteoplossing", "warmtenet", "Een warmtenet voor heel Zonnebeek, met water van 70 graden."),
    ("warmteoplossing", "all-electric", "Een eigen warmtepomp per huis, met een kleine bron in de grond."),
    ("warmteoplossing", "open", "Er is nog niets gekozen voor dit plan."),
]
OPEN = [
    ("mer", "Mogelijk is een mer nodig."),
    ("mer", "Of er een milieueffectrapport nodig is, wordt nog uitgezocht."),
    ("mer", "Of er een milieueffectrapport nodig is, zoekt de omgevingsdienst uit. Dat is in mei klaar."),
    ("mer", "Als het plan kader stelt voor projecten, is een milieueffectrapport verplicht."),
    ("mer", "Wij denken niet dat een mer nodig is."),
    ("mer", "Wanneer is een mer verplicht?"),
    ("mer", "Een milieueffectrapport is een rapport dat wordt opgesteld bij grote projecten."),
    ("wijziging-omgevingsplan", "Indien nodig wordt het omgevingsplan gewijzigd."),
    ("wijziging-omgevingsplan", "De gemeente onderzoekt of het omgevingsplan moet worden gewijzigd."),
    ("wijziging-omgevingsplan", "De raad kan het omgevingsplan wijzigen."),
    ("wijziging-omgevingsplan", "Mocht de raad het omgevingsplan later wijzigen, dan volgt een aparte procedure."),
    ("wijziging-omgevingsplan", "Het plan past binnen het omgevingsplan."),
    ("wijziging-omgevingsplan", "In een andere wijk is het omgevingsplan gewijzigd."),
    ("vorm", "Het plan wordt een programma of een beleidsstuk; dat is nog niet besloten."),
    ("vorm", "Vergelijkbare plannen zijn vastgesteld als vrijwillig programma."),
    ("vorm", "Het warmteprogramma is als programma vastgesteld."),
    ("aanwijsbevoegdheid", "De gemeente overweegt de aanwijsbevoegdheid in te zetten."),
    ("aanwijsbevoegdheid", "Over de inzet van de aanwijsbevoegdheid doet dit plan geen uitspraak."),
    ("aanwijsbevoegdheid", "Bewoners zijn bang dat de gemeente de aanwijsbevoegdheid inzet."),
    ("aanwijsbevoegdheid", "Het college heeft het warmtebedrijf aangewezen."),
    ("afdeling-34", "Het college kan ervoor kiezen afdeling 3.4 te volgen."),
    ("samenwerkingsovereenkomst", "Er ligt een sjabloon voor een samenwerkingsovereenkomst die partijen sluiten."),
    ("samenwerkingsovereenkomst", "Eventueel sluiten we later een samenwerkingsovereenkomst."),
    ("deelneming", "Bewoners kunnen een coöperatie oprichten."),
    ("deelneming", "De gemeente neemt deel aan het overleg met het warmtebedrijf."),
    ("deelneming", "Misschien richt de gemeente een warmtebedrijf op."),
    ("inspraak", "Inspraak is belangrijk voor een goed plan."),
    ("kavel-meer-gemeenten", "Een warmtekavel kan in meer gemeenten liggen."),
    ("uitwerking", "Van de rijwoningen is 80 procent geschikt."),
    ("warmteoplossing", "Als er een warmtenet komt, mag u nee zeggen."),
    ("warmteoplossing", "We vergelijken een warmtenet met een eigen warmtepomp voor elke woning."),
    ("warmteoplossing", "Elke woning zou een warmtepomp kunnen krijgen."),
    ("warmteoplossing", "Het warmtenet is afgevallen."),
    ("warmteoplossing", "Of uw buurt ooit een warmtenet krijgt, bepaalt de gemeente in een plan."),
    ("warmteoplossing", "De sporthal krijgt een warmtepomp en nieuwe douches."),
    ("warmteoplossing", "In Denemarken is de helft van de huizen aangesloten op een warmtenet."),
    (
        "wijziging-omgevingsplan",
        "Wordt het doel niet gehaald, dan legt het college een wijziging van het omgevingsplan voor.",
    ),
    ("wijziging-omgevingsplan", "Er ligt een onderbouwing klaar voor het geval het omgevingsplan later wijzigt."),
    ("aanwijsbevoegdheid", "De aanwijsbevoegdheid zetten we pas in als 70 procent over is."),
    ("aanwijsbevoegdheid", "De motie verzoekt het college geen gebruik te maken van de aanwijsbevoegdheid."),
    ("vorm", "Een uitvoeringsplan kan worden vastgesteld als beleidsdocument, als programma of als onderbouwing."),
    ("vorm", "Omliggende gemeenten stelden hun plannen als programma vast."),
    ("mer", "Een milieueffectrapport is niet bijgevoegd."),
    ("warmteoplossing", "De herenhuizen mogen ook voor een eigen warmtepomp kiezen."),
    ("warmteoplossing", "In de wijk wordt geen warmtenet aangelegd."),
    ("warmteoplossing", "Het is toch gekozen omdat hybride de wijk aan aardgas houdt."),
]


RULES = shipped_rules()


def fact(name: str, *lines: str, given: str = "") -> Fact:
    detector = detector_for(RULES)
    text = detector.analyse(Dossier(documents=(make_document("# Uitvoeringsplan", *lines),)))
    return next(each for each in detector.find_facts(text, {name: given} if given else {}) if each.name == name)


@pytest.mark.parametrize(("name", "value", "sentence"), STATED)
def test_a_sentence_that_states_a_fact_gives_its_value_with_the_quote(name: str, value: str, sentence: str) -> None:
    found = fact(name, sentence)
    assert (found.value, found.origin) == (value, "tekst")
    assert [evidence.quote for evidence in found.evidence] == [sentence]
    assert found.evidence[0].aspect == value
    assert not found.contradiction


@pytest.mark.parametrize(("name", "sentence"), OPEN)
def test_a_sentence_that_leaves_it_open_or_is_about_something_else_gives_no_fact(name: str, sentence: str) -> None:
    assert fact(name, sentence).value is None


YES, NO = "Bij dit programma is een milieueffectrapport opgesteld.", "Een milieueffectrapport is niet nodig."


def test_a_text_that_contradicts_itself_gives_no_fact_and_shows_both_sides() -> None:
    found = fact("mer", YES, NO)
    assert (found.value, found.origin) == (None, "onbekend")
    assert [(evidence.aspect, evidence.quote) for evidence in found.contradiction] == [("ja", YES), ("nee", NO)]


def test_what_the_user_gives_goes_first_and_what_speaks_against_it_is_shown() -> None:
    found = fact("mer", YES, NO, given="nee")
    assert (found.value, found.origin) == ("nee", "gegeven")
    assert [evidence.quote for evidence in found.evidence] == [NO]
    assert [evidence.quote for evidence in found.contradiction] == [YES]


def test_what_is_left_open_is_shown_with_the_unknown_fact() -> None:
    found = fact("mer", "Mogelijk is een mer nodig.")
    assert [(evidence.aspect, evidence.reason) for evidence in found.evidence] == [("", "de tekst laat dit open")]
    assert not found.contradiction


def test_a_list_of_options_under_their_own_heading_is_no_choice() -> None:
    assert fact("warmteoplossing", "## Onderzochte varianten", "De woningen krijgen een warmtenet.").value is None


NET, PUMPS = "De flats krijgen een warmtenet.", "De overige woningen krijgen een eigen warmtepomp."
DIVIDED = [
    (NET, PUMPS),
    ("Blok A wordt aangesloten op een warmtenet.", "In blok B krijgt elke woning een eigen warmtepomp."),
    ("Het noordelijke deel krijgt een warmtenet.", "Het zuidelijke krijgt per woning een luchtwarmtepomp."),
    ("De Lijsterstraat gaat op een warmtenet.", "Aan de Merelstraat krijgt elke woning een eigen warmtepomp."),
    ("De flats krijgen een warmtenet en de boerderijen een eigen warmtepomp.",),
    ("## Lijsterstraat", "Er komt een warmtenet.", "## Merelstraat", "Elke woning krijgt een eigen warmtepomp."),
    (
        "| Deelgebied | Gekozen oplossing |",
        "|---|---|",
        "| Laan | luchtwarmtepomp per woning |",
        "| Heide | klein bronnet op 14 graden |",
    ),
]


@pytest.mark.parametrize("lines", DIVIDED)
def test_one_thing_for_one_part_and_another_for_the_next_is_no_contradiction(lines: tuple[str, ...]) -> None:
    found = fact("warmteoplossing", *lines)
    assert (found.value, found.origin) == ("gemengd", "tekst")
    assert {evidence.aspect for evidence in found.evidence} == {"warmtenet", "all-electric"}
    assert not found.contradiction


@pytest.mark.parametrize(
    "lines",
    [
        ("De flats krijgen een warmtenet.", "De flats krijgen per woning een luchtwarmtepomp."),
        ("Alle woningen krijgen een warmtenet.", "Elke woning krijgt een eigen warmtepomp."),
        ("De hele wijk krijgt een warmtenet.", "De hele buurt krijgt per huis een luchtwarmtepomp."),
    ],
)
def test_two_things_for_the_same_part_or_for_the_whole_are_a_contradiction(lines: tuple[str, ...]) -> None:
    found = fact("warmteoplossing", *lines)
    assert found.value is None
    assert {evidence.aspect for evidence in found.contradiction} == {"warmtenet", "all-electric"}


@pytest.mark.parametrize(
    "lines",
    [
        ("## Varianten", NET, PUMPS),
        ("Wij gaan twee dingen uitwerken:", "- de flats een bronnet;", "- de boerderijen een luchtwarmtepomp."),
        ("Variant 1: een bronnet voor de flats.", "Variant 2: een luchtwarmtepomp voor de boerderijen."),
        ("De flats: bronnet, 18.000 euro.", "De boerderijen: luchtwarmtepomp, 24.000 euro."),
    ],
)
def test_options_for_separate_parts_are_no_choice(lines: tuple[str, ...]) -> None:
    assert fact("warmteoplossing", *lines).value is None


def test_what_only_names_a_part_says_nothing_of_the_whole() -> None:
    assert fact("warmteoplossing", "De flats: bronnet op 14 graden.").value is None


def test_what_the_user_gives_stands_against_parts_that_say_something_else() -> None:
    found = fact("warmteoplossing", NET, PUMPS, given="warmtenet")
    assert (found.value, found.origin) == ("warmtenet", "gegeven")
    assert [evidence.quote for evidence in found.contradiction] == [PUMPS]
    assert not fact("warmteoplossing", NET, PUMPS, given="gemengd").contradiction
