"""PDF: what a reader of the page does not see is reported; what stands outside the text is not lost."""

import io

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from plancheck.errors import UnreadableFile
from plancheck.model.document import Document
from plancheck.readers.pdf.glyphs import plain_letters
from plancheck.readers.text import clean
from tests.readers.pdf_files import Drawing, body, read_bytes, sentence


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


def drawn(text: str, *, white: bool = False, mode: int = 0, x: float = 70, under: str = "") -> Document:
    """A page with running text and one more line."""
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    canvas = drawing.canvas
    if under == "vlak":
        canvas.setFillColorRGB(0, 0.3, 0.2)
        canvas.rect(60, 480, 300, 40, fill=1, stroke=0)
    elif under == "scan":
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), (230, 230, 230))), 0, 0, 595, 842)
    writing = canvas.beginText(x, 495)
    writing.setFont("Helvetica", 10)
    writing.setTextRenderMode(mode)
    if white:
        writing.setFillColorRGB(1, 1, 1)
    writing.textLine(text)
    canvas.drawText(writing)
    return read_bytes(drawing.bytes())


@pytest.mark.parametrize("how", [{"white": True}, {"mode": 3}, {"x": 900.0}])
def test_text_that_nobody_sees_is_left_out_and_reported(how: dict[str, float]) -> None:
    document = drawn("De risico's zijn alle vijf beschreven.", **how)  # type: ignore[arg-type]
    assert not any("risico" in block.text for block in document.blocks)
    assert codes(document) == ["verborgen-tekst"]
    assert "pagina 1" in document.warnings[0].message
    assert "6 woorden" in document.warnings[0].message


def test_white_text_on_a_dark_plane_is_seen() -> None:
    document = drawn("De risico's zijn alle vijf beschreven.", white=True, under="vlak")
    assert any("risico" in block.text for block in document.blocks)
    assert codes(document) == []


def test_invisible_text_over_a_scan_is_read() -> None:
    document = drawn("De risico's zijn alle vijf beschreven.", mode=3, under="scan")
    assert any("risico" in block.text for block in document.blocks)
    assert codes(document) == []


def stamped_scans(text_pages: int) -> bytes:
    """Two scans with a page number typed below, after pages of text."""
    drawing = Drawing()
    for place in range(text_pages):
        drawing.paragraph(sentence(60, place))
        drawing.next_page()
    for number in (1, 2):
        drawing.canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), (230, 230, 230))), 0, 0, 595, 842)
        drawing.canvas.drawString(280, 30, f"Pagina {number} van 2")
        drawing.next_page()
    return drawing.bytes()


def test_a_scan_with_only_a_page_number_typed_on_it_is_not_read() -> None:
    document = read_bytes(stamped_scans(1))
    assert document.unread_pages == (2, 3)
    assert codes(document) == ["paginas-zonder-tekst"]


def test_a_file_of_scans_with_page_numbers_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="alleen afbeeldingen"):
        read_bytes(stamped_scans(0))


def form() -> bytes:
    drawing = Drawing()
    drawing.paragraph(sentence(30))
    fields = drawing.canvas.acroForm
    fields.textfield(name="wijk", tooltip="Naam van de wijk", value="Het Broek", x=70, y=400)
    fields.textfield(name="leeg", tooltip="Toelichting", value="", x=70, y=360)
    fields.checkbox(name="akkoord", tooltip="Raad akkoord", checked=True, x=70, y=320)
    fields.checkbox(name="niet", tooltip="Bezwaar", checked=False, x=70, y=280)
    drawing.next_page()
    drawing.paragraph(sentence(30, 7))
    return drawing.bytes()


def test_what_was_filled_in_on_a_form_stands_behind_the_text_of_its_page() -> None:
    document = read_bytes(form())
    assert [(block.text, block.page) for block in body(document)[1:3]] == [
        ("Naam van de wijk: Het Broek", 1),
        ("Raad akkoord: aangevinkt", 1),
    ]
    assert [block.page for block in body(document)] == [1, 1, 1, 2]


