"""Text as the rest of plancheck wants it: NFC, no control characters, single spaces."""

import re
import unicodedata

_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]"
)
_SPELLED_OUT = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ"}
    | dict.fromkeys("\u2010\u2011", "-")  # hyphens that only differ in where a line may break
)
_ODD = re.compile(f"{_ILLEGAL.pattern[:-1]}{''.join(map(chr, _SPELLED_OUT))}]")
BULLET = re.compile(r"^(?:[•●▪■◦○‣⁃∙·➢➤✓✔►❖\uf0b7\uf0a7\uf0d8o*–—-])\s+(?=\S)")


def clean(text: str) -> str:
    """One line of text: NFC, without characters that XML forbids or that nobody sees, spaces collapsed."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    if _ODD.search(text):
        text = _ILLEGAL.sub("", text.translate(_SPELLED_OUT))
    return " ".join(unicodedata.normalize("NFC", text).split())


def split_bullet(line: str) -> tuple[bool, str]:
    """Whether a line starts with a typed bullet, and the line without it."""
    match = BULLET.match(line)
    return (True, line[match.end() :]) if match else (False, line)
