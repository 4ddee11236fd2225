"""PDF: lines become paragraphs, tables stand once, margins are out of the body."""

import io
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from plancheck.model.document import Document
from plancheck.readers import read

EXAMPLES = Path(__file__).resolve().parents[2] / "corpora" / "voorbeelden"
STYLES = getSampleStyleSheet()


def made(tmp_path: Path, *story: object, footer: str = "") -> Document:
    buffer = io.BytesIO()

    def margins(canvas: object, template: object) -> None:
        canvas.drawString(72, 30, f"{footer} {template.page}")  # type: ignore[attr-defined]

    SimpleDocTemplate(buffer, pagesize=A4).build(list(story), onFirstPage=margins, onLaterPages=margins)
    (tmp_path / "plan.pdf").write_bytes(buffer.getvalue())
    return read(tmp_path / "plan.pdf")


def test_paragraphs_headings_and_tables_are_told_apart(tmp_path: Path) -> None:
    long = "Deze alinea is zo lang dat zij over een aantal regels loopt, en toch is zij er maar een. " * 4
    table = Table([["Risico", "Kans"], ["vol net", "groot"]], style=[("GRID", (0, 0), (-1, -1), 1, "black")])
    document = made(tmp_path, Paragraph("2 Risico's", STYLES["Heading1"]), Paragraph(long, STYLES["BodyText"]), table)
    body = [block for block in document.blocks if block.role == "body"]
    assert [block.kind for block in body] == ["heading", "paragraph", "table"]
    assert body[1].text == long.strip()
    assert body[2].rows == (("Risico", "Kans"), ("vol net", "groot"))
    assert body[0].level == 1
    assert body[0].page == 1


def test_running_footers_and_page_numbers_are_out_of_the_body(tmp_path: Path) -> None:
    story = [Paragraph(f"Zin nummer {number} van dit lange document.", STYLES["BodyText"]) for number in range(150)]
    document = made(tmp_path, *story, footer="Gemeente Voorbeeld")
    assert document.source.pages is not None
    assert document.source.pages >= 3
    assert not any("Gemeente Voorbeeld" in block.text for block in document.blocks if block.role == "body")
    assert sum(block.role == "footer" for block in document.blocks) == 1


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_an_example_says_the_same_as_pdf_and_as_word(path: Path) -> None:
    pdf, word = read(path), read(path.with_suffix(".docx"))

    def words(document: Document) -> list[str]:
        return " ".join(block.text for block in document.blocks if block.role == "body").split()

    assert abs(len(words(pdf)) - len(words(word))) <= 0.05 * len(words(word))
    headings = {block.text for block in word.blocks if block.kind == "heading" and block.role == "body"}
    found = {block.text for block in pdf.blocks if block.kind == "heading"}
    assert len(headings & found) >= 0.85 * len(headings)
