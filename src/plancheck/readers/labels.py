"""Short lines that stand out and yet are no headings: who, where and when on a title page, and sums under a column."""

import re

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_LABEL = re.compile(
    rf"^(?i:[\w'’ .-]{{2,40}},\s+(?:\d{{1,2}}\s+)?(?:{MONTHS})\s+20\d{{2}}$)|\b[1-9]\d{{3}}\s?[A-Z]{{2}}\b"
    r"|^(?i:postbus\s+\d|(?:definitief\s+|eerste\s+)?concept(?:versie)?$|handtekening|voor akkoord|plaats en datum)"
    r"|^(?i:\w+(?:straat|weg|laan|plein|kade|gracht|singel|dijk|dreef|steeg)\s+\d+\s?[a-z]?(?:,.*)?$)"
    r"|^(?i:(?:naam|namen|titel|onderdeel|(?:gemaakt|uitgevoerd|geschreven) door|student\w*|klas|docent\w*"
    r"|opdrachtgever|contactpersoon|(?:bezoek|post)?adres|telefoon|tel\.?|e-?mail"
    r"|kenmerk|betreft|plaats|totaal)\b[^:]{0,25}:)|^[vV]\d[\d.]*$",
)
_AMOUNT = r"[-–(]?(?:€\s?)?[-–]?\d{1,3}(?:\.\d{3})+(?:,(?:\d\d|-))?[-)]?"
_SUMS = re.compile(
    rf"(?:\s{_AMOUNT}|\s-)+\s{_AMOUNT}$|{_AMOUNT}(?:\s-)+$|^(?:sub)?totaal\b.*\s{_AMOUNT}$", re.IGNORECASE
)
_TOLD = re.compile(
    r"^(?:versie|datum|auteurs?|status|opdrachtgever|namen?|opgesteld|kenmerk|student\w*|klas|docent\w*|zaaknummer"
    r"|portefeuillehouder|telefoon|e-?mail|wijziging\w*)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^\S+@\S+$|^(?:tel\w*|mobiel|e-?mail)\b|^(?!\d\d?-\d\d?-\d\d)(?:\+\d\d|0)[\d\s()-]{8,14}$", re.IGNORECASE
)
_FEWEST_TOLD = 2


def is_label(text: str) -> bool:
    """Whether a line is a place and date, an address, a signature or what a title page says."""
    return bool(_LABEL.search(text))


def is_sum(text: str) -> bool:
    """Whether a line ends with amounts, as the total under the columns of a table does."""
    return bool(_SUMS.search(text))


def is_address(text: str) -> bool:
    """Whether a line is nothing but where somebody can be reached."""
    return bool(_ADDRESS.search(text))


def tells_of_document(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table says who made the document, and when: that of a title page."""
    cells = {*rows[0], *(row[0] for row in rows)}
    return sum(bool(_TOLD.match(cell)) for cell in cells) >= _FEWEST_TOLD
