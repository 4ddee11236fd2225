"""Every condition of the shipped package, four ways: it holds, it does not, the fact is not known, the text disagrees.

The conditions are taken from the package, so that a new one is tested as well.
"""

from itertools import product

import pytest

from plancheck.checker import check
from plancheck.model.condition import When, facts_of
from plancheck.model.finding import Fact, Finding, Report, Verdict
from plancheck.model.procedure import PlannedStep, Step
from plancheck.model.requirement import MilestoneId, OtherLevel, Requirement
from plancheck.reports import RENDERERS
from tests.detect.test_facts import STATED
from tests.documents import make_document
from tests.shipped import shipped_rules


def values_of(fact: str) -> tuple[str, ...]:
    return shipped_rules().fact_values[fact]


def others(when: When, fact: str) -> dict[str, str]:
    """Values of the other facts under which this one decides."""
    rest = sorted(facts_of(when) - {fact})
    for chosen in product(*(values_of(name) for name in rest)):
        known = dict(zip(rest, chosen, strict=True))
        if when.holds(known) is None:
            return known
    raise AssertionError(f"{fact} never decides")


def value_for(when: When, fact: str, wanted: bool) -> dict[str, str]:
    """Facts under which the condition holds, or does not, by the value of this one."""
    known = others(when, fact)
    return next({**known, fact: value} for value in values_of(fact) if when.holds({**known, fact: value}) is wanted)


def contradicting(fact: str) -> tuple[str, str]:
    """Two sentences that state different values of the fact."""
    by_value = {value: sentence for name, value, sentence in STATED if name == fact}
    assert len(by_value) > 1, f"test_facts.py has no sentences for two values of {fact}"
    first, second, *_ = by_value.values()
    return first, second


def judged(milestone: MilestoneId, facts: dict[str, str], *sentences: str) -> Report:
    document = make_document("# Stuk", *sentences)
    return check(document, shipped_rules(), milestone=milestone, facts=facts, reference_date="2026-11-26")


def kind_of(requirement: Requirement) -> MilestoneId:
    return next(
        kind.milestone for kind in shipped_rules().kinds if kind.milestone is not None and requirement.id in kind.judged
    )


def fact_in(report: Report, name: str) -> Fact:
    return next(fact for fact in report.facts if fact.name == name)


def assert_disagreement_is_shown(report: Report, fact: str, sentences: tuple[str, str]) -> None:
    assert {evidence.quote for evidence in fact_in(report, fact).contradiction} == set(sentences)
    for name, renderer in RENDERERS.items():
        text = " ".join(renderer([report]).decode("utf-8").replace("\u00a0", " ").split())
        for sentence in sentences:
            assert sentence in text, f"{name} does not show: {sentence}"


RULES = [
    (requirement, fact)
    for requirement in shipped_rules().requirements.values()
    for fact in sorted(facts_of(requirement.when))
]
STEPS = [(step, fact) for step in shipped_rules().steps for fact in sorted(facts_of(step.when))]
LEVELS = [
    (requirement, other, fact)
    for requirement in shipped_rules().requirements.values()
    for other in requirement.other_levels
    for fact in sorted(facts_of(other.when))
]


def rule_id(case: object) -> str:
    return str(getattr(case, "id", case))


@pytest.mark.parametrize(("requirement", "fact"), RULES, ids=rule_id)
class TestRules:
    def finding(self, requirement: Requirement, facts: dict[str, str], *sentences: str) -> tuple[Report, Finding]:
        report = judged(kind_of(requirement), facts, *sentences)
        return report, next(found for found in report.findings if found.requirement.id == requirement.id)

    def test_when_it_holds_the_part_is_judged(self, requirement: Requirement, fact: str) -> None:
        assert requirement.when
        _, finding = self.finding(requirement, value_for(requirement.when, fact, True))
        assert finding.verdict is Verdict.MISSING

    def test_when_it_does_not_hold_the_part_does_not_apply(self, requirement: Requirement, fact: str) -> None:
        assert requirement.when
        _, finding = self.finding(requirement, value_for(requirement.when, fact, False))
        assert finding.verdict is Verdict.NOT_APPLICABLE

    def test_when_it_is_not_known_the_question_is_asked(self, requirement: Requirement, fact: str) -> None:
        assert requirement.when
        report, finding = self.finding(requirement, others(requirement.when, fact))
        assert finding.verdict is Verdict.DOUBT
        assert finding.question == fact_in(report, fact).question

    def test_when_the_text_disagrees_the_question_is_asked_and_both_sides_are_shown(
        self, requirement: Requirement, fact: str
    ) -> None:
        assert requirement.when
        sentences = contradicting(fact)
        report, finding = self.finding(requirement, others(requirement.when, fact), *sentences)
        assert finding.verdict in (Verdict.DOUBT, Verdict.PRESENT)
        assert fact_in(report, fact).value is None
        assert_disagreement_is_shown(report, fact, sentences)


@pytest.mark.parametrize(("step", "fact"), STEPS, ids=rule_id)
class TestSteps:
    def planned(self, step: Step, facts: dict[str, str], *sentences: str) -> tuple[Report, PlannedStep | None]:
        milestone = next(info.id for info in shipped_rules().milestones if info.phase == step.phases[-1])
        report = judged(milestone, facts, *sentences)
        return report, next((planned for planned in report.procedure if planned.step.id == step.id), None)

    def test_when_it_holds_the_step_applies(self, step: Step, fact: str) -> None:
        assert step.when
        _, planned = self.planned(step, value_for(step.when, fact, True))
        assert planned is not None
        assert not planned.unknown

    def test_when_it_does_not_hold_the_step_is_left_out(self, step: Step, fact: str) -> None:
        assert step.when
        _, planned = self.planned(step, value_for(step.when, fact, False))
        assert planned is None

    def test_when_it_is_not_known_the_step_stands_apart_with_the_question(self, step: Step, fact: str) -> None:
        assert step.when
        report, planned = self.planned(step, others(step.when, fact))
        assert planned is not None
        assert planned.unknown == (fact,)
        assert fact_in(report, fact).question

    def test_when_the_text_disagrees_the_step_stands_apart_and_both_sides_are_shown(
        self, step: Step, fact: str
    ) -> None:
        assert step.when
        sentences = contradicting(fact)
        report, planned = self.planned(step, others(step.when, fact), *sentences)
        assert planned is not None
        assert planned.unknown == (fact,)
        assert_disagreement_is_shown(report, fact, sentences)


@pytest.mark.parametrize(("requirement", "other", "fact"), LEVELS, ids=rule_id)
def test_a_level_changes_only_under_a_condition_that_is_known_to_hold(
    requirement: Requirement, other: OtherLevel, fact: str
) -> None:
    assert other.when
    date = other.since or "2026-11-26"

    def level(facts: dict[str, str], *sentences: str) -> str:
        report = check(
            make_document("# Stuk", *sentences),
            shipped_rules(),
            milestone=kind_of(requirement),
            facts=facts,
            reference_date=date,
        )
        return next(found.requirement.level for found in report.findings if found.requirement.id == requirement.id)

    usual = requirement.on(date).level
    assert level(value_for(other.when, fact, True)) == requirement.on(date, value_for(other.when, fact, True)).level
    assert level(value_for(other.when, fact, False)) == usual
    assert level(others(other.when, fact)) == usual
    assert level(others(other.when, fact), *contradicting(fact)) == usual
