"""What a text states, denies or leaves open: the sentences that name what a statement of the package asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plancheck.detect.facts.parts import lead_label
from plancheck.detect.marks import hollow, substance
from plancheck.detect.marks.stance import Stance, pieces, stance
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.cut import merge_terms
from plancheck.detect.text.lexicon import NO_TERMS, Group, Lexicon, Terms
from plancheck.detect.text.unit import Unit
from plancheck.model.procedure import Statement

_ELSEWHERE = frozenset(
    (hollow.ELSEWHERE, hollow.WHOLE, hollow.NATION, hollow.EXPLANATION, hollow.INSTRUCTION, hollow.GUIDE)
)
_UNDECIDED = re.compile(
    r"\b(?:begrip\w*|woordenlijst|afkorting\w*|opties?|varianten?|alternatieven|scenario\w*|afgevallen|verkend\w*|onderzocht\w*)\b",
    re.IGNORECASE,
)
"""Headings under which things are named that are not chosen."""
_NUMBERED = re.compile(
    r"\W*(?:oplossing|variant|optie|scenario|richting|route|alternatief)\s+(?:[A-Z]|\d+)\b", re.IGNORECASE
)
"""How one of several is named that may be chosen."""
_WEIGHED = re.compile(
    r"\b(?:uit te werken|uitwerken|onderzoeken|vergelijken|bekijken|doorrekenen|naast elkaar|werken \w+ uit"
    r"|opties?|varianten?|mogelijkheden|scenario\w*)\b",
    re.IGNORECASE,
)
"""What introduces a list of things that are still to be weighed."""
_REASON = re.compile(r"\W*(?:omdat|want|doordat|aangezien)\b", re.IGNORECASE)
"""What begins a reason: of what is named there it is not said that it is chosen."""
_ASKS = re.compile(r"\bof (?:er|een|het|de|dit|dat|deze|wij|we)\b", re.IGNORECASE)
"""What is asked or was looked into; the answer may stand behind it."""
_NO = re.compile(
    r"(?:^|[.:;,]\s*)\W*nee\b"
    r"|\b(?:dat|dit|het)(?: \w+)? (?:is|was|bleek|blijkt|hoeft|hoefde|hoeven)\b[^.;:]{0,25}\bniet\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"(?:^|[.:;,]\s*)\W*ja\b"
    r"|\b(?:dat|dit|het)(?: \w+)? (?:is|was|bleek|blijkt) (?:wel )?(?:zo|het geval|nodig|inderdaad)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CompiledStatement:
    """A statement with its groups. value: what it says of the fact. kinds: words for parts, where it must name one."""

    value: str
    rule: Statement
    groups: tuple[Group, ...]
    without: Group
    kinds: Group = NO_TERMS


@dataclass(frozen=True, slots=True)
class Saying:
    """A unit that names what is stated, and how it stands to it. window: the words that do; statement: around them.

    shown: the text of the unit with the sentence behind it, where that answers what it asks.
    """

    unit: Unit
    stance: Stance
    window: str
    statement: str
    shown: str = ""


def compile_statement(rule: Statement, lexicon: Lexicon, value: str = "", kinds: Group = NO_TERMS) -> CompiledStatement:
    """Look up the terms of a statement. Must be done before the text is analysed."""
    groups = tuple(lexicon.group(group) for group in rule.together)
    return CompiledStatement(value, rule, groups, lexicon.group(rule.without), kinds)


def sayings(statement: CompiledStatement, text: AnalysedText, lexicon: Lexicon) -> Iterator[Saying]:
    """The units that name what is stated, each with how they stand to it; not those about something else."""
    for unit in text.numbered(frozenset.intersection(*map(text.index.holding, statement.groups))):
        if unit.hollow & _ELSEWHERE:
            continue
        saying = _saying(statement, unit, text, lexicon)
        if saying is not None:
            saying = _answered(saying, text)
            undecided = saying.stance is Stance.STATED and _is_undecided(unit, text)
            yield replace(saying, stance=Stance.OPEN) if undecided else saying


def _answered(saying: Saying, text: AnalysedText) -> Saying:
    """The same, with what follows on a question that the unit opens: "of er ... nodig is. Dat is niet zo"."""
    unit = saying.unit
    if saying.stance is not Stance.OPEN or not _ASKS.search(saying.statement) or unit.text.rstrip().endswith("?"):
        return saying
    rest = unit.text[unit.text.find(saying.statement) + len(saying.statement) :]
    following = text.units[unit.number + 1 : unit.number + 2]
    behind = "".join(each.text for each in following if each.group == unit.group)
    for said, shown in ((rest, ""), (behind, f"{unit.text} {behind}")):
        answer = Stance.DENIED if _NO.search(said) else Stance.STATED if _YES.search(said) else None
        if answer is not None:
            return replace(saying, stance=answer, shown=shown)
    return saying


def _is_undecided(unit: Unit, text: AnalysedText) -> bool:
    """Whether a unit names one of several things of which none is chosen yet, by what stands above or before it."""
    label = f"{unit.section.heading} {lead_label(unit, text)}"
    introduction = unit.introduced_by.text if unit.introduced_by else ""
    return bool(_UNDECIDED.search(label) or _NUMBERED.match(unit.text) or _WEIGHED.search(introduction))


def _saying(statement: CompiledStatement, unit: Unit, text: AnalysedText, lexicon: Lexicon) -> Saying | None:
    """How the unit stands to the statement; None when no single statement in it holds all that is asked.

    By the shortest window of parts that holds it, so that a "niet" in another part says nothing.
    """
    for parts in pieces(unit.text):
        whole = unit.text[parts[0][0] : parts[-1][1]]
        if statement.without and statement.without.hits(_terms(whole, text, lexicon)):
            continue
        for first, last in _windows(unit.text, parts):
            window = (parts[first][0], parts[last][1])
            if _holds(statement, unit.text[slice(*window)], text, lexicon):
                how = stance(unit.text, (parts[0][0], parts[-1][1]), window)
                return Saying(unit, how, unit.text[slice(*window)], whole)
    return None


def _windows(text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs of parts of a statement, the shortest first: first and last. None goes on into a reason."""
    reasons = [place for place, (start, end) in enumerate(parts) if _REASON.match(text, start, end)]
    spans = [(first, last) for first in range(len(parts)) for last in range(first, len(parts))]
    for first, last in sorted(spans, key=lambda span: span[1] - span[0]):
        if not any(first < place <= last for place in reasons):
            yield first, last


def _holds(statement: CompiledStatement, window: str, text: AnalysedText, lexicon: Lexicon) -> bool:
    if statement.rule.choice and not substance.makes_choice(window):
        return False
    terms = _terms(window, text, lexicon)
    return all(group.hits(terms) for group in statement.groups)


def _terms(words: str, text: AnalysedText, lexicon: Lexicon) -> Terms:
    """The terms in a piece of a text, by themselves."""
    return merge_terms([sentence for found in lexicon.analyser.analyse([words], text.known) for sentence in found])
