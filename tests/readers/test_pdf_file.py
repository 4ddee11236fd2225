"""PDF: what the file says about itself, and what a reader must know of pages that could not be read."""

import contextlib

import pytest

from plancheck.errors import UnreadableFile
from tests.readers.pdf_files import Drawing, body, read_bytes, sentence, tagged_pdf, texts


def numbered_pages(count: int, *, empty: tuple[int, ...] = ()) -> bytes:
    drawing = Drawing()
    for number in range(1, count + 1):
        if number in empty:
            drawing.canvas.rect(100, 100, 300, 500, fill=1)
        else:
            drawing.canvas.setFont("Helvetica", 8)
            drawing.canvas.drawString(70, 800, "Gemeente Voorbeeld")
            drawing.canvas.drawString(70, 30, f"Uitvoeringsplan | pagina {number} van {count}")
            drawing.paragraph(sentence(50, number))
        drawing.next_page()
    return drawing.bytes()


def test_headers_and_footers_stand_once_with_their_role() -> None:
    document = read_bytes(numbered_pages(4))
    margins = [(block.role, block.text) for block in document.blocks if block.role != "body"]
    assert sorted(margins) == [("footer", "Uitvoeringsplan | pagina 1 van 4"), ("header", "Gemeente Voorbeeld")]
    assert len(body(document)) == 4


def test_pages_without_text_are_named() -> None:
    document = read_bytes(numbered_pages(9, empty=(4, 5, 6, 8)))
    assert [(warning.code, warning.message) for warning in document.warnings] == [
        ("paginas-zonder-tekst", "Pagina 4-6, 8 zijn afbeeldingen en zijn niet gelezen.")
    ]
    assert document.source.pages == 9


def test_a_file_of_images_only_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableFile, match="bevat geen tekst, alleen afbeeldingen") as caught:
        read_bytes(numbered_pages(2, empty=(1, 2)))
    assert caught.value.code == "alleen-afbeeldingen"
    assert "OCR" in caught.value.hint


def test_properties_and_dates_are_read() -> None:
    drawing = Drawing(invariant=0)  # what builds the examples gives every drawing of its process a day without meaning
    drawing.canvas.setTitle("Uitvoeringsplan Bloemenbuurt")
    drawing.canvas.setAuthor("Gemeente Voorbeeld")
    drawing.paragraph(sentence(20))
    properties = read_bytes(drawing.bytes()).properties
    assert (properties.title, properties.author) == ("Uitvoeringsplan Bloemenbuurt", "Gemeente Voorbeeld")
    assert len(properties.created) == len("2026-11-23")


def test_remarks_are_notes_of_the_document_and_no_text() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(30))
    drawing.canvas.textAnnotation("Klopt dit bedrag?", Rect=[100, 600, 120, 620])
    document = read_bytes(drawing.bytes())
    assert [(note.text, note.page) for note in document.notes] == [("Klopt dit bedrag?", 1)]
    assert not any("Klopt" in block.text for block in document.blocks)
    assert [warning.code for warning in document.warnings] == ["opmerkingen"]


def test_letters_that_mean_nothing_are_reported() -> None:
    content = tagged_pdf([("P", ["\u00b6\u00a7\u00a4\u00a6\u00a8\u00af\u00b1\u00b8\u00ba\u00bf\u00a1\u00a2" * 3] * 4)])
    assert "onleesbare-letters" in [warning.code for warning in read_bytes(content).warnings]


def test_a_damaged_file_is_refused() -> None:
    content = numbered_pages(3)
    for broken in (content[: len(content) // 3], b"%PDF-1.7\n" + b"x" * 400):
        with pytest.raises(UnreadableFile) as caught:
            read_bytes(broken)
        assert caught.value.code == "beschadigd"


@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_flipped_bytes_is_read_or_refused(seed: int) -> None:
    content = bytearray(tagged_pdf([("H1", ["Inleiding"]), ("P", ["Een alinea."])], table=(("a", "b"), ("c", "d"))))
    for step in range(12):
        content[(seed * 7919 + step * 104_729) % len(content)] ^= 1 << (seed % 8)
    with contextlib.suppress(UnreadableFile):
        assert read_bytes(bytes(content)).blocks


def test_nothing_is_lost_or_invented() -> None:
    drawing = Drawing()
    wanted = [sentence(60, place) for place in range(8)]
    for text in wanted:
        drawing.paragraph(text)
    assert " ".join(texts(read_bytes(drawing.bytes()), "paragraph")).split() == " ".join(wanted).split()
