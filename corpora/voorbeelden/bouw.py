"""Builds every example plan: bronnen/NAAM.md becomes NAAM.docx and NAAM.pdf beside this file.

usage: python corpora/voorbeelden/bouw.py [NAAM...]
"""

import sys
from pathlib import Path

from bouwwerk.bron import read_source
from bouwwerk.pdf import build_pdf
from bouwwerk.word import build_docx

HERE = Path(__file__).parent
SOURCES = HERE / "bronnen"


def names() -> list[str]:
    """All examples, by the names of their sources."""
    return sorted(path.stem for path in SOURCES.glob("*.md"))


def build(name: str) -> dict[str, bytes]:
    """The files of one example, by name. Raises ValueError where the source is not in the dialect."""
    source = read_source(SOURCES / f"{name}.md")
    return {f"{name}.docx": build_docx(source), f"{name}.pdf": build_pdf(source)}


def main(wanted: list[str]) -> None:
    """Write the examples that are named, or all of them."""
    for name in wanted or names():
        for file_name, data in build(name).items():
            (HERE / file_name).write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1:])
