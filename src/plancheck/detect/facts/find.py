"""Facts about the plan on which rules depend: given by the user, read from the text, or unknown.

A false fact does more harm than an unknown one. So a sentence counts only when it states or denies something of this
plan; what it leaves open, or says of something else, is shown and decides nothing. Sentences that contradict each
other leave the fact unknown, unless they speak of different parts of the whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plancheck.detect.facts.parts import parts_around, parts_in
from plancheck.detect.facts.statements import CompiledStatement, Saying, compile_statement, sayings
from plancheck.detect.marks.stance import Stance
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import NO_TERMS, Lexicon
from plancheck.detect.text.quotes import evidence_of
from plancheck.detect.text.unit import Unit
from plancheck.model.finding import Evidence, Fact, Origin
from plancheck.rules.ruleset import Division, FactRule

_QUOTES = 3
_CLEAR = 4
"""A value that many sentences state needs this many times as many as all others together to be the one."""
_REASONS = {
    Stance.STATED: "de tekst zegt dit met zoveel woorden",
    Stance.DENIED: "de tekst ontkent het",
    Stance.OPEN: "de tekst laat dit open",
}


@dataclass(frozen=True, slots=True)
class CompiledFact:
    """A fact with what states each of its values."""

    rule: FactRule
    statements: tuple[CompiledStatement, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A unit that says something of a fact. value: "" when it leaves the fact open.

    parts: those that it says it of, none for the whole. only_part: it says nothing of the whole.
    """

    value: str
    unit: Unit
    stance: Stance
    shown: str
    parts: frozenset[str] = frozenset()
    only_part: bool = False


def compile_fact(rule: FactRule, lexicon: Lexicon) -> CompiledFact:
    """Look up the terms of a fact. Must be done before the text is analysed."""
    kinds = lexicon.group(rule.division.kinds) if rule.division else NO_TERMS
    statements = (
        compile_statement(each, lexicon, value, kinds) for value, many in rule.values.items() for each in many
    )
    return CompiledFact(rule, tuple(statements))


def find_fact(compiled: CompiledFact, text: AnalysedText, given: Mapping[str, str], lexicon: Lexicon) -> Fact:
    """The fact as the user gave it, else as the text says it clearly, else unknown with its question.

    Where the text says one thing of one part and another of the next, it is divided, which is a value too. Where it
    says nothing at all, a package may know what that means.
    """
    rule = compiled.rule
    everything = _denials_first(list(_said(compiled, text, lexicon)))
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
        told = {each.value for each in parted}  # what is only said of the whole must not be lost beside them
        agreeing = parted + [each for each in said if each.value in rule.division.among and each.value not in told]
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
        values=tuple(rule.values),
        evidence=_shown(agreeing),
        contradiction=_shown(contrary) if value or len(units) > 1 else (),
    )


def with_followers(facts: tuple[Fact, ...], rules: tuple[FactRule, ...]) -> tuple[Fact, ...]:
    """The facts, with what follows from others.

    A fact that follows from one that is not known is left out, so that only the other is asked for; so is one of
    which the other one's value says nothing. Of a divided one the parts decide; where nobody says which, it is asked.
    """
    known = {fact.name: fact for fact in facts}
    of_rule = {rule.name: rule for rule in rules}

    def follower(fact: Fact) -> Fact | None:
        following = of_rule[fact.name].follows
        if following is None or fact.value is not None:
            return fact
        base, division = known[following.fact], of_rule[following.fact].division
        parted = division is not None and base.value == division.value
        said = {each.aspect for each in base.evidence} if parted else {base.value}
        for value, many in following.values.items():
            if said & set(many):
                if not parted:
                    return replace(fact, value=value, origin=base.origin, contradiction=(), implied=True)
                quotes = tuple(each for each in base.evidence if each.aspect in many)
                return replace(fact, value=value, origin="tekst", evidence=quotes, contradiction=())
        return fact if parted else None

    return tuple(each for each in map(follower, facts) if each is not None)


def _denials_first(said: list[_Said]) -> list[_Said]:
    """Without what a unit seems to state while it denies it: "van de bevoegdheid om ... maken wij geen gebruik"."""
    denied = {each.unit.number: each.value for each in said if each.value and each.stance is Stance.DENIED}
    return [
        each
        for each in said
        if each.stance is not Stance.STATED or denied.get(each.unit.number, each.value) == each.value
    ]


def _divided(division: Division | None, said: list[_Said]) -> list[_Said]:
    """What is said of separate parts, when that differs: only of parts of which no other value is said."""
    if division is None:
        return []
    of_parts = [each for each in said if each.parts and each.value in division.among]
    named = {
        value: frozenset().union(*(each.parts for each in of_parts if each.value == value)) for value in division.among
    }

    def differ(one: _Said, other: _Said) -> bool:
        apart = one.parts.isdisjoint(named[other.value]) and other.parts.isdisjoint(named[one.value])
        return one.value != other.value and apart

    return [one for one in of_parts if any(differ(one, other) for other in of_parts)]


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
    return evidence_of(
        said.unit, kind="uitspraak", strength=1.0, reason=_REASONS[said.stance], aspect=said.value, text=said.shown
    )


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
                    saying.shown,
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
