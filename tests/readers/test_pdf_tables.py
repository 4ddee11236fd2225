"""PDF: tables with and without rules, over pages, each text once."""

import io

import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from plancheck.model.document import Block, Document
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.structure import Tag
from plancheck.readers.pdf.tagged import take_tagged
from tests.readers.pdf_files import Drawing, body, read_bytes, sentence, tagged_pdf, texts, wrapped


def tables(document: Document) -> list[Block]:
    return [block for block in body(document) if block.kind == "table"]


def test_a_ruled_table_stands_in_its_place_and_nowhere_else() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    drawing.grid([["Risico", "Kans", "Maatregel"], ["vol net", "groot", "eerder melden"]])
    drawing.paragraph(sentence(40, 5))
    document = read_bytes(drawing.bytes())
    assert [block.kind for block in body(document)] == ["paragraph", "table", "paragraph"]
    assert tables(document)[0].rows == (("Risico", "Kans", "Maatregel"), ("vol net", "groot", "eerder melden"))
    assert tables(document)[0].text == "Risico\tKans\tMaatregel\nvol net\tgroot\teerder melden"


def test_a_merged_cell_stands_once() -> None:
    drawing = Drawing()
    drawing.canvas.rect(70, 700, 240, 20)
    drawing.canvas.drawString(75, 705, "Kosten")
    for column in range(2):
        for row in range(2):
            drawing.canvas.rect(70 + 120 * column, 660 + 20 * row, 120, 20)
            drawing.canvas.drawString(75 + 120 * column, 665 + 20 * row, f"cel {column}{1 - row}")
    drawing.y = 600
    drawing.paragraph(sentence(40))
    (table,) = tables(read_bytes(drawing.bytes()))
    assert table.rows == (("Kosten", ""), ("cel 00", "cel 10"), ("cel 01", "cel 11"))


def test_lines_of_a_cell_are_one_text() -> None:
    drawing = Drawing()
    for column, lines in enumerate((["Post"], ["Bedrag"])):
        drawing.canvas.rect(70 + 150 * column, 720, 150, 20)
        drawing.canvas.drawString(75 + 150 * column, 725, lines[0])
    for column, lines in enumerate((["Aanleg van het warmte-", "net in de wijk"], ["100.000"])):
        drawing.canvas.rect(70 + 150 * column, 680, 150, 40)
        for row, text in enumerate(lines):
            drawing.canvas.drawString(75 + 150 * column, 705 - 14 * row, text)
    (table,) = tables(read_bytes(drawing.bytes()))
    assert table.rows[1] == ("Aanleg van het warmtenet in de wijk", "100.000")


def test_a_table_over_a_page_break_is_one_and_its_repeated_header_stands_once() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    drawing.grid([["Post", "Bedrag"], ["Net", "100"], ["Pompen", "40"]])
    drawing.next_page()
    drawing.grid([["Post", "Bedrag"], ["Advies", "15"]])
    drawing.paragraph(sentence(40, 5))
    (table,) = tables(read_bytes(drawing.bytes()))
    assert table.rows == (("Post", "Bedrag"), ("Net", "100"), ("Pompen", "40"), ("Advies", "15"))
    assert table.page == 1


def test_a_row_cut_by_a_page_break_is_whole_again() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    drawing.grid([["Post", "Uitleg"], ["Net", "buizen en"]])
    drawing.next_page()
    drawing.grid([["", "pompen"], ["Advies", "inhuur"]])
    drawing.paragraph(sentence(40, 5))
    (table,) = tables(read_bytes(drawing.bytes()))
    assert table.rows == (("Post", "Uitleg"), ("Net", "buizen en pompen"), ("Advies", "inhuur"))


