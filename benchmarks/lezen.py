"""What is read of the truth set in corpora/lezen, beside other readers: `sh scripts/bench lezen`. Prints a table.

Lost and invented characters are compared as bags of words, so that the order counts apart: an order error is a pair of
neighbouring true blocks whose texts are found in the wrong order. Other readers give text only,
but for docling, which takes part where it is installed.
"""

import functools
import importlib.util
import itertools
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plancheck.errors import PlancheckError
from plancheck.readers import read

FOLDER = Path(__file__).parent.parent / "corpora" / "lezen"
Blocks = list[dict[str, Any]]


def words(text: str) -> Counter[str]:
    return Counter(word for word in text.split() if word not in ("•", "‣", "-", "–"))


def size(bag: Counter[str]) -> int:
    return sum(len(word) * count for word, count in bag.items())


def texts(blocks: Blocks) -> list[str]:
    return [" ".join(cell for row in b["rijen"] for cell in row) if "rijen" in b else b["tekst"] for b in blocks]


def ours(path: Path) -> Blocks:
    found: Blocks = []
    for block in read(path).blocks:
        one: dict[str, Any] = {"soort": block.kind, "niveau": block.level, "tekst": block.text}
        if block.kind == "table":
            one["rijen"] = block.rows
        found.append(one)
    return found


def as_text(extract: Callable[[Path], str]) -> Callable[[Path], Blocks]:
    return lambda path: [{"soort": "", "tekst": extract(path)}]


def python_docx(path: Path) -> str:
    import docx

    word = docx.Document(str(path))
    cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


def docx2python(path: Path) -> str:
    from docx2python import docx2python

    with docx2python(path) as word:
        return str(word.text)


def pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def pypdf(path: Path) -> str:
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def docling(path: Path) -> Blocks:
    """What docling makes of a Word or OpenDocument file; for PDF it needs models from the network."""
    found: Blocks = []
    for item, _ in docling_converter().convert(path).document.iterate_items():
        if hasattr(item, "data"):
            rows = [[cell.text for cell in row] for row in getattr(item.data, "grid", ())]
            found.append({"soort": "table", "niveau": None, "tekst": "", "rijen": rows})
        elif text := getattr(item, "text", ""):
            kind = DOCLING_KINDS.get(item.label.value, "paragraph")
            found.append({"soort": kind, "niveau": getattr(item, "level", 1), "tekst": text})
    return found


@functools.lru_cache
def docling_converter() -> Any:
    from docling.document_converter import DocumentConverter

    return DocumentConverter()


DOCLING_KINDS = {"title": "heading", "section_header": "heading", "list_item": "list_item"}
READERS: dict[str, tuple[frozenset[str], Callable[[Path], Blocks]]] = {
    "plancheck": (frozenset(("docx", "odt", "pdf")), ours),
    "python-docx": (frozenset(("docx",)), as_text(python_docx)),
    "docx2python": (frozenset(("docx",)), as_text(docx2python)),
    "pdfplumber": (frozenset(("pdf",)), as_text(pdfplumber)),
    "pypdf": (frozenset(("pdf",)), as_text(pypdf)),
}
if importlib.util.find_spec("docling"):
    READERS["docling"] = (frozenset(("docx", "odt")), docling)


def score(truth: Blocks, found: Blocks) -> Counter[str]:
    true_words, found_words = words(" ".join(texts(truth))), words(" ".join(texts(found)))
    flat = " ".join(" ".join(texts(found)).split())
    places = [flat.find(" ".join(text.split())[:30]) for text in texts(truth)]
    true_heads = Counter((b["niveau"], b["tekst"]) for b in truth if b["soort"] == "heading")
    heads = Counter((b["niveau"], b["tekst"]) for b in found if b["soort"] == "heading")
    items, found_items = list_items(truth), list_items(found)
    cells, found_cells = table_cells(truth), table_cells(found)
    return Counter(
        documents=1,
        chars=size(true_words),
        lost=size(true_words - found_words),
        invented=size(found_words - true_words),
        order=sum(-1 < after < before for before, after in itertools.pairwise(places)),
        true_heads=true_heads.total(),
        heads=heads.total(),
        right_heads=(true_heads & heads).total(),
        items=items.total(),
        right_items=(items & found_items).total(),
        cells=cells.total(),
        right_cells=(cells & found_cells).total(),
    )


def table_cells(blocks: Blocks) -> Counter[tuple[int, int, str]]:
    tables = (block["rijen"] for block in blocks if "rijen" in block)
    return Counter((r, c, cell) for rows in tables for r, row in enumerate(rows) for c, cell in enumerate(row))


def list_items(blocks: Blocks) -> Counter[str]:
    return Counter(block["tekst"] for block in blocks if block["soort"] == "list_item")


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %".replace(".", ",") if whole else "-"


def main() -> None:
    sums: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    bad: list[str] = []
    for truth_path in sorted(FOLDER.glob("*.json")):
        truth = json.loads(truth_path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob(f"{truth_path.stem}.*.*")):
            producer, kind = path.name.split(".")[1:]
            for name, (kinds, reader) in READERS.items():
                if kind not in kinds:
                    continue
                row = sums[kind, producer, name]
                try:
                    one = score(truth, reader(path))
                except (ImportError, PlancheckError) as error:
                    row["refused"] += 1
                    bad.append(f"{path.name}: {name}: {error}")
                    continue
                row.update(one)
                if name == "plancheck" and faults(one):
                    bad.append(f"{path.name}: {faults(one)}")
    show(sums)
    if "--fouten" in sys.argv:
        print("\n" + "\n".join(bad))


def faults(one: Counter[str]) -> str:
    wrong = {"lost": one["lost"], "invented": one["invented"], "order": one["order"]}
    wrong["heads"] = one["true_heads"] + one["heads"] - 2 * one["right_heads"]
    wrong["items"] = one["items"] - one["right_items"]
    wrong["cells"] = one["cells"] - one["right_cells"]
    return ", ".join(f"{name} {count}" for name, count in wrong.items() if count)


def show(sums: dict[tuple[str, str, str], Counter[str]]) -> None:
    print("| soort | programma | lezer | gelezen | geweigerd | tekens verloren | verzonnen | volgordefouten ", end="")
    print("| koppen precisie | koppen gevonden | lijstpunten goed | cellen goed |\n|" + "---|" * 12)
    for (kind, producer, name), row in sorted(sums.items()):
        ratios = [share(row["lost"], row["chars"]), share(row["invented"], row["chars"]), str(row["order"])]
        blocks = ["-"] * 4
        if name in ("plancheck", "docling"):
            blocks = [
                share(row["right_heads"], row["heads"]),
                share(row["right_heads"], row["true_heads"]),
                share(row["right_items"], row["items"]),
                share(row["right_cells"], row["cells"]),
            ]
        print(
            "| "
            + " | ".join([kind, producer, name, str(row["documents"]), str(row["refused"]), *ratios, *blocks])
            + " |"
        )


if __name__ == "__main__":
    main()
