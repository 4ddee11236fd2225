"""When a document was made or changed, as its file says; what a program filled in by itself is no date of it."""

_STAMPS = ("2013-12-23T23:15:00",)
"""Moments that stand in the template of a program and so in every file made with it: python-docx."""
_ZEROS = frozenset(("2000-01-01", "2001-01-01"))
"""Where clocks begin that were never set, of machines (2000) and of Apple's programs (2001)."""
_FIRST = "1990"
"""The other clocks begin earlier (1601, 1899, 1904, 1970, 1980), a few hours off where the time zone was reckoned with.
No document of our formats is that old."""


def own_day(moment: str) -> str:
    """The day (YYYY-MM-DD) of a moment in a file; "" when it is the stamp of a template or the zero of a clock."""
    day = moment[:10]
    return "" if moment.startswith(_STAMPS) or day in _ZEROS or day < _FIRST else day
