"""What was found, in a terminal: what is open with what to add and a quote, then what is there."""

from collections.abc import Iterator
from dataclasses import replace

from plancheck.model.finding import Evidence, Finding, Report, Verdict
from plancheck.model.requirement import Reference
from plancheck.reports import agreed, facts, wording
from plancheck.reports.console.terminal import WIDTH, cut, fitted, styled, wrapped

_QUOTE = 160
_SHORT_QUOTE = 110
_TIED = "\u00a0"
_LEAST_HEADING = 12
_FEW_EXTRA = 3
"""More parts than this that are there and only aanvullend stand together in the short form."""
_PLACES = 3
"""So many places where was looked are named in the short form."""


def lines(report: Report, colour: bool, *, full: bool) -> Iterator[str]:
    """All findings: what is open first, in the order of urgency."""
    missing, incomplete = (_missing, _incomplete) if full else (_missing_short, _incomplete_short)
    for verdict, block in ((Verdict.MISSING, missing), (Verdict.INCOMPLETE, incomplete)):
        findings = with_verdict(report, verdict)
        if findings:
            yield from ("", styled(wording.VERDICT_TITLES[verdict], "1", colour))
        for finding in findings:
            yield from wrapped(title_of(finding), "  ") if full else _headed(finding)
            for line in block(finding):
                yield from wrapped(line, "    ")
    yield from _doubts(report, colour, full=full)
    yield from _present(report, colour, full=full)
    yield from _agreed(report, colour)


def brief_lines(report: Report) -> Iterator[str]:
    """Only the names of what is open, and what people decided."""
    for verdict in wording.VERDICT_ORDER[:3]:
        titles = [title_of(finding) for finding in with_verdict(report, verdict)]
        if titles:
            label = wording.VERDICT_TITLES[verdict].replace(":", ",")
            yield from wrapped(f"{label}: {'; '.join(titles)}.", "  ", "    ")
    for finding in agreed.decided(report):
        yield from wrapped(f"{title_of(finding)}: {' '.join(agreed.sentences(finding))}", "  ", "    ")


def with_verdict(report: Report, verdict: Verdict) -> list[Finding]:
    """The findings with this verdict, the weightiest level first."""
    chosen = [finding for finding in report.findings if finding.verdict is verdict]
    return sorted(chosen, key=lambda finding: wording.LEVEL_ORDER.index(finding.requirement.level))


def title_of(finding: Finding) -> str:
    """The name of the part, with its level where that is not the usual one."""
    level = finding.requirement.level
    return finding.requirement.title if level == "kern" else f"{finding.requirement.title} ({level})"


def _headed(finding: Finding) -> Iterator[str]:
    """The name of the part and its source: of the place in it as much as stays on one line."""
    title, source = title_of(finding), finding.requirement.source
    if source.expired:
        yield from wrapped(title, "  ")
        return
    name = next((name for name in _names(source) if len(f"  {title} [{name}]") <= WIDTH), _names(source)[-1])
    tied = name.replace(" ", _TIED) if len(name) < WIDTH - 4 else name
    yield from wrapped(f"{title} [{tied}]", "  ")


def _names(source: Reference) -> tuple[str, ...]:
    """The source in fewer and fewer words: a law keeps its article, and what is no paper of its own its place."""
    name = wording.source_name(source)
    if source.authority == "wet":
        return (wording.pending_name(source) if source.pending else name,)
    if not source.address and source.place:
        return name, source.place
    return (
        name,
        wording.source_name(replace(source, place=source.place.split(",")[0])),
        wording.source_name(replace(source, place="")),
    )


def _further(finding: Finding) -> str:
    """What must be said of a source that asks nothing any more; "" where it does."""
    source = finding.requirement.source
    return wording.source_sentence(source, short=True) if source.expired else ""


def _missing_short(finding: Finding) -> Iterator[str]:
    """What to do, where, and what stands there now; of what is not needed to be complete only what is asked."""
    requirement = finding.requirement
    titles = "; ".join(aspect.title for aspect in wording.missing_aspects(finding))
    needed = f"Nodig: {titles}." if requirement.level == "aanvullend" else wording.sentence(requirement.advice.add)
    hollow = finding.counter_evidence[:1]
    there = _now(hollow[0], finding) if hollow else wording.looked_in(finding, most=_PLACES)
    yield from _block(finding, f"{needed} {wording.where_to_put(finding)}", there)


