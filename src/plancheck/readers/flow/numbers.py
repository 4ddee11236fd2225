"""Numbers of lists and headings as a reader sees them: 3, c, iii."""

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST = 3999
"""Beyond this no list is numbered in letters or Roman figures."""


def shown(value: int, form: str) -> str:
    """A number in a form of OOXML: decimal, decimalZero, lowerLetter, upperLetter, lowerRoman, upperRoman."""
    if form == "decimalZero":
        return f"{value:02d}"
    if not 0 < value <= _LARGEST:
        return str(value)
    if form in ("lowerLetter", "upperLetter"):
        rounds, place = divmod(value - 1, 26)
        letters = chr(ord("a") + place) * (rounds + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        roman, rest = "", value
        for size, sign in _ROMAN:
            count, rest = divmod(rest, size)
            roman += sign * count
        return roman.upper() if form == "upperRoman" else roman
    return str(value)
