"""Dates as a Dutch reader writes them, the same in reports and in what people are told about their settings."""

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def dutch_date(iso: str) -> str:
    """`2026-11-23` as "23 november 2026"; any other text as it is."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return iso
    year, month, day = (int(part) for part in parts)
    return f"{day} {_MONTHS[month - 1]} {year}" if 1 <= month <= 12 else iso
