"""The JSON report keeps its promise: the published form, the same bytes every time."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from plancheck.errors import ErrorCode
from plancheck.model.document import ReadingWarning
from plancheck.model.finding import Result, Verdict
from plancheck.reports import RENDERERS, json_v1
from tests.reports import builders as b

SCHEMA = json.loads((Path(__file__).parents[2] / "rules/schema/rapport.schema.json").read_text("utf-8"))
OPEN = ReadingWarning(code="wijzigingen", message="er staan wijzigingen open")
RUN: tuple[Result, ...] = (
    b.make_report(*b.ALL_VERDICTS, notes=2, warnings=(OPEN,)),
    b.make_report(b.make_present(), path="goed.pdf"),
    b.make_report(b.make_doubt(), path="twijfel.pdf"),
    b.make_none(),
    b.make_unreadable(),
)  # fmt: skip


def as_read(*results: Result) -> Any:
    return json.loads(RENDERERS["json"](results))


def test_the_schema_itself_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "results",
    [
        (),
        RUN,
        *((report,) for report in RUN),
        (b.make_agreed(),),
        (b.make_contradicted(),),
        (b.make_holding(), b.make_part(), b.make_draft()),
    ],
    ids=str,
)
def test_every_report_fits_the_published_schema(results: tuple[Result, ...]) -> None:
    Draft202012Validator(SCHEMA).validate(as_read(*results))


def test_the_schema_knows_exactly_the_error_codes_and_verdicts_of_the_model() -> None:
    codes = SCHEMA["$defs"]["niet_gelezen"]["properties"]["fout"]["properties"]["code"]["enum"]
    assert set(codes) == set(get_args(ErrorCode))
    assert set(SCHEMA["$defs"]["status"]["enum"]) == {str(verdict) for verdict in Verdict}


def test_a_report_with_an_unknown_verdict_does_not_fit_the_schema() -> None:
    report = as_read(RUN[0])
    report["documenten"][0]["bevindingen"][0]["status"] = "misschien"
    assert not Draft202012Validator(SCHEMA).is_valid(report)


def test_rendering_twice_gives_the_same_bytes() -> None:
    assert json_v1.render(RUN) == json_v1.render(RUN)


def test_the_keys_stand_as_in_the_design() -> None:
    run = as_read(*RUN)
    assert list(run) == ["versie", "plancheck", "regelpakketten", "peildatum", "documenten", "samenvatting"]
    finding = run["documenten"][0]["bevindingen"][1]
    assert finding["regel"] == "projectplan.risicoanalyse"
    assert finding["status"] == "ontbreekt"
    assert finding["hol"] is True
    assert [aspect["id"] for aspect in finding["ontbrekende_aspecten"]] == ["a1", "a2"]
    assert finding["tegenbewijs"][0]["citaat"] == "Een risicoanalyse is niet uitgevoerd."


def test_the_answer_stands_in_words_and_a_step_in_few() -> None:
    document = as_read(RUN[0])["documenten"][0]
    assert document["kort"].startswith("Niet compleet: 1 kernonderdeel ontbreekt, 1 is onvolledig")
    assert all(step["kort"] and step["kort"] in f"{step['stap']}." for step in document["procedure"])


def test_a_fact_bears_its_name_in_a_sentence_and_the_answers_that_can_be_given() -> None:
    report = b.make_report(b.make_doubt())
    fact = replace(report.facts[0], title="de warmteoplossing", values=("warmtenet", "open"))
    (struct,) = as_read(replace(report, facts=(fact,)))["documenten"][0]["feiten"]
    assert (struct["titel"], struct["waarde"], struct["waarden"]) == ("de warmteoplossing", None, ["warmtenet", "open"])


def test_an_aspect_in_doubt_is_named_apart_from_what_is_missing() -> None:
    finding = as_read(b.make_report(b.make_near()))["documenten"][0]["bevindingen"][0]
    assert finding["twijfel_aspect"]["id"] == "a2"
    assert finding["ontbrekende_aspecten"] == []
    assert [evidence["aspect"] for evidence in finding["bewijs"]] == ["a2", "a1"]


def test_findings_keep_the_order_of_the_report() -> None:
    titles = [finding["titel"] for finding in as_read(RUN[0])["documenten"][0]["bevindingen"]]
    assert titles == [finding.requirement.title for finding in b.ALL_VERDICTS]


def test_a_text_is_written_as_it_is_not_escaped() -> None:
    report = b.make_report(b.make_present(quote="Eén café, € 5,– per m²"))
    assert "Eén café, € 5,– per m²".encode() in json_v1.render([report])


def test_every_document_counts_once_in_the_summary() -> None:
    summary = as_read(*RUN)["samenvatting"]
    assert summary == {
        "documenten": 5, "compleet": 1, "met_gaten": 1, "alleen_twijfel": 1, "niet_gelezen": 1, "geen_mijlpaal": 1,
    }  # fmt: skip


def test_counts_are_given_per_level_and_verdict_that_occur() -> None:
    assert as_read(RUN[0])["documenten"][0]["tellingen"] == {
        "kern": {"aanwezig": 1, "onvolledig": 1, "ontbreekt": 1, "twijfel": 1, "niet-van-toepassing": 1},
        "aanvullend": {"ontbreekt": 1},
    }


def test_an_unreadable_file_has_a_code_and_a_sentence_and_no_findings() -> None:
    document = as_read(b.make_unreadable())["documenten"][0]
    assert document == {
        "pad": "geheim.docx",
        "fout": {
            "code": "beveiligd",
            "melding": "Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord.",
        },
    }


def test_a_document_of_no_kind_names_the_nearest_kinds_with_how_sure() -> None:
    report = b.make_none()
    recognised = replace(report.recognised, nearest=((b.STARTNOTITIE, 0.12),))
    document = as_read(replace(report, recognised=recognised))["documenten"][0]
    assert document["mijlpaal_dichtstbij"] == [{"mijlpaal": "startnotitie", "zekerheid": 0.12}]


def test_a_document_that_is_no_milestone_document_says_why_in_a_warning() -> None:
    document = as_read(b.make_none())["documenten"][0]
    assert document["mijlpaal"] is None
    assert document["waarschuwingen"][0]["melding"] == "Dit lijkt een nieuwsbrief, geen mijlpaaldocument."


def test_half_a_surrogate_in_a_path_does_not_break_the_report() -> None:
    assert as_read(b.make_unreadable("stuk\udce9.docx"))["documenten"][0]["pad"] == "stuk?.docx"


def test_what_people_decided_stands_with_the_finding_and_with_the_document() -> None:
    document = as_read(b.make_agreed())["documenten"][0]
    exempted, ruled, conditional = document["bevindingen"]
    assert (exempted["status"], exempted["status_plancheck"], exempted["reden"]) == (
        "niet-van-toepassing",
        "ontbreekt",
        "uitzondering",
    )
    assert exempted["uitzondering"] == {"reden": "Staat in het dossier", "wie": "J. de Vries", "tot": "2026-12-31"}
    assert (ruled["status"], ruled["status_plancheck"], ruled["reden"]) == ("aanwezig", "onvolledig", "oordeel")
    assert ruled["oordeel"]["waarom"] == "Het overleg staat in tabel 3"
    assert conditional["reden"] == "voorwaarde"
    assert [each["stand"] for each in document["afspraken"]["regels"]] == ["toegepast", "toegepast", "verlopen"]
    assert document["waarschuwingen"][-1] == {
        "code": "uitzondering-verlopen",
        "melding": "De uitzondering gold tot 2026-01-31.",
    }


def test_an_exempted_part_that_law_asks_does_not_fit_the_schema() -> None:
    report = as_read(b.make_agreed())
    report["documenten"][0]["bevindingen"][0]["niveau"] = "wettelijk"
    assert not Draft202012Validator(SCHEMA).is_valid(report)


def test_a_step_gives_its_term_its_days_and_what_is_shown() -> None:
    first, second = as_read(RUN[0])["documenten"][0]["procedure"]
    assert (first["geldt"], second["geldt"], second["onbekende_feiten"]) == (True, None, ["warmteoplossing"])
    assert (first["termijn"]["aantal"], first["termijn"]["eenheid"]) == (6, "weken")
    assert (first["data"]["eerste_dag"], first["data"]["laatste_dag"]) == ("2027-01-04", "2027-02-15")
    assert first["laat_zien"][0]["citaat"] == "Het college stelt het plan vast."
    assert first["open"] == ["wie later beslist"]


def test_what_contradicts_a_fact_stands_beside_it_with_its_value() -> None:
    facts = as_read(b.make_contradicted())["documenten"][0]["feiten"]
    assert [each["waarde"] for each in facts[0]["tegenspraak"]] == ["ja", "nee"]


def test_documents_inside_stand_with_the_heading_they_begin_with() -> None:
    holding, part = as_read(b.make_holding(), b.make_part())["documenten"]
    inside = {"mijlpaal": "startnotitie", "kop": "Bijlage 2: Startnotitie", "pagina": 31}
    assert (holding["bevat"], holding["stukken"], holding["alleen_stuk"]) == (["startnotitie"], [inside], None)
    assert part["alleen_stuk"] == {"mijlpaal": "projectplan", "kop": "Bijlage 3: Projectplan", "pagina": None}


def test_a_draft_without_text_has_a_warning_of_its_own() -> None:
    warning = as_read(b.make_draft())["documenten"][0]["waarschuwingen"][0]
    assert warning["code"] == "te-kort"
