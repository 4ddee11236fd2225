"""The whole pipeline on one screen: a dossier and a rule set give a report. Pure: no files, no clock."""

from collections.abc import Mapping
from dataclasses import replace

from plancheck.detect import Detector
from plancheck.detect.facts.find import with_followers
from plancheck.detect.procedure import Situation
from plancheck.detect.verdict.where import after_the_plan
from plancheck.detect.volume import Volume, open_volume
from plancheck.model.condition import Values, facts_of
from plancheck.model.document import Document, Dossier, ReadingWarning, Span
from plancheck.model.finding import Fact, Finding, MilestoneInfo, Recognised, Report, Verdict
from plancheck.model.requirement import MilestoneId, Requirement, RequirementId
from plancheck.rules.ruleset import RuleSet
from plancheck.settings.mark import marks_of
from plancheck.version import __version__

_UNREAD = frozenset(("paginas-zonder-tekst", "paginas-beschadigd"))
"""Codes of the warnings that say which pages were not read."""


def check(
    document: Document | Dossier,
    ruleset: RuleSet,
    *,
    milestone: MilestoneId | None = None,
    facts: Mapping[str, str] | None = None,
    reference_date: str = "",
    count_from: str = "",
    detector: Detector | None = None,
) -> Report:
    """Judge a document against a rule set.

    milestone: what the document is, when the caller knows; None lets it be recognised.
    facts: values of facts that the caller knows, by name. reference_date: ISO date by which laws are judged.
    count_from: ISO date from which the terms of the procedure are counted where no document gives a day, "" for none.
    detector: another one of this rule set than the usual, to measure with.
    """
    dossier = document if isinstance(document, Dossier) else Dossier(documents=(document,))
    first = dossier.documents[0]
    detector = detector or detector_for(ruleset)
    if first.language not in ("nl", "") and milestone is None:
        recognised = Recognised(
            milestone=None, origin="geen", confidence=1.0, reason="de tekst is niet in het Nederlands"
        )
        return _report(first, ruleset, recognised, reference_date=reference_date)
    volume = open_volume(detector, dossier, milestone)
    recognised = volume.recognised
    if recognised.milestone is None:
        return _report(first, ruleset, recognised, reference_date=reference_date)
    known = with_followers(_facts(volume, facts or {}), ruleset.facts)
    values: Values = {fact.name: fact.value for fact in known}
    requirements = tuple(each.on(reference_date, values) for each in _judged(ruleset, recognised))
    found = after_the_plan((_finding(volume, requirement, known) for requirement in requirements), volume.own)
    unread = _unread(dossier)
    read = [_as_read(finding, dossier, unread) for finding in found]
    marks = marks_of(read, dossier)
    findings = tuple(replace(finding, mark=mark) for finding, mark in zip(read, marks, strict=True))
    phase = next(info.phase for info in ruleset.milestones if info.id == recognised.milestone)
    situation = Situation(phase=phase, values=values, findings=findings, date=reference_date, asked=count_from)
    steps = detector.plan_steps(volume.own, situation)
    used = frozenset().union(*(_facts_used(requirement) for requirement in requirements))
    used = used.union(*(facts_of(planned.step.when) for planned in steps))
    if volume.own.standing == "foreign":
        first = replace(first, warnings=(*first.warnings, _about_something_else(ruleset)))
    report = _report(first, ruleset, recognised, reference_date=reference_date)
    return replace(
        report,
        findings=findings,
        facts=tuple(f for f in known if not f.implied and (f.name in used or f.origin == "gegeven")),
        procedure=steps,
    )


def judge_one(document: Document, ruleset: RuleSet, requirement: RequirementId) -> Finding:
    """The finding on one requirement of a plan or a piece of one, whatever its kind and the facts."""
    detector = detector_for(ruleset)
    return detector.judge(requirement, detector.analyse(Dossier(documents=(document,)), is_piece=True))


def explain(
    document: Document, ruleset: RuleSet, requirement: RequirementId, *, milestone: MilestoneId | None = None
) -> str:
    """The reasoning for one requirement in Dutch, for a person who doubts the verdict; milestone: as in `check`."""
    volume = open_volume(detector_for(ruleset), Dossier(documents=(document,)), milestone)
    return volume.detector.explain(requirement, volume.text_for(requirement))


_DETECTORS: dict[int, Detector] = {}


def detector_for(ruleset: RuleSet) -> Detector:
    """The detector of a rule set, made once per process (it holds the rule set, so its id stays taken)."""
    if id(ruleset) not in _DETECTORS:
        _DETECTORS[id(ruleset)] = Detector(ruleset)
    return _DETECTORS[id(ruleset)]


def _facts(volume: Volume, given: Mapping[str, str]) -> tuple[Fact, ...]:
    """What is known of the plan: what the document itself says of it, else what the documents inside it say."""
    own = volume.detector.find_facts(volume.own, given)
    if not volume.parts:
        return own
    whole = {fact.name: fact for fact in volume.detector.find_facts(volume.whole, given)}
    return tuple(fact if fact.evidence or fact.contradiction else whole[fact.name] for fact in own)


