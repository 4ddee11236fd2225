"""Word: what is a heading and what only looks like one, in documents as people make them."""

import io
from pathlib import Path

import docx
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from PIL import Image

from plancheck.model.document import Document
from tests.readers.test_docx import insert, saved, texts

_BODY = "De gemeente legt met de bewoners van de wijk een warmtenet aan in de komende vijf jaren."


def titles(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind == "heading"]


def picture() -> io.BytesIO:
    content = io.BytesIO()
    Image.new("RGB", (20, 10)).save(content, "PNG")
    content.seek(0)
    return content


def test_no_chapter_stands_under_the_title_of_a_contents_list(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Plan van aanpak", 0)
    word.add_heading("Inhoudsopgave", 1)
    for line in ("1 Inleiding 3", "2 Risico's 5"):
        word.add_paragraph(line)
    for title in ("1 Inleiding", "2 Risico's"):
        word.add_heading(title, 2)
        word.add_paragraph(_BODY)
    document = saved(word, tmp_path)
    assert texts(document, "contents") == ["Inhoudsopgave", "1 Inleiding 3", "2 Risico's 5"]
    assert {block.heading_path[0] for block in document.blocks if block.text == _BODY} == {"Plan van aanpak"}


def test_a_chapter_about_what_is_in_the_plan_may_be_called_inhoud(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Inhoud", 1)
    word.add_paragraph(_BODY)
    assert titles(saved(word, tmp_path)) == ["Inhoud"]


def test_chapters_typed_on_inside_the_control_of_a_contents_list_are_text(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Inhoudsopgave", 1)
    word.add_paragraph("Inleiding 3")
    word.add_heading("Inleiding", 1)
    word.add_paragraph(_BODY)
    inside = list(word.element.body)[:-1]
    insert(
        word,
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        "</w:sdtPr><w:sdtContent/></w:sdt>",
    )
    content = next(word.element.body.iter(qn("w:sdtContent")))
    content.extend(inside)
    document = saved(word, tmp_path)
    assert texts(document, "contents") == ["Inhoudsopgave", "Inleiding 3"]
    assert texts(document) == ["Inleiding", _BODY]


def test_lines_in_italics_with_text_under_them_are_headings_and_captions_are_none(tmp_path: Path) -> None:
    word = docx.Document()
    for title in ("Aanleiding", "Kosten en dekking"):
        word.add_paragraph().add_run(title).italic = True
        word.add_paragraph(_BODY)
    for remark in ("Dit is een voorbeeld, vul het aan.", "Zie ook:"):
        word.add_paragraph().add_run(remark).italic = True
        word.add_paragraph(_BODY)
    word.add_paragraph().add_run().add_picture(picture())
    word.add_paragraph()
    word.add_paragraph().add_run("Het plangebied").italic = True
    word.add_paragraph(_BODY)
    document = saved(word, tmp_path)
    assert titles(document) == ["Aanleiding", "Kosten en dekking"]


def test_names_an_address_and_a_date_under_a_title_are_no_headings(tmp_path: Path) -> None:
    word = docx.Document()
    title = word.add_paragraph().add_run("Plan van aanpak")
    title.bold, title.font.size = True, Pt(20)
    cover = (
        "Jan de Vries",
        "Gemeente Duinzoom",
        "Opdrachtgever: wethouder Jansen",
        "Kerkstraat 12",
        "1234 AB Duinzoom",
    )
    for line in (*cover, "Duinzoom, 12 mei 2026", "Concept"):
        word.add_paragraph().add_run(line).bold = True
    for chapter in ("Inleiding", "Aanpak"):
        word.add_paragraph().add_run(chapter).bold = True
        word.add_paragraph(_BODY)
    assert titles(saved(word, tmp_path)) == ["Plan van aanpak", "Inleiding", "Aanpak"]


def test_a_signature_and_labels_among_real_headings_are_no_headings(tmp_path: Path) -> None:
    word = docx.Document()
    for chapter in ("Inleiding", "Aanpak", "Kosten"):
        word.add_heading(chapter, 1)
        word.add_paragraph(_BODY)
    for line in ("Post\tBedrag", "Duinzoom, mei 2026", "Namens de gemeente", "Jan de Vries", "burgemeester"):
        word.add_paragraph().add_run(line).bold = True
    word.add_paragraph("Handtekening:")
    word.add_heading("Bijlage", 1)
    word.add_paragraph(_BODY)
    assert titles(saved(word, tmp_path)) == ["Inleiding", "Aanpak", "Kosten", "Bijlage"]


def test_two_sections_with_a_picture_each_are_no_stack_of_names(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph(_BODY)
    for section in ("Kaart van het gebied", "Schema", "Wegen"):
        word.add_paragraph().add_run(section).bold = True
        word.add_paragraph().add_run().add_picture(picture())
        word.add_paragraph()
    word.add_paragraph(_BODY)
    assert titles(saved(word, tmp_path)) == ["Kaart van het gebied", "Schema", "Wegen"]


def test_empty_sections_that_the_contents_list_names_are_headings(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Inhoud")
    for line in ("Kosten 3", "Planning 4", "Risico's 5"):
        word.add_paragraph(line)
    word.add_paragraph(_BODY)
    for section in ("Kosten", "Planning", "Risico's"):
        word.add_paragraph().add_run(section).bold = True
    assert titles(saved(word, tmp_path)) == ["Kosten", "Planning", "Risico's"]


def test_a_contents_title_may_be_written_as_two_words_or_name_the_document(tmp_path: Path) -> None:
    for title in ("Inhouds opgave", "Inhoudsopgave plan van aanpak", "Inhoudstafel"):
        word = docx.Document()
        word.add_heading(title, 1)
        word.add_paragraph("Aanleiding 3")
        word.add_heading("Aanleiding", 2)
        word.add_paragraph(_BODY)
        assert titles(saved(word, tmp_path)) == ["Aanleiding"]
