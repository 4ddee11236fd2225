"""How many objects a PDF holds by its own account, before a parser in C builds anything of them."""

import re

from plancheck.errors import LimitExceeded
from plancheck.readers.limits import Limits

_PACKED = re.compile(rb"/Type\s*/ObjStm\b[^>]{0,300}?/N\s+(\d{1,12})|/N\s+(\d{1,12})\b[^>]{0,300}?/Type\s*/ObjStm\b")
"""Object streams, which say how many objects they hold."""


def refuse_too_many(content: bytes, path: str, limits: Limits) -> None:
    """Refuse a PDF with more objects than allowed; any other file passes.

    Raises:
        LimitExceeded: it has.
    """
    if b"%PDF-" not in content[:1024]:
        return
    loose = content.count(b" obj")
    packed = sum(int(before or after) for before, after in _PACKED.findall(content))
    if loose + packed > limits.pdf_objects:
        raise LimitExceeded(
            f"deze PDF bestaat uit meer dan {limits.pdf_objects} onderdelen.",
            path=path,
            hint="Sla hem opnieuw op, of splits hem.",
        )
