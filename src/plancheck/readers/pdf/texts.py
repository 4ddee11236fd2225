"""What a line says by its form: a number, a bullet, a caption, a date; and letters to compare titles by."""

import re
from functools import lru_cache

NUMBERED = re.compile(r"^(?:(?:hoofdstuk|paragraaf|deel)\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s+(?=\S)", re.IGNORECASE)
ITEM = re.compile(r"^(?:\d{1,2}[.)]|\(?[a-z]\)|[a-z]\.|[ivx]{1,4}[.)])\s+(?=\S)")
NUMBERED_CAPTION = re.compile(r"^(?:tabel|figuur|afbeelding|kaart|grafiek|foto)\s+\d+", re.IGNORECASE)
_FIRST_OF_NUMBER = "hpdbaHPDBA"
_FIRST_OF_CAPTION = "tfakgTFAKG"
ANNEX = re.compile(r"^(?:bijlage|annex)\s+(?:\d+|[A-Z]|[IVX]+)\b", re.IGNORECASE)
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
NO_TITLE = re.compile(
    rf"^(?:\w+,?\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTHS})\s+(?:19|20)\d{{2}}$|^\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}$"
    r"|^(?:versie|datum|status|auteurs?|opgesteld door|opdrachtgever|kenmerk|zaaknummer|namens|hoogachtend|"
    r"ondertekening|contactpersoon|behandeld door|telefoon|e-?mail)\b(?:\s*:|\s+\d|.*,$|$)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*\d{0,2}$")
_NUMBER = re.compile(r"^(?:hoofdstuk|paragraaf)?\W*\d{1,2}(?:\.\d{1,2}){0,4}[.):]?\s+", re.IGNORECASE)


@lru_cache(maxsize=8192)
def letters(text: str) -> str:
    """A text reduced to its letters and digits, without a number in front: what two sources call the same title."""
    return re.sub(r"[\W_]+", "", _NUMBER.sub("", text)).lower()


def has_ended(text: str) -> bool:
    """Whether a text ends as a sentence or a lead-in does."""
    last = text[-1:]
    return last == "." or (not last.isalpha() and bool(_ENDS.search(text[-6:])))


@lru_cache(maxsize=8192)
def typed_level(text: str) -> int | None:
    """The level that a typed number gives a heading: 3.2 is 2; an annex is 1."""
    if not (text[:1].isdigit() or text[:1] in _FIRST_OF_NUMBER):
        return None
    match = NUMBERED.match(text)
    if match:
        return match[1].rstrip(".").count(".") + 1
    return 1 if ANNEX.match(text) else None


def typed_number(text: str) -> str:
    """The number typed before a title: 2.3.1; empty when there is none."""
    match = NUMBERED.match(text)
    return match[1] if match else ""


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table or figure."""
    return text[:1] in _FIRST_OF_CAPTION and bool(NUMBERED_CAPTION.match(text)) and len(text) < 250
