"""`Wat nu`: the steps of the procedure in Dutch sentences, the same in every report, and as text for an e-mail."""

import re
from collections.abc import Iterator, Sequence

from plancheck.model.condition import Combination, Condition, When, facts_of
from plancheck.model.dates import dutch_date
from plancheck.model.finding import Fact, Report, Verdict
from plancheck.model.procedure import Dates, PlannedStep, Term
from plancheck.reports.facts import condition_text, known_text, unknown_facts
from plancheck.reports.wording import (
    evidence_place,
    join_words,
    place_number,
    quote_text,
    sentence,
    source_name,
    source_place,
    source_sentence,
)

PLAIN = ("Wie", "Vorm", "Vooraf")
"""Labels of what a step says by itself, whatever the plan."""
NOT_SAID = "Dat dit al is gedaan, staat er niet."
DONE = "Al gedaan volgens het document"
NOTHING = "Hierover is in dit document niets gevonden."
SILENCE = 'Staat bij een stap niet "In het document" of "Nog open", dan is daarover in dit document niets gevonden.'
MOVED = (
    "De laatste dag is verschoven, want een wettelijke termijn eindigt niet in een weekend of op een feestdag "
    "(Algemene termijnenwet, artikel 1)."
)
_QUOTE = 200
_FEW_PHASES = 2
"""A step of more phases than this is a general duty, not what this phase is about."""
_SENTENCE_END = re.compile(r"(?<=[a-z)][.!?])\s+(?=[A-Z])")
_ONE = {"dagen": "dag", "weken": "week", "maanden": "maand", "jaren": "jaar"}


def applying(report: Report) -> tuple[PlannedStep, ...]:
    """The steps that apply and are still to be taken, in order; those of nearly every phase after those of this one."""
    found = [planned for planned in report.procedure if not planned.unknown and not planned.done]
    return tuple(sorted(found, key=is_general))


def done(report: Report) -> tuple[PlannedStep, ...]:
    """The steps of which the document says that they were taken."""
    return tuple(planned for planned in report.procedure if planned.done)


def is_general(planned: PlannedStep) -> bool:
    """Whether a step is a duty of nearly every phase rather than what this one is about."""
    return len(planned.step.phases) > _FEW_PHASES


def is_told(report: Report, planned: PlannedStep) -> bool:
    """Whether the document tells of a step all that it could, though not that it was taken; and no term of it runs."""
    dates = planned.dates
    running = dates is not None and (dates.last or dates.first) >= report.reference_date
    return bool(planned.evidence) and not planned.missing and not running


def uncertain(report: Report) -> tuple[tuple[tuple[Fact, ...], tuple[PlannedStep, ...]], ...]:
    """The steps that may apply, by the facts that must be known first."""
    groups: dict[tuple[str, ...], list[PlannedStep]] = {}
    for planned in report.procedure:
        if planned.unknown:
            groups.setdefault(planned.unknown, []).append(planned)
    return tuple(
        (tuple(fact for fact in report.facts if fact.name in names), tuple(steps)) for names, steps in groups.items()
    )


def asked_by_findings(report: Report) -> set[str]:
    """Names of the facts of which a finding already asks the question."""
    doubts = [finding for finding in report.findings if finding.verdict is Verdict.DOUBT]
    return {fact.name for finding in doubts for fact in unknown_facts(report, finding.requirement.when)}


def asked_above(report: Report, facts: Sequence[Fact]) -> bool:
    """Whether a finding already asks the questions of these facts."""
    return {fact.name for fact in facts} <= asked_by_findings(report)


def lines(report: Report, planned: PlannedStep, *, longest: int = 0) -> tuple[tuple[str, str], ...]:
    """All that is said of a step below its text: label and sentence, in order; nothing empty.

    That nothing was found on it is not said of each step, but once of all of them (`silence`).
    """
    step = planned.step
    found = (
        ("Wie", sentence(step.who)),
        ("Vorm", sentence(step.form)),
        ("Vooraf", sentence(step.before)),
        ("Termijn", term_line(planned)),
        ("In het document", shown_line(planned, longest=longest)),
        ("Nog open", open_line(planned)),
        ("Waarom", why(report, planned)),
        ("Niet bevestigd", sentence(step.unconfirmed)),
    )
    return tuple((label, text) for label, text in found if text and text != NOTHING)


