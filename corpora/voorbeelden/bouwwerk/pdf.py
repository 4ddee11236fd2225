"""Source to PDF with reportlab: standard fonts, no compression, so that every machine writes the same bytes."""

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from .bron import Bron, Stuk, runs

MARGIN = 24 * mm
NOTES_HEIGHT = 20 * mm
FONTS = {
    "schreefloos": ("Helvetica", "Helvetica-Bold"),
    "schreef": ("Times-Roman", "Times-Bold"),
}
MARKS = {"bold": "b", "italic": "i"}


def build_pdf(source: Bron) -> bytes:
    """The PDF of a source, the same bytes at every call."""
    rl_config.invariant = 1
    target = BytesIO()
    Rapport(target, source).multiBuild(story(source))
    return target.getvalue()


class Rapport(BaseDocTemplate):  # type: ignore[misc]
    """The document: page frames by layout, header and footer, footnotes at the foot of their page, contents entries."""

    def __init__(self, target: BytesIO, source: Bron) -> None:
        head = source.head
        super().__init__(
            target, pagesize=A4, title=head["titel"], author=head["gemeente"], pageCompression=0, lang="nl"
        )
        self.source = source
        self.pending: list[str] = []
        plain = Frame(MARGIN, MARGIN, A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN, id="omslag")
        body = columns(2 if head.get("indeling") == "kolommen" else 1)
        text = PageTemplate(id="tekst", frames=body, onPageEnd=self.draw_edges)
        cover = [PageTemplate(id="omslag", frames=[plain])] if source.flag("omslag") else []
        self.addPageTemplates([*cover, text])

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (the library's name)
        """Tell the contents list of a heading, and set a bookmark when the layout asks for it."""
        found = getattr(flowable, "heading", None)
        if not isinstance(found, Stuk) or found.level > 2:
            return
        self.notify("TOCEntry", (found.level - 1, escape(found.titled), self.page))
        if self.source.flag("bladwijzers"):
            key = f"kop-{self.page}-{found.titled}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(found.titled, key, found.level - 1)

    def draw_edges(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        """Header, footer with page number, and the footnotes that were met on this page."""
        regular = FONTS[self.source.head.get("letter", "schreefloos")][0]
        canvas.saveState()
        canvas.setFont(regular, 8)
        canvas.drawString(MARGIN, A4[1] - 14 * mm, self.source.head.get("kop", ""))
        canvas.drawString(MARGIN, 12 * mm, self.source.head.get("voet", ""))
        canvas.drawRightString(A4[0] - MARGIN, 12 * mm, str(canvas.getPageNumber()))
        canvas.restoreState()
        self.draw_notes(canvas, regular)

    def draw_notes(self, canvas: Canvas, regular: str) -> None:
        """The notes of this page, from the foot upward, under a short rule."""
        style = ParagraphStyle("noot", fontName=regular, fontSize=7.5, leading=9)
        bottom = MARGIN - 6 * mm
        for label in reversed(self.pending):
            text = Paragraph(f"<super>{label}</super> {escape(self.source.notes[label])}", style)
            _, height = text.wrap(A4[0] - 2 * MARGIN, NOTES_HEIGHT)
            text.drawOn(canvas, MARGIN, bottom)
            bottom += height + 1
        if self.pending:
            canvas.line(MARGIN, bottom + 2, MARGIN + 50 * mm, bottom + 2)
        self.pending = []


def columns(number: int) -> list[Frame]:
    """The frames of a text page: room is kept below for footnotes."""
    gap = 8 * mm
    width = (A4[0] - 2 * MARGIN - gap * (number - 1)) / number
    low = MARGIN + NOTES_HEIGHT - 6 * mm
    high = A4[1] - low - MARGIN
    return [Frame(MARGIN + n * (width + gap), low, width, high, 0, 0, 0, 0, id=f"kolom{n}") for n in range(number)]


class Aanroep(Flowable):  # type: ignore[misc]
    """Nothing to see: tells the report that the next paragraph calls a footnote, on the page where it lands."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label
        self.width = self.height = 0

    def draw(self) -> None:
        """Add the note to the page under way."""
        report = self.canv._doctemplate
        if self.label not in report.pending:
            report.pending.append(self.label)


def story(source: Bron) -> list[Flowable]:
    """All flowables of a source: cover, contents, body."""
    style = styles(source)
    flow: list[Flowable] = []
    if source.flag("omslag"):
        flow += [Spacer(1, 70 * mm), *title_block(source, style), NextPageTemplate("tekst"), PageBreak()]
    else:
        flow += title_block(source, style)
    if source.flag("inhoud"):
        flow += [Paragraph("Inhoud", style["inhoudkop"]), contents(style), PageBreak()]
    fresh = True
    for piece in source.pieces:
        chapter = piece.soort == "kop" and piece.level == 1 and source.flag("hoofdstuk")
        if piece.soort == "pagina" or (chapter and not fresh):
            flow.append(PageBreak())
        fresh = piece.soort == "pagina"
        flow += render(piece, style)
    return flow


def title_block(source: Bron, style: dict[str, ParagraphStyle]) -> list[Flowable]:
    """Title, subtitle, and who made it when."""
    head = source.head
    lines = [Paragraph(escape(head["titel"]), style["titel"])]
    if head.get("ondertitel"):
        lines.append(Paragraph(escape(head["ondertitel"]), style["ondertitel"]))
    return [
        *lines,
        Paragraph(escape(f"{head['gemeente']}, {dutch_date(head['datum'])}"), style["alinea"]),
        Spacer(1, 6 * mm),
    ]


def dutch_date(iso: str) -> str:
    """2027-03-05 as 5 maart 2027."""
    months = "januari februari maart april mei juni juli augustus september oktober november december".split()
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{day} {months[month - 1]} {year}"


def contents(style: dict[str, ParagraphStyle]) -> TableOfContents:
    """The contents list, two levels deep, with dots and page numbers."""
    toc = TableOfContents(dotsMinLevel=0)
    toc.levelStyles = [
        ParagraphStyle(f"inhoud{level}", parent=style["alinea"], leftIndent=level * 6 * mm, spaceAfter=2)
        for level in (0, 1)
    ]
    return toc


def render(piece: Stuk, style: dict[str, ParagraphStyle]) -> list[Flowable]:
    """One piece as flowables, with the footnotes it calls before it."""
    if piece.soort == "pagina":
        return []
    if piece.soort == "tabel":
        return [table(piece, style), Spacer(1, 3 * mm)]
    calls = [Aanroep(run.text) for run in runs(piece.text) if run.look == "note"]
    name = f"kop{piece.level}" if piece.soort == "kop" else piece.soort
    bullet = {"punt": "\u2022", "nummer": piece.number}.get(piece.soort)
    paragraph = Paragraph(markup(piece.titled if piece.soort == "kop" else piece.text), style[name], bulletText=bullet)
    if piece.soort == "kop":
        paragraph.heading = piece
    return [*calls, paragraph]


def markup(text: str) -> str:
    """A line in reportlab's markup; changes are shown as accepted."""
    parts = []
    for run in runs(text):
        if run.look == "note":
            parts.append(f"<super>{run.text}</super>")
        elif run.look in MARKS:
            parts.append(f"<{MARKS[run.look]}>{escape(run.text)}</{MARKS[run.look]}>")
        elif run.look != "deleted":
            parts.append(escape(run.text))
    return "".join(parts)


def table(piece: Stuk, style: dict[str, ParagraphStyle]) -> Table:
    """A ruled table whose first row repeats; columns get room by the length of what they hold."""
    cells = [
        [Paragraph(markup(cell), style["cel0" if not n else "cel"]) for cell in row] for n, row in enumerate(piece.rows)
    ]
    widths = column_widths(piece, style)
    look = [("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    look += [("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]
    look.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#E8ECEF")))
    return Table(cells, widths, repeatRows=1, style=TableStyle(look))


def column_widths(piece: Stuk, style: dict[str, ParagraphStyle]) -> list[float]:
    """Room for the longest word of each column first; what is left goes by the length of what they hold."""
    bold = style["cel0"]
    columns = list(zip(*piece.rows, strict=True))
    words = [[word for cell in column for word in (cell or "-").split()] for column in columns]
    least = [max(stringWidth(word, bold.fontName, bold.fontSize) for word in column) + 8 for column in words]
    left = max(0.0, style["alinea"].tablewidth - sum(least))
    weights = [min(48, max(map(len, column))) for column in columns]
    return [low + left * weight / sum(weights) for low, weight in zip(least, weights, strict=True)]


def styles(source: Bron) -> dict[str, ParagraphStyle]:
    """The looks of one document, from its header block."""
    head = source.head
    regular, bold = FONTS[head.get("letter", "schreefloos")]
    narrow = head.get("indeling") == "kolommen"
    size = 9.5 if narrow else 11
    base = ParagraphStyle("alinea", fontName=regular, fontSize=size, leading=size * 1.45, spaceAfter=size * 0.7)
    base.tablewidth = (A4[0] - 2 * MARGIN - (8 * mm if narrow else 0)) / (2 if narrow else 1)
    if narrow:
        base.alignment = TA_JUSTIFY
    colour = colors.HexColor(head.get("kleur", "#000000"))
    made = {"alinea": base, "besturing": base}
    sizes = (size, size, size) if head.get("indeling") == "nepkoppen" else (size + 6, size + 2.5, size + 0.5)
    for level, points in enumerate(sizes, 1):
        made[f"kop{level}"] = ParagraphStyle(
            f"kop{level}", parent=base, fontName=bold, fontSize=points, leading=points * 1.25, textColor=colour,
            spaceBefore=points, spaceAfter=5, keepWithNext=1, alignment=0,
        )  # fmt: skip
    made["titel"] = ParagraphStyle(
        "titel", parent=base, fontName=bold, fontSize=22, leading=27, textColor=colour, alignment=0
    )
    made["ondertitel"] = ParagraphStyle("ondertitel", parent=base, fontSize=14, leading=18, alignment=0)
    made["inhoudkop"] = ParagraphStyle("inhoudkop", parent=made["titel"], fontSize=size + 6)
    made["punt"] = ParagraphStyle("punt", parent=base, leftIndent=6 * mm, bulletIndent=2 * mm, spaceAfter=size * 0.35)
    made["nummer"] = ParagraphStyle("nummer", parent=made["punt"])
    made["bijschrift"] = ParagraphStyle(
        "bijschrift", parent=base, fontSize=size - 2, leading=size, spaceBefore=4, keepWithNext=1
    )
    made["kader"] = ParagraphStyle(
        "kader", parent=base, borderWidth=0.7, borderColor=colour, borderPadding=5, spaceBefore=8, spaceAfter=12
    )
    made["cel"] = ParagraphStyle("cel", parent=base, fontSize=size - 2, leading=size, spaceAfter=0, alignment=0)
    made["cel0"] = ParagraphStyle("cel0", parent=made["cel"], fontName=bold)
    return made
