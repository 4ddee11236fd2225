"""PDF by ReportLab: tables with rules between their rows only, and rules between text that make no table."""

from pathlib import Path

import pytest
from reportlab.lib.colors import black, lightgrey
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, HRFlowable, Paragraph, SimpleDocTemplate, Table

from plancheck.model.document import Block
from plancheck.readers import read
from tests.readers.pdf_files import body, sentence

STYLES = getSampleStyleSheet()
WIDTH = A4[0] - 144
MEASURES = (
    ("Maatregel", "Wie", "Kosten"),
    (
        "Wij isoleren alle huurwoningen in de wijk en maken ze klaar voor een lage temperatuur",
        "Woningcorporatie samen met de gemeente en de bewoners van de straat",
        "12.500.000",
    ),
    (
        "Wij leggen nieuwe leidingen aan onder de straten waar de riolering toch open gaat",
        "Netbedrijf en gemeente",
        "4.300.000",
    ),
    ("Wij geven bewoners advies aan huis", "Energieloket", "150.000"),
)
REASONS = (
    ("Onderwerp", "Toelichting"),
    ("Doel", "Wij willen dat de wijk in 2030 zonder aardgas warm wordt, op een manier die iedereen kan betalen"),
    ("Geld", "Er is 4 miljoen euro van het Rijk en de gemeente legt daar 1 miljoen euro bij in de jaren 2026 tot 2030"),
)
BETWEEN = [("LINEBELOW", (0, 0), (-1, -2), 0.5, black)]
ALL = [("LINEABOVE", (0, 0), (-1, 0), 0.5, black), ("LINEBELOW", (0, 0), (-1, -1), 0.5, black)]
HEAD = [("BACKGROUND", (0, 0), (-1, 0), lightgrey), ("LINEBELOW", (0, 0), (-1, -1), 0.5, black)]
THREE = [
    ("LINEABOVE", (0, 0), (-1, 0), 1, black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, black),
    ("LINEBELOW", (0, -1), (-1, -1), 1, black),
]


def blocks_of(path: Path, story: list[Flowable]) -> list[Block]:
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    return body(read(path))


@pytest.mark.parametrize("rows", [MEASURES, REASONS], ids=["three columns", "two columns"])
@pytest.mark.parametrize("style", [BETWEEN, ALL, HEAD, THREE], ids=["between", "all", "head", "three"])
def test_rules_across_make_a_table_of_cells_of_several_lines(
    rows: tuple[tuple[str, ...], ...], style: list[tuple[object, ...]], tmp_path: Path
) -> None:
    cells = [[Paragraph(cell, STYLES["BodyText"]) for cell in row] for row in rows]
    shares = (0.25, 0.75) if len(rows[0]) == 2 else (0.45, 0.35, 0.2)
    table = Table(cells, colWidths=[share * WIDTH for share in shares], style=style)
    text = [Paragraph(sentence(40, start), STYLES["BodyText"]) for start in (0, 7)]
    found = blocks_of(tmp_path / "plan.pdf", [text[0], table, text[1]])
    assert [block.kind for block in found] == ["paragraph", "table", "paragraph"]
    assert found[1].rows == rows


def test_rules_between_parts_of_text_make_no_table(tmp_path: Path) -> None:
    story: list[Flowable] = [Paragraph("Nieuws", STYLES["Heading1"])]
    for title in ("Doel", "Geld", "Planning"):
        story += [HRFlowable("100%", color=black), Paragraph(title, STYLES["Heading2"])]
        story += [Paragraph(sentence(6), STYLES["BodyText"]), Paragraph("eerst dit", STYLES["Bullet"], bulletText="•")]
    found = blocks_of(tmp_path / "plan.pdf", [*story, HRFlowable("100%", color=black)])
    assert [block.kind for block in found[1:]] == ["heading", "paragraph", "list_item"] * 3
