"""Hand-made reports for the tests of the renderers: one line each where it can be."""

from collections.abc import Sequence
from dataclasses import replace

from plancheck.errors import EncryptedFile
from plancheck.model.decision import Agreements, Decision, Exemption, Ruling
from plancheck.model.document import Annotation, Document, ReadingWarning, Source, Span
from plancheck.model.finding import (
    Evidence,
    Fact,
    Finding,
    Held,
    MilestoneInfo,
    Place,
    Recognised,
    Report,
    Unreadable,
    Verdict,
)
from plancheck.model.procedure import Dates, PlannedStep, Step, Term
from plancheck.model.requirement import (
    Advice,
    Aspect,
    Authority,
    Condition,
    Level,
    MilestoneId,
    Recognition,
    Reference,
    Requirement,
    RequirementId,
)

PROJECTPLAN = MilestoneId("projectplan")
STARTNOTITIE = MilestoneId("startnotitie")
MILESTONES = (
    MilestoneInfo(id=STARTNOTITIE, title="startnotitie", phase=1),
    MilestoneInfo(id=PROJECTPLAN, title="projectplan", phase=3),
)


def make_source(
    authority: Authority = "handreiking", address: str = "https://www.nplw.nl/uitvoeringsplan"
) -> Reference:
    return Reference(
        document="nplw-proces",
        place="fase 3, mijlpaal projectplan",
        authority=authority,
        title="NPLW, Proces totstandkoming uitvoeringsplan",
        address=address,
        accessed="2026-11-23",
    )


def make_requirement(
    name: str = "risicoanalyse",
    title: str = "Risicoanalyse en risicobeheersing",
    *,
    level: Level = "kern",
    aspects: Sequence[str] = ("benoemde risico's", "een beheersmaatregel bij de risico's"),
    when: Condition | None = None,
    source: Reference | None = None,
) -> Requirement:
    return Requirement(
        id=RequirementId(f"projectplan.{name}"),
        milestone=PROJECTPLAN,
        title=title,
        level=level,
        source=source or make_source(),
        why="Wie over het projectplan besluit, moet zien wat het project kan laten vastlopen.",
        recognition=Recognition(headings=("risico",), concepts=(("risico",),)),
        aspects=tuple(
            Aspect(id=f"a{number}", title=text, question=f"Wat staat er over {text}?", evidence=())
            for number, text in enumerate(aspects, 1)
        ),
        advice=Advice(
            add="Noem de grootste risico's, hoe zwaar ze wegen en wat u eraan doet",
            who="De projectleider, samen met de partners",
            decision="Het college stelt de risico's vast met het projectplan.",
        ),
        when=when,
    )


def make_evidence(
    quote: str = "Een risicoanalyse is niet uitgevoerd.",
    *,
    aspect: str = "",
    heading: str = "10 Risico's",
    page: int | None = None,
    kind: str = "ontkenning",
    reason: str = "de tekst zegt zelf dat dit er niet is",
) -> Evidence:
    span = Span(document=0, block=0, start=0, end=len(quote))
    return Evidence(
        aspect=aspect, span=span, quote=quote, kind=kind, strength=0.8, reason=reason, heading=heading, page=page
    )


def make_missing(
    title: str = "Risicoanalyse en risicobeheersing", *, hollow: bool = True, level: Level = "kern"
) -> Finding:
    return Finding(
        requirement=make_requirement(title=title, level=level),
        verdict=Verdict.MISSING,
        confidence=0.9,
        counter_evidence=(make_evidence(),) if hollow else (),
        missing_aspects=("a1", "a2"),
        hollow=hollow,
        looked_in=() if hollow else (Place(heading="Team", page=4),),
        place="10 Risico's" if hollow else "",
    )


def make_incomplete(title: str = "Projectorganisatie") -> Finding:
    return Finding(
        requirement=make_requirement(
            "organisatie", title, aspects=("rollen en ambtelijk opdrachtgever", "overleg met de partners")
        ),
        verdict=Verdict.INCOMPLETE,
        confidence=0.8,
        evidence=(
            make_evidence(
                "Projectleider\tJ. de Vries\nOpdrachtgever\thet hoofd van de afdeling Ruimte",
                aspect="a1",
                heading="8 Team",
                page=12,
                kind="tabel",
                reason="een tabel met 2 gevulde regels",
            ),
        ),
        missing_aspects=("a2",),
        place="8 Team",
    )


