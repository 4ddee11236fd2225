"""Every condition of the shipped packages, four ways: it holds, it does not, the fact is not known, the text disagrees.

The conditions are taken from the packages, so that a new one is tested as well.
"""

from dataclasses import dataclass
from itertools import product

import pytest

from plancheck.checker import check
from plancheck.model.condition import When, facts_of
from plancheck.model.finding import Fact, Finding, Report, Verdict
from plancheck.model.procedure import PlannedStep, Step
from plancheck.model.requirement import MilestoneId, OtherLevel, Requirement
from plancheck.reports import RENDERERS
from plancheck.rules import RuleSet, load_rules, shipped_folder
from tests.detect.test_facts import STATED
from tests.documents import make_document
from tests.shipped import shipped_rules

PROPOSED = [
    ("geld", "ja", "De raad stelt een krediet van € 410.000 beschikbaar."),
    ("geld", "nee", "Het voorstel heeft geen financiële gevolgen."),
    ("deelneming", "ja", "Het college besluit deel te nemen in Sportbedrijf Linge bv."),
    ("deelneming", "nee", "De gemeente richt geen stichting op."),
    ("overeenkomst", "ja", "Het college sluit een overeenkomst met de hockeyclub."),
    ("overeenkomst", "nee", "De gemeente sluit geen overeenkomst met de hockeyclub."),
    ("overeenkomst-ingrijpend", "ja", "De overeenkomst heeft ingrijpende gevolgen voor de gemeente."),
    ("overeenkomst-ingrijpend", "nee", "De overeenkomst met de club heeft geen ingrijpende gevolgen voor de gemeente."),
    ("omgevingswet", "omgevingsplan", "De raad stelt de wijziging van het omgevingsplan vast."),
    ("omgevingswet", "programma", "Het college stelt dit stuk vast als programma onder de Omgevingswet."),
    ("omgevingswet", "nee", "Het omgevingsplan wordt niet gewijzigd."),
    ("inspraak", "ja", "Het college verleent inspraak volgens de inspraakverordening."),
    ("inspraak", "nee", "Er wordt geen inspraak verleend."),
    ("afdeling-34", "ja", "Het besluit wordt voorbereid met afdeling 3.4 van de Algemene wet bestuursrecht."),
    ("afdeling-34", "nee", "Afdeling 3.4 van de Algemene wet bestuursrecht wordt niet toegepast."),
]


@dataclass(frozen=True, eq=False)
class Package:
    """A shipped package, with sentences that state a value of each of its facts: fact, value, sentence."""

    rules: RuleSet
    stated: list[tuple[str, str, str]]

    def others(self, when: When, fact: str) -> dict[str, str]:
        """Values of the other facts under which this one decides."""
        rest = sorted(facts_of(when) - {fact})
        for chosen in product(*(self.rules.fact_values[name] for name in rest)):
            known = dict(zip(rest, chosen, strict=True))
            if when.holds(known) is None and not self.follows(fact, known):
                return known
        raise AssertionError(f"{fact} never decides")

    def follows(self, fact: str, known: dict[str, str]) -> bool:
        """Whether these values of other facts decide this one."""
        following = next(each.follows for each in self.rules.facts if each.name == fact)
        return following is not None and any(known.get(following.fact) in many for many in following.values.values())

    def asked(self, fact: str) -> str:
        """The fact that a text can contradict: the one that this one follows from, else itself."""
        following = next(each.follows for each in self.rules.facts if each.name == fact)
        return following.fact if following else fact

    def value_for(self, when: When, fact: str, wanted: bool) -> dict[str, str]:
        """Facts under which the condition holds, or does not, by the value of this one."""
        known = self.others(when, fact)
        values = self.rules.fact_values[fact]
        return next({**known, fact: value} for value in values if when.holds({**known, fact: value}) is wanted)

    def contradicting(self, fact: str) -> tuple[str, str]:
        """Two sentences that state different values of the fact."""
        by_value = {value: sentence for name, value, sentence in self.stated if name == fact}
        assert len(by_value) > 1, f"there are no sentences for two values of {fact}"
        first, second, *_ = by_value.values()
        return first, second

    def judged(self, milestone: MilestoneId, facts: dict[str, str], *sentences: str) -> Report:
        document = make_document("# Stuk", *sentences)
        return check(document, self.rules, milestone=milestone, facts=facts, reference_date="2026-11-26")

    def kind_of(self, requirement: Requirement) -> MilestoneId:
        kinds = (kind for kind in self.rules.kinds if requirement.id in kind.judged)
        return next(kind.milestone for kind in kinds if kind.milestone is not None)

    def is_assumed(self, fact: str) -> bool:
        """Whether a text that is silent gives a value, which the report calls assumed."""
        return any(each.silent for each in self.rules.facts if each.name == fact)


PACKAGES = (
    Package(shipped_rules(), STATED),
    Package(load_rules(shipped_folder("raadsvoorstel")), PROPOSED),
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
    (package, requirement, fact)
    for package in PACKAGES
    for requirement in package.rules.requirements.values()
    for fact in sorted(facts_of(requirement.when))
]
STEPS = [(package, step, fact) for package in PACKAGES for step in package.rules.steps for fact in facts_of(step.when)]
STEPS.sort(key=lambda case: (case[0].rules.id, case[1].id, case[2]))
LEVELS = [
    (package, requirement, other, fact)
    for package in PACKAGES
    for requirement in package.rules.requirements.values()
    for other in requirement.other_levels
    for fact in sorted(facts_of(other.when))
]


