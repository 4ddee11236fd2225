"""Which kinds of document the opening of a text names: its title, the lines around it, what it says of itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Group, Lexicon, Terms, words_in
from plancheck.detect.text.unit import Unit
from plancheck.rules.ruleset import KindRule

TITLE_WEIGHT = 3.0
SUBTITLE_WEIGHT = 2.0
_SELF_WEIGHT = 2.4
_LATER_WORD = 0.25
"""Share of the weight for a kind that the title names after another ("Startnotitie uitvoeringsplan"), or as another
paper ("de fase tot en met het uitvoeringsplan", "evaluatie van het participatieplan")."""
_WEAK_TITLE = 0.3
"""Share of the weight for a word in the title that other kinds bear as well."""
_PROPERTY_WEIGHT = 0.8
_FILE_WEIGHT = 0.7
_OPENING_BLOCKS = 7
_OPENING_UNITS = 14
_SHORT = 16
_CLOSE = 5
"""Words between "this is" and the name of the kind."""
_SELF = re.compile(
    r"\b(?:dit|deze|voor u ligt|hierbij|voorliggend\w*|dit is|heet|heten|noemen|noemt|onderhavige?)\b", re.IGNORECASE
)
_OTHER_PAPER = re.compile(
    r"(?:^van|\b(?:naar|richting|voor|tot(?: en met)?|over|bij|(?:evaluatie|bevindingen|aanbieding) van))"
    r" (?:(?:het|een|de|ons|onze|dit|dat) (?:\w+en? )?|eigen )?$",
    re.IGNORECASE,
)
"""Before a name: the paper is on its way to what is named, comes from it, or is about it."""
_TOLD = re.compile(r"\b(?:wij|we|u|uw|ik|jij|je|jullie)\b.*[.!?]\W*$", re.IGNORECASE)
"""A sentence in which somebody speaks is no subtitle: "Op 3 maart tonen wij u het plan."."""


@dataclass(frozen=True, slots=True)
class CompiledKind:
    """A kind of document with its terms looked up. marks: words in the opening that speak for it without naming it."""

    kind: KindRule
    titles: Group
    strong_titles: Group
    marks: tuple[Group, ...]
    title_excluded: Group
    phrases: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """How strongly the opening of a document names a kind, and where."""

    weight: float
    unit: Unit | None


def compile_kind(kind: KindRule, lexicon: Lexicon) -> CompiledKind:
    """Look up the terms of a kind. Must be done before the text is analysed."""
    return CompiledKind(
        kind=kind,
        titles=lexicon.group([*kind.titles, *kind.weak_titles]),
        strong_titles=lexicon.group(kind.titles),
        marks=tuple(lexicon.group([mark]) for mark in (*kind.weak_titles, *kind.phrases)),
        title_excluded=lexicon.group(kind.title_excluded),
        phrases=tuple(lexicon.group([phrase]) for phrase in kind.phrases),
    )


def is_named(compiled: CompiledKind, terms: Terms) -> bool:
    """Whether words name a kind."""
    return compiled.titles.hits(terms) and not compiled.title_excluded.hits(terms)


def namings(text: AnalysedText, kinds: tuple[CompiledKind, ...], lexicon: Lexicon) -> list[Naming]:
    """For each kind the best place in the opening that names it, plus properties and file name."""
    document = text.dossier.documents[0]
    elsewhere = (
        (document.properties.title, _PROPERTY_WEIGHT),
        (_stem(document.source.path), _FILE_WEIGHT),
    )
    best: list[Naming] = [Naming(0.0, None) for _ in kinds]
    for unit, weight in _opening(text, kinds):
        for place, share in _shares(partial(_forms, unit), unit.terms, kinds).items():
            if weight * share > best[place].weight:
                best[place] = Naming(weight * share, unit)
    for words, weight in elsewhere:
        for place, share in _shares(partial(words_in, words), lexicon.terms_of(words), kinds).items():
            best[place] = Naming(best[place].weight + weight * share, best[place].unit)
    return best


def marked(compiled: CompiledKind, text: AnalysedText) -> int:
    """How many marks of a kind stand in the opening: "ter inzage", "vastgesteld door"."""
    opening = text.units[:_OPENING_UNITS]
    return sum(any(mark.hits(unit.terms) for unit in opening) for mark in compiled.marks)


def _opening(text: AnalysedText, kinds: tuple[CompiledKind, ...]) -> list[tuple[Unit, float]]:
    """The title, the lines around it, and first sentences that say what this document is, with their weight."""
    found = [(unit, TITLE_WEIGHT) for unit in text.headings[:1] if unit.span.block < _OPENING_BLOCKS]
    first = text.units[0].span.block if text.units else 0
    for unit in text.units[:_OPENING_UNITS]:
        if unit.span.block >= first + _OPENING_BLOCKS:
            break
        if _names_itself(unit, kinds):
            found.append((unit, _SELF_WEIGHT))
        elif (
            unit.section is text.units[0].section
            and unit.span.block <= first + 3
            and ((unit.words <= _SHORT and not _TOLD.search(unit.text)) or _begins_with_a_name(unit, kinds))
        ):
            found.append((unit, SUBTITLE_WEIGHT))
    return found


def _names_itself(unit: Unit, kinds: tuple[CompiledKind, ...]) -> bool:
    """Whether a sentence says what the document is: "this", "before you lies" and the name of a kind close to it."""
    said = _SELF.search(unit.text)
    if said is None:
        return False
    place = len(unit.text[: said.end()].split())
    positions = {each for compiled in kinds for each in compiled.titles.positions(unit.terms)}
    return any(abs(each - place) <= _CLOSE for each in positions)


def _begins_with_a_name(unit: Unit, kinds: tuple[CompiledKind, ...]) -> bool:
    """Whether a line begins with the name of a kind: a subtitle, however long."""
    return any(
        compiled.titles.hits(unit.terms) and min(compiled.titles.positions(unit.terms)) == 0 for compiled in kinds
    )


def _shares(forms: Callable[[], list[str]], terms: Terms, kinds: tuple[CompiledKind, ...]) -> dict[int, float]:
    """Which kinds a text names: 1 for the one that is named first, less for what comes after it or is another paper.

    Kinds in which the same is judged are named together: "strategie en plan" is both. forms: gives the words that the
    positions of `terms` count; asked only when a kind is named.
    """
    first = {
        place: min(compiled.strong_titles.positions(terms) or compiled.titles.positions(terms))
        for place, compiled in enumerate(kinds)
        if is_named(compiled, terms)
    }
    if not first:
        return {}
    strong = {place for place in first if kinds[place].strong_titles.positions(terms)}
    told = forms()
    others = {
        place
        for place, position in first.items()
        if place in strong and _OTHER_PAPER.search("".join(form + " " for form in told[:position]))
    }
    own = {place: position for place, position in first.items() if place not in others} or first
    earliest = min(own.values())
    together = {kinds[place].kind.judged for place, position in own.items() if position == earliest} - {()}
    shares = {}
    for place, position in first.items():
        is_first = place not in others and (position == earliest or kinds[place].kind.judged in together)
        shares[place] = (1.0 if is_first else _LATER_WORD) * (1.0 if place in strong else _WEAK_TITLE)
    return shares


def _forms(unit: Unit) -> list[str]:
    """The words of a sentence as its terms count them."""
    from plancheck.nlp.pipeline import tokenise

    return [word for word in tokenise(unit.text)[0] if not word.isspace()]


def _stem(path: str) -> str:
    return re.sub(r"[_.\-]+", " ", PurePosixPath(path).stem)
