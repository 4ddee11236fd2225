"""Text for a terminal of 80 columns: wrapped, cut, coloured, and without what would steer it."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator

WIDTH = 80
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def wrapped(text: str, before: str = "", after: str | None = None) -> Iterator[str]:
    """Lines of at most 80 columns. `before` stands before the first, `after` before the others.

    A double space in `text` stays; a non-breaking space keeps its words together and is shown as a plain one.
    """
    parts = [re.sub(r"[ \t\n\r]+", " ", safe(part)) for part in text.split("  ", 1)]
    lines = textwrap.wrap(
        "  ".join(parts),
        WIDTH,
        initial_indent=before,
        subsequent_indent=before if after is None else after,
        break_on_hyphens=False,
    )
    yield from (line.replace("\u00a0", " ") for line in lines)


def fitted(text: str, before: str = "", *, end: str = "") -> str:
    """One line of at most 80 columns: what is too long is cut at a word, with `end` behind it whatever is cut."""
    clean, end = _plain(text), _plain(end)
    end = f" {end}" if end else ""
    return (before + cut(clean, WIDTH - len(before) - len(end)) + end)[:WIDTH]


def cut(text: str, most: int) -> str:
    """The text on one line, cut at a word after `most` signs."""
    clean = _plain(text)
    if len(clean) <= most:
        return clean
    room = max(most - 2, 0)
    return (clean[: room + 1].rpartition(" ")[0].rstrip(" ,;:.") or clean[:room]) + " …"


def _plain(text: str) -> str:
    return " ".join(safe(text).replace("\u00a0", " ").split())


def safe(text: str) -> str:
    """The text without what would steer a terminal: control characters, direction marks and half surrogates."""
    return "".join(
        " "
        if unicodedata.category(sign) in ("Cc", "Zl", "Zp")
        else "\ufffd"
        if unicodedata.category(sign) == "Cs"
        else sign
        for sign in text
        if sign not in _BIDI
    )


def styled(text: str, code: str, colour: bool) -> str:
    """The text bold (code "1") or bold in a colour, when colours are wanted."""
    return f"\033[{code if code == '1' else '1;' + code}m{text}\033[0m" if colour else text
