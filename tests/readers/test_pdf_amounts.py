"""PDF by ReportLab: budgets as they come from a spreadsheet, with rules under some rows only; each row stays a row."""

from pathlib import Path

import pytest
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from plancheck.model.document import Block
from plancheck.readers import read
from plancheck.readers.pdf.amounts import amount_grids
from plancheck.readers.pdf.words import Word
from tests.readers.pdf_files import Drawing, body, read_bytes, sentence

BODY = getSampleStyleSheet()["BodyText"]
SMALL = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)
WIDTH = A4[0] - 144
Rows = tuple[tuple[str, ...], ...]
YEARS: Rows = (
    ("Post", "2026", "2027", "Totaal"),
    ("Projectleiding", "120.000", "125.000", "245.000"),
    ("Onderzoek", "45.000", "", "45.000"),
    ("Totaal lasten", "165.000", "125.000", "290.000"),
    ("Bijdrage van het Rijk", "-150.000", "-130.000", "-280.000"),
    ("Saldo", "15.000", "-5.000", "10.000"),
)
GROUPS: Rows = (
    ("Omschrijving", "2026", "2027", "Totaal"),
    ("Lasten", "", "", ""),
    ("Personeel", "120", "125", "245"),
    ("Inhuur", "80", "95", "175"),
    ("Totaal lasten", "200", "220", "420"),
    ("", "", "", ""),
    ("Baten", "", "", ""),
    ("Rijksbijdrage", "190", "200", "390"),
    ("Totaal baten", "190", "200", "390"),
)
NAMES: Rows = (
    ("Activiteit", "2026", "Totaal"),
    ("Isolatie van woningen: subsidie en begeleiding van eigenaren in de wijk", "240.000", "550.000"),
    ("Projectleiding", "85.000", "170.000"),
    ("Totaal", "325.000", "720.000"),
    ("Dekking uit de reserve duurzaamheid van de gemeente", "-325.000", "-720.000"),
)
SHARES: Rows = (
    ("Kostenpost", "Bedrag", "Aandeel"),
    ("Personeel", "310.000", "63%"),
    ("Bewonersavonden", "60.000", "12%"),
    ("Middelen", "125.000", "25%"),
    ("Totaal", "495.000", "100%"),
)
ONE: Rows = (
    ("Post", "Bedrag"),
    ("Warmtescan", "€ 35.000"),
    ("Juridisch advies", "€ 18.000"),
    ("Totaal", "€ 53.000"),
)
RULES = ("no", "under totals", "above and under totals", "under head and totals", "under amounts of totals")


def _made(path: Path, rows: Rows, rules: str, widths: list[float]) -> list[Block]:
    style: list[tuple[object, ...]] = [("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("FONTSIZE", (0, 0), (-1, -1), 9)]
    first = 1 if rules == "under amounts of totals" else 0
    for place, row in enumerate(rows):
        if row[0].startswith(("Totaal", "Saldo")) and rules != "no":
            style.append(("LINEBELOW", (first, place), (-1, place), 0.5, black))
            if rules == "above and under totals":
                style.append(("LINEABOVE", (0, place), (-1, place), 0.5, black))
    if rules == "under head and totals":
        style.append(("LINEBELOW", (0, 0), (-1, 0), 0.5, black))
    cells = [[Paragraph(cell, SMALL) if len(cell) > 40 else cell for cell in row] for row in rows]
    story = [Paragraph(sentence(40), BODY), Table(cells, colWidths=widths, style=style), Paragraph(sentence(30), BODY)]
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    return body(read(path))


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("rows", [YEARS, GROUPS, NAMES, SHARES, ONE], ids=["years", "groups", "names", "shares", "one"])
def test_each_row_of_a_budget_is_a_row_whichever_rules_are_drawn(rows: Rows, rules: str, tmp_path: Path) -> None:
    widths = [WIDTH - 80.0 * (len(rows[0]) - 1), *[80.0] * (len(rows[0]) - 1)]
    found = _made(tmp_path / "plan.pdf", rows, rules, [180.0, *widths[1:]] if rows is NAMES else widths)
    assert [block.kind for block in found] == ["paragraph", "table", "paragraph"]
    assert found[1].rows == tuple(row for row in rows if any(row))


def test_a_euro_sign_in_a_column_of_its_own_stands_with_its_amount(tmp_path: Path) -> None:
    rows = (
        ("Post", "", "2026", "", "2027"),
        ("Warmteloket", "€", "75.000", "€", "70.000"),
        ("Leges", "€", "-12.500", "€", "-5.000"),
        ("Totaal", "€", "62.500", "€", "65.000"),
    )
    found = _made(tmp_path / "plan.pdf", rows, "above and under totals", [WIDTH - 190, 15, 80, 15, 80])
    assert found[1].rows == (
        ("Post", "2026", "2027"),
        ("Warmteloket", "€ 75.000", "€ 70.000"),
        ("Leges", "€ -12.500", "€ -5.000"),
        ("Totaal", "€ 62.500", "€ 65.000"),
    )


@pytest.mark.parametrize(
    "rows",
    [
        (("Anna", "1645999"), ("Piet", "1547235"), ("Kees", "1653733"), ("Noor", "1650151")),
        (("Aanleiding", "3"), ("Opgave", "12"), ("Kosten", "14"), ("Planning", "120")),
        (("Startnotitie", "2026"), ("Ontwerp", "2027"), ("Besluit", "2028"), ("Aanleg", "2030")),
    ],
    ids=["people", "pages", "years"],
)
def test_names_with_a_number_or_a_year_are_no_amounts(rows: Rows) -> None:
    assert not amount_grids(_words(rows))


def test_the_same_names_with_money_are_amounts() -> None:
    (grid,) = amount_grids(_words((("Startnotitie", "12.500"), ("Ontwerp", "8.000"), ("Besluit", "150"))))
    assert (len(grid.ys) - 1, len(grid.xs) - 1) == (3, 2)


def _words(rows: Rows) -> list[Word]:
    found = []
    for place, (name, figure) in enumerate(rows):
        base = 700.0 - 16 * place
        ends = ((name, 70.0, 70.0 + 5 * len(name)), (figure, 430.0 - 5 * len(figure), 430.0))
        found += [Word(text, left, base - 2, right, base + 7, base) for text, left, right in ends]
    return found


def test_a_numbered_heading_between_two_budgets_stays_a_heading() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(60))
    for title in ("1.1 Kosten", "1.2 Dekking"):
        drawing.y -= 6
        drawing.heading(title, 12)
        for name, first, second in (
            ("Advies", "1.200", "900"),
            ("Inhuur", "3.400", "250"),
            ("Totaal", "4.600", "1.150"),
        ):
            drawing.canvas.setFont("Helvetica", 10)
            drawing.canvas.drawString(70, drawing.y, name)
            drawing.canvas.drawRightString(330, drawing.y, first)
            drawing.canvas.drawRightString(430, drawing.y, second)
            drawing.y -= 14
    drawing.y -= 20
    drawing.paragraph(sentence(60, 5))
    found = body(read_bytes(drawing.bytes()))
    kinds = [block.kind for block in found]
    assert kinds == ["paragraph", "heading", "table", "heading", "table", "paragraph"]
