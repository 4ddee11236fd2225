"""Builds every example plan: bronnen/NAAM.md becomes NAAM.docx and NAAM.pdf beside this file.

usage: python corpora/voorbeelden/bouw.py [NAAM...]
       python corpora/voorbeelden/bouw.py --map corpora/plannen [NAAM...]    (Word only)
       python corpora/voorbeelden/bouw.py --map corpora/voorbeelden-raadsvoorstel --pdf [NAAM...]
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


def build(name: str, folder: Path = HERE) -> dict[str, bytes]:
    """The files of one example, by name. Raises ValueError where the source is not in the dialect."""
    source = read_source(folder / "bronnen" / f"{name}.md")
    return {f"{name}.docx": build_docx(source), f"{name}.pdf": build_pdf(source)}


def main(wanted: list[str]) -> None:
    """Write the examples that are named, or all of them."""
    folder = HERE
    if wanted[:1] == ["--map"]:
        folder, wanted = Path(wanted[1]), wanted[2:]
        if wanted[:1] != ["--pdf"]:
            for name in wanted or names(folder / "bronnen"):
                (folder / f"{name}.docx").write_bytes(build_word(folder, name))
            return
        wanted = wanted[1:]
    for name in wanted or names(folder / "bronnen"):
        for file_name, data in build(name, folder).items():
            (folder / file_name).write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1:])
