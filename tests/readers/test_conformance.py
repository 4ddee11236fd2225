"""The same plan in every format gives the same blocks, but for the page."""

import io
from collections.abc import Callable

import docx
import pytest

from plancheck.model.document import Block
from plancheck.readers.formats import parse
from plancheck.readers.limits import DEFAULT_LIMITS
from tests.readers.odt_files import odt_bytes
from tests.readers.pdf_files import tagged_pdf

Plan = list[tuple[str, str]]

PLAN: Plan = [
    ("h1", "Uitvoeringsplan Het Broek"),
    ("p", "De raad besluit in het voorjaar over het warmtenet voor de hele wijk."),
    ("h2", "Risico's"),
    ("p", "Twee risico's wegen voor de gemeente het zwaarst:"),
    ("li", "Het stroomnet in de wijk is vol."),
    ("li", "De prijs van warmte stijgt."),
    ("h2", "Planning"),
    ("h3", "Eerste fase"),
    ("p", "De aanleg begint aan de noordkant en duurt drie jaar."),
    ("p", "Daarna volgt het zuiden, waar de woningen eerst moeten worden geïsoleerd."),
    ("h2", "Kosten"),
    ("p", "Het net kost twaalf miljoen euro, waarvan de gemeente een derde draagt."),
    ("p", "De rest brengen het warmtebedrijf en het Rijk samen op."),
]
TABLE = (("Risico", "Kans"), ("vol net", "groot"), ("hoge prijs", "klein"))


def markdown() -> bytes:
    marks = {"h1": "# ", "h2": "## ", "h3": "### ", "p": "", "li": "- "}
    lines = [f"{marks[kind]}{text}\n" for kind, text in PLAN]
    rows = ["| " + " | ".join(row) + " |" for row in TABLE]
    return "\n".join([*lines, rows[0], "|---|---|", *rows[1:]]).encode()


def html() -> bytes:
    body = "".join(f"<ul><li>{text}</li></ul>" if kind == "li" else f"<{kind}>{text}</{kind}>" for kind, text in PLAN)
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    return f"<!doctype html><title>Plan</title>{body}<table>{rows}</table>".encode()


def odt() -> bytes:
    how = {
        "p": "<text:p>{}</text:p>",
        "li": "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
    }
    how |= {f"h{level}": f"<text:h text:outline-level='{level}'>{{}}</text:h>" for level in (1, 2, 3)}
    body = "".join(how[kind].format(text) for kind, text in PLAN)
    rows = ("".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in TABLE)
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return odt_bytes(f"{body}<table:table>{table}</table:table>")


def word() -> bytes:
    document = docx.Document()
    for kind, text in PLAN:
        if kind.startswith("h"):
            document.add_heading(text, int(kind[1]))
        else:
            document.add_paragraph(text, style="List Bullet" if kind == "li" else None)
    table = document.add_table(rows=len(TABLE), cols=2)
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf() -> bytes:
    names = {"h1": "H1", "h2": "H2", "h3": "H3", "p": "P", "li": "LI"}
    lines = [(names[kind], [f"\u2022 {text}" if kind == "li" else text]) for kind, text in PLAN]
    return tagged_pdf(lines, table=TABLE)


def told(content: bytes) -> list[tuple[object, ...]]:
    document = parse(content, "plan", DEFAULT_LIMITS)
    return [_without_page(block) for block in document.blocks]


def _without_page(block: Block) -> tuple[object, ...]:
    return (
        block.kind,
        block.text,
        block.level,
        block.depth,
        block.rows,
        block.role,
        block.heading_path,
        block.confidence,
    )


@pytest.mark.parametrize("write", [html, odt, word, pdf])
def test_a_plan_says_the_same_in_every_format(write: Callable[[], bytes]) -> None:
    assert told(write()) == told(markdown())


def test_the_plan_is_read_as_it_was_written() -> None:
    kinds = {"p": "paragraph", "li": "list_item"}
    expected = [(kinds.get(kind, "heading"), text) for kind, text in PLAN]
    document = parse(markdown(), "plan.md", DEFAULT_LIMITS)
    assert [(block.kind, block.text) for block in document.blocks[:-1]] == expected
    assert document.blocks[-1].rows == TABLE
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2, 2, 3, 2]