def _incomplete_short(finding: Finding) -> Iterator[str]:
    """What to add and where, and what stands there now: the text that falls short, else the best that is there."""
    titles = "; ".join(aspect.title for aspect in wording.missing_aspects(finding))
    asked = f"Er mist: {titles}. {wording.where_to_put(finding)}" if titles else ""
    shown, hollow = wording.shown_aspects(finding), _falls_short(finding)
    if finding.requirement.level == "aanvullend":  # what is there already is told where it must be complete
        yield from _block(finding, asked, _now(hollow[0], finding) if hollow else "")
        return
    there = f"Er is al: {'; '.join(aspect.title for aspect, _ in shown)}" if shown else ""
    if hollow:
        there = " ".join([*([f"{there}."] if there else []), _now(hollow[0], finding)])
    elif shown:
        best = max((each for _, evidence in shown for each in evidence[:1]), key=lambda each: each.strength)
        place = "" if best.heading == finding.place else f" ({wording.evidence_place(best, inside=True)})"
        there += f'{place}: "{wording.quote_text(best.quote, longest=_SHORT_QUOTE)}"'
    yield from _block(finding, asked, there)


def _block(finding: Finding, asked: str, there: str) -> Iterator[str]:
    """What is asked and what is there: under each other, or of what is not needed to be complete behind each other."""
    texts = [text for text in (asked, there, finding.question, _further(finding)) if text]
    if finding.requirement.level == "aanvullend":
        texts = [" ".join([*(text if text[-1] in ".;" else f"{text}." for text in texts[:-1]), texts[-1]])]
    yield from texts


def _now(evidence: Evidence, finding: Finding) -> str:
    """What stands there and why it does not count."""
    if evidence.kind == "kop":
        same = finding.place and finding.place == (evidence.heading or evidence.quote)
        return "Daar staat nu niets van." if same else wording.hollow_sentence(evidence)
    reason = f" ({evidence.reason.rstrip('.')})" if evidence.reason else ""
    label = "Nu alleen" if finding.verdict is Verdict.MISSING else "Niet meegeteld"
    return f'{label}: "{wording.quote_text(evidence.quote, longest=_SHORT_QUOTE)}"{reason}'


def _falls_short(finding: Finding) -> list[Evidence]:
    return [evidence for evidence in wording.hollow_texts(finding) if evidence.aspect in finding.missing_aspects]


def _missing(finding: Finding) -> Iterator[str]:
    if finding.counter_evidence:
        yield wording.hollow_sentence(finding.counter_evidence[0], longest=_QUOTE)
    else:
        yield wording.looked_in(finding)
    titles = "; ".join(aspect.title for aspect in wording.missing_aspects(finding))
    yield f"Nodig: {titles}. {wording.where_to_put(finding)}"
    if finding.question:
        yield finding.question
    yield from _advice(finding)


def _incomplete(finding: Finding) -> Iterator[str]:
    shown = wording.shown_aspects(finding)
    if shown:
        parts = [f"{aspect.title} ({wording.evidence_place(evidence[0], inside=True)})" for aspect, evidence in shown]
        yield f"Er is: {'; '.join(parts)}."
        yield f'Bijvoorbeeld: "{wording.quote_text(shown[0][1][0].quote, longest=_QUOTE)}"'
    if titles := [aspect.title for aspect in wording.missing_aspects(finding)]:
        yield f"Er mist: {'; '.join(titles)}. {wording.where_to_put(finding)}"
    if hollow := _falls_short(finding):
        yield wording.hollow_sentence(hollow[0], longest=_QUOTE)
    if finding.question:
        yield finding.question
    yield from _advice(finding)


def _advice(finding: Finding) -> Iterator[str]:
    requirement = finding.requirement
    who = f" Wie: {wording.sentence(requirement.advice.who)}" if requirement.advice.who else ""
    if requirement.level != "aanvullend":
        yield f"Advies: {wording.sentence(requirement.advice.add)}{who}"
    if requirement.level != "aanvullend" or requirement.source.pending:
        yield wording.source_sentence(requirement.source, short=True)


