"""Laws are judged by the reference date of the check."""

from dataclasses import replace

from plancheck.checker import check
from plancheck.model.requirement import MilestoneId, RequirementId
from plancheck.rules import RuleSet, load_rules
from tests.documents import make_document

AIM = RequirementId("startnotitie.einddoel")


def level_on(date: str, ruleset: RuleSet) -> str:
    document = make_document("# Startnotitie", "De wijk is in 2040 aardgasvrij.")
    report = check(document, ruleset, milestone=MilestoneId("startnotitie"), reference_date=date)
    return next(finding.requirement.level for finding in report.findings if finding.requirement.id == AIM)


def test_a_rule_weighs_less_until_the_day_its_law_starts() -> None:
    ruleset = load_rules()
    rule = ruleset.requirements[AIM]
    law = replace(rule, level="wettelijk", source=replace(rule.source, authority="wet", valid_from="2027-07-01"))
    changed = replace(ruleset, requirements={**ruleset.requirements, AIM: law})
    assert level_on("2027-06-30", changed) == "aanvullend"
    assert level_on("2027-07-01", changed) == "wettelijk"
