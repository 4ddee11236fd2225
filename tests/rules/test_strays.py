"""Files in a package that are none of its files are said, with what they may have been meant to be."""

import shutil
from pathlib import Path

import pytest

from plancheck.rules import compile_package, load_rules
from plancheck.rules.source import rules_root, shipped
from tests.rules.test_loader import RULE, edit, mistakes
from tests.rules.test_loader import package as package  # the fixture


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("plan/risico.yml", "Moet het `plan/risico.yaml` heten?"),
        ("plan/risico.yalm", "Moet het `plan/risico.yaml` heten?"),
        ("plan/risico.YAML", "Moet het `plan/risico.yaml` heten?"),
        ("plan/risico.yaml.txt", "Moet het `plan/risico.yaml` heten?"),
        ("plan/doel.voorbeeld.md", "Moet het `plan/doel.voorbeelden.md` heten?"),
        ("plan/doel.md", "Een regel eindigt op .yaml, voorbeelden op .voorbeelden.md."),
        ("plan/oud/risico.yaml", "Het ligt te diep"),
        ("risico.yaml", "Een regel hoort in de map van zijn soort document: map/onderdeel.yaml."),
        ("procedures.yaml", "Moet het `procedure.yaml` heten?"),
        ("begrippen.yml", "Moet het `begrippen.yaml` heten?"),
        ("bekende_fouten.txt", "Moet het `bekende-fouten.txt` heten?"),
    ],
)
def test_a_file_that_is_not_read_is_said_with_what_it_may_have_been(package: Path, file: str, said: str) -> None:
    path = package / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(RULE.format(name="risico"), "utf-8")
    (found,) = mistakes(package)
    assert found.startswith(f"{file}: dit bestand wordt niet gelezen. ")
    assert said in found


@pytest.mark.parametrize("file", ["LEESMIJ.md", "LICENSE", "bronnen/nota.pdf", ".git/config", "plan/~$doel.docx"])
def test_notes_papers_and_hidden_files_are_left_alone(package: Path, file: str) -> None:
    path = package / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("x", "utf-8")
    assert load_rules(package).id == "klein"


def test_a_file_that_comes_beside_a_checked_copy_is_said_too(package: Path) -> None:
    compile_package(package)
    (package / "plan" / "risico.yml").write_text("x", "utf-8")
    assert "plan/risico.yml" in mistakes(package)[0]


def test_a_rule_that_no_document_judges_is_said_with_its_line(package: Path) -> None:
    shutil.copytree(package / "plan", package / "nota")
    (package / "nota" / "begroting.yaml").unlink()
    edit(package, "id: plan.", "id: nota.", "nota/doel.yaml")
    assert mistakes(package) == (
        "nota/doel.yaml, regel 1: geen enkel document beoordeelt deze regel. "
        "Zet in pakket.yaml bij `beoordeelt` `nota` of `nota.doel`.",
    )


@pytest.mark.parametrize("name", shipped())
def test_the_packages_that_come_with_plancheck_have_no_stray_files(name: str, tmp_path: Path) -> None:
    copied = tmp_path / name
    shutil.copytree(rules_root() / name, copied)
    (copied / "pakket.json").unlink()
    assert load_rules(copied).id == name
