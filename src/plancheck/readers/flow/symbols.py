"""Characters of symbol fonts that carry meaning in a table: ticks, boxes and arrows."""

SYMBOLS = {"F0FC": "✓", "F0FE": "☒", "F0FB": "✗", "F0A8": "☐", "F06F": "☐", "F0E0": "→", "F0E8": "→"}
"""By their place in Wingdings, which has no Unicode."""
_BY_NUMBER = {int(place, 16): sign for place, sign in SYMBOLS.items()}


def told(text: str) -> str:
    """The same text with these characters as Unicode has them."""
    return text if text.isascii() else text.translate(_BY_NUMBER)
