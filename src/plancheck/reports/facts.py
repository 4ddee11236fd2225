"""Facts and conditions in Dutch sentences: what is known, what must be asked, and what contradicts it."""

from collections.abc import Sequence

from plancheck.model.condition import Combination, Condition, When, facts_of
from plancheck.model.finding import Evidence, Fact, Finding, Report
from plancheck.reports.wording import evidence_place, join_words, quote_text

_BOOLEAN = (("ja",), ("nee",))


def condition_text(report: Report, when: When) -> str:
    """A condition in words: "als de warmteoplossing warmtenet of hybride is".

    What follows from a fact that is not known yet is no part of it.
    """
    if isinstance(when, Combination):
        last, names = "en" if when.every else "of", {fact.name for fact in report.facts}
        parts = [part for part in when.parts if part.fact in names] or when.parts
        return "als " + join_words([_state_text(report, part) for part in parts], last=last)
    return f"als {_state_text(report, when)}"


def applies_text(report: Report, finding: Finding) -> str:
    """Under which facts a part is asked for at all, as a sentence; "" when it always is."""
    when = finding.requirement.when
    return f"Dit geldt alleen {condition_text(report, when)}." if when else ""


def _state_text(report: Report, condition: Condition) -> str:
    name = next((name_of(fact) for fact in report.facts if fact.name == condition.fact), condition.fact)
    if condition.values in _BOOLEAN:
        is_so = (condition.values == _BOOLEAN[0]) is not condition.negated
        return f"er {'' if is_so else 'geen '}sprake is van {name}"
    return f"{name} {'niet ' if condition.negated else ''}{join_words(condition.values, last='of')} is"


def name_of(fact: Fact) -> str:
    """The name of a fact in a sentence."""
    return fact.title or fact.name.replace("-", " ")


def known_text(fact: Fact) -> str:
    """A known fact as a sentence without its full stop: "er is sprake van inspraak", "de vorm is programma"."""
    if fact.value is not None and (fact.value,) in _BOOLEAN:
        return f"er is {'' if fact.value == 'ja' else 'geen '}sprake van {name_of(fact)}"
    return f"{name_of(fact)} is {fact.value}"


def unknown_facts(report: Report, when: When | None) -> tuple[Fact, ...]:
    """The unknown facts on which a condition depends, in the order of the report."""
    wanted = facts_of(when)
    return tuple(fact for fact in report.facts if fact.name in wanted and fact.value is None)


def unknown(report: Report) -> tuple[Fact, ...]:
    """The facts of the report that nobody gave and the text does not say."""
    return tuple(fact for fact in report.facts if fact.value is None)


def assumed(report: Report) -> tuple[Fact, ...]:
    """The facts of the report that the package assumes because the text is silent."""
    return tuple(fact for fact in report.facts if fact.origin == "aangenomen")


def brief_line(report: Report) -> str:
    """What was assumed, in one sentence; "" for nothing. How many facts nobody gave stands in the overview."""
    found = [known_text(fact) for fact in assumed(report)]
    return f"Aangenomen: {join_words(found)}." if found else ""


def options(facts: Sequence[Fact]) -> str:
    """How to answer the questions of these facts on the command line."""
    return join_words([f"--feit {fact.name}=WAARDE{choice(fact)}" for fact in facts])


def choice(fact: Fact) -> str:
    """The values a fact can have, to stand behind how to give it: " (ja of nee)"; "" when they are not known."""
    return f" ({join_words(fact.values, last='of')})" if fact.values else ""


def is_yes_no(fact: Fact) -> bool:
    """Whether a fact can be no more than so or not so."""
    return set(fact.values) <= {value for each in _BOOLEAN for value in each}


def assumed_line(report: Report) -> str:
    """What was assumed because the text is silent, and how to say otherwise; "" when nothing was."""
    found = assumed(report)
    if not found:
        return ""
    known = join_words([known_text(fact) for fact in found])
    given = join_words([f"--feit {fact.name}=WAARDE{choice(fact)}" for fact in found], last="of")
    return f"Aangenomen: {known}; de tekst zegt er niets over. Klopt dat niet, geef dan {given}."


def contradiction_line(fact: Fact, *, longest: int = 0) -> str:
    """What in the text speaks against a fact, or for more than one value of it; "" when nothing does."""
    if not fact.contradiction:
        return ""
    first: dict[str, Evidence] = {}
    for evidence in fact.contradiction:
        first.setdefault(evidence.aspect, evidence)
    said = [
        f'{value}: "{quote_text(evidence.quote, longest=longest)}" ({evidence_place(evidence, inside=True)})'
        for value, evidence in first.items()
    ]
    if fact.value is None:
        return f"De tekst spreekt zichzelf tegen over {name_of(fact)}: {join_words(said)}."
    who = "U gaf" if fact.origin == "gegeven" else "De tekst zegt meestal"
    return f"{who}: {known_text(fact)}. Er staat ook {join_words(said)}."


def values_line(fact: Fact, *, longest: int = 0) -> str:
    """Between which values the text wavers, each with a quote; one place is named once."""
    first: dict[str, Evidence] = {}
    for evidence in fact.contradiction:
        first.setdefault(evidence.aspect, evidence)
    places = {value: evidence_place(evidence, inside=True) for value, evidence in first.items()}
    once = len(set(places.values())) == 1
    said = [
        f'{value} ("{quote_text(evidence.quote, longest=longest)}"{"" if once else f", {places[value]}"})'
        for value, evidence in first.items()
    ]
    where = f", in {next(iter(places.values()))}" if once else ""
    return f"De tekst noemt {join_words(said)}{where}."


def contradiction_lines(report: Report, *, longest: int = 0) -> tuple[str, ...]:
    """One line for each fact of the report that the text contradicts."""
    lines = (contradiction_line(fact, longest=longest) for fact in report.facts)
    return tuple(line for line in lines if line)
