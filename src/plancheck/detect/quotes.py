"""A unit as evidence: its text as a reader sees it, and where it stands."""

from plancheck.detect.text import Unit
from plancheck.model.evidence import Evidence

_LENGTH = 320


def evidence_of(unit: Unit, *, kind: str, strength: float, reason: str, aspect: str = "", text: str = "") -> Evidence:
    """The unit as evidence. text: the quote, where it is another than the unit itself."""
    return Evidence(
        aspect=aspect,
        span=unit.span,
        quote=text or quote(unit),
        kind=kind,
        strength=strength,
        reason=reason,
        heading=unit.section.heading,
        page=unit.page,
    )


def quote(*units: Unit) -> str:
    """The text of one or more units as a reader sees it: cells apart, not longer than a few lines."""
    joined = " … ".join(dict.fromkeys(unit.shown for unit in units))
    return joined if len(joined) <= _LENGTH else joined[: _LENGTH - 1].rsplit(" ", 1)[0] + "…"
