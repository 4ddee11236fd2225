"""Whatever is wrong with a call, the user reads Dutch; the help is Dutch, and quick."""

import os
import re
import subprocess
import sys

import pytest

from tests.cli.conftest import Run

ENGLISH = re.compile(
    r"\b(usage|options?:|commands?|error|no such|missing|invalid|show this|try|requires?|does not)\b", re.I
)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek", "a.docx"], "Onbekende opdracht: chek. Bedoelt u check?"),
        (["check"], "Er mist nog iets: PAD."),
        (["check", "a.docx", "--formaat", "json"], "Onbekende optie: --formaat. Bedoelt u --format?"),
        (["check", "a.docx", "--format", "jsn"], "Onbekende waarde 'jsn' voor --format. Bedoelt u json?"),
        (["check", "a.docx", "--fail-on", "altijd"], "Toegestaan: wettelijk, kern, aanvullend, nooit."),
        (["check", "a.docx", "--jobs", "0"], "--jobs vraagt een heel getal van 1 tot en met 61, geen '0'."),
        (["check", "a.docx", "--jobs", "veel"], "geen 'veel'"),
        (["check", "a.docx", "--datum"], "Achter --datum hoort een waarde."),
        (["check", "a.docx", "--help=ja"], "Achter --help hoort geen waarde."),
        (["--versie"], "Onbekende optie: --versie. Bedoelt u --version?"),
        (["check", "a.docx", "-x"], "Onbekende optie: -x."),
    ],
)
def test_a_wrong_call_is_explained_in_dutch(run: Run, arguments: list[str], sentence: str) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert sentence in outcome.err
    assert "--help" in outcome.err
    assert not ENGLISH.search(outcome.err.replace("--help", "").replace("--version", ""))
    assert outcome.out == ""


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]])
def test_the_help_is_dutch_and_fits_80_columns(run: Run, arguments: list[str]) -> None:
    outcome = run(*arguments)
    assert outcome.code == 0
    assert outcome.out.startswith("Gebruik: plancheck")
    assert not ENGLISH.search(outcome.out.replace("--fail-on", ""))
    assert all(len(line) <= 80 for line in outcome.out.splitlines())


@pytest.mark.parametrize("arguments", [["--help"], ["rules", "--help"]])
def test_the_list_of_commands_breaks_no_sentence_off(run: Run, arguments: list[str]) -> None:
    listed = run(*arguments).out.partition("Opdrachten:")[2]
    assert listed.strip()
    assert "..." not in listed
    assert all(len(line) <= 80 for line in listed.splitlines())


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == "plancheck 0.1.0\n"


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    outcome = run()
    assert outcome.code == 2
    assert "Gebruik: plancheck" in outcome.err


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from plancheck.cli import main; main(['check', '--help']);"
        "print(sorted({'spacy', 'numpy', 'lxml', 'pypdfium2', 'jinja2', 'ruamel', 'jsonschema'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert done.stdout.splitlines()[-1] == b"[]"
