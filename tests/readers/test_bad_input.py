"""Whatever a user gives us ends in one Dutch sentence."""

import io
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from plancheck.errors import EncryptedFile, UnreadableFile
from plancheck.readers import Limits, read


def word_bytes(*paragraphs: str) -> bytes:
    word = docx.Document()
    for paragraph in paragraphs:
        word.add_paragraph(paragraph)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def pdf_bytes(*, text: str = "", encrypt: str | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=encrypt) if encrypt else Canvas(buffer)
    if text:
        canvas.drawString(72, 700, text)
    else:
        canvas.rect(100, 100, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def zip_bytes(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, "x" * 50)
    return buffer.getvalue()


def empty_pdf() -> bytes:
    buffer = io.BytesIO()
    pypdfium2.PdfDocument.new().save(buffer)
    return buffer.getvalue()


BAD = {
    "leeg.docx": (b"", "leeg"),
    "wit.docx": (b"  \n ", "leeg"),
    "oud.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oud-word-formaat"),
    "kapot.docx": (word_bytes("Een plan.")[:900], "beschadigd"),
    "rekenblad.docx": (zip_bytes("[Content_Types].xml", "xl/workbook.xml"), "onbekend-formaat"),
    "archief.docx": (zip_bytes("a.txt"), "onbekend-formaat"),
    "foto.docx": (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "afbeelding"),
    "foto.jpg": (b"\xff\xd8\xff\xe0" + b"\0" * 60, "afbeelding"),
    "zomaar.docx": (b"gewoon wat tekst", "beschadigd"),
    "binair.bin": (b"\x00\x01\x02" * 40, "onbekend-formaat"),
    "kapot.pdf": (pdf_bytes(text="Een plan.")[:300], "beschadigd"),
    "beelden.pdf": (pdf_bytes(), "alleen-afbeeldingen"),
    "zonder.pdf": (empty_pdf(), "geen-paginas"),
    "zonder-tekst.docx": (word_bytes(), "geen-tekst"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_gives_one_dutch_sentence(tmp_path: Path, name: str) -> None:
    content, code = BAD[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / name, label=name)
    assert caught.value.code == code
    assert caught.value.path == name
    assert caught.value.message.endswith(".")
    assert caught.value.hint.endswith((".", ")."))


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="bestaat niet"):
        read(tmp_path / "weg.docx")
    with pytest.raises(UnreadableFile, match="dit is een map"):
        read(tmp_path)


def test_a_lock_file_of_word_is_named(tmp_path: Path) -> None:
    (tmp_path / "~$plan.docx").write_bytes(b"x" * 162)
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "~$plan.docx")
    assert caught.value.code == "vergrendeld"


def test_password_protected_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "dicht.pdf").write_bytes(pdf_bytes(text="Geheim plan.", encrypt="wachtwoord"))
    marker = "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "dicht.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + marker)
    for name in ("dicht.pdf", "dicht.docx"):
        with pytest.raises(EncryptedFile, match="wachtwoord"):
            read(tmp_path / name)


def test_an_old_word_file_with_a_password_is_named(tmp_path: Path) -> None:
    entry = "WordDocument".encode("utf-16-le").ljust(116, b"\0") + (0).to_bytes(4, "little")
    head = b"\xec\xa5\xc1\0" + b"\0" * 6 + b"\xf0\x13"
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + head.ljust(512, b"\0") + entry
    (tmp_path / "dicht.doc").write_bytes(content)
    with pytest.raises(EncryptedFile, match="wachtwoord"):
        read(tmp_path / "dicht.doc")


def test_a_file_is_read_as_what_it_is_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(pdf_bytes(text="Dit is eigenlijk een PDF."))
    (tmp_path / "plan.pdf").write_bytes(word_bytes("Dit is eigenlijk Word."))
    assert read(tmp_path / "plan.docx").source.format == "pdf"
    assert read(tmp_path / "plan.pdf").source.format == "docx"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    (tmp_path / "bom.docx").write_bytes(buffer.getvalue())
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "bom.docx", limits=Limits(inflate_free_bytes=1_000_000))
    assert caught.value.code == "te-groot"


def test_xml_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    (tmp_path / "slim.docx").write_bytes(buffer.getvalue())
    with pytest.raises(UnreadableFile, match="beschadigd"):
        read(tmp_path / "slim.docx")
