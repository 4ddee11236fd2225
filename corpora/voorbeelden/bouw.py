"""Builds every example plan: bronnen/NAAM.md becomes NAAM.docx and NAAM.pdf beside this file.

usage: python corpora/voorbeelden/bouw.py [NAAM...]
       python corpora/voorbeelden/bouw.py --map corpora/plannen [NAAM...]    (Word only)
"""

import sys
from pathlib import Path

from bouwwerk.bron import read_source
from bouwwerk.pdf import build_pdf
from bouwwerk.word import build_docx

HERE = Path(__file__).parent
SOURCES = HERE / "bronnen"


def names(sources: Path = SOURCES) -> list[str]:
    """All examples, by the names of their sources."""
    return sorted(path.stem for path in sources.glob("*.md"))


def build_word(folder: Path, name: str) -> bytes:
    """The Word file of one plan in another folder with a `bronnen`."""
    return build_docx(read_source(folder / "bronnen" / f"{name}.md"))


def build(name: str) -> dict[str, bytes]:
    """The files of one example, by name. Raises ValueError where the source is not in the dialect."""
    source = read_source(SOURCES / f"{name}.md")
    return {f"{name}.docx": build_docx(source), f"{name}.pdf": build_pdf(source)}


def main(wanted: list[str]) -> None:
    """Write the examples that are named, or all of them."""
    if wanted[:1] == ["--map"]:
        folder = Path(wanted[1])
        for name in wanted[2:] or names(folder / "bronnen"):
            (folder / f"{name}.docx").write_bytes(build_word(folder, name))
        return
    for name in wanted or names():
        for file_name, data in build(name).items():
            (HERE / file_name).write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1:])
