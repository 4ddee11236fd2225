"""Scans of the truth set as Tesseract reads them: words, headings and tables."""

import io
import json
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from plancheck.model.document import Document
from plancheck.readers import read
from plancheck.readers.pdf.scan import recogniser
from tests.readers.pdf_files import OTHER_LETTERS, read_bytes, sentence, wrong_letters

FOLDER = Path("corpora/lezen")
NAMES = ["molenhoek", "zilverkamp", "oosterpolder", "veenrand", "duinzoom", "stationszijde"]
pytestmark = pytest.mark.skipif(recogniser() is None, reason="Tesseract with Dutch is not installed")


def words_of(document: Document) -> Counter[str]:
    texts = (" ".join(cell for row in block.rows for cell in row) or block.text for block in document.blocks)
    return Counter(word for text in texts for word in text.split())


def text_page() -> Image.Image:
    pdf = pypdfium2.PdfDocument(FOLDER / "oosterpolder.scan200.pdf")
    image: Image.Image = pdf[0].render(scale=200 / 72, grayscale=True).to_pil()
    return image


@pytest.mark.parametrize("name", NAMES)
def test_a_scan_at_300_dpi_gives_its_words_headings_and_tables(name: str) -> None:
    truth = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    document = read(FOLDER / f"{name}.scan300.pdf")
    texts = (" ".join(cell for row in b["rijen"] for cell in row) if "rijen" in b else b["tekst"] for b in truth)
    true = Counter(word for text in texts for word in text.split())
    found = words_of(document)
    assert (true & found).total() >= 0.97 * true.total()
    assert (found - true).total() <= 0.03 * true.total()
    headings = [(b.level, b.text) for b in document.blocks if b.kind == "heading"]
    assert headings == [(b["niveau"], b["tekst"]) for b in truth if b["soort"] == "heading"]
    rows = [[list(row) for row in b.rows] for b in document.blocks if b.kind == "table"]
    assert rows == [b["rijen"] for b in truth if b["soort"] == "table"]
    items = [b.text for b in document.blocks if b.kind == "list_item"]
    assert len(items) == sum(b["soort"] == "list_item" for b in truth)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_was_scanned_on_its_side_is_read(quarters: int) -> None:
    image = text_page().rotate(90 * quarters, expand=True, fillcolor=255)
    buffer = io.BytesIO()
    image.save(buffer, "PDF", resolution=200)
    document = read_bytes(buffer.getvalue())
    assert "Onderzoeksvragen" in [block.text for block in document.blocks if block.kind == "heading"]
    assert [block.rows[0] for block in document.blocks if block.kind == "table"] == [("Eigendom", "Aantal")]


def test_a_picture_that_is_no_text_stays_a_picture() -> None:
    buffer = io.BytesIO()
    photo = Image.effect_noise((600, 800), 90)
    photo.save(buffer, "PDF", resolution=200, save_all=True, append_images=[text_page()])
    document = read_bytes(buffer.getvalue())
    assert "afbeeldingen-niet-gelezen" in [warning.code for warning in document.warnings]
    assert {block.page for block in document.blocks} == {2}


def test_a_scan_with_a_page_number_typed_on_it_is_recognised() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.drawImage(ImageReader(text_page()), 0, 0, 595, 842)
    canvas.drawString(280, 20, "Pagina 1 van 1")
    canvas.save()
    document = read_bytes(buffer.getvalue())
    assert "Onderzoeksvragen" in [block.text for block in document.blocks if block.kind == "heading"]
    assert document.unread_pages == ()


def test_a_page_of_wrong_letters_is_read_as_it_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_bytes(wrong_letters(OTHER_LETTERS["mixed"], monkeypatch))
    assert " ".join(block.text for block in document.blocks).startswith(sentence(90)[:60])
    (warning,) = [each for each in document.warnings if each.code == "tekstherkenning"]
    assert warning.message.startswith("De letters op pagina 1 zijn niet goed vastgelegd; daarom is die pagina met")
    assert document.unread_pages == ()
