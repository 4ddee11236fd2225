"""Facts about the plan on which rules depend: given by the user, read from the text, or unknown.

A false fact does more harm than an unknown one. So a sentence counts only when it states or denies something of this
plan; what it leaves open, or says of something else, is shown and decides nothing. Sentences that contradict each
other leave the fact unknown, unless they speak of different parts of the whole.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plancheck.detect import hollow, substance
from plancheck.detect.cut import merge_terms
from plancheck.detect.lexicon import Group, Lexicon, Terms
from plancheck.detect.parts import lead_label, parts_around, parts_in
from plancheck.detect.quotes import evidence_of
from plancheck.detect.stance import Stance, pieces, stance
from plancheck.detect.text import AnalysedText, Unit
from plancheck.model.finding import Evidence, Fact, Origin
from plancheck.model.procedure import Statement
from plancheck.rules.ruleset import Division, FactRule

_NO_TERMS = Group(frozenset())
_QUOTES = 3
_CLEAR = 4
"""A value that many sentences state needs this many times as many as all others together to be the one."""
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
_REASONS = {
    Stance.STATED: "de tekst zegt dit met zoveel woorden",
    Stance.DENIED: "de tekst ontkent het",
    Stance.OPEN: "de tekst laat dit open",
}


@dataclass(frozen=True, slots=True)
class CompiledStatement:
    """A statement with its groups. value: what it says of the fact. kinds: words for parts, where it must name one."""

    value: str
    rule: Statement
    groups: tuple[Group, ...]
    without: Group
    kinds: Group = _NO_TERMS


@dataclass(frozen=True, slots=True)
class CompiledFact:
    """A fact with what states each of its values. kinds: words for parts of the whole."""

    rule: FactRule
    statements: tuple[CompiledStatement, ...]
    kinds: Group


@dataclass(frozen=True, slots=True)
class _Said:
    """A unit that says something of a fact. value: "" when it leaves the fact open.

    parts: those that it says it of, none for the whole. only_part: it says nothing of the whole.
    """

    value: str
    unit: Unit
    stance: Stance
    parts: frozenset[str] = frozenset()
    only_part: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A unit that names what is stated, and how it stands to it. window: the words that do; statement: around them."""

    unit: Unit
    stance: Stance
    window: str
    statement: str


def compile_fact(rule: FactRule, lexicon: Lexicon) -> CompiledFact:
    """Look up the terms of a fact. Must be done before the text is analysed."""
    kinds = lexicon.group(rule.division.kinds) if rule.division else _NO_TERMS
    statements = (
        compile_statement(each, lexicon, value, kinds) for value, many in rule.values.items() for each in many
    )
    return CompiledFact(rule, tuple(statements), kinds)


def compile_statement(
    rule: Statement, lexicon: Lexicon, value: str = "", kinds: Group = _NO_TERMS
) -> CompiledStatement:
    """Look up the terms of a statement. Must be done before the text is analysed."""
    groups = tuple(lexicon.group(group) for group in rule.together)
    return CompiledStatement(value, rule, groups, lexicon.group(rule.without), kinds)


def find_fact(compiled: CompiledFact, text: AnalysedText, given: Mapping[str, str], lexicon: Lexicon) -> Fact:
    """The fact as the user gave it, else as the text says it clearly, else unknown with its question.

    Where the text says one thing of one part and another of the next, it is divided, which is a value too. Where it
    says nothing at all, a package may know what that means.
    """
    rule = compiled.rule
    everything = list(_said(compiled, text, lexicon))
    parted = _divided(rule.division, everything)
    said = [each for each in everything if not each.only_part]
    units: dict[str, set[int]] = {}
    for each in said:
        if each.value:
            units.setdefault(each.value, set()).add(each.unit.number)
    read = rule.division.value if rule.division and parted else _clear_value({k: len(v) for k, v in units.items()})
    value = given.get(rule.name) or read
    origin: Origin = "gegeven" if rule.name in given else "tekst" if value else "onbekend"
    if not value and not said and rule.silent:
        value, origin = rule.silent, "aangenomen"
    if parted and rule.division and value == rule.division.value:
        agreeing = parted
        contrary = [each for each in said if each.value not in ("", value, *rule.division.among)]
    else:
        agreeing = [each for each in said if each.value == value] if value else said
        contrary = [each for each in said if each.value not in ("", value)]
    return Fact(
        name=rule.name,
        value=value or None,
        origin=origin,
        question=rule.question,
        title=rule.title,
        evidence=_shown(agreeing),
        contradiction=_shown(contrary) if value or len(units) > 1 else (),
    )


