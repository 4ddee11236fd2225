"""PDF as programs make it, in files/: planes of colour, frames round tables, titles over lines, points of lists."""

from pathlib import Path

import pytest
from reportlab.lib.colors import black, lightblue
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from plancheck.model.document import Document
from plancheck.readers import read
from tests.readers.pdf_files import body, sentence

FILES = Path(__file__).parent / "files"
COSTS = (("Post", "Bedrag", "Jaar"), ("Net", "100", "2026"), ("Pomp", "40", "2027"))
STEPS = (("Stap", "Wanneer"), ("Besluit", "mei 2026"), ("Aanleg", "2027"))
CLOSING = "Tot slot een korte zin."


def in_short(document: Document) -> list[object]:
    """Tables as their rows, other blocks as their text."""
    return [block.rows if block.kind == "table" else block.text for block in body(document)]


def test_a_plane_of_colour_as_wide_as_its_tables_does_not_make_them_one() -> None:
    document = read(FILES / "vlak.typst.pdf")
    assert in_short(document)[2:-1] == [
        "Kosten en planning",
        "Dit zijn de kosten.",
        COSTS,
        "De planning staat hieronder.",
        STEPS,
        CLOSING,
    ]


def test_coloured_lines_right_above_and_below_a_tagged_table_are_no_rows_of_it() -> None:
    document = read(FILES / "alineavlak.libreoffice.pdf")
    assert in_short(document)[1:-1] == ["Kosten en planning", COSTS, "De planning staat hieronder.", STEPS, CLOSING]


@pytest.mark.parametrize("style", [("BACKGROUND", (0, 0), (-1, -1), lightblue), ("BOX", (0, 0), (-1, -1), 1, black)])
def test_a_frame_as_wide_as_its_tables_does_not_make_them_one(style: tuple[object, ...], tmp_path: Path) -> None:
    styles = getSampleStyleSheet()
    width = A4[0] - 144

    def table(rows: tuple[tuple[str, ...], ...]) -> Table:
        return Table(rows, colWidths=width / len(rows[0]), style=[("GRID", (0, 0), (-1, -1), 0.5, black)])

    inside: list[Flowable] = [
        Paragraph("Kosten en planning", styles["Heading2"]),
        table(COSTS),
        Paragraph("De planning staat hieronder.", styles["BodyText"]),
        table(STEPS),
        Paragraph(CLOSING, styles["BodyText"]),
    ]
    frame = Table([[inside]], width, style=[style, ("LEFTPADDING", (0, 0), (-1, -1), 0)])
    story = [Paragraph("Projectplan", styles["Heading1"]), frame, Paragraph(sentence(40), styles["BodyText"])]
    SimpleDocTemplate(str(tmp_path / "plan.pdf"), pagesize=A4).build(story)
    found = in_short(read(tmp_path / "plan.pdf"))
    assert found[1:-1] == ["Kosten en planning", COSTS, "De planning staat hieronder.", STEPS, CLOSING]


def test_a_large_title_over_several_lines_is_one_heading_wherever_they_break() -> None:
    headings = [
        (block.level, block.text) for block in body(read(FILES / "titels.typst.pdf")) if block.kind == "heading"
    ]
    assert headings == [
        (1, "Samen naar een schone wijk Lindekwartier in 2030 en later"),
        (2, "Wat willen we bereiken met de nieuwe aanpak van de hele wijk en de buurt eromheen"),
        (2, "Wie doen er mee en wanneer dan?"),
        (2, "Kosten"),
    ]


def test_a_large_title_set_wide_is_one_heading(tmp_path: Path) -> None:
    styles = getSampleStyleSheet()
    wide = ParagraphStyle("wide", styles["Title"], fontSize=28, leading=56, alignment=0)
    title = "Uitvoeringsplan voor de wijk Lindekwartier in de gemeente Weelzijde"
    story = [
        Paragraph(title, wide),
        Paragraph("Kosten", styles["Heading1"]),
        Paragraph(sentence(60), styles["BodyText"]),
    ]
    SimpleDocTemplate(str(tmp_path / "plan.pdf"), pagesize=A4).build(story)
    assert in_short(read(tmp_path / "plan.pdf"))[:2] == [title, "Kosten"]


def test_bullets_from_a_font_of_symbols_are_bullets() -> None:
    items = [block.text for block in body(read(FILES / "opsomtekens.libreoffice.pdf")) if block.kind == "list_item"]
    assert items == ["bewoners betrekken bij het plan", "kosten laag houden", "planning maken"]


@pytest.mark.parametrize("bullet", ["{}.", "{}", "•"])
def test_a_point_of_a_list_with_a_bold_first_line_is_one_block_and_no_heading(bullet: str, tmp_path: Path) -> None:
    styles = getSampleStyleSheet()
    point = ParagraphStyle("point", styles["BodyText"], leftIndent=18, bulletFontName="Helvetica-Bold")
    points = [
        f"<b>De kosten blijven laag.</b><br/>{sentence(12)}",
        "<b>Bewoners worden betrokken bij het plan en hun vragen krijgen antwoord met hulp van de hele</b> Stichting "
        "Lindekwartier, zodat zij weten waar zij aan toe zijn en wat er gaat gebeuren",
    ]
    story = [Paragraph("Projectplan", styles["Heading1"]), Paragraph(sentence(60), styles["BodyText"])]
    story += [Paragraph(text, point, bulletText=bullet.format(place)) for place, text in enumerate(points, 1)]
    SimpleDocTemplate(str(tmp_path / "plan.pdf"), pagesize=A4).build(story)
    found = body(read(tmp_path / "plan.pdf"))
    assert [block.text for block in found if block.kind == "heading"] == ["Projectplan"]
    assert [found[2].text[-30:], found[3].text[-30:]] == [sentence(12)[-30:], points[1][-30:]]


def test_points_of_a_list_of_which_the_bullets_are_drawn_are_points_with_their_depth() -> None:
    items = [
        (block.depth, block.text[:24])
        for block in body(read(FILES / "punten.chromium.pdf"))
        if block.kind == "list_item"
    ]
    assert items == [
        (0, "bewoners betrekken bij h"),
        (1, "met een avond in de wijk"),
        (1, "met een brief aan huis d"),
        (0, "Kosten laag houden Met e"),
        (0, "planning maken"),
        (0, "1. eerst dit"),
        (0, "2. dan dat"),
    ]


@pytest.mark.parametrize("name", ["laatste-rij", "zonder-lijnen"])
def test_a_tagged_table_keeps_its_close_columns_and_the_row_that_is_left_for_the_next_page(name: str) -> None:
    document = read(FILES / f"{name}.chromium.pdf")
    assert in_short(document)[2:] == [(*COSTS, ("Advies aan huis", "15", "2028")), "De raad besluit in het voorjaar."]


def test_a_tagged_table_of_which_every_other_row_is_shaded_is_one_and_empty_cells_keep_their_column() -> None:
    document = read(FILES / "banden.typst.pdf")
    (table,) = (block for block in body(document) if block.kind == "table")
    assert [(row[0], bool(row[1]), bool(row[2])) for row in table.rows] == [
        ("Stap", True, True),
        ("Ontvangst", True, False),
        ("Screening", False, True),
        ("Besluit", True, True),
        ("", True, False),
        ("Betaling", True, True),
    ]
