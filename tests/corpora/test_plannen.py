"""Plans by writers who knew no rule: what plancheck makes of them may only get better; the files are what is built."""

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from plancheck.checker import check
from plancheck.model.finding import Report
from plancheck.readers import read
from plancheck.rules import load_rules

FOLDER = Path(__file__).parents[2] / "corpora" / "plannen"
NAMES = sorted(path.stem for path in (FOLDER / "bronnen").glob("*.md"))
KINDS, VERDICTS = 38, 477
"""So many of 42 kinds and of 552 verdicts are right: these may only go up."""


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.gold.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def builder() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER.parent / "voorbeelden"))
        yield importlib.import_module("bouw")


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    rules = load_rules()
    return {name: check(read(FOLDER / f"{name}.docx"), rules, reference_date="2026-11-26") for name in NAMES}


def test_the_kind_is_recognised_as_often_as_it_was(reports: dict[str, Report]) -> None:
    assert sum(report.recognised.milestone == gold(name)["milestone"] for name, report in reports.items()) >= KINDS


def test_the_verdict_is_that_of_the_writer_as_often_as_it_was(reports: dict[str, Report]) -> None:
    found = {
        (name, finding.requirement.id): finding.verdict.value
        for name, report in reports.items()
        for finding in report.findings
    }
    labels = {(name, rule): label["status"] for name in NAMES for rule, label in gold(name)["labels"].items()}
    assert sum(found.get(key) == status for key, status in labels.items()) >= VERDICTS


@pytest.mark.parametrize("name", NAMES[::4])
def test_the_committed_file_is_what_the_source_gives(builder: ModuleType, name: str) -> None:
    assert (FOLDER / f"{name}.docx").read_bytes() == builder.build_word(FOLDER, name)
