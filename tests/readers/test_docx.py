"""Word: nothing is dropped, and headings are what a reader sees as headings."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from plancheck.model.document import Block, Document
from plancheck.readers import read


def saved(word: object, tmp_path: Path) -> Document:
    path = tmp_path / "plan.docx"
    word.save(str(path))  # type: ignore[attr-defined]
    return read(path)


def texts(document: Document, role: str = "body") -> list[str]:
    return [block.text for block in document.blocks if block.role == role]


def insert(word: object, xml: str) -> None:
    body = word.element.body  # type: ignore[attr-defined]
    body.insert(len(body) - 1, parse_xml(xml))


W = nsdecls("w")


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (f"<w:p {W}><w:ins w:id='1' w:author='a'><w:r><w:t>ingevoegd</w:t></w:r></w:ins></w:p>", "ingevoegd"),
        (f"<w:ins {W} w:id='1' w:author='a'><w:p><w:r><w:t>hele alinea</w:t></w:r></w:p></w:ins>", "hele alinea"),
        (f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>invulveld</w:t></w:r></w:p></w:sdtContent></w:sdt>", "invulveld"),
        (
            f"<w:p {W}><w:sdt><w:sdtContent><w:r><w:t>in de regel</w:t></w:r></w:sdtContent></w:sdt></w:p>",
            "in de regel",
        ),
        (f"<w:p {W}><w:hyperlink><w:r><w:t>koppeling</w:t></w:r></w:hyperlink></w:p>", "koppeling"),
        (
            f"<w:p {W}><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r>"
            "<w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>uitkomst</w:t></w:r><w:r>"
            "<w:fldChar w:fldCharType='end'/></w:r></w:p>",
            "uitkomst",
        ),
        (
            f"<w:p {W}><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>tekstvak</w:t></w:r></w:p></w:txbxContent></w:pict>"
            "</w:r></w:p>",
            "tekstvak",
        ),
    ],
)
def test_text_that_others_drop_is_read_once(tmp_path: Path, xml: str, expected: str) -> None:
    word = docx.Document()
    word.add_paragraph("Begin.")
    insert(word, xml)
    assert texts(saved(word, tmp_path)).count(expected) == 1


def test_a_text_box_stored_twice_is_read_once(tmp_path: Path) -> None:
    word = docx.Document()
    mc = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    box = "<w:txbxContent><w:p><w:r><w:t>tijdlijn</w:t></w:r></w:p></w:txbxContent>"
    insert(
        word,
        f"<w:p {W} {mc}><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    assert texts(saved(word, tmp_path)) == ["tijdlijn"]


def test_deleted_and_hidden_text_is_left_out_and_reported(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Blijft staan.")
    insert(word, f"<w:p {W}><w:del w:id='1' w:author='a'><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>")
    insert(word, f"<w:p {W}><w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen uitleg</w:t></w:r></w:p>")
    document = saved(word, tmp_path)
    assert texts(document) == ["Blijft staan."]
    assert {warning.code for warning in document.warnings} == {"open-wijzigingen", "verborgen-tekst"}


def test_heading_levels_come_from_styles(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Het plan", 0)
    word.add_heading("Risico's", 1)
    word.add_heading("Maatregelen", 2)
    word.add_paragraph("Tekst.")
    document = saved(word, tmp_path)
    assert [(block.text, block.level) for block in document.blocks if block.kind == "heading"] == [
        ("Het plan", 1),
        ("Risico's", 1),
        ("Maatregelen", 2),
    ]
    assert document.heading_source == "stijl"


def test_bold_short_lines_are_headings_where_no_style_says_so(tmp_path: Path) -> None:
    word = docx.Document()
    for title in ("1 Inleiding", "2 Risico's", "2.1 Maatregelen"):
        word.add_paragraph().add_run(title).bold = True
        word.add_paragraph("Hier staat een gewone zin met een punt aan het eind.")
    lead = word.add_paragraph()
    lead.add_run("Let op: ").bold = True
    lead.add_run("dit is geen kop maar een gewone alinea.")
    document = saved(word, tmp_path)
    assert [(block.text, block.level) for block in document.blocks if block.kind == "heading"] == [
        ("1 Inleiding", 1),
        ("2 Risico's", 1),
        ("2.1 Maatregelen", 2),
    ]
    assert document.heading_source == "opmaak"


def test_a_bold_caption_is_no_heading(tmp_path: Path) -> None:
    word = docx.Document()
    for title in ("Risico's", "Kosten"):
        word.add_paragraph().add_run(title).bold = True
        word.add_paragraph("De gemeente legt met de bewoners van de wijk een warmtenet aan in de komende jaren.")
    word.add_paragraph().add_run("Tabel 1. Kosten per woning").bold = True
    word.add_paragraph("De gemeente legt met de bewoners van de wijk een warmtenet aan in de komende jaren.")
    kinds = {block.text: block.kind for block in saved(word, tmp_path).blocks}
    assert (kinds["Kosten"], kinds["Tabel 1. Kosten per woning"]) == ("heading", "caption")


def test_merged_and_nested_cells_stand_once(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "breed"
    table.cell(0, 2).text = "kop"
    table.cell(1, 0).text = "a"
    inner = table.cell(1, 1).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "binnenin"
    table.cell(1, 2).text = "c"
    (block,) = [block for block in saved(word, tmp_path).blocks if block.kind == "table"]
    assert block.rows == (("breed", "", "kop"), ("a", "binnenin", "c"))


def test_lists_keep_their_points_and_typed_bullets_count(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Eerste punt", style="List Bullet")
    word.add_paragraph("Tweede punt", style="List Number")
    word.add_paragraph("- getypt punt")
    kinds = [(block.kind, block.text) for block in saved(word, tmp_path).blocks]
    assert [kind for kind, _ in kinds] == ["list_item"] * 3
    assert kinds[0][1] == "Eerste punt"
    assert kinds[2][1] == "getypt punt"


def test_headers_and_footers_stand_once_and_are_no_body(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Tekst.")
    word.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    word.sections[0].footer.paragraphs[0].text = "versie 2"
    document = saved(word, tmp_path)
    assert texts(document) == ["Tekst."]
    assert texts(document, "header") == ["Gemeente Voorbeeld"]
    assert texts(document, "footer") == ["versie 2"]


def test_comments_are_remarks_and_no_text(tmp_path: Path) -> None:
    word = docx.Document()
    run = word.add_paragraph("Een zin.").runs[0]
    word.add_comment(run, text="Klopt dit?", author="Griffie")
    document = saved(word, tmp_path)
    assert texts(document) == ["Een zin."]
    assert [(note.text, note.author) for note in document.notes] == [("Klopt dit?", "Griffie")]


def test_a_typed_contents_list_is_no_evidence(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Inhoud", 1)
    for line in ("1 Inleiding 3", "2 Risico's 5", "3 Planning 9", "4 Kosten 12"):
        word.add_paragraph(line)
    word.add_heading("1 Inleiding", 1)
    word.add_paragraph("Tekst.")
    assert texts(saved(word, tmp_path), "contents")[1:] == [
        "1 Inleiding 3",
        "2 Risico's 5",
        "3 Planning 9",
        "4 Kosten 12",
    ]


def test_a_line_break_splits_a_paragraph(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("eerste regel\ntweede regel")
    assert texts(saved(word, tmp_path)) == ["eerste regel", "tweede regel"]


def test_blocks_are_values() -> None:
    assert Block(kind="paragraph", text="a") == Block(kind="paragraph", text="a")
