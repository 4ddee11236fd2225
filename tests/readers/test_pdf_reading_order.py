"""PDF: columns are read one after the other, and paragraphs are put together again."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from plancheck.readers.limits import Limits
from tests.readers.pdf_files import Drawing, body, read_bytes, sentence, tagged_pdf, texts, wrapped


def columns(count: int, width: float, *, by_row: bool = False) -> tuple[bytes, list[str]]:
    """A page with a title over all columns; by_row: drawn line by line through all columns."""
    drawing = Drawing()
    drawing.line("Samen werken aan warmte in de Bloemenbuurt en de Rivierenwijk", size=16, bold=True, below=40)
    paragraphs = [sentence(60, start=5 * place) for place in range(count)]
    placed = []
    for place, text in enumerate(paragraphs):
        for row, line in enumerate(wrapped(text, width)):
            placed.append((row if by_row else place, place, row, line))
    for _, place, row, line in sorted(placed):
        drawing.canvas.setFont("Helvetica", 10)
        drawing.canvas.drawString(70 + place * (width + 25), 700 - 13 * row, line)
    return drawing.bytes(), paragraphs


@pytest.mark.parametrize("by_row", [False, True], ids=["by column", "by row"])
@pytest.mark.parametrize(("count", "width"), [(2, 210.0), (3, 135.0)])
def test_columns_under_a_title_are_read_one_after_the_other(count: int, width: float, by_row: bool) -> None:
    content, paragraphs = columns(count, width, by_row=by_row)
    assert texts(read_bytes(content), "paragraph") == paragraphs


def test_lines_become_paragraphs_again() -> None:
    drawing = Drawing()
    wanted = [sentence(70), sentence(40, 3), sentence(12, 9)]
    for text in wanted:
        drawing.paragraph(text)
    assert texts(read_bytes(drawing.bytes()), "paragraph") == wanted


def test_paragraphs_without_white_between_them_end_where_a_line_stops_short() -> None:
    drawing = Drawing()
    wanted = [sentence(31), sentence(33, 3)]
    for text in wanted:
        for line in wrapped(text, 450):
            drawing.line(line)
    assert texts(read_bytes(drawing.bytes()), "paragraph") == wanted


def test_a_word_broken_at_the_end_of_a_line_is_one_word_again() -> None:
    drawing = Drawing()
    drawing.lines(["Wij leggen in deze wijk een warmte-", "net aan. Daarna gaat in elke woning de cv-", "ketel weg."])
    assert texts(read_bytes(drawing.bytes()), "paragraph") == [
        "Wij leggen in deze wijk een warmtenet aan. Daarna gaat in elke woning de cv-ketel weg."
    ]


def test_a_hyphen_stays_where_the_document_writes_the_word_with_one() -> None:
    drawing = Drawing()
    drawing.lines(["Het pilot-project is klaar en de woon- en", "werkgebieden zijn bekend. Dit pilot-", "project ook."])
    (text,) = texts(read_bytes(drawing.bytes()), "paragraph")
    assert text.endswith("Dit pilot-project ook.")
    assert "woon- en werkgebieden" in text


def test_a_paragraph_goes_on_over_the_page_past_notes_and_margins() -> None:
    drawing = Drawing()
    for number in (1, 2, 3):
        drawing.line("Gemeente Voorbeeld", size=8, below=40)
        drawing.paragraph(sentence(60, number))
        drawing.y = 300
        drawing.lines(["Deze alinea begint onder aan een bladzijde en gaat verder op de volgende, want zij", ""][:1])
        drawing.y = 60
        drawing.line(f"{number} Een noot onder aan bladzijde {number}.", size=7)
        drawing.y = 30
        drawing.line(f"pagina {number}", size=8)
        drawing.next_page()
        drawing.y = 760
        drawing.line("Gemeente Voorbeeld", size=8, below=40)
        drawing.paragraph("is lang en heeft daar dus alle ruimte voor.")
        drawing.next_page()
    document = read_bytes(drawing.bytes())
    whole = [text for text in texts(document, "paragraph") if text.startswith("Deze alinea")]
    assert (
        whole
        == [
            "Deze alinea begint onder aan een bladzijde en gaat verder op de volgende, want zij "
            "is lang en heeft daar dus alle ruimte voor."
        ]
        * 3
    )
    assert [block.page for block in body(document) if block.text.startswith("Deze alinea")] == [1, 3, 5]
    assert texts(document, "note") == [f"Een noot onder aan bladzijde {number}." for number in (1, 2, 3)]


def test_list_items_keep_their_depth() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(30))
    for x, text in (
        (80, "• Eerst de buurt"),
        (95, "– met de bewoners"),
        (95, "– met de school"),
        (80, "• Dan de wijk"),
    ):
        drawing.line(text, x=x)
    items = [block for block in body(read_bytes(drawing.bytes())) if block.kind == "list_item"]
    assert [(item.text, item.depth) for item in items] == [
        ("Eerst de buurt", 0),
        ("met de bewoners", 1),
        ("met de school", 1),
        ("Dan de wijk", 0),
    ]


def test_captions_and_notes_are_told_from_paragraphs() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    drawing.line("Figuur 2: Kaart van het gebied")
    drawing.y -= 10
    drawing.paragraph(sentence(40, 4))
    document = read_bytes(drawing.bytes())
    assert texts(document, "caption") == ["Figuur 2: Kaart van het gebied"]


def test_a_mark_of_a_note_is_not_part_of_the_word_it_hangs_on() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    drawing.canvas.setFont("Helvetica", 10)
    drawing.canvas.drawString(70, 600, "De raad heeft dit besloten.")
    drawing.canvas.setFont("Helvetica", 6)
    drawing.canvas.drawString(
        72 + drawing.canvas.stringWidth("De raad heeft dit besloten.", "Helvetica", 10) - 2, 604, "1"
    )
    drawing.canvas.setFont("Helvetica", 5)
    drawing.canvas.drawString(70, 73, "1")
    drawing.canvas.setFont("Helvetica", 7)
    drawing.canvas.drawString(75, 70, "Raadsbesluit van 3 maart 2026.")
    document = read_bytes(drawing.bytes())
    assert "De raad heeft dit besloten." in texts(document, "paragraph")[-1]
    assert texts(document, "note") == ["Raadsbesluit van 3 maart 2026."]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Aanleg in 2028", " en daarna beheer", "Aanleg in 2028 en daarna beheer"),
        ("Aanleg in 2028", ", daarna beheer", "Aanleg in 2028, daarna beheer"),
        ("Een wijk van 3 km", " groot", "Een wijk van 3 km2 groot"),
    ],
)
def test_a_mark_of_a_note_neither_sticks_to_a_number_nor_breaks_the_line(before: str, after: str, said: str) -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    canvas, x = drawing.canvas, 70.0
    for text, size, rise in ((before, 10, 0), ("2", 6, 3.5), (after, 10, 0)):
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, 600 + rise, text)
        x += canvas.stringWidth(text, "Helvetica", size)
    canvas.setFont("Helvetica", 7)
    canvas.drawString(70, 90, "2 Bedragen zonder btw.")
    assert texts(read_bytes(drawing.bytes()), "paragraph")[1:] == [said]


def test_notes_at_the_same_height_on_every_page_are_no_running_footers() -> None:
    drawing = Drawing()
    for page in range(1, 7):
        drawing.paragraph(sentence(40, page))
        for text, x, y, size in (
            (sentence(6, page), 70, 600, 10),
            (str(page), 70.5 + stringWidth(sentence(6, page), "Helvetica", 10), 603.5, 6),
            (f"{page} Bron: {sentence(9, 3 * page)}", 70, 66, 8),
            ("Peildatum januari.", 70, 56, 8),
            (f"{page} | Warmteplan", 70, 44, 8),
        ):
            drawing.canvas.setFont("Helvetica", size)
            drawing.canvas.drawString(x, y, text)
        drawing.next_page()
    document = read_bytes(drawing.bytes())
    assert texts(document, "note") == [f"Bron: {sentence(9, 3 * page)} Peildatum januari." for page in range(1, 7)]
    assert [block.text for block in document.blocks if block.role == "footer"] == ["1 | Warmteplan"]


def test_a_page_that_is_turned_is_read_as_it_is_seen() -> None:
    drawing = Drawing()
    drawing.canvas.setPageRotation(90)
    drawing.canvas.saveState()
    drawing.canvas.translate(595, 0)
    drawing.canvas.rotate(90)
    drawing.y = 500
    wanted = [sentence(60), sentence(30, 4)]
    for text in wanted:
        drawing.paragraph(text, width=600)
    drawing.grid([["Post", "Bedrag"], ["Net", "100"]])
    drawing.canvas.restoreState()
    document = read_bytes(drawing.bytes())
    assert texts(document, "paragraph") == wanted
    assert [block.rows for block in body(document) if block.kind == "table"] == [(("Post", "Bedrag"), ("Net", "100"))]


def test_letters_set_apart_are_words_again() -> None:
    drawing = Drawing()
    drawing.canvas.setFont("Helvetica-Bold", 12)
    x = 70.0
    for word in ("Inleiding", "en", "doel"):
        for letter in word:
            drawing.canvas.drawString(x, drawing.y, letter)
            x += 14
        x += 12
    drawing.y -= 30
    drawing.paragraph(sentence(40))
    assert body(read_bytes(drawing.bytes()))[0].text == "Inleiding en doel"


def test_letters_printed_twice_to_look_bold_stand_once() -> None:
    drawing = Drawing()
    drawing.as_browsers_print([("Risico", 0.0), ("Risico", 0.7)], x=74, by_letter=True)
    drawing.as_browsers_print([("Oorzaak", 0.0), ("Oorzaak", 0.7)], x=194, by_letter=True)
    drawing.line("1122 aa", x=314)
    (block,) = body(read_bytes(drawing.bytes()))
    assert block.text.split() == ["Risico", "Oorzaak", "1122", "aa"]


def test_reading_twice_gives_the_same_document() -> None:
    content, _ = columns(2, 210.0)
    assert read_bytes(content) == read_bytes(content)


def test_more_pages_than_the_limit_are_refused() -> None:
    drawing = Drawing()
    for _ in range(3):
        drawing.paragraph(sentence(10))
        drawing.next_page()
    with pytest.raises(Exception, match="3 pagina's") as caught:
        read_bytes(drawing.bytes(), Limits(pages=2))
    assert caught.value.code == "te-groot"  # type: ignore[attr-defined]


def test_a_note_of_the_structure_tree_is_a_note_without_its_mark() -> None:
    elements = [("H1", ["Kosten"]), ("P", ["Het net kost veel."]), ("Note", ["1 Bron: begroting."])]
    document = read_bytes(tagged_pdf(elements))
    assert [(block.kind, block.text) for block in body(document)][-1] == ("note", "Bron: begroting.")


def test_a_frame_drawn_last_is_read_where_it_stands() -> None:
    drawing = Drawing()
    drawing.y = 560
    for start in range(6):
        drawing.paragraph(sentence(30, start))
    drawing.y = 640
    drawing.line("Inleiding", size=16, bold=True)
    document = read_bytes(drawing.bytes())
    assert body(document)[0].text == "Inleiding"


def test_a_frame_drawn_last_goes_behind_the_one_beside_it() -> None:
    drawing = Drawing()
    drawing.y = 560
    for start in range(6):
        drawing.paragraph(sentence(70, start))
    for x, word in ((110, "links"), (340, "rechts")):
        drawing.y = 700
        drawing.lines([f"Eerste regel {word}", f"tweede regel {word}."], x)
    read = " ".join(block.text for block in body(read_bytes(drawing.bytes())))
    assert (
        read.index("Eerste regel links tweede") < read.index("Eerste regel rechts tweede") < read.index("De gemeente")
    )


def test_columns_do_not_go_on_below_a_wide_white_band() -> None:
    drawing = Drawing()
    for top, name in ((760, "boven"), (400, "onder")):
        for x, side in ((70, "links"), (310, "rechts")):
            drawing.y = top
            drawing.paragraph(f"Kolom {name} {side}: {sentence(60)}", x, 210)
    read = " ".join(block.text for block in body(read_bytes(drawing.bytes())))
    places = [read.index(name) for name in ("boven links", "boven rechts", "onder links", "onder rechts")]
    assert places == sorted(places)


def test_a_contents_list_beside_text_leaves_the_text_its_own_column() -> None:
    drawing = Drawing()
    drawing.canvas.setPageSize((1190, 842))
    drawing.paragraph(sentence(320), 36, 520)
    drawing.y = 760
    for number in range(30):
        drawing.canvas.setFont("Helvetica", 10)
        drawing.canvas.drawString(1130, drawing.y, str(number + 1))
        drawing.line(f"{number + 1}.1 Wonen in wijk {number}", 630)
    drawing.line("31", 1130)
    long = [block for block in body(read_bytes(drawing.bytes())) if len(block.text) > 1500]
    assert len(long) == 1


def test_a_line_along_the_edge_of_pages_is_a_running_header() -> None:
    drawing = Drawing()
    for page in range(4):
        drawing.heading(f"{page + 1} Hoofdstuk over de wijk")
        for start in range(5):
            drawing.paragraph(sentence(40, start + page))
        drawing.canvas.saveState()
        drawing.canvas.translate(565, 780)
        drawing.canvas.rotate(-90)
        drawing.canvas.setFont("Helvetica-Bold", 16)
        drawing.canvas.drawString(0, 0, "Wonen in de wijk")
        drawing.canvas.restoreState()
        drawing.next_page()
    document = read_bytes(drawing.bytes())
    assert "Wonen in de wijk" in [block.text for block in document.blocks if block.role == "header"]
    assert not [block for block in body(document) if "Wonen" in block.text]
