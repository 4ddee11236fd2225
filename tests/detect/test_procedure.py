"""`Wat nu`: which steps, from when, and what the document shows of them."""

import pytest

from plancheck.checker import check
from plancheck.model.finding import Finding, Report, Verdict
from plancheck.model.procedure import Dates, PlannedStep
from plancheck.model.requirement import MilestoneId
from plancheck.reports import RENDERERS, console, mail
from plancheck.reports import procedure as sentences
from plancheck.reports.wording import own_step
from tests.documents import make_document
from tests.shipped import shipped_rules

INZAGE = "Het ontwerp ligt van 4 januari tot en met 15 februari 2027 ter inzage."
MER = {"mer": "ja", "vorm": "programma"}


def report_of(*lines: str, count_from: str = "", facts: dict[str, str] | None = None, kind: str = "") -> Report:
    return check(
        make_document("# Uitvoeringsplan", *lines),
        shipped_rules(),
        milestone=MilestoneId(kind or "uitvoeringsplan"),
        facts=MER if facts is None else facts,
        reference_date="2026-11-26",
        count_from=count_from,
    )


def step(report: Report, name: str) -> PlannedStep:
    return next(planned for planned in report.procedure if planned.step.id == name)


def inzage(*lines: str, count_from: str = "") -> Dates | None:
    return step(report_of(*lines, count_from=count_from), "uitgebreide-voorbereiding-mer").dates


def test_a_start_that_the_document_gives_becomes_days_with_the_quote() -> None:
    dates = inzage(INZAGE)
    assert dates is not None
    assert (dates.origin, dates.first, dates.last, dates.moved) == ("document", "2027-01-04", "2027-02-15", True)
    assert dates.evidence is not None
    assert dates.evidence.quote == INZAGE
    assert not dates.other_last


def test_another_last_day_in_the_document_is_shown() -> None:
    dates = inzage(INZAGE.replace("15 februari", "1 februari"))
    assert dates is not None
    assert dates.other_last == "2027-02-01"
    planned = step(report_of(INZAGE.replace("15 februari", "1 februari")), "uitgebreide-voorbereiding-mer")
    said = sentences.term_line(planned)
    assert "In het document staat 1 februari 2027 als laatste dag; kijk na welke klopt." in said


@pytest.mark.parametrize(
    "lines",
    [
        ("Het ontwerp ligt zes weken ter inzage.",),
        ("Als het college instemt, ligt het ontwerp van 4 januari tot en met 15 februari 2027 ter inzage.",),
        ("Wanneer ligt het ontwerp ter inzage? Op 4 januari tot en met 15 februari 2027?",),
        ("Het ontwerp ligt van 4 januari tot en met 15 februari ter inzage.",),
        ("Het ontwerp ligt van 31 februari 2027 af ter inzage.",),
        (INZAGE, "De bijlagen liggen van 1 maart tot en met 12 april 2027 ter inzage."),
        ("De wijziging van het omgevingsplan ligt van 4 januari tot en met 15 februari 2027 ter inzage.",),
    ],
)
def test_a_start_that_is_not_clear_gives_no_days(lines: tuple[str, ...]) -> None:
    assert inzage(*lines) is None


def test_without_a_start_in_the_document_terms_are_counted_from_the_day_that_the_user_names() -> None:
    dates = inzage(count_from="2027-01-04")
    assert dates is not None
    assert (dates.origin, dates.first, dates.last) == ("datum", "2027-01-04", "2027-02-15")
    planned = step(report_of(count_from="2027-01-04"), "uitgebreide-voorbereiding-mer")
    assert sentences.term_line(planned).startswith(
        "6 weken vanaf de start van de terinzagelegging van het ontwerp. "
        "Rekent u vanaf 4 januari 2027, dan is dat van 4 januari 2027 tot en met 15 februari 2027."
    )


