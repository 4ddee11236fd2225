"""The text of units as a reader sees it."""

from plancheck.detect.text import Unit

_LENGTH = 320


def quote(*units: Unit) -> str:
    """The text of one or more units as a reader sees it: cells apart, not longer than a few lines."""
    parts = []
    for unit in units:
        cells = [cell.strip() for cell in unit.cells if cell.strip()]
        parts.append(" | ".join(cells) if unit.cells else unit.text)
    joined = " … ".join(dict.fromkeys(parts))
    return joined if len(joined) <= _LENGTH else joined[: _LENGTH - 1].rsplit(" ", 1)[0] + "…"
