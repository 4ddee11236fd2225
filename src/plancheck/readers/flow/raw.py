"""A block with how it looks: what the readers of flowing text hand over before headings are decided."""

from dataclasses import dataclass

from plancheck.model.document import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A block with how it looks, before it is decided what is a heading where no style says so."""

    block: Block
    size: int = 0
    bold: bool = False
    caps: bool = False
    underlined: bool = False
