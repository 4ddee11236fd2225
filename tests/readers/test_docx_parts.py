"""Word: what stands in other parts of the file, and other kinds of Word files."""

import io
import re
import zipfile
from collections.abc import Mapping

import pytest

from plancheck.model.document import Document, Source
from plancheck.readers.docx import read_docx
from plancheck.readers.limits import DEFAULT_LIMITS

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_NAMES = f"xmlns:w='{_W}' xmlns:r='{_R}' xmlns:a='{_A}' xmlns:c='{_C}' xmlns:wp='{_WP}'"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def word_bytes(body: str, parts: Mapping[str, str] | None = None, *, kind: str = _MAIN) -> bytes:
    """A Word file. parts: root element with its content by kind of relation ("numbering", "chart")."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(
            "[Content_Types].xml", f"<Types><Override PartName='/word/document.xml' ContentType='{kind}'/></Types>"
        )
        package.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        relations = ""
        for name, content in (parts or {}).items():
            relations += f"<Relationship Id='{name}' Type='{_R}/{name}' Target='{name}.xml'/>"
            package.writestr(f"word/{name}.xml", re.sub(r"^<([\w:]+)", rf"<\1 {_NAMES}", content))
        rels = f"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{relations}</Relationships>"
        package.writestr("word/_rels/document.xml.rels", rels)
    return buffer.getvalue()


def read_word(body: str, parts: Mapping[str, str] | None = None) -> Document:
    return read_docx(word_bytes(body, parts), Source(path="plan.docx", sha256="", format="docx"), DEFAULT_LIMITS)


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, level: int, number: int = 1, more: str = "") -> str:
    return paragraph(text, f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>{more}")


def shape(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks if block.role == "body"]


def level(place: int, form: str, text: str, more: str = "") -> str:
    start = "<w:start w:val='1'/>"
    return f"<w:lvl w:ilvl='{place}'>{start}<w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/>{more}</w:lvl>"


NUMBERING = {
    "numbering": "<w:numbering><w:abstractNum w:abstractNumId='0'>"
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "%1%2)")
    + level(2, "upperRoman", "%3")
    + level(3, "bullet", "•")
    + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'>"
    "<w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>"
    "</w:numbering>"
}


def test_automatic_numbers_are_computed_level_by_level() -> None:
    body = numbered("een", 0) + numbered("a", 1) + numbered("b", 1) + numbered("diep", 2) + numbered("punt", 3)
    body += numbered("twee", 0) + numbered("weer", 1) + paragraph("Los.") + numbered("drie", 0) + numbered("vijf", 0, 2)
    document = read_word(body, NUMBERING)
    assert [block.text for block in document.blocks] == [
        "1. een",
        "1a) a",
        "1b) b",
        "I diep",
        "punt",
        "2. twee",
        "2a) weer",
        "Los.",
        "3. drie",
        "5. vijf",
    ]
    assert [block.depth for block in document.blocks[:5]] == [0, 1, 1, 2, 3]


def test_an_empty_numbered_paragraph_counts_unless_it_was_deleted() -> None:
    deleted = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"
    document = read_word(numbered("een", 0) + numbered("", 0) + numbered("drie", 0), NUMBERING)
    assert [block.text for block in document.blocks] == ["1. een", "3. drie"]
    document = read_word(numbered("een", 0) + numbered("", 0, 1, deleted) + numbered("twee", 0), NUMBERING)
    assert [block.text for block in document.blocks] == ["1. een", "2. twee"]


def test_a_list_that_says_no_start_begins_at_zero() -> None:
    lists = {"numbering": NUMBERING["numbering"].replace("<w:start w:val='1'/>", "")}
    document = read_word(numbered("nul", 0) + numbered("een", 0), lists)
    assert [block.text for block in document.blocks] == ["0. nul", "1. een"]


def test_automatic_numbers_stand_before_headings() -> None:
    outline = "<w:outlineLvl w:val='{}'/>"
    body = numbered("Doel", 0, 1, outline.format(0)) + paragraph("Tekst.") + numbered("Kosten", 1, 1, outline.format(1))
    document = read_word(body, NUMBERING)
    assert [(block.text, block.level) for block in document.blocks if block.kind == "heading"] == [
        ("1. Doel", 1),
        ("1a) Kosten", 2),
    ]


def test_the_title_of_a_chart_is_read_as_a_caption() -> None:
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>{}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    axis = f"<c:valAx>{title.format('euro per jaar')}</c:valAx>"
    chart = f"<c:chart>{title.format('Kosten per woning')}<c:plotArea>{axis}</c:plotArea></c:chart>"
    chart = f"<c:chartSpace>{chart}</c:chartSpace>"
    document = read_word(
        paragraph("Tekst.") + "<w:p><w:r><w:drawing><c:chart r:id='chart'/></w:drawing></w:r></w:p>", {"chart": chart}
    )
    assert shape(document) == [("paragraph", "Tekst."), ("caption", "Grafiek: Kosten per woning; euro per jaar")]


def picture(width: int, height: int, description: str) -> str:
    extent = f"<wp:extent cx='{width * 360_000}' cy='{height * 360_000}'/><wp:docPr descr='{description}'/>"
    return f"<w:p><w:r><w:drawing><wp:inline>{extent}<a:blip r:embed='x'/></wp:inline></w:drawing></w:r></w:p>"


def test_descriptions_of_pictures_are_captions_and_large_pictures_are_named() -> None:
    body = paragraph("Tekst.") + picture(16, 10, "Kaart van het warmtenet") + picture(3, 2, "Logo gemeente Zandhorst")
    document = read_word(body)
    assert shape(document) == [("paragraph", "Tekst."), ("caption", "Afbeelding: Kaart van het warmtenet")]
    (warning,) = document.warnings
    assert warning.code == "afbeeldingen-niet-gelezen"
    assert "1 grote afbeelding;" in warning.message


def test_notes_stand_behind_the_paragraph_that_refers_to_them() -> None:
    run = "<w:r><w:{}Reference w:id='2'/></w:r>"
    body = f"<w:p><w:r><w:t>Dit</w:t></w:r>{run.format('footnote')}{run.format('endnote')}</w:p>{paragraph('Dat.')}"
    note = "<w:{0}s><w:{0} w:type='separator' w:id='0'>" + paragraph("streep") + "</w:{0}>"
    note += "<w:{0} w:id='2'>" + paragraph("{1}") + "</w:{0}></w:{0}s>"
    parts = {"footnotes": note.format("footnote", "Voet"), "endnotes": note.format("endnote", "Eind")}
    assert shape(read_word(body, parts)) == [
        ("paragraph", "Dit"),
        ("note", "Voet"),
        ("note", "Eind"),
        ("paragraph", "Dat."),
    ]


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


def test_rows_and_cells_in_content_controls_are_read_and_hidden_rows_reported() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    table = (
        f"<w:tbl><w:tr>{cell('a')}{control.format(cell('b'))}</w:tr>"
        + control.format(f"<w:tr>{cell('c')}{cell('d')}</w:tr>")
        + f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('niet')}{cell('tonen')}</w:tr></w:tbl>"
    )
    document = read_word(table)
    assert document.blocks[0].rows == (("a", "b"), ("c", "d"))
    assert [warning.code for warning in document.warnings] == ["verborgen-tekst"]


def field(code: str, result: str) -> str:
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in kinds)
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{result}{end}"


def test_a_contents_list_by_field_or_by_content_control_is_no_evidence() -> None:
    line = "<w:r><w:t>Risico 4</w:t></w:r>"
    by_field = f"<w:p>{field('TOC', line)}</w:p>"
    gallery = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    by_control = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('Kosten 5')}</w:sdtContent></w:sdt>"
    document = read_word(by_field + by_control + paragraph("Tekst."))
    assert [(block.text, block.role) for block in document.blocks] == [
        ("Risico 4", "contents"),
        ("Kosten 5", "contents"),
        ("Tekst.", "body"),
    ]


def test_a_file_put_in_as_an_object_is_reported() -> None:
    document = read_word(paragraph("Tekst."), {"package": "<x/>"})
    assert [warning.code for warning in document.warnings] == ["ingevoegd-bestand"]


def test_moved_text_stands_where_it_went() -> None:
    run = "<w:r><w:t>verplaatst</w:t></w:r>"
    body = f"<w:p><w:moveFrom w:id='1'>{run}</w:moveFrom></w:p>{paragraph('Midden.')}"
    body += f"<w:p><w:moveTo w:id='2'>{run}</w:moveTo></w:p>"
    document = read_word(body)
    assert [block.text for block in document.blocks] == ["Midden.", "verplaatst"]
    assert [warning.code for warning in document.warnings] == ["open-wijzigingen"]


def test_properties_are_read() -> None:
    buffer = io.BytesIO(word_bytes(paragraph("Tekst.")))
    names = "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/' xmlns:cp='cp'"
    core = "<dc:title>Plan</dc:title><dc:subject>warmte</dc:subject><dc:creator>Ans</dc:creator>"
    core += "<t:created>2028-03-16T10:00:00Z</t:created><t:modified>2028-04-01T10:00:00Z</t:modified>"
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("docProps/core.xml", f"<cp:coreProperties {names}>{core}</cp:coreProperties>")
    source = Source(path="plan.docx", sha256="", format="docx")
    properties = read_docx(buffer.getvalue(), source, DEFAULT_LIMITS).properties
    assert (properties.title, properties.subject, properties.author) == ("Plan", "warmte", "Ans")
    assert (properties.created, properties.modified) == ("2028-03-16", "2028-04-01")


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_files_with_macros_and_templates_are_read(kind: str) -> None:
    from plancheck.readers.formats import parse

    document = parse(word_bytes(paragraph("Tekst."), kind=kind), "plan.docm", DEFAULT_LIMITS)
    assert [block.text for block in document.blocks] == ["Tekst."]


def test_strict_files_say_the_same() -> None:
    strict = {
        _W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        _R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
        _A: "http://purl.oclc.org/ooxml/drawingml/main",
        _C: "http://purl.oclc.org/ooxml/drawingml/chart",
    }
    usual = word_bytes(numbered("een", 0) + numbered("twee", 0), NUMBERING)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(usual)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for usual_name, strict_name in strict.items():
                text = text.replace(usual_name, strict_name)
            new.writestr(name, text)
    source = Source(path="plan.docx", sha256="", format="docx")
    assert read_docx(buffer.getvalue(), source, DEFAULT_LIMITS) == read_docx(usual, source, DEFAULT_LIMITS)
