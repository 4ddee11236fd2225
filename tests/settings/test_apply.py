"""What decisions of people do to a report, and what is told of those that do nothing."""

from dataclasses import replace

import pytest

from plancheck.model.decision import Exemption, Ruling
from plancheck.model.finding import Finding, Report, Verdict
from plancheck.model.requirement import Level, RequirementId
from plancheck.settings import Settings, apply, report_unused
from tests.reports import builders as b

RISK = RequirementId("projectplan.risicoanalyse")
MARK = "k0123456789ab"
TODAY = "2026-11-26"


def exemption(*, reason: str = "Staat in het dossier.", until: str = "2026-12-31", pattern: str = "") -> Exemption:
    return Exemption(requirement=RISK, reason=reason, who="J. de Vries", until=until, pattern=pattern)


def ruling(
    verdict: Verdict = Verdict.PRESENT, *, reason: str = "Staat in tabel 3.", mark: str = MARK, date: str = "2026-11-20"
) -> Ruling:
    return Ruling(
        requirement=RISK, verdict=verdict, who="A. Bakker", date=date, reason=reason, pattern="*.docx", mark=mark
    )


def missing(level: Level = "kern") -> Finding:
    return replace(b.make_missing(level=level), mark=MARK)


def applied(*made: Exemption | Ruling, finding: Finding | None = None, bare: bool = False) -> Report:
    settings = Settings(
        path="plancheck.yaml",
        folder="/nergens",
        exemptions=tuple(each for each in made if isinstance(each, Exemption)),
        rulings=tuple(each for each in made if isinstance(each, Ruling)),
    )
    return apply(b.make_report(finding or missing()), settings, date=TODAY, bare=bare)


def outcomes(report: Report) -> list[str]:
    assert report.agreements is not None
    return [decision.outcome for decision in report.agreements.decisions]


def test_an_exemption_makes_a_gap_not_applicable_and_the_document_complete() -> None:
    report = applied(exemption())
    finding = report.findings[0]
    assert finding.verdict is Verdict.NOT_APPLICABLE
    assert finding.own_verdict is Verdict.MISSING
    assert report.complete
    assert not report.warnings


@pytest.mark.parametrize(("until", "holds"), [(TODAY, True), ("2026-11-25", False)])
def test_an_exemption_holds_up_to_and_including_its_last_day(until: str, holds: bool) -> None:
    report = applied(exemption(until=until))
    assert (report.findings[0].verdict is Verdict.NOT_APPLICABLE) is holds
    assert report.warnings == (
        ()
        if holds
        else ("De uitzondering voor projectplan.risicoanalyse (J. de Vries) gold tot en met 25 november 2026.",)
    )


@pytest.mark.parametrize(
    ("made", "finding", "outcome", "told"),
    [
        (exemption(), missing("wettelijk"), "wettelijk", "de wet vraagt dit onderdeel"),
        (exemption(reason=""), missing(), "zonder-reden", "schrijf bij `reden` waarom u ervan afwijkt."),
        (ruling(reason=""), missing(), "zonder-reden", "schrijf bij `waarom` waarop het rust."),
        (ruling(mark=""), missing(), "verouderd", f"Gaat het over deze bevinding, schrijf dan `{MARK}` bij `kenmerk`."),
        (ruling(mark="k" + "f" * 12), missing(), "verouderd", "is verouderd: de tekst waarop het rust, is veranderd."),
        (ruling(Verdict.NOT_APPLICABLE), missing("wettelijk"), "wettelijk", "Geef bij `feiten` waarom het niet geldt."),
    ],
)  # fmt: skip
def test_a_decision_that_may_not_count_leaves_the_finding_and_is_told(
    made: Exemption | Ruling, finding: Finding, outcome: str, told: str
) -> None:
    report = applied(made, finding=finding)
    assert report.findings == (finding,)
    assert outcomes(report) == [outcome]
    assert [told in warning for warning in report.warnings] == [True]


def test_an_exemption_does_not_hide_a_doubt() -> None:
    doubt = replace(missing(), verdict=Verdict.DOUBT, question="Staat het er?")
    report = applied(exemption(), finding=doubt)
    assert report.findings == (doubt,)
    assert "over dit onderdeel is twijfel" in report.warnings[0]


