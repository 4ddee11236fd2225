"""A file that asks more than a limit allows is refused with a sentence; a limit can be moved."""

import zipfile
from dataclasses import fields
from pathlib import Path

import pytest

from plancheck.cli.options import LIMITS, limits_of
from plancheck.errors import LimitExceeded, UnreadableFile, WrongUse
from plancheck.readers import DEFAULT_LIMITS, Limits, read
from tests.readers.test_bad_input import pdf_bytes, word_bytes

_PDF_OBJECTS = 5


@pytest.mark.parametrize(
    ("name", "content", "limits"),
    [
        ("plan.docx", word_bytes("Een plan."), Limits(file_bytes=100)),
        ("plan.docx", word_bytes("Een plan."), Limits(zip_entries=2)),
        ("plan.docx", word_bytes("Een plan."), Limits(xml_bytes=100)),
        ("plan.docx", word_bytes("Een plan. " * 900), Limits(inflate_ratio=2, inflate_free_bytes=10)),
        ("plan.docx", word_bytes("Een plan."), Limits(xml_depth=2)),
        ("plan.pdf", pdf_bytes(text="Een plan."), Limits(pdf_objects=_PDF_OBJECTS)),
    ],
)
def test_breaking_a_limit_is_one_sentence(tmp_path: Path, name: str, content: bytes, limits: Limits) -> None:
    (tmp_path / name).write_bytes(content)
    assert read(tmp_path / name).blocks
    with pytest.raises(LimitExceeded) as caught:
        read(tmp_path / name, limits=limits)
    assert caught.value.code == "te-groot"
    assert caught.value.message.endswith(".")


def test_objects_packed_in_streams_count(tmp_path: Path) -> None:
    hidden = b"\n99 0 obj << /Type /ObjStm /N 3000000 /First 10 >> endobj\n"
    (tmp_path / "plan.pdf").write_bytes(pdf_bytes(text="Een plan.") + hidden)
    with pytest.raises(LimitExceeded, match="onderdelen"):
        read(tmp_path / "plan.pdf")


def test_paths_in_a_package_are_never_written(tmp_path: Path) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    (inside / "plan.docx").write_bytes(word_bytes("Een plan voor de wijk."))
    with zipfile.ZipFile(inside / "plan.docx", "a") as package:
        package.writestr("../../ontsnapt.xml", "<a/>")
        package.writestr(str(tmp_path / "vast.xml"), "<a/>")
    assert read(inside / "plan.docx").blocks
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["plan.docx"]


def test_an_outside_entity_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("GEHEIM", encoding="utf-8")
    entity = (tmp_path / "geheim.txt").as_uri()
    with zipfile.ZipFile(tmp_path / "slim.docx", "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f'<!DOCTYPE a [<!ENTITY b SYSTEM "{entity}">]><a>&b;</a>')
    with pytest.raises(UnreadableFile, match="beschadigd"):
        read(tmp_path / "slim.docx")


def test_limits_are_given_by_their_dutch_name() -> None:
    limits = limits_of(["seconden=300", "geheugen-mb=4000"])
    assert (limits.seconds, limits.memory_bytes, limits.pages) == (300, 4_000_000_000, DEFAULT_LIMITS.pages)


@pytest.mark.parametrize("pair", ["tijd=3", "seconden", "seconden=-1", "seconden=0", "paginas=1e9", "paginas=²"])
def test_a_wrong_limit_says_what_is_allowed(pair: str) -> None:
    with pytest.raises(WrongUse, match=r"Toegestaan: .*seconden|Schrijf een heel getal"):
        limits_of([pair])


def test_every_limit_can_be_set_and_stands_in_the_docs() -> None:
    told = Path("docs/grenzen.md").read_text(encoding="utf-8")
    free = {"inflate_free_bytes"}
    assert {field for field, _ in LIMITS.values()} == {field.name for field in fields(Limits)} - free
    for name, (field, unit) in LIMITS.items():
        row = next(line for line in told.splitlines() if line.startswith(f"| `{name}`"))
        assert row.endswith(f"| {int(getattr(DEFAULT_LIMITS, field) / unit)} |")
