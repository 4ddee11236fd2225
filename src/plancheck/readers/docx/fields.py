"""Fields: what Word computes (contents list, page number, reference); their result is text, their code is not."""

import re
from dataclasses import dataclass, field

_CONTENTS = re.compile(r"^\s*(?:TOC|INDEX|INHOUDSOPGAVE)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    code: str = ""
    in_code: bool = True


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place in the text; a contents list runs over many paragraphs."""

    open: list[_Field] = field(default_factory=list)

    def mark(self, kind: str) -> None:
        """Follow a field: between `begin` and `separate` stands its code, after that its result."""
        if kind == "begin":
            self.open.append(_Field())
        elif kind == "separate" and self.open:
            self.open[-1].in_code = False
        elif kind == "end" and self.open:
            self.open.pop()

    def add_code(self, text: str) -> None:
        """A piece of the code of the innermost field."""
        if self.open:
            self.open[-1].code += text

    def end_paragraph(self) -> None:
        """Only a contents list goes on in the next paragraph: a field that is never closed must not swallow text."""
        self.open = [each for each in self.open if _CONTENTS.match(each.code) and not each.in_code]

    def end_contents(self) -> None:
        """A heading or running text stands in no contents list, however its field was left open."""
        self.open = [each for each in self.open if not _CONTENTS.match(each.code)]

    @property
    def in_code(self) -> bool:
        """Whether text here is code."""
        return any(each.in_code for each in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether text here belongs to a contents list."""
        return any(_CONTENTS.match(each.code) for each in self.open)
