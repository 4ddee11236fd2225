"""The manual on plancheck.yaml says what the program does."""

import json
import re
from pathlib import Path
from typing import get_args

from plancheck.model.decision import Outcome
from plancheck.model.finding import Verdict
from plancheck.settings import FILE, checked, load
from tests.shipped import shipped_rules

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "afwijken.md").read_text("utf-8")
SCHEMA = json.loads((ROOT / "rules" / "schema" / "plancheck.schema.json").read_text("utf-8"))
REPORT = json.loads((ROOT / "rules" / "schema" / "rapport.schema.json").read_text("utf-8"))


def test_the_example_of_the_manual_is_right(tmp_path: Path) -> None:
    example = PAGE.split("```yaml\n")[1].split("```")[0]
    (tmp_path / FILE).write_text(example, "utf-8")
    settings = checked(load(tmp_path / FILE), shipped_rules())
    assert settings.exemptions
    assert settings.rulings
    assert settings.milestone_of(str(tmp_path / "wijken" / "oost" / "notitie.pdf")) == "startnotitie"


def test_the_manual_names_every_key_and_every_outcome() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE)
    assert set(rows) == set(SCHEMA["properties"]) | set(get_args(Outcome))


def test_the_schemas_know_exactly_the_verdicts_and_outcomes_of_the_model() -> None:
    verdicts = SCHEMA["properties"]["oordelen"]["items"]["properties"]["oordeel"]["enum"]
    assert set(verdicts) == {str(verdict) for verdict in Verdict}
    stands = REPORT["$defs"]["afspraken"]["properties"]["regels"]["items"]["properties"]["stand"]["enum"]
    assert set(stands) == set(get_args(Outcome))
