"""The truth set is read as it is, and no mutant of it crashes a reader, hangs it or leaves a file."""

import json
import tempfile
from pathlib import Path

import pytest
from benchmarks.beside import difference
from benchmarks.fuzz import outcome
from benchmarks.outcomes import is_good

from plancheck.readers import read

FOLDER = Path("corpora/lezen")
MADE = sorted(
    path.name for kind in ("docx", "odt", "pdf") for path in FOLDER.glob(f"*.{kind}") if ".scan" not in path.name
)
MUTANTS = 60


@pytest.mark.parametrize("name", MADE)
def test_headings_points_tables_and_text_are_those_of_the_truth(name: str) -> None:
    truth = json.loads((FOLDER / f"{name.split('.')[0]}.json").read_text(encoding="utf-8"))
    blocks = read(FOLDER / name).blocks
    found = [(b.level, b.text) for b in blocks if b.kind == "heading"]
    assert found == [(b["niveau"], b["tekst"]) for b in truth if b["soort"] == "heading"]
    rows = [[list(row) for row in b.rows] for b in blocks if b.kind == "table"]
    assert rows == [b["rijen"] for b in truth if b["soort"] == "table"]
    items = [b.text for b in blocks if b.kind == "list_item"]
    assert items == [b["tekst"] for b in truth if b["soort"] == "list_item"]
    body = [b for b in blocks if b.role == "body"]  # pandoc's ODT template adds a footer with the page number
    running = " ".join(b.text for b in body if b.kind in ("paragraph", "list_item")).split()
    assert running == " ".join(b["tekst"] for b in truth if b["soort"] in ("paragraph", "list_item")).split()


def test_the_truth_set_is_large_enough() -> None:
    assert sum(path.suffix in (".docx", ".odt", ".pdf") for path in FOLDER.iterdir()) >= 60


@pytest.mark.parametrize("first", range(0, MUTANTS, 10))
def test_mutants_end_as_a_document_or_a_sentence(first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))  # as if Tesseract were not installed: it takes seconds for every scan
    found = [outcome(number, 7, tmp_path) for number in range(first, first + 10)]
    assert [(what, name) for what, name, _ in found if not is_good(what)] == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", MADE)
def test_damage_beside_the_text_leaves_the_text_as_it_is(name: str, tmp_path: Path) -> None:
    assert [difference(FOLDER / name, number, tmp_path) for number in range(4)] == [""] * 4
