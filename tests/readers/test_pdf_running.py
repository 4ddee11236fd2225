"""PDF by ReportLab: running headers that name the chapter and the section of their page."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph

from plancheck.readers import read
from tests.readers.pdf_files import body, sentence

STYLES = getSampleStyleSheet()
CHAPTERS = (
    ("1 Inleiding", ("1.1 Aanleiding", "1.2 Leeswijzer")),
    ("2 Opgave", ("2.1 Gebied", "2.2 Bewoners", "2.3 Cijfers")),
    ("3 Aanpak", ("3.1 Keuzes", "3.2 Planning")),
)
HEADINGS = [title for chapter, sections in CHAPTERS for title in (chapter, *sections)]
HEADERS = {
    "both": ("{chapter} | {section}",),
    "behind the name of the plan": ("Warmteplan Lindekwartier {chapter} - {section}",),
    "in turn, with the page": ("{page} {chapter}", "{section} {page}"),
    "section": ("{section}",),
}
"""What stands at the top of a page, or of the first, the second and so on in turn."""


def write_plan(path: Path, headers: Sequence[str], size: float) -> None:
    """A plan that says at the top of its pages in which chapter and section they are."""
    titles = {"Heading1": "", "Heading2": ""}

    def note_title(flowable: Flowable) -> None:
        name = getattr(getattr(flowable, "style", None), "name", "")
        if name in titles:
            titles[name] = flowable.getPlainText()

    def draw_header(canvas: Canvas, plan: BaseDocTemplate) -> None:
        text = headers[(plan.page - 1) % len(headers)]
        canvas.setFont("Helvetica", size)
        named = {"chapter": titles["Heading1"], "section": titles["Heading2"], "page": plan.page}
        canvas.drawString(72, 800, text.format(**named))

    story: list[Flowable] = []
    for chapter, sections in CHAPTERS:
        story.append(Paragraph(chapter, STYLES["Heading1"]))
        for section in sections:
            story.append(Paragraph(section, STYLES["Heading2"]))
            story += [Paragraph(sentence(90, start), STYLES["BodyText"]) for start in range(11)]
        story.append(PageBreak())
    plan = BaseDocTemplate(str(path), pagesize=A4)
    plan.afterFlowable = note_title
    plan.addPageTemplates(PageTemplate("page", [Frame(72, 72, 451, 690)], onPageEnd=draw_header))
    plan.build(story)


@pytest.mark.parametrize("size", [8.5, 10])
@pytest.mark.parametrize("headers", HEADERS.values(), ids=HEADERS)
def test_headers_that_name_chapter_and_section_are_no_text(headers: Sequence[str], size: float, tmp_path: Path) -> None:
    write_plan(tmp_path / "plan.pdf", headers, size)
    document = read(tmp_path / "plan.pdf")
    found = body(document)
    assert [block.text for block in found if block.kind == "heading"] == HEADINGS
    assert {block.text for block in found if block.kind != "heading"} <= {sentence(90, start) for start in range(11)}
    assert [block for block in document.blocks if block.role == "header"]