def _judged(ruleset: RuleSet, recognised: Recognised) -> tuple[Requirement, ...]:
    """The requirements of the milestone and of the documents it contains, each once."""
    kinds = [kind for kind in (recognised.milestone, *recognised.contains) if kind]
    found = {requirement.id: requirement for kind in kinds for requirement in ruleset.judged(kind)}
    return tuple(found.values())


def _facts_used(requirement: Requirement) -> frozenset[str]:
    return facts_of(requirement.when).union(*(facts_of(other.when) for other in requirement.other_levels))


def _finding(volume: Volume, requirement: Requirement, facts: tuple[Fact, ...]) -> Finding:
    """The finding under the facts: a condition that depends on an unknown one is a question, not a guess.

    Unless the part is there in full: whoever wrote it does not need to be asked whether it was needed. The title says
    of which document it is where that is one inside another.
    """
    if volume.is_of_a_part(requirement.id):
        requirement = replace(requirement, title=f"{requirement.title} ({volume.name_of_part(requirement.id)})")
    values = {fact.name: fact.value for fact in facts}
    state = requirement.when.holds(values) if requirement.when else True
    if state is False or requirement.source.expired:
        return Finding(requirement=requirement, verdict=Verdict.NOT_APPLICABLE, confidence=0.9)
    finding = volume.detector.judge(requirement.id, volume.text_for(requirement.id))
    if finding.requirement is not requirement:
        finding = replace(finding, requirement=requirement)
    if state is None and finding.verdict is not Verdict.PRESENT:
        wanted = facts_of(requirement.when)
        questions = [fact.question for fact in facts if fact.name in wanted and fact.value is None]
        return replace(finding, verdict=Verdict.DOUBT, question=" ".join(questions), doubted_aspect="", hollow=False)
    return finding


def _about_something_else(ruleset: RuleSet) -> ReadingWarning:
    message = (
        f"Dit document gaat bijna nergens over het onderwerp van deze regels ({ruleset.title}). "
        "Plancheck kent zijn woorden minder goed: kijk elk oordeel na, ook wat ontbreekt."
    )
    return ReadingWarning(code="ander-onderwerp", message=message)


def _unread(dossier: Dossier) -> str:
    """Which pages were not read, as a sentence; "" when all were."""
    documents = [document for document in dossier.documents if document.unread_pages]
    return " ".join(
        warning.message for document in documents for warning in document.warnings if warning.code in _UNREAD
    )


def _as_read(finding: Finding, dossier: Dossier, unread: str) -> Finding:
    """A finding in the light of how well the documents could be read.

    What was not found may stand on a page that was not read: a person must look. What rests on recognised text is as
    sure as the recogniser was.
    """
    if unread and finding.verdict is Verdict.MISSING:
        question = f"{unread} Staat dit onderdeel daar?"
        return replace(finding, verdict=Verdict.DOUBT, question=question, hollow=False)
    spans = [evidence.span for evidence in (*finding.evidence, *finding.counter_evidence)]
    finding = _with_pictures(finding, dossier, spans)
    read = [dossier.documents[span.document].blocks[span.block].confidence for span in spans]
    if not read or min(read) == 1.0:
        return finding
    return replace(finding, confidence=finding.confidence * sum(read) / len(read))


def _with_pictures(finding: Finding, dossier: Dossier, spans: list[Span]) -> Finding:
    """A finding that something is missing, with the pictures that may say it: those where it stands or belongs."""
    if finding.verdict not in (Verdict.MISSING, Verdict.INCOMPLETE) or finding.question:
        return finding
    paths = (dossier.documents[span.document].blocks[span.block].heading_path for span in spans)
    own = {finding.place, *(place.heading for place in finding.looked_in), *(path[-1] for path in paths if path)}
    unread = (heading for document in dossier.documents for heading in document.unread_pictures)
    headings = list(dict.fromkeys(heading for heading in unread if heading and heading in own))
    if not headings:
        return finding
    named = " en ".join(f"“{heading}”" for heading in headings)
    question = f"Kaart niet gelezen: onder {named} staat een grote afbeelding. Staat daarop wat hier mist?"
    return replace(finding, question=question)


def _report(document: Document, ruleset: RuleSet, recognised: Recognised, *, reference_date: str) -> Report:
    named = {recognised.milestone, *recognised.alternatives, *recognised.contains}
    infos: tuple[MilestoneInfo, ...] = tuple(info for info in ruleset.milestones if info.id in named)
    if recognised.milestone is None:  # any of them may be chosen instead
        infos = tuple(ruleset.milestones)
    return Report(
        document=document,
        recognised=recognised,
        milestones=infos,
        warnings=tuple(warning.message for warning in document.warnings),
        tool_version=__version__,
        package_id=ruleset.id,
        package_title=ruleset.title,
        rules_version=ruleset.version,
        extended=ruleset.extended,
        reference_date=reference_date,
    )