def test_a_term_that_follows_another_counts_from_its_end() -> None:
    dates = step(report_of(INZAGE), "mer-wachten").dates
    assert dates is not None
    assert (dates.start, dates.first, dates.last) == ("2027-02-15", "2027-03-02", "")


def test_a_step_of_which_the_condition_does_not_hold_is_left_out() -> None:
    names = {planned.step.id for planned in report_of(facts={"mer": "nee", "vorm": "programma"}).procedure}
    assert "mer-maken" not in names
    assert "afdeling-34-kiezen" in names


def test_steps_keep_the_order_of_the_package_and_those_of_other_phases_stay_away() -> None:
    report = report_of(kind="startnotitie")
    order = [each.id for each in shipped_rules().steps]
    names = [planned.step.id for planned in report.procedure]
    assert names == sorted(names, key=order.index)
    assert all(1 in planned.step.phases for planned in report.procedure)
    assert {"participatieverordening-volgen", "startnotitie-voorleggen"} <= set(names)


def test_a_step_shows_what_the_document_says_of_it_and_what_is_open() -> None:
    report = report_of(
        "## Raad", "De wethouder heeft de raad op 3 maart 2027 geïnformeerd met een raadsinformatiebrief."
    )
    shown = step(report, "raad-inlichten")
    assert [evidence.quote[:20] for evidence in shown.evidence] == ["De wethouder heeft d"]
    assert not sentences.open_line(shown)
    nothing = step(report, "contact-houden")
    assert not nothing.evidence
    assert nothing.missing
    assert nothing.missing[0] in sentences.open_line(nothing).lower()


def test_a_law_without_a_confirmed_start_only_mentions() -> None:
    report = report_of(facts={"warmteoplossing": "warmtenet"}, kind="projectplan")
    planned = step(report, "warmtekavel-vaststellen")
    assert "De wet noemt dit, zodra artikel 2.1 geldt" in sentences.why(report, planned)


def test_what_the_law_leaves_free_is_not_asked() -> None:
    report = report_of(facts={"mer": "nee", "vorm": "programma"})
    assert "De wet laat de gemeente hierin vrij" in sentences.why(report, step(report, "afdeling-34-kiezen"))


def test_the_mail_text_has_a_box_for_every_step_and_no_long_lines() -> None:
    report = report_of(INZAGE, facts={})
    text = mail.text_of(report)
    own = 1 if own_step(report) else 0
    assert text.count("[ ] ") == len(report.procedure) + own
    assert max(len(line) for line in text.splitlines()) <= 84
    assert "Nog te beantwoorden:" in text


def test_later_moments_count_on_from_the_end_of_the_step_before() -> None:
    report = report_of(facts={"wijziging-omgevingsplan": "ja"}, count_from="2027-01-04")
    names = ("omgevingsplan-inzage", "omgevingsplan-bekendmaken", "omgevingsplan-in-werking")
    found = [step(report, name).dates for name in names]
    assert [dates and (dates.origin, dates.start, dates.first) for dates in found] == [
        ("datum", "2027-01-04", "2027-01-04"),
        ("vervolg", "2027-02-16", "2027-03-03"),
        ("vervolg", "2027-03-03", "2027-03-31"),
    ]
    assert "Door de stap ervoor telt u hier vanaf 16 februari 2027" in sentences.term_line(step(report, names[1]))


def names_of(facts: dict[str, str], kind: str = "") -> list[str]:
    return [planned.step.id for planned in report_of(facts=facts, kind=kind).procedure]


def test_a_report_on_the_environment_that_is_made_need_not_be_weighed_first() -> None:
    report = report_of(facts=MER)
    names = [planned.step.id for planned in report.procedure]
    assert "mer-maken" in names
    assert "mer-beoordelen" not in names
    verdicts = {str(finding.requirement.id): str(finding.verdict) for finding in report.findings}
    assert verdicts["uitvoeringsplan.mer-beoordeling"] == "niet-van-toepassing"


def test_a_policy_document_does_not_follow_the_steps_of_a_programme() -> None:
    assert "uitgebreide-voorbereiding-mer" not in names_of({"mer": "ja", "vorm": "beleidsdocument"})


