"""What a cell says by its form: an amount, nothing, money."""

import re

_SIGN = r"[(+\-−–]?\s?"
_AMOUNT = re.compile(
    rf"{_SIGN}(?:€|EUR)?\s?{_SIGN}\d[\d.,]*(?: \d{{3}})*(?:,[-–—=]{{1,2}})?\s?"
    r"(?:%|mln\.?|miljoen|mld\.?|euro|k)?\s?[)*\-−]?",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?:€ ?)?(?:[-−–—]{1,2}|p\.?m\.?|nihil|n\.?v\.?t\.?)|€|EUR", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONEY = re.compile(r"€|%|\d\.\d{3}\b|\d,\d|EUR|mln|miljoen|\d,[-–—=]", re.IGNORECASE)
"""What makes a figure more than the number of a page or a point."""
_LONG = re.compile(r"-?\d{4,}")


def is_amount(text: str) -> bool:
    """Whether a text is a number, with what it counts; a year is none."""
    return any(map(str.isdigit, text)) and bool(_AMOUNT.fullmatch(text)) and not _YEAR.fullmatch(text)


def is_money(cells: list[str]) -> bool:
    """Whether most cells say what they count or count in thousands; without points only where they differ in length."""
    plain = [text for text in cells if _LONG.fullmatch(text)]
    marked = sum(bool(_MONEY.search(text)) for text in cells)
    return 2 * (marked + (len(plain) if len({*map(len, plain)}) > 1 else 0)) > len(cells)


def is_figure(text: str) -> bool:
    """Whether a text is an amount, or says that there is none."""
    return bool(_AMOUNT.fullmatch(text) or _NOTHING.fullmatch(text))
