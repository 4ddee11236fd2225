"""Strengths as they are told: in a loose text no surer than they are, in the same order and on the same side."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.detect.evidence.learned import chance_of
from plancheck.detect.verdict.odds import as_told, odds_of

PLAN, BY_RULES, PAGE = (
    cast("Any", SimpleNamespace(is_plan=is_plan, scorer=scorer))
    for is_plan, scorer in ((True, object()), (False, None), (False, object()))
)


@given(st.floats(min_value=1e-9, max_value=1 - 1e-9))
def test_odds_are_the_odds_of_a_chance(strength: float) -> None:
    assert chance_of(odds_of(strength)) == pytest.approx(strength)


@given(st.floats(min_value=0, max_value=1))
def test_a_strength_is_told_as_it_is_in_a_plan_and_where_nothing_was_learned(strength: float) -> None:
    assert as_told(strength, PLAN) == as_told(strength, BY_RULES) == strength


@given(st.floats(min_value=0, max_value=1), st.floats(min_value=0, max_value=1))
def test_in_a_loose_text_it_is_told_nearer_to_even_in_the_same_order(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert 0.02 < as_told(low, PAGE) <= as_told(high, PAGE) < 0.98
    assert (as_told(low, PAGE) >= 0.5) is (low >= 0.5)


def test_what_is_nearly_certain_is_still_told_apart() -> None:
    assert as_told(1 - 1e-12, PAGE) - as_told(1 - 1e-6, PAGE) > 0.05
