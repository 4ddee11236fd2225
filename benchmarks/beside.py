"""Mutants whose text was not touched: something beside it is damaged, cut off, emptied or taken away."""

import random
import re
import sys
import tempfile
from pathlib import Path

from benchmarks.fuzz import package_of, parts_of, seeds

from plancheck.errors import PlancheckError
from plancheck.readers import read

_OF_THE_TEXT = re.compile(
    r"\[Content_Types\]\.xml|mimetype|.*\.rels|META-INF/manifest\.xml|content\.xml|styles\.xml|Object .*|"
    r"word/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*|charts/.*|diagrams/.*)\.xml"
)
"""Parts of a package that hold text, how it looks, or where it is."""
_PDF_PLACES = re.compile(
    rb"<\?xpacket begin.*?<\?xpacket end|/(?:Producer|Creator|Author)\s*\(([^()\\]{4,})\)", re.DOTALL
)


def beside(content: bytes, chance: random.Random) -> bytes:
    """A file that says the same, with something else in it damaged."""
    parts = parts_of(content)
    if not parts:
        return _beside_pdf(content, chance)
    names = sorted(name for name in parts if not _OF_THE_TEXT.fullmatch(name))
    name = chance.choice(names)
    changed = _damaged(parts[name], chance)
    return package_of({**parts, name: changed})


def _damaged(content: bytes, chance: random.Random) -> bytes:
    how = chance.randrange(3)
    if how == 0 or not content:
        return b""
    if how == 1:
        return content[: chance.randrange(len(content))]
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _beside_pdf(content: bytes, chance: random.Random) -> bytes:
    """Bytes turned in what a PDF says of itself, or something put behind its end."""
    places = [match.span() for match in _PDF_PLACES.finditer(content)]
    if not places or chance.random() < 0.3:
        return content + bytes(chance.randrange(256) for _ in range(chance.randint(1, 500)))
    start, end = chance.choice(places)
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(start + 10, end)
        if chr(changed[place]).isalnum():
            changed[place] = chance.choice(b"abcdefghijklmnopqrstuvwxyz")
    return bytes(changed)


def mutant_beside(path: Path, number: int) -> bytes:
    """A mutant of a file; the same for the same number."""
    return beside(path.read_bytes(), random.Random(f"naast {number} {path.name}"))


def difference(path: Path, number: int, folder: Path) -> str:
    """What a reader makes of a mutant: "" for the same text, else what it says. folder: where to put the mutant."""
    copy = folder / path.name
    copy.write_bytes(mutant_beside(path, number))
    try:
        document = read(copy)
    except PlancheckError as error:
        return f"{path.name} {number}: {error.code}"
    finally:
        copy.unlink()
    if [block.text for block in document.blocks] == [block.text for block in read(path).blocks]:
        return ""
    return f"{path.name} {number}: andere tekst; waarschuwingen: {[warning.code for warning in document.warnings]}"


def main() -> int:
    """Read so many mutants of each file; print each that says something else. Exit code 1 when one does."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    files = [path for path in seeds() if ".scan" not in path.name]
    with tempfile.TemporaryDirectory(prefix="plancheck-naast-") as name:
        found = [difference(path, number, Path(name)) for path in files for number in range(count)]
    wrong = [each for each in found if each]
    print(f"{len(found)} mutanten naast de tekst, {len(wrong)} met een andere lezing", *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
