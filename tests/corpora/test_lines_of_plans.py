"""The labels of lines beside the plans fit the lines that are read: without them nothing can be learned anew."""

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

from plancheck.detect import Detector
from plancheck.model.document import Dossier
from plancheck.readers import read
from plancheck.rules import load_rules

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "corpora" / "plannen"


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector(load_rules(), without=frozenset(("geleerd",)))


@pytest.fixture(scope="module")
def training() -> Any:
    sys.path.insert(0, str(ROOT / "training"))
    return importlib.import_module("sample")


@pytest.mark.parametrize("table", sorted((PLANS / "facetten").glob("*.tsv")), ids=lambda path: path.stem)
def test_every_labelled_line_stands_in_the_plan_as_it_is_read(table: Path, detector: Detector, training: Any) -> None:
    text = detector.analyse(Dossier(documents=(read(PLANS / f"{table.stem}.docx"),)))
    shown = tuple(training.shown_by_units(table, text))
    assert len(shown) == len(text.units)