def _divided(division: Division | None, said: list[_Said]) -> list[_Said]:
    """What is said of separate parts, when that differs: only of parts of which no other value is said."""
    if division is None:
        return []
    of_parts = [each for each in said if each.parts and each.value in division.among]
    named = {
        value: frozenset().union(*(each.parts for each in of_parts if each.value == value)) for value in division.among
    }

    def stands_alone(each: _Said) -> bool:
        return all(each.parts.isdisjoint(parts) for value, parts in named.items() if value != each.value)

    alone = [each for each in of_parts if stands_alone(each)]
    return alone if len({each.value for each in alone}) > 1 else []


def _clear_value(counts: Mapping[str, int]) -> str:
    best = max(counts, key=lambda value: counts[value], default="")
    return best if best and counts[best] >= _CLEAR * (sum(counts.values()) - counts[best]) else ""


def _shown(said: list[_Said]) -> tuple[Evidence, ...]:
    """The first quotes of each value, in reading order; each unit once per value."""
    chosen: dict[tuple[str, int], _Said] = {}
    for each in said:
        if sum(key[0] == each.value for key in chosen) < _QUOTES:
            chosen.setdefault((each.value, each.unit.number), each)
    return tuple(_evidence(each) for each in sorted(chosen.values(), key=lambda each: each.unit.number))


def _evidence(said: _Said) -> Evidence:
    return evidence_of(said.unit, kind="uitspraak", strength=1.0, reason=_REASONS[said.stance], aspect=said.value)


def _said(compiled: CompiledFact, text: AnalysedText, lexicon: Lexicon) -> Iterator[_Said]:
    for statement in compiled.statements:
        for saying in sayings(statement, text, lexicon):
            value = {
                Stance.STATED: statement.value,
                Stance.DENIED: statement.rule.denied,
                Stance.OPEN: statement.rule.left_open,
            }[saying.stance]
            parts = _parts_of(saying, statement, text, lexicon)
            if statement.rule.part and (not parts or saying.unit.amounts):
                continue  # without a verb it only counts beside what it is said of, and a price is that of an option
            if value or saying.stance is Stance.OPEN:
                yield _Said(
                    value,
                    saying.unit,
                    saying.stance,
                    parts,
                    bool(parts) and (statement.rule.part or bool(saying.unit.cells)),
                )


def _parts_of(saying: Saying, statement: CompiledStatement, text: AnalysedText, lexicon: Lexicon) -> frozenset[str]:
    """The parts of which something is said: those nearest to it, first in the statement itself."""
    if not statement.kinds or saying.stance is not Stance.STATED:
        return frozenset()
    around = parts_around(saying.unit, text, statement.kinds, lexicon)
    if saying.unit.cells and around:
        return around
    near = (parts_in(each, statement.kinds, saying.unit, lexicon) for each in (saying.window, saying.statement))
    return next((found for found in near if found), around)


def sayings(statement: CompiledStatement, text: AnalysedText, lexicon: Lexicon) -> Iterator[Saying]:
    """The units that name what is stated, each with how they stand to it; not those about something else."""
    for unit in text.numbered(frozenset.intersection(*map(text.index.holding, statement.groups))):
        if unit.hollow & _ELSEWHERE:
            continue
        saying = _saying(statement, unit, lexicon)
        if saying is not None:
            label = f"{unit.section.heading} {lead_label(unit, text)}"
            undecided = saying.stance is Stance.STATED and (_UNDECIDED.search(label) or _NUMBERED.match(unit.text))
            yield replace(saying, stance=Stance.OPEN) if undecided else saying


def _saying(statement: CompiledStatement, unit: Unit, lexicon: Lexicon) -> Saying | None:
    """How the unit stands to the statement; None when no single statement in it holds all that is asked.

    By the shortest window of parts that holds it, so that a "niet" in another part says nothing.
    """
    for parts in pieces(unit.text):
        whole = unit.text[parts[0][0] : parts[-1][1]]
        if statement.without and statement.without.hits(_terms(whole, lexicon)):
            continue
        spans = [(first, last) for first in range(len(parts)) for last in range(first, len(parts))]
        for first, last in sorted(spans, key=lambda span: span[1] - span[0]):
            window = (parts[first][0], parts[last][1])
            if _holds(statement, unit.text[slice(*window)], lexicon):
                how = stance(unit.text, (parts[0][0], parts[-1][1]), window)
                return Saying(unit, how, unit.text[slice(*window)], whole)
    return None


def _holds(statement: CompiledStatement, window: str, lexicon: Lexicon) -> bool:
    if statement.rule.choice and not substance.makes_choice(window):
        return False
    terms = _terms(window, lexicon)
    return all(group.hits(terms) for group in statement.groups)


def _terms(text: str, lexicon: Lexicon) -> Terms:
    return merge_terms([sentence for found in lexicon.analyser.analyse([text]) for sentence in found])
