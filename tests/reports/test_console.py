"""The console report: the answer first, a quote for every claim, 80 columns."""

import re
from dataclasses import replace

import pytest

from plancheck.model.document import ReadingWarning
from plancheck.model.finding import Result
from plancheck.reports import console, wording
from tests.reports import builders as b

WARNING = ReadingWarning(code="wijzigingen", message="er staan wijzigingen open in dit bestand")


def text_of(*results: Result) -> str:
    return console.render(results).decode("utf-8")


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


FULL = b.make_report(*b.ALL_VERDICTS, notes=3, warnings=(WARNING,), alternatives=(b.STARTNOTITIE,))


def test_no_line_is_longer_than_80_columns() -> None:
    texts = [text_of(FULL), text_of(FULL, b.make_none("een/heel/lang/pad/" * 8), b.make_unreadable())]
    assert all(len(line) <= 80 for text in texts for line in text.splitlines())


def test_document_and_answer_come_first() -> None:
    lines = text_of(b.make_report(*b.ALL_VERDICTS)).splitlines()
    assert flat(" ".join(lines[:2])) == (
        "plannen/perronkwartier.docx: projectplan (fase 3), herkend aan de titel en de hoofdstukken; "
        "regels warmtetransitie 1.0.0, 23 november 2026"
    )
    assert lines[3].startswith("NIET COMPLEET  1 kernonderdeel ontbreekt, 1 is onvolledig")


def test_uncertain_recognition_is_said_before_the_answer_with_both_candidates_and_how_to_choose() -> None:
    text = flat(text_of(FULL))
    warning = text.index("Het is niet zeker welk document dit is: een projectplan of een startnotitie.")
    assert warning < text.index("NIET COMPLEET")
    assert "--mijlpaal startnotitie" in text


def test_missing_shows_the_hollow_quote_the_reason_what_is_needed_and_where() -> None:
    text = flat(text_of(FULL))
    assert (
        'In § 10 Risico\'s staat: "Een risicoanalyse is niet uitgevoerd." Dat telt niet mee: de tekst zegt zelf dat '
        "dit er niet is. Nodig: benoemde risico's; een beheersmaatregel bij de risico's. Zet het in § 10 Risico's."
    ) in text
    assert "De handreiking noemt dit (NPLW, fase 3, mijlpaal projectplan)." in text


def test_a_law_without_a_start_is_named_with_its_article_though_it_is_only_aanvullend() -> None:
    law = replace(b.make_source("wet"), place="artikel 2, lid 1", valid_from=None)
    requirement = b.make_requirement(level="wettelijk", source=law).on("2026-11-26")
    text = flat(text_of(b.make_report(replace(b.make_missing(), requirement=requirement))))
    assert "Risicoanalyse en risicobeheersing (aanvullend)" in text
    assert "De wet noemt dit, zodra artikel 2 geldt" in text


def test_missing_without_any_text_says_where_was_looked() -> None:
    assert 'Niet gevonden. Gekeken in "Team" (p. 4).' in flat(text_of(FULL))


def test_incomplete_says_what_is_there_with_a_quote_and_what_is_not() -> None:
    text = flat(text_of(FULL))
    assert "Er is: rollen en ambtelijk opdrachtgever (§ 8 Team, tabel, p. 12)." in text
    assert '"Projectleider | J. de Vries / Opdrachtgever | het hoofd van de afdeling Ruimte"' in text
    assert "Er mist: overleg met de partners." in text


def test_a_bare_heading_is_said_to_be_empty_only_where_nothing_was_found() -> None:
    heading = b.make_evidence("10 Risico's", kind="kop", reason="onder deze kop staat niets dat hier nodig is")
    missing = replace(b.make_missing(), counter_evidence=(heading,))
    incomplete = replace(b.make_incomplete(), counter_evidence=(replace(heading, aspect="a2"),))
    said = "Onder § 10 Risico's staat niets dat hier nodig is."
    assert said in flat(text_of(b.make_report(missing)))
    assert said not in flat(text_of(b.make_report(incomplete)))


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


def test_steps_are_numbered_and_start_with_what_to_do_about_the_gaps() -> None:
    text = flat(text_of(FULL))
    assert "1. Vul aan wat ontbreekt of onvolledig is" in text
    assert "2. Leg het projectplan bestuurlijk vast. Wie: Het college. Vorm: Een collegebesluit." in text
    assert "Termijn: 6 weken vanaf de start van de inzage." in text
    assert "Volgens het document is dat van 4 januari 2027 tot en met 15 februari 2027." in text
    assert 'In het document: "Het college stelt het plan vast." (§ 3 Besluit).' in text
    assert "Nog open: Wie later beslist." in text


def test_a_step_whose_condition_is_not_known_stands_apart_with_the_question() -> None:
    text = flat(text_of(b.make_report(b.make_present())))
    apart = text[text.index("Wat nu, afhankelijk van ") :]
    assert "Welke warmteoplossing kiest het plan? Antwoord met --feit warmteoplossing=WAARDE." in apart
    assert "- Werk het kavelplan uit. Waarom: Alleen als warmteoplossing warmtenet is." in apart


def test_what_contradicts_a_fact_is_shown_whoever_gave_it() -> None:
    text = flat(text_of(b.make_contradicted()))
    assert (
        'De tekst spreekt zichzelf tegen over een milieueffectrapport: ja: "Er komt een mer." (§ 3 Mer) en '
        'nee: "Een mer is niet nodig." (§ 9 Proces).'
    ) in text
    assert 'U gaf: vorm is programma. Er staat ook beleidsdocument: "Het wordt een beleidsstuk." (§ 2 Vorm).' in text


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
    assert text_of(FULL).rstrip().rpartition("\n\n")[2].startswith("NIET COMPLEET")


def test_several_documents_are_short_and_end_with_an_overview_by_phase() -> None:
    start = b.make_report(b.make_present(), path="b.docx", milestone=b.STARTNOTITIE)
    text = text_of(b.make_report(*b.ALL_VERDICTS, path="a.docx"), b.make_unreadable(), b.make_none(), start)
    assert "Advies:" not in text
    rows = text[text.index("Overzicht") :].splitlines()[2:6]
    assert [row.split()[0] for row in rows] == ["b.docx", "a.docx", "nieuwsbrief.pdf", "geheim.docx"]
    assert rows[1].split() == ["a.docx", "projectplan", "3", "nee", "1", "1", "1", "1"]
    assert "Fase 3: 1 document, waarvan 0 compleet." in text
    assert "4 documenten: 1 compleet, 1 niet compleet, 1 geen mijlpaaldocument, 1 niet gelezen." in flat(text)


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


def test_a_document_of_no_kind_says_how_to_choose_one_with_what_it_resembles() -> None:
    none = b.make_none()
    assert "Kies dan zelf welk met --mijlpaal SOORT." in flat(text_of(none))
    near = replace(none.recognised, nearest=(b.PROJECTPLAN, b.STARTNOTITIE))
    text = flat(text_of(replace(none, recognised=near)))
    assert "met --mijlpaal SOORT, bijvoorbeeld --mijlpaal projectplan of --mijlpaal startnotitie." in text


def test_a_draft_without_text_is_called_too_short_and_not_none() -> None:
    text = flat(text_of(b.make_draft()))
    assert "NOG TE KORT Er staat nog te weinig tekst om te zien welk document dit is." in text
    assert "Is het een projectplan? Kies dan zelf met --mijlpaal projectplan." in text
    assert "mijlpaaldocument" not in text