def test_the_intent_to_change_the_omgevingsplan_is_announced_before_anything_is_adopted() -> None:
    names = names_of({"wijziging-omgevingsplan": "ja", "vorm": "programma"})
    assert names.index("voornemen-omgevingsplan") < names.index("college-besluit-programma")


def test_an_omgevingsplan_asks_for_inspection_of_its_own_whatever_the_plan_follows() -> None:
    facts = {**NO_VIEWS, "vorm": "programma", "wijziging-omgevingsplan": "ja"}
    report = report_of(
        "Het ontwerp van de wijziging van het omgevingsplan ligt vanaf 11 januari 2027 ter inzage.", facts=facts
    )
    names = [planned.step.id for planned in report.procedure if not planned.unknown]
    assert "afdeling-34-inzage" not in names
    planned = step(report, "omgevingsplan-inzage")
    assert "Er is sprake van een wijziging van het omgevingsplan. De wet vraagt dit" in sentences.why(report, planned)
    assert planned.dates is not None
    assert (planned.dates.origin, planned.dates.first, planned.dates.last) == ("document", "2027-01-11", "2027-02-22")
    assert "omgevingsplan-inzage" not in names_of(NO_VIEWS)


def test_steps_that_follow_on_each_other_stand_in_that_order() -> None:
    network = {"samenwerkingsovereenkomst": "ja", "overeenkomst-ingrijpend": "ja"}
    agreement = ["overeenkomst-raad-horen", "overeenkomst-besluiten", "samenwerkingsovereenkomst-sluiten"]
    assert [name for name in names_of(network, "projectplan") if name in agreement] == agreement
    change = [
        "voornemen-omgevingsplan",
        "omgevingsplan-inzage",
        "raad-besluit-omgevingsplan",
        "besluit-meedelen",
        "omgevingsplan-bekendmaken",
    ]
    assert [name for name in names_of({"wijziging-omgevingsplan": "ja"}) if name in change] == change


def test_without_a_network_nobody_is_asked_where_its_area_lies() -> None:
    assert "warmtekavel-gs" not in names_of({"warmteoplossing": "all-electric"}, "projectplan")
    assert "warmtekavel-gs" in names_of({"warmteoplossing": "warmtenet"}, "projectplan")


FLATS_ON_A_NETWORK = "De flats aan de Lijsterstraat krijgen een warmtenet."
HOUSES_ON_PUMPS = "De boerderijen aan de Merelweg krijgen een eigen elektrische warmtepomp."
VILLAS_ON_HYBRIDS = "De vrijstaande huizen aan de Vinkenlaan krijgen een hybride warmtepomp."


def kavelplan_of(*lines: str, facts: dict[str, str] | None = None) -> tuple[Finding, list[str]]:
    report = report_of(*lines, facts=facts or {}, kind="ontwerp-uitvoeringsplan")
    finding = next(found for found in report.findings if found.requirement.id == "kavelplan.uitgewerkt")
    return finding, [planned.step.id for planned in report.procedure if not planned.unknown]


def test_a_network_for_a_part_of_the_area_asks_for_a_kavelplan_too() -> None:
    finding, steps = kavelplan_of(FLATS_ON_A_NETWORK, HOUSES_ON_PUMPS)
    assert finding.verdict is Verdict.MISSING
    assert "kavelplan-gereed" in steps


def test_an_area_that_is_divided_without_a_network_is_asked_for_no_kavelplan() -> None:
    finding, steps = kavelplan_of(HOUSES_ON_PUMPS, VILLAS_ON_HYBRIDS)
    assert finding.verdict is Verdict.NOT_APPLICABLE
    assert "kavelplan-gereed" not in steps


