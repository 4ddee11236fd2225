"""How much a file may ask of us. One place for all limits; a file that breaks one is refused with a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes, ratios as inflated / deflated. The defaults are well above any real plan.

    Source of the zip limits: those of Apache POI (ratio 100:1 above 100 KiB, 1,000 entries), taken wider for entries.
    """

    file_bytes: int = 200_000_000
    zip_entries: int = 10_000
    xml_bytes: int = 200_000_000
    inflate_ratio: int = 100
    inflate_free_bytes: int = 1_000_000
    xml_depth: int = 256
    pages: int = 5_000


DEFAULT_LIMITS = Limits()
