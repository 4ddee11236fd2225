"""A small package with facets, and a folder with passages."""

from pathlib import Path

import pytest

from plancheck.rules import load_rules
from plancheck.rules.ruleset import RuleSet
from tests.rules.test_loader import PACKAGE, RULE

PASSAGES = """\
=== 001 | Gemeente Zwaagdam
Ons doel is 800 woningen zonder aardgas in 2031. [[aim]]
=== 002 | Gemeente Zwaagdam
Het doel voor de wijk Oosterwolde volgt later. [[!aim]]
=== 003 | Gemeente Zwaagdam
Over acht jaar stookt hier niemand meer op gas. [[aim]]
=== 004 | Gemeente Zwaagdam
Het doel van Wormerdijk is 600 woningen zonder aardgas in 2035.
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Two requirements of which one has facets; a later plan takes that one over."""
    directory = tmp_path / "regels"
    (directory / "plan").mkdir(parents=True)
    (directory / "pakket.yaml").write_text(PACKAGE, "utf-8")
    for name in ("doel", "begroting"):
        (directory / "plan" / f"{name}.yaml").write_text(RULE.format(name=name), "utf-8")
    path = directory / "plan" / "doel.yaml"
    path.write_text(path.read_text("utf-8").replace("vraag: Wat is het?", "vraag: Wat?\n    facetten: [aim]"), "utf-8")
    return directory


@pytest.fixture
def ruleset(package: Path) -> RuleSet:
    """The small package, loaded."""
    return load_rules(package)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with one voice and an explanation."""
    directory = tmp_path / "corpus"
    directory.mkdir()
    (directory / "krant.md").write_text(PASSAGES, "utf-8")
    (directory / "LEESMIJ.md").write_text("Uitleg zonder passages.", "utf-8")
    return directory
