"""The rules that come with plancheck and the documents of the corpora, loaded and read once for all tests of a process.

Neither can be changed, so tests may share them. The detector of these rules is shared too: `detector_for` makes one.
"""

from functools import cache
from pathlib import Path

from plancheck.model.document import Document
from plancheck.readers import read
from plancheck.rules import RuleSet, load_rules


@cache
def shipped_rules() -> RuleSet:
    """The usual package."""
    return load_rules()


@cache
def document_of(path: Path) -> Document:
    """A document that no test changes, read."""
    return read(path)