def silence(report: Report) -> str:
    """What it means that a step says nothing of the document; "" when none does."""
    return SILENCE if any(open_line(planned) == NOTHING for planned in report.procedure) else ""


def short_details(planned: PlannedStep) -> str:
    """Of a step, in few words: who, by when, where the document has a part of it, and on what it rests."""
    step = planned.step
    parts = [f"Wie: {step.who.rstrip('.')}."] if step.who else []
    parts += [f"Termijn: {term}"] if (term := short_term(planned)) else []
    parts += [f"{part}."] if (part := _partly(planned)) else []
    return " ".join([*parts, short_source(planned)])


def shortest_details(planned: PlannedStep) -> str:
    """The same between brackets, without labels: "(het college; voor het besluit; Gemeentewet, artikel 169 lid 4)".

    That dates clash is left to `clash`.
    """
    parts = [planned.step.who, _brief_term(planned), _partly(planned)]
    told = [f"{part[0].lower()}{part[1:].rstrip('.')}" for part in parts if part]
    return f"({'; '.join([*told, _force(planned) + source_name(planned.step.source)])})"


def _force(planned: PlannedStep) -> str:
    """Where a source does not simply ask a step, how far it does; before its name."""
    source = planned.step.source
    if planned.step.optional:
        return "niet verplicht; "
    if source.pending:
        return f"vanaf {dutch_date(source.valid_from)}: " if source.valid_from else "zodra dit geldt: "
    return ""


def _partly(planned: PlannedStep) -> str:
    partly = planned.evidence and planned.missing
    return f"Deels al in {place_number(planned.evidence[0].heading)}" if partly else ""


def short_condition(report: Report, planned: PlannedStep) -> str:
    """A step that hangs on an answer, in few words and without its full stop: when, and what."""
    when, told = planned.step.when, brief(planned)
    lead = "dan mogelijk" if isinstance(when, Combination) else condition_text(report, when) if when else "dan"
    if isinstance(when, Condition) and not when.negated:
        lead = "zo ja" if when.values == ("ja",) else f"bij {join_words(when.values, last='of')}"
    return f"{lead[0].upper()}{lead[1:]}: {told[0].lower()}{told[1:]}"


def brief(planned: PlannedStep) -> str:
    """A step in a few words without its full stop, as the package puts it; else its first sentence."""
    return (planned.step.brief or first_sentence(planned.step.text)).rstrip(".")


def first_sentence(text: str) -> str:
    """The first sentence of a text, which says what is to be done; the others say how."""
    return sentence(_SENTENCE_END.split(text.strip(), maxsplit=1)[0])


def short_term(planned: PlannedStep) -> str:
    """The term in few words: its days when there are any, else its length, and what clashes with it; "" for none."""
    told = _brief_term(planned)
    return f"{told} {sentence(clash(planned))}".rstrip()


def _brief_term(planned: PlannedStep) -> str:
    term, dates = planned.step.term, planned.dates
    if term is None:
        return ""
    if dates is None:
        return f"{(_length(term, planned.start) if term.amount else term.note).rstrip('.')}."
    counted = "" if dates.origin == "document" else f"gerekend vanaf {dutch_date(dates.start)} "
    return f"{counted}{_span(term, dates)}."


def clash(planned: PlannedStep) -> str:
    """That the document gives another last day than the law does; "" when it does not."""
    dates = planned.dates
    if dates is None or not dates.other_last:
        return ""
    other = dutch_date(dates.other_last)
    return f"de laatste dag is {dutch_date(dates.last)}; in het document staat {other}."


