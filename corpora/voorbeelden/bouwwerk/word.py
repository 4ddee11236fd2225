"""Source to Word with python-docx: styled or fake headings, footnotes, a contents field, open changes, text boxes."""

import zipfile
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from . import ooxml
from .bron import Bron, Stuk, runs
from .pdf import dutch_date

FONTS = {"schreefloos": "Calibri", "schreef": "Cambria"}
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def build_docx(source: Bron) -> bytes:
    """The Word file of a source, the same bytes at every call."""
    document = Document()
    prepare(document, source)
    title_block(document, source)
    if source.flag("inhoud"):
        contents(document, source)
    writer = Writer(document, source)
    for piece in source.pieces:
        writer.add(piece)
    if source.notes:
        ooxml.add_footnotes(document, source.notes)
    target = BytesIO()
    document.save(target)
    return repack(target.getvalue())


def repack(data: bytes) -> bytes:
    """The same package with fixed times and nothing compressed: what zlib makes of it differs between machines."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return target.getvalue()


def prepare(document: WordDocument, source: Bron) -> None:
    """Fonts, language, properties, header and footer."""
    head = source.head
    when = datetime.fromisoformat(head["datum"])
    properties = document.core_properties
    properties.title, properties.author, properties.language = head["titel"], head["gemeente"], "nl-NL"
    properties.created = properties.modified = when
    properties.last_modified_by, properties.comments = head["gemeente"], ""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONTS[head.get("letter", "schreefloos")], Pt(11)
    ooxml.slim(document)
    ooxml.set_language(document, "nl-NL")
    colour = RGBColor.from_string(head.get("kleur", "#000000").lstrip("#"))
    for level in (1, 2, 3):
        document.styles[f"Heading {level}"].font.color.rgb = colour
        toc = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        toc.base_style, toc.paragraph_format.left_indent = normal, Pt(12 * (level - 1))
    if head.get("nummering") == "auto" and head.get("indeling") != "nepkoppen":
        ooxml.number_headings(document)
    section = document.sections[0]
    section.header.paragraphs[0].text = head.get("kop", "")
    footer = section.footer.paragraphs[0]
    footer.add_run(head.get("voet", "") + "\t")
    ooxml.add_field(footer, "PAGE", "1")


def title_block(document: WordDocument, source: Bron) -> None:
    """Title, subtitle, and who made it when; on a page of its own when the layout has a cover."""
    head = source.head
    if head.get("indeling") == "nepkoppen":
        run = document.add_paragraph().add_run(head["titel"])
        run.bold, run.font.size = True, Pt(20)
    else:
        document.add_paragraph(head["titel"], style="Title")
    if head.get("ondertitel"):
        document.add_paragraph(head["ondertitel"], style="Subtitle")
    last = document.add_paragraph(f"{head['gemeente']}, {dutch_date(head['datum'])}")
    if source.flag("omslag"):
        last.add_run().add_break(WD_BREAK.PAGE)


def contents(document: WordDocument, source: Bron) -> None:
    """A contents list as Word leaves it behind: a field whose last result stands in the file."""
    document.add_paragraph("Inhoud").runs[0].bold = True
    headings = [piece for piece in source.pieces if piece.soort == "kop" and piece.level <= 2]
    for place, piece in enumerate(headings):
        paragraph = document.add_paragraph(style=f"toc {piece.level}")
        if place == 0:
            ooxml.open_field(paragraph, 'TOC \\o "1-2" \\h')
        paragraph.add_run(f"{piece.titled}\t{place + 3}")
        if place == len(headings) - 1:
            ooxml.close_field(paragraph)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


class Writer:
    """Adds the pieces of a source to a Word document, one after another."""

    def __init__(self, document: WordDocument, source: Bron) -> None:
        self.document = document
        self.source = source
        self.fake = source.head.get("indeling") == "nepkoppen"
        self.date = f"{source.head['datum']}T09:00:00Z"
        self.notes = {label: place for place, label in enumerate(source.notes, 1)}
        self.changes = 100
        self.started = False

    def add(self, piece: Stuk) -> None:
        """Add one piece."""
        if piece.soort == "kop":
            self.add_heading(piece)
        elif piece.soort == "tabel":
            self.add_table(piece)
        elif piece.soort == "pagina":
            self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif piece.soort == "kader":
            self.document.element.body.insert(-1, parse_xml(ooxml.text_box(piece.text)))
        elif piece.soort == "besturing":
            self.document.element.body.insert(-1, parse_xml(ooxml.content_control(piece.text)))
        else:
            style = {"punt": "List Bullet", "nummer": "List Paragraph", "bijschrift": "Caption"}.get(
                piece.soort, "Normal"
            )
            self.fill(self.document.add_paragraph(style=style), piece.titled)
        self.started = True

    def add_heading(self, piece: Stuk) -> None:
        """A heading: by style, or a bold line that only looks like one."""
        if self.fake:
            run = self.document.add_paragraph().add_run(piece.titled)
            run.bold = True
            return
        typed = self.source.head.get("nummering") != "auto"
        paragraph = self.document.add_paragraph(piece.titled if typed else piece.text, style=f"Heading {piece.level}")
        if not typed and not piece.number:
            ooxml.drop_number(paragraph)
        if piece.level == 1 and self.started and self.source.flag("hoofdstuk"):
            paragraph.paragraph_format.page_break_before = True

    def add_table(self, piece: Stuk) -> None:
        """A ruled table with a bold first row."""
        table = self.document.add_table(rows=0, cols=len(piece.rows[0]), style="Table Grid")
        for place, row in enumerate(piece.rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                self.fill(cell.paragraphs[0], text)
                for run in cell.paragraphs[0].runs:
                    run.font.size, run.bold = Pt(9), run.bold or place == 0
        self.document.add_paragraph()

    def fill(self, paragraph: Paragraph, text: str) -> None:
        """The runs of a line; changes stay open, footnotes become real ones."""
        for run in runs(text):
            if run.look in ("inserted", "deleted"):
                self.changes += 1
                paragraph._p.append(parse_xml(ooxml.change(run.text, run.look, self.changes, self.date)))
            elif run.look == "note":
                paragraph._p.append(parse_xml(ooxml.note_reference(self.notes[run.text])))
            else:
                made = paragraph.add_run(run.text)
                made.bold, made.italic = run.look == "bold" or None, run.look == "italic" or None
