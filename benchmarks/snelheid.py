"""Speed and memory of reading, as ratios in one run: `sh scripts/bench snelheid`. Prints a table; asserts nothing.

Times are of the processor, the least of some rounds in which each action has its turn, without the start of a worker.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pdfplumber
import pypdfium2
from bench import bare_text
from make_documents import example_blocks, pages_of, write_pdf, write_word
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from plancheck.collecting import collect_seldom
from plancheck.readers import read

_ROUNDS = 9
_TABLE_PAGES = 10


def least(actions: dict[str, Callable[[], object]], rounds: int = _ROUNDS) -> dict[str, float]:
    """The least processor time of each action, in seconds."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, action in actions.items():
            start = time.process_time()
            action()
            times[name].append(time.process_time() - start)
    return {name: min(taken) for name, taken in times.items()}


def walk_word(path: Path) -> int:
    """What walking a Word file with python-docx is: the text and style of all paragraphs and cells."""
    word = docx.Document(str(path))
    found = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs if paragraph.style]
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return len(found) + len(cells)


def plumb(path: Path) -> int:
    """What pdfplumber needs for the tables of the table pages."""
    with pdfplumber.open(path) as pdf:
        return sum(len(page.extract_tables()) for page in pdf.pages[1::2])


def write_tables(path: Path, *, tables: bool) -> None:
    """Pages of text, behind each a page with a ruled table where these are asked, else its cells as text."""
    body = getSampleStyleSheet()["BodyText"]
    rows = [[f"Post {n}", f"{n}.000", f"20{26 + n % 9}", "De gemeente draagt bij uit de reserve."] for n in range(30)]
    story: list[object] = []
    for page in range(_TABLE_PAGES):
        story += [Paragraph(f"Hoofdstuk {page + 1}", getSampleStyleSheet()["Heading1"])]
        story += [Paragraph("De gemeente legt met de bewoners een warmtenet aan. " * 30, body), PageBreak()]
        if tables:
            story += [Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, black)]), PageBreak()]
    SimpleDocTemplate(str(path), pagesize=A4).build(story)


def to_odt(path: Path) -> Path | None:
    """The same document by LibreOffice as OpenDocument, None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "odt"]
        subprocess.run([*command, "--outdir", str(path.parent), str(path)], check=True, capture_output=True)
    return path.with_suffix(".odt")


def peak(path: Path) -> float:
    """The most megabytes of a process that reads a file and nothing else (Linux)."""
    script = (
        "import sys; from plancheck.readers import read; read(sys.argv[1]);"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def main() -> None:
    """Make the documents, measure, print."""
    collect_seldom()  # as the reading process does
    with tempfile.TemporaryDirectory() as folder:
        word, pdf = ({count: Path(folder) / f"{count}.{kind}" for count in (60, 600)} for kind in ("docx", "pdf"))
        odt: dict[int, Path] = {}
        for count in (60, 600):
            pages = pages_of(example_blocks(), count)
            write_word(pages, word[count])
            write_pdf(pages, pdf[count])
            if (made := to_odt(word[count])) is not None:
                odt[count] = made
        plain, tables = Path(folder) / "tekst.pdf", Path(folder) / "tabellen.pdf"
        write_tables(plain, tables=False)
        write_tables(tables, tables=True)
        actions: dict[str, Callable[[], object]] = {
            "pdfium": lambda: bare_text(pdf[60]),
            "pdf": lambda: read(pdf[60]),
            "python-docx": lambda: walk_word(word[60]),
            "docx": lambda: read(word[60]),
            "pdfplumber": lambda: plumb(tables),
            "tables": lambda: read(tables),
            "plain": lambda: read(plain),
        }
        if odt:
            actions["odt"] = lambda: read(odt[60])
        took = least(actions)
        with pypdfium2.PdfDocument(pdf[60]) as opened:
            print(f"the PDF has {len(opened)} pages")
        print(f"60 pages of PDF: {took['pdf']:.3f} s, {took['pdf'] / took['pdfium']:.1f} x the bare text of pdfium")
        walked = took["python-docx"]
        print(f"60 pages of Word: {took['docx']:.3f} s; python-docx {walked / took['docx']:.1f} x as long")
        if odt:
            print(f"the same in ODT: {took['odt']:.3f} s; python-docx {walked / took['odt']:.1f} x as long")
        added = (took["tables"] - took["plain"]) / _TABLE_PAGES
        other = took["pdfplumber"] / _TABLE_PAGES
        print(f"a page of tables adds {added:.3f} s, {added / other:.2f} x what pdfplumber takes for it")
        for kind, files in (("PDF", pdf), ("Word", word), ("ODT", odt)):
            if files:
                long = least({"long": lambda path=files[600]: read(path)}, 1)["long"]
                short = took[{"PDF": "pdf", "Word": "docx", "ODT": "odt"}[kind]]
                most = peak(files[600])
                print(f"600 pages of {kind}: {long:.2f} s, {long / short:.1f} x 60 pages; {most:.0f} MB at most")


if __name__ == "__main__":
    main()
