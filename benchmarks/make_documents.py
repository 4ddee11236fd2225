"""Long documents for the benchmarks, made from the example plans: so many pages of text as Word and as PDF."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from plancheck.model.document import Block
from plancheck.readers import read

ROOT = Path(__file__).resolve().parents[1]
_KIND = "uitvoeringsplan"
_EXAMPLE = ROOT / "corpora" / "voorbeelden" / f"{_KIND}-compleet.docx"
_WORDS_PER_PAGE = 400
_NUMBER = re.compile(r"(?:hoofdstuk\s+)?[\d.]+[.:)]?\s+", re.IGNORECASE)


def example_blocks() -> list[Block]:
    """One plan: the complete example, with as further chapters what other writers wrote in plans of that sort.

    Their titles and the numbers of their chapters are left out, so that it is no volume of many documents.
    """
    title, *_ = _text_of(_EXAMPLE)
    return [title, *(block for path in (_EXAMPLE, *_others()) for block in _chapters(path))]


def _others() -> list[Path]:
    """The plans that are, in one stage or another, what the example is."""
    golds = sorted((ROOT / "corpora" / "plannen").glob("*.gold.json"))
    kinds = {path: json.loads(path.read_text(encoding="utf-8"))["milestone"] or "" for path in golds}
    return [path.with_name(path.name.replace(".gold.json", ".docx")) for path in golds if kinds[path].endswith(_KIND)]


def _chapters(path: Path) -> Iterator[Block]:
    """The text of a plan from its first chapter on, below the title of another."""
    blocks = _text_of(path)
    headings = [n for n, block in enumerate(blocks) if block.kind == "heading"]
    for block in blocks[headings[1] if len(headings) > 1 else 0 :]:
        if block.kind != "heading":
            yield block
        elif name := _NUMBER.sub("", block.text):
            yield replace(block, text=name, level=max(2, block.level or 1))


def _text_of(path: Path) -> list[Block]:
    """Headings, paragraphs and list items of a plan."""
    kinds = ("heading", "paragraph", "list_item")
    return [block for block in read(path).blocks if block.role == "body" and block.kind in kinds]


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
