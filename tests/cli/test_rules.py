"""`plancheck rules` and `--uitleg`, on a small package of real files."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.rules.test_loader import PACKAGE, RULE

EXAMPLES = """\
# Voldoet
```plan oordeel=aanwezig
# Doel
Het doel is 800 woningen in 2030.
```
# Voldoet niet
```plan oordeel=ontbreekt
# Planning
De vergadering is in mei.
```
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "plan").mkdir()
    (tmp_path / "pakket.yaml").write_text(PACKAGE, "utf-8")
    (tmp_path / "begrippen.yaml").write_text("doelwoord: {woorden: [doel]}\n", "utf-8")
    for name in ("doel", "begroting"):
        (tmp_path / "plan" / f"{name}.yaml").write_text(RULE.format(name=name), "utf-8")
    (tmp_path / "plan" / "doel.voorbeelden.md").write_text(EXAMPLES, "utf-8")
    return tmp_path


def test_list_gives_id_level_and_title_of_every_rule(run: Run, package: Path) -> None:
    lines = run("rules", "list", str(package)).out.splitlines()
    assert lines[0] == "Klein pakket (klein 1.0.0)"
    assert "plan.doel       kern        Het doel" in lines


def test_validate_says_that_a_package_is_right_or_all_that_is_wrong(run: Run, package: Path) -> None:
    assert run("rules", "validate", str(package)).out == "Het regelpakket klein 1.0.0 klopt: 3 regels.\n"
    for name in ("doel", "begroting"):
        (package / "plan" / f"{name}.yaml").write_text(
            RULE.format(name=name).replace("niveau: kern", "niveau: k"), "utf-8"
        )
    outcome = run("rules", "validate", str(package))
    assert outcome.code == 2
    assert "plan/doel.yaml" in outcome.err
    assert "plan/begroting.yaml" in outcome.err


def test_test_counts_the_examples_and_fails_on_a_wrong_one(run: Run, package: Path) -> None:
    outcome = run("rules", "test", str(package))
    assert (outcome.code, outcome.out) == (0, "2 voorbeelden: 2 goed, 0 fout.\n")
    path = package / "plan" / "doel.voorbeelden.md"
    path.write_text(EXAMPLES.replace("oordeel=ontbreekt", "oordeel=aanwezig"), "utf-8")
    outcome = run("rules", "test", str(package), "--alleen", "plan")
    assert outcome.code == 1
    assert "oordeel ontbreekt, moet aanwezig zijn" in outcome.out
    assert run("rules", "test", str(package), "--alleen", "anders").code == 1


def test_the_reasoning_about_one_rule_replaces_the_report(run: Run, package: Path) -> None:
    outcome = run("check", "weg.docx", "--regels", str(package), "--uitleg", "plan.doel")
    assert outcome.code == 3
    assert "weg.docx" in outcome.err
    outcome = run("check", "weg.docx", "--regels", str(package), "--uitleg", "plan.dole")
    assert outcome.code == 2
    assert "Onbekende regel: 'plan.dole'. Bedoelt u plan.doel?" in outcome.err