def test_whether_a_divided_area_has_a_network_is_asked_where_only_the_division_is_known() -> None:
    finding, steps = kavelplan_of(facts={"warmteoplossing": "gemengd"})
    assert finding.verdict is Verdict.DOUBT
    assert finding.question == "Krijgt een deel van het gebied een warmtenet?"
    assert "kavelplan-gereed" not in steps
    given, steps = kavelplan_of(facts={"warmteoplossing": "gemengd", "warmtenet-in-deel": "ja"})
    assert given.verdict is Verdict.MISSING
    assert "kavelplan-gereed" in steps


def test_without_the_solution_only_the_solution_is_asked_for() -> None:
    finding, _ = kavelplan_of()
    assert finding.verdict is Verdict.DOUBT
    assert "deel van het gebied een warmtenet?" not in finding.question


def test_a_network_that_is_named_beside_the_parts_is_not_forgotten() -> None:
    finding, _ = kavelplan_of("De hele wijk krijgt een warmtenet.", HOUSES_ON_PUMPS, VILLAS_ON_HYBRIDS)
    assert finding.verdict is Verdict.MISSING


ADOPTED = "Het college heeft dit plan op 3 juni 2027 vastgesteld."
AGREED = "Het college heeft op 3 juni 2027 ingestemd met het uitgewerkte kavelplan."
NETWORK = {**MER, "warmteoplossing": "warmtenet"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("college-besluit-programma", ADOPTED),
        ("college-besluit-programma", "Dit uitvoeringsplan is op 3 juni 2027 door het college vastgesteld."),
        ("kavelplan-instemmen", AGREED),
        ("afspraken-vastleggen", "Op 5 december 2028 tekenden gemeente en corporatie een samenwerkingsovereenkomst."),
    ],
)
def test_a_statement_that_something_has_happened_shows_a_step_as_taken(name: str, sentence: str) -> None:
    planned = step(report_of(sentence, facts=NETWORK), name)
    assert planned.done
    assert planned.evidence[0].quote == sentence
    assert not planned.missing


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("college-besluit-programma", "Het college stelt dit plan op 3 juni 2027 vast."),
        ("college-besluit-programma", "Dit plan wordt op 3 juni 2027 door het college vastgesteld."),
        ("college-besluit-programma", "Het college is gevraagd of dit plan kan worden vastgesteld."),
        ("college-besluit-programma", "Zodra het college dit plan heeft vastgesteld, begint de uitvoering."),
        ("college-besluit-programma", "Het college moet dit plan in juni hebben vastgesteld."),
        ("college-besluit-programma", "Is dit plan door het college vastgesteld?"),
        ("college-besluit-programma", "Het college heeft dit plan nog niet vastgesteld."),
        ("college-besluit-programma", "De stuurgroep heeft dit plan op 3 juni 2027 vastgesteld."),
        ("college-besluit-programma", "Het college heeft het projectplan op 3 juni 2025 vastgesteld."),
        ("college-besluit-programma", "Het college heeft het warmteprogramma in 2025 vastgesteld."),
        ("kavelplan-instemmen", "Het warmtebedrijf vraagt het college in te stemmen met het uitgewerkte kavelplan."),
        ("kavelplan-instemmen", "De raad heeft ingestemd met het uitgewerkte kavelplan."),
        ("afspraken-vastleggen", "Voor de zomer sluiten partijen een samenwerkingsovereenkomst."),
    ],
)
def test_what_is_announced_asked_or_done_by_or_to_another_leaves_a_step_open(name: str, sentence: str) -> None:
    assert not step(report_of(sentence, facts=NETWORK), name).done


def test_a_step_that_was_taken_is_no_longer_to_do_in_any_report() -> None:
    report = report_of(ADOPTED, facts=NETWORK)
    taken = step(report, "college-besluit-programma")
    assert taken not in sentences.applying(report)
    assert sentences.done(report) == (taken,)
    assert taken.step.text not in mail.text_of(report).split(sentences.DONE)[0].replace("\n    ", " ")
    shown = {name: renderer([report]) for name, renderer in RENDERERS.items() if name != "console"}
    shown["console"] = console.render([report], full=True)
    for name, content in shown.items():
        text = " ".join(content.decode("utf-8").replace("\u00a0", " ").split())
        assert ADOPTED in text, name
        assert '"gedaan": true' in text if name == "json" else sentences.DONE in text, name
    assert f"{sentences.DONE}: laat het college" in " ".join(console.render([report]).decode("utf-8").split())


