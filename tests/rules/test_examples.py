"""The examples beside the rules get the verdict they must get; what fails is listed, and the list may only shrink."""

from pathlib import Path

import pytest

from plancheck.evaluate import run_example
from plancheck.rules import RuleSet, load_rules
from plancheck.rules.examples import Example, read_examples
from plancheck.rules.source import rules_root

PACKAGE = rules_root() / "warmtetransitie"
EXAMPLES = list(read_examples(PACKAGE))
KNOWN = Path(__file__).with_name("bekende_fouten.txt")
KNOWN_FAILURES = {line.split("#")[0].strip() for line in KNOWN.read_text("utf-8").splitlines()} - {""}


@pytest.fixture(scope="module")
def ruleset() -> RuleSet:
    return load_rules()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_gets_its_verdict(example: Example, ruleset: RuleSet, request: pytest.FixtureRequest) -> None:
    if example.name in KNOWN_FAILURES:
        request.applymarker(pytest.mark.xfail(reason="known failure, see bekende_fouten.txt", strict=True))
    assert run_example(ruleset, example).problem == ""


def test_known_failures_exist_and_stay_few() -> None:
    assert {example.name for example in EXAMPLES} >= KNOWN_FAILURES
    assert len(KNOWN_FAILURES) <= 0.2 * len(EXAMPLES)


RULES = sorted(f"{path.parent.name}.{path.stem}" for path in PACKAGE.glob("*/*.yaml"))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_three_good_and_three_bad_examples_of_which_one_is_hollow(rule: str) -> None:
    own = [example for example in EXAMPLES if example.requirement == rule]
    bad = [example for example in own if example.verdict != "aanwezig"]
    assert len(own) - len(bad) >= 3
    assert len(bad) >= 3
    assert any(example.hollow for example in bad)
