"""plancheck.yaml: found, read, and every mistake in it told in Dutch with its line."""

from pathlib import Path

import pytest

from plancheck.errors import InvalidSettings, WrongUse
from plancheck.model.decision import Exemption, Ruling
from plancheck.model.finding import Verdict
from plancheck.model.requirement import RequirementId
from plancheck.rules import shipped_folder
from plancheck.settings import FILE, checked, find, load
from tests.shipped import shipped_rules

WHOLE = """\
regels: pakket
fail-on: aanvullend
feiten: {warmteoplossing: warmtenet}
documenten:
  - {bestand: "wijk/*", mijlpaal: startnotitie}
  - {bestand: "*Projectplan*.docx", mijlpaal: projectplan}
uitzonderingen:
  - {id: projectplan.risicoanalyse, reden: " Staat in het dossier. ", wie: J. de Vries, tot: 2026-12-31}
oordelen:
  - id: projectplan.begroting
    bestand: projectplan.docx
    oordeel: aanwezig
    wie: A. Bakker
    wanneer: 2026-11-20
    waarom: De dekking staat in de tabel.
    kenmerk: k0123456789ab
"""


def written(folder: Path, text: str) -> Path:
    path = folder / FILE
    path.write_text(text, "utf-8")
    return path


def test_a_file_gives_settings_with_dates_as_written_and_folders_seen_from_the_file(tmp_path: Path) -> None:
    settings = load(written(tmp_path, WHOLE))
    assert settings.rules == str(tmp_path.resolve() / "pakket")
    assert settings.fail_on == "aanvullend"
    assert settings.facts == {"warmteoplossing": "warmtenet"}
    assert settings.exemptions == (
        Exemption(
            requirement=RequirementId("projectplan.risicoanalyse"),
            reason="Staat in het dossier.",
            who="J. de Vries",
            until="2026-12-31",
        ),
    )
    assert settings.rulings == (
        Ruling(
            requirement=RequirementId("projectplan.begroting"),
            verdict=Verdict.PRESENT,
            who="A. Bakker",
            date="2026-11-20",
            reason="De dekking staat in de tabel.",
            pattern="projectplan.docx",
            mark="k0123456789ab",
        ),
    )


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("Concept projectplan v2.DOCX", "projectplan"),
        ("diep/projectplan.docx", "projectplan"),
        ("wijk/projectplan.docx", "startnotitie"),
        ("ander/wijk/notitie.docx", None),
        ("projectplan.pdf", None),
    ],
)
def test_the_first_pattern_that_fits_name_or_way_says_the_kind(tmp_path: Path, below: str, kind: str | None) -> None:
    assert load(written(tmp_path, WHOLE)).milestone_of(str(tmp_path / below)) == kind


def test_the_nearest_file_above_a_document_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    far = written(tmp_path, "fail-on: kern\n").resolve()
    assert find(str(deep / "plan.docx")) == far
    near = written(tmp_path / "a", "fail-on: kern\n").resolve()
    assert find(str(deep / "plan.docx")) == near
    assert find(str(tmp_path / "plan.docx")) == far


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("fail_on: kern\n", "regel 1: de sleutel `fail_on` bestaat hier niet. Bedoelt u `fail-on`?"),
        ("feiten:\n  warmteoplossing: 3\n", "regel 2: `warmteoplossing` moet tekst zijn."),
        (
            "uitzonderingen:\n  - {id: a.b, reden: r, wie: J. Vries}\n",
            "regel 2: de sleutel `tot` ontbreekt in `uitzonderingen`.",
        ),
        (
            "uitzonderingen:\n  - id: a.b\n    wie: J. Vries\n    tot: volgend jaar\n",
            "regel 4: `tot` heeft niet de vorm die hier hoort (een datum als 2026-12-31).",
        ),
        (
            'uitzonderingen:\n  - id: a.b\n    wie: J. Vries\n    tot: "2026-02-30"\n',
            "regel 4: `tot` is geen bestaande datum: 2026-02-30.",
        ),
        (
            "oordelen:\n  - {id: a.b, bestand: x, oordeel: goed, wie: J. Vries, wanneer: 2026-01-01}\n",
            "regel 2: de waarde `goed` bestaat hier niet. Toegestaan: aanwezig, onvolledig,",
        ),
        (
            "oordelen:\n  - {id: a.b, bestand: x, oordeel: twijfel, wie: JV, wanneer: 2026-01-01, kenmerk: abc}\n",
            "regel 2: `kenmerk` heeft niet de vorm die hier hoort (een k met twaalf tekens",
        ),
        (
            "uitzonderingen:\n  - id: a.b\n    wie: J. Vries\n    tot: 2026-06-31\n",
            "regel 4: 2026-06-31 is geen bestaande datum.",
        ),
        ("fail-on: kern\nfail-on: kern\n", "regel 2: deze sleutel staat er twee keer"),
        ("\tfail-on: kern\n", "regel 1: gebruik spaties in plaats van een tab"),
        ("a: &x [1]\nb: *x\n", "regel 1: ankers en verwijzingen"),
        ("- a\n", "het bestand moet een blok met sleutels zijn."),
        ("uitzonderingen:\n", "`uitzonderingen` moet een lijst zijn."),
        ("", "dit bestand is leeg."),
    ],
)
def test_a_mistake_is_a_dutch_sentence_with_its_line(tmp_path: Path, text: str, mistake: str) -> None:
    with pytest.raises(InvalidSettings) as caught:
        load(written(tmp_path, text))
    assert [found for found in caught.value.mistakes if mistake in found], caught.value.mistakes