def test_what_the_document_says_of_a_step_is_no_sign_that_it_was_taken() -> None:
    report = report_of("Het college stelt dit plan op 3 juni 2027 vast als vrijwillig programma.", facts=NETWORK)
    planned = step(report, "college-besluit-programma")
    assert planned.evidence
    assert sentences.NOT_SAID in sentences.open_line(planned)


def test_a_step_of_which_it_is_not_known_whether_it_applies_is_not_shown_as_taken() -> None:
    sentence = "Het college heeft het ontwerp voorbereid met afdeling 3.4 van de Algemene wet bestuursrecht."
    assert step(report_of(sentence, facts={"vorm": "programma", "mer": "nee"}), "afdeling-34-kiezen").done
    planned = step(report_of(sentence, facts={"vorm": "programma"}), "afdeling-34-kiezen")
    assert planned.unknown == ("mer",)
    assert not planned.done


NO_VIEWS = {"afdeling-34": "nee", "inspraak": "nee", "mer": "nee", "wijziging-omgevingsplan": "nee"}


@pytest.mark.parametrize("fact", sorted(NO_VIEWS))
def test_who_gave_a_view_is_told_only_where_views_can_be_given(fact: str) -> None:
    assert "besluit-meedelen" not in names_of(NO_VIEWS)
    assert "besluit-meedelen" in names_of({**NO_VIEWS, fact: "ja"})
    assert "besluit-motiveren" in names_of(NO_VIEWS)


def test_a_report_on_the_environment_asks_for_inspection_whoever_chose_the_procedure() -> None:
    names = {"afdeling-34-inzage", "inzage-digitaal-en-op-locatie"}
    assert names <= {planned.step.id for planned in report_of(facts={"mer": "ja"}).procedure if not planned.unknown}
    assert names.isdisjoint(names_of({"mer": "nee", "afdeling-34": "nee"}))


def test_why_names_only_the_facts_by_which_a_step_applies() -> None:
    report = report_of(facts={**NO_VIEWS, "inspraak": "ja"})
    said = sentences.why(report, step(report, "besluit-meedelen"))
    assert said.startswith("Er is sprake van inspraak volgens de verordening. De wet vraagt dit")


def test_the_law_lets_a_programme_be_adopted_and_does_not_ask_it() -> None:
    report = report_of()
    said = sentences.why(report, step(report, "college-besluit-programma"))
    assert "De wet laat de gemeente hierin vrij (Omgevingswet, artikel 3.4)" in said


APPLIES = "Dit geldt alleen als de warmteoplossing warmtenet of gemengd is."


def test_a_part_that_hangs_on_an_unknown_fact_says_when_it_applies_and_names_no_other_part() -> None:
    report = report_of(facts={}, kind="projectplan")
    finding = next(found for found in report.findings if found.requirement.id == "projectplan.businesscase")
    assert "kavelplan" not in finding.question
    for name in ("console", "html"):
        text = " ".join(RENDERERS[name]([report]).decode("utf-8").replace("\u00a0", " ").split())
        assert APPLIES in text
    report = report_of(facts={}, kind="ontwerp-uitvoeringsplan")
    text = " ".join(RENDERERS["console"]([report]).decode("utf-8").split())
    assert APPLIES in text


def test_a_step_about_the_council_quotes_nothing_about_who_decides_or_about_other_councils() -> None:
    report = report_of(
        "De bevoegdheid tot vaststelling van het plan berust bij het college.",
        "De dorpsraad heeft het plan op 3 maart 2027 besproken.",
        facts=MER,
    )
    assert not step(report, "raad-betrekken").evidence