def _doubts(report: Report, colour: bool, *, full: bool) -> Iterator[str]:
    groups: dict[str, list[Finding]] = {}
    for finding in with_verdict(report, Verdict.DOUBT):
        unknown = () if finding.doubted_aspect else facts.unknown_facts(report, finding.requirement.when)
        question = finding.question or (unknown[0].question if unknown else "")
        answer_with = (
            f" {facts.applies_text(report, finding)} Antwoord met {facts.options(unknown)}." if unknown else ""
        )
        key = (wording.sentence(question) + answer_with).strip() if question else f"\0{finding.requirement.id}"
        groups.setdefault(key, []).append(finding)
    if groups:
        yield from ("", styled(wording.VERDICT_TITLES[Verdict.DOUBT], "1", colour))
    for question, findings in groups.items():
        alone = len(findings) == 1 and not full
        yield from _headed(findings[0]) if alone else wrapped("; ".join(map(title_of, findings)), "  ")
        for evidence in (*findings[0].evidence, *wording.hollow_texts(findings[0]))[:1]:
            quote = wording.quote_text(evidence.quote, longest=_QUOTE if full else _SHORT_QUOTE)
            yield from wrapped(f'In {wording.evidence_place(evidence)} staat: "{quote}"', "    ")
        if question.startswith("\0"):
            question = "Is dit genoeg? De tekst is niet duidelijk genoeg om dat zonder lezer te zeggen."
        yield from wrapped(question, "    ")
        if findings[0].doubted_aspect and (titles := [each.title for each in wording.missing_aspects(findings[0])]):
            yield from wrapped(f"Er mist in elk geval: {'; '.join(titles)}.", "    ")


def _present(report: Report, colour: bool, *, full: bool) -> Iterator[str]:
    """What is there with where it stands, in full with a quote; what stands elsewhere or does not apply by name."""
    findings = with_verdict(report, Verdict.PRESENT)
    if findings:
        yield from ("", styled(wording.VERDICT_TITLES[Verdict.PRESENT], "1", colour))
    extra = [finding for finding in findings if finding.requirement.level == "aanvullend" and not full]
    together = extra if len(extra) > _FEW_EXTRA else []
    for finding in findings:
        if finding in together:
            continue
        yield _with_place(finding)
        if full and finding.evidence:
            yield from wrapped(f'"{wording.quote_text(_best(finding).quote, longest=_QUOTE)}"', "    ")
    if together:
        told = (f"{finding.requirement.title}{_where(finding)}" for finding in together)
        yield from wrapped(f"Aanvullend: {'; '.join(told)}.", "  ", "    ")
    for verdict in wording.VERDICT_ORDER[4:]:
        titles = [finding.requirement.title for finding in with_verdict(report, verdict)]
        if titles:
            yield from wrapped(f"{wording.VERDICT_TITLES[verdict]}: {'; '.join(titles)}.", after="  ")


def _where(finding: Finding) -> str:
    """Where the best evidence stands, in brackets and as short as can be; "" without any."""
    return f" ({wording.place_number(_best(finding).heading)})" if finding.evidence else ""


def _best(finding: Finding) -> Evidence:
    return max(finding.evidence, key=lambda evidence: evidence.strength)


def _with_place(finding: Finding) -> str:
    """The name of a part and where its best evidence stands, of which the heading is cut to keep it on one line."""
    title = finding.requirement.title
    if not finding.evidence:
        return fitted(title, "  ")
    best = _best(finding)
    room = WIDTH - len(f"  {title}: {wording.place_name('', best.page)}") + len(wording.place_name(""))
    heading = cut(best.heading, room - 2) if best.heading and room > _LEAST_HEADING else best.heading
    return fitted(f"{title}: {wording.place_name(heading, best.page)}", "  ")


def _agreed(report: Report, colour: bool) -> Iterator[str]:
    """What people decided, in full: nobody may read past it."""
    findings = agreed.decided(report)
    if findings:
        yield from ("", styled("Uitzonderingen en eigen oordelen", "1", colour))
    for finding in findings:
        yield from wrapped(title_of(finding), "  ")
        for line in agreed.sentences(finding):
            yield from wrapped(line, "    ")
