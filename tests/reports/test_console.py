"""The console report: the answer first, a quote for every claim, 80 columns."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from plancheck.model.document import ReadingWarning
from plancheck.model.finding import Fact, Place, Report, Result
from plancheck.model.procedure import Dates, PlannedStep, Step, Term
from plancheck.reports import console, overview, procedure, wording
from tests.reports import builders as b

WARNING = ReadingWarning(code="wijzigingen", message="er staan wijzigingen open in dit bestand")


def text_of(*results: Result, full: bool = False) -> str:
    return console.render(results, full=full).decode("utf-8")


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


FULL = b.make_report(*b.ALL_VERDICTS, notes=3, warnings=(WARNING,), alternatives=(b.STARTNOTITIE,))


def test_no_line_is_longer_than_80_columns() -> None:
    several = (FULL, b.make_none("een/heel/lang/pad/" * 8), b.make_unreadable())
    texts = [text_of(*results, full=full) for results in ((FULL,), several) for full in (False, True)]
    assert all(len(line) <= 80 for text in texts for line in text.splitlines())


def test_document_and_answer_come_first() -> None:
    lines = text_of(b.make_report(*b.ALL_VERDICTS)).splitlines()
    assert flat(" ".join(lines[:2])) == (
        "plannen/perronkwartier.docx: projectplan (fase 3), herkend aan de titel en de hoofdstukken"
    )
    assert lines[3].startswith("NIET COMPLEET  1 kernonderdeel ontbreekt, 1 is onvolledig")


def test_the_answer_names_what_keeps_the_document_from_being_complete_and_nothing_else() -> None:
    head = flat(text_of(b.make_report(*b.ALL_VERDICTS)).partition("\n\nOntbreekt\n")[0])
    assert "Ontbreekt: Risicoanalyse en risicobeheersing." in head
    assert "Onvolledig: Projectorganisatie. Twijfel, kijk zelf: Uitgewerkt kavelplan." in head
    assert "Weerstand" not in head


def test_uncertain_recognition_is_said_before_the_answer_with_both_candidates_and_how_to_choose() -> None:
    text = flat(text_of(FULL))
    warning = text.index("Het is niet zeker welk document dit is: een projectplan of een startnotitie.")
    assert warning < text.index("NIET COMPLEET")
    assert "--mijlpaal startnotitie" in text


def test_missing_says_what_to_do_where_what_stands_there_and_on_what_it_rests() -> None:
    text = flat(text_of(FULL))
    assert (
        "Risicoanalyse en risicobeheersing [NPLW, fase 3, mijlpaal projectplan] Noem de grootste risico's, hoe zwaar "
        "ze wegen en wat u eraan doet. Zet het in § 10 Risico's. "
        'Nu alleen: "Een risicoanalyse is niet uitgevoerd." (de tekst zegt zelf dat dit er niet is)'
    ) in text


def test_of_what_is_only_aanvullend_the_needs_are_named_and_no_advice_is_given() -> None:
    report = b.make_report(b.make_missing("Weerstand", level="aanvullend"))
    text = flat(text_of(report))
    assert "Weerstand (aanvullend) [NPLW, fase 3, mijlpaal projectplan] Nodig: benoemde risico's; een" in text
    assert "Noem de grootste risico's" not in text


def test_a_source_that_does_not_fit_behind_the_title_is_named_in_fewer_words() -> None:
    finding = b.make_missing("Hoe de risico's in de loop van het hele project worden beheerst")
    lines = text_of(b.make_report(finding)).splitlines()
    assert "  Hoe de risico's in de loop van het hele project worden beheerst [NPLW, fase 3]" in lines
    usual = replace(
        b.make_source("praktijk", ""), title="Wat gebruikelijk is in plannen", place="notitie Risico's, 2026"
    )
    finding = replace(finding, requirement=replace(finding.requirement, source=usual))
    assert "[notitie Risico's, 2026]" in text_of(b.make_report(finding))
    law = replace(b.make_source("wet"), title="Wet op de gemeentelijke zaken", place="artikel 3.1, lid 2, onder a")
    finding = replace(finding, requirement=replace(finding.requirement, source=law))
    assert "\n  [Wet op de gemeentelijke zaken, artikel 3.1, lid 2, onder a]\n" in text_of(b.make_report(finding))


def test_full_missing_shows_the_hollow_quote_the_reason_what_is_needed_and_where() -> None:
    text = flat(text_of(FULL, full=True))
    assert (
        'In § 10 Risico\'s staat: "Een risicoanalyse is niet uitgevoerd." Dat telt niet mee: de tekst zegt zelf dat '
        "dit er niet is. Nodig: benoemde risico's; een beheersmaatregel bij de risico's. Zet het in § 10 Risico's."
    ) in text
    assert "De handreiking noemt dit (NPLW, fase 3, mijlpaal projectplan)." in text


def test_a_law_without_a_start_is_named_with_its_article_though_it_is_only_aanvullend() -> None:
    law = replace(b.make_source("wet"), place="artikel 2, lid 1", valid_from=None)
    requirement = b.make_requirement(level="wettelijk", source=law).on("2026-11-26")
    report = b.make_report(replace(b.make_missing(), requirement=requirement))
    short, full = (flat(text_of(report, full=full)) for full in (False, True))
    assert "Risicoanalyse en risicobeheersing (aanvullend) [NPLW, lid 1, zodra artikel 2 geldt]" in short
    assert "Risicoanalyse en risicobeheersing (aanvullend)" in full
    assert "De wet noemt dit, zodra artikel 2 geldt" in full


def test_a_law_that_counts_from_a_later_day_is_named_with_that_day() -> None:
    law = replace(b.make_source("wet"), place="artikel 2, lid 1", valid_from="2030-01-01")
    finding = replace(b.make_missing(), requirement=b.make_requirement(source=law).on("2026-11-26"))
    assert "[NPLW, artikel 2, lid 1, vanaf 1 januari 2030]" in flat(text_of(b.make_report(finding)))


def test_the_name_of_a_source_is_not_cut_within_brackets() -> None:
    law = replace(b.make_source("wet", ""), title="Toelichting bij de Wet op plannen (36387, nr. 3), deel 2")
    assert wording.source_name(replace(law, place="")) == "Toelichting bij de Wet op plannen"


def test_of_what_is_only_aanvullend_and_partly_there_only_what_is_missing_is_told() -> None:
    requirement = replace(b.make_incomplete().requirement, level="aanvullend")
    text = flat(text_of(b.make_report(replace(b.make_incomplete(), requirement=requirement))))
    assert "Er mist: overleg met de partners. Zet het in § 8 Team." in text
    assert "Er is al" not in text


def test_a_complete_document_says_what_a_law_will_ask_that_does_not_count_yet() -> None:
    law = replace(b.make_source("wet"), place="artikel 2, lid 1", valid_from=None)
    requirement = b.make_requirement(level="wettelijk", source=law).on("2026-11-26")
    gap = replace(b.make_missing(), requirement=requirement)
    said = "onvolledig is, staat in een wet die nog niet geldt, of waarvan het begin niet is bevestigd; het telt nog"
    assert said in flat(text_of(b.make_report(b.make_present(), gap)))
    assert "onvolledig zijn, staan in een wet die" in flat(text_of(b.make_report(b.make_present(), gap, gap)))
    assert said not in flat(text_of(b.make_report(b.make_missing(), gap)))
    assert said not in flat(text_of(b.make_report(b.make_present())))


def test_the_last_line_of_a_complete_document_counts_every_level_that_matters() -> None:
    legal = replace(b.make_present(), requirement=b.make_requirement(level="wettelijk"))
    report = b.make_report(legal, *[b.make_present()] * 40)
    assert "COMPLEET 1 wettelijk onderdeel is er; 40 kernonderdelen zijn er." in flat(text_of(report))


def test_missing_without_any_text_says_where_was_looked() -> None:
    for full in (False, True):
        assert 'Niet gevonden. Gekeken in "Team" (p. 4).' in flat(text_of(FULL, full=full))


def test_short_of_many_places_where_was_looked_three_are_named_and_the_others_counted() -> None:
    places = tuple(Place(heading=f"{number} Kop") for number in range(1, 6))
    text = flat(text_of(b.make_report(replace(b.make_missing(hollow=False), looked_in=places))))
    assert "Gekeken in § 1 Kop, § 2 Kop, § 3 Kop en nog 2 plaatsen." in text


def test_incomplete_says_what_is_missing_and_where_and_then_what_is_there_with_one_quote() -> None:
    text = flat(text_of(FULL))
    assert (
        "Er mist: overleg met de partners. Zet het in § 8 Team. Er is al: rollen en ambtelijk opdrachtgever: "
        '"Projectleider | J. de Vries / Opdrachtgever | het hoofd van de afdeling Ruimte"'
    ) in text


def test_the_place_of_the_quote_is_named_where_it_is_another_than_that_of_what_is_missing() -> None:
    text = flat(text_of(b.make_report(replace(b.make_incomplete(), place="3 Overleg"))))
    assert 'Er is al: rollen en ambtelijk opdrachtgever (§ 8 Team, tabel, p. 12): "Projectleider' in text


def test_incomplete_quotes_the_text_that_falls_short_rather_than_what_is_there() -> None:
    hollow = b.make_evidence("Overleg: P.M.", aspect="a2", kind="invulplek", reason="hier staat een invulplek")
    text = flat(text_of(b.make_report(replace(b.make_incomplete(), counter_evidence=(hollow,)))))
    assert 'opdrachtgever. Niet meegeteld: "Overleg: P.M." (hier staat een invulplek)' in text
    assert "J. de Vries" not in text


def test_full_incomplete_says_what_is_there_with_a_quote_and_what_is_not() -> None:
    text = flat(text_of(FULL, full=True))
    assert "Er is: rollen en ambtelijk opdrachtgever (§ 8 Team, tabel, p. 12)." in text
    assert '"Projectleider | J. de Vries / Opdrachtgever | het hoofd van de afdeling Ruimte"' in text
    assert "Er mist: overleg met de partners." in text


def test_a_bare_heading_is_said_to_be_empty_only_where_nothing_was_found() -> None:
    heading = b.make_evidence("10 Risico's", kind="kop", reason="onder deze kop staat niets dat hier nodig is")
    missing = replace(b.make_missing(), counter_evidence=(heading,))
    incomplete = replace(b.make_incomplete(), counter_evidence=(replace(heading, aspect="a2"),))
    said = "Onder § 10 Risico's staat niets dat hier nodig is."
    assert said in flat(text_of(b.make_report(missing), full=True))
    assert said in flat(text_of(b.make_report(replace(missing, place="3 Elders"))))
    assert "Zet het in § 10 Risico's. Daar staat nu niets van." in flat(text_of(b.make_report(missing)))
    for full in (False, True):
        text = flat(text_of(b.make_report(incomplete), full=full))
        assert said not in text
        assert "Daar staat nu niets van." not in text


def test_what_is_there_has_a_line_of_its_own_with_its_heading_and_page() -> None:
    long = b.make_present("Ambities, doelen en uitgangspunten van het hele project")
    evidence = tuple(replace(each, heading="Wat willen wij bereiken met elkaar?", page=7) for each in long.evidence)
    lines = text_of(b.make_report(b.make_present(), replace(long, evidence=evidence))).splitlines()
    assert "  Ambities en doelen: § 2 Ambitie" in lines
    assert '  Ambities, doelen en uitgangspunten van het hele project: "Wat willen …" (p. 7)' in lines


def test_many_parts_that_are_only_aanvullend_stand_together_in_the_short_form() -> None:
    extra = [
        replace(
            b.make_present(f"Deel {number}"), requirement=b.make_requirement(title=f"Deel {number}", level="aanvullend")
        )
        for number in range(5)
    ]
    together = "Aanvullend: Deel 0 (§ 2); Deel 1 (§ 2); Deel 2 (§ 2); Deel 3 (§ 2); Deel 4 (§ 2)."
    assert together in flat(text_of(b.make_report(b.make_present(), *extra)))
    few = text_of(b.make_report(b.make_present(), *extra[:3]))
    assert "  Deel 2: § 2 Ambitie\n" in few
    assert "Aanvullend:" not in few + text_of(b.make_report(*extra), full=True)


def test_doubt_about_an_aspect_shows_the_text_before_the_question() -> None:
    text = flat(text_of(b.make_report(b.make_near())))
    shown = text.index('In § 9 Pech staat: "Bij pech bellen wij Vos."')
    assert shown < text.index("Geeft de tekst echt antwoord op deze vraag: Wat doet men eraan?")


def test_doubt_asks_the_question_once_and_says_how_to_answer() -> None:
    report = b.make_report(b.make_doubt("Kavelplan"), b.make_doubt("Instemming"))
    text = flat(text_of(report))
    assert text.count("Welke warmteoplossing kiest het plan?") == 1
    assert "Kavelplan; Instemming" in text
    assert "Antwoord met --feit warmteoplossing=WAARDE." in text


def test_full_what_is_there_has_a_quote_as_well() -> None:
    text = text_of(b.make_report(b.make_present()), full=True)
    assert '  Ambities en doelen: § 2 Ambitie\n    "In 2030 zijn 800 woningen aardgasvrij."\n' in text


def test_full_steps_are_numbered_and_start_with_what_to_do_about_the_gaps() -> None:
    text = flat(text_of(FULL, full=True))
    assert "1. Vul aan wat ontbreekt of onvolledig is" in text
    assert "2. Leg het projectplan bestuurlijk vast. Wie: Het college. Vorm: Een collegebesluit." in text
    assert "Termijn: 6 weken vanaf de start van de inzage." in text
    assert "Volgens het document is dat van 4 januari 2027 tot en met 15 februari 2027." in text
    assert 'In het document: "Het college stelt het plan vast." (§ 3 Besluit).' in text
    assert "Nog open: Wie later beslist." in text


def test_full_a_step_whose_condition_is_not_known_stands_apart_with_the_question() -> None:
    text = flat(text_of(b.make_report(b.make_present()), full=True))
    apart = text[text.index("Wat nu, afhankelijk van ") :]
    assert "Welke warmteoplossing kiest het plan? Antwoord met --feit warmteoplossing=WAARDE." in apart
    assert "- Werk het kavelplan uit. Waarom: Alleen als warmteoplossing warmtenet is." in apart


def test_a_step_says_who_by_when_what_is_open_and_on_what_it_rests_and_dates_that_clash() -> None:
    text = flat(text_of(FULL))
    assert (
        "2. Leg het projectplan bestuurlijk vast. Wie: het college. "
        "Termijn: van 4 januari 2027 tot en met 15 februari 2027. "
        "De laatste dag is 15 februari 2027; in het document staat 14 februari 2027. "
        "Deels al in § 3. Bron: NPLW, fase 3, mijlpaal projectplan."
    ) in text
    assert "een collegebesluit" not in text


def test_a_step_that_hangs_on_an_answer_stands_behind_the_question() -> None:
    text = flat(text_of(b.make_report(b.make_present())))
    assert (
        "Hangt af van uw antwoord. Geef dat met --feit NAAM=WAARDE "
        "- warmteoplossing: Welke warmteoplossing kiest het plan? Bij warmtenet: werk het kavelplan uit."
    ) in text


def with_values(report: Report, *values: str) -> Report:
    return replace(report, facts=tuple(replace(fact, values=values) for fact in report.facts))


def test_a_question_says_which_answers_there_are_where_that_is_more_than_yes_or_no() -> None:
    report = b.make_report(b.make_present())
    kiest = "Welke warmteoplossing kiest het plan?"
    assert f"{kiest} (warmtenet of open) Bij" in flat(text_of(with_values(report, "warmtenet", "open")))
    assert f"{kiest} Bij" in flat(text_of(with_values(report, "ja", "nee")))
    full = flat(text_of(with_values(report, "ja", "nee"), full=True))
    assert "Antwoord met --feit warmteoplossing=WAARDE (ja of nee)." in full
    doubt = flat(text_of(with_values(b.make_report(b.make_doubt()), "warmtenet", "open")))
    assert doubt.count("(warmtenet of open)") == 1


def test_how_to_answer_is_shown_with_an_answer_that_can_be_given() -> None:
    report = with_values(b.make_report(b.make_present()), "warmtenet", "open")
    assert "Geef dat zo: --feit warmteoplossing=warmtenet" in flat(text_of(report))
    assert "Geef dat zo: --feit warmteoplossing=ja" in flat(text_of(with_values(report, "ja", "nee")))


def test_a_question_that_a_finding_asks_is_not_asked_again() -> None:
    text = flat(text_of(b.make_report(b.make_doubt())))
    assert text.count("Welke warmteoplossing kiest het plan?") == 1
    assert "- warmteoplossing (zie hierboven). Bij warmtenet: werk het kavelplan uit." in text


def planned(
    name: str, *, phases: tuple[int, ...] = (3,), told: bool = False, done: bool = False, dates: Dates | None = None
) -> PlannedStep:
    term = Term(kind="duurt", amount=6, unit="weken", start="inzage") if dates else None
    source = b.make_source("wet")
    step = Step(id=name, phases=phases, text=f"Doe {name}. Zo gaat dat.", who="het college", source=source, term=term)
    evidence = (b.make_evidence(f"{name} komt.", heading="4 Stappen"),) if told or done else ()
    return PlannedStep(step=step, evidence=evidence, dates=dates, done=done)


def with_steps(*steps: PlannedStep) -> str:
    return flat(text_of(replace(b.make_report(b.make_present()), procedure=steps)))


def test_a_few_general_duties_are_named_after_the_steps_of_this_phase() -> None:
    text = with_steps(planned("altijd", phases=(1, 2, 3, 4)), planned("nu"))
    assert "1. Doe nu. Wie: het college. Bron: NPLW, fase 3, mijlpaal projectplan. - Daarnaast in elke fase:" in text
    assert "Daarnaast in elke fase: doe altijd (NPLW)." in text


def test_many_general_duties_are_counted_since_every_report_has_them() -> None:
    text = with_steps(*[planned(f"altijd {number}", phases=(1, 2, 3, 4)) for number in range(5)], planned("nu"))
    assert "- Daarnaast gelden 5 algemene plichten; --volledig noemt ze." in text


def test_a_step_of_which_the_document_tells_takes_one_line_in_its_place() -> None:
    text = with_steps(planned("gezegd", told=True), planned("nu"))
    assert "1. Doe gezegd (genoemd in § 4) 2. Doe nu. Wie: het college." in text


def test_a_step_with_a_term_that_is_still_to_run_is_told_in_full() -> None:
    to_come = replace(b.make_dates(), other_last="")
    past = replace(to_come, start="2026-01-05", first="2026-01-05", last="2026-02-16")
    assert "1. Doe inzage. Wie: het college. Termijn: van 4 jan" in with_steps(
        planned("inzage", told=True, dates=to_come)
    )
    assert "1. Doe inzage (genoemd in § 4)" in with_steps(planned("inzage", told=True, dates=past))


def test_dates_that_clash_with_the_term_are_told_once_though_more_steps_have_them() -> None:
    past = replace(b.make_dates(), last="2026-02-16", other_last="2026-02-15")
    text = with_steps(planned("a", told=True, dates=past), planned("b", told=True, dates=past))
    assert text.count("Let op: de laatste dag is 16 februari 2026; in het document staat 15 februari 2026.") == 1


def test_a_step_with_a_long_heading_stands_whole_with_the_heading_on_the_next_line() -> None:
    told = planned("het werk aan de huizen en de straten", told=True)
    heading = "Wat er allemaal al is gedaan in de jaren hiervoor"
    there = replace(told, evidence=(replace(told.evidence[0], heading=heading),))
    text = with_steps(there, replace(told, evidence=(replace(told.evidence[0], heading=""),)))
    assert f'1. Doe het werk aan de huizen en de straten (genoemd in "{heading}")' in text
    assert "2. Doe het werk aan de huizen en de straten (genoemd in de tekst)" in text


def test_dates_that_clash_are_told_once_too_where_steps_stand_in_few_words() -> None:
    dates = replace(b.make_dates(), other_last="2027-02-14")
    text = with_steps(*(planned(f"stap {name}", dates=dates) for name in "abcdef"))
    assert text.count("in het document staat 14 februari 2027") == 1
    assert "1. Doe stap a (het college; van 4 januari 2027 tot en met 15 februari 2027; NPLW, fase 3" in text
    assert text.index("Let op: de laatste dag") < text.index("2. Doe stap b")


def test_a_bare_heading_is_no_quote_on_what_is_in_doubt() -> None:
    heading = b.make_evidence("8 Participatie", kind="kop", reason="onder deze kop staat niets dat hier nodig is")
    text = flat(text_of(b.make_report(replace(b.make_doubt(), counter_evidence=(heading,)))))
    assert 'staat: "8 Participatie' not in text


def test_what_was_done_is_no_step_and_is_told_after_them() -> None:
    text = with_steps(planned("klaar", done=True), planned("nu"))
    assert text.index("1. Doe nu.") < text.index("- Al gedaan volgens het document: doe klaar (§ 4).")


def test_the_few_that_were_done_stand_whole_in_one_point() -> None:
    text = with_steps(planned("het eerste", done=True), planned("het tweede", done=True))
    assert text.count("Al gedaan") == 1
    assert "- Al gedaan volgens het document: doe het eerste (§ 4); doe het tweede (§ 4)." in text


def test_many_steps_that_were_done_are_counted() -> None:
    text = with_steps(*(planned(f"klaar{number}", done=True) for number in range(4)))
    assert "- Al gedaan volgens het document: 4 stappen (in § 4)." in text
    assert "klaar1" not in text


def test_of_more_steps_that_hang_on_one_answer_the_first_is_named_and_the_others_are_counted() -> None:
    report = b.make_report(b.make_present())
    text = flat(text_of(replace(report, procedure=(*report.procedure, report.procedure[1], report.procedure[1]))))
    assert "Bij warmtenet: werk het kavelplan uit (en nog 2 stappen)." in text


def test_with_many_steps_each_is_cut_to_two_lines_with_its_details_in_brackets() -> None:
    long = replace(planned("x"), step=replace(planned("x").step, text="Leg het plan voor aan " + "iedereen en " * 12))
    few, many = with_steps(long), with_steps(*[long] * 6)
    assert "…" not in few
    assert many.count(" … (het college; NPLW, fase 3, mijlpaal projectplan)") == 6


def test_where_there_is_little_room_the_short_text_of_a_step_stands_whole() -> None:
    long = planned("x").step.text.replace("x", "dit samen met " + "iedereen en " * 12)
    step = replace(planned("x"), step=replace(planned("x").step, text=long, brief="Doe het samen"))
    general = replace(step, step=replace(step.step, phases=(1, 2, 3, 4)))
    done = replace(planned("x", done=True), step=step.step)
    hanging = replace(step, unknown=("warmteoplossing",))
    text = with_steps(*[step] * 6, general, done, hanging)
    assert "…" not in text
    assert text.count(". Doe het samen (het college; NPLW, fase 3, mijlpaal projectplan)") == 6
    assert "Daarnaast in elke fase: doe het samen (NPLW)." in text
    assert "document: doe het samen (§ 4)." in text
    assert "Dan: doe het samen." in text
    assert "1. Doe dit samen met iedereen" in with_steps(step)


def test_what_is_not_asked_or_not_yet_says_so_in_its_details() -> None:
    plain = planned("x")
    later = replace(plain.step.source, pending=True, valid_from="2027-07-01")
    steps = [
        plain,
        replace(plain, step=replace(plain.step, optional=True)),
        replace(plain, step=replace(plain.step, source=later)),
        replace(plain, step=replace(plain.step, source=replace(later, valid_from=None))),
    ]
    assert [procedure.shortest_details(each).partition("; ")[2].partition("NPLW")[0] for each in steps] == [
        "",
        "niet verplicht; ",
        "vanaf 1 juli 2027: ",
        "zodra dit geldt: ",
    ]


def test_what_contradicts_a_fact_is_shown_whoever_gave_it() -> None:
    text = flat(text_of(b.make_contradicted()))
    assert (
        'De tekst spreekt zichzelf tegen over een milieueffectrapport: ja: "Er komt een mer." (§ 3 Mer) en '
        'nee: "Een mer is niet nodig." (§ 9 Proces).'
    ) in text
    assert 'U gaf: vorm is programma. Er staat ook beleidsdocument: "Het wordt een beleidsstuk." (§ 2 Vorm).' in text


def test_a_fact_that_the_text_contradicts_is_told_where_it_is_asked_and_not_again() -> None:
    both = tuple(
        b.make_evidence(f"Het wordt {value}.", aspect=value, heading=f"{number} Warmte")
        for number, value in enumerate(("warmtenet", "hybride"), 1)
    )
    report = b.make_report(b.make_present())
    report = replace(report, facts=(replace(report.facts[0], contradiction=both),))
    text = flat(text_of(report))
    assert (
        'De tekst noemt warmtenet ("Het wordt warmtenet.", § 1 Warmte) en hybride ("Het wordt hybride.", § 2 Warmte).'
    ) in text
    assert "spreekt zichzelf tegen" not in text
    assert "spreekt zichzelf tegen" in flat(text_of(report, full=True))


def test_a_complete_document_says_so_and_asks_nothing() -> None:
    text = text_of(b.make_report(b.make_present()))
    assert "COMPLEET  1 kernonderdeel is er." in text
    assert "NIET COMPLEET" not in text
    assert "Vul aan" not in text


def test_only_doubts_are_neither_complete_nor_gaps() -> None:
    assert "NOG NIET ZEKER  1 kernonderdeel moet u zelf bekijken." in text_of(b.make_report(b.make_doubt()))


def test_the_foot_says_versions_date_hash_what_was_not_judged_and_what_this_is_not() -> None:
    text = flat(text_of(FULL))
    assert (
        "Regels: warmtetransitie 1.0.0; peildatum 23 november 2026; plancheck 0.1.0; bestand sha256 3fa9c1000000."
        in text
    )
    assert "3 opmerkingen van lezers in het bestand" in text
    assert "afbeeldingen, kaarten en grafieken" in text
    assert "niet hoe goed ze zijn" in text
    assert "geen juridisch advies" in text
    assert "Er staan wijzigingen open in dit bestand." in text


def test_a_long_report_repeats_its_answer_at_the_end() -> None:
    for full in (False, True):
        assert text_of(FULL, full=full).rstrip().rpartition("\n\n")[2].startswith("NIET COMPLEET")


def test_the_answer_at_the_end_of_the_short_report_counts_all_that_keeps_the_document_from_being_complete() -> None:
    law = b.make_missing("Wettelijk stuk", level="wettelijk")
    last = text_of(b.make_report(law, *b.ALL_VERDICTS)).rstrip().rpartition("\n\n")[2]
    assert flat(last).startswith(
        "NIET COMPLEET 1 wettelijk onderdeel ontbreekt; 1 kernonderdeel ontbreekt, 1 is onvolledig, 1 moet u zelf "
        f"bekijken. {console.MORE}"
    )


def test_the_short_report_says_how_to_get_all_and_the_full_one_does_not() -> None:
    assert text_of(FULL).endswith(f"\n{console.MORE}\n")
    assert "--volledig" not in text_of(FULL, full=True)


def test_the_full_report_has_of_several_documents_all_and_the_overview() -> None:
    text = text_of(FULL, b.make_report(b.make_missing(), path="b.docx"), full=True)
    assert text.count("\n  Risicoanalyse en risicobeheersing\n") == 2
    assert "Overzicht" in text


def test_several_documents_are_short_and_end_with_an_overview_by_phase() -> None:
    start = b.make_report(b.make_present(), path="b.docx", milestone=b.STARTNOTITIE)
    text = text_of(b.make_report(*b.ALL_VERDICTS, path="a.docx"), b.make_unreadable(), b.make_none(), start)
    assert "Advies:" not in text
    rows = text[text.index("Overzicht") :].splitlines()[2:6]
    assert [row.split()[0] for row in rows] == ["b.docx", "a.docx", "nieuwsbrief.pdf", "geheim.docx"]
    assert rows[1].split() == ["a.docx", "projectplan", "3", "nee", "1", "1", "1", "1", "1"]
    assert "Fase 3: 1 document, waarvan 0 compleet." in text
    assert "4 documenten: 1 compleet, 1 niet compleet, 1 geen mijlpaaldocument, 1 niet gelezen." in flat(text)


def test_what_a_law_asks_counts_in_the_overview_too_since_without_it_a_document_is_not_complete() -> None:
    legal = b.make_report(b.make_missing(level="wettelijk"), b.make_present(), path="a.docx")
    text = text_of(legal, b.make_none())
    assert re.search(r"^a.docx +projectplan +3 +nee +1 +0 +1 +0 +1$", text, re.M)
    assert "Van de wettelijke en de kernonderdelen: er = aanwezig" in flat(text)


def test_a_long_path_stands_whole_in_the_overview() -> None:
    path = f"{'een/heel/lang/pad/' * 6}concept.docx"
    text = text_of(b.make_none(path), b.make_none())
    assert path in text[text.index("Overzicht") :].replace("\n", "")
    assert "…" not in text


def test_the_overview_says_why_a_file_was_not_read() -> None:
    text = text_of(b.make_unreadable("een/map/met/een/lange/naam/geheim.docx"), b.make_none())
    assert re.search(r"^ +niet gelezen: wachtwoord$", text, re.M)


def test_the_overview_names_files_that_are_the_same() -> None:
    copies = [b.make_report(b.make_present(), path=path) for path in ("a.docx", "b.docx", "c.docx")]
    assert "Hetzelfde bestand: a.docx, b.docx en c.docx." in flat(text_of(*copies))
    other = replace(copies[1].document, source=replace(copies[1].document.source, sha256="1" * 64))
    text = flat(text_of(copies[0], replace(copies[1], document=other)))
    assert "Hetzelfde" not in text


def test_the_overview_marks_an_unsure_kind_and_says_so() -> None:
    text = text_of(b.make_report(b.make_present(), alternatives=(b.STARTNOTITIE,)), b.make_none())
    assert re.search(r"^ +projectplan \? +3 +ja ", text, re.M)
    assert overview.UNSURE in text
    assert overview.UNSURE not in text_of(b.make_report(b.make_present()), b.make_none())


def test_what_is_assumed_is_named_with_each_document_and_what_nobody_gave_is_counted_in_the_overview() -> None:
    assumed = Fact(name="geld", value="nee", origin="aangenomen", title="een uitgave")
    report = b.make_report(b.make_present(), path="a.docx")
    text = text_of(replace(report, facts=(*report.facts, assumed)), b.make_none())
    assert "Aangenomen: er is geen sprake van een uitgave." in flat(text)
    assert re.search(r"^a.docx .* 2$", text, re.M)


def test_an_unreadable_file_gets_its_sentence() -> None:
    text = flat(text_of(b.make_unreadable()))
    assert text.strip() == (
        "geheim.docx: NIET GELEZEN Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord."
    )


def test_a_document_that_is_none_of_them_is_said_to_be_none() -> None:
    text = text_of(b.make_none())
    assert "GEEN MIJLPAALDOCUMENT  Dit lijkt een nieuwsbrief, geen mijlpaaldocument." in text
    assert "Ontbreekt" not in text


def test_without_colour_there_are_no_control_characters() -> None:
    assert "\033" not in text_of(FULL)
    assert b"\033[1;31mNIET COMPLEET\033[0m" in console.render([FULL], colour=True)


@pytest.mark.parametrize("hostile", ["\033[2Jweg", "a\rb", "naam\u202ecod.exe", "\x07bel"])
def test_text_of_a_document_cannot_steer_the_terminal(hostile: str) -> None:
    report = b.make_report(b.make_missing(title=hostile), path=hostile)
    assert not set(text_of(report, report)) & set("\033\r\u202e\x07")


def test_a_very_long_quote_is_cut_at_a_word() -> None:
    quote = "woord " * 100
    text = flat(text_of(b.make_report(b.make_missing())))
    assert "…" not in text
    assert len(b.make_evidence(quote).quote) > 500
    assert wording.quote_text(quote, longest=20) == "woord woord woord …"


def test_where_no_kind_fits_the_hint_how_to_choose_comes_after_the_answer() -> None:
    recognised = replace(b.make_none().recognised, alternatives=(b.STARTNOTITIE,))
    text = flat(text_of(replace(b.make_none(), recognised=recognised)))
    assert "geen mijlpaaldocument. Is het toch een startnotitie? Kies dan zelf met --mijlpaal startnotitie." in text


def test_where_no_kind_fits_it_says_what_comes_near_with_how_sure_and_which_kinds_there_are_to_choose() -> None:
    recognised = replace(b.make_none().recognised, nearest=((b.PROJECTPLAN, 0.12), (b.STARTNOTITIE, 0.001)))
    text = flat(text_of(replace(b.make_none(), recognised=recognised)))
    assert (
        "Het lijkt nog het meest op een projectplan (kans 12%). Is het toch een van de stukken die plancheck kent? "
        "Kies dan zelf met --mijlpaal: startnotitie of projectplan."
    ) in text
    recognised = replace(recognised, nearest=((b.STARTNOTITIE, 0.001),))
    assert "een startnotitie, maar niet erg." in flat(text_of(replace(b.make_none(), recognised=recognised)))


def test_of_a_text_in_another_language_no_kind_is_offered() -> None:
    report = replace(b.make_none(), document=replace(b.make_none().document, language="en"))
    assert "--mijlpaal" not in text_of(report)


@pytest.mark.parametrize("make", [b.make_none, b.make_report])
def test_a_serious_warning_on_reading_stands_before_the_answer_and_only_there(make: Callable[..., Report]) -> None:
    unread = ReadingWarning(code="paginas-zonder-tekst", message="pagina 4-9 zijn afbeeldingen en zijn niet gelezen")
    report = make(warnings=(WARNING, unread))
    for full in (False, True):
        text = flat(text_of(report, full=full))
        answer = text.index("GEEN MIJLPAALDOCUMENT" if report.milestone is None else "COMPLEET")
        assert text.index("LET OP Pagina 4-9 zijn afbeeldingen en zijn niet gelezen.") < answer
        assert text.count("zijn niet gelezen") == 1
        assert answer < text.index("Er staan wijzigingen open in dit bestand.")


def test_what_people_decided_is_told_in_full_and_in_the_answer() -> None:
    text = flat(text_of(b.make_agreed(reason="Zo\033[2J afgesproken")))
    assert "Let op: 1 onderdeel is uitgezonderd en 1 oordeel is van mensen (plancheck.yaml)." in text
    assert "Uitzondering van J. de Vries, tot en met 31 december 2026: Zo [2J afgesproken." in text
    assert "Oordeel van A. Bakker, 20 november 2026: aanwezig. Het overleg staat in tabel 3." in text
    assert "De uitzondering gold tot 2026-01-31." in text


def test_what_people_decided_is_told_in_a_run_of_documents_too() -> None:
    text = flat(text_of(b.make_agreed(), b.make_none()))
    assert "Uitzondering van J. de Vries, tot en met 31 december 2026: Staat in het dossier." in text
    assert "Plancheck zelf vindt: ontbreekt." in text


def test_documents_inside_are_named_with_their_place_and_how_to_see_one_alone() -> None:
    text = flat(text_of(b.make_holding()))
    assert 'In dit bestand staat ook een startnotitie (vanaf "Bijlage 2: Startnotitie", p. 31).' in text
    assert "Kies --mijlpaal startnotitie, of maak er een eigen bestand van." in text


def test_a_document_inside_a_paper_of_no_kind_is_named_with_how_to_have_it_judged() -> None:
    held, none = b.make_holding(), b.make_none()
    text = flat(text_of(replace(held, findings=(), recognised=replace(none.recognised, held=held.recognised.held))))
    assert 'In dit bestand staat wel een startnotitie (vanaf "Bijlage 2: Startnotitie", p. 31).' in text
    assert "Laat dat beoordelen met --mijlpaal startnotitie" in text


def test_a_report_on_a_part_says_which_part() -> None:
    text = flat(text_of(b.make_part()))
    assert 'alleen een deel van dit bestand: projectplan, vanaf "Bijlage 3: Projectplan".' in text


def test_a_draft_without_text_is_called_too_short_and_not_none() -> None:
    text = flat(text_of(b.make_draft()))
    assert "NOG TE KORT Er staat nog te weinig tekst om te zien welk document dit is." in text
    assert "Is het een projectplan? Kies dan zelf met --mijlpaal projectplan." in text
    assert "mijlpaaldocument" not in text