def make_doubt(title: str = "Uitgewerkt kavelplan") -> Finding:
    return Finding(
        requirement=make_requirement(
            "kavelplan", title, when=Condition(fact="warmteoplossing", values=("warmtenet", "gemengd"))
        ),
        verdict=Verdict.DOUBT,
        confidence=0.5,
        question="Welke warmteoplossing kiest het plan? Bij een warmtenet hoort een kavelplan.",
        missing_aspects=("a1", "a2"),
    )


def make_near(title: str = "Risicobeheersing") -> Finding:
    """A doubt about one aspect: the text comes near to an answer."""
    return Finding(
        requirement=make_requirement("beheersing", title),
        verdict=Verdict.DOUBT,
        confidence=0.5,
        evidence=(
            make_evidence(
                "Bij pech bellen wij Vos.", aspect="a2", heading="9 Pech", kind="geleerd", reason="lijkt erop"
            ),
            make_evidence(
                "Het net kan uitvallen.", aspect="a1", heading="9 Pech", kind="begrippen", reason="noemt het"
            ),
        ),
        doubted_aspect="a2",
        question="Geeft de tekst echt antwoord op deze vraag: Wat doet men eraan?",
    )


def make_present(
    title: str = "Ambities en doelen", *, level: Level = "kern", quote: str = "In 2030 zijn 800 woningen aardgasvrij."
) -> Finding:
    return Finding(
        requirement=make_requirement("ambities", title, level=level),
        verdict=Verdict.PRESENT,
        confidence=0.9,
        evidence=tuple(
            make_evidence(quote, aspect=aspect, heading="2 Ambitie", kind="getal", reason="een getal met een eenheid")
            for aspect in ("a1", "a2")
        ),
    )


def make_not_applicable(title: str = "Instemming met het kavelplan") -> Finding:
    when = Condition(fact="warmteoplossing", values=("warmtenet",))
    return Finding(
        requirement=make_requirement("instemming", title, when=when), verdict=Verdict.NOT_APPLICABLE, confidence=0.9
    )


ALL_VERDICTS = (
    make_present(),
    make_missing(),
    make_incomplete(),
    make_missing("Weerstand", hollow=False, level="aanvullend"),
    make_doubt(),
    make_not_applicable(),
)


def make_dates() -> Dates:
    return Dates(
        start="2027-01-04",
        first="2027-01-04",
        last="2027-02-15",
        origin="document",
        moved=True,
        evidence=make_evidence("Het ontwerp ligt van 4 januari tot en met 14 februari 2027 ter inzage."),
        other_last="2027-02-14",
    )


def make_report(
    *findings: Finding,
    path: str = "plannen/perronkwartier.docx",
    milestone: MilestoneId | None = PROJECTPLAN,
    alternatives: tuple[MilestoneId, ...] = (),
    reason: str = "herkend aan de titel en de hoofdstukken",
    warnings: tuple[ReadingWarning, ...] = (),
    notes: int = 0,
) -> Report:
    document = Document(
        source=Source(path=path, sha256="3fa9c1" + "0" * 58, format="docx"),
        blocks=(),
        language="nl",
        heading_source="stijl",
        warnings=warnings,
        notes=tuple(Annotation(text="Klopt dit?") for _ in range(notes)),
    )
    steps = (
        PlannedStep(
            step=Step(id="vastleggen", phases=(3,), text="Leg het projectplan bestuurlijk vast", who="het college",
                      form="een collegebesluit", before="de wensen zijn besproken met bewoners", source=make_source(),
                      term=Term(kind="duurt", amount=6, unit="weken", start="inzage", extended=True)),
            start="de start van de inzage",
            evidence=(make_evidence("Het college stelt het plan vast.", heading="3 Besluit"),),
            missing=("wie later beslist",),
            dates=make_dates(),
        ),
        PlannedStep(
            step=Step(id="kavel", phases=(3,), text="Werk het kavelplan uit.", source=make_source("wet"),
                      when=Condition(fact="warmteoplossing", values=("warmtenet",))),
            unknown=("warmteoplossing",),
        ),
    )  # fmt: skip
    return Report(
        document=document,
        recognised=Recognised(
            milestone=milestone,
            origin="herkend" if milestone else "geen",
            confidence=0.97,
            reason=reason,
            alternatives=alternatives,
        ),
        findings=findings if milestone else (),
        facts=(
            Fact(
                name="warmteoplossing", value=None, origin="onbekend", question="Welke warmteoplossing kiest het plan?"
            ),
            Fact(
                name="vorm",
                value="programma",
                origin="tekst",
                evidence=(make_evidence("Het programma wordt vastgesteld."),),
            ),
        ),
        procedure=steps if milestone else (),
        milestones=MILESTONES,
        warnings=tuple(warning.message for warning in warnings),
        tool_version="0.1.0",
        package_id="warmtetransitie",
        package_title="Warmtetransitie: van startnotitie tot uitvoeringsplan",
        rules_version="1.0.0",
        reference_date="2026-11-23",
    )