def test_a_table_without_rules_is_found_by_its_columns() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    wanted = (("Post", "2026", "2027"), ("Aanleg", "100", "250"), ("Onderhoud", "10", "20"), ("Advies", "5", "8"))
    for row in wanted:
        for column, cell in enumerate(row):
            drawing.canvas.drawString(70 + 130 * column, drawing.y, cell)
        drawing.y -= 16
    drawing.y -= 10
    drawing.paragraph(sentence(40, 5))
    document = read_bytes(drawing.bytes())
    assert [block.kind for block in body(document)] == ["paragraph", "table", "paragraph"]
    assert tables(document)[0].rows == wanted


def test_a_table_with_only_lines_between_its_rows_is_found() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    wanted = (("Rol", "Wie"), ("Opdrachtgever", "wethouder"), ("Projectleider", "A. Jansen"), ("Adviseur", "bureau"))
    for row in wanted:
        drawing.canvas.line(70, drawing.y - 4, 400, drawing.y - 4)
        for column, cell in enumerate(row):
            drawing.canvas.drawString(70 + 150 * column, drawing.y, cell)
        drawing.y -= 16
    (table,) = tables(read_bytes(drawing.bytes()))
    assert table.rows == wanted


def test_a_box_round_a_paragraph_is_no_table() -> None:
    drawing = Drawing()
    drawing.canvas.rect(60, 680, 470, 100)
    drawing.paragraph(sentence(60))
    document = read_bytes(drawing.bytes())
    assert tables(document) == []
    assert len(texts(document, "paragraph")) == 1


def test_a_frame_round_text_and_a_table_holds_only_the_table_as_table() -> None:
    drawing = Drawing()
    drawing.canvas.rect(70, 742, 360, 58)
    for place, line in enumerate(wrapped(sentence(40), 340)):
        drawing.canvas.drawString(75, 785 - 13 * place, line)
    drawing.y = 729
    drawing.grid([["Post", "Bedrag", "Jaar"], ["Net", "100", "2027"], ["Pompen", "40", "2028"]])
    document = read_bytes(drawing.bytes())
    assert texts(document, "paragraph") == [sentence(40)]
    assert tables(document)[0].rows[0] == ("Post", "Bedrag", "Jaar")


def test_rows_that_were_never_filled_in_are_still_a_table() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(40))
    drawing.grid([["Post", "2027", "2028"], ["Onderzoek", "", ""], ["Inhuur", "", ""]])
    (table,) = tables(read_bytes(drawing.bytes()))
    assert table.rows == (("Post", "2027", "2028"), ("Onderzoek", "", ""), ("Inhuur", "", ""))


def test_a_table_of_the_structure_tree_needs_no_rules() -> None:
    content = tagged_table((("Rol", "Wie"), ("Opdrachtgever", "de wethouder")))
    (table,) = tables(read_bytes(content))
    assert table.rows == (("Rol", "Wie"), ("Opdrachtgever", "de wethouder"))


def tagged_table(rows: tuple[tuple[str, ...], ...]) -> bytes:
    return tagged_pdf([("P", ["Wie wat doet."])], table=rows)


def test_points_below_the_text_under_a_table_are_no_part_of_its_last_cell() -> None:
    cells = [_line("Stap", 70, 600, 1, 2), _line("Wie", 200, 600, 1, 3)]
    cells += [_line("Besluit", 70, 580, 4, 5), _line("- de raad", 200, 580, 4, 6), _line("- later", 80, 540, 4, 6)]
    text = _line("Het plan zegt ook:", 70, 560, -1, -1)
    (table,), left = take_tagged([[piece] for piece in (*cells[:4], text, cells[4])], None, -1)
    assert table.rows == (("Stap", "Wie"), ("Besluit", "- de raad"))
    assert [line[0].text for line in left] == ["Het plan zegt ook:", "- later"]


def _line(text: str, left: float, base: float, row: int, cell: int) -> PdfLine:
    tag = Tag(kind="paragraph", table=0 if row >= 0 else -1, row=row, cell=cell)
    return PdfLine(
        text=text, page=1, start=0, end=len(text), left=left, bottom=base - 2, right=left + 6 * len(text), top=base + 8,
        base=base, size=10, bold=False, hyphenated=False, tag=tag,
    )  # fmt: skip


