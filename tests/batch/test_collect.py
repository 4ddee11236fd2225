"""Which files a run is about."""

import os
from pathlib import Path

import pytest

from plancheck.batch import collect
from plancheck.model.finding import Unreadable


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "map/b.docx",
        "map/A/z.PDF",
        "map/a/y.docx",
        "map/foto.jpg",
        "map/~$b.docx",
        "map/._b.docx",
        "los.pdf",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "leeg").mkdir()
    return tmp_path


def test_a_folder_is_walked_to_the_bottom_and_sorted(folder: Path) -> None:
    assert collect(["map"]).inputs == ("map/A/z.PDF", "map/a/y.docx", "map/b.docx")


def test_other_files_and_lock_files_are_skipped_and_counted(folder: Path) -> None:
    assert collect(["map"]).skipped == 3


def test_what_is_hidden_is_passed_over_and_counted_but_read_when_it_is_named(folder: Path) -> None:
    for name in ("map/.prullenbak/oud.docx", "map/.concept.docx"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    found = collect(["map"])
    assert found.inputs == ("map/A/z.PDF", "map/a/y.docx", "map/b.docx")
    assert found.skipped == 3 + 2
    assert collect(["map/.prullenbak", "map/.concept.docx"]).inputs == (
        "map/.prullenbak/oud.docx",
        "map/.concept.docx",
    )


def test_the_path_stays_as_given_with_the_way_below_it(folder: Path) -> None:
    assert collect([f"{folder}/map/"]).inputs[0] == f"{folder.as_posix()}/map/A/z.PDF"
    assert collect(["./los.pdf"]).inputs == ("./los.pdf",)


def test_a_file_given_by_name_is_always_tried_even_when_it_is_not_there(folder: Path) -> None:
    assert collect(["map/foto.jpg", "map/~$b.docx", "weg.docx"]).inputs == ("map/foto.jpg", "map/~$b.docx", "weg.docx")


def test_a_file_that_is_given_twice_is_judged_once(folder: Path) -> None:
    assert collect(["map/b.docx", "map", "./map/b.docx"]).inputs == ("map/b.docx", "map/A/z.PDF", "map/a/y.docx")


def test_a_folder_that_adds_nothing_new_is_no_error(folder: Path) -> None:
    assert collect(["map", "map"]).inputs == collect(["map"]).inputs


def test_a_folder_without_documents_is_one_clear_row(folder: Path) -> None:
    (row,) = collect(["leeg"]).inputs
    assert isinstance(row, Unreadable)
    assert row.error.code == "geen-bestand"
    assert str(row.error) == (
        "leeg: in deze map staat geen document dat plancheck kan lezen. "
        "Geef een map met Word-, OpenDocument-, RTF- of PDF-bestanden."
    )


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_not_followed(folder: Path) -> None:
    (folder / "map" / "link.docx").symlink_to(folder / "los.pdf")
    (folder / "map" / "rondje").symlink_to(folder / "map")
    assert len(collect(["map"]).inputs) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_links_that_point_to_themselves_or_above_stop_no_walk(folder: Path) -> None:
    (folder / "map" / "lus").symlink_to(folder / "map")
    (folder / "map" / "zelf.docx").symlink_to(folder / "map" / "zelf.docx")
    assert collect(["map"]).inputs == ("map/A/z.PDF", "map/a/y.docx", "map/b.docx")
    assert collect(["map/zelf.docx"]).inputs == ("map/zelf.docx",)


def test_an_empty_name_is_no_folder_but_one_clear_row(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for given in ("", " "):
        (row,) = collect([given]).inputs
        assert isinstance(row, Unreadable)
        assert row.error is not None
        assert "geen naam van een bestand of map" in str(row.error)
