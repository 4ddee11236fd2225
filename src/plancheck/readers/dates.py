"""When a document was made or changed, as its file says; what a program filled in by itself is no date of it."""

_STAMPS = ("2013-12-23T23:15:00",)
"""Moments that stand in the template of a program and so in every file made with it: python-docx."""
_ZEROS = frozenset(("0001-01-01", "1601-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1970-01-01", "1980-01-01"))
"""Where the clocks of programs begin: a date that was never set."""


def own_day(moment: str) -> str:
    """The day (YYYY-MM-DD) of a moment in a file; "" when it is the stamp of a template or the zero of a clock."""
    day = moment[:10]
    return "" if moment.startswith(_STAMPS) or day in _ZEROS else day