def test_the_frame_of_a_printed_web_page_does_not_make_its_tables_one() -> None:
    drawing = Drawing()
    drawing.canvas.rect(70, -4000, 240, 9000, fill=0, stroke=1)  # runs on over all pages of the print
    drawing.grid([["Risico", "Maatregel"], ["vol net", "eerder melden"]])
    drawing.line("Tabel 1: Risico's", size=8)
    drawing.heading("2. Kosten")
    drawing.grid([["Post", "Bedrag"], ["net", "100"]])
    document = read_bytes(drawing.bytes())
    assert [block.kind for block in body(document)] == ["table", "caption", "heading", "table"]
    assert [table.rows[0] for table in tables(document)] == [("Risico", "Maatregel"), ("Post", "Bedrag")]


def test_tight_lines_of_a_cell_keep_their_order() -> None:
    points = ["Iedereen vult dit formulier in en stuurt het door", "Ook leiders doen dat.", "Met een cijfer.", "Klaar."]
    drawing = Drawing()
    drawing.grid([["Wie", "Wat"]], width=240)
    for left in (70, 310):
        drawing.canvas.rect(left, drawing.y - 30, 240, 53)
    drawing.line("Allen", x=74, below=0)
    # At this distance pdfium takes several lines for one.
    drawing.as_browsers_print(((point, 5.5 * place) for place, point in enumerate(points)), x=314)
    (table,) = tables(read_bytes(drawing.bytes()))
    assert table.rows[1] == ("Allen", " ".join(points))


RISKS = (
    ("Risico", "Gevolg", "Maatregel", "Wie"),
    ("Het stroomnet is vol als de pompen komen", "Groot: een jaar later", "Wij vragen in 2027 aan", "beheerder"),
    ("Bewoners doen niet mee met het plan", "De prijs stijgt", "Een coach komt langs in elke straat", "corporatie"),
    ("De bron geeft te weinig warmte", "Klein", "Een tweede bron is in beeld bij het waterschap", "bedrijf"),
    ("Subsidie komt later", "Groot", "De gemeente schiet voor uit de reserve", "raad"),
)


@pytest.mark.parametrize("padding", [0, 4])
@pytest.mark.parametrize("columns", [(0, 2), (0, 1, 2, 3)])
def test_a_table_without_any_rule_keeps_cells_of_several_lines_whole(padding: int, columns: tuple[int, ...]) -> None:
    rows = tuple(tuple(row[column] for column in columns) for row in RISKS)
    (table,) = tables(read_bytes(_set(rows, padding)))
    assert table.rows == rows


def _set(rows: tuple[tuple[str, ...], ...], padding: int) -> bytes:
    """A table of paragraphs without rules, between running text."""
    style = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(cell, style) for cell in row] for row in rows]
    look = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), padding)]
    look += [("BOTTOMPADDING", (0, 0), (-1, -1), padding)]
    buffer = io.BytesIO()
    text = Paragraph(sentence(80), style)
    SimpleDocTemplate(buffer).build([text, Table(cells, colWidths=[105] * len(rows[0]), style=look), text])
    return buffer.getvalue()


def test_text_in_two_columns_of_which_the_lines_stand_beside_each_other_is_no_table() -> None:
    drawing = Drawing()
    top = drawing.y
    for x, lengths in ((70, (30, 45, 25, 40, 35)), (320, (40, 25, 45, 30, 35))):
        drawing.y = top
        for start, length in enumerate(lengths):
            drawing.paragraph(sentence(length, start + x), x=x, width=210)
    assert tables(read_bytes(drawing.bytes())) == []


def test_a_numbered_list_is_no_table() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(60))
    for number in range(1, 6):
        first, *rest = wrapped(sentence(25, number), 400)
        drawing.line(f"{number}.", below=0)
        drawing.lines([first, *rest], x=100)
    document = read_bytes(drawing.bytes())
    assert tables(document) == []
    assert len(texts(document, "list_item")) == 5
