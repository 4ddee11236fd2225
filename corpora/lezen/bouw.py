"""Builds the truth set: every text of teksten.py by every producer, with the true blocks beside it.

    python corpora/lezen/bouw.py

Needs LibreOffice, pandoc and Chromium on the path and python-docx, reportlab, typst, pypdfium2 and pillow; a
producer that is not there is passed over and named. The files are committed: other versions give other bytes.
"""

import html
import io
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from teksten import TEKSTEN, Block

HERE = Path(__file__).parent
DPI = (150, 200, 300)


def by_python_docx(blocks: list[Block], target: Path) -> None:
    import docx

    word = docx.Document()
    for block in blocks:
        if block["soort"] == "heading":
            word.add_heading(block["tekst"], block["niveau"])
        elif block["soort"] == "table":
            table = word.add_table(rows=0, cols=len(block["rijen"][0]), style="Table Grid")
            for row in block["rijen"]:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        else:
            word.add_paragraph(block["tekst"], style="List Bullet" if block["soort"] == "list_item" else None)
    word.save(str(target))


def by_reportlab(blocks: list[Block], target: Path) -> None:
    from reportlab.lib.colors import black
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    story: list[object] = []
    for block in blocks:
        if block["soort"] == "table":
            story += [Table(block["rijen"], style=[("GRID", (0, 0), (-1, -1), 0.5, black)]), Spacer(1, 10)]
        elif block["soort"] == "heading":
            story.append(Paragraph(block["tekst"], styles[f"Heading{block['niveau']}"]))
        elif block["soort"] == "list_item":
            story.append(Paragraph(block["tekst"], styles["Bullet"], bulletText="•"))
        else:
            story += [Paragraph(block["tekst"], styles["BodyText"]), Spacer(1, 6)]
    SimpleDocTemplate(str(target), invariant=1).build(story)


def by_typst(blocks: list[Block], target: Path) -> None:
    import typst

    lines = ['#set text(lang: "nl")']
    for block in blocks:
        if block["soort"] == "table":
            cells = ", ".join(f"[{_typst(cell)}]" for row in block["rijen"] for cell in row)
            lines.append(f"#table(columns: {len(block['rijen'][0])}, {cells})\n")
        elif block["soort"] == "heading":
            lines.append(f"{'=' * block['niveau']} {_typst(block['tekst'])}\n")
        elif block["soort"] == "list_item":
            lines.append(f"- {_typst(block['tekst'])}")
        else:
            lines.append(f"\n{_typst(block['tekst'])}\n")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "plan.typ")
        source.write_text("\n".join(lines), encoding="utf-8")
        typst.compile(str(source), output=str(target))


def _typst(text: str) -> str:
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def to_html(blocks: list[Block]) -> str:
    parts, in_list = ['<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><body>'], False
    for block in blocks:
        is_item = block["soort"] == "list_item"
        if is_item != in_list:
            parts.append("<ul>" if is_item else "</ul>")
            in_list = is_item
        if block["soort"] == "table":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block["rijen"])
            parts.append('<table border="1">' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            tag = {"heading": f"h{block.get('niveau')}", "list_item": "li"}.get(block["soort"], "p")
            parts.append(f"<{tag}>{html.escape(block['tekst'])}</{tag}>")
    return "\n".join([*parts, "</ul>" if in_list else "", "</body></html>"])


def by_pandoc(blocks: list[Block], target: Path) -> None:
    subprocess.run(["pandoc", "-f", "html", "-o", str(target)], input=to_html(blocks).encode(), check=True)


def by_chromium(blocks: list[Block], target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "plan.html")
        page.write_text(to_html(blocks), encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
        subprocess.run(["chromium", *flags, page.as_uri()], check=True, capture_output=True)


def by_libreoffice(blocks: list[Block], target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{target.stem}.docx")
        by_python_docx(blocks, source)
        profile = f"-env:UserInstallation={Path(folder, 'profiel').as_uri()}"
        kind = target.suffix[1:]
        if kind == "docx":  # through OpenDocument, so that LibreOffice writes all of it itself
            _office(profile, "odt", source, Path(folder))
            source = source.with_suffix(".odt")
        _office(profile, kind, source, target.parent)


def _office(profile: str, kind: str, source: Path, folder: Path) -> None:
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)


def scan(source: Path, target: Path, dpi: int) -> None:
    """The pages as grey pictures, a little crooked and blurred, with specks."""
    import pypdfium2
    from PIL import Image, ImageFilter

    chance = random.Random(f"{source.stem} {dpi}")
    pdf = pypdfium2.PdfDocument(source)
    pages = []
    for page in pdf:
        image = page.render(scale=dpi / 72).to_pil().convert("L")
        image = image.rotate(chance.uniform(-0.7, 0.7), Image.Resampling.BICUBIC, fillcolor=255)
        image = image.filter(ImageFilter.GaussianBlur(dpi / 400))
        for _ in range(200):
            image.putpixel((chance.randrange(image.width), chance.randrange(image.height)), chance.randrange(160))
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=45)
        pages.append(Image.open(buffer))
    pdf.close()
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=45)


PRODUCERS: dict[tuple[str, str], Callable[[list[Block], Path], None]] = {
    ("python-docx", "docx"): by_python_docx,
    ("libreoffice", "docx"): by_libreoffice,
    ("libreoffice", "odt"): by_libreoffice,
    ("libreoffice", "pdf"): by_libreoffice,
    ("pandoc", "docx"): by_pandoc,
    ("pandoc", "odt"): by_pandoc,
    ("typst", "pdf"): by_typst,
    ("reportlab", "pdf"): by_reportlab,
    ("chromium", "pdf"): by_chromium,
}
PROGRAMS = {"libreoffice": "soffice", "pandoc": "pandoc", "chromium": "chromium"}


def main() -> None:
    """Build all of it beside this file."""
    for name, blocks in TEKSTEN.items():
        truth = json.dumps(blocks, ensure_ascii=False, indent=1) + "\n"
        (HERE / f"{name}.json").write_text(truth, encoding="utf-8")
        for (producer, kind), build in PRODUCERS.items():
            if producer in PROGRAMS and not shutil.which(PROGRAMS[producer]):
                print(f"overgeslagen: {producer} is er niet", file=sys.stderr)
                continue
            build(blocks, HERE / f"{name}.{producer}.{kind}")
        for dpi in DPI:
            scan(HERE / f"{name}.reportlab.pdf", HERE / f"{name}.scan{dpi}.pdf", dpi)


if __name__ == "__main__":
    main()