def short_source(planned: PlannedStep) -> str:
    """The name of the source; more where it does not simply ask this."""
    source = planned.step.source
    if planned.step.optional or source.pending or source.expired:
        return _rests(planned, short=True)
    return f"Bron: {source_name(source)}."


def _rests(planned: PlannedStep, *, short: bool = False) -> str:
    source = planned.step.source
    if not planned.step.optional:
        return source_sentence(source, short=short)
    return f"De wet laat de gemeente hierin vrij ({source_name(source) if short else source_place(source)})."


def why(report: Report, planned: PlannedStep) -> str:
    """Under which known facts the step applies, and on what it rests."""
    names = _decisive(report, planned.step.when)
    known = [known_text(fact) for fact in report.facts if fact.name in names and fact.value]
    rests = _rests(planned)
    if planned.unknown and planned.step.when:
        return f"Alleen {condition_text(report, planned.step.when)}. {rests}"
    return f"{sentence(join_words(known))} {rests}".strip()


def _decisive(report: Report, when: When | None) -> frozenset[str]:
    """The facts by which a condition holds: of several of which one suffices, those that do."""
    if isinstance(when, Combination) and not when.every:
        values = {fact.name: fact.value for fact in report.facts}
        return frozenset(part.fact for part in when.parts if part.holds(values))
    return facts_of(when)


def term_line(planned: PlannedStep) -> str:
    """The term in words, with its days when there are any."""
    term = planned.step.term
    if term is None:
        return ""
    parts = [f"{_length(term, planned.start)}{f', {term.note}' if term.note else ''}" if term.amount else term.note]
    return " ".join([sentence(parts[0]), *(_days(term, planned.dates) if planned.dates else ())])


def _length(term: Term, start: str) -> str:
    amount = f"{term.amount} {_ONE[term.unit] if term.amount == 1 else term.unit}"
    form = {"duurt": "{} vanaf {}", "uiterlijk": "binnen {} na {}", "niet-eerder": "niet eerder dan {} na {}"}
    return form.get(term.kind, "{} na {}").format(amount, start)


def _span(term: Term, dates: Dates) -> str:
    first, last = dutch_date(dates.first), dutch_date(dates.last)
    return {
        "duurt": f"van {first} tot en met {last}",
        "uiterlijk": f"uiterlijk {last}",
        "niet-eerder": f"op zijn vroegst {first}",
    }.get(term.kind, f"op {first}")


def _days(term: Term, dates: Dates) -> Iterator[str]:
    span = _span(term, dates)
    if dates.origin == "document":
        yield f"Volgens het document is dat {span}."
    elif dates.origin == "vervolg":
        yield f"Door de stap ervoor telt u hier vanaf {dutch_date(dates.start)}; dan is dat {span}."
    else:
        yield f"Rekent u vanaf {dutch_date(dates.start)}, dan is dat {span}."
    if dates.moved:
        yield MOVED
    if dates.other_last:
        yield f"In het document staat {dutch_date(dates.other_last)} als laatste dag; kijk na welke klopt."
    if dates.evidence:
        quote = quote_text(dates.evidence.quote, longest=_QUOTE)
        yield f'De begindatum komt uit {evidence_place(dates.evidence)}: "{quote}"'


def shown_line(planned: PlannedStep, *, longest: int = 0) -> str:
    """What the documents already show, as quotes with their place."""
    said = (
        f'"{quote_text(evidence.quote, longest=longest)}" ({evidence_place(evidence, inside=True)})'
        for evidence in planned.evidence
    )
    return " ".join(f"{each}." for each in said)


def open_line(planned: PlannedStep) -> str:
    """What the documents do not show yet; "" where nothing in them could, or the step was taken."""
    if planned.done:
        return ""
    if planned.missing or planned.evidence:
        not_said = NOT_SAID if planned.evidence and planned.step.proofs else ""
        return f"{sentence('; '.join(planned.missing))} {not_said}".strip()
    asked = planned.step.shown_by or planned.step.statements
    return NOTHING if asked else ""
