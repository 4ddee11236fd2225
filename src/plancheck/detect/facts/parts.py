"""Of which part of the whole does a statement speak: "de flats", "Blok A", "het zuidelijk deel", "de overige"?

A plan may say one thing of one part and another of the next without contradicting itself. A part is known by what
kind of thing it is (words of the package), by its name, or by general words for a side or for what is left.
"""

import re
from collections.abc import Iterator

from plancheck.detect.marks import substance
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Group, Lexicon
from plancheck.detect.text.unit import Unit
from plancheck.nlp import lemmas

_WORD = re.compile(r"[\w'’-]+")
_LABEL = re.compile(r"\s+([A-Z]{1,3}\d?|\d{1,2})\b(?!\s*(?:%|procent|graden|\w+en\b))")
"""What tells one block from another: "blok A", "deelgebied II", "cluster 3"."""
_SIDE = re.compile(
    r"\b(noord|oost|zuid|west)(?:en|elijke?|zijde|kant|rand)\b|\b(rest|overige|resterende|buitenste|binnenste)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:he?el|hele|gehele|geheel)\b", re.IGNORECASE)
_LEAD = 5
"""A first sentence of so few words is a label: what follows is about what it names."""


def parts_in(text: str, kinds: Group, unit: Unit, lexicon: Lexicon) -> frozenset[str]:
    """The parts that a piece of a unit names; none when it speaks of the whole."""
    return frozenset() if _WHOLE.search(text) else frozenset(_parts(text, kinds, unit, lexicon))


def _parts(text: str, kinds: Group, unit: Unit, lexicon: Lexicon) -> Iterator[str]:
    for word in _WORD.finditer(text):
        if kinds.hits(lexicon.terms_of(word.group())):
            label = _LABEL.match(text, word.end())
            yield lemmas.lemma(word.group().lower()) + (f" {label.group(1).lower()}" if label else "")
    for side in _SIDE.finditer(text):
        yield side.group().lower()
    for name in substance.names(text, lexicon.no_names):
        if not unit.own_names.issuperset(name.split(" ")):
            yield name.lower()


def parts_around(unit: Unit, text: AnalysedText, kinds: Group, lexicon: Lexicon) -> frozenset[str]:
    """The parts named by the cell below a column head for parts, the label before a sentence, or the heading."""
    columns = zip(unit.header, unit.cells, strict=False)
    if cells := [cell.strip().lower() for head, cell in columns if kinds.hits(lexicon.terms_of(head)) and cell.strip()]:
        return frozenset(cells)
    label = lead_label(unit, text)
    return parts_in(label, kinds, unit, lexicon) or parts_in(unit.section.heading, kinds, unit, lexicon)


def lead_label(unit: Unit, text: AnalysedText) -> str:
    """The first words of the paragraph of a sentence, when they stand apart as a label; "" when they do not."""
    for place in range(unit.number - 1, -1, -1):
        first = text.units[place]
        if (first.span.document, first.span.block) != (unit.span.document, unit.span.block):
            break
        if first.span.start == 0 and unit.kind == "zin":
            return first.text if len(first.text.split()) < _LEAD else ""
    return ""
