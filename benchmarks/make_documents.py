"""Long documents for the benchmarks, made from the example plans: so many pages of text as Word and as PDF."""

from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from plancheck.model.document import Block
from plancheck.readers import read

ROOT = Path(__file__).resolve().parents[1]
_WORDS_PER_PAGE = 400


def example_blocks() -> list[Block]:
    """Headings, paragraphs and list items of the complete example projectplan."""
    document = read(ROOT / "corpora" / "voorbeelden" / "projectplan-compleet.docx")
    return [
        block
        for block in document.blocks
        if block.role == "body" and block.kind in ("heading", "paragraph", "list_item")
    ]


def pages_of(blocks: list[Block], count: int) -> list[list[Block]]:
    """The blocks repeated until there are `count` pages of some 400 words."""
    pages: list[list[Block]] = [[]]
    words = 0
    while True:
        for block in blocks:
            pages[-1].append(block)
            words += len(block.text.split())
            if words >= _WORDS_PER_PAGE:
                if len(pages) == count:
                    return pages
                pages.append([])
                words = 0


def write_word(pages: list[list[Block]], path: Path) -> None:
    """The pages as a Word file with heading and list styles."""
    word = docx.Document()
    for page in pages:
        for block in page:
            if block.kind == "heading":
                word.add_heading(block.text, min(block.level or 1, 4))
            else:
                word.add_paragraph(block.text, style="List Bullet" if block.kind == "list_item" else None)
    word.save(str(path))


def write_pdf(pages: list[list[Block]], path: Path) -> None:
    """The pages as an untagged PDF with headings that only their type shows."""
    styles = getSampleStyleSheet()
    story = []
    for page in pages:
        for block in page:
            style = styles["Heading2"] if block.kind == "heading" else styles["BodyText"]
            story.append(Paragraph(block.text.replace("&", "&amp;").replace("<", "&lt;"), style))
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
