"""The WordprocessingML that python-docx has no call for, each as one small function."""

from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

W = nsdecls("w")
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
BOX_NAMESPACES = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run_xml(text: str) -> str:
    """One plain run."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def change(text: str, look: str, number: int, date: str) -> str:
    """A tracked insertion or deletion that nobody has accepted yet."""
    tag = "ins" if look == "inserted" else "del"
    run = run_xml(text)
    if tag == "del":
        run = run.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:{tag} {W} w:id="{number}" w:author="Redactie" w:date="{date}">{run}</w:{tag}>'


def content_control(text: str) -> str:
    """A paragraph inside a content control (a form field, as templates have)."""
    inner = f"<w:p>{run_xml(text)}</w:p>"
    return f'<w:sdt {W}><w:sdtPr><w:alias w:val="Invulveld"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def text_box(text: str) -> str:
    """A text box with the older form beside it, as Word writes it: the text stands there twice."""
    inner = f"<w:txbxContent><w:p>{run_xml(text)}</w:p></w:txbxContent>"
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="5400000" cy="900000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>'
    )
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="5400000" cy="900000"/><wp:docPr id="1" name="Kader"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    older = f'<w:pict><v:shape style="width:425pt;height:70pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    return f"<w:p {BOX_NAMESPACES}><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"


def note_reference(number: int) -> str:
    """The raised number that calls a footnote."""
    look = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r {W}>{look}<w:footnoteReference w:id="{number}"/></w:r>'


def add_footnotes(document: WordDocument, notes: dict[str, str]) -> None:
    """The part that holds the footnotes, in the order of the source."""
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    body = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{run_xml(" " + text)}</w:p></w:footnote>'
        for n, text in enumerate(notes.values(), 1)
    )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {W}>{rules}{body}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def set_language(document: WordDocument, code: str) -> None:
    """The language of all text that names none."""
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), code)


def mark(kind: str) -> Any:
    """One end of a field."""
    return parse_xml(f'<w:r {W}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def open_field(paragraph: Paragraph, code: str) -> None:
    """The beginning of a field: what follows is its last result."""
    instruction = parse_xml(f'<w:r {W}><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>')
    for element in (mark("begin"), instruction, mark("separate")):
        paragraph._p.append(element)


def close_field(paragraph: Paragraph) -> None:
    """The end of a field."""
    paragraph._p.append(mark("end"))


def add_field(paragraph: Paragraph, code: str, result: str) -> None:
    """A whole field with its last result."""
    open_field(paragraph, code)
    paragraph.add_run(result)
    close_field(paragraph)


def number_headings(document: WordDocument) -> None:
    """Automatic numbers on the heading styles: a reader sees them, the text does not hold them."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{n + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{m + 1}" for m in range(n + 1))}"/><w:lvlJc w:val="left"/></w:lvl>'
        for n in range(3)
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level in range(3):
        set_number(document.styles[f"Heading {level + 1}"].element, level, 90)


def set_number(owner: Any, level: int, number: int) -> None:
    """Tie a style or paragraph to a list; the library puts the element where the schema wants it."""
    properties = owner.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = level, number


def drop_number(paragraph: Paragraph) -> None:
    """Take one heading out of the automatic numbers."""
    set_number(paragraph._p, 0, 0)


def slim(document: WordDocument) -> None:
    """Drop what python-docx's template carries along unused: 0.8 MB of table styles and a picture of the template."""
    for owner in (document.part, document.part.package):
        unused = [key for key, rel in owner.rels.items() if rel.reltype.endswith(("/stylesWithEffects", "/thumbnail"))]
        for key in unused:
            owner.rels.pop(key)
    styles = document.styles.element
    for style in list(styles.iter(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)
