"""A quote and what it shows."""

from dataclasses import dataclass

from plancheck.model.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote that shows an aspect (or, as counter-evidence, shows that it is not there).

    aspect: id of the aspect, "" when it is about the whole requirement. heading: nearest heading, ""
    when there is none. strength: 0-1. reason: Dutch, why this counts.
    kind: a kind of evidence ("tabel"), or of hollow text ("ontkenning", "belofte", ...).
    """

    aspect: str
    span: Span
    quote: str
    kind: str
    strength: float
    reason: str
    heading: str = ""
    page: int | None = None
