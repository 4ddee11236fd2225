"""Files that another program must read: what happens with it, without it, and when it hangs."""

import io
import shutil
import sys
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from plancheck.errors import LimitExceeded, UnreadableFile
from plancheck.model.document import Source
from plancheck.readers.formats import parse
from plancheck.readers.limits import DEFAULT_LIMITS
from plancheck.readers.office import read_by_office
from plancheck.readers.pdf.scan import recogniser
from plancheck.readers.sniff import sniff
from tests.readers.pdf_files import Drawing, read_bytes, sentence

RTF = (
    rb"{\rtf1\ansi{\stylesheet{\s1\outlinelevel0 heading 1;}}"
    rb"{\pard\s1\outlinelevel0 Risico's\par}{\pard De raad besluit over het net.\par}}"
)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
needs_tesseract = pytest.mark.skipif(recogniser() is None, reason="Tesseract with Dutch is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="a program is a shell script here")


def program(folder: Path, name: str, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program of this name, and nothing else, in front of the path."""
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.mark.parametrize(("name", "content", "kind"), [("plan.rtf", RTF, "rtf"), ("plan.doc", OLD_WORD, "doc")])
def test_old_word_files_and_rtf_are_recognised_by_their_content(name: str, content: bytes, kind: str) -> None:
    assert sniff(content, "plan.docx") == kind


@pytest.mark.parametrize(
    ("content", "code"), [(RTF, "onbekend-formaat"), (OLD_WORD, "oud-word-formaat")], ids=["rtf", "doc"]
)
def test_without_libreoffice_one_sentence_says_what_to_do(
    content: bytes, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match="alleen als LibreOffice is geïnstalleerd") as caught:
        parse(content, "plan.doc", DEFAULT_LIMITS)
    assert caught.value.code == code
    assert "sla het op als .docx" in caught.value.hint


@posix
def test_a_conversion_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "soffice", f"sleep 60 & echo $! > {tmp_path}/kind; wait", monkeypatch)
    source = Source(path="plan.rtf", sha256="", format="rtf")
    with pytest.raises(LimitExceeded, match="duurt te lang"):
        read_by_office(RTF, source, DEFAULT_LIMITS, seconds=1.0)
    child = (tmp_path / "kind").read_text(encoding="ascii").strip()
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text(encoding="ascii").split()[2] == "Z"


@posix
def test_a_conversion_that_fails_is_named_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "tijdelijk"
    own.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(own))
    program(tmp_path, "soffice", "exit 1", monkeypatch)
    with pytest.raises(UnreadableFile, match="LibreOffice kan het niet openen"):
        parse(RTF, "plan.rtf", DEFAULT_LIMITS)
    assert list(own.iterdir()) == []


@needs_office
def test_libreoffice_reads_rtf() -> None:
    document = parse(RTF, "plan.rtf", DEFAULT_LIMITS)
    assert document.source.format == "rtf"
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("heading", "Risico's"),
        ("paragraph", "De raad besluit over het net."),
    ]


def scanned(pages: int, text_pages: int = 0) -> bytes:
    """Pages of text as pictures, after pages of real text."""
    drawing = Drawing()
    for place in range(pages):
        drawing.heading(f"{place + 1} Risico's", size=20)
        drawing.paragraph(sentence(40, place), size=12)
        drawing.next_page()
    pdf = pypdfium2.PdfDocument(drawing.bytes())
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=pdf[0].get_size())
    for place in range(text_pages):
        canvas.drawString(70, 700, sentence(12, place))
        canvas.showPage()
    for place in range(pages):
        picture = pdf[place].render(scale=200 / 72, grayscale=True).to_pil()
        canvas.drawImage(ImageReader(picture), 0, 0, *pdf[0].get_size())
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@needs_tesseract
def test_a_scan_is_recognised_with_its_headings_and_how_sure_it_is() -> None:
    document = read_bytes(scanned(2, text_pages=1))
    headings = [block for block in document.blocks if block.kind == "heading"]
    assert [block.text for block in headings] == ["1 Risico's", "2 Risico's"]
    assert all(0.5 < block.confidence < 1 for block in headings)
    assert [block.confidence for block in document.blocks if block.page == 1] == [1.0]
    assert document.unread_pages == ()
    assert [warning.code for warning in document.warnings] == ["tekstherkenning"]


@posix
@pytest.mark.parametrize("script", ["exit 1", "echo eng"])
def test_without_a_recogniser_of_dutch_pages_stay_unread(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "tesseract", script, monkeypatch)
    recogniser.cache_clear()
    try:
        document = read_bytes(scanned(2, text_pages=1))
    finally:
        recogniser.cache_clear()
    assert document.unread_pages == (2, 3)
    assert [warning.code for warning in document.warnings] == ["paginas-zonder-tekst"]


@posix
def test_what_the_recogniser_says_becomes_lines_and_a_picture_without_text_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = "5\\t1\\t1\\t1\\t{}\\t{}\\t{}\\t{}\\t300\\t40\\t{}\\t{}"
    words = [("1", "1", 200, 300, 96, "De"), ("1", "2", 520, 300, 90, "raad"), ("2", "1", 200, 360, 93, "besluit")]
    words += [("2", "2", 520, 360, 93, "over"), ("2", "3", 840, 360, 93, "warmte.")]
    table = "\\n".join(["level", *(row.format(*each) for each in words)])
    script = f"case $1 in --list-langs) echo nld;; *) cat > /dev/null; printf '{table}\\n';; esac"
    program(tmp_path, "tesseract", script, monkeypatch)
    recogniser.cache_clear()
    try:
        document = read_bytes(scanned(1, text_pages=1))
        program(tmp_path, "tesseract", script.replace(table, "level"), monkeypatch)
        picture = read_bytes(scanned(1, text_pages=1))
    finally:
        recogniser.cache_clear()
    assert [(block.text, block.page) for block in document.blocks][-1] == ("De raad besluit over warmte.", 2)
    assert document.blocks[-1].confidence == pytest.approx((2 * 0.96 + 4 * 0.9 + 18 * 0.93) / 24, abs=0.001)
    assert picture.unread_pages == ()
    assert [warning.code for warning in picture.warnings] == ["afbeeldingen-niet-gelezen"]