def make_agreed(reason: str = "Staat in het dossier", path: str = "afgesproken.docx") -> Report:
    """A report with an exemption, a verdict of a person and an exemption that has ended."""
    exempted, ruled = make_missing(), make_incomplete()
    exemption = Exemption(requirement=exempted.requirement.id, reason=reason, who="J. de Vries", until="2026-12-31")
    ruling = Ruling(
        requirement=ruled.requirement.id,
        verdict=Verdict.PRESENT,
        who="A. Bakker",
        date="2026-11-20",
        reason="Het overleg staat in tabel 3",
        pattern="*.docx",
        mark="k0123456789ab",
    )
    ended = Decision(
        made=replace(exemption, until="2026-01-31"), outcome="verlopen", message="De uitzondering gold tot 2026-01-31."
    )
    report = make_report(
        replace(exempted, verdict=Verdict.NOT_APPLICABLE, own_verdict=Verdict.MISSING, exemption=exemption),
        replace(ruled, verdict=Verdict.PRESENT, own_verdict=Verdict.INCOMPLETE, ruling=ruling, mark=ruling.mark),
        make_not_applicable(),
        path=path,
    )
    made = (Decision(made=ruling, outcome="toegepast"), Decision(made=exemption, outcome="toegepast"), ended)
    return replace(
        report,
        warnings=(ended.message,),
        agreements=Agreements(path="plancheck.yaml", date="2026-11-26", applied=True, decisions=made),
    )


def make_contradicted() -> Report:
    """A report with a fact for which the text gives two values, and one against what the user gave."""
    both = (
        make_evidence("Er komt een mer.", aspect="ja", heading="3 Mer", kind="uitspraak"),
        make_evidence("Een mer is niet nodig.", aspect="nee", heading="9 Proces", kind="uitspraak"),
    )
    unknown = Fact(
        name="mer", value=None, origin="onbekend", question="Moet er een mer komen?", title="een milieueffectrapport",
        contradiction=both,
    )  # fmt: skip
    against = make_evidence("Het wordt een beleidsstuk.", aspect="beleidsdocument", heading="2 Vorm", kind="uitspraak")
    given = Fact(name="vorm", value="programma", origin="gegeven", question="Welke vorm?", contradiction=(against,))
    return replace(make_report(make_present()), facts=(unknown, given))


def make_none(path: str = "nieuwsbrief.pdf", warnings: tuple[ReadingWarning, ...] = ()) -> Report:
    reason = "dit lijkt een nieuwsbrief, geen mijlpaaldocument"
    return make_report(path=path, milestone=None, reason=reason, warnings=warnings)


def make_draft() -> Report:
    """A title and hardly anything else."""
    reason = "er staat nog te weinig tekst om te zien welk document dit is"
    none = make_report(path="opzet.docx", milestone=None, reason=reason, alternatives=(PROJECTPLAN,))
    return replace(none, recognised=replace(none.recognised, too_short=True))


def make_holding() -> Report:
    """A project plan with a startnotitie in the annex."""
    full = make_report(*ALL_VERDICTS, path="bundel.pdf")
    held = (Held(milestone=STARTNOTITIE, place=Place(heading="Bijlage 2: Startnotitie", page=31)),)
    return replace(full, recognised=replace(full.recognised, held=held))


def make_part() -> Report:
    """Of a bundle only the project plan."""
    full = make_report(*ALL_VERDICTS, path="bundel.pdf")
    part = Held(milestone=PROJECTPLAN, place=Place(heading="Bijlage 3: Projectplan"))
    return replace(full, recognised=replace(full.recognised, part=part, origin="gegeven"))


def make_unreadable(path: str = "geheim.docx") -> Unreadable:
    error = EncryptedFile(
        "dit bestand is beveiligd met een wachtwoord.", path=path, hint="Sla het op zonder wachtwoord."
    )
    return Unreadable(path=path, error=error)
