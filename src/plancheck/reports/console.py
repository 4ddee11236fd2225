"""The report in a terminal: the answer first, then what to do; 80 columns."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from plancheck.model.finding import Fact, Finding, Report, Result, Unreadable, Verdict
from plancheck.model.procedure import PlannedStep
from plancheck.reports import agreed, answer, facts, overview, procedure, wording

WIDTH = 80
LONG = 40
"""Lines after which a report repeats its answer at the end, since the terminal scrolled it away."""
_QUOTE = 160
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_COLOURS = {"compleet": "32", "gaten": "31", "twijfel": "33", "geen": "33"}


def render(results: Sequence[Result], *, colour: bool = False) -> bytes:
    """The run as text. One document is shown in full, several in short with an overview at the end."""
    blocks = [_one(report, colour, short=len(results) > 1) for report in results]
    if len(results) > 1:
        blocks.append("\n".join(overview.lines(results, WIDTH)))
        more = "Alles met bewijs en advies: voeg toe --format html --output rapport.html."
        blocks.append(
            "\n".join([*_wrapped(more), *_wrapped(f"Niet beoordeeld: {wording.PICTURES}."), *_wrapped(wording.SCOPE)])
        )
    text = "\n\n".join(blocks) + "\n"
    return text.encode("utf-8", "replace")


def _one(report: Result, colour: bool, *, short: bool) -> str:
    if isinstance(report, Unreadable):
        return "\n".join(_unreadable(report, colour))
    lines = list(_head(report, colour))
    if report.recognised.milestone is not None:
        lines += _short(report) if short else _full(report, colour)
    if short:
        lines += [line for text in wording.warnings_of(report) for line in _wrapped(f"Let op: {text}", "  ", "    ")]
    else:
        lines += _foot(report)
        if len(lines) > LONG:
            lines += ["", *_answer(report, colour)]
    return "\n".join(lines)


def _unreadable(unreadable: Unreadable, colour: bool) -> Iterator[str]:
    yield from _wrapped(f"{unreadable.path}:")
    headline = _styled("NIET GELEZEN", "31", colour)
    first, *others = _wrapped(f"NIET GELEZEN  {wording.unreadable_sentence(unreadable)}", after="  ")
    yield first.replace("NIET GELEZEN", headline, 1)
    yield from others


def _head(report: Report, colour: bool) -> Iterator[str]:
    rules = f"regels {report.package_id} {report.rules_version}".rstrip()
    where = f"{report.document.source.path}: {wording.kind_line(report)}"
    yield from _wrapped(f"{where}; {rules}, {wording.dutch_date(report.reference_date)}")
    contained = [wording.milestone_name(report, other) for other in report.recognised.contains]
    if contained:
        yield from _wrapped(f"Bevat ook: {wording.join_words(contained)}.")
    uncertain = " ".join(wording.uncertain_lines(report))
    judged = report.recognised.milestone is not None
    if uncertain and judged:
        yield ""
        yield from _wrapped(f"LET OP  {uncertain}")
    yield ""
    yield from _answer(report, colour)
    if uncertain and not judged:
        yield from _wrapped(uncertain, "  ")


def _answer(report: Report, colour: bool) -> Iterator[str]:
    found = answer.answer(report)
    headline = found.headline.upper()
    lines = list(_wrapped(f"{headline}  {found.details[0] if found.details else ''}".rstrip(), after="  "))
    lines[0] = lines[0].replace(headline, _styled(headline, _COLOURS[found.state], colour), 1)
    yield from lines
    for detail in found.details[1:]:
        yield from _wrapped(detail, "  ")


def _short(report: Report) -> Iterator[str]:
    for verdict in wording.VERDICT_ORDER[:3]:
        titles = [_title(finding) for finding in _with_verdict(report, verdict)]
        if titles:
            label = wording.VERDICT_TITLES[verdict].replace(":", ",")
            yield from _wrapped(f"{label}: {'; '.join(titles)}.", "  ", "    ")
    for finding in agreed.decided(report):
        yield from _wrapped(f"{_title(finding)}: {' '.join(agreed.sentences(finding))}", "  ", "    ")


def _full(report: Report, colour: bool) -> Iterator[str]:
    for verdict, block in ((Verdict.MISSING, _missing), (Verdict.INCOMPLETE, _incomplete)):
        findings = _with_verdict(report, verdict)
        if findings:
            yield from ("", _styled(wording.VERDICT_TITLES[verdict], "1", colour))
        for finding in findings:
            yield from _wrapped(_title(finding), "  ")
            for line in block(finding):
                yield from _wrapped(line, "    ")
    yield from _doubts(report, colour)
    yield from _listed(report)
    yield from _agreed(report, colour)
    yield from _steps(report)


def _missing(finding: Finding) -> Iterator[str]:
    if finding.counter_evidence:
        yield wording.hollow_sentence(finding.counter_evidence[0], longest=_QUOTE)
    else:
        yield wording.looked_in(finding)
    titles = "; ".join(aspect.title for aspect in wording.missing_aspects(finding))
    yield f"Nodig: {titles}. {wording.where_to_put(finding)}"
    yield from _advice(finding)


def _incomplete(finding: Finding) -> Iterator[str]:
    shown = wording.shown_aspects(finding)
    if shown:
        parts = [f"{aspect.title} ({wording.evidence_place(evidence[0], inside=True)})" for aspect, evidence in shown]
        yield f"Er is: {'; '.join(parts)}."
        yield f'Bijvoorbeeld: "{wording.quote_text(shown[0][1][0].quote, longest=_QUOTE)}"'
    if titles := [aspect.title for aspect in wording.missing_aspects(finding)]:
        yield f"Er mist: {'; '.join(titles)}. {wording.where_to_put(finding)}"
    hollow = [evidence for evidence in wording.hollow_texts(finding) if evidence.aspect in finding.missing_aspects]
    if hollow:
        yield wording.hollow_sentence(hollow[0], longest=_QUOTE)
    yield from _advice(finding)


def _advice(finding: Finding) -> Iterator[str]:
    requirement = finding.requirement
    who = f" Wie: {wording.sentence(requirement.advice.who)}" if requirement.advice.who else ""
    if requirement.level != "aanvullend":
        yield f"Advies: {wording.sentence(requirement.advice.add)}{who}"
    if requirement.level != "aanvullend" or requirement.source.pending:
        yield wording.source_sentence(requirement.source, short=True)


def _doubts(report: Report, colour: bool) -> Iterator[str]:
    groups: dict[str, list[Finding]] = {}
    for finding in _with_verdict(report, Verdict.DOUBT):
        unknown = () if finding.doubted_aspect else facts.unknown_facts(report, finding.requirement.when)
        question = finding.question or (unknown[0].question if unknown else "")
        answer_with = f" Antwoord met {_options(unknown)}." if unknown else ""
        key = (wording.sentence(question) + answer_with).strip() if question else f"\0{finding.requirement.id}"
        groups.setdefault(key, []).append(finding)
    if groups:
        yield from ("", _styled(wording.VERDICT_TITLES[Verdict.DOUBT], "1", colour))
    for question, findings in groups.items():
        yield from _wrapped("; ".join(_title(finding) for finding in findings), "  ")
        for evidence in (*findings[0].evidence, *findings[0].counter_evidence)[:1]:
            quote = wording.quote_text(evidence.quote, longest=_QUOTE)
            yield from _wrapped(f'In {wording.evidence_place(evidence)} staat: "{quote}"', "    ")
        if question.startswith("\0"):
            question = "Is dit genoeg? De tekst is niet duidelijk genoeg om dat zonder lezer te zeggen."
        yield from _wrapped(question, "    ")
        if findings[0].doubted_aspect and (titles := [each.title for each in wording.missing_aspects(findings[0])]):
            yield from _wrapped(f"Er mist in elk geval: {'; '.join(titles)}.", "    ")


def _listed(report: Report) -> Iterator[str]:
    hints = {Verdict.PRESENT: " (bewijs: --format html)"}
    for verdict in wording.VERDICT_ORDER[3:]:
        titles = [finding.requirement.title for finding in _with_verdict(report, verdict)]
        if titles:
            title = wording.VERDICT_TITLES[verdict]
            yield ""
            yield from _wrapped(f"{title}: {'; '.join(titles)}{hints.get(verdict, '')}.", after="  ")


def _agreed(report: Report, colour: bool) -> Iterator[str]:
    """What people decided, in full: nobody may read past it."""
    findings = agreed.decided(report)
    if findings:
        yield from ("", _styled("Uitzonderingen en eigen oordelen", "1", colour))
    for finding in findings:
        yield from _wrapped(_title(finding), "  ")
        for line in agreed.sentences(finding):
            yield from _wrapped(line, "    ")


def _steps(report: Report) -> Iterator[str]:
    own, steps = wording.own_step(report), procedure.applying(report)
    if own or steps:
        yield from ("", "Wat nu")
    number = 0
    if own:
        number = 1
        yield from _wrapped(f"1. {own}", "  ", "     ")
    for planned in steps:
        number += 1
        yield from _step(report, planned, f"{number}. ")
    for unknown, may_apply in procedure.uncertain(report):
        yield ""
        question = "" if procedure.asked_above(report, unknown) else f" {_questions(unknown)}"
        names = wording.join_words([facts.name_of(fact) for fact in unknown])
        yield from _wrapped(f"Wat nu, afhankelijk van {names}.{question} Antwoord met {_options(unknown)}.")
        for planned in may_apply:
            yield from _step(report, planned, "- ")


def _questions(unknown: Sequence[Fact]) -> str:
    return " ".join(wording.sentence(fact.question) for fact in unknown)


def _options(unknown: Sequence[Fact]) -> str:
    return wording.join_words([f"--feit {fact.name}=WAARDE" for fact in unknown])


def _step(report: Report, planned: PlannedStep, mark: str) -> Iterator[str]:
    """The step with who, form and what comes before on its first lines, and the rest each on lines of its own."""
    after = "  " + " " * len(mark)
    told = procedure.lines(report, planned, longest=_QUOTE)
    plain = [f"{label}: {text}" for label, text in told if label in procedure.PLAIN]
    yield from _wrapped(mark + " ".join([wording.sentence(planned.step.text), *plain]), "  ", after)
    for label, text in told:
        if label not in procedure.PLAIN:
            yield from _wrapped(f"{label}: {text}", after, after + "  ")


def _foot(report: Report) -> Iterator[str]:
    assumed = facts.assumed_line(report)
    warnings = (*wording.warnings_of(report), *facts.contradiction_lines(report, longest=_QUOTE))
    warnings += (assumed,) if assumed else ()
    if warnings:
        yield from ("", "Let op")
    for warning in warnings:
        yield from _wrapped(f"- {wording.sentence(warning)}", "  ", "    ")
    yield ""
    yield from _wrapped(f"Niet beoordeeld: {'; '.join(wording.not_judged(report))}.")
    yield from _wrapped(wording.SCOPE)
    if origins := wording.origins_line(report):
        yield from _wrapped(origins)
    yield from _wrapped(wording.versions_line(report))


def _with_verdict(report: Report, verdict: Verdict) -> list[Finding]:
    chosen = [finding for finding in report.findings if finding.verdict is verdict]
    return sorted(chosen, key=lambda finding: wording.LEVEL_ORDER.index(finding.requirement.level))


def _title(finding: Finding) -> str:
    level = finding.requirement.level
    return finding.requirement.title if level == "kern" else f"{finding.requirement.title} ({level})"


def _wrapped(text: str, before: str = "", after: str | None = None) -> Iterator[str]:
    """Lines of at most 80 columns. `before` stands before the first, `after` before the others.

    A double space in `text` stays; a non-breaking space keeps its words together and is shown as a plain one.
    """
    parts = [re.sub(r"[ \t\n\r]+", " ", safe(part)) for part in text.split("  ", 1)]
    lines = textwrap.wrap(
        "  ".join(parts),
        WIDTH,
        initial_indent=before,
        subsequent_indent=before if after is None else after,
        break_on_hyphens=False,
    )
    yield from (line.replace("\u00a0", " ") for line in lines)


def safe(text: str) -> str:
    """The text without what would steer a terminal: control characters, direction marks and half surrogates."""
    return "".join(
        " "
        if unicodedata.category(sign) in ("Cc", "Zl", "Zp")
        else "\ufffd"
        if unicodedata.category(sign) == "Cs"
        else sign
        for sign in text
        if sign not in _BIDI
    )


def _styled(text: str, code: str, colour: bool) -> str:
    return f"\033[{code if code == '1' else '1;' + code}m{text}\033[0m" if colour else text
