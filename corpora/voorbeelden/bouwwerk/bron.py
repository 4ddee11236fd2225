"""The text sources: a small Markdown dialect, parsed into pieces that Word and PDF both show.

The dialect is described in LEESMIJ.md; what this module does not know, it refuses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Soort = Literal["kop", "alinea", "punt", "nummer", "tabel", "bijschrift", "kader", "besturing", "pagina"]

PREFIXES: tuple[tuple[str, Soort], ...] = (("- ", "punt"), ("= ", "bijschrift"), ("> ", "kader"), ("@ ", "besturing"))
KEYS = {
    *("titel", "ondertitel", "gemeente", "datum", "indeling", "nummering", "letter", "kleur", "kop", "voet"),
    *("inhoud", "omslag", "hoofdstuk", "bladwijzers"),
}
INLINE = re.compile(r"(\*\*.+?\*\*|\*[^* ][^*]*?\*|\[\^\w+\]|\{\+.+?\+\}|\{-.+?-\})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text with one look; `note` is the label of a footnote that stands here."""

    text: str
    look: Literal["plain", "bold", "italic", "inserted", "deleted", "note"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """One block of a source. `level` counts on headings from 1; `number` is a heading's or list item's own."""

    soort: Soort
    text: str = ""
    level: int = 0
    number: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def titled(self) -> str:
        """The text as a reader sees it, with its number."""
        return f"{self.number} {self.text}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """A parsed source: `head` holds the header block, `notes` the footnotes by label."""

    name: str
    head: dict[str, str]
    pieces: tuple[Stuk, ...]
    notes: dict[str, str] = field(default_factory=dict)

    def flag(self, key: str) -> bool:
        """Whether a yes/no key of the header block says `ja`."""
        return self.head.get(key, "nee") == "ja"


def read_source(path: Path) -> Bron:
    """Read one source. Raises ValueError where it is not in the dialect."""
    head, body = split_head(path.read_text(encoding="utf-8"), path.name)
    notes: dict[str, str] = {}
    pieces = tuple(number_headings(parse_body(body, notes), head.get("nummering", "geen")))
    return Bron(name=path.stem, head=head, pieces=pieces, notes=notes)


def split_head(text: str, name: str) -> tuple[dict[str, str], str]:
    """The header block as keys and values, and the rest. Raises ValueError on an unknown key or a missing block."""
    parts = text.split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        raise ValueError(f"{name}: no header block")
    head = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in parts[1].splitlines())}
    if unknown := set(head) - KEYS:
        raise ValueError(f"{name}: unknown keys {sorted(unknown)}")
    return head, parts[2]


def parse_body(body: str, notes: dict[str, str]) -> Iterator[Stuk]:
    """The pieces in order; footnotes go into `notes`."""
    table: list[tuple[str, ...]] = []
    for line in [*(raw.strip() for raw in body.splitlines()), ""]:
        if line.startswith("|"):
            cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
            if not all(set(cell) <= {"-"} and cell for cell in cells):
                table.append(cells)
            continue
        if table:
            yield Stuk(soort="tabel", rows=tuple(table))
            table = []
        if found := re.match(r"\[\^(\w+)\]: (.+)", line):
            notes[found[1]] = found[2]
        elif line:
            yield parse_line(line)


def parse_line(line: str) -> Stuk:
    """One line outside a table."""
    if line == "<!-- pagina -->":
        return Stuk(soort="pagina")
    if found := re.match(r"(#{1,4}) (.+)", line):
        return Stuk(soort="kop", level=len(found[1]), text=found[2])
    if found := re.match(r"(\d+\.) (.+)", line):
        return Stuk(soort="nummer", number=found[1], text=found[2])
    for prefix, soort in PREFIXES:
        if line.startswith(prefix):
            return Stuk(soort=soort, text=line[len(prefix) :])
    return Stuk(soort="alinea", text=line)


def number_headings(pieces: Iterator[Stuk], numbering: str) -> Iterator[Stuk]:
    """Give headings their numbers, unless there are none; `*` before a heading's text leaves that one bare."""
    count = [0, 0, 0, 0]
    for piece in pieces:
        if piece.soort != "kop":
            yield piece
        elif piece.text.startswith("* ") or numbering == "geen":
            yield Stuk(soort="kop", level=piece.level, text=piece.text.removeprefix("* "))
        else:
            count[piece.level - 1] += 1
            count[piece.level :] = [0] * (4 - piece.level)
            number = ".".join(str(n) for n in count[: piece.level])
            yield Stuk(soort="kop", level=piece.level, text=piece.text, number=number)


def runs(text: str) -> Iterator[Run]:
    """Split a line at its marks: **bold**, *italic*, [^note], {+inserted+}, {-deleted-}."""
    for part in INLINE.split(text):
        if part.startswith("**"):
            yield Run(text=part[2:-2], look="bold")
        elif part.startswith("[^"):
            yield Run(text=part[2:-1], look="note")
        elif part.startswith("{+"):
            yield Run(text=part[2:-2], look="inserted")
        elif part.startswith("{-"):
            yield Run(text=part[2:-2], look="deleted")
        elif part.startswith("*") and len(part) > 2:
            yield Run(text=part[1:-1], look="italic")
        elif part:
            yield Run(text=part)
