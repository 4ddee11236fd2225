"""`plancheck check`: exit codes, where reports go, and what goes to which stream."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plancheck.batch import Judge
from plancheck.batch.collect import SUFFIXES
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["goed.docx"], 0),
        (["nieuws.docx"], 0),
        (["gaten.docx"], 1),
        (["gaten.docx", "--fail-on", "wettelijk"], 0),
        (["aanvullend.docx"], 0),
        (["aanvullend.docx", "--fail-on", "aanvullend"], 1),
        (["gaten.docx", "--fail-on", "nooit"], 0),
        (["bad.pdf"], 3),
        (["bad.pdf", "--fail-on", "nooit"], 3),
        (["gaten.docx", "bad.pdf", "--jobs", "1"], 3),
        (["leeg"], 3),
        (["kapot.docx", "bad.pdf", "--jobs", "1"], 4),
    ],
)
def test_the_exit_code_is_the_highest_that_applies(run: Run, plans: Path, arguments: list[str], code: int) -> None:
    assert run("check", *arguments).code == code


def test_one_bad_file_costs_one_row(run: Run, plans: Path) -> None:
    outcome = run("check", "bad.pdf", "goed.docx", "--format", "json", "--jobs", "1")
    bad, good = json.loads(outcome.out)["documenten"]
    assert bad["fout"]["melding"] == "Dit bestand is beschadigd."
    assert good["compleet"] is True


def test_a_folder_without_documents_is_one_sentence_and_the_others_still_get_their_report(
    run: Run, plans: Path
) -> None:
    outcome = run("check", "leeg", "goed.docx", "--jobs", "1")
    assert outcome.out.count("leeg:") == 1
    assert "In deze map staat geen document" in outcome.out
    assert "goed.docx: projectplan (fase 3)" in outcome.out


def test_the_screen_gets_the_short_report_and_all_of_it_only_when_asked(run: Run, plans: Path) -> None:
    short, full = run("check", "gaten.docx").out, run("check", "gaten.docx", "--volledig").out
    assert "--volledig" in short
    assert "Advies:" not in short
    assert "Advies:" in full


def test_the_help_names_every_kind_of_file_that_is_read(run: Run) -> None:
    told = set(
        re.findall(r"\.[a-z]+\b", run("check", "--help").out.partition("Gelezen worden")[2].partition("\n\n")[0])
    )
    table = (Path(__file__).parents[2] / "docs" / "lezen.md").read_text("utf-8").partition("## Soorten bestanden")[2]
    assert told == set(re.findall(r"(?<!\w)\.[a-z]+\b", table.partition("\n\nUit een map")[0]))
    assert told >= SUFFIXES


def test_skipped_files_are_counted_in_one_line_on_the_error_stream(run: Run, plans: Path) -> None:
    outcome = run("check", "map")
    assert (
        outcome.err
        == "1 bestand overgeslagen: geen Word, OpenDocument, RTF of PDF, of verborgen, tijdelijk of een koppeling.\n"
    )
    assert outcome.out.startswith("map/goed.pdf: projectplan")


def test_without_options_the_report_goes_to_the_screen_without_colours_when_it_is_no_terminal(
    run: Run, plans: Path
) -> None:
    outcome = run("check", "goed.docx")
    assert "COMPLEET  1 kernonderdeel is er." in outcome.out
    assert "\033" not in outcome.out
    assert outcome.err == ""


def test_formats_and_outputs_pair_by_position(run: Run, plans: Path) -> None:
    outcome = run(
        "check", "goed.docx", "--format", "html", "--output", "r.html", "--format", "json", "--output", "r.json",
        "--output", "-", "--format", "console",
    )  # fmt: skip
    assert (plans / "r.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert json.loads((plans / "r.json").read_text("utf-8"))["versie"] == "1.6"
    assert outcome.out.startswith("goed.docx: projectplan")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "json", "--format", "html"], "U geeft 2 keer --format en 0 keer --output."),
        (["--output", "r.html"], "1 keer --output. Bedoelt u --format html --output r.html?"),
        (["--output", "r.txt"], "1 keer --output. Bedoelt u --format console --output r.txt?"),
        (["--format", "json", "--output", "-", "--format", "html", "--output", "-"], "niet allebei naar het scherm"),
        (["--format", "json", "--output", "r", "--format", "html", "--output", "r"], "niet allebei naar r"),
        (["--format", "html", "--output", "weg/r.html"], "de map voor dit rapport bestaat niet"),
        (["--format", "html", "--output", "goed.docx"], "dit is het document dat u laat controleren"),
        (["--feit", "warmtenet"], "'warmtenet' is geen feit. Schrijf --feit NAAM=WAARDE"),
        (["--feit", "warmteoplossing=warmtenet", "--feit", "warmteoplossing=all-electric"], "heeft twee waarden"),
        (["--feit", "warmteoplosing=warmtenet"], "Bedoelt u warmteoplossing?"),
        (["--mijlpaal", "projektplan"], "Bedoelt u projectplan? Toegestaan: startnotitie, projectplan."),
        (["--datum", "gisteren"], "'gisteren' is geen datum."),
    ],
)
def test_wrong_use_is_one_dutch_sentence_and_no_report(
    run: Run, plans: Path, arguments: list[str], sentence: str
) -> None:
    outcome = run("check", "goed.docx", *arguments)
    assert outcome.code == 2
    assert sentence in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert outcome.out == ""
    assert not list(plans.glob("r*"))


def test_an_interrupt_is_one_sentence_and_leaves_no_report(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_self: Judge, _path: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Judge, "__call__", interrupt)
    outcome = run("check", "goed.docx", "--format", "html", "--output", "r.html")
    assert outcome.code == 130
    assert outcome.err.strip() == "Afgebroken; er is geen rapport gemaakt."
    assert not list(plans.glob("*r.html*"))


def test_a_failure_of_plancheck_is_one_sentence_and_code_4(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Judge, _path: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Judge, "__call__", fail)
    outcome = run("check", "goed.docx")
    assert outcome.code == 4
    assert "ging in plancheck zelf iets mis (ZeroDivisionError)" in outcome.err
    assert "Traceback" not in outcome.err
    monkeypatch.setenv("PLANCHECK_DEBUG", "1")
    assert "Traceback" in run("check", "goed.docx").err


class Terminal(io.TextIOWrapper):
    """A terminal that cannot show everything."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("settings", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_gets_colours_and_what_it_cannot_show_costs_a_character(
    plans: Path, run: Run, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    screen = Terminal(io.BytesIO(), encoding="ascii")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", screen)
        assert run("check", "gaten.docx").code == 1
        screen.flush()
    shown = screen.buffer.getvalue()  # type: ignore[attr-defined]
    assert (b"\033[1;31m" in shown) is coloured
    assert b"? 10 Risico's" in shown


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_a_link_to_itself_aborts_no_run_and_the_others_get_their_report(run: Run, plans: Path) -> None:
    (plans / "bad-lus.docx").symlink_to(plans / "bad-lus.docx")
    (plans / "map" / "boven").symlink_to(plans)
    outcome = run("check", "bad-lus.docx", "map", "--format", "json", "--output", "r.json")
    assert (outcome.code, outcome.err) == (
        3,
        "2 bestanden overgeslagen: geen Word, OpenDocument, RTF of PDF, of verborgen, tijdelijk of een koppeling.\n",
    )
    paths = [each["pad"] for each in json.loads((plans / "r.json").read_text("utf-8"))["documenten"]]
    assert paths == ["bad-lus.docx", "map/goed.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_behind_the_screen_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "plancheck", "--version"], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("Er is geen ruimte meer voor wat op het scherm zou komen.")
    assert b"Traceback" not in done.stderr
