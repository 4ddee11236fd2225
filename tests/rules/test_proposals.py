"""The second package: proposals on any subject. A package needs no word of another one and no learned model."""

import pytest

from plancheck.checker import check, detector_for
from plancheck.model.condition import facts_of
from plancheck.model.document import Dossier
from plancheck.model.finding import Fact, Verdict
from plancheck.model.procedure import Step
from plancheck.model.requirement import MilestoneId
from plancheck.reports import console
from plancheck.reports.facts import assumed_line
from plancheck.reports.identity import kind_line
from plancheck.reports.wording import source_sentence
from plancheck.rules import load_rules, shipped_folder
from tests.documents import make_document

RULES = load_rules(shipped_folder("raadsvoorstel"))
USUAL = load_rules()
KIND = MilestoneId("raadsvoorstel")
ALL_STEPS = pytest.mark.parametrize("step", RULES.steps, ids=lambda step: step.id)

PROPOSAL = (
    "# Raadsvoorstel",
    "| Onderwerp | Nieuwe kunstgrasmat voor hockeyclub De Linge |",
    "| Zaaknummer | 2027-118 |",
    "## Voorgesteld besluit",
    "1. Een krediet van € 410.000 beschikbaar te stellen ten laste van de reserve Sport.",
    "2. De 2e begrotingswijziging 2027 vast te stellen.",
    "## Aanleiding",
    "De mat van veld 1 is in mei 2027 afgekeurd, omdat de naden loslaten. "
    "De raad koos in de sportnota van 2025 voor zand-kunstgras.",
    "## Argumenten",
    "1.1 Zonder mat vervalt de competitie, want de bond keurt het veld niet meer goed.",
    "## Kanttekeningen",
    "De mat wordt duurder als de olieprijs stijgt; daarom zit er 5% onvoorzien in het krediet.",
    "## Bijlagen",
    "1. Ontwerpbesluit",
    "2. Keuringsrapport mei 2027",
)
COLLEGE = (
    "# Collegevoorstel",
    *PROPOSAL[1:3],
    "## Gevraagd besluit",
    "Het college besluit de huurovereenkomst met De Linge te wijzigen.",
    *PROPOSAL[6:],
)


def kind_of(*lines: str) -> str | None:
    detector = detector_for(RULES)
    return detector.recognise(detector.analyse(Dossier(documents=(make_document(*lines),)))).milestone


def fact_of(name: str, *lines: str) -> Fact:
    detector = detector_for(RULES)
    text = detector.analyse(Dossier(documents=(make_document(*lines),)))
    return next(fact for fact in detector.find_facts(text, {}) if fact.name == name)


def test_the_package_has_no_learned_model_and_no_word_of_another_subject() -> None:
    assert RULES.weights is None
    words = {word for concept in RULES.concepts.values() for word in concept.words} | set(RULES.subject)
    assert not words & {"warmtenet", "warmte", "aardgas", "aardgasvrij", "uitvoeringsplan", "wijk", "warmtetransitie"}


def test_the_kinds_are_proposals_to_the_council_and_to_the_college() -> None:
    assert [kind.milestone for kind in RULES.kinds if kind.milestone] == ["raadsvoorstel", "collegevoorstel"]


def test_a_proposal_about_anything_is_recognised() -> None:
    assert kind_of(*PROPOSAL) == "raadsvoorstel"
    assert kind_of(*COLLEGE) == "collegevoorstel"


def test_a_proposal_about_heat_is_recognised_too_and_is_no_milestone_document_of_the_usual_package() -> None:
    lines = [
        line.replace("kunstgrasmat voor hockeyclub De Linge", "warmteleiding in de Lindewijk") for line in PROPOSAL
    ]
    lines.insert(8, "Het uitvoeringsplan voor het warmtenet in de Lindewijk is in mei 2027 vastgesteld.")
    assert kind_of(*lines) == "raadsvoorstel"
    detector = detector_for(USUAL)
    assert detector.recognise(detector.analyse(Dossier(documents=(make_document(*lines),)))).milestone is None


RESEMBLING = {
    "plan": (
        "# Uitvoeringsplan Lindewijk",
        "Het college stelt dit plan vast.",
        "## Aanleiding",
        "De wijk gaat in 2031 van het gas.",
        "## Kosten",
        "Het plan kost € 2 miljoen.",
    ),
    "besluitenlijst": (
        "# Besluitenlijst van de raad",
        "De raad besluit het krediet van € 410.000 beschikbaar te stellen.",
        "De raad stelt de begrotingswijziging vast.",
    ),
    "brief": (
        "# Raadsinformatiebrief",
        "Geachte raad,",
        "Wij informeren u over het hockeyveld. Het college besloot op 3 mei 2027.",
        "Met vriendelijke groet",
    ),
    "recept": ("# Recept voor erwtensoep", "Week de erwten een nacht. Kook ze twee uur met de worst."),
}


