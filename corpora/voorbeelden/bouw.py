"""Builds every example plan: bronnen/NAAM.md becomes NAAM.docx and NAAM.pdf beside this file.

usage: python corpora/voorbeelden/bouw.py [NAAM...]
       python corpora/voorbeelden/bouw.py --map corpora/plannen [NAAM...]    (Word only)
       python corpora/voorbeelden/bouw.py --map corpora/voorbeelden-raadsvoorstel --pdf [NAAM...]
       python corpora/voorbeelden/bouw.py --naar /tmp/nieuw [NAAM...]    (to compare with what is committed)
"""

import argparse
from pathlib import Path

from bouwwerk.bron import read_source
from bouwwerk.pdf import build_pdf
from bouwwerk.word import build_docx

HERE = Path(__file__).resolve().parent
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


def main() -> None:
    """Write the examples that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--map", type=Path, default=HERE, help="the folder with `bronnen`; else this one")
    parser.add_argument(
        "--naar", type=Path, help="the folder to write in, made when it is not there; else that of --map"
    )
    parser.add_argument("--pdf", action="store_true", help="also PDF in another folder; always done in this one")
    parser.add_argument("names", metavar="NAAM", nargs="*")
    given = parser.parse_args()
    target: Path = given.naar or given.map
    target.mkdir(parents=True, exist_ok=True)
    for name in given.names or names(given.map / "bronnen"):
        if given.pdf or given.map.resolve() == HERE:
            files = build(name, given.map)
        else:
            files = {f"{name}.docx": build_word(given.map, name)}
        for file_name, data in files.items():
            (target / file_name).write_bytes(data)


if __name__ == "__main__":
    main()