def test_an_exemption_for_a_part_that_is_there_is_told_as_unused() -> None:
    present = replace(missing(), verdict=Verdict.PRESENT)
    report = applied(exemption(), finding=present)
    assert outcomes(report) == ["ongebruikt"]
    assert "dit onderdeel is aanwezig. Haal haar weg als dat klopt." in report.warnings[0]


def test_a_persons_verdict_takes_the_place_of_ours_which_stays_known() -> None:
    finding = applied(ruling()).findings[0]
    assert (finding.verdict, finding.own_verdict) == (Verdict.PRESENT, Verdict.MISSING)
    assert finding.ruling is not None


def test_a_persons_verdict_on_a_part_that_law_asks_counts_too() -> None:
    assert applied(ruling(), finding=missing("wettelijk")).findings[0].verdict is Verdict.PRESENT


def test_a_persons_verdict_answers_the_question() -> None:
    doubt = replace(missing(), verdict=Verdict.DOUBT, question="Staat het er?")
    assert applied(ruling(), finding=doubt).findings[0].question == ""
    assert applied(ruling(Verdict.DOUBT), finding=doubt).findings[0].question == "Staat het er?"


def test_the_newest_of_two_verdicts_counts_and_the_other_is_told() -> None:
    report = applied(ruling(Verdict.INCOMPLETE, date="2026-11-25"), ruling(date="2026-11-20"))
    assert report.findings[0].verdict is Verdict.INCOMPLETE
    assert outcomes(report) == ["toegepast", "ongebruikt"]
    assert "er is een later oordeel van A. Bakker" in report.warnings[0]


def test_a_verdict_goes_before_an_exemption() -> None:
    report = applied(exemption(), ruling())
    assert report.findings[0].verdict is Verdict.PRESENT
    assert outcomes(report) == ["toegepast", "ongebruikt"]
    report = applied(exemption(), ruling(Verdict.INCOMPLETE))
    assert report.findings[0].verdict is Verdict.NOT_APPLICABLE
    assert report.findings[0].own_verdict is Verdict.MISSING


def test_the_bare_truth_leaves_every_finding_and_says_so() -> None:
    report = applied(exemption(), ruling(), bare=True)
    assert report.findings == (missing(),)
    assert outcomes(report) == ["uitgezet", "uitgezet"]
    assert "(--zonder-uitzonderingen)" in report.warnings[0]


def test_what_no_document_had_to_do_with_is_told_once_in_a_run() -> None:
    other = b.make_report(b.make_incomplete(), path="ander.docx")
    made = exemption(pattern="weg.docx")
    settings = Settings(path="plancheck.yaml", folder="/nergens", exemptions=(exemption(), made))
    reports = [apply(each, settings, date=TODAY) for each in (other, b.make_report(missing()))]
    first, second = report_unused(reports, settings)
    assert isinstance(first, Report)
    assert first.warnings == (
        "De uitzondering voor projectplan.risicoanalyse (J. de Vries) is niet gebruikt: deze regel is in een bestand "
        "als weg.docx niet beoordeeld.",
    )
    assert outcomes(first) == ["ongebruikt"]
    assert second == reports[1]


def test_nothing_is_called_unused_when_no_document_was_judged() -> None:
    settings = Settings(path="plancheck.yaml", folder="/nergens", exemptions=(exemption(),))
    results = (apply(b.make_none(), settings, date=TODAY), b.make_unreadable())
    assert report_unused(results, settings) == results


@pytest.mark.parametrize(
    ("verdict", "missing"), [(Verdict.PRESENT, ()), (Verdict.INCOMPLETE, ("a2",)), (Verdict.MISSING, ("a2",))]
)
def test_a_ruling_settles_what_was_in_doubt(verdict: Verdict, missing: tuple[str, ...]) -> None:
    near = b.make_near()
    doubted = replace(near, requirement=replace(near.requirement, id=RISK), mark=MARK)
    finding = applied(ruling(verdict), finding=doubted).findings[0]
    assert finding.own_verdict is Verdict.DOUBT
    assert finding.doubted_aspect == ""
    assert finding.question == ""
    assert finding.missing_aspects == missing
