"""How sure a verdict says it is: by what was learned of such verdicts, in a plan, elsewhere, and by rules alone."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from plancheck.detect.verdict.judge import confidence
from plancheck.model.finding import Verdict

PLAN = SimpleNamespace(is_plan=True, scorer=object())
PAGE = SimpleNamespace(is_plan=False, scorer=object())
BY_RULES = SimpleNamespace(is_plan=False, scorer=None)


def told(verdict: Verdict, text: SimpleNamespace, *strengths: float) -> float:
    results = tuple(SimpleNamespace(strength=strength, hits=(strength > 0) * ("x",)) for strength in strengths)
    return confidence(cast("Any", results), verdict, cast("Any", text))


@pytest.mark.parametrize("text", [PLAN, PAGE, BY_RULES], ids=["plan", "page", "by rules"])
class TestEverywhere:
    def test_a_doubt_is_one_of_two(self, text: SimpleNamespace) -> None:
        assert told(Verdict.DOUBT, text, 0.5, 0.9) == 0.5

    def test_what_is_there_is_surer_the_stronger_its_weakest_aspect(self, text: SimpleNamespace) -> None:
        weak, strong = told(Verdict.PRESENT, text, 0.55, 0.99), told(Verdict.PRESENT, text, 0.9, 0.99)
        assert 0.2 < weak < strong < 1.0

    def test_what_is_partly_there_is_surer_the_farther_from_the_border(self, text: SimpleNamespace) -> None:
        weak, strong = told(Verdict.INCOMPLETE, text, 0.55, 0.0), told(Verdict.INCOMPLETE, text, 0.95, 0.0)
        assert weak < strong < 1.0

    def test_what_is_missing_is_less_sure_where_something_stands_in_passing(self, text: SimpleNamespace) -> None:
        nothing, passing = told(Verdict.MISSING, text, 0.0, 0.0), told(Verdict.MISSING, text, 0.999, 0.0)
        assert 0.5 <= passing < nothing < 1.0
        assert nothing > 0.9


def test_a_requirement_without_aspects_found_is_surely_missing() -> None:
    assert told(Verdict.MISSING, PAGE) == told(Verdict.MISSING, PAGE, 0.0)


def test_in_a_plan_one_is_surer_than_in_a_page() -> None:
    for verdict in (Verdict.PRESENT, Verdict.INCOMPLETE):
        assert told(verdict, PLAN, 0.95, 0.9) > told(verdict, PAGE, 0.95, 0.9)
