"""How much a file may ask of us. One place for all limits; a file that breaks one is refused with a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may ask. The defaults are well above any real plan, and below what hurts a small machine.

    file_bytes: size of the file itself.
    zip_entries: parts in a Word package (Apache POI allows 1,000; plans with many pictures have more).
    xml_bytes: total size of the XML parts that are read, after unpacking. Pictures are never unpacked.
    inflate_ratio: most that an XML part may grow in unpacking; real ones stay below 40.
    inflate_free_bytes: parts up to this size, unpacked, may have any ratio.
    xml_depth: nesting of elements; a table in a text box in a table is some 60 deep.
    pages: pages of a PDF.
    pdf_objects: objects in a PDF as it states them; a plan of 600 pages has some 50,000.
    seconds: time that reading may take, or that may pass between two signs of progress (see `readers.progress`).
    memory_bytes: memory of the process that reads: a hard limit on Linux, measured now and then elsewhere.
    """

    file_bytes: int = 200_000_000
    zip_entries: int = 10_000
    xml_bytes: int = 200_000_000
    inflate_ratio: int = 100
    inflate_free_bytes: int = 1_000_000
    xml_depth: int = 200
    pages: int = 5_000
    pdf_objects: int = 2_000_000
    seconds: float = 120.0
    memory_bytes: int = 2_000_000_000


DEFAULT_LIMITS = Limits()
