"""Plain tables of a hundred columns with Dutch numbers."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from plancheck.evaluate.scores import Bin, Counts, Share, calibration_error

WIDTH = 100
_CELL = 11
_INDENT = "  "


def fraction(value: float | None) -> str:
    """`0.714` as "0,71"; "-" for None."""
    return "-" if value is None else f"{value:.2f}".replace(".", ",")


def percent(value: float | None) -> str:
    """`0.964` as "96,4 %"; "-" for None."""
    return "-" if value is None else f"{100 * value:.1f} %".replace(".", ",")


def share_of(share: Share) -> str:
    """A share with the numbers it is made of: "12 van 16 (75,0 %)"; "geen" of nothing."""
    return f"{share.part} van {share.number} ({percent(share.value)})" if share.number else "geen"


def cut(text: str, width: int) -> str:
    """The text on one line, cut at `width`."""
    return text if len(text) <= width else text[: width - 1] + "…"


def wrapped(text: str, indent: str = _INDENT, most: int = 2) -> Iterator[str]:
    """The text in lines of a hundred columns, at most `most`."""
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        max_lines=most,
        placeholder=" …",
        break_on_hyphens=False,
    )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table: the first column to the left, the others to the right."""
    listed = [header, *rows]
    room = WIDTH - len(_INDENT) - _CELL * (len(header) - 1)
    first = min(room, max(len(row[0]) for row in listed))
    for row in listed:
        yield _INDENT + cut(row[0], first).ljust(first) + "".join(cell.rjust(_CELL) for cell in row[1:])


def counts_table(what: str, rows: Iterable[tuple[str, Counts]]) -> Iterator[str]:
    """Number, found, P, R and F1 per row."""
    return table(
        (what, "aantal", "gevonden", "P", "R", "F1"),
        [
            (
                name,
                str(counts.there),
                str(counts.found),
                fraction(counts.precision),
                fraction(counts.recall),
                fraction(counts.f1),
            )
            for name, counts in rows
        ],
    )


def bins_table(found: Sequence[Bin]) -> Iterator[str]:
    """Confidence beside the share that is right."""
    rows = [
        (
            f"{each.low:.1f} tot {each.low + 0.1:.1f}".replace(".", ","),
            str(each.number),
            fraction(each.confidence),
            fraction(each.right),
        )
        for each in found
    ]
    yield from table(("zekerheid", "aantal", "gemiddeld", "goed"), rows)
    yield f"{_INDENT}Gemiddelde afstand tussen zekerheid en aandeel goed: {fraction(calibration_error(found))}"
