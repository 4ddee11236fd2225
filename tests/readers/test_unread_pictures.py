"""Large pictures are told by the heading under which they stand, in every format; logos are not."""

import io
import subprocess
from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from PIL import Image

from plancheck.readers import read
from plancheck.readers.programs import find_program
from tests.readers.pdf_files import Drawing, read_bytes, sentence


def picture() -> io.BytesIO:
    buffer = io.BytesIO()
    Image.new("RGB", (400, 250), "white").save(buffer, "PNG")
    buffer.seek(0)
    return buffer


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_picture(picture(), width=Cm(14))
    document.add_heading("Gebied", 1)
    document.add_paragraph(sentence(40))
    document.add_picture(picture(), width=Cm(14))
    document.add_heading("Planning", 1)
    document.add_picture(picture(), width=Cm(3))
    document.add_paragraph(sentence(40, 3))
    document.add_heading("Kosten", 1)
    document.add_picture(picture(), width=Cm(14))
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return path


def test_in_word_a_large_picture_belongs_to_the_heading_above_it(word: Path) -> None:
    document = read(word)
    assert document.unread_pictures == ("", "Gebied", "Kosten")
    assert all(block.text for block in document.blocks)


@pytest.mark.skipif(find_program("soffice") is None, reason="needs LibreOffice")
def test_in_opendocument_it_does_too(word: Path) -> None:
    profile = (word.parent / "profiel").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "odt", str(word)]
    subprocess.run([*command, "--outdir", str(word.parent)], check=True, capture_output=True)
    assert read(word.with_suffix(".odt")).unread_pictures == ("", "Gebied", "Kosten")


def test_in_a_pdf_it_is_any_heading_on_the_page_and_the_last_before_it() -> None:
    drawing = Drawing()
    for title in ("1 Gebied", "2 Planning", "3 Kosten"):
        drawing.heading(title)
        drawing.paragraph(sentence(60))
        if title == "2 Planning":
            drawing.canvas.drawInlineImage(Image.new("RGB", (400, 250), "grey"), 70, 100, 400, 250)
        drawing.next_page()
    drawing.paragraph(sentence(60))
    assert read_bytes(drawing.bytes()).unread_pictures == ("1 Gebied", "2 Planning")