@pytest.mark.parametrize("lines", RESEMBLING.values(), ids=RESEMBLING)
def test_what_only_resembles_a_proposal_is_none(lines: tuple[str, ...]) -> None:
    assert kind_of(*lines) is None


def test_a_proposal_is_judged_by_the_rules_of_its_own_package_only() -> None:
    report = check(make_document(*PROPOSAL), RULES, reference_date="2027-06-01")
    verdicts = {str(finding.requirement.id): finding.verdict for finding in report.findings}
    assert len(verdicts) == len(RULES.requirements)
    assert verdicts["raadsvoorstel.beslispunten"] is Verdict.PRESENT
    assert verdicts["raadsvoorstel.beslispunten-geld"] is Verdict.PRESENT
    assert verdicts["raadsvoorstel.participatie"] is Verdict.MISSING
    assert report.package_id == "raadsvoorstel"
    assert kind_line(report).startswith("raadsvoorstel (fase 2, naar de raad), herkend")


def test_a_hollow_proposal_gets_no_part_for_its_headings() -> None:
    parts = ("Aanleiding", "Beoogd effect", "Argumenten", "Kanttekeningen", "Financiën", "Participatie", "Communicatie")
    lines = [line for part in parts for line in (f"## {part}", "Dit wordt later nog uitgewerkt.")]
    report = check(
        make_document("# Raadsvoorstel", "## Voorgesteld besluit", "De beslispunten volgen nog.", *lines),
        RULES,
        milestone=KIND,
        facts={"deelneming": "nee", "overeenkomst-ingrijpend": "nee", "omgevingswet": "nee"},
        reference_date="2027-06-01",
    )
    assert {finding.verdict for finding in report.findings} <= {Verdict.MISSING, Verdict.NOT_APPLICABLE}
    hollow = {finding.requirement.id for finding in report.findings if finding.hollow}
    assert hollow >= {f"raadsvoorstel.{part}" for part in ("argumenten", "financien", "participatie", "communicatie")}


def test_where_a_proposal_is_silent_what_the_law_asks_is_a_question_and_no_guess() -> None:
    silent = fact_of("deelneming", *PROPOSAL)
    assert (silent.value, silent.origin) == (None, "onbekend")
    report = check(make_document(*PROPOSAL), RULES, reference_date="2027-06-01")
    finding = next(f for f in report.findings if f.requirement.id == "raadsvoorstel.wensen-bedenkingen")
    assert finding.verdict is Verdict.DOUBT
    assert silent.question in finding.question


def test_nothing_that_the_law_asks_depends_on_a_fact_that_is_assumed() -> None:
    assumed = {fact.name for fact in RULES.facts if fact.silent}
    asked = [each.when for each in RULES.requirements.values() if each.level == "wettelijk"]
    asked += [step.when for step in RULES.steps if step.source.authority == "wet"]
    assert not assumed & {name for when in asked for name in facts_of(when)}


def test_an_article_that_is_named_where_possible_is_not_asked_without_more() -> None:
    rule = next(each for key, each in RULES.requirements.items() if key == "raadsvoorstel.bevoegdheid")
    assert source_sentence(rule.source).startswith("De wet vraagt dit zo mogelijk (")


def test_it_is_told_that_money_is_assumed_to_play_no_part() -> None:
    report = check(make_document("# Raadsvoorstel", "De raad kiest een voorzitter."), RULES, milestone=KIND)
    assert "voorstel dat geld vraagt; de tekst zegt er niets over" in assumed_line(report)
    assert "--feit geld=WAARDE" in " ".join(console.render([report]).decode().split())


def test_what_a_proposal_tells_of_a_fact_is_read() -> None:
    told = fact_of("deelneming", *PROPOSAL, "Het college besluit deel te nemen in Sportbedrijf Linge bv.")
    assert (told.value, told.origin) == ("ja", "tekst")


def test_what_a_proposal_leaves_open_is_not_taken_for_no() -> None:
    left_open = fact_of("deelneming", *PROPOSAL, "Mogelijk richt de gemeente later een stichting op.")
    assert (left_open.value, left_open.origin) == (None, "onbekend")


def test_what_is_about_the_whole_municipality_or_the_country_counts_in_a_proposal() -> None:
    lines = (
        "# Raadsvoorstel",
        "## Aanleiding",
        "Het kabinet verplicht alle gemeenten vanaf 2028 tot een ander tarief, omdat de wet is gewijzigd.",
    )
    detector = detector_for(RULES)
    text = detector.analyse(Dossier(documents=(make_document(*lines),)), is_piece=True)
    assert not any(unit.hollow for unit in text.units)
    finding = detector.judge(next(key for key in RULES.requirements if key == "raadsvoorstel.aanleiding"), text)
    assert "waarom-nu" not in finding.missing_aspects


@ALL_STEPS
def test_a_step_of_law_names_its_article(step: Step) -> None:
    if step.source.authority == "wet":
        assert "artikel" in step.source.place


def test_both_ways_have_their_steps() -> None:
    assert {phase for step in RULES.steps for phase in step.phases} == {1, 2}
