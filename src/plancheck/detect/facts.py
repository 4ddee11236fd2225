"""Facts about the plan on which rules depend: given by the user, read from the text, or unknown.

A false fact does more harm than an unknown one. So a sentence counts only when it states or denies something of this
plan; what it leaves open, or says of something else, is shown and decides nothing. Sentences that contradict each
other leave the fact unknown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plancheck.detect import hollow, substance
from plancheck.detect.cut import merge_terms
from plancheck.detect.lexicon import Group, Lexicon, Terms
from plancheck.detect.quotes import evidence_of
from plancheck.detect.stance import Stance, pieces, stance
from plancheck.detect.text import AnalysedText, Unit
from plancheck.model.finding import Evidence, Fact, Origin
from plancheck.model.procedure import Statement
from plancheck.rules.ruleset import FactRule

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
_REASONS = {
    Stance.STATED: "de tekst zegt dit met zoveel woorden",
    Stance.DENIED: "de tekst ontkent het",
    Stance.OPEN: "de tekst laat dit open",
}


@dataclass(frozen=True, slots=True)
class CompiledStatement:
    """A statement with its groups. value: what it says of the fact."""

    value: str
    rule: Statement
    groups: tuple[Group, ...]
    without: Group


@dataclass(frozen=True, slots=True)
class CompiledFact:
    """A fact with what states each of its values."""

    rule: FactRule
    statements: tuple[CompiledStatement, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A unit that says something of a fact. value: "" when it leaves the fact open."""

    value: str
    unit: Unit
    stance: Stance


def compile_fact(rule: FactRule, lexicon: Lexicon) -> CompiledFact:
    """Look up the terms of a fact. Must be done before the text is analysed."""
    statements = (compile_statement(each, lexicon, value) for value, many in rule.values.items() for each in many)
    return CompiledFact(rule, tuple(statements))


def compile_statement(rule: Statement, lexicon: Lexicon, value: str = "") -> CompiledStatement:
    """Look up the terms of a statement. Must be done before the text is analysed."""
    groups = tuple(lexicon.group(group) for group in rule.together)
    return CompiledStatement(value, rule, groups, lexicon.group(rule.without))


def find_fact(compiled: CompiledFact, text: AnalysedText, given: Mapping[str, str], lexicon: Lexicon) -> Fact:
    """The fact as the user gave it, else as the text says it clearly, else unknown with its question.

    Where the text says nothing at all, a package may know what that means.
    """
    rule = compiled.rule
    said = list(_said(compiled, text, lexicon))
    units: dict[str, set[int]] = {}
    for each in said:
        if each.value:
            units.setdefault(each.value, set()).add(each.unit.number)
    value = given.get(rule.name) or _clear_value({key: len(numbers) for key, numbers in units.items()})
    origin: Origin = "gegeven" if rule.name in given else "tekst" if value else "onbekend"
    if not value and not said and rule.silent:
        value, origin = rule.silent, "aangenomen"
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
        for unit, how in stated(statement, text, lexicon):
            value = {
                Stance.STATED: statement.value,
                Stance.DENIED: statement.rule.denied,
                Stance.OPEN: statement.rule.left_open,
            }[how]
            if value or how is Stance.OPEN:
                yield _Said(value, unit, how)


def stated(statement: CompiledStatement, text: AnalysedText, lexicon: Lexicon) -> Iterator[tuple[Unit, Stance]]:
    """The units that name what is stated, each with how they stand to it; not those about something else."""
    for unit in text.numbered(frozenset.intersection(*map(text.index.holding, statement.groups))):
        if unit.hollow & _ELSEWHERE:
            continue
        how = _how(statement, unit, lexicon)
        if how is not None:
            undecided = how is Stance.STATED and _UNDECIDED.search(unit.section.heading)
            yield unit, Stance.OPEN if undecided else how


def _how(statement: CompiledStatement, unit: Unit, lexicon: Lexicon) -> Stance | None:
    """How the unit stands to the statement; None when no single statement in it holds all that is asked.

    By the shortest window of parts that holds it, so that a "niet" in another part says nothing.
    """
    for parts in pieces(unit.text):
        if statement.without and statement.without.hits(_terms(unit.text[parts[0][0] : parts[-1][1]], lexicon)):
            continue
        spans = [(first, last) for first in range(len(parts)) for last in range(first, len(parts))]
        for first, last in sorted(spans, key=lambda span: span[1] - span[0]):
            window = (parts[first][0], parts[last][1])
            if _holds(statement, unit.text[slice(*window)], lexicon):
                return stance(unit.text, (parts[0][0], parts[-1][1]), window)
    return None


def _holds(statement: CompiledStatement, window: str, lexicon: Lexicon) -> bool:
    if statement.rule.choice and not substance.makes_choice(window):
        return False
    terms = _terms(window, lexicon)
    return all(group.hits(terms) for group in statement.groups)


def _terms(text: str, lexicon: Lexicon) -> Terms:
    return merge_terms([sentence for found in lexicon.analyser.analyse([text]) for sentence in found])
