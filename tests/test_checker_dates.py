"""Laws are judged by the reference date of the check."""

from dataclasses import replace

from plancheck.checker import check
from plancheck.model.requirement import MilestoneId, RequirementId
from plancheck.model.verdict import Verdict
from plancheck.reports.wording import source_sentence
from plancheck.rules import RuleSet
from tests.documents import make_document
from tests.shipped import shipped_rules

START = MilestoneId("startnotitie")
AIM = RequirementId("startnotitie.einddoel")


def level_on(date: str, ruleset: RuleSet) -> str:
    document = make_document("# Startnotitie", "De wijk is in 2040 aardgasvrij.")
    report = check(document, ruleset, milestone=START, reference_date=date)
    return next(finding.requirement.level for finding in report.findings if finding.requirement.id == AIM)


def test_a_rule_weighs_less_until_the_day_its_law_starts() -> None:
    ruleset = shipped_rules()
    rule = ruleset.requirements[AIM]
    law = replace(rule, level="wettelijk", source=replace(rule.source, authority="wet", valid_from="2027-07-01"))
    changed = replace(ruleset, requirements={**ruleset.requirements, AIM: law})
    assert level_on("2027-06-30", changed) == "aanvullend"
    assert level_on("2027-07-01", changed) == "wettelijk"


def test_a_rule_whose_last_day_has_passed_does_not_apply_and_says_why() -> None:
    ruleset = shipped_rules()
    rule = ruleset.requirements[AIM]
    ended = replace(rule, source=replace(rule.source, valid_until="2027-06-30"))
    changed = replace(ruleset, requirements={**ruleset.requirements, AIM: ended})
    document = make_document("# Startnotitie", "De wijk is in 2040 aardgasvrij.")
    on = {
        date: next(
            f
            for f in check(document, changed, milestone=START, reference_date=date).findings
            if f.requirement.id == AIM
        )
        for date in ("2027-06-30", "2027-07-01")
    }
    assert on["2027-06-30"].verdict is not Verdict.NOT_APPLICABLE
    assert on["2027-07-01"].verdict is Verdict.NOT_APPLICABLE
    assert source_sentence(on["2027-07-01"].requirement.source).startswith(
        "Dit is vervallen: het gold tot en met 30 juni 2027"
    )