def test_attachments_are_named() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(30))
    pdf = pypdfium2.PdfDocument(drawing.bytes())
    for name in ("begroting.xlsx", "kaart.png"):
        pdf.new_attachment(name).set_data(b"x")
    buffer = io.BytesIO()
    pdf.save(buffer)
    document = read_bytes(buffer.getvalue())
    assert codes(document) == ["bijlagen-niet-gelezen"]
    assert (
        document.warnings[0].message == "Aan de PDF hangen bestanden die niet zijn gelezen: begroting.xlsx, kaart.png."
    )


def test_page_labels_are_kept_where_they_differ_from_the_place_of_the_page() -> None:
    drawing = Drawing()
    drawing.canvas.addPageLabel(0, style="ROMAN_LOWER", start=1)
    drawing.canvas.addPageLabel(2, style="ARABIC", start=1)
    for place in range(3):
        drawing.paragraph(sentence(30, place))
        drawing.next_page()
    assert read_bytes(drawing.bytes()).page_labels == ("i", "ii", "1")


def test_pages_that_were_not_read_are_listed_and_blank_pages_are_not() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(30))
    drawing.next_page()
    drawing.next_page()
    drawing.canvas.rect(100, 100, 300, 500, fill=1)
    drawing.next_page()
    document = read_bytes(drawing.bytes())
    assert document.unread_pages == (3,)
    assert codes(document) == ["paginas-zonder-tekst"]


def test_text_in_loose_boxes_is_called_of_doubtful_order() -> None:
    drawing = Drawing()
    drawing.canvas.setFont("Helvetica", 9)
    for place in range(30):
        drawing.canvas.drawString(60 + 97 * place % 400, 750 - 23 * (place * 11 % 30), sentence(3, place))
    assert "leesvolgorde-onzeker" in codes(read_bytes(drawing.bytes()))
    ordinary = Drawing()
    for place in range(8):
        ordinary.paragraph(sentence(40, place))
    assert "leesvolgorde-onzeker" not in codes(read_bytes(ordinary.bytes()))


def test_letters_of_formulas_that_take_two_places_are_read_as_plain_letters() -> None:
    pairs = "\U0001d444 = \U0001d45a \ud835x".encode("utf-16-le", "surrogatepass")
    places = "".join(chr(int.from_bytes(pairs[at : at + 2], "little")) for at in range(0, len(pairs), 2))
    found = plain_letters(places)
    assert len(found) == len(places)
    assert clean(found) == "Q = m x"


def pictured(pages: int, width: float, on: set[int]) -> Document:
    """Pages of text, on some of them a picture of this width in points."""
    drawing = Drawing()
    picture = ImageReader(Image.new("RGB", (60, 40), (90, 160, 90)))
    for number in range(1, pages + 1):
        drawing.paragraph(sentence(60, number))
        if number in on:
            drawing.canvas.drawImage(picture, 70, 300, width, 0.7 * width)
        drawing.next_page()
    return read_bytes(drawing.bytes())


def test_a_large_picture_among_text_is_named_with_its_page() -> None:
    document = pictured(4, 300, {2, 3})
    (warning,) = document.warnings
    assert warning.code == "afbeeldingen-niet-gelezen"
    assert warning.message.startswith("Op pagina 2-3 staan grote afbeeldingen; een kaart, schema of tabel")
    assert document.unread_pages == ()


@pytest.mark.parametrize(("curves", "named"), [(200, ["afbeeldingen-niet-gelezen"]), (20, [])], ids=["a map", "a logo"])
def test_a_map_drawn_with_many_curves_is_named_too(curves: int, named: list[str]) -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(60))
    for place in range(curves):
        drawing.canvas.circle(80 + 2 * (place % 150), 200 + 30 * (place % 8), 5)
    assert codes(read_bytes(drawing.bytes())) == named


@pytest.mark.parametrize(("width", "on"), [(100, {2}), (300, {1, 2, 3, 4})], ids=["a logo", "the paper of all pages"])
def test_a_logo_and_what_all_pages_are_printed_on_are_not_named(width: float, on: set[int]) -> None:
    assert codes(pictured(4, width, on)) == []
