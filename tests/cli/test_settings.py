"""`plancheck check` beside a plancheck.yaml: real documents, real rules, every report."""

import json
from pathlib import Path
from typing import Any

import pytest

import plancheck
from plancheck import load_rules
from tests.cli.conftest import Run
from tests.shipped import shipped_rules

PLAN = """\
# Projectplan warmtenet De Stevelaar

## Risico's

Het grootste risico is dat het net vol raakt. Om dat te voorkomen overleggen wij elk kwartaal met de netbeheerder.
"""
RISK = "projectplan.risicoanalyse"
EXEMPTION = f"""\
uitzonderingen:
  - id: {RISK}
    reden: De risico's staan in het vertrouwelijke dossier.
    wie: J. de Vries
    tot: 2026-12-31
"""


def ruling(mark: str) -> str:
    return f"""\
oordelen:
  - id: {RISK}
    bestand: plan.md
    oordeel: aanwezig
    wie: A. Bakker
    wanneer: 2026-11-20
    waarom: Meer is er niet te zeggen over dit net.
    {mark}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan. The usual rules are those that all tests share, so that their terms are looked up once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(plancheck, "load_rules", lambda chosen: load_rules(chosen) if chosen else shipped_rules())
    (tmp_path / "plannen").mkdir()
    (tmp_path / "plannen" / "plan.md").write_text(PLAN, "utf-8")
    return tmp_path


def document(run: Run, *options: str) -> Any:
    outcome = run("check", "plannen/plan.md", "--format", "json", "--datum", "2026-11-26", *options)
    assert outcome.code in (0, 1), outcome.err
    return json.loads(outcome.out)["documenten"][0]


def finding(shown: Any) -> Any:
    return next(each for each in shown["bevindingen"] if each["regel"] == RISK)


def test_without_a_file_nothing_is_agreed(run: Run, folder: Path) -> None:
    shown = document(run)
    assert shown["afspraken"] is None
    assert finding(shown)["reden"] is None
    assert finding(shown)["status_plancheck"] == finding(shown)["status"] == "onvolledig"


def test_an_exemption_found_above_the_document_stands_in_every_report(run: Run, folder: Path) -> None:
    (folder / "plancheck.yaml").write_text(EXEMPTION, "utf-8")
    shown = document(run)
    assert finding(shown)["status"] == "niet-van-toepassing"
    assert finding(shown)["reden"] == "uitzondering"
    assert finding(shown)["status_plancheck"] == "onvolledig"
    assert finding(shown)["uitzondering"] == {
        "reden": "De risico's staan in het vertrouwelijke dossier.",
        "wie": "J. de Vries",
        "tot": "2026-12-31",
    }
    assert shown["afspraken"]["bestand"] == "plancheck.yaml"
    assert [each["stand"] for each in shown["afspraken"]["regels"]] == ["toegepast"]
    console = run("check", "plannen/plan.md", "--datum", "2026-11-26").out
    assert "Let op: 1 onderdeel is uitgezonderd (plancheck.yaml)." in console
    assert "Uitzondering van J. de Vries, tot en met 31 december 2026:" in console
    assert "Plancheck zelf vindt: onvolledig." in console
    html = run("check", "plannen/plan.md", "--datum", "2026-11-26", "--format", "html").out
    assert "Uitzondering van J. de Vries, tot en met 31 december 2026:" in html
    assert "Plancheck zelf vindt: onvolledig." in html
    assert finding(shown)["kenmerk"] in html


def test_zonder_uitzonderingen_shows_the_bare_truth(run: Run, folder: Path) -> None:
    before = document(run)["bevindingen"]
    (folder / "plancheck.yaml").write_text(EXEMPTION, "utf-8")
    shown = document(run, "--zonder-uitzonderingen")
    assert shown["bevindingen"] == before
    assert shown["afspraken"]["toegepast"] is False
    assert "niet toegepast (--zonder-uitzonderingen)" in shown["waarschuwingen"][-1]["melding"]


def test_the_mark_in_the_report_binds_a_verdict_until_the_text_changes(run: Run, folder: Path) -> None:
    config = folder / "plancheck.yaml"
    config.write_text(ruling(""), "utf-8")
    shown = document(run)
    mark = finding(shown)["kenmerk"]
    assert f"`{mark}` bij `kenmerk`" in shown["waarschuwingen"][-1]["melding"]
    config.write_text(ruling(f"kenmerk: {mark}"), "utf-8")
    shown = document(run)
    assert (finding(shown)["status"], finding(shown)["reden"]) == ("aanwezig", "oordeel")
    assert finding(shown)["oordeel"]["wie"] == "A. Bakker"
    console = run("check", "plannen/plan.md").out
    assert "Oordeel van A. Bakker, 20 november 2026: aanwezig." in console
    plan = folder / "plannen" / "plan.md"
    plan.write_text(PLAN + "\nHet overleg is afgeschaft.\n", "utf-8")
    shown = document(run)
    assert finding(shown)["reden"] is None
    assert shown["waarschuwingen"][-1]["code"] == "oordeel-verouderd"


def test_an_exemption_ends_by_datum(run: Run, folder: Path) -> None:
    (folder / "plancheck.yaml").write_text(EXEMPTION, "utf-8")
    outcome = run("check", "plannen/plan.md", "--format", "json", "--datum", "2027-01-01")
    shown = json.loads(outcome.out)["documenten"][0]
    assert finding(shown)["status"] == "onvolledig"
    assert shown["waarschuwingen"][-1]["code"] == "uitzondering-verlopen"


def test_kind_and_facts_of_the_file_count_and_options_beat_them(run: Run, folder: Path) -> None:
    (folder / "plancheck.yaml").write_text(
        "feiten: {warmteoplossing: warmtenet}\n"
        "documenten:\n  - {bestand: plan.md, mijlpaal: concept-uitvoeringsplan}\n",
        "utf-8",
    )
    shown = document(run)
    assert (shown["mijlpaal"], shown["mijlpaal_herkomst"]) == ("concept-uitvoeringsplan", "gegeven")
    given = {fact["naam"]: fact["waarde"] for fact in shown["feiten"] if fact["herkomst"] == "gegeven"}
    assert given == {"warmteoplossing": "warmtenet"}
    shown = document(run, "--mijlpaal", "projectplan", "--feit", "warmteoplossing=all-electric")
    assert shown["mijlpaal"] == "projectplan"
    given = {fact["naam"]: fact["waarde"] for fact in shown["feiten"] if fact["herkomst"] == "gegeven"}
    assert given == {"warmteoplossing": "all-electric"}


def test_the_fail_level_of_the_file_counts_and_the_option_beats_it(run: Run, folder: Path) -> None:
    assert run("check", "plannen/plan.md").code == 1
    (folder / "plancheck.yaml").write_text("fail-on: nooit\n", "utf-8")
    assert run("check", "plannen/plan.md").code == 0
    assert run("check", "plannen/plan.md", "--fail-on", "kern").code == 1


def test_config_goes_before_the_file_beside_the_document(run: Run, folder: Path) -> None:
    (folder / "plancheck.yaml").write_text("kapot: ja\n", "utf-8")
    (folder / "ander.yaml").write_text("fail-on: nooit\n", "utf-8")
    assert run("check", "plannen/plan.md", "--config", "ander.yaml").code == 0


def test_each_document_goes_by_the_file_nearest_to_it_also_in_other_processes(run: Run, folder: Path) -> None:
    (folder / "plancheck.yaml").write_text("fail-on: nooit\n", "utf-8")
    near = folder / "uitgelegd"
    near.mkdir()
    (near / "plan.md").write_text(PLAN, "utf-8")
    (near / "plancheck.yaml").write_text(EXEMPTION, "utf-8")
    outcome = run(
        "check", "plannen/plan.md", "uitgelegd/plan.md", "--jobs", "2", "--format", "json", "--datum", "2026-11-26"
    )
    far, explained = json.loads(outcome.out)["documenten"]
    assert [finding(each)["reden"] for each in (far, explained)] == [None, "uitzondering"]
    assert [each["afspraken"]["bestand"] for each in (far, explained)] == [
        "plancheck.yaml",
        "uitgelegd/plancheck.yaml",
    ]
    assert not [each for each in explained["waarschuwingen"] if each["code"]]
    assert outcome.code == 1
    short = run("check", "plannen/plan.md", "uitgelegd/plan.md", "--jobs", "1", "--datum", "2026-11-26").out
    assert "Uitzondering van J. de Vries" in " ".join(short.split())


def test_a_package_named_in_the_file_is_seen_from_the_file_and_regels_beats_it(run: Run, folder: Path) -> None:
    (folder / "plancheck.yaml").write_text("regels: mijn-regels\n", "utf-8")
    outcome = run("check", "plannen/plan.md")
    assert outcome.code == 2
    assert "mijn-regels: in deze map staat geen regelpakket." in outcome.err
    shipped = Path(__file__).parents[2] / "rules" / "warmtetransitie"
    assert run("check", "plannen/plan.md", "--regels", str(shipped)).code == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("feiten: {warmteoplossing: stoom}\n", "plancheck.yaml, regel 1: de waarde voor warmteoplossing `stoom`"),
        ("uitzonderingen:\n  - {id: x}\n", "plancheck.yaml, regel 2: de sleutel `tot` ontbreekt"),
    ],
)
def test_mistakes_give_code_2_and_no_report(run: Run, folder: Path, text: str, said: str) -> None:
    (folder / "plancheck.yaml").write_text(text, "utf-8")
    outcome = run("check", "plannen/plan.md", "--format", "html", "--output", "r.html")
    assert outcome.code == 2
    assert outcome.err.startswith("plancheck.yaml: dit bestand met instellingen heeft ")
    assert said in outcome.err
    assert not (folder / "r.html").exists()


def test_a_config_that_is_not_there_is_one_sentence(run: Run, folder: Path) -> None:
    outcome = run("check", "plannen/plan.md", "--config", "weg.yaml")
    assert (outcome.code, len(outcome.err.splitlines())) == (2, 1)
    assert "weg.yaml: dit bestand met instellingen bestaat niet of is niet te lezen." in outcome.err


def test_the_file_itself_is_not_counted_as_a_document_that_was_passed_over(run: Run, folder: Path) -> None:
    (folder / "plancheck.yaml").write_text("fail-on: nooit\n", "utf-8")
    assert run("check", ".", "plannen/plan.md", "--jobs", "1").err == (
        "1 bestand overgeslagen: geen Word, OpenDocument, RTF of PDF, of verborgen, tijdelijk of een koppeling.\n"
    )


def test_a_file_pins_the_package_of_its_folder_and_the_command_line_goes_first(run: Run, folder: Path) -> None:
    def packages(*options: str) -> list[str]:
        outcome = run("check", "plannen/plan.md", "--format", "json", "--fail-on", "nooit", *options)
        return [each["id"] for each in json.loads(outcome.out)["regelpakketten"]]

    (folder / "plancheck.yaml").write_text("pakket: raadsvoorstel\n", "utf-8")
    assert packages() == ["raadsvoorstel"]
    assert packages("--pakket", "warmtetransitie") == ["warmtetransitie"]
    run("rules", "copy", "eigen")
    (folder / "plancheck.yaml").write_text("pakket: eigen\n", "utf-8")
    (folder / "eigen" / "pakket.yaml").write_text(
        (folder / "eigen" / "pakket.yaml").read_text("utf-8").replace("id: warmtetransitie", "id: eigen", 1), "utf-8"
    )
    assert packages() == ["eigen"]
    (folder / "plannen" / "plancheck.yaml").write_text("fail-on: kern\n", "utf-8")
    assert packages() == ["warmtetransitie"]
    assert packages("--regels", "eigen") == ["eigen"]


def test_a_pinned_package_that_is_not_there_ends_with_2(run: Run, folder: Path) -> None:
    (folder / "plancheck.yaml").write_text("pakket: raadsvorstel\n", "utf-8")
    outcome = run("check", "plannen/plan.md")
    assert (outcome.code, outcome.out) == (2, "")
    assert "plancheck.yaml, regel 1: `pakket: raadsvorstel`" in outcome.err