def test_a_package_is_one_that_is_shipped_or_a_folder_seen_from_the_file(tmp_path: Path) -> None:
    assert load(written(tmp_path, "pakket: raadsvoorstel\n")).rules == str(shipped_folder("raadsvoorstel"))
    (tmp_path / "eigen").mkdir()
    (tmp_path / "eigen" / "pakket.yaml").touch()
    assert load(written(tmp_path, "pakket: ./eigen\n")).rules == str(tmp_path.resolve() / "eigen")
    (tmp_path / "docs").mkdir()
    assert Path(load(written(tmp_path / "docs", "pakket: ../eigen\n")).rules).resolve() == tmp_path.resolve() / "eigen"


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("pakket: raadsvorstel\n", "regel 1: `pakket: raadsvorstel` is geen pakket van plancheck, en hier is geen map"),
        ("pakket: raadsvorstel\n", "Bedoelt u `raadsvoorstel`?"),
        ("fail-on: kern\npakket: ../weg\n", "regel 2: `pakket: ../weg` is geen pakket van plancheck"),
        ("pakket: [a, b]\n", "regel 1: `pakket` moet tekst zijn."),
        ("regels: a\npakket: raadsvoorstel\n", "regel 2: `pakket` en `regels` kunnen niet samen"),
    ],
)
def test_a_package_that_is_not_there_is_a_mistake_with_its_line(tmp_path: Path, text: str, mistake: str) -> None:
    with pytest.raises(InvalidSettings) as caught:
        load(written(tmp_path, text))
    assert [found for found in caught.value.mistakes if mistake in found], caught.value.mistakes


def test_a_reason_or_mark_that_is_left_open_is_no_mistake_of_form(tmp_path: Path) -> None:
    text = WHOLE.replace("waarom: De dekking staat in de tabel.", "waarom:").replace(
        "kenmerk: k0123456789ab", "kenmerk:"
    )
    made = load(written(tmp_path, text)).rulings[0]
    assert (made.reason, made.mark) == ("", "")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings, match="heeft 2 fouten") as caught:
        load(written(tmp_path, "fail-on: hoog\nkleur: rood\n"))
    assert len(caught.value.mistakes) == 2


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="bestaat niet of is niet te lezen"):
        load(tmp_path / "weg.yaml")


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("feiten:\n  warmteoplosing: warmtenet\n", "regel 2: het feit `warmteoplosing` bestaat niet. Bedoelt u"),
        ("feiten:\n  xyz: ja\n", "regel 2: het feit `xyz` bestaat niet. Toegestaan: "),
        (
            "feiten:\n  warmteoplossing: warmtenett\n",
            "de waarde voor warmteoplossing `warmtenett` bestaat niet. Bedoelt u `warmtenet`?",
        ),
        (
            "documenten:\n  - bestand: x\n    mijlpaal: projektplan\n",
            "regel 3: de mijlpaal `projektplan` bestaat niet. Bedoelt u `projectplan`?",
        ),
        (
            "uitzonderingen:\n  - wie: JV\n    tot: 2026-01-01\n    id: projectplan.risicoanalyze\n",
            "regel 4: de regel `projectplan.risicoanalyze` bestaat niet. Bedoelt u `projectplan.risicoanalyse`?",
        ),
        (
            "oordelen:\n  - {id: x, bestand: x, oordeel: twijfel, wie: JV, wanneer: 2026-01-01}\n",
            "regel 2: de regel `x` bestaat niet. `plancheck rules list` toont alle regels.",
        ),
    ],
)
def test_what_the_package_does_not_know_is_told_with_the_nearest_word(tmp_path: Path, text: str, mistake: str) -> None:
    settings = load(written(tmp_path, text))
    with pytest.raises(InvalidSettings) as caught:
        checked(settings, shipped_rules())
    assert mistake in caught.value.mistakes[0]