def rule_id(case: object) -> str:
    return str(getattr(getattr(case, "rules", case), "id", case))


@pytest.mark.parametrize(("package", "requirement", "fact"), RULES, ids=rule_id)
class TestRules:
    def finding(
        self, package: Package, requirement: Requirement, facts: dict[str, str], *sentences: str
    ) -> tuple[Report, Finding]:
        report = package.judged(package.kind_of(requirement), facts, *sentences)
        return report, next(found for found in report.findings if found.requirement.id == requirement.id)

    def test_when_it_holds_the_part_is_judged(self, package: Package, requirement: Requirement, fact: str) -> None:
        assert requirement.when
        _, finding = self.finding(package, requirement, package.value_for(requirement.when, fact, True))
        assert finding.verdict is Verdict.MISSING

    def test_when_it_does_not_hold_the_part_does_not_apply(
        self, package: Package, requirement: Requirement, fact: str
    ) -> None:
        assert requirement.when
        _, finding = self.finding(package, requirement, package.value_for(requirement.when, fact, False))
        assert finding.verdict is Verdict.NOT_APPLICABLE

    def test_when_it_is_not_known_the_question_is_asked(
        self, package: Package, requirement: Requirement, fact: str
    ) -> None:
        assert requirement.when
        report, finding = self.finding(package, requirement, package.others(requirement.when, fact))
        if package.is_assumed(fact):
            assert fact_in(report, fact).origin == "aangenomen"
            assert finding.verdict is Verdict.NOT_APPLICABLE
            return
        assert finding.verdict is Verdict.DOUBT
        assert finding.question == fact_in(report, fact).question

    def test_when_the_text_disagrees_the_question_is_asked_and_both_sides_are_shown(
        self, package: Package, requirement: Requirement, fact: str
    ) -> None:
        assert requirement.when
        fact = package.asked(fact)
        sentences = package.contradicting(fact)
        report, finding = self.finding(package, requirement, package.others(requirement.when, fact), *sentences)
        assert finding.verdict in (Verdict.DOUBT, Verdict.PRESENT)
        assert fact_in(report, fact).value is None
        assert_disagreement_is_shown(report, fact, sentences)


@pytest.mark.parametrize(("package", "step", "fact"), STEPS, ids=rule_id)
class TestSteps:
    def planned(
        self, package: Package, step: Step, facts: dict[str, str], *sentences: str
    ) -> tuple[Report, PlannedStep | None]:
        milestone = next(info.id for info in package.rules.milestones if info.phase == step.phases[-1])
        report = package.judged(milestone, facts, *sentences)
        return report, next((planned for planned in report.procedure if planned.step.id == step.id), None)

    def test_when_it_holds_the_step_applies(self, package: Package, step: Step, fact: str) -> None:
        assert step.when
        _, planned = self.planned(package, step, package.value_for(step.when, fact, True))
        assert planned is not None
        assert not planned.unknown

    def test_when_it_does_not_hold_the_step_is_left_out(self, package: Package, step: Step, fact: str) -> None:
        assert step.when
        _, planned = self.planned(package, step, package.value_for(step.when, fact, False))
        assert planned is None

    def test_when_it_is_not_known_the_step_stands_apart_with_the_question(
        self, package: Package, step: Step, fact: str
    ) -> None:
        assert step.when
        report, planned = self.planned(package, step, package.others(step.when, fact))
        assert planned is not None
        assert planned.unknown == (fact,)
        assert fact_in(report, fact).question

    def test_when_the_text_disagrees_the_step_stands_apart_and_both_sides_are_shown(
        self, package: Package, step: Step, fact: str
    ) -> None:
        assert step.when
        fact = package.asked(fact)
        sentences = package.contradicting(fact)
        report, planned = self.planned(package, step, package.others(step.when, fact), *sentences)
        assert planned is not None
        assert planned.unknown == (fact,)
        assert_disagreement_is_shown(report, fact, sentences)


@pytest.mark.parametrize(("package", "requirement", "other", "fact"), LEVELS, ids=rule_id)
def test_a_level_changes_only_under_a_condition_that_is_known_to_hold(
    package: Package, requirement: Requirement, other: OtherLevel, fact: str
) -> None:
    assert other.when
    date = other.since or "2026-11-26"

    def level(facts: dict[str, str], *sentences: str) -> str:
        report = check(
            make_document("# Stuk", *sentences),
            package.rules,
            milestone=package.kind_of(requirement),
            facts=facts,
            reference_date=date,
        )
        return next(found.requirement.level for found in report.findings if found.requirement.id == requirement.id)

    usual = requirement.on(date).level
    held = package.value_for(other.when, fact, True)
    assert level(held) == requirement.on(date, held).level
    assert level(package.value_for(other.when, fact, False)) == usual
    assert level(package.others(other.when, fact)) == usual
    assert level(package.others(other.when, fact), *package.contradicting(fact)) == usual
